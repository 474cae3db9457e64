"""The plan in the window: its weeks, a step, its rules, and what is said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize

from prt_desktop.domain.four_weeks import ChoiceKind, plan_choice
from prt_desktop.domain.safety import Check
from prt_desktop.ui.plan.handout import handout
from prt_desktop.ui.plan.month_section import MonthSection
from prt_desktop.ui.plan.rules_page import RulesPage
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_bad_day, a_setback_plan
from tests.ui.conftest import shown
from tests.ui.learn.test_handout import read
from tests.ui.reading import button, focused, open_row, press, spoken_rows, tab_to, words_on
from tests.ui.setting import NOON, some_entries

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from prt_desktop.ui.plan.handout import HandoutPaper
    from tests.ui.setting import Setting

STEPS = "Steps of this week"
A4, LETTER = QPageSize(QPageSize.PageSizeId.A4), QPageSize(QPageSize.PageSizeId.Letter)


@pytest.fixture
def plan(window: MainWindow) -> MainWindow:
    """Give the window with the plan open."""
    window.go(Place.PLAN)
    return window


def rows(window: MainWindow) -> list[str]:
    return spoken_rows(window.pane(Place.PLAN), STEPS)


def kept(setting: Setting) -> list[str]:
    return [choice.id for choice in setting.journal.plan_choices.all()]


def test_the_week_of_the_next_step_is_shown_with_how_each_step_stands(plan: MainWindow) -> None:
    assert rows(plan) == ["Pain is an alarm. Next", "A rest day. Rest", "Somatic tracking"]


def test_a_step_is_opened_and_left_out_by_keyboard_and_can_be_put_back(
    setting: Setting, plan: MainWindow
) -> None:
    open_row(plan, STEPS)
    tab_to("Leave this one out")
    press(Qt.Key.Key_Return)
    assert rows(plan)[0] == "Pain is an alarm. Left out"
    assert kept(setting) == ["left_out:read"]

    open_row(plan, STEPS)
    button(plan, "Put it back as the plan has it").click()

    assert rows(plan)[0] == "Pain is an alarm. Next"
    assert kept(setting) == []


def test_what_was_said_of_a_step_can_be_undone(setting: Setting, plan: MainWindow) -> None:
    open_row(plan, STEPS)
    button(plan, "Leave this one out").click()

    button(plan, "Undo").click()

    assert kept(setting) == []
    assert rows(plan)[0] == "Pain is an alarm. Next"


def test_a_step_is_exchanged_for_another(setting: Setting, plan: MainWindow) -> None:
    open_row(plan, STEPS)

    open_row(plan, "Something else instead")

    assert rows(plan)[0] == "Something just for fun. Next. You chose this one"
    plan.go(Place.TODAY)
    button(plan, "I have done it").click()
    assert kept(setting) == ["exchanged:read", "done:read"]


def test_a_step_leads_to_where_it_is_done(plan: MainWindow) -> None:
    open_row(plan, STEPS)

    button(plan, "Read the lesson").click()

    assert plan.place is Place.LEARN


def test_the_rules_can_be_read_and_switched_off_and_on(setting: Setting, plan: MainWindow) -> None:
    button(plan, "The rules of this plan").click()
    rule = next(iter(plan.findChildren(RulesPage)[-1].findChildren(CheckRow)))
    assert (rule.text(), rule.isChecked()) == ("After a bad day, tea first.", True)

    press(Qt.Key.Key_Space)
    assert kept(setting) == ["rule_off:bad-day"]
    press(Qt.Key.Key_Space)

    assert kept(setting) == []


def test_a_rule_says_where_it_changed_something(setting: Setting, qtbot: QtBot) -> None:
    setting.pass_safety_pages()
    setting.journal.bad_days.keep(a_bad_day(NOON, went_on=True))
    window = shown(setting, qtbot)

    window.go(Place.PLAN, "month:look")

    seen = words_on(window)
    assert "Because today or yesterday was a bad day, this stands here." in seen
    assert "After a bad day, tea first." in seen


def test_escape_leads_back_to_the_step_that_was_opened(plan: MainWindow) -> None:
    open_row(plan, STEPS, at=2)

    press(Qt.Key.Key_Escape)

    assert focused().accessibleName() == STEPS


def test_what_is_packed_up_can_be_taken_up_again(setting: Setting, qtbot: QtBot) -> None:
    setting.pass_safety_pages()
    setting.journal.plan_choices.keep(plan_choice(ChoiceKind.PACKED, "", NOON))
    window = shown(setting, qtbot)
    assert "Read the lesson" not in words_on(window.pane(Place.TODAY))
    window.go(Place.PLAN)

    button(window, "Take the plan up again").click()

    window.go(Place.TODAY)
    assert "Pain is an alarm" in words_on(window.pane(Place.TODAY))


def test_a_plan_that_cannot_be_read_is_told_and_the_course_goes_on(
    setting: Setting, qtbot: QtBot
) -> None:
    setting.library.four_weeks = None
    setting.pass_safety_pages()
    window = shown(setting, qtbot)
    assert "Read the lesson" in words_on(window.pane(Place.TODAY))

    window.go(Place.PLAN)

    assert "The plan cannot be read" in words_on(window.pane(Place.PLAN))


def paper(setting: Setting) -> HandoutPaper:
    return handout(setting.theme, setting.journal, setting.library, setting.clock())


def pages_of(made: HandoutPaper, sheet: QPageSize) -> list[str]:
    document = read(made.pdf_on(sheet))
    texts = (document.getAllText(page).text() for page in range(document.pageCount()))
    return [" ".join(text.split()) for text in texts]


def fill(setting: Setting, words: str) -> None:
    setting.pass_safety_pages()
    setting.journal.set_own_sentences([words[:160]])
    steps = (words, words, words)
    plan = a_setback_plan(early_signs=words, steps=steps, whom_to_call=words)
    setting.journal.setback_plans.keep(plan)


def check(setting: Setting) -> None:
    setting.journal.add_answer(Check("Dr Amari", NOON.date(), "back", "Fine.", NOON))


@pytest.mark.parametrize("sheet", [A4, LETTER], ids=["A4", "Letter"])
@pytest.mark.parametrize("times", [1, 60])
def test_the_handout_is_one_page_however_much_was_written(
    setting: Setting, sheet: QPageSize, times: int
) -> None:
    fill(setting, "Short nights and a full week. " * times)
    check(setting)

    pages = pages_of(paper(setting), sheet)

    assert len(pages) == 1
    for words in (
        "My next steps. Week 1: the alarm",
        "Somatic tracking",
        "What I tell myself",
        "How a setback starts",
        "What I do first",
        "Whom I call",
        "Yes, or not sure: emergency number now",
        "Do you also have chest pain?",
        "Have you lost weight without trying?",
        "Page 1 of 1",
    ):
        assert words in pages[0]


def test_the_shipped_questions_fit_the_page_too(setting: Setting) -> None:
    setting.library.question_pages = type(setting.library)(setting.library.assets).question_pages
    fill(setting, "Short nights and a full week. " * 60)
    check(setting)

    for sheet in (A4, LETTER):
        [page] = pages_of(paper(setting), sheet)
        assert "painful red eye" in page


def test_without_a_check_the_handout_says_nothing_about_safety(setting: Setting) -> None:
    fill(setting, "Short nights.")
    setting.journal.set_own_sentences(["My back is strong."])

    [page] = pages_of(paper(setting), A4)

    assert "My back is strong." not in page
    assert "What I tell myself" not in page
    check(setting)
    assert "My back is strong." in pages_of(paper(setting), A4)[0]


def test_the_handout_is_saved_where_the_person_says(
    setting: Setting, qtbot: QtBot, tmp_path: Path
) -> None:
    setting.pass_safety_pages()
    setting.papers.path = tmp_path / "page.pdf"
    section = MonthSection(
        setting.theme, setting.journal, setting.library, setting.clock, setting.papers
    )
    qtbot.addWidget(section)
    section.refresh()
    section.show()
    button(section, "A page to print").click()

    button(section, "Save as PDF").click()

    assert read(setting.papers.path.read_bytes()).pageCount() == 1
    assert setting.papers.asked == ["My page"]


def test_the_day_after_a_step_offers_the_next_one_once_midnight_has_passed(
    setting: Setting, qtbot: QtBot
) -> None:
    setting.pass_safety_pages()
    late = NOON.replace(hour=23, minute=58)
    setting.clock.now = late
    setting.journal.add(replace(some_entries()[3], created_at=late))
    window = shown(setting, qtbot)
    assert "That is enough for today" in words_on(window.pane(Place.TODAY))

    setting.clock.go_on(timedelta(minutes=3))
    window.journal_changed()

    assert "A rest day" in words_on(window.pane(Place.TODAY))
