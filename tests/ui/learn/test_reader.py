"""A lesson is read one idea a page, by keys alone, and its end is kept once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from prt_desktop.domain.diary import EntryKind, LessonDetails
from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.learn.sheet import Sheet
from prt_desktop.ui.learn.source_card import SourceCard
from prt_desktop.ui.widgets.pane import Place
from tests.ui.learn.conftest import open_lessons
from tests.ui.reading import button, press, tab_to, words_on

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.diary import Entry
    from prt_desktop.storage.settings import Settings
    from prt_desktop.ui.learn.page_view import PageView
    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting


def page_of(window: MainWindow) -> PageView:
    """Give the text of the page that is shown, or of the first of them."""
    return next(sheet.text for sheet in window.findChildren(Sheet) if sheet.isVisible())


def source_card(window: MainWindow) -> SourceCard:
    """Give the card of sources, shown or not."""
    return window.findChildren(SourceCard)[0]


def kept_lessons(setting: Setting) -> list[str]:
    """Give the ids of the lessons kept in the journal."""
    details = [entry.details for entry in setting.journal.entries()]
    return [one.lesson_id for one in details if isinstance(one, LessonDetails)]


@pytest.mark.parametrize(
    ("on", "back"),
    [(Qt.Key.Key_Right, Qt.Key.Key_Left), (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)],
)
def test_keys_turn_the_pages(window: MainWindow, on: Qt.Key, back: Qt.Key) -> None:
    window.resize(1200, 1600)
    window.go(Place.LEARN, "drawn")

    press(on)
    press(on)
    press(back)

    assert "Page 2 of 3" in words_on(window)


def test_space_reads_on_before_it_turns(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(800, 480)
    window.go(Place.LEARN, "first")
    column = next(
        one for one in window.findChildren(QScrollArea) if one.isAncestorOf(page_of(window))
    )
    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() > 0)

    press(Qt.Key.Key_Space)

    assert column.verticalScrollBar().value() > 0
    assert "Page 1 of 2" in words_on(window)


def test_whole_lesson_by_keys_leads_to_its_exercise(window: MainWindow, setting: Setting) -> None:
    press(Qt.Key.Key_Return)
    for _ in range(3):
        press(Qt.Key.Key_Right)

    tab_to("Go to “Looking”")
    press(Qt.Key.Key_Space)

    assert kept_lessons(setting) == ["first"]
    assert window.place is Place.PRACTISE


def test_reading_is_kept_once_however_the_pages_are_turned(
    window: MainWindow, setting: Setting
) -> None:
    window.go(Place.LEARN, "first")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Right):
        press(key)

    assert kept_lessons(setting) == ["first"]
    assert [entry.kind for entry in setting.journal.entries()] == [EntryKind.LESSON]


def test_second_reading_is_kept_too_and_begins_at_the_front(
    window: MainWindow, setting: Setting
) -> None:
    for _ in range(2):
        window.go(Place.LEARN, "first")
        for _ in range(3):
            press(Qt.Key.Key_Right)
        button(window, "Back to the lessons").click()

    assert kept_lessons(setting) == ["first", "first"]


def test_page_is_remembered_while_the_program_runs(window: MainWindow) -> None:
    window.go(Place.LEARN, "drawn")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Escape)

    window.go(Place.LEARN, "drawn")

    assert "Page 2 of 3" in words_on(window)


def test_page_is_remembered_until_the_program_runs_again(
    window: MainWindow, setting: Setting, qtbot: QtBot
) -> None:
    window.go(Place.LEARN, "drawn")
    press(Qt.Key.Key_Right)
    window.go(Place.TODAY)

    another = open_lessons(setting, qtbot)
    press(Qt.Key.Key_Return)

    assert setting.settings.read().lesson_pages == {"drawn": 1}
    assert "Page 2 of 3" in words_on(another)


def test_page_of_a_lesson_read_to_its_end_is_forgotten(
    window: MainWindow, setting: Setting
) -> None:
    window.go(Place.LEARN, "first")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    window.go(Place.TODAY)

    assert setting.settings.read().lesson_pages == {}
    assert setting.settings.read().last_lesson == ""


def test_bookmark_that_cannot_be_kept_is_told(
    window: MainWindow, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_settings: Settings) -> None:
        raise StorageError("The disk is full. Nothing was lost.")

    window.go(Place.LEARN, "drawn")
    monkeypatch.setattr(setting.settings, "write", refuse)
    press(Qt.Key.Key_Escape)
    told = words_on(window)
    monkeypatch.undo()

    assert "The disk is full" in told


def test_coming_back_from_another_place_goes_on_reading(window: MainWindow) -> None:
    window.go(Place.LEARN, "drawn")
    window.go(Place.TODAY)

    window.go(Place.LEARN)

    assert "Page 1 of 3" in words_on(window)


def test_full_disk_is_told_and_the_lesson_can_be_kept_later(
    window: MainWindow, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_entry: Entry) -> None:
        raise StorageError("The disk is full. Nothing was lost.")

    window.go(Place.LEARN, "first")
    press(Qt.Key.Key_Right)
    monkeypatch.setattr(setting.journal, "add", refuse)
    press(Qt.Key.Key_Right)
    told = words_on(window)
    monkeypatch.undo()

    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Right)

    assert "The disk is full" in told
    assert kept_lessons(setting) == ["first"]


def test_short_version_unfolds_on_the_first_page_and_escape_folds_it(window: MainWindow) -> None:
    window.go(Place.LEARN, "first")
    tab_to("Read the 30-second version")

    press(Qt.Key.Key_Space)
    unfolded = words_on(window)
    press(Qt.Key.Key_Escape)

    assert "In short." in unfolded
    assert "In short." not in words_on(window)
    assert "Page 1 of 2" in words_on(window)
