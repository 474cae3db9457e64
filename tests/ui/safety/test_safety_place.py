"""The safety place: what is open and why, the safety plan, the crisis numbers, the about page."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
import textstat
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from prt_desktop.domain.circumstances import BodyArea
from prt_desktop.domain.crisis import numbers_from
from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.form_draft import Form
from prt_desktop.domain.safety import PageId
from prt_desktop.domain.safety_plan import LONGEST_PART
from prt_desktop.ui.safety.about_section import AboutSection
from prt_desktop.ui.safety.crisis_card import CrisisCard
from prt_desktop.ui.safety.numbers_section import NumbersSection
from prt_desktop.ui.safety.plan_section import PlanSection
from prt_desktop.ui.safety.printed_plan import printed_plan
from prt_desktop.ui.safety.standing import StandingSection
from prt_desktop.ui.safety.words import plan_questions
from prt_desktop.ui.widgets.pane import Notice, Place
from tests.builders import a_check, a_mini_check, a_safety_plan, an_answer, both_pages
from tests.ui.reading import button, named, words_on
from tests.ui.setting import NOON, Setting, still_country

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.safety import SafetyAnswer
    from prt_desktop.storage.settings import Settings
    from prt_desktop.ui.widgets.sectioned import SectionPane

    Show = Callable[[SectionPane], SectionPane]

# The offscreen platform says this of every window that tells its least size anew.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LATER = NOON + timedelta(minutes=5)
SIGNS = "How do I notice that it is getting hard?"


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Give a way to show a section."""

    def shown(section: SectionPane) -> SectionPane:
        qtbot.addWidget(section)
        section.refresh()
        section.resize(900, 1200)
        section.show()
        return section

    return shown


def keep(setting: Setting, *answers: SafetyAnswer) -> None:
    """Keep answers and checks."""
    for answer in answers:
        setting.journal.add_answer(answer)


def standing(setting: Setting) -> StandingSection:
    return StandingSection(setting.theme, setting.journal, setting.library, setting.clock)


def plan(setting: Setting) -> PlanSection:
    return PlanSection(
        setting.theme, setting.journal, lambda: (still_country(),), setting.clock, setting.papers
    )


def numbers(setting: Setting) -> NumbersSection:
    return NumbersSection(
        setting.theme, setting.journal, setting.library, setting.settings, setting.clock
    )


def written(section: QWidget, words: str) -> QPlainTextEdit:
    return named(section, QPlainTextEdit, words)


def test_first_day_says_that_two_pages_come_first(setting: Setting, show: Show) -> None:
    section = show(standing(setting))

    assert "Two short pages of safety questions come before this." in words_on(section)
    assert button(section, "Open the two pages").isVisible()


def test_open_practices_say_how_long_their_check_counts(setting: Setting, show: Show) -> None:
    keep(setting, *both_pages(), a_check(date(2026, 11, 20)))

    seen = words_on(show(standing(setting)))

    assert "Open. The check by Dr Sample counts until 20 November 2027." in seen
    assert "Dr Sample, 20 November 2026, lower back. Nothing that worries me." in seen
    assert "What waits for a clinician" not in seen


def test_what_was_ticked_is_said_with_its_day_and_part(setting: Setting, show: Show) -> None:
    pause = a_mini_check("accident", areas=(BodyArea.LEFT_KNEE,))
    keep(setting, pause, *both_pages(LATER), an_answer(PageId.EMERGENCY, "chest"))

    seen = words_on(show(standing(setting)))

    assert "Ticked on 23 November 2026: Do you also have chest pain?" in seen
    assert "What rests: left knee." in seen
    assert "Record that check here" in seen


def test_a_section_leads_to_what_opens_it(setting: Setting, show: Show) -> None:
    section = show(standing(setting))
    asked: list[Place] = []
    section.place_requested.connect(lambda place, _target: asked.append(place))

    for words in (
        "Open the two pages",
        "Record a clinician's check",
        "Something is new or different",
    ):
        button(section, words).click()

    assert asked == [Place.SAFETY_PAGES, Place.CHECK, Place.NEW_SYMPTOM]


def test_safety_plan_is_kept_as_it_is_written_and_printed(
    setting: Setting, show: Show, tmp_path: Path
) -> None:
    section = show(plan(setting))
    setting.papers.path = tmp_path / "plan.pdf"

    written(section, SIGNS).setPlainText("I stop answering.")
    button(section, "Save as PDF").click()

    [kept] = setting.journal.safety_plans.all()
    assert kept.warning_signs == "I stop answering."
    assert setting.papers.asked == ["My safety plan"]
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")


