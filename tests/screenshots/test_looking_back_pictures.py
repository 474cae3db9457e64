"""Looking back: four weeks with a gap, ten years at once, and what goes together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from prt_desktop.ui.diary.looking_back.patterns_view import PatternsView
from prt_desktop.ui.diary.looking_back.trend_view import TrendView
from prt_desktop.ui.widgets.chart import Chart
from prt_desktop.ui.widgets.column import Column
from tests.ui.looking_back_days import TEN_YEARS_DAYS, TODAY, days_over
from tests.ui.reading import button, words_on
from tests.ui.setting import plain_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.theme import Theme

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]


def column_with(theme: Theme, view: QWidget, qtbot: QtBot) -> Column:
    """Show a view in the reading column of a low window."""
    column = Column(theme, "the page")
    column.add(view)
    column.body.addStretch(1)
    qtbot.addWidget(column)
    column.resize(800, 640)
    column.setProperty("autoFillBackground", True)
    column.show()
    return column


def test_four_weeks_look_as_they_did(
    qapp: QApplication, qtbot: QtBot, take_picture: Callable[[str, QWidget], None]
) -> None:
    theme = plain_theme(qapp)
    view = TrendView(theme)
    column = column_with(theme, view, qtbot)
    view.show_days(days_over(90), TODAY)
    chart = view.findChildren(Chart)[0]
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Left)

    take_picture("looking-back-four-weeks-light-100-800", column)


def test_ten_years_look_as_they_did(
    qapp: QApplication, qtbot: QtBot, take_picture: Callable[[str, QWidget], None]
) -> None:
    theme = plain_theme(qapp)
    theme.apply("dark", 100, reduce_motion=True)
    view = TrendView(theme)
    column = column_with(theme, view, qtbot)
    view.show_days(days_over(TEN_YEARS_DAYS), TODAY)
    button(view, "All").click()

    take_picture("looking-back-ten-years-dark-100-800", column)


@pytest.mark.parametrize("colors", ["light", "dark"])
def test_patterns_look_as_they_did(
    qapp: QApplication, qtbot: QtBot, take_picture: Callable[[str, QWidget], None], colors: str
) -> None:
    theme = plain_theme(qapp)
    theme.apply(colors, 100, reduce_motion=True)
    view = PatternsView(theme)
    column = column_with(theme, view, qtbot)
    view.show_days(days_over(120))
    qtbot.waitUntil(lambda: "Looked at" in words_on(view))

    take_picture(f"looking-back-patterns-{colors}-100-800", column)
