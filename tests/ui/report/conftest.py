"""A report section on a diary of four weeks, and dialogs that answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from prt_desktop.diary_files import DiaryFiles
from prt_desktop.ui.report.section import ReportSection
from tests.ui.reading import button, words_on
from tests.ui.setting import Setting
from tests.ui.stand_ins import StandInPapers
from tests.whole_diaries import a_month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prt_desktop.storage.journal import Journal


def keep_a_month(journal: Journal) -> None:
    """Keep four weeks of made-up entries, evidence, ladder and checks."""
    month = a_month()
    journal.add_all(month.entries)
    for point in month.points:
        journal.points.keep(point)
    for belief in month.beliefs:
        journal.beliefs.keep(belief)
    for rung in month.rungs:
        journal.rungs.keep(rung)
    for check in month.safety.checks:
        journal.add_answer(check)


@dataclass
class Desk:
    """The section, and a person at it."""

    setting: Setting
    qtbot: QtBot

    def __post_init__(self) -> None:
        one = self.setting
        self.papers = StandInPapers()
        self.files = DiaryFiles(one.journal, "1.2.3", one.clock)
        self.section = ReportSection(
            one.theme, one.practices(), one.settings, one.clock, self.files, self.papers
        )
        self.section.resize(900, 700)
        self.section.refresh()

    def show(self) -> None:
        """Show the section by itself."""
        self.qtbot.addWidget(self.section)
        self.section.show()

    def press(self, words: str) -> None:
        """Press a button."""
        button(self.section, words).click()

    def wait_for(self, words: str) -> None:
        """Wait until these words are to be seen."""
        self.qtbot.waitUntil(lambda: words in words_on(self.section))


@pytest.fixture
def desk(setting: Setting, qtbot: QtBot) -> Iterator[Desk]:
    """Give the report section of somebody with four weeks of entries."""
    setting.pass_safety_pages()
    keep_a_month(setting.journal)
    desk = Desk(setting, qtbot)
    desk.show()
    yield desk
    desk.section.shut()
