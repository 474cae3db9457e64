"""The map of the course says quietly what there is, where one is, and what is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from prt_desktop.content.library import Library
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.row_list import RowList
from tests.builders import a_read_lesson, lesson_text, write_files
from tests.ui.learn.conftest import open_lessons
from tests.ui.reading import focused, named, press, words_on

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting


def parts(window: MainWindow) -> dict[str, list[str]]:
    """Give the parts that are shown, each with its rows as a screen reader says them."""
    role = Qt.ItemDataRole.AccessibleTextRole
    shown = [rows for rows in window.findChildren(RowList) if rows.isVisible()]
    return {
        rows.accessibleName(): [
            str(rows.model().index(row, 0).data(role)) for row in range(rows.model().rowCount())
        ]
        for rows in shown
    }


def test_lessons_stand_in_their_parts_the_clinicians_last(window: MainWindow) -> None:
    assert list(parts(window)) == ["Start here", "Pain and the brain", "For the clinician"]


def test_row_names_length_and_state_and_where_to_go_on(window: MainWindow) -> None:
    shown = parts(window)

    assert shown["Start here"] == ["A first lesson. 4 minutes, not read yet, go on here"]
    assert shown["Pain and the brain"] == ["A drawn lesson. 4 minutes, not read yet"]


def test_lesson_read_to_its_end_is_marked_and_the_next_is_where_to_go_on(
    setting: Setting, qtbot: QtBot
) -> None:
    setting.journal.add(a_read_lesson("first"))

    shown = parts(open_lessons(setting, qtbot))

    assert shown["Start here"] == ["A first lesson. 4 minutes, read"]
    assert shown["Pain and the brain"] == ["A drawn lesson. 4 minutes, not read yet, go on here"]


def test_lesson_left_midway_is_where_to_go_on_even_if_it_was_read_before(
    setting: Setting, qtbot: QtBot
) -> None:
    setting.journal.add(a_read_lesson("first"))
    window = open_lessons(setting, qtbot)
    window.go(Place.LEARN, "first")

    press(Qt.Key.Key_Escape)

    assert parts(window)["Start here"] == ["A first lesson. 4 minutes, read, go on here"]


def test_nobody_is_led_to_the_clinicians_part(setting: Setting, qtbot: QtBot) -> None:
    setting.journal.add_all((a_read_lesson("first"), a_read_lesson("drawn")))

    shown = parts(open_lessons(setting, qtbot))

    assert shown["For the clinician"] == ["A visit. 4 minutes, not read yet"]
    assert not any("go on here" in row for rows in shown.values() for row in rows)


def test_lesson_missing_from_a_translated_course_says_that_it_is_english(
    setting: Setting, lessons: Path, qtbot: QtBot
) -> None:
    write_files(lessons, {"lessons/de/01-first.md": lesson_text()})
    setting.library = Library(lessons, "de")

    shown = parts(open_lessons(setting, qtbot))

    assert shown["Start here"] == ["A first lesson. 4 minutes, not read yet, go on here"]
    assert shown["Pain and the brain"] == ["A drawn lesson. 4 minutes, in English, not read yet"]


def test_broken_lesson_leaves_the_others_and_one_line(
    setting: Setting, lessons: Path, qtbot: QtBot
) -> None:
    (lessons / "lessons" / "03-broken.md").write_text("no front matter", "utf-8")

    window = open_lessons(setting, qtbot)

    assert len(parts(window)) == 3
    assert "One lesson could not be opened: 03-broken.md:1 a lesson begins" in words_on(window)


def test_focus_lands_on_the_lesson_to_go_on_at(setting: Setting, qtbot: QtBot) -> None:
    setting.journal.add(a_read_lesson("first"))
    window = open_lessons(setting, qtbot)

    press(Qt.Key.Key_Return)

    assert "The drawing" in words_on(window)


def test_arrows_lead_from_part_to_part(window: MainWindow) -> None:
    press(Qt.Key.Key_Down)
    reached = focused().accessibleName()

    press(Qt.Key.Key_Return)

    assert reached == "Pain and the brain"
    assert "The drawing" in words_on(window)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_part_is_as_tall_as_its_rows(window: MainWindow, setting: Setting) -> None:
    rows = named(window, RowList, "Start here")
    small = rows.height()

    setting.theme.apply("light", 200, reduce_motion=True)

    assert rows.height() > small
    assert rows.verticalScrollBar().maximum() == 0
