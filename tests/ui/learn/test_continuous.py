"""Pages below each other, by choice: keys scroll, and the place is remembered all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QScrollArea

from prt_desktop.ui.learn.page_view import PageView
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.pane import Place
from tests.ui.learn.conftest import open_lessons
from tests.ui.learn.test_reader import kept_lessons, page_of, source_card
from tests.ui.reading import button, press, words_on

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollBar
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting


@pytest.fixture
def scrolling(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Give the window, set to show the pages of a lesson below each other."""
    setting.settings.write(replace(setting.settings.read(), continuous=True))
    window = open_lessons(setting, qtbot)
    window.resize(800, 480)
    return window


def bar_of(window: MainWindow) -> QScrollBar:
    """Give the scroll bar of the lesson."""
    columns = window.findChildren(QScrollArea)
    column = next(one for one in columns if one.isAncestorOf(page_of(window)))
    return column.verticalScrollBar()


def test_all_pages_stand_below_each_other(scrolling: MainWindow) -> None:
    scrolling.go(Place.LEARN, "drawn")

    shown = [view.accessibleName() for view in scrolling.findChildren(PageView) if view.isVisible()]

    assert shown == ["The drawing", "The source", "The last idea"]
    assert "What can one page do?" in words_on(scrolling)
    assert "One thing to try" in words_on(scrolling)


def test_page_by_page_is_the_first_choice(window: MainWindow) -> None:
    window.go(Place.LEARN, "drawn")

    shown = [view.accessibleName() for view in window.findChildren(PageView) if view.isVisible()]

    assert shown == ["The drawing"]


def test_space_scrolls_and_the_head_follows(scrolling: MainWindow, qtbot: QtBot) -> None:
    scrolling.go(Place.LEARN, "drawn")
    bar = bar_of(scrolling)
    qtbot.waitUntil(lambda: bar.maximum() > 2 * bar.pageStep())
    at_first = "Page 1 of 3" in words_on(scrolling)

    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)

    assert at_first
    assert bar.value() > 0
    assert "Page 3 of 3" in words_on(scrolling)


def test_foot_of_the_lesson_is_its_end_and_is_kept_once(
    scrolling: MainWindow, setting: Setting, qtbot: QtBot
) -> None:
    scrolling.go(Place.LEARN, "drawn")
    bar = bar_of(scrolling)
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_End)

    assert "The end of the lesson" in words_on(scrolling)
    assert kept_lessons(setting) == ["drawn"]


def test_leaving_midway_keeps_the_place_and_no_reading(
    scrolling: MainWindow, setting: Setting, qtbot: QtBot
) -> None:
    scrolling.go(Place.LEARN, "drawn")
    bar = bar_of(scrolling)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    button(scrolling, "Back to the lessons").click()

    scrolling.go(Place.LEARN, "drawn")

    qtbot.waitUntil(lambda: bar_of(scrolling).value() > 0)
    assert "Page 3 of 3" in words_on(scrolling)
    assert kept_lessons(setting) == []
    assert setting.settings.read().lesson_pages == {"drawn": 2}


def test_card_opens_below_the_page_that_was_turned_to(scrolling: MainWindow, qtbot: QtBot) -> None:
    scrolling.go(Place.LEARN, "drawn")
    qtbot.waitUntil(lambda: bar_of(scrolling).maximum() > 0)
    press(Qt.Key.Key_Right)
    source = next(view for view in scrolling.findChildren(PageView) if view.hasFocus())

    source.anchorClicked.emit(QUrl("source:ashar-2022"))

    card = source_card(scrolling)
    qtbot.waitUntil(lambda: not card.visibleRegion().isEmpty())
    assert card.parentWidget() is source.parentWidget()


def test_lesson_that_fits_the_window_is_read_when_it_is_left(
    scrolling: MainWindow, setting: Setting, qtbot: QtBot
) -> None:
    scrolling.resize(1600, 2400)
    scrolling.go(Place.LEARN, "first")
    qtbot.waitUntil(lambda: bar_of(scrolling).maximum() == 0)

    button(scrolling, "Back to the lessons").click()

    assert kept_lessons(setting) == ["first"]


def test_choice_is_made_in_the_settings_and_an_open_lesson_follows(window: MainWindow) -> None:
    window.go(Place.LEARN, "drawn")
    press(Qt.Key.Key_Right)
    window.go(Place.SETTINGS)
    row = next(one for one in window.findChildren(CheckRow) if "below each other" in one.text())
    row.click()

    window.go(Place.LEARN)

    assert "Page 2 of 3" in words_on(window)
    assert "One thing to try" in words_on(window)
