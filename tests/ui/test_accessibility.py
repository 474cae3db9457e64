"""Every control of every pane has a name, a role, room for a finger and a place in the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from prt_desktop.domain.safety import PageAnswer, PageId
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.pane import Notice, Place
from tests.ui.conftest import shown
from tests.ui.reading import focused, press, spoken_name, tab_stops
from tests.ui.setting import NOON, some_entries

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from prt_desktop.ui.theme import Theme
    from tests.ui.setting import Setting

PLACES = [
    (Place.TODAY, ""),
    (Place.DIARY, ""),
    (Place.DIARY, "new"),
    (Place.DIARY, "calendar"),
    (Place.DIARY, "bin"),
    (Place.PLAN, ""),
    (Place.PLAN, "month:look"),
    (Place.PLAN, "messages"),
    (Place.PLAN, "messages:new"),
    (Place.PLAN, "setback"),
    (Place.PLAN, "keeping_on"),
    (Place.PLAN, "keeping_on:new"),
    (Place.PLAN, "keeping_on:end"),
    (Place.BAD_DAY, ""),
    (Place.SETTINGS, ""),
    (Place.SAFETY_PAGES, ""),
    (Place.NEW_SYMPTOM, ""),
    (Place.CHECK, ""),
    (Place.OWN_AUDIO, ""),
    (Place.PHONE_PACK, ""),
    (Place.PRIVACY, ""),
    (Place.REMINDERS, ""),
    (Place.PEOPLE, ""),
    (Place.CRISIS, ""),
]
SMALLEST = 44
FEW = [("day", "Day"), ("night", "Night")]


@pytest.fixture
def filled(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Give the window of a person with entries, an open flag and a notice to be read."""
    setting.journal.add_all(some_entries())
    setting.journal.add_answer(PageAnswer(PageId.SAME_DAY, ("fever",), NOON))
    window = shown(setting, qtbot)
    window.resize(1200, 800)
    window.show_notice(Notice("Entry deleted.", "Undo", print))
    return window


@pytest.mark.parametrize(("place", "target"), PLACES)
def test_every_control_has_a_name_and_a_role(filled: MainWindow, place: Place, target: str) -> None:
    filled.go(place, target)

    for widget in tab_stops(filled):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert spoken_name(widget).strip(), f"{widget} has no name"
        assert interface.role() not in {QAccessible.Role.NoRole, QAccessible.Role.Client}, widget


@pytest.mark.parametrize(("place", "target"), PLACES)
def test_every_control_is_large_enough_for_a_finger(
    filled: MainWindow, place: Place, target: str
) -> None:
    filled.go(place, target)

    for widget in tab_stops(filled):
        assert widget.height() >= SMALLEST, f"{spoken_name(widget)} is {widget.height()} px high"
        assert widget.width() >= SMALLEST, f"{spoken_name(widget)} is {widget.width()} px wide"


@pytest.mark.parametrize(("place", "target"), PLACES)
def test_tab_reaches_every_control_and_comes_round(
    filled: MainWindow, place: Place, target: str
) -> None:
    filled.go(place, target)
    wanted = {widget for widget in tab_stops(filled) if not waits_for_arrows(widget)}

    reached: set[QWidget] = set()
    for _ in range(len(wanted) + 20):
        reached.add(focused())
        press(Qt.Key.Key_Tab)

    assert {spoken_name(widget) for widget in wanted - reached} == set()


def test_notice_is_announced(filled: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def hear(_widget: QWidget, words: str) -> None:
        said.append(words)

    monkeypatch.setattr("prt_desktop.ui.widgets.notice_bar.announce", hear)

    filled.show_notice(Notice("Saved in your diary."))

    assert said == ["Saved in your diary."]


def waits_for_arrows(widget: QWidget) -> bool:
    """Say whether another button of the widget's group is the one that Tab goes to."""
    if not isinstance(widget, QAbstractButton) or widget.group() is None:
        return False
    checked = widget.group().checkedButton()
    return checked is not widget


def test_choice_toggled_by_a_screen_reader_is_told(theme: Theme, qtbot: QtBot) -> None:
    row = ChoiceRow[str](theme, "When", FEW, "day")
    qtbot.addWidget(row)
    chosen: list[str] = []
    row.chosen.connect(chosen.append)

    row.findChildren(QAbstractButton)[1].toggle()
    row.set_value("day")
    row.clear()

    assert chosen == ["night"]


def test_choices_of_a_field_say_what_is_chosen(theme: Theme, qtbot: QtBot) -> None:
    row = ChoiceRow[str](theme, "", FEW, "day")
    field = Field(theme, "When", row)
    qtbot.addWidget(field)

    told = {one.accessibleDescription() for one in row.findChildren(QAbstractButton)}

    assert told == {"When"}
