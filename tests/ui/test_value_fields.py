"""Times, dates, levels and lists are reached by keys and hand, and the wheel scrolls past them."""

from __future__ import annotations

from datetime import date, time
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.date_field import DateField
from prt_desktop.ui.widgets.dropdown import Dropdown
from prt_desktop.ui.widgets.slider import Slider
from prt_desktop.ui.widgets.time_field import TimeField
from tests.ui.reading import focused, press, spoken_name, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.theme import Theme

NOT_INVERTED = False
NAMES = ("Start", "At", "On", "Loudness", "Voice")


class Page(QWidget):
    """A button, a time, a day, a level and a list, below each other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.start = Button(theme, "Start")
        self.at = TimeField(theme, "At")
        self.on = DateField(theme, "On", date(2026, 11, 24))
        self.loudness = Slider(theme, "Loudness")
        self.voice = Dropdown(theme, "Voice")
        self.voice.addItems(["heart", "michael"])
        self.loudness.setValue(50)
        self.at.set_at(time(10, 30))
        self.on.set_day(date(2026, 9, 27))
        rows = QVBoxLayout(self)
        for one in (self.start, self.at, self.on, self.loudness, self.voice):
            rows.addWidget(one)

    def values(self) -> tuple[time, date, int, str]:
        """Give what all of them say."""
        return self.at.at, self.on.day, self.loudness.value(), self.voice.currentText()


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> Page:
    page = Page(theme)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.start.setFocus()
    return page


def turn_wheel(widget: QWidget) -> bool:
    """Turn the wheel over a widget, and say whether it took that for itself."""
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(at)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        NOT_INVERTED,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_tab_leads_through_all_of_them_once(page: Page) -> None:
    reached = [focused().accessibleName() or spoken_name(focused())]

    for _ in range(2 + 3 + len(NAMES) - 2):  # a time has two parts, a day has three
        press(Qt.Key.Key_Tab)
        reached.append(focused().accessibleName() or spoken_name(focused()))

    assert [name for name, _ in groupby(reached)] == [*NAMES, NAMES[0]]
    assert page.values() == (time(10, 30), date(2026, 9, 27), 50, "heart")


def test_a_time_is_written_by_keys(page: Page) -> None:
    press(Qt.Key.Key_Tab)

    write("07")
    write("15")
    press(Qt.Key.Key_Tab)

    assert page.at.at == time(7, 15)


def test_a_press_marks_the_part_it_falls_on_so_that_a_number_replaces_it(page: Page) -> None:
    line = page.at.lineEdit()
    minutes = line.cursorRect().translated(line.fontMetrics().horizontalAdvance("10:3"), 0)

    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=minutes.center())
    marked = focused() is page.at and line.selectedText()
    write("45")
    press(Qt.Key.Key_Tab)

    assert marked == "30"
    assert page.at.at == time(10, 45)


@pytest.mark.parametrize("name", ["at", "on", "loudness", "voice"])
def test_the_wheel_scrolls_past_what_has_no_focus_and_turns_what_has(page: Page, name: str) -> None:
    before, widget = page.values(), getattr(page, name)

    taken = turn_wheel(widget)
    between = page.values()
    widget.setFocus()
    turn_wheel(widget)

    assert not taken
    assert between == before
    assert page.values() != before


def test_a_button_with_somebodys_words_leaves_the_page_its_width(theme: Theme) -> None:
    words = "A bad day? Repeat a lower rung: " + "carrying the shopping home " * 4
    whole, shortened = (Button(theme, words, Look.PLAIN) for _ in range(2))

    shortened.set_shortens()

    assert shortened.minimumSizeHint().width() < 200 < whole.minimumSizeHint().width()
    assert shortened.sizeHint() == whole.sizeHint()
    assert spoken_name(shortened) == words