def test_half_a_plan_is_kept_when_the_page_is_left(setting: Setting, show: Show) -> None:
    section = show(plan(setting))
    written(section, SIGNS).setPlainText("I stop")

    section.hide()

    assert setting.journal.safety_plans.all()[0].warning_signs == "I stop"
    assert written(show(plan(setting)), SIGNS).toPlainText() == "I stop"


def test_half_a_plan_is_kept_two_seconds_after_a_key(
    setting: Setting, show: Show, qtbot: QtBot
) -> None:
    section = show(plan(setting))

    with qtbot.waitSignal(section.journal_changed):
        written(section, SIGNS).setPlainText("I stop")

    assert setting.journal.safety_plans.all()[0].warning_signs == "I stop"


def test_half_a_plan_is_kept_as_the_diary_is_locked_and_as_the_window_closes(
    setting: Setting, show: Show
) -> None:
    section = show(plan(setting))

    written(section, SIGNS).setPlainText("One")
    section.put_down()
    first = setting.journal.safety_plans.all()[0].warning_signs
    written(section, SIGNS).setPlainText("Two")
    section.shut()

    assert first == "One"
    assert [one.warning_signs for one in setting.journal.safety_plans.all()] == ["Two"]


def test_a_plan_that_is_too_long_says_so(setting: Setting, show: Show, qtbot: QtBot) -> None:
    section = show(plan(setting))

    with qtbot.waitSignal(section.notice_requested) as told:
        written(section, SIGNS).setPlainText("x" * (LONGEST_PART + 1_500))

    assert told.args is not None
    assert "its last 1500 letters are not" in told.args[0].text.replace(",", "")
    assert len(setting.journal.safety_plans.all()[0].warning_signs) == LONGEST_PART


def test_plan_of_another_journal_is_not_lost(setting: Setting, show: Show) -> None:
    setting.journal.safety_plans.keep(a_safety_plan(warning_signs="Old", changed_at=NOON))
    setting.journal.safety_plans.keep(a_safety_plan(warning_signs="New", changed_at=LATER))
    section = show(plan(setting))

    first = written(section, SIGNS).toPlainText()
    button(section, "Show the other plan").click()

    assert (first, written(section, SIGNS).toPlainText()) == ("New", "Old")


def test_every_part_of_a_plan_stands_on_its_page(setting: Setting) -> None:
    full = a_safety_plan(**{part.value: f"Words of {part}" for part in plan_questions()})

    page = printed_plan(setting.theme, full, (still_country(),), NOON).html(QTextDocument())

    assert all(f"Words of {part}" in page for part in plan_questions())
    assert all(question in page for question, _hint in plan_questions().values())
    assert "<b>000</b>" in page


def test_a_number_is_changed_and_the_one_that_came_along_comes_back(
    setting: Setting, show: Show
) -> None:
    section = show(numbers(setting))

    button(section, "Change: Listening line").click()
    named(section, QLineEdit, "The number").setText("0999 1")
    button(section, "Keep this number").click()
    changed = words_on(section)
    button(section, "Bring the first numbers back").click()

    assert "0999 1" in changed
    assert "000" in changed
    assert "0123 456" in words_on(section)
    assert setting.settings.read().own_numbers == []


@pytest.mark.parametrize("press", ["Bring the first numbers back", "Take away: Listening line"])
def test_numbers_that_could_not_be_saved_are_not_told_as_changed(
    setting: Setting, show: Show, monkeypatch: pytest.MonkeyPatch, press: str
) -> None:
    def refuse(_settings: Settings) -> None:
        raise StorageError("The disk is full.")

    section = show(numbers(setting))
    button(section, "Change: Listening line").click()
    button(section, "Keep this number").click()
    told: list[Notice] = []
    section.notice_requested.connect(told.append)
    monkeypatch.setattr(setting.settings, "write", refuse)

    button(section, press).click()

    assert [one.text for one in told] == ["The disk is full."]


def test_number_of_ones_own_is_on_the_card_beside_those_that_came_along(
    setting: Setting, show: Show, qtbot: QtBot
) -> None:
    section = show(numbers(setting))

    button(section, "Add a number").click()
    named(section, QLineEdit, "Whose number is it?").setText("My therapist")
    named(section, QLineEdit, "The number").setText("0777 7")
    button(section, "Keep this number").click()
    card = CrisisCard(setting.theme, setting.library, setting.settings, setting.clock)
    qtbot.addWidget(card)
    card.show()

    own = numbers_from(setting.settings.read().own_numbers)
    assert [one.name for one in own] == ["Emergency services", "Listening line", "My therapist"]
    assert "0777 7" in words_on(show(numbers(setting)))


