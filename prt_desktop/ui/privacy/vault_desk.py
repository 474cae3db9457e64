"""Does what is asked of the vault: the pages, the work in a thread, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from prt_desktop.ui.privacy.key_page import KeyPage
from prt_desktop.ui.privacy.passphrase_page import PassphrasePage
from prt_desktop.ui.widgets.confirm_page import ConfirmPage
from prt_desktop.ui.widgets.errand import Errand
from prt_desktop.ui.widgets.pane import Notice, Place
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.storage.recovery_key import RecoveryKey
    from prt_desktop.storage.settings import Settings
    from prt_desktop.ui.privacy.vault_part import VaultPart
    from prt_desktop.ui.services import Services
    from prt_desktop.ui.widgets.page_stack import PageStack


class VaultDesk(QObject):
    """Turns the vault on and off and changes its keys, each off the window's thread.

    Signals: `changed` when the vault is another than before, `notice_requested` with a Notice,
    `place_requested` with a Place, `left` when the person is back at what there is to choose.
    """

    changed = Signal()
    left = Signal()
    notice_requested = Signal(Notice)
    place_requested = Signal(Place)

    def __init__(self, services: Services, part: VaultPart, stack: PageStack) -> None:
        super().__init__(stack)
        self._services = services
        self._part = part
        self._stack = stack
        self._page: PassphrasePage | ConfirmPage | None = None
        self.errand = Errand(self)
        self._connect()

    def refresh(self) -> None:
        """Show the vault as it is."""
        journal, settings = self._services.journal, self._services.settings.read()
        self._part.show_vault(
            on=journal.is_in_vault,
            minutes=settings.lock_after_min,
            key_kept=settings.recovery_key_kept,
        )
        self._part.show_unsealed(journal.unsealed)

    @Slot()
    def ask_to_turn_on(self) -> None:
        """Ask for a passphrase under which everything is to lie."""
        line = self.tr(
            "Backups, exports and printed pages made before stay as they are, and a disk may keep "
            "remains of the plain files until it uses the room again."
        )
        page = PassphrasePage(
            self._services.theme, self.tr("Turn the vault on"), self.tr("Turn it on"), line
        )
        page.chosen.connect(self._turn_on)
        self._lay(page)

    @Slot()
    def _ask_for_passphrase(self) -> None:
        line = self.tr(
            "The recovery key stays the same. Backups made before still open with the passphrase "
            "they were made under."
        )
        theme, title = self._services.theme, self.tr("Another passphrase")
        page = PassphrasePage(theme, title, self.tr("Change it"), line, asks_present=True)
        page.chosen.connect(self._change_passphrase)
        self._lay(page)

    @Slot()
    def _ask_for_key(self) -> None:
        lines = [
            self.tr("The recovery key you have now will open the diary no more."),
            self.tr("It still opens the backups made under it, so keep it as long as those."),
        ]
        title = self.tr("New recovery key")
        page = ConfirmPage(self._services.theme, title, lines, self.tr("Make a new key"))
        page.confirmed.connect(self._change_key)
        self._lay(page)

    @Slot()
    def _ask_to_turn_off(self) -> None:
        lines = [
            self.tr("Everything you keep will lie on this computer without a passphrase again."),
            self.tr("Whoever can open your files can then read it. Nothing else changes."),
        ]
        title = self.tr("Turn the vault off")
        page = ConfirmPage(self._services.theme, title, lines, self.tr("Turn it off"))
        page.confirmed.connect(self._turn_off)
        self._lay(page)

    @Slot(str)
    def _turn_on(self, passphrase: str) -> None:
        journal, cost = self._services.journal, self._services.privacy.cost
        self._begin(
            lambda: journal.turn_vault_on(passphrase, cost),
            self.tr("Putting everything into the vault …"),
        )

    @Slot(str, str)
    def _change_passphrase(self, passphrase: str, present: str) -> None:
        journal, cost = self._services.journal, self._services.privacy.cost
        self._begin(
            lambda: journal.change_passphrase(present, passphrase, cost),
            self.tr("Changing the passphrase …"),
            self.tr("The passphrase was changed."),
        )

    @Slot()
    def _change_key(self) -> None:
        self._begin(self._services.journal.change_recovery_key, self.tr("Making a new key …"))

    @Slot()
    def _turn_off(self) -> None:
        self._begin(
            self._services.journal.turn_vault_off,
            self.tr("Taking everything out of the vault …"),
            self.tr("The vault is off."),
        )

    @Slot(object)
    def _take(self, result: RecoveryKey | str) -> None:
        """Show a new key, or say what was done."""
        self._page = None
        self._stack.clear()
        if isinstance(result, str):
            self.refresh()
            self._part.take_focus()
            self.changed.emit()
            self.notice_requested.emit(Notice(result))
            return
        self._remember_key(kept=False)
        services = self._services
        page = KeyPage(services.theme, result.printed, services.clock().date(), services.papers)
        page.kept.connect(self._put_key_away)
        page.notice_requested.connect(self.notice_requested)
        self._stack.lay(page)
        self.changed.emit()

    @Slot(str)
    def _tell_failure(self, sentence: str) -> None:
        if self._page is not None:
            self._page.show_failure(sentence)

    @Slot()
    def _put_key_away(self) -> None:
        self._stack.clear()
        self._remember_key(kept=True)
        self.refresh()
        self._part.take_focus()
        self.left.emit()

    @Slot()
    def _leave(self) -> None:
        self._page = None
        self._stack.clear()
        self._part.take_focus()
        self.left.emit()

    @Slot(object)
    def _lock_after(self, minutes: int) -> None:
        self._write(replace(self._services.settings.read(), lock_after_min=minutes))
        self.changed.emit()

    def _lay(self, page: PassphrasePage | ConfirmPage) -> None:
        self._page = page
        page.left.connect(self._leave)
        self._stack.lay(page)

    def _begin(self, work: Callable[[], RecoveryKey | None], words: str, done: str = "") -> None:
        """Work in a thread; what comes of it is a key, or the sentence that says it is done."""
        if self._page is not None and not self.errand.running:
            self._page.show_busy(words)
            self.errand.start(lambda _progress, _cancelled: work() or done)

    def _remember_key(self, *, kept: bool) -> None:
        self._write(replace(self._services.settings.read(), recovery_key_kept=kept))

    def _write(self, settings: Settings) -> None:
        is_saved(partial(self._services.settings.write, settings), self.notice_requested)

    def _connect(self) -> None:
        part = self._part
        part.key_requested.connect(self._ask_for_key)
        part.lock_after_chosen.connect(self._lock_after)
        part.lock_requested.connect(partial(self.place_requested.emit, Place.LOCK))
        part.passphrase_requested.connect(self._ask_for_passphrase)
        part.turn_off_requested.connect(self._ask_to_turn_off)
        part.turn_on_requested.connect(self.ask_to_turn_on)
        self.errand.done.connect(self._take)
        self.errand.failed.connect(self._tell_failure)
