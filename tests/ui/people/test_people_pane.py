"""The page of the people on this computer, and what happens when another one comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from prt_desktop.desktop.starting import arguments_for
from prt_desktop.domain.diary import Draft
from prt_desktop.domain.form_draft import Form
from prt_desktop.paths import Places, places
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.people import FIRST, People, Person
from prt_desktop.storage.settings import Settings, SettingsFile
from prt_desktop.ui.people.leaving import Leaving
from prt_desktop.ui.privacy.farewell import erase_person
from prt_desktop.ui.rooms import Rooms
from prt_desktop.ui.widgets.pane import Pane, Place
from tests.builders import an_entry
from tests.storage.vaults import MARKER, holding, unlocked
from tests.ui.reading import button, named, press, tab_to, words_on, write
from tests.ui.vault.conftest import Locked

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

NEWCOMER = "Name, or anything you like"


def test_settings_lead_to_the_people_and_back_by_keys(window: MainWindow) -> None:
    window.go(Place.SETTINGS)

    tab_to("People on this computer")
    press(Qt.Key.Key_Return)
    there = window.place
    button(window.pane(Place.PEOPLE), "Settings").click()

    assert there is Place.PEOPLE
    assert window.place is Place.SETTINGS


def test_names_are_said_to_be_readable_before_one_is_typed(window: MainWindow) -> None:
    window.go(Place.PEOPLE)

    told = words_on(window.pane(Place.PEOPLE))

    assert "A name is not protected: whoever opens this program can read it." in told
    assert "Nobody else has a diary here yet." in told


def test_one_says_who_one_is(window: MainWindow, setting: Setting) -> None:
    window.go(Place.PEOPLE)
    named(window, QLineEdit, "This is the diary of").setFocus()
    write("  Sam ")

    press(Qt.Key.Key_Return)

    assert setting.people().people.all() == (Person(FIRST, "Sam"),)
    assert "This is now the diary of Sam." in words_on(window)


def test_somebody_new_is_added_and_led_to_their_diary(window: MainWindow, setting: Setting) -> None:
    window.go(Place.PEOPLE)
    before = button(window, "Begin a diary").isEnabled()
    named(window, QLineEdit, NEWCOMER).setFocus()
    write("Ann")

    button(window, "Begin a diary").click()

    [ann] = setting.changed_to
    assert not before
    assert ann == setting.people().people.find("Ann")


def test_others_are_there_to_change_to(window: MainWindow, setting: Setting) -> None:
    ann = setting.people().people.add("Ann")
    window.go(Place.PEOPLE)

    button(window, "Change to Ann").click()

    assert setting.changed_to == [ann]


def test_leaving_for_good_leads_to_the_page_that_asks_for_the_word(window: MainWindow) -> None:
    window.go(Place.PEOPLE)

    button(window, "Erase everything of mine").click()

    assert window.place is Place.PRIVACY
    assert not button(window, "Erase everything now").isEnabled()


# Another one comes.


class Start:
    """Starts nothing, and remembers for whom it was asked."""

    def __init__(self, *, works: bool) -> None:
        self.asked: list[Person] = []
        self._works = works

    def __call__(self, person: Person) -> bool:
        self.asked.append(person)
        return self._works


def leaving(window: MainWindow, setting: Setting, start: Start) -> Leaving:
    return Leaving(setting.theme, window, lambda: setting.journal, start)


def test_what_is_half_written_is_kept_before_the_window_closes(
    window: MainWindow, setting: Setting
) -> None:
    start, ann = Start(works=True), Person("a" * 32, "Ann")
    window.go(Place.DIARY, "new")
    write("Half of it")
    window.go(Place.CHECK)
    window.pane(Place.CHECK).findChildren(QPlainTextEdit)[0].setFocus()
    write("She said it is all right")

    leaving(window, setting, start).change_to(ann)

    assert start.asked == [ann]
    assert not window.isVisible()
    drafts = Journal(setting.folder, setting.clock).drafts
    assert drafts.get() == Draft("Half of it")
    check = drafts.get(Form.CHECK)
    assert check is not None
    assert check.text("said") == "She said it is all right"


def test_out_of_an_open_vault_nothing_is_left_plain(setting: Setting, qtbot: QtBot) -> None:
    setting.pass_safety_pages()
    locked = Locked(setting, qtbot)
    locked.turn_on()
    locked.window.go(Place.DIARY, "new")
    write(f"Half of {MARKER}")

    leaving(locked.window, setting, Start(works=True)).change_to(Person("a" * 32, "Ann"))

    assert not locked.window.isVisible()
    assert holding(setting.folder) == set()
    assert unlocked(setting.folder).drafts.get() == Draft(f"Half of {MARKER}")


def test_a_window_that_cannot_be_opened_leaves_this_one(
    window: MainWindow, setting: Setting, qtbot: QtBot
) -> None:
    setting.journal.add(an_entry("The stairs were fine."))
    window.go(Place.DIARY)

    with qtbot.waitSignal(window.ready):
        leaving(window, setting, Start(works=False)).change_to(Person("a" * 32, "Ann"))

    assert window.isVisible()
    assert window.cover.open
    assert window.place is Place.DIARY
    assert "The window of Ann could not be opened. Nothing was changed." in words_on(window)


def test_panes_that_went_are_let_alone_when_the_program_ends(qtbot: QtBot) -> None:
    shut: list[str] = []

    class Told(Pane):
        def shut(self) -> None:
            shut.append("shut")

    rooms = Rooms({Place.TODAY: Told})
    qtbot.addWidget(rooms)
    rooms.show_place(Place.TODAY, "")

    rooms.empty()
    rooms.shut()

    assert shut == ["shut"]


def test_a_program_is_started_by_id_on_the_same_folder(tmp_path: Path) -> None:
    named_folder = Places(tmp_path / "data", tmp_path / "cache")

    assert arguments_for(named_folder, "abc") == [
        "--data-dir",
        str(tmp_path / "data"),
        "--person",
        "abc",
    ]
    assert arguments_for(places(), FIRST) == ["--person", FIRST]


# And one goes for good.


@pytest.mark.parametrize("first", [True, False])
def test_what_is_erased_is_one_persons_alone_and_their_name(setting: Setting, first: bool) -> None:
    root = Places(setting.folder, setting.folder / "cache")
    people = People(root)
    sam, ann = people.rename(Person(FIRST), "Sam"), people.add("Ann")
    for person in (sam, ann):
        where = people.places(person)
        Journal(where.data, setting.clock).add(an_entry(f"Of {person.name}."))
        SettingsFile(where.data).write(Settings())
    goes, stays = (sam, ann) if first else (ann, sam)

    erased = erase_person(people.places(goes))

    left = Journal(people.places(stays).data, setting.clock).entries()
    assert erased.left == erased.not_ours == ()
    assert people.all() == (stays,)
    assert [entry.text for entry in left] == [f"Of {stays.name}."]
    assert goes.name not in (root.data / "people.json").read_text("utf-8")
