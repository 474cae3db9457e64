"""A chart says the same to the eye, to the keys and to a screen reader."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QTableView, QWidget

from prt_desktop.domain.days import Day
from prt_desktop.domain.trends import Span, series, trend_sentence
from prt_desktop.ui.diary.looking_back.trend_view import TrendView
from prt_desktop.ui.widgets.chart import Chart
from tests.ui.looking_back_days import TODAY, days_over
from tests.ui.reading import button, spoken_name, tab_stops, words_on

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.theme import Theme

DAYS = [
    Day(TODAY - timedelta(days=20), {"fear": 6, "mood": 3}),
    Day(TODAY - timedelta(days=3), {"fear": 3}),
    Day(TODAY - timedelta(days=2), {"fear": 4.5}),
    Day(TODAY - timedelta(days=0), {"fear": 5}),
]


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> TrendView:
    """Show four days of fear and one of mood."""
    view = TrendView(theme)
    qtbot.addWidget(view)
    view.resize(700, 800)
    view.show()
    view.show_days(DAYS, TODAY)
    return view


def chart_of(view: QWidget) -> Chart:
    """Give the chart of a view."""
    return view.findChildren(Chart)[0]


def test_the_chart_is_named_with_the_sentence_below_the_choices(view: TrendView) -> None:
    said = trend_sentence(series(DAYS, "fear", Span.MONTH, TODAY))

    assert spoken_name(chart_of(view)) == said
    assert said in words_on(view)


def test_the_keys_walk_through_the_points_and_tell_each(view: TrendView) -> None:
    chart = chart_of(view)
    told = []

    for key in ("Left", "Left", "Left", "Left", "Home", "Right", "End", "PageUp", "PageDown"):
        QTest.keyClick(chart, getattr(Qt.Key, f"Key_{key}"))
        told.append((chart.chosen, chart.accessibleDescription()))

    assert [place for place, _ in told] == [3, 2, 1, 0, 0, 1, 3, 0, 3]
    assert told[1][1] == "22 November 2026: 4.5"
    assert told[2][1] == "21 November 2026: 3, after 16 days without a number"


def test_other_keys_are_left_to_the_window(view: TrendView) -> None:
    QTest.keyClick(chart_of(view), Qt.Key.Key_Space)

    assert chart_of(view).chosen == -1


def test_a_press_chooses_the_nearest_point(view: TrendView) -> None:
    chart = chart_of(view)

    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(chart.width() - 5, 100))

    assert chart.accessibleDescription() == "24 November 2026: 5"


def test_another_span_draws_other_days(view: TrendView) -> None:
    button(view, "A week").click()

    assert "in these seven days" in spoken_name(chart_of(view))
    assert "between 3 and 5" in words_on(view)


def test_only_what_was_noted_is_offered(view: TrendView) -> None:
    (choice,) = view.findChildren(QComboBox)

    choice.setCurrentIndex(1)

    assert [choice.itemText(at) for at in range(choice.count())] == ["Fear", "Mood"]
    assert "Mood was 3 on the one day" in words_on(view)


def test_what_was_chosen_stays_when_a_rating_is_added(view: TrendView) -> None:
    (choice,) = view.findChildren(QComboBox)
    choice.setCurrentIndex(1)

    view.show_days([*DAYS, Day(TODAY, {"confidence": 7})], TODAY)

    assert choice.currentText() == "Mood"


def test_the_table_unfolds_with_every_point(view: TrendView) -> None:
    button(view, "Show as a table").click()

    (table,) = view.findChildren(QTableView)
    model = table.model()
    rows = [[model.index(row, at).data() for at in (0, 1)] for row in range(model.rowCount())]
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in (0, 1)]
    assert table.isVisible()
    assert heads == ["Day", "Fear"]
    assert rows[0] == ["24 November 2026", "5"]
    assert len(rows) == 4


def test_a_diary_without_numbers_says_what_grows_here(theme: Theme, qtbot: QtBot) -> None:
    view = TrendView(theme)
    qtbot.addWidget(view)
    view.show()

    view.show_days([Day(TODAY)], TODAY)

    assert "Nothing to draw yet" in words_on(view)
    assert not chart_of(view).isVisible()


def test_every_stop_has_a_name_and_a_role(view: TrendView) -> None:
    button(view, "Show as a table").click()

    stops = list(tab_stops(view))

    assert chart_of(view) in stops
    for stop in stops:
        interface = QAccessible.queryAccessibleInterface(stop)
        assert interface is not None
        assert spoken_name(stop)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("length", [1, 28, 3_652])
def test_the_chart_paints_in_any_size(
    theme: Theme, qtbot: QtBot, percent: int, length: int
) -> None:
    theme.apply("light", percent, reduce_motion=True)
    chart = Chart(theme)
    qtbot.addWidget(chart)
    chart.show_series(series(days_over(length) or DAYS, "fear", Span.ALL, TODAY))
    chart.resize(chart.minimumSizeHint())
    chart.choose(0)

    picture = chart.grab().toImage()

    ground = picture.pixelColor(picture.width() // 2, 20)
    row_colors = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert ground.isValid()
    assert len(row_colors) > 3
