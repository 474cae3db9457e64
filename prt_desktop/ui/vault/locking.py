"""Locks the diary and covers the window, and uncovers it when the diary was unlocked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from prt_desktop.domain.errors import JournalUnreadableError, StorageError
from prt_desktop.ui.putting_down import PuttingDown
from prt_desktop.ui.vault.lock_screen import LockScreen
from prt_desktop.ui.vault.ways_out import WaysOut
from prt_desktop.ui.widgets.pane import Notice, Place

if TYPE_CHECKING:
    from prt_desktop.storage.vault import VaultSeal
    from prt_desktop.ui.main_window import MainWindow
    from prt_desktop.ui.theme import Theme
    from prt_desktop.ui.vault.clipboard_guard import ClipboardGuard
    from prt_desktop.ui.vault.idle import Idle
    from prt_desktop.ui.vault.shut import Shut
    from prt_desktop.ui.widgets.errand import Errand


class Locking(QObject):
    """The vault as the window meets it.

    What only an open vault needs is made when the window is ready: the first paint waits for
    nothing but the lock screen. Signals: `locked` and `unlocked`.
    """

    locked = Signal()
    unlocked = Signal()

    def __init__(self, theme: Theme, window: MainWindow, shut: Shut) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._shut = shut
        self._screen: LockScreen | None = None
        self._by_key = False
        self._idle: Idle | None = None
        self._clipboard: ClipboardGuard | None = None
        self._errand: Errand | None = None
        self._putting_down = PuttingDown(window, shut.journal)
        self._putting_down.done.connect(self._finish)
        window.journal_written.connect(self.follow)
        window.lock_requested.connect(self.lock)
        window.ready.connect(self.follow)

    @property
    def is_locked(self) -> bool:
        """Say whether the lock screen lies over the window."""
        return self._screen is not None

    def cover(self) -> None:
        """Let the lock screen lie over the window."""
        self._screen = LockScreen(self._theme, self._shut.whose())
        self._screen.crisis_requested.connect(self._ask_for_help)
        self._screen.passphrase_given.connect(self._unlock)
        self._screen.recovery_key_given.connect(self._unlock_by_key)
        ways = WaysOut(self._theme, self._screen, self._shut)
        ways.begun_anew.connect(self.follow)
        ways.notice_requested.connect(self._window.show_notice)
        self._window.rooms.close_doors()
        self._window.notices.clear()
        self._window.cover.show_lock(self._screen)

    @Slot()
    def lock(self) -> None:
        """Lock at once; where no vault is on, say how one is turned on."""
        if self.is_locked:
            return
        if not self._shut.journal().is_in_vault:
            words = self.tr("The diary is not in a vault, so there is nothing to lock.")
            self._window.show_notice(Notice(words, self.tr("Privacy"), self._show_privacy))
            return
        self.cover()
        self._putting_down.begin()

    @Slot()
    def follow(self) -> None:
        """Be as the journal is: in a vault or not, locked or not."""
        journal = self._shut.journal()
        if journal.is_locked and not self.is_locked:
            self.cover()
            self._putting_down.begin()
        elif self.is_locked and not journal.is_locked:  # turned off by another process
            self._uncover()
        self._watch(in_vault=journal.is_in_vault)

    @Slot()
    def lock_if_idle(self) -> None:
        """Lock because nobody is there, unless something goes on that needs no keys."""
        if self._shut.journal().is_in_vault and not self._window.rooms.is_busy:
            self.lock()

    @Slot()
    def shut(self) -> None:
        """Let go of everything; for when the window closes."""
        if self._errand is not None:
            self._errand.shut()
        if self._clipboard is not None:
            self._clipboard.clear_now()

    @Slot()
    def _finish(self) -> None:
        """Lock the journal behind the lock screen, now that everything was put down."""
        self._shut.journal().lock()
        self.locked.emit()

    @Slot(str)
    def _unlock(self, passphrase: str) -> None:
        self._open(passphrase, by_key=False)

    @Slot(str)
    def _unlock_by_key(self, printed: str) -> None:
        self._open(printed, by_key=True)

    def _open(self, typed: str, *, by_key: bool) -> None:
        """Try a passphrase or a key in a thread, for it is made to take a while."""
        from prt_desktop.ui.vault.opening import opening  # noqa: PLC0415 - not before the paint
        from prt_desktop.ui.widgets.errand import Errand  # noqa: PLC0415

        journal = self._shut.journal()
        if self._screen is None or not journal.is_locked:
            self.follow()
            return
        if self._errand is None:
            self._errand = Errand(self)
            self._errand.done.connect(self._take)
            self._errand.failed.connect(self._tell)
        self._by_key = by_key
        self._screen.show_busy()
        self._errand.start(opening(journal, typed, by_key=by_key))

    @Slot(object)
    def _take(self, opened: tuple[VaultSeal, JournalUnreadableError | None]) -> None:
        """Uncover the window; where the journal is spoilt within its vault, ask what to do."""
        seal, error = opened
        try:
            if error is not None:
                if not self._shut.recover(error, seal):
                    self._tell(str(error))
                    return
                self._shut.journal().unlock_with(seal)
        except StorageError as worse:
            self._tell(str(worse))
            return
        self._uncover()
        self._tell_after(self._shut.journal().mended)
        self.follow()

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        if self._screen is not None:
            self._screen.show_failure(sentence)

    @Slot()
    def _ask_for_help(self) -> None:
        self._window.go(Place.CRISIS)

    def _uncover(self) -> None:
        self._putting_down.stop()
        self._screen = None
        self._window.uncover()
        self.unlocked.emit()

    def _tell_after(self, mended: str) -> None:
        if self._by_key:
            words = self.tr(
                "You came in with the recovery key. If the passphrase is lost, choose another one."
            )
            choose = self.tr("Choose one")
            self._window.show_notice(Notice(words, choose, self._show_privacy, lasting=True))
        elif mended:
            self._window.show_notice(Notice(mended, lasting=True))

    def _show_privacy(self) -> None:
        self._window.go(Place.PRIVACY)

    def _watch(self, *, in_vault: bool) -> None:
        """Keep watch over keys and clipboard while the vault is on."""
        self._window.sidebar.offer_lock(offered=in_vault)
        if self._idle is None or self._clipboard is None:
            if not in_vault:
                return
            self._begin_to_watch()
        minutes = self._shut.settings.read().lock_after_min if in_vault else 0
        if self._idle is not None and self._clipboard is not None:
            self._idle.set_limit(0 if self.is_locked else minutes)
            self._clipboard.set_on(on=in_vault)

    def _begin_to_watch(self) -> None:
        from prt_desktop.ui.vault.clipboard_guard import ClipboardGuard  # noqa: PLC0415
        from prt_desktop.ui.vault.idle import Idle  # noqa: PLC0415

        self._clipboard = ClipboardGuard(self)
        self._idle = Idle(self._shut.clock, self)
        self._idle.idled.connect(self.lock_if_idle)
        self._idle.watch(self._window.windowHandle())
