"""Words of despair and the highest numbers are kept like any others; nothing answers them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from prt_desktop.domain.circumstances import Ratings
from prt_desktop.domain.diary import EntryKind, Measure
from prt_desktop.ui.safety.crisis_card import CrisisCard
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.scale import Scale
from tests.ui.conftest import shown
from tests.ui.reading import button, named, press, tab_to, words_on, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

CTRL = Qt.KeyboardModifier.ControlModifier
SAVED = "Saved in your diary."
IN_MY_WORDS = "On the whole, how have things changed? In my own words"
HARD = ("I want to die.", "I will kill myself tonight.", "The pain is unbearable, I can't go on.")


@pytest.fixture
def window(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Give the window of a person who rates pain, with the diary open."""
    setting.settings.write(replace(setting.settings.read(), rate_pain=True))
    setting.pass_safety_pages()
    window = shown(setting, qtbot)
    window.go(Place.DIARY)
    return window


def answers(window: MainWindow) -> list[str]:
    """Tell whatever could answer a person: the card, a window, another place, words about help."""
    found = [f"card: {one.isVisible()}" for one in window.findChildren(CrisisCard)]
    found += [f"window: {one}" for one in QApplication.topLevelWidgets() if one.isVisible()]
    found.append(f"place: {window.place}")
    asked = ("crisis", "help", "alone", "emergency", "suicid", "safe", "doctor", "clinician")
    lines = [line for line in words_on(window).split("\n") if line not in HARD]
    return found + [line for line in lines if any(one in line.lower() for one in asked)]


@pytest.mark.parametrize("words", HARD)
def test_hard_words_with_the_highest_pain_are_kept_and_not_answered(
    setting: Setting, window: MainWindow, words: str
) -> None:
    before, safety = answers(window), setting.journal.safety()

    press(Qt.Key.Key_N, CTRL)
    write(words)
    tab_to("How it was")
    press(Qt.Key.Key_Space)
    named(window, Scale, "Pain").focus_stop.setFocus()
    write("10")
    press(Qt.Key.Key_Return, CTRL)

    [entry] = setting.journal.entries()
    assert (entry.text, entry.circumstances.ratings) == (words, Ratings(pain=10))
    assert window.notices.text == SAVED
    assert answers(window) == before
    assert setting.journal.safety() == safety


@pytest.mark.parametrize("words", HARD)
def test_hard_words_with_the_worst_answers_are_kept_and_not_answered(
    setting: Setting, window: MainWindow, words: str
) -> None:
    window.go(Place.DIARY, "measures")
    button(window, "Answer the questions").click()
    before, safety = answers(window), setting.journal.safety()

    for scale in window.findChildren(Scale):
        if scale.isVisible():
            scale.focus_stop.setFocus()
            write("10")
    named(window, QPlainTextEdit, IN_MY_WORDS).setPlainText(words)
    button(window, "Save in my diary").click()

    [entry] = setting.journal.entries()
    assert (entry.kind, entry.text) == (EntryKind.MEASURE, words)
    assert entry.details == Measure(10, 10, 10, 10, 10, 10)
    assert window.notices.text == SAVED
    assert answers(window) == before
    assert setting.journal.safety() == safety
