"""A scale is answered by hand or by number keys, and nothing is chosen for anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton

from prt_desktop.ui.widgets.scale import Scale
from tests.ui.reading import button, focused, press, spoken_name, words_on, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.theme import Theme


@pytest.fixture
def scale(theme: Theme, qtbot: QtBot) -> Scale:
    """Give a shown scale with the focus."""
    return shown(Scale(theme, "Fear", ("none", "the most")), qtbot)


def shown(scale: Scale, qtbot: QtBot) -> Scale:
    """Show a scale, and put the focus into it."""
    qtbot.addWidget(scale)
    scale.show()
    scale.activateWindow()
    qtbot.waitUntil(scale.isActiveWindow)
    scale.focus_stop.setFocus()
    return scale


def test_nothing_is_chosen_at_first(scale: Scale) -> None:
    assert scale.value is None
    assert "Clear" not in words_on(scale)


@pytest.mark.parametrize(("keys", "number"), [("0", 0), ("7", 7), ("10", 10), ("100", 0)])
def test_number_keys_choose(scale: Scale, keys: str, number: int) -> None:
    told: list[int | None] = []
    scale.chosen.connect(told.append)

    for key in keys:
        write(key)

    assert scale.value == number
    assert told[-1] == number
    assert spoken_name(focused()) == str(number)


@pytest.mark.parametrize(
    ("keys", "number"),
    [("0", 0), ("7", 70), ("70", 70), ("50", 50), ("1", 10), ("10", 10), ("100", 100), ("75", 50)],
)
def test_tens_are_typed_as_they_are_read(
    theme: Theme, qtbot: QtBot, keys: str, number: int
) -> None:
    scale = shown(Scale(theme, "How sure", ("not at all", "quite"), step=10), qtbot)

    for key in keys:
        write(key)

    assert scale.value == number


def test_a_digit_after_a_rest_is_a_number_of_its_own(scale: Scale) -> None:
    write("1")
    [timer] = scale.findChildren(QTimer)
    timer.timeout.emit()

    write("0")

    assert scale.value == 0


def test_answer_is_taken_back_by_hand_and_by_key(scale: Scale) -> None:
    told: list[int | None] = []
    write("4")
    scale.chosen.connect(told.append)

    button(scale, "Clear: Fear").click()
    write("4")
    press(Qt.Key.Key_Delete)

    assert told == [None, 4, None]
    assert scale.value is None


def test_each_number_says_what_it_answers(scale: Scale) -> None:
    numbers = [one for one in scale.findChildren(QAbstractButton) if one.text().isdigit()]

    assert [one.text() for one in numbers] == [str(number) for number in range(11)]
    assert {one.accessibleDescription() for one in numbers} == {
        "Fear, from 0, none, to 10, the most"
    }


def test_all_numbers_stand_in_one_row_of_the_reading_column(scale: Scale, theme: Theme) -> None:
    scale.resize(theme.column_width, scale.heightForWidth(theme.column_width))

    tops = {one.y() for one in scale.findChildren(QAbstractButton) if one.text().isdigit()}

    assert len(tops) == 1
