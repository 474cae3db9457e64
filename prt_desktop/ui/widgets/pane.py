"""What every pane is: something with one purpose that hands its wishes up to the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget


class Place(StrEnum):
    """Where a person can be; a pane asks the window for one by `place_requested`.

    SAFETY_PAGES, CHECK and NEW_SYMPTOM take the id of the practice that waits behind them as
    target, and lead on to it; SAVE_SESSION takes that of the practice to be saved; PRIVACY leads
    to erasing by "erase". CRISIS covers
    the window; DEMONSTRATION is a window of its own; LOCK locks the diary in its vault.
    """

    TODAY = "today"
    LEARN = "learn"
    PRACTISE = "practise"
    DIARY = "diary"
    PLAN = "plan"
    SAFETY = "safety"
    SETTINGS = "settings"
    SAFETY_PAGES = "safety_pages"
    CHECK = "check"
    NEW_SYMPTOM = "new_symptom"
    SAVE_SESSION = "save_session"
    PHONE_PACK = "phone_pack"
    OWN_AUDIO = "own_audio"
    PRIVACY = "privacy"
    PEOPLE = "people"
    REMINDERS = "reminders"
    BAD_DAY = "bad_day"
    FIRST_DAY = "first_day"
    CRISIS = "crisis"
    DEMONSTRATION = "demonstration"
    LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Notice:
    """A quiet message in the bar: what happened, what is safe, what to do.

    `action` is the verb of its one button and `run` what it does; both or neither. A `lasting`
    one, such as an error, stays until it is closed.
    """

    text: str
    action: str = ""
    run: Callable[[], None] | None = None
    lasting: bool = False


class Pane(QWidget):
    """One place in the window; subclasses get `theme` and the services they need.

    Signals (all go up to the window, which connects them once for every pane):
    `journal_changed` after this pane wrote to the journal, or changed what there is to practise
    with, so that the others refresh;
    `notice_requested` with a Notice;
    `place_requested` with a Place and the id of the lesson or exercise to open there, or "";
    `stage_requested` with a widget that is to cover the whole window;
    `stage_left` when that widget is to go.
    """

    journal_changed = Signal()
    notice_requested = Signal(Notice)
    place_requested = Signal(Place, str)
    stage_requested = Signal(QWidget)
    stage_left = Signal()

    @property
    def is_busy(self) -> bool:
        """Say whether something goes on here that locking for want of keys would cut off."""
        return False

    @property
    def is_turning_a_key(self) -> bool:
        """Say whether a key of the vault is being made here: a lock waits until it is there."""
        return False

    @property
    def stands_unfilled(self) -> bool:
        """Say whether it is of use already before `refresh` was called for the first time."""
        return False

    @property
    def stays(self) -> bool:
        """Say whether the pane rests under a lock, as what is on would be lost without it."""
        return False

    def put_down(self) -> None:
        """Keep what is half-written; called before a lock, and when the window has closed."""

    def open(self, target: str) -> None:
        """Come to the front; `target` is the id of what to open, or "" for the pane itself."""

    @Slot()
    def shut(self) -> None:
        """Let go of everything; called when the window has closed."""
        self.put_down()

    def refresh(self) -> None:
        """Show the journal as it is now; called when it changed and before the pane is shown."""
