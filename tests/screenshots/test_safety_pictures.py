"""The safety place: what is open, the safety plan, the crisis numbers, the program itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.circumstances import BodyArea
from prt_desktop.ui.safety.about_section import AboutSection
from prt_desktop.ui.safety.check_form import CheckPane
from prt_desktop.ui.safety.numbers_section import NumbersSection
from prt_desktop.ui.safety.plan_section import PlanSection
from prt_desktop.ui.safety.standing import StandingSection
from tests.builders import a_check, a_mini_check, a_safety_plan, both_pages
from tests.ui.setting import NOON, Setting, plain_theme, still_country

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.widgets.pane import Pane

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]
DATA = Path("/home/sam/.local/share/prt-desktop")


def standing(setting: Setting) -> Pane:
    return StandingSection(setting.theme, setting.journal, setting.library, setting.clock)


def plan(setting: Setting) -> Pane:
    numbers = (still_country(),)
    return PlanSection(
        setting.theme, setting.journal, lambda: numbers, setting.clock, setting.papers
    )


def numbers(setting: Setting) -> Pane:
    return NumbersSection(
        setting.theme, setting.journal, setting.library, setting.settings, setting.clock
    )


def about(setting: Setting) -> Pane:
    return AboutSection(setting.theme, "0.1.0", DATA)


def check(setting: Setting) -> Pane:
    return CheckPane(setting.theme, setting.journal, setting.clock)


def fill(setting: Setting) -> None:
    """Write what a person may have: a check of the back, and a knee that rests since."""
    journal = setting.journal
    for answer in both_pages(NOON):
        journal.add_answer(answer)
    journal.add_answer(a_mini_check("accident", areas=(BodyArea.LEFT_KNEE,)))
    journal.add_answer(a_check(date(2026, 10, 2), areas=(BodyArea.LOWER_BACK,)))
    helps = "A walk round the block.\nThe record with the piano."
    plan = a_safety_plan(things_that_help=helps, safe_place="At Alex's, next door.")
    journal.safety_plans.keep(plan)


@pytest.mark.parametrize("make", [standing, plan, numbers, about, check])
@pytest.mark.parametrize(
    ("colors", "percent", "size"), [("light", 100, (920, 1100)), ("dark", 200, (680, 1400))]
)
def test_safety_looks_as_it_did(
    make: Callable[[Setting], Pane],
    colors: str,
    percent: int,
    size: tuple[int, int],
    pane_at: Callable[..., QWidget],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    pane = pane_at(make, colors, percent, size)

    take_picture(f"safety-{make.__name__}-{colors}-{percent}", pane)


@pytest.fixture
def pane_at(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Callable[..., QWidget]:
    """Give a function that shows a filled page of the safety place."""

    def show(
        make: Callable[[Setting], Pane], colors: str, percent: int, size: tuple[int, int]
    ) -> QWidget:
        theme = plain_theme(qapp)
        theme.apply(colors, percent, reduce_motion=True)
        setting = Setting(theme, tmp_path / "data")
        fill(setting)
        pane = make(setting)
        qtbot.addWidget(pane)
        pane.refresh()
        pane.open("")
        pane.resize(*size)
        pane.show()
        return pane

    return show
