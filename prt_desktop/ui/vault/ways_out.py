"""The ways out of the lock screen: both keys are lost, or somebody else is here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prt_desktop.ui.theme import Theme
    from prt_desktop.ui.vault.lock_screen import LockScreen
    from prt_desktop.ui.vault.shut import Shut
    from prt_desktop.ui.widgets.confirm_page import ConfirmPage
    from prt_desktop.ui.widgets.sub_page import SubPage

# Its pages are imported when they are asked for: the lock screen is the first paint.


class WaysOut(QObject):
    """Lays its pages over a lock screen; what cannot be undone is asked twice.

    Signals: `begun_anew` when the vault was put aside, `notice_requested` with a Notice.
    """

    begun_anew = Signal()
    notice_requested = Signal(Notice)

    def __init__(self, theme: Theme, screen: LockScreen, shut: Shut) -> None:
        super().__init__(screen)
        self._theme = theme
        self._screen = screen
        self._shut = shut
        self._last: ConfirmPage | None = None
        screen.lost_both.connect(self._show_lost)
        screen.other_requested.connect(self._show_people)

    @Slot()
    def _show_lost(self) -> None:
        from prt_desktop.ui.vault.lost_page import LostPage  # noqa: PLC0415

        page = LostPage(self._theme)
        page.aside_wished.connect(self._ask_to_set_aside)
        page.erase_wished.connect(self._ask_to_erase)
        self._lay(page)

    @Slot()
    def _show_people(self) -> None:
        from prt_desktop.ui.people.who_page import WhoPage  # noqa: PLC0415

        self._lay(WhoPage(self._theme, self._shut.people()))

    @Slot()
    def _ask_to_set_aside(self) -> None:
        lines = [
            self.tr("Everything you wrote and recorded until now will not be in the new diary."),
            self.tr("It stays on this computer, closed, and nothing of it is erased."),
        ]
        self._ask(
            self.tr("Put the vault aside?"), lines, self.tr("Go on"), self._ask_again_to_set_aside
        )

    @Slot()
    def _ask_again_to_set_aside(self) -> None:
        lines = [
            self.tr("If you are not sure, go back. You can do this on any other day."),
            self.tr("An empty diary without a vault begins at once. Your settings stay."),
        ]
        title, verb = self.tr("Once more, to be sure"), self.tr("Begin an empty diary")
        self._last = self._ask(title, lines, verb, self._set_aside)

    @Slot()
    def _set_aside(self) -> None:
        from prt_desktop.storage.setting_aside import set_vault_aside  # noqa: PLC0415

        journal, settings = self._shut.journal(), self._shut.settings
        try:
            aside = set_vault_aside(journal.folder, self._shut.clock())
            journal.refresh()
            settings.write(replace(settings.read(), recovery_key_kept=True))
        except StorageError as error:
            if self._last is not None:
                self._last.show_failure(str(error))
            return
        self.begun_anew.emit()
        words = self.tr("An empty diary begins here. The vault is kept in %s.") % aside
        self.notice_requested.emit(Notice(words, lasting=True))

    @Slot()
    def _ask_to_erase(self) -> None:
        lines = [
            self.tr("Nobody can bring back what is erased, also if a key turns up later."),
            self.tr("To keep the vault for that day, go back and put it aside instead."),
        ]
        title = self.tr("Erase everything?")
        self._ask(title, lines, self.tr("Go on"), self._ask_again_to_erase)

    @Slot()
    def _ask_again_to_erase(self) -> None:
        from prt_desktop.ui.vault.erase_page import ErasePage  # noqa: PLC0415

        page = ErasePage(self._theme, others=bool(self._shut.people().others))
        page.confirmed.connect(self._shut.erase)
        self._lay(page)

    def _ask(
        self, title: str, lines: Sequence[str], verb: str, then: Callable[[], None]
    ) -> ConfirmPage:
        from prt_desktop.ui.widgets.confirm_page import ConfirmPage  # noqa: PLC0415

        page = ConfirmPage(self._theme, title, lines, verb)
        page.confirmed.connect(then)
        self._lay(page)
        return page

    def _lay(self, page: SubPage) -> None:
        page.left.connect(self._screen.take_off)
        self._screen.lay(page)
