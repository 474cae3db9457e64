"""From one person to another: everything is put down, another window opens, this one closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.ending import end
from prt_desktop.ui.people.outlets import called
from prt_desktop.ui.putting_down import PuttingDown
from prt_desktop.ui.theme import Size, Weight
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.people import Person
    from prt_desktop.ui.main_window import MainWindow
    from prt_desktop.ui.theme import Theme


class Leaving(QObject):
    """The next person gets a program of their own, so nothing of this one stays in its memory.

    `start` opens it and says whether that worked; until it does, this window stays.
    """

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        journal: Callable[[], Journal],
        start: Callable[[Person], bool],
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._start = start
        self._next: Person | None = None
        self._covers = False
        self._putting_down = PuttingDown(window, journal)
        self._putting_down.done.connect(self._go)

    def change_to(self, person: Person) -> None:
        """Cover the window, keep what is half-written, and let the other person come."""
        self._next = person
        self._covers = not self._window.cover.is_locked
        if self._covers:
            self._window.rooms.close_doors()
            self._window.notices.clear()
            self._window.cover.show_lock(_Between(self._theme, person))
        self._putting_down.begin()

    @Slot()
    def _go(self) -> None:
        if self._next is None:
            return
        person, self._next = self._next, None
        if self._start(person):
            end(self._window)
            return
        if self._covers:
            self._window.uncover()
        words = self.tr("The window of %s could not be opened. Nothing was changed.")
        self._window.show_notice(Notice(words % called(person), lasting=True))


class _Between(QWidget):
    """What lies over the window for a moment: nothing of anybody."""

    def __init__(self, theme: Theme, person: Person) -> None:
        super().__init__()
        words = self.tr("Changing to %s …") % called(person)
        self.setAccessibleName(words)
        label = Label(theme, words, Size.TITLE, weight=Weight.BOLD)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        rows = QVBoxLayout(self)
        rows.addWidget(label)
