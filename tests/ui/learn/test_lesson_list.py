"""The list of lessons says quietly what there is, what was read and what is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from prt_desktop.ui.widgets.row_list import RowList
from tests.builders import a_read_lesson
from tests.ui.learn.conftest import open_lessons
from tests.ui.reading import named, press, words_on

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting


def spoken_rows(window: MainWindow) -> list[str]:
    """Give the rows as a screen reader says them."""
    model = named(window, RowList, "Lessons").model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_list_names_part_length_and_state(window: MainWindow) -> None:
    assert spoken_rows(window)[0] == "A first lesson. To begin with, 4 minutes, not read yet"


def test_lesson_read_to_its_end_is_marked(setting: Setting, qtbot: QtBot) -> None:
    setting.journal.add(a_read_lesson("drawn"))

    window = open_lessons(setting, qtbot)

    assert [row.rsplit(", ", 1)[1] for row in spoken_rows(window)] == ["not read yet", "read"]


def test_broken_lesson_leaves_the_others_and_one_line(
    setting: Setting, lessons: Path, qtbot: QtBot
) -> None:
    (lessons / "lessons" / "03-broken.md").write_text("no front matter", "utf-8")

    window = open_lessons(setting, qtbot)

    assert len(spoken_rows(window)) == 2
    assert "One lesson could not be opened: 03-broken.md:1 a lesson begins" in words_on(window)


def test_enter_opens_the_row_that_the_arrows_reached(window: MainWindow) -> None:
    press(Qt.Key.Key_Down)

    press(Qt.Key.Key_Return)

    assert "The drawing" in words_on(window)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_list_is_as_tall_as_its_rows(window: MainWindow, setting: Setting) -> None:
    rows = named(window, RowList, "Lessons")
    small = rows.height()

    setting.theme.apply("light", 200, reduce_motion=True)

    assert rows.height() > small
    assert rows.verticalScrollBar().maximum() == 0
