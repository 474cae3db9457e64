"""The pages of one's own writing in both themes, two widths, and at 200 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from prt_desktop.domain.exercise import Tool
from prt_desktop.domain.safety import Check
from prt_desktop.ui.practise.tools.comparison import ComparisonPage
from prt_desktop.ui.practise.tools.own_sentences import OwnSentencesPage
from prt_desktop.ui.practise.tools.prediction import PredictionPage
from prt_desktop.ui.practise.tools.thought_record import ThoughtRecordPage
from prt_desktop.ui.practise.tools.writing import WritingPage
from prt_desktop.ui.put_away import PutAway
from tests.builders import a_trial
from tests.screenshots.test_window_pictures import WAYS
from tests.ui.practise.tools.conftest import MINUTE_MS, STARTERS, Stopwatch, movements
from tests.ui.setting import NOON, Setting, plain_theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    Scene = Callable[[Setting, QtBot], QWidget]

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]


def own_sentences(setting: Setting, qtbot: QtBot) -> QWidget:
    setting.journal.set_own_sentences(("It has passed before.", STARTERS[1]))
    setting.journal.add_answer(Check("Dr Amari", NOON.date(), "back", "Fine.", NOON))
    page = OwnSentencesPage(setting.theme, setting.journal, STARTERS, setting.clock)
    return opened(page, qtbot)


def sentences_unchecked(setting: Setting, qtbot: QtBot) -> QWidget:
    page = OwnSentencesPage(setting.theme, setting.journal, STARTERS, setting.clock)
    return opened(page, qtbot)


def thought(setting: Setting, qtbot: QtBot) -> QWidget:
    put_away = PutAway(setting.journal, Tool.THOUGHT_RECORD)
    page = ThoughtRecordPage(setting.theme, setting.journal, setting.clock, put_away)
    opened(page, qtbot)
    texts = ("I bent down to tie a shoe and felt a pull.", "It is ruined.", "")
    for field, text in zip(page.findChildren(QPlainTextEdit), texts, strict=True):
        field.setPlainText(text)
    page.go_on()
    return page


def prediction(setting: Setting, qtbot: QtBot) -> QWidget:
    page = opened(PredictionPage(setting.theme, setting.journal, movements()), qtbot)
    for one in page.findChildren(QAbstractButton):
        if one.text() == "Bending forward":
            one.click()
    return page


def comparison(setting: Setting, qtbot: QtBot) -> QWidget:
    page = ComparisonPage(setting.theme, setting.journal, setting.clock)
    qtbot.addWidget(page)
    page.open(a_trial(learned=""))
    return page


def writing(setting: Setting, qtbot: QtBot) -> QWidget:
    watch = Stopwatch()
    page = WritingPage(setting.theme, setting.journal, setting.clock, watch)
    qtbot.addWidget(page)
    page.show()
    page.begin(10 * MINUTE_MS)
    watch.time_ms = 4 * MINUTE_MS
    page.findChildren(QPlainTextEdit)[0].setPlainText("I am so tired of being sensible.")
    return page


def writing_asks(setting: Setting, qtbot: QtBot) -> QWidget:
    page = writing(setting, qtbot)
    page.close()
    return page


@pytest.mark.parametrize(
    "scene",
    [
        own_sentences,
        sentences_unchecked,
        thought,
        prediction,
        comparison,
        writing,
        writing_asks,
    ],
)
@pytest.mark.parametrize(("colors", "percent", "size"), WAYS)
def test_tools_look_as_they_did(
    scene: Scene,
    colors: str,
    percent: int,
    size: tuple[int, int],
    tool_at: Callable[[Scene, str, int, tuple[int, int]], QWidget],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    page = tool_at(scene, colors, percent, size)

    name = scene.__name__.replace("_", "-")
    take_picture(f"tool-{name}-{colors}-{percent}-{size[0]}", page)


@pytest.fixture
def tool_at(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Callable[[Scene, str, int, tuple[int, int]], QWidget]:
    """Give a function that shows a page at a given size."""

    def show(scene: Scene, colors: str, percent: int, size: tuple[int, int]) -> QWidget:
        theme = plain_theme(qapp)
        theme.apply(colors, percent, reduce_motion=True)
        page = scene(Setting(theme, tmp_path / "data"), qtbot)
        page.resize(*size)
        page.show()
        return page

    return show


def opened(page: OwnSentencesPage | ThoughtRecordPage | PredictionPage, qtbot: QtBot) -> QWidget:
    """Open a page."""
    qtbot.addWidget(page)
    page.open()
    return page
