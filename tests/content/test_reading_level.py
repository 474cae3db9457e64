"""How hard the texts are to read, as grades of school by Flesch and Kincaid."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from statistics import median

import pytest
import textstat

from prt_desktop.content.library import Library
from prt_desktop.domain.lesson import Lesson, Part
from prt_desktop.domain.prose import prose
from prt_desktop.domain.safety import Closed
from prt_desktop.export import crisis_page

ASSETS = Path(__file__).parents[2] / "assets"
MEDIAN_AT_MOST, ANY_AT_MOST, SAFETY_AT_MOST = 7.0, 9.0, 6.0
LIBRARY = Library(ASSETS)

# The dictionary of syllables is read from a file that its package never closes.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")


@cache
def grade(lesson: Lesson) -> float:
    """Give the grade of a lesson's pages; titles and lines of a list count as sentences."""
    lines = [line for page in lesson.pages for line in prose(page.markdown).splitlines()]
    return level(" ".join(_ended(line) for line in lines))


def level(text: str) -> float:
    return float(textstat.flesch_kincaid_grade(text))


def for_patients() -> list[Lesson]:
    return [lesson for lesson in LIBRARY.lessons if lesson.part is not Part.CLINICIAN]


def _ended(line: str) -> str:
    return line if line[-1:] in {".", "!", "?", ":"} else f"{line}."


def test_measure_tells_plain_words_from_hard_ones() -> None:
    hard = "Interdisciplinary rehabilitation necessitates individualised multimodal considerations."

    assert level("The cat sat on the mat.") < 3
    assert level(hard) > 15


def test_half_of_the_lessons_are_read_with_seven_years_of_school() -> None:
    grades = [grade(lesson) for lesson in for_patients()]

    assert len(grades) >= 24
    assert median(grades) <= MEDIAN_AT_MOST


@pytest.mark.parametrize("lesson", for_patients(), ids=lambda lesson: lesson.id)
def test_no_lesson_needs_more_than_nine(lesson: Lesson) -> None:
    assert grade(lesson) <= ANY_AT_MOST


def test_the_plan_is_read_with_six_years_of_school() -> None:
    plan = LIBRARY.four_weeks
    assert plan is not None
    tasks = [step.task for step in (*plan.steps, *plan.others)]
    tasks += [change.task for rule in plan.rules for change in rule.changes]
    said = [words for week in plan.weeks for words in (week.title, week.about)]
    said += [words for rule in plan.rules for words in (rule.because, rule.does)]
    said += [words for task in tasks for words in (task.title, task.line) if words]

    assert level(" ".join(map(_ended, said))) <= SAFETY_AT_MOST
    assert [words for words in said if level(words) > ANY_AT_MOST] == []


def test_safety_questions_are_read_with_six_years_of_school() -> None:
    check = LIBRARY.mini_check
    assert check is not None
    all_pages = (*LIBRARY.question_pages, *LIBRARY.fit_pages)
    pages = [(page.title, page.intro, page.action) for page in all_pages]
    said = [line for page in (*pages, (check.title, check.intro, check.action)) for line in page]
    asked = [question.text for page in all_pages for question in page.questions]
    asked += [question.text for question in check.questions]

    assert level(" ".join(map(_ended, said))) <= SAFETY_AT_MOST
    assert level(" ".join(map(_ended, asked))) <= SAFETY_AT_MOST


def test_fit_worksheet_and_safety_messages_are_read_with_six_years_of_school() -> None:
    items = [item.text for item in LIBRARY.fit_items]
    messages = [message.text for message in LIBRARY.safety_messages]

    assert level(" ".join(map(_ended, items))) <= SAFETY_AT_MOST
    assert level(" ".join(map(_ended, messages))) <= SAFETY_AT_MOST


@pytest.mark.parametrize("reason", Closed)
def test_why_a_practice_waits_is_read_with_six_years_of_school(reason: Closed) -> None:
    assert level(reason.sentence) <= SAFETY_AT_MOST


def test_crisis_words_are_read_with_six_years_of_school() -> None:
    lines = [line.text for part in crisis_page.WORDS for line in part.paragraphs]

    assert level(" ".join([crisis_page.DANGER, *lines])) <= SAFETY_AT_MOST
