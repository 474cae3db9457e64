"""The evidence sheet, the ladder and our own questions: empty and filled, in the light."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from prt_desktop.content.library import Library
from prt_desktop.domain.circumstances import Circumstances, Ratings
from prt_desktop.domain.diary import EntryKind
from prt_desktop.domain.evidence_sheet import Column
from prt_desktop.domain.safety import Check
from prt_desktop.ui.evidence.section import EvidenceSection
from prt_desktop.ui.ladder.section import MovementsSection
from prt_desktop.ui.measures.section import MeasuresSection
from tests.builders import (
    a_belief,
    a_measure,
    a_movement,
    a_point,
    a_rung,
    a_trial,
    an_entry,
    write_assets,
)
from tests.ui.setting import NOON, Setting, plain_theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.widgets.sectioned import SectionPane

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]
SIZE = (920, 1100)
DAY = timedelta(days=1)


def evidence(setting: Setting) -> SectionPane:
    starters = setting.library.starter_points
    return EvidenceSection(setting.theme, setting.journal, starters, setting.clock, setting.papers)


def ladder(setting: Setting) -> SectionPane:
    return MovementsSection(setting.theme, setting.journal, setting.library, setting.clock)


def measures(setting: Setting) -> SectionPane:
    return MeasuresSection(setting.theme, setting.journal, setting.clock)


def fill(setting: Setting) -> None:
    """Write what a person may have after two months."""
    journal = setting.journal
    surprise = an_entry("The stairs were fine while I was on the phone.", created_at=NOON - DAY)
    surprise = replace(surprise, kind=EntryKind.SURPRISE)
    starred = a_point("It was gone on holiday.", entry_ids=(surprise.id,))
    rung = a_rung("Carrying the shopping", fear=6, added_at=NOON - 30 * DAY)
    journal.points.keep(a_point("It moves from one place to another."))
    journal.points.keep(a_point("It is in both legs.", waits_for_check=True))
    journal.points.keep(starred)
    journal.points.keep(a_point("After a box.", column=Column.UNSURE, ask_clinician=True))
    journal.set_own_sentences((starred.sentence,))
    for at, sure in enumerate((20, 30, 20, 40, 60)):
        journal.beliefs.keep(a_belief(sure, rated_at=NOON - (50 - 10 * at) * DAY))
    for one in (rung, a_rung("Reaching up", fear=3), a_rung("Running", needs_clinician=True)):
        journal.rungs.keep(one)
    journal.add(surprise)
    trial, beside = a_trial(rung_id=rung.id), Circumstances(Ratings(fear=5))
    journal.add(a_movement(trial, created_at=NOON - 5 * DAY, circumstances=beside))
    for ago, pain in ((60, 7), (31, 5), (3, 4)):
        journal.add(replace(a_measure(pain=pain), created_at=NOON - ago * DAY))


def check(setting: Setting) -> None:
    """Record that a clinician has had a look."""
    setting.pass_safety_pages()
    setting.journal.add_answer(Check("Dr Amari", NOON.date(), "back", "Fine.", NOON))


@pytest.mark.parametrize("make", [evidence, ladder, measures])
@pytest.mark.parametrize("state", ["empty", "filled"])
def test_sections_look_as_they_did(
    make: Callable[[Setting], SectionPane],
    state: str,
    section_at: Callable[..., QWidget],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    section = section_at(make, "light", 100, state)

    take_picture(f"sheet-{make.__name__}-{state}-light-100", section)


@pytest.mark.parametrize(
    ("make", "colors", "percent"), [(evidence, "dark", 100), (measures, "light", 200)]
)
def test_sections_stand_the_dark_and_large_letters(
    make: Callable[[Setting], SectionPane],
    colors: str,
    percent: int,
    section_at: Callable[..., QWidget],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    section = section_at(make, colors, percent, "filled")

    take_picture(f"sheet-{make.__name__}-filled-{colors}-{percent}", section)


@pytest.fixture
def section_at(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Callable[..., QWidget]:
    """Give a function that shows a section, empty or filled."""

    def show(
        make: Callable[[Setting], SectionPane], colors: str, percent: int, state: str
    ) -> QWidget:
        theme = plain_theme(qapp)
        theme.apply(colors, percent, reduce_motion=True)
        setting = Setting(theme, tmp_path / "data")
        setting.library = Library(write_assets(tmp_path / "assets"))
        if state == "filled":
            fill(setting)
            if make is ladder:
                check(setting)
        section = make(setting)
        qtbot.addWidget(section)
        section.refresh()
        section.resize(*SIZE)
        section.show()
        return section

    return show
