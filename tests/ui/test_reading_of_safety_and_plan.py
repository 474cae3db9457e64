"""What the program itself says on these pages is read with six years of school."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import textstat
from PySide6.QtWidgets import QLabel

from prt_desktop.domain.first_day import Screen
from prt_desktop.domain.fit import Wait
from prt_desktop.domain.safety import Closed
from prt_desktop.ui.first_day.words import screen_words
from prt_desktop.ui.fit.section import FitSection
from prt_desktop.ui.fit.words import wait_words
from prt_desktop.ui.fit.words import why_closed as why_fit_is_closed
from prt_desktop.ui.sentences.section import SentencesSection
from prt_desktop.ui.sentences.words import why_closed as why_sentences_are_closed
from prt_desktop.ui.story.section import StorySection

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.setting import Setting

GRADE_AT_MOST = 6.0
WHY_CLOSED = (why_fit_is_closed, why_sentences_are_closed)

# The dictionary of syllables is read from a file that its package never closes.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")


def grade(texts: list[str]) -> float:
    """Give the grade of school of what is longer than a label: whole sentences."""
    said = [text for text in texts if re.search(r"[.?]$", text.strip())]
    return float(textstat.flesch_kincaid_grade(" ".join(said)))


def labels(widget: QWidget) -> list[str]:
    """Give every sentence that stands on a widget, seen or not."""
    return [label.text() for label in widget.findChildren(QLabel)]


def test_the_first_day(tmp_path: Path) -> None:
    texts = [
        text
        for screen in (Screen.WELCOME, Screen.DATA, Screen.SAFETY)
        for in_vault in (False, True)
        for part in screen_words(screen, tmp_path, in_vault=in_vault).paragraphs
        for text in part
    ]

    assert grade([text.replace(str(tmp_path), "a folder") for text in texts]) <= GRADE_AT_MOST


def test_fit_story_and_sentences(setting: Setting, qtbot: QtBot) -> None:
    theme, journal, clock = setting.theme, setting.journal, setting.clock
    story = StorySection(theme, journal, clock, setting.papers)
    story.open("goal")
    sections = [
        FitSection(theme, journal, setting.library, clock, setting.papers),
        SentencesSection(theme, journal, setting.library.safety_messages, clock),
        story,
    ]
    for section in sections:
        qtbot.addWidget(section)

    grades = [grade(labels(section)) for section in sections]

    assert max(grades) <= GRADE_AT_MOST, grades


def test_what_waits_says_so_in_plain_words() -> None:
    texts = [wait_words(wait) for wait in Wait]
    texts += [why(closed) for closed in Closed for why in WHY_CLOSED]

    assert grade(texts) <= GRADE_AT_MOST
