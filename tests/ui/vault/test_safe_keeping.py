"""Backups, good copies, other diaries and erasing: looked at before, and brought back after."""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from prt_desktop.domain.whole_diary import WholeDiary
from prt_desktop.export.json_diary import diary_json
from prt_desktop.storage.backing_up import back_up
from prt_desktop.storage.backup import Backup
from prt_desktop.storage.erase import ELSEWHERE, Erased
from prt_desktop.storage.journal import Journal
from prt_desktop.ui.privacy.farewell import Farewell
from prt_desktop.ui.widgets.pane import Place
from tests.builders import an_entry
from tests.storage.vaults import PASSPHRASE, turned_on
from tests.ui.reading import button, named, press, tab_to, words_on, write
from tests.ui.vault.conftest import Locked

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.theme import Theme
    from tests.ui.setting import Setting


class Desk(Locked):
    """The window at the pages for privacy."""

    def __init__(self, setting: Setting, qtbot: QtBot) -> None:
        super().__init__(setting, qtbot)
        self.window.go(Place.PRIVACY)

    def press(self, words: str) -> None:
        """Press a button."""
        button(self.window, words).click()

    def restore(self, file: Path) -> None:
        """Choose a backup to be restored from."""
        self.setting.backup_dialogs.answer = file
        self.press("Restore from a backup")

    def texts(self) -> list[str]:
        """Give the words of all entries."""
        return [entry.text for entry in self.setting.journal.entries()]


@pytest.fixture
def desk(setting: Setting, qtbot: QtBot) -> Desk:
    """Give the pages for privacy over a diary of two entries."""
    setting.pass_safety_pages()
    setting.journal.add(an_entry("First."))
    setting.clock.go_on(timedelta(minutes=1))
    setting.journal.add(an_entry("Second."))
    return Desk(setting, qtbot)


def another_backup(folder: Path, desk: Desk, *, sealed: bool = False) -> Path:
    """Make a backup of another diary with one entry."""
    other = Journal(folder / "other", desk.setting.clock)
    other.add(an_entry("From elsewhere."))
    if sealed:
        turned_on(other)
    file = folder / "other.prtbackup"
    back_up(folder / "other", file, other.newest_seal(), desk.setting.clock())
    return file


def test_backup_is_made_and_told_with_its_counts(desk: Desk, tmp_path: Path) -> None:
    desk.setting.backup_dialogs.answer = tmp_path / "mine.prtbackup"

    desk.press("Make a backup")
    desk.wait_for("The backup is made")

    assert "2 entries" in words_on(desk.window)
    assert desk.setting.backup_dialogs.suggested == ["PRT Desktop backup 2026-11-24"]
    assert Backup(tmp_path / "mine.prtbackup").preview().count == 2


def test_nothing_else_is_begun_while_a_backup_is_made(desk: Desk, tmp_path: Path) -> None:
    desk.setting.backup_dialogs.answer = tmp_path / "mine.prtbackup"
    others = ["Restore from a backup", "Good copies of the last days", "Take in another diary"]

    desk.press("Make a backup")
    meanwhile = [button(desk.window, words).isEnabled() for words in others]
    desk.wait_for("The backup is made")

    assert meanwhile == [False, False, False]
    assert all(button(desk.window, words).isEnabled() for words in others)


def test_backup_into_the_diarys_own_folder_is_refused_in_a_sentence(desk: Desk) -> None:
    desk.setting.backup_dialogs.answer = desk.setting.folder / "mine.prtbackup"

    desk.press("Make a backup")

    desk.wait_for("A backup in the diary's own folder would be lost together with it.")


def test_backup_is_previewed_then_takes_the_diarys_place_and_is_undone(
    desk: Desk, tmp_path: Path
) -> None:
    desk.restore(another_backup(tmp_path, desk))
    desk.wait_for("1 entry from")
    before = desk.texts()

    desk.press("Put it in the place of the diary")
    desk.wait_for("It is the diary now")
    between = desk.texts()
    desk.press("Bring back what was there before")
    desk.wait_for("What was there before is back")

    assert before == desk.texts() == ["First.", "Second."]
    assert between == ["From elsewhere."]


def test_what_is_missing_is_added(desk: Desk, tmp_path: Path) -> None:
    desk.restore(another_backup(tmp_path, desk))
    desk.wait_for("1 entry from")

    desk.press("Add what is missing")
    desk.wait_for("Added: 1 entry.")

    assert set(desk.texts()) == {"First.", "Second.", "From elsewhere."}


