"""The first day as a place: it opens on the screen where it was left."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout

from prt_desktop.domain.first_day import Screen, screen_kept
from prt_desktop.ui.first_day.screen_page import ScreenPage
from prt_desktop.ui.first_day.words import screen_words, where
from prt_desktop.ui.widgets.pane import Pane, Place
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.theme import Theme


class FirstDayPane(Pane):
    """Leads from screen to screen, remembers each, and ends at the safety pages or on Today.

    Where remembering fails, that is told, and the way on is open all the same.
    """

    def __init__(
        self, theme: Theme, journal: Journal, settings: SettingsFile, folder: Path
    ) -> None:
        super().__init__()
        self._theme = theme
        self._journal = journal
        self._settings = settings
        self._folder = folder
        self._screen = Screen.WELCOME
        self._stack = QStackedLayout(self)

    def open(self, target: str) -> None:  # noqa: ARG002 - every pane's signature
        """Show the screen where the first day was left."""
        kept = screen_kept(self._settings.read().first_day)
        self._show(Screen.WELCOME if kept in {None, Screen.DONE} else kept)

    @Slot()
    def _go_on(self) -> None:
        if self._screen is Screen.SAFETY:
            self.place_requested.emit(Place.SAFETY_PAGES, "")
            return
        self._show(self._screen.following)
        self._remember(self._screen)

    @Slot()
    def _protect(self) -> None:
        self.place_requested.emit(Place.PRIVACY, Place.FIRST_DAY.value)

    @Slot()
    def _skip(self) -> None:
        self._remember(Screen.DONE)
        self.place_requested.emit(Place.TODAY, "")

    def _remember(self, screen: Screen) -> None:
        settings = replace(self._settings.read(), first_day=screen.value)
        is_saved(partial(self._settings.write, settings), self.notice_requested)

    def _show(self, screen: Screen | None) -> None:
        self._screen = screen or Screen.WELCOME
        words = screen_words(self._screen, self._folder, in_vault=self._journal.is_in_vault)
        page = ScreenPage(self._theme, words, where(self._screen))
        page.beside_wanted.connect(self._protect)
        page.skipped.connect(self._skip)
        page.went_on.connect(self._go_on)
        self._lay(page)
        page.take_focus()

    def _lay(self, page: QWidget) -> None:
        while (old := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
