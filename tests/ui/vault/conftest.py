"""A window over a journal in a vault whose guesses cost nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.ui.vault.lock_screen import LockScreen
from prt_desktop.ui.vault.locking import Locking
from prt_desktop.ui.vault.shut import Shut
from tests.storage.vaults import PASSPHRASE, turned_on
from tests.ui.conftest import show
from tests.ui.reading import named, press, words_on, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.errors import JournalUnreadableError
    from prt_desktop.storage.recovery_key import RecoveryKey
    from prt_desktop.storage.seal import Seal
    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


class Locked:
    """A window with its locking, and the hands that unlock it."""

    def __init__(self, setting: Setting, qtbot: QtBot) -> None:
        self.setting = setting
        self.qtbot = qtbot
        self.asked: list[str] = []
        self.answers_recovering = False
        self.window: MainWindow = setting.window()
        shut = Shut(
            lambda: setting.journal,
            setting.settings,
            setting.clock,
            self._recover,
            setting.erase,
            setting.people,
            setting.whose,
        )
        self.locking = Locking(setting.theme, self.window, shut)
        if setting.journal.is_locked:
            self.locking.cover()
        show(self.window, qtbot)

    @property
    def screen(self) -> LockScreen:
        """The lock screen."""
        return self.window.findChildren(LockScreen)[-1]

    def turn_on(self) -> RecoveryKey:
        """Put the journal into a vault, as the page of the settings does."""
        key = turned_on(self.setting.journal)
        self.locking.follow()
        self.window.journal_changed()
        return key

    def lock(self) -> None:
        """Lock, and wait until nothing is left to be done."""
        with self.qtbot.waitSignal(self.locking.locked):
            press(
                Qt.Key.Key_L,
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
            )

    def type_passphrase(self, passphrase: str = PASSPHRASE) -> None:
        """Type a passphrase into the lock screen and press Enter."""
        named(self.screen, QLineEdit, "Passphrase").setFocus()
        write(passphrase)
        press(Qt.Key.Key_Return)

    def unlock(self) -> None:
        """Type the passphrase and wait until the window is as it was."""
        with self.qtbot.waitSignals([self.locking.unlocked, self.window.ready]):
            self.type_passphrase()

    def wait_for(self, words: str) -> None:
        """Wait until these words stand in the window."""
        self.qtbot.waitUntil(lambda: words in words_on(self.window))

    def _recover(self, error: JournalUnreadableError, _seal: Seal) -> bool:
        self.asked.append(str(error))
        return self.answers_recovering


@pytest.fixture
def open_vault(setting: Setting, qtbot: QtBot) -> Locked:
    """Give a window over an open vault."""
    setting.pass_safety_pages()
    locked = Locked(setting, qtbot)
    locked.turn_on()
    return locked