def test_backup_out_of_a_vault_asks_for_its_passphrase_and_brings_the_vault(
    desk: Desk, tmp_path: Path
) -> None:
    desk.restore(another_backup(tmp_path, desk, sealed=True))
    desk.wait_for("It lies in a vault of its own.")
    named(desk.window, QLineEdit, "Passphrase or recovery key").setFocus()
    write("wrong")
    press(Qt.Key.Key_Return)
    desk.wait_for("This is neither the passphrase nor the recovery key")
    named(desk.window, QLineEdit, "Passphrase or recovery key").setFocus()
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    desk.wait_for("1 entry from")

    desk.press("Put it in the place of the diary")
    desk.wait_for("It is the diary now")

    assert desk.setting.journal.is_in_vault
    assert desk.texts() == ["From elsewhere."]
    assert "The vault is on." in words_on(desk.window)


def test_file_that_is_no_backup_is_told_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "photo.prtbackup").write_bytes(b"no backup")

    desk.restore(tmp_path / "photo.prtbackup")

    desk.wait_for("photo.prtbackup is no backup of PRT Desktop")
    assert desk.texts() == ["First.", "Second."]


def test_another_diary_is_taken_in(desk: Desk, tmp_path: Path) -> None:
    another_backup(tmp_path, desk)
    desk.setting.backup_dialogs.answer = tmp_path / "other" / "journal.json"
    desk.press("Take in another diary")
    desk.wait_for("1 entry from")

    desk.press("Add what is missing")
    desk.wait_for("Added: 1 entry.")

    assert "From elsewhere." in desk.texts()


def test_second_diary_of_a_synced_folder_is_added_and_put_among_the_copies(
    desk: Desk, tmp_path: Path
) -> None:
    another_backup(tmp_path, desk)
    second = desk.setting.journal.folder / "journal (1).json"
    shutil.copy2(tmp_path / "other" / "journal.json", second)
    desk.window.go(Place.PRIVACY, "conflict")
    desk.wait_for("1 entry from")

    desk.press("Add what is missing")
    desk.wait_for("The second diary lies among the good copies now.")

    assert "From elsewhere." in desk.texts()
    assert not second.exists()


def open_written_diary(folder: Path, desk: Desk) -> None:
    """Look into a diary of one entry that was written as JSON."""
    file = folder / "diary.json"
    file.write_bytes(diary_json(WholeDiary((an_entry("From a file."),))))
    desk.setting.backup_dialogs.answer = file
    desk.press("Take in another diary")
    desk.wait_for("1 entry from")


def test_a_diary_written_as_json_is_taken_in(desk: Desk, tmp_path: Path) -> None:
    open_written_diary(tmp_path, desk)

    desk.press("Add what is missing")
    desk.wait_for("Added: 1 entry.")

    assert "From a file." in desk.texts()


def test_a_diary_written_as_json_takes_the_place_of_ours_and_goes_again(
    desk: Desk, tmp_path: Path
) -> None:
    open_written_diary(tmp_path, desk)

    desk.press("Put it in the place of the diary")
    desk.wait_for("Bring back what was there before")
    replaced = desk.texts()
    desk.press("Bring back what was there before")
    desk.wait_for("The diary holds")

    assert replaced == ["From a file."]
    assert desk.texts() == ["First.", "Second."]


def test_good_copy_is_brought_back_by_keys(desk: Desk) -> None:
    tab_to("Good copies of the last days")
    press(Qt.Key.Key_Return)
    tab_to("Good copies")
    press(Qt.Key.Key_Return)
    desk.wait_for("1 entry from")

    tab_to("Put it in the place of the diary")
    press(Qt.Key.Key_Return)
    desk.wait_for("It is the diary now")

    assert desk.texts() == ["First."]


def test_erasing_waits_for_the_word(desk: Desk) -> None:
    desk.press("Erase everything")
    before = button(desk.window, "Erase everything now").isEnabled()

    write("Erase")
    desk.press("Erase everything now")

    assert not before
    assert all(sentence in words_on(desk.window) for sentence in ELSEWHERE)
    assert desk.setting.erased == 1


def test_last_page_says_what_stayed_and_what_cannot_be_reached(
    theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    page = Farewell(theme, Erased((tmp_path / "journal.json",), (), (tmp_path / "photo.jpg",)))
    qtbot.addWidget(page)

    page.show()

    told = words_on(page)
    assert "Everything was erased" in told
    assert "photo.jpg" in told
    assert all(sentence in told for sentence in ELSEWHERE)
