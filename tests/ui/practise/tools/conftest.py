"""Each page of one's own writing in a window of its own, on a real journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from prt_desktop.domain.exercise import Exercise, Movement, Tool
from prt_desktop.ui.practise.tools.comparison import ComparisonPage
from prt_desktop.ui.practise.tools.own_sentences import OwnSentencesPage
from prt_desktop.ui.practise.tools.prediction import PredictionPage
from prt_desktop.ui.practise.tools.thought_record import ThoughtRecordPage
from prt_desktop.ui.practise.tools.writing import WritingPage
from prt_desktop.ui.put_away import PutAway
from tests.builders import an_exercise

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.setting import Setting

MINUTE_MS = 60_000
STARTERS = (
    "My pain has been looked at, and today I can go slowly.",
    "I can look at this with a little curiosity.",
    "I do not have to win against this.",
    "It may grow or fade. I can stay friendly either way.",
)
BEND = Movement(
    "bend",
    "Bending forward",
    "Slide one hand a little way down your thigh, and come up again.",
    (
        "A feeling of new injury: stop, and have it looked at.",
        "Chest pain or trouble breathing: stop, and get medical help now.",
    ),
)
TURN = Movement("turn", "Turning to look behind", "Let your eyes go first.", ("You feel dizzy.",))


class Stopwatch:
    """Milliseconds that pass when told to."""

    def __init__(self) -> None:
        self.time_ms = 0

    def __call__(self) -> int:
        """Give the time."""
        return self.time_ms


def movements() -> Exercise:
    """Make an exercise with two movements."""
    return an_exercise(id="movement", tool=Tool.PREDICTION, movements=(BEND, TURN))


@pytest.fixture
def watch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def show_page(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Give a function that shows a page in a window of its own, with the focus in it."""

    def show(page: QWidget) -> None:
        qtbot.addWidget(page)
        page.resize(1000, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)

    return show


@pytest.fixture
def sentences(setting: Setting, show_page: Callable[[QWidget], None]) -> OwnSentencesPage:
    page = OwnSentencesPage(setting.theme, setting.journal, STARTERS, setting.clock)
    show_page(page)
    page.open()
    return page


@pytest.fixture
def thought(setting: Setting, show_page: Callable[[QWidget], None]) -> ThoughtRecordPage:
    put_away = PutAway(setting.journal, Tool.THOUGHT_RECORD)
    page = ThoughtRecordPage(setting.theme, setting.journal, setting.clock, put_away)
    show_page(page)
    page.open()
    return page


@pytest.fixture
def prediction(setting: Setting, show_page: Callable[[QWidget], None]) -> PredictionPage:
    page = PredictionPage(setting.theme, setting.journal, movements())
    show_page(page)
    page.open()
    return page


@pytest.fixture
def comparison(setting: Setting, show_page: Callable[[QWidget], None]) -> ComparisonPage:
    page = ComparisonPage(setting.theme, setting.journal, setting.clock)
    show_page(page)
    return page


@pytest.fixture
def writing(
    setting: Setting, show_page: Callable[[QWidget], None], watch: Stopwatch
) -> WritingPage:
    QGuiApplication.clipboard().clear()
    page = WritingPage(setting.theme, setting.journal, setting.clock, watch)
    show_page(page)
    page.begin(10 * MINUTE_MS)
    return page
