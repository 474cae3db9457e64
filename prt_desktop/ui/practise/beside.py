"""What is written on the stage beside the voice, and what becomes of it at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from prt_desktop.domain.exercise import Tool
from prt_desktop.ui.practise.scrolled_page import ScrolledPage
from prt_desktop.ui.practise.tools.thought_record import ThoughtRecordPage
from prt_desktop.ui.practise.tools.writing import WritingPage
from prt_desktop.ui.widgets.pane import Notice, Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from prt_desktop.audio.session import Session
    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.put_away import PutAway
    from prt_desktop.ui.theme import Theme


class Beside(QObject):
    """A practice without a page: nothing keeps it from being left or from ending.

    `page` is what the stage shows, `fold` the words of the button that folds it out, or "" where
    it is always there. `grounds` says that the person asked for grounding. Signals: `ended` with
    whether the session was heard to its end, once nothing written waits any more; `held` when
    the sound is over and the page stays; `left` to leave the practice softly, `rest_wanted` to
    let the voice rest, `folded` when the page is to be put away; `kept` after the diary was
    written; `notice_requested` with a Notice; `place_requested` with a Place.
    """

    ended = Signal(bool)
    held = Signal()
    left = Signal()
    rest_wanted = Signal()
    folded = Signal()
    kept = Signal()
    notice_requested = Signal(Notice)
    place_requested = Signal(Place)

    def __init__(self, page: QWidget | None = None, fold: str = "") -> None:
        super().__init__()
        self.page = page
        self.fold = fold
        self.grounds = False

    @property
    def takes_turns(self) -> bool:
        """Say whether the voice may turn to something lighter or soothing meanwhile."""
        return True

    def open(self) -> None:
        """Begin on the page, now that it can be seen."""

    def may_leave(self) -> bool:
        """Say whether the practice can be left now; else the page asks first."""
        return True

    @Slot(bool)
    def end(self, finished: bool) -> None:
        """Take in that nothing sounds any more."""
        self.ended.emit(finished)


class ThoughtBeside(Beside):
    """A thought record that can be folded out, and is kept as a draft when it is put away."""

    def __init__(self, page: ThoughtRecordPage) -> None:
        super().__init__(page, page.tr("Write it down"))
        self._record = page
        page.notice_requested.connect(self.notice_requested)
        page.place_requested.connect(self.place_requested)
        page.kept.connect(self._keep)
        page.left.connect(self.folded)

    def open(self) -> None:
        """Go on where it was put away."""
        self._record.open()

    @Slot()
    def _keep(self) -> None:
        self.kept.emit()
        self.folded.emit()


class WritingBeside(Beside):
    """A writing whose time is the session's: no end takes its words away.

    Its own button for grounding stands in for the turns of other practices.
    """

    def __init__(self, theme: Theme, page: WritingPage, length_ms: int) -> None:
        self._scrolled = ScrolledPage(theme, page)
        super().__init__(self._scrolled)
        self._writing = page
        self._length_ms = length_ms
        self._over: bool | None = None
        page.faded.connect(self._settle)
        page.grounding_requested.connect(self._ground)
        page.kept.connect(self._keep)
        page.left.connect(self._leave)
        page.notice_requested.connect(self.notice_requested)
        page.written_on.connect(self._write_on)

    @property
    def takes_turns(self) -> bool:
        """Say no: grounding is there instead."""
        return False

    def open(self) -> None:
        """Begin with an empty page."""
        self._writing.begin(self._length_ms)

    def may_leave(self) -> bool:
        """Ask what becomes of the words, while the voice rests."""
        if not self._writing.has_words:
            return True
        self._ask()
        return False

    @Slot(bool)
    def end(self, finished: bool) -> None:
        """Stay where there are words: after the whole time softly, else with the question."""
        if not self._writing.has_words:
            self.ended.emit(finished)
            return
        self._over = finished
        self.held.emit()
        self._scrolled.show_end()
        if not finished:
            self._ask()

    def _ask(self) -> None:
        """Let the page be left, or ask what becomes of its words, while the voice rests."""
        self.rest_wanted.emit()
        self._writing.leave()
        self._scrolled.show_end()

    @Slot()
    def _ground(self) -> None:
        self.grounds = True
        self._ask()

    @Slot()
    def _write_on(self) -> None:
        self.grounds = False

    @Slot()
    def _keep(self) -> None:
        self.kept.emit()
        self._settle()

    @Slot()
    def _settle(self) -> None:
        """End what only waited for the words."""
        over, self._over = self._over, None
        if over is not None:
            self.ended.emit(over)

    @Slot()
    def _leave(self) -> None:
        if self._over is not None:
            self._settle()
        else:
            self.left.emit()


def beside(
    theme: Theme,
    journal: Journal,
    clock: Callable[[], datetime],
    exercise: Exercise,
    session: Session,
    put_away: PutAway,
) -> Beside:
    """Make what goes with an exercise; the time of a writing stands still with its session."""
    if exercise.tool is Tool.THOUGHT_RECORD:
        return ThoughtBeside(ThoughtRecordPage(theme, journal, clock, put_away))
    if exercise.tool is Tool.WRITING:
        page = WritingPage(theme, journal, clock, lambda: session.position_ms)
        return WritingBeside(theme, page, session.timeline.length_ms)
    return Beside()
