"""Entries are found again: by words as one types, by kind and tag, by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from prt_desktop.domain.circumstances import Circumstances
from prt_desktop.domain.diary import EntryKind
from prt_desktop.domain.sample import PER_DAY, sample_entries
from prt_desktop.ui.diary.month_grid import MonthGrid
from prt_desktop.ui.diary.timeline_model import TimelineModel
from prt_desktop.ui.diary.timeline_view import TimelineView
from prt_desktop.ui.widgets.dropdown import Dropdown
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.search_field import SearchField
from tests.builders import a_lesson_note, a_measure, a_memo, an_entry
from tests.ui.conftest import shown
from tests.ui.reading import button, focused, named, press, words_on, write
from tests.ui.setting import NOON, some_entries
from tests.ui.test_diary import CTRL, rows, timeline

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.diary import Entry
    from prt_desktop.ui.main_window import MainWindow
    from prt_desktop.ui.theme import Theme
    from tests.ui.setting import Setting

TITLES = {"first": "A first lesson"}


@pytest.fixture
def diary(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Give the window with the diary open and some entries in it, one of them with a tag."""
    setting.pass_safety_pages()
    rain = Circumstances(tags=("rain",))
    tagged = an_entry("Stayed in.", circumstances=rain, created_at=NOON - timedelta(days=40))
    setting.journal.add_all((*some_entries(), tagged))
    window = shown(setting, qtbot)
    window.go(Place.DIARY)
    return window


def test_words_are_found_as_one_types_and_escape_shows_everything(diary: MainWindow) -> None:
    before = rows(diary)
    press(Qt.Key.Key_F, CTRL)

    write("carr shop")
    found, told = rows(diary), words_on(diary)
    press(Qt.Key.Key_Down)
    chosen = focused()
    press(Qt.Key.Key_F, CTRL)
    press(Qt.Key.Key_Escape)

    assert [row.split(". ")[1][:19] for row in found[1:]] == ["A surprise: I carri"]
    assert "1 entry" in told
    assert chosen is timeline(diary)
    assert rows(diary) == before


def test_kind_and_tag_narrow_what_is_shown(diary: MainWindow) -> None:
    press(Qt.Key.Key_F, CTRL)
    kinds, tags = named(diary, Dropdown, "Kind"), named(diary, Dropdown, "Tag")

    kinds.setCurrentIndex(kinds.findData(EntryKind.DID))
    did = rows(diary)
    kinds.setCurrentIndex(0)
    tags.setCurrentText("rain")
    rain = rows(diary)
    kinds.setCurrentIndex(kinds.findData(EntryKind.DID))
    neither = words_on(diary)
    button(diary, "End the search").click()

    assert did == ["Yesterday", "Yesterday, 10:30. Something I did: Walked to the baker."]
    assert [row[-25:] for row in rain[1:]] == ["A note: Stayed in. (rain)"]
    assert "Nothing was found" in neither
    assert len(rows(diary)) > 8


def test_search_keeps_the_composer_away_until_it_ends(diary: MainWindow) -> None:
    QTest.mouseClick(named(diary, SearchField, "Search your entries"), Qt.MouseButton.LeftButton)
    searching = [one.isVisible() for one in diary.findChildren(type(timeline(diary)))]

    press(Qt.Key.Key_N, CTRL)

    assert searching == [True]
    assert "Save the entry" in words_on(diary)
    assert "End the search" not in words_on(diary)


def test_what_was_found_is_marked_and_begins_near_the_mark() -> None:
    model = TimelineModel()
    long = an_entry("One word after another. " * 40 + "Then the kettle sang.")

    model.show_entries((long,), {}, NOON, typed="kett")

    words = model.words(long)
    assert [words.text[one.start : one.start + one.length] for one in words.spans] == ["kett"]
    assert words.text.startswith("\N{HORIZONTAL ELLIPSIS}")


@pytest.mark.parametrize(
    ("entry", "head", "words"),
    [
        (
            a_lesson_note(),
            "From a lesson: A first lesson",
            "“Pain is an alarm.”\nMine too.",
        ),
        (
            a_measure(),
            "How it has been",
            (
                "Average pain 5, in the way of enjoying life 4, in the way of daily activity 6, "
                "fear 3, confidence 5, belief that pain means damage 2\nA little easier."
            ),
        ),
        (a_memo(text="On the hill."), "A spoken memo, 0:03", "On the hill."),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_timeline_tells_notes_measures_and_memos_in_words(
    entry: Entry, head: str, words: str
) -> None:
    model = TimelineModel()

    model.show_entries((entry,), TITLES, NOON)

    assert (model.head(entry).text, model.words(entry).text) == (head, words)


def test_calendar_goes_from_day_to_day_and_opens_one(diary: MainWindow) -> None:
    press(Qt.Key.Key_G, CTRL)
    grid = named(diary, MonthGrid, "Days of the month")

    steps = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Down):
        press(key)
        steps.append(grid.day)
    press(Qt.Key.Key_Return)
    entry = timeline(diary).entry

    assert steps == [
        date(2026, 11, 24),
        date(2026, 11, 23),
        date(2026, 10, 23),
        date(2026, 10, 30),
    ]
    assert focused() is timeline(diary)
    assert entry is not None
    assert entry.text == "Stayed in."


def test_days_with_entries_are_told_and_pressed(diary: MainWindow) -> None:
    diary.go(Place.DIARY, "calendar")
    grid = named(diary, MonthGrid, "Days of the month")
    index = grid.currentIndex()

    told = [
        index.siblingAtColumn(place).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(3)
    ]
    yesterday = grid.visualRect(index.siblingAtColumn(index.column() - 1)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(yesterday))
    entry = timeline(diary).entry

    assert "Yesterday, 2 entries" in told
    assert "Today, 3 entries" in told
    assert entry is not None
    assert entry.id == "c" * 32


def test_day_ten_years_back_is_reached_before_all_rows_are_laid_out(
    theme: Theme, qtbot: QtBot
) -> None:
    model = TimelineModel()
    view = TimelineView(theme, model)
    qtbot.addWidget(view)
    view.resize(700, 600)
    entries = sample_entries(NOON, 400)
    model.show_entries(entries, {}, NOON)
    view.show()
    day = entries[PER_DAY].created_at.date()

    found = view.choose_day(day)

    at = model.index_of_day(day)
    qtbot.waitUntil(lambda: view.viewport().rect().intersects(view.visualRect(at)), timeout=20_000)
    assert found
    assert not view.choose_day(day - timedelta(days=5))
