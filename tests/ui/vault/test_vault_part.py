"""The vault among the settings: turned on with a warning, its key shown once, turned off again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from prt_desktop.domain.errors import WrongKeyError
from prt_desktop.storage.vault import open_vault, open_vault_with_recovery_key
from prt_desktop.ui.privacy.key_page import KeyPage
from prt_desktop.ui.privacy.pane import PrivacyPane
from prt_desktop.ui.widgets.pane import Place
from tests.builders import an_entry
from tests.storage.vaults import MARKER, PASSPHRASE, holding
from tests.ui.reading import button, focused, named, press, tab_to, words_on, write
from tests.ui.vault.conftest import Locked

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.setting import Setting

UNDERSTOOD = "I know that nobody can open the diary without one of the two"
ANOTHER = "seven slow herons by the weir"


class Privacy(Locked):
    """The window at the pages for privacy."""

    def __init__(self, setting: Setting, qtbot: QtBot) -> None:
        super().__init__(setting, qtbot)
        self.window.go(Place.PRIVACY)

    def press(self, words: str) -> None:
        """Press a button."""
        button(self.window, words).click()

    def type_twice(self, passphrase: str) -> None:
        """Type a new passphrase into both fields."""
        for name in ("New passphrase", "The same once more"):
            named(self.window, QLineEdit, name).setFocus()
            write(passphrase)

    def type_present(self, passphrase: str) -> None:
        """Type the passphrase that is to be changed."""
        named(self.window, QLineEdit, "The passphrase you have now").setFocus()
        write(passphrase)

    def turn_on_by_hand(self) -> str:
        """Turn the vault on and give the recovery key that is shown."""
        self.press("Turn the vault on")
        self.type_twice(PASSPHRASE)
        self.press(UNDERSTOOD)
        self.press("Turn it on")
        self.wait_for("Your recovery key")
        return self.shown_key()

    def shown_key(self) -> str:
        """Give the recovery key as it stands on the page."""
        names = [
            one.accessibleName() for one in self.key_page.findChildren(type(self.key_page.title))
        ]
        [key] = [name.partition(": ")[2] for name in names if name.startswith("Recovery key: ")]
        return key

    @property
    def key_page(self) -> KeyPage:
        """The page that shows the key."""
        return self.window.findChildren(KeyPage)[0]


@pytest.fixture
def privacy(setting: Setting, qtbot: QtBot) -> Privacy:
    """Give the pages for privacy over a diary with one entry."""
    setting.pass_safety_pages()
    setting.journal.add(an_entry(f"Of {MARKER}"))
    return Privacy(setting, qtbot)


def test_settings_lead_to_privacy_and_back(privacy: Privacy) -> None:
    privacy.window.go(Place.SETTINGS)

    button(privacy.window.pane(Place.SETTINGS), "Privacy and safe keeping").click()
    there = privacy.window.place
    button(privacy.window.pane(Place.PRIVACY), "Settings").click()

    assert there is Place.PRIVACY
    assert privacy.window.place is Place.SETTINGS


def test_vault_turned_on_by_keys_alone_seals_everything(privacy: Privacy) -> None:
    tab_to("Turn the vault on")
    press(Qt.Key.Key_Return)
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    write(PASSPHRASE)
    tab_to(UNDERSTOOD)
    press(Qt.Key.Key_Space)
    tab_to("Turn it on")
    press(Qt.Key.Key_Return)
    privacy.wait_for("Your recovery key")
    key = privacy.shown_key()
    tab_to("I have kept it")
    press(Qt.Key.Key_Return)

    folder = privacy.setting.folder
    assert holding(folder) == set()
    assert open_vault(folder, PASSPHRASE).vault == open_vault_with_recovery_key(folder, key).vault
    assert "The vault is on." in words_on(privacy.window)
    assert "Lock" in words_on(privacy.window).splitlines()
    assert privacy.setting.settings.read().recovery_key_kept


def test_vault_is_not_turned_on_before_the_loss_is_understood(privacy: Privacy) -> None:
    privacy.press("Turn the vault on")
    privacy.type_twice(PASSPHRASE)
    before = button(privacy.window, "Turn it on").isEnabled()

    privacy.press(UNDERSTOOD)

    assert not before
    assert button(privacy.window, "Turn it on").isEnabled()
    assert "everything in the diary is lost for good" in words_on(privacy.window)


def test_short_passphrase_is_called_short_and_may_be_taken(privacy: Privacy) -> None:
    privacy.press("Turn the vault on")
    privacy.press(UNDERSTOOD)

    privacy.type_twice("abc")

    assert "This is short." in words_on(privacy.window)
    assert button(privacy.window, "Turn it on").isEnabled()


def test_two_different_passphrases_are_not_taken(privacy: Privacy) -> None:
    privacy.press("Turn the vault on")
    privacy.press(UNDERSTOOD)
    privacy.type_twice(PASSPHRASE)

    write("x")

    assert "The two are not the same yet." in words_on(privacy.window)
    assert not button(privacy.window, "Turn it on").isEnabled()


def test_passphrase_can_be_shown_while_it_is_typed(privacy: Privacy) -> None:
    privacy.press("Turn the vault on")
    line = named(privacy.window, QLineEdit, "New passphrase")
    hidden = line.echoMode()

    button(privacy.window, "Show: New passphrase").click()

    assert hidden is QLineEdit.EchoMode.Password
    assert line.echoMode() is QLineEdit.EchoMode.Normal


def test_escape_does_not_take_the_recovery_key_away(privacy: Privacy) -> None:
    privacy.turn_on_by_hand()

    press(Qt.Key.Key_Escape)

    assert privacy.key_page.isVisible()


def test_recovery_key_is_saved_as_pdf_and_copied(privacy: Privacy, tmp_path: Path) -> None:
    key = privacy.turn_on_by_hand()
    privacy.setting.papers.path = tmp_path / "key.pdf"

    privacy.press("Save as PDF")
    privacy.press("Copy it")

    assert privacy.setting.papers.asked == ["Recovery key"]
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
    assert QApplication.clipboard().text() == key


def test_key_that_was_never_said_to_be_kept_is_told(privacy: Privacy) -> None:
    privacy.turn_on_by_hand()
    privacy.lock()

    privacy.unlock()

    assert privacy.window.place is Place.PRIVACY
    assert "never said to be kept" in words_on(privacy.window)


def test_another_passphrase_opens_and_the_old_one_does_not(privacy: Privacy) -> None:
    privacy.turn_on()
    privacy.press("Change the passphrase")
    privacy.type_present(PASSPHRASE)
    privacy.type_twice(ANOTHER)
    privacy.press(UNDERSTOOD)

    privacy.press("Change it")
    privacy.wait_for("The passphrase was changed.")

    assert open_vault(privacy.setting.folder, ANOTHER)
    with pytest.raises(WrongKeyError):
        open_vault(privacy.setting.folder, PASSPHRASE)


def test_passphrase_is_not_changed_by_somebody_who_does_not_know_it(privacy: Privacy) -> None:
    privacy.turn_on()
    privacy.press("Change the passphrase")
    first = focused()
    privacy.type_present("a loud harbour")
    privacy.type_twice(ANOTHER)
    privacy.press(UNDERSTOOD)

    privacy.press("Change it")
    privacy.wait_for("This is neither the passphrase nor the recovery key.")

    assert focused() is first
    assert open_vault(privacy.setting.folder, PASSPHRASE)


def test_new_recovery_key_takes_the_place_of_the_old_one(privacy: Privacy) -> None:
    old = privacy.turn_on()
    privacy.press("New recovery key")

    privacy.press("Make a new key")
    privacy.wait_for("Your recovery key")

    assert open_vault_with_recovery_key(privacy.setting.folder, privacy.shown_key())
    with pytest.raises(WrongKeyError):
        open_vault_with_recovery_key(privacy.setting.folder, old.printed)


def test_vault_turned_off_leaves_a_plain_diary(privacy: Privacy) -> None:
    privacy.turn_on()
    privacy.press("Turn the vault off")

    privacy.press("Turn it off")
    privacy.wait_for("The vault is off.")

    assert not privacy.setting.journal.is_in_vault
    assert "journal.json" in holding(privacy.setting.folder)
    assert "Lock" not in words_on(privacy.window).splitlines()


def test_lock_after_is_kept(privacy: Privacy) -> None:
    privacy.turn_on()

    button(privacy.window, "15 minutes").click()

    assert privacy.setting.settings.read().lock_after_min == 15


def test_back_leaves_the_vault_as_it_was(privacy: Privacy) -> None:
    privacy.press("Turn the vault on")

    press(Qt.Key.Key_Escape)

    assert not privacy.setting.journal.is_in_vault
    assert privacy.window.pane(Place.PRIVACY).isAncestorOf(focused())
    assert isinstance(privacy.window.pane(Place.PRIVACY), PrivacyPane)
