"""All lessons are searched as one types, and a hit opens its page, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.row_list import RowList
from prt_desktop.ui.widgets.search_field import SearchField
from tests.ui.reading import button, focused, named, press, words_on, write

if TYPE_CHECKING:
    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

FIND = Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier


def found(window: MainWindow) -> list[str]:
    """Give what was found, as a screen reader says it."""
    model = named(window, RowList, "What was found").model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def field(window: MainWindow) -> SearchField:
    return named(window, SearchField, "Search all lessons")


def test_what_is_typed_is_found_at_once_with_its_passage(window: MainWindow) -> None:
    press(*FIND)

    write("alarm")

    assert found(window)[0].endswith("Page 1, The drawing. Two rooms, and one alarm.")
    assert "Found in one place" in words_on(window)


def test_return_in_the_field_opens_the_best_page(window: MainWindow) -> None:
    press(*FIND)
    write("some found")

    press(Qt.Key.Key_Return)

    assert "Page 2 of 3" in words_on(window)
    assert "The source" in words_on(window)


def test_arrows_lead_into_what_was_found_and_back(window: MainWindow) -> None:
    press(*FIND)
    write("the")

    press(Qt.Key.Key_Down)
    in_list = focused()
    press(Qt.Key.Key_Up)

    assert in_list is named(window, RowList, "What was found")
    assert focused() is field(window)


def test_a_row_reached_by_the_arrows_opens_its_page(window: MainWindow) -> None:
    press(*FIND)
    write("the")
    rows = found(window)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)

    press(Qt.Key.Key_Return)

    assert f"Page {rows[1].split('Page ')[1][0]} of 3" in words_on(window)


def test_escape_brings_the_lessons_back_and_stays_in_the_field(window: MainWindow) -> None:
    press(*FIND)
    write("alarm")
    press(Qt.Key.Key_Down)

    press(Qt.Key.Key_Escape)

    assert field(window).text() == ""
    assert focused() is field(window)
    assert "Found" not in words_on(window)


def test_the_button_clears_as_escape_does(window: MainWindow) -> None:
    press(*FIND)
    write("alarm")

    button(window, "Clear the search").click()

    assert "Short lessons" in words_on(window)


def test_nothing_found_says_what_to_do(window: MainWindow) -> None:
    press(*FIND)

    write("zebra")

    assert "Nothing found for “zebra”. Try fewer words" in words_on(window)
    press(Qt.Key.Key_Return)
    assert field(window).isVisible()


def test_leaving_a_page_leads_back_to_what_was_found(window: MainWindow) -> None:
    press(*FIND)
    write("alarm")
    press(Qt.Key.Key_Return)

    press(Qt.Key.Key_Escape)

    assert field(window).text() == "alarm"
    assert focused() is named(window, RowList, "What was found")


def test_the_keys_lead_from_a_page_to_the_field(window: MainWindow) -> None:
    window.go(Place.LEARN, "drawn")

    press(*FIND)

    assert focused() is field(window)


def test_coming_to_learn_the_focus_is_in_the_lessons(window: MainWindow) -> None:
    window.go(Place.TODAY)

    window.go(Place.LEARN)

    assert isinstance(focused(), RowList)


@pytest.mark.usefixtures("window")
def test_down_from_the_empty_field_leads_to_the_lessons() -> None:
    press(*FIND)

    press(Qt.Key.Key_Down)

    assert isinstance(focused(), RowList)


def test_one_is_told_how_many_there_are_when_not_all_are_shown(
    window: MainWindow, setting: Setting
) -> None:
    drawn = setting.library.lessons[1]
    setting.library.lessons = (*setting.library.lessons, *[drawn] * 60)
    press(*FIND)

    QTest.keyClicks(focused(), "rooms")

    assert "Found in 61 places, the best 40 below" in words_on(window)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_rows_grow_with_the_text(window: MainWindow, setting: Setting) -> None:
    press(*FIND)
    write("alarm")
    rows = named(window, RowList, "What was found")
    small = rows.height()

    setting.theme.apply("dark", 200, reduce_motion=True)

    assert rows.height() > small * 1.5
