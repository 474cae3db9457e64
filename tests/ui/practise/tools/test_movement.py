"""A movement predicted, and compared with what happened; no score and no quota."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from prt_desktop.domain.diary import EntryKind, MovementTrial, NextTime
from prt_desktop.domain.exercise import Tool
from prt_desktop.ui.practise.tools.movement_choice import MovementChoice
from prt_desktop.ui.practise.tools.prediction import PredictionPage
from tests.ui.practise.tools.conftest import BEND, movements
from tests.ui.reading import button, focused, named, press, tab_to, words_on, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.practise.tools.comparison import ComparisonPage
    from tests.ui.setting import Setting

PREDICTED = MovementTrial("movement", "Bending forward", "bend", "It will grab me.")


def test_prediction_is_made_by_keyboard(prediction: PredictionPage, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Space)
    tab_to("What do you expect?")
    write("It will grab me.")
    with qtbot.waitSignal(prediction.predicted) as predicted:
        tab_to("Go on to the practice")
        press(Qt.Key.Key_Space)

    assert predicted.args == [PREDICTED]


def test_smallest_form_and_every_stop_rule_are_to_be_seen(prediction: PredictionPage) -> None:
    button(prediction, BEND.name).click()

    seen = words_on(prediction)
    assert BEND.smallest in seen
    assert all(rule in seen for rule in BEND.stop)


def test_what_has_the_focus_stays_in_sight_when_the_stop_rules_appear(
    prediction: PredictionPage, qtbot: QtBot
) -> None:
    prediction.resize(800, 480)
    choice = prediction.findChildren(MovementChoice)[0]

    with qtbot.waitSignal(choice.stop_rules_shown):
        press(Qt.Key.Key_Space)

    assert focused() is button(prediction, BEND.name)
    assert focused().visibleRegion().boundingRect().height() == focused().height()


def test_a_movement_in_ones_own_words_has_stop_rules_too(prediction: PredictionPage) -> None:
    button(prediction, "Another one").click()
    write("Put on socks")

    trial = prediction.trial
    assert (trial.movement, trial.movement_id) == ("Put on socks", None)
    assert "Chest pain or trouble breathing: stop, and get medical help now." in words_on(
        prediction
    )


def test_prediction_without_a_movement_says_what_is_missing(
    prediction: PredictionPage, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(prediction.predicted):
        prediction.go_on()

    assert "Please choose a movement, or name one." in words_on(prediction)


def test_prediction_survives_a_crash(
    setting: Setting,
    prediction: PredictionPage,
    show_page: Callable[[QWidget], None],
) -> None:
    button(prediction, BEND.name).click()
    named(prediction, QPlainTextEdit, "What do you expect?").setPlainText("It will grab me.")
    prediction.go_on()
    again = PredictionPage(setting.theme, setting.journal, movements())
    show_page(again)

    again.open()

    draft = setting.journal.drafts.get(Tool.PREDICTION)
    assert draft is not None
    assert again.trial == draft.details == PREDICTED


def test_own_words_are_found_again_too(setting: Setting, prediction: PredictionPage) -> None:
    button(prediction, "Another one").click()
    named(prediction, QLineEdit, "Which one, in your words?").setText("Put on socks")
    named(prediction, QPlainTextEdit, "What do you expect?").setPlainText("A stab.")
    prediction.hide()
    prediction.show()

    prediction.open()

    assert prediction.trial == MovementTrial("movement", "Put on socks", None, "A stab.")
    assert setting.journal.entries() == ()


def test_prediction_of_another_exercise_is_not_taken_up(
    setting: Setting, prediction: PredictionPage, show_page: Callable[[QWidget], None]
) -> None:
    button(prediction, BEND.name).click()
    named(prediction, QPlainTextEdit, "What do you expect?").setPlainText("It will grab me.")
    prediction.go_on()
    other = PredictionPage(setting.theme, setting.journal, replace(movements(), id="imagined"))
    show_page(other)

    other.open()

    assert other.trial == MovementTrial("imagined", "")


def test_comparison_is_written_by_keyboard_and_lands_in_the_diary(
    setting: Setting, comparison: ComparisonPage, qtbot: QtBot
) -> None:
    comparison.open(PREDICTED)

    write("A pull, then less.")
    press(Qt.Key.Key_Tab)
    write("It did not grab me.")
    press(Qt.Key.Key_Tab)
    write("The story was louder.")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    with qtbot.waitSignal(comparison.kept):
        tab_to("Save in my diary")
        press(Qt.Key.Key_Space)

    [entry] = setting.journal.entries()
    assert entry.kind is EntryKind.MOVEMENT
    assert entry.details == replace(
        PREDICTED,
        happened="A pull, then less.",
        did_not_happen="It did not grab me.",
        learned="The story was louder.",
        next_time=NextTime.SAME,
    )
    assert setting.journal.drafts.get(Tool.PREDICTION) is None


def test_comparison_shows_what_was_expected(comparison: ComparisonPage) -> None:
    comparison.open(PREDICTED)

    assert "What you expected\nIt will grab me." in words_on(comparison)
    assert "Bending forward" in words_on(comparison)


def test_nothing_of_the_comparison_has_to_be_answered(
    setting: Setting, comparison: ComparisonPage
) -> None:
    comparison.open(MovementTrial("movement", "Bending forward", "bend"))

    comparison.go_on()

    [entry] = setting.journal.entries()
    assert entry.details == MovementTrial("movement", "Bending forward", "bend")


@pytest.mark.parametrize(
    ("way", "next_time"),
    [
        ("The same again", NextTime.SAME),
        ("A little wider", NextTime.WIDER),
        ("Smaller", NextTime.SMALLER),
        ("Not for now", NextTime.NOT_NOW),
    ],
)
def test_there_are_four_ways_to_go_on(
    comparison: ComparisonPage, way: str, next_time: NextTime
) -> None:
    comparison.open(PREDICTED)

    button(comparison, way).click()

    assert comparison.trial.next_time is next_time


def test_half_a_comparison_is_kept_when_it_is_left(
    setting: Setting, comparison: ComparisonPage
) -> None:
    comparison.open(PREDICTED)
    write("A pull.")

    button(comparison, "Leave it for later").click()
    comparison.hide()

    draft = setting.journal.drafts.get(Tool.PREDICTION)
    assert draft is not None
    assert draft.details == replace(PREDICTED, happened="A pull.")
