"""A diary that cannot be opened: what is offered, and what each answer leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from prt_desktop.domain.errors import JournalUnreadableError
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.vault import open_vault
from prt_desktop.ui.recovery import Recovery
from tests.builders import Clock, an_entry
from tests.storage.vaults import PASSPHRASE, turned_on

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.theme import Theme

FAULT = 3
SPOILT = b"spoilt"


@pytest.fixture
def recovery(theme: Theme, qtbot: QtBot) -> Recovery:
    """Give what asks, over a window."""
    over = QWidget()
    qtbot.addWidget(over)
    return Recovery(theme, over)


@pytest.fixture
def clock() -> Clock:
    """Give a clock that stands until it is moved."""
    return Clock()


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> Path:
    """Give a diary of two lines that cannot be read any more."""
    journal = Journal(tmp_path / "data", clock)
    for text in ("one", "two"):
        clock.move(minutes=1)
        journal.add(an_entry(text))
    journal.path.write_bytes(SPOILT)
    return journal.folder


class Person:
    """Presses in the question that opens next, and keeps what it said."""

    def __init__(self, verb: str) -> None:
        self.read: list[str] = []
        self._verb = verb
        QTimer.singleShot(0, self._answer)

    def _answer(self) -> None:
        box = cast("QMessageBox", QApplication.activeModalWidget())
        self.read += [box.text(), box.informativeText()]
        next(one for one in box.buttons() if one.text() == self._verb).click()


def test_last_good_copy_is_offered_with_its_time(
    recovery: Recovery, folder: Path, clock: Clock
) -> None:
    local = clock().astimezone()  # the second line was kept then, in the place of the first
    person = Person("Open the last good copy")

    journal = recovery.opened(folder, clock, FAULT)

    assert [one.text for one in journal.entries()] == ["one"]
    assert local.strftime("all that was kept before %H:%M on ") in person.read[1]
    assert str(local.year) in person.read[1]
    [aside] = folder.glob("journal.unreadable-*.json")
    assert aside.read_bytes() == SPOILT


def test_who_closes_the_program_changes_nothing(
    recovery: Recovery, folder: Path, clock: Clock
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.json")}
    Person("Close the program")

    with pytest.raises(SystemExit) as ended:
        recovery.opened(folder, clock, FAULT)

    assert ended.value.code == FAULT
    assert {path: path.read_bytes() for path in folder.rglob("*.json")} == before


def test_without_a_good_copy_one_question_offers_an_empty_diary(
    recovery: Recovery, folder: Path, clock: Clock
) -> None:
    for copy in (folder / "copies").iterdir():
        copy.unlink()
    person = Person("Begin an empty diary")

    journal = recovery.opened(folder, clock, FAULT)

    assert not journal.entries()
    assert "cannot be read" in person.read[0]
    assert "There is no good copy" in person.read[1]
    [aside] = folder.glob("journal.unreadable-*.json")
    assert aside.read_bytes() == SPOILT


def test_escape_closes_the_question_as_a_refusal(
    recovery: Recovery, folder: Path, clock: Clock
) -> None:
    QTimer.singleShot(0, lambda: cast("QMessageBox", QApplication.activeModalWidget()).reject())

    with pytest.raises(SystemExit):
        recovery.opened(folder, clock, FAULT)

    assert (folder / "journal.json").read_bytes() == SPOILT


def test_diary_in_a_vault_tells_the_time_of_its_copy_too(
    recovery: Recovery, tmp_path: Path, clock: Clock
) -> None:
    journal = Journal(tmp_path / "data", clock)
    journal.add(an_entry("one"))
    turned_on(journal)
    clock.move(days=1)
    journal.add(an_entry("two"))
    journal.path.write_bytes(journal.path.read_bytes()[:-1])
    local = clock().astimezone()
    person = Person("Open the last good copy")
    seal = open_vault(journal.folder, PASSPHRASE)
    with pytest.raises(JournalUnreadableError) as error:
        Journal(journal.folder, clock, seal)

    agreed = recovery.put_right(error.value, journal.folder, clock, seal)

    assert agreed
    assert local.strftime("before %H:%M on ") in person.read[1]
    again = Journal(journal.folder, clock, seal)
    assert [one.text for one in again.entries()] == ["one"]
