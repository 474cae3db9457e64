"""A walk through every pane that leaves a picture of each, in light and dark, small and large."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.theme import ThemeChoice
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.main_window import MainWindow
    from prt_desktop.ui.theme import Theme

_SIZE = (1200, 800)
_SETTLE_MS = 120
_LOOKS = tuple(product((ThemeChoice.LIGHT, ThemeChoice.DARK), (100, 200)))
_FIRST_STOPS = (("first-day", Place.FIRST_DAY, ""), ("safety-pages", Place.SAFETY_PAGES, ""))
_STOPS = (
    ("today", Place.TODAY, ""),
    ("learn", Place.LEARN, ""),
    ("lesson", Place.LEARN, "pain-is-an-alarm"),
    ("practise", Place.PRACTISE, ""),
    ("before-a-practice", Place.PRACTISE, "somatic-tracking"),
    ("diary", Place.DIARY, ""),
    ("my-plan", Place.PLAN, "month"),
    ("story", Place.PLAN, "story"),
    ("safety-sentences", Place.PLAN, "sentences"),
    ("messages", Place.PLAN, "messages"),
    ("setbacks", Place.PLAN, "setback"),
    ("keeping-on", Place.PLAN, "keeping_on"),
    ("a-bad-day", Place.BAD_DAY, ""),
    ("safety", Place.SAFETY, ""),
    ("fit", Place.SAFETY, "fit"),
    ("settings", Place.SETTINGS, ""),
    ("new-symptom", Place.NEW_SYMPTOM, ""),
    ("check", Place.CHECK, ""),
    ("crisis-help", Place.CRISIS, ""),
)


def answer_pages(journal: Journal, at: datetime) -> None:
    """Answer all that is asked before a practice with "none of these"."""
    from prt_desktop.domain.safety import (  # noqa: PLC0415 - not before the first paint
        NewSymptomAnswer,
        PageAnswer,
        PageId,
    )

    for page in PageId:
        journal.add_answer(PageAnswer(page, (), at))
    journal.add_answer(NewSymptomAnswer(something_new=False, answered_at=at))


class Tour(QObject):
    """Shows the window, goes from place to place, and takes a picture of each.

    The safety pages come first; then `answer_pages` is called, and the places behind them
    follow, each in every look before the next: a pane shows again what was opened in it.
    Signals: `done` when the last picture lies in the folder.
    """

    done = Signal()

    def __init__(
        self, window: MainWindow, theme: Theme, out: Path, answer_pages: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self.pictures: list[Path] = []
        self._window = window
        self._theme = theme
        self._out = out
        self._answer_pages = answer_pages
        self._left = [(*look, *stop) for stop in (*_FIRST_STOPS, *_STOPS) for look in _LOOKS]
        self._timer = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._timer.timeout.connect(self._take)
        window.ready.connect(self._go_on)

    def start(self) -> None:
        """Show the window; the walk begins when it is ready. Raises StorageError."""
        try:
            self._out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(
                f"The folder {self._out} cannot be made ({error.strerror}). Name another one."
            ) from error
        self._window.resize(*_SIZE)
        self._window.show()

    @Slot()
    def _go_on(self) -> None:
        if not self._left:
            self._window.close()
            self.done.emit()
            return
        if len(self.pictures) == len(_FIRST_STOPS) * len(_LOOKS):
            self._answer_pages()
        choice, percent, _, place, target = self._left[0]
        self._theme.apply(choice, percent, reduce_motion=True)
        self._window.close_crisis()
        self._window.go(place, target)
        self._timer.start()

    @Slot()
    def _take(self) -> None:
        choice, percent, name, _, _ = self._left.pop(0)
        picture = self._out / f"{name}-{choice}-{percent}.png"
        self._window.grab().save(str(picture))
        self.pictures.append(picture)
        self._go_on()
