"""The lock screen's ways out: both keys are lost, or somebody else is here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from prt_desktop.storage.journal import Journal
from prt_desktop.storage.people import FIRST, Person
from prt_desktop.storage.settings import Settings, SettingsFile
from prt_desktop.ui.safety.crisis_card import CrisisCard
from tests.builders import an_entry
from tests.storage.journals import files
from tests.storage.vaults import MARKER
from tests.ui.reading import button, focused, named, press, spoken_name, tab_to, words_on, write
from tests.ui.vault.conftest import Locked

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.setting import Setting


@pytest.fixture
def locked(setting: Setting, qtbot: QtBot) -> Locked:
    """Give the lock screen over a diary with one entry."""
    setting.pass_safety_pages()
    setting.journal.add(an_entry(MARKER))
    locked = Locked(setting, qtbot)
    locked.turn_on()
    locked.lock()
    return locked


def lose_both(locked: Locked) -> None:
    """Go to the page for somebody who has neither of the two."""
    for words in ("Use the recovery key", "I have lost both"):
        button(locked.screen, words).click()


def test_the_way_out_is_offered_where_the_recovery_key_is_asked_for(locked: Locked) -> None:
    before = words_on(locked.screen)

    lose_both(locked)

    assert "I have lost both" not in before
    assert "cannot be read by anyone" in words_on(locked.screen)
    assert "Someone else" not in words_on(locked.screen)
    assert "There is no hurry." in words_on(locked.screen)
    assert spoken_name(focused()) == "Back"


def test_crisis_help_stays_in_sight_and_one_key_away_on_every_page(locked: Locked) -> None:
    lose_both(locked)
    in_sight = button(locked.screen, "Crisis help").isVisible()

    press(Qt.Key.Key_F1)
    [card] = locked.window.findChildren(CrisisCard)

    assert in_sight
    assert card.isVisible()


def test_a_vault_is_put_aside_after_two_questions_by_keys(locked: Locked) -> None:
    locked.setting.settings.write(Settings(recovery_key_kept=False))
    lose_both(locked)
    tab_to("Put the vault aside")
    press(Qt.Key.Key_Return)
    tab_to("Go on")
    press(Qt.Key.Key_Return)
    tab_to("Begin an empty diary")
    still_locked = locked.setting.journal.is_locked

    with locked.qtbot.waitSignals([locked.locking.unlocked, locked.window.ready]):
        press(Qt.Key.Key_Return)

    [aside] = locked.setting.folder.glob("vault-set-aside-*")
    assert still_locked
    assert locked.setting.journal.entries() == ()
    assert locked.setting.settings.read().recovery_key_kept
    assert str(aside) in words_on(locked.window)
    assert (aside / "journal.json").exists()


def test_escape_leads_back_step_by_step_and_changes_nothing(locked: Locked) -> None:
    before = files(locked.setting.folder)
    lose_both(locked)
    button(locked.screen, "Put the vault aside").click()
    button(locked.screen, "Go on").click()

    for _ in range(3):
        press(Qt.Key.Key_Escape)

    assert isinstance(focused(), QLineEdit)
    assert locked.setting.journal.is_locked
    assert files(locked.setting.folder) == before


def test_erasing_is_asked_and_waits_for_the_word(locked: Locked) -> None:
    locked.setting.people().people.add("Ann")
    lose_both(locked)
    button(locked.screen, "Erase everything").click()
    asked = words_on(locked.screen)
    button(locked.screen, "Go on").click()
    told = words_on(locked.screen)
    before = button(locked.screen, "Erase everything now").isEnabled()

    write("erase")
    button(locked.screen, "Erase everything now").click()

    assert "Nobody can bring back what is erased" in asked
    assert "The diaries of the others here stay." in told
    assert not before
    assert locked.setting.erased == 1


def test_a_disk_that_refuses_is_told_on_the_page(locked: Locked) -> None:
    lose_both(locked)
    button(locked.screen, "Put the vault aside").click()
    button(locked.screen, "Go on").click()
    locked.setting.journal.path.unlink()
    for copy in (locked.setting.folder / "copies").iterdir():
        copy.unlink()

    button(locked.screen, "Begin an empty diary").click()

    assert "The diary is not in a vault. Nothing was changed." in words_on(locked.screen)


def test_the_lock_says_whose_diary_it_is_once_that_was_told(setting: Setting, qtbot: QtBot) -> None:
    setting.people().people.rename(Person(FIRST), "Sam")
    locked = Locked(setting, qtbot)
    locked.turn_on()

    locked.lock()

    assert "This is the diary of Sam." in words_on(locked.screen)


def test_somebody_else_is_let_in_from_the_lock_screen(locked: Locked) -> None:
    people = locked.setting.people().people
    ann = people.add("Ann")

    button(locked.screen, "Someone else").click()
    button(locked.screen, "Change to Ann").click()

    assert locked.setting.changed_to == [ann]
    assert locked.setting.journal.is_locked


def test_somebody_new_begins_a_diary_that_looks_as_here(locked: Locked) -> None:
    locked.setting.settings.write(
        Settings(theme="dark", text_percent=150, country="GB", last_lesson="pain-is-an-alarm")
    )
    button(locked.screen, "Someone else").click()
    named(locked.screen, QLineEdit, "Name, or anything you like").setFocus()
    write("A")

    press(Qt.Key.Key_Return)

    [person] = locked.setting.changed_to
    where = locked.setting.people().people.places(person)
    assert person.name == "A"
    begun = SettingsFile(where.data).read()
    assert begun == Settings(theme="dark", text_percent=150, country="GB")
    assert Journal(where.data, locked.setting.clock).entries() == ()


def test_a_name_that_will_not_do_is_told_on_the_page(locked: Locked) -> None:
    locked.setting.people().people.rename(Person(FIRST), "Sam")
    button(locked.screen, "Someone else").click()
    named(locked.screen, QLineEdit, "Name, or anything you like").setFocus()
    write("sam")

    press(Qt.Key.Key_Return)

    assert "Somebody here is called “sam” already." in words_on(locked.screen)
    assert locked.setting.changed_to == []
