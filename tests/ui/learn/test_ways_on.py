"""Safety is the questions as long as some are open, and then the record of a check."""

from __future__ import annotations

import pytest

from prt_desktop.domain.lesson import Destination, Lesson
from prt_desktop.domain.safety import SafetyRecord
from prt_desktop.ui.learn.ways_on import place_of, way_on
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_lesson, a_safety_record, an_exercise

ASKED = a_safety_record()
LOOKING = an_exercise(id="looking", title="Looking")


def lesson_to(place: Destination) -> Lesson:
    """Build a lesson that opens a place."""
    return a_lesson(opens=place)


@pytest.mark.parametrize("place", Destination)
def test_every_destination_has_a_place_and_words(place: Destination) -> None:
    lesson = lesson_to(place)

    assert place_of(lesson, ASKED) is not None
    assert way_on(lesson, (), ASKED)


def test_safety_is_the_questions_first() -> None:
    lesson, unasked = lesson_to(Destination.SAFETY), SafetyRecord()

    assert place_of(lesson, unasked) == (Place.SAFETY_PAGES, "")
    assert way_on(lesson, (), unasked) == "Go to the safety questions"


def test_safety_is_the_check_once_all_is_answered() -> None:
    assert place_of(lesson_to(Destination.SAFETY), ASKED) == (Place.CHECK, "")


def test_lesson_leads_to_its_practice() -> None:
    lesson = a_lesson(exercise="looking")

    assert way_on(lesson, (LOOKING,), ASKED) == "Go to “Looking”"
    assert place_of(lesson, ASKED) == (Place.PRACTISE, "looking")


def test_practice_that_is_not_there_is_not_offered() -> None:
    assert way_on(a_lesson(exercise="gone"), (LOOKING,), ASKED) == ""