@pytest.mark.parametrize(
    ("name", "number", "fault"),
    [("", "142", "Please say whose number it is."), ("Line", "ring me", "in digits")],
)
def test_number_that_nobody_can_ring_is_not_kept(
    setting: Setting, show: Show, name: str, number: str, fault: str
) -> None:
    section = show(numbers(setting))
    button(section, "Add a number").click()

    named(section, QLineEdit, "Whose number is it?").setText(name)
    named(section, QLineEdit, "The number").setText(number)
    button(section, "Keep this number").click()

    assert fault in words_on(section)
    assert setting.settings.read().own_numbers == []


@pytest.mark.parametrize("leave", ["Escape", "lock", "close"])
def test_number_left_half_written_is_there_again(setting: Setting, show: Show, leave: str) -> None:
    section = numbers(setting)
    show(section)
    button(section, "Add a number").click()
    field = named(section, QLineEdit, "Whose number is it?")
    field.setText("My therapist")
    if leave == "Escape":
        QTest.keyClick(field, Qt.Key.Key_Escape)
    elif leave == "lock":
        section.put_down()
    else:
        section.shut()

    again = show(numbers(setting))
    button(again, "Add a number").click()
    named(again, QLineEdit, "The number").setText("0777 7")
    button(again, "Keep this number").click()

    own = numbers_from(setting.settings.read().own_numbers)
    assert [(one.country, one.name) for one in own][-1] == ("Erewhon", "My therapist")
    assert setting.journal.drafts.get(Form.NUMBER) is None


def test_changed_number_is_gone_on_with_in_its_place(setting: Setting, show: Show) -> None:
    section = show(numbers(setting))
    button(section, "Change: Listening line").click()
    field = named(section, QLineEdit, "The number")
    field.setText("0999 1")
    QTest.keyClick(field, Qt.Key.Key_Escape)

    button(section, "Add a number").click()
    button(section, "Keep this number").click()

    own = numbers_from(setting.settings.read().own_numbers)
    assert [one.number for one in own] == ["000", "0999 1"]


def test_number_taken_away_comes_back_with_undo(setting: Setting, show: Show) -> None:
    section = show(numbers(setting))
    notices: list[Notice] = []
    section.notice_requested.connect(notices.append)

    button(section, "Take away: Listening line").click()
    without = words_on(section)
    undo = notices[-1].run
    assert undo is not None
    undo()

    assert "0123 456" not in without
    assert "0123 456" in words_on(section)


def test_numbers_looked_at_today_are_fresh_again(setting: Setting, show: Show) -> None:
    section = show(numbers(setting))
    button(section, "Change: Listening line").click()
    button(section, "Keep this number").click()
    setting.clock.go_on(timedelta(days=400))
    section.refresh()

    button(section, "I looked at these today").click()

    own = numbers_from(setting.settings.read().own_numbers)
    assert {one.checked_on for one in own} == {setting.clock().date()}


def test_program_says_what_it_is_and_leads_to_erasing(setting: Setting, show: Show) -> None:
    section = show(AboutSection(setting.theme, "0.1.0", setting.folder))
    asked: list[Place] = []
    section.place_requested.connect(lambda place, _target: asked.append(place))

    button(section, "Erase everything").click()

    assert "used alongside a clinician" in words_on(section)
    assert asked == [Place.PRIVACY]


def test_escape_leaves_the_form_of_a_number(setting: Setting, show: Show) -> None:
    section = show(numbers(setting))
    button(section, "Add a number").click()
    field = named(section, QLineEdit, "Whose number is it?")

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert "Keep this number" not in words_on(section)


# The dictionary of syllables is read from a file that its package never closes.
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.parametrize("make", [standing, plan, numbers])
def test_safety_place_is_read_with_six_years_of_school(
    setting: Setting, show: Show, make: Callable[[Setting], SectionPane]
) -> None:
    pause = a_mini_check("accident", areas=(BodyArea.LEFT_KNEE,))
    keep(setting, pause, *both_pages(LATER), a_check(date(2026, 11, 20)))
    section = show(make(setting))

    lines = [line if line[-1:] in ".?:" else f"{line}." for line in words_on(section).split("\n")]

    assert textstat.flesch_kincaid_grade(" ".join(lines)) <= 6
