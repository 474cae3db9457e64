"""The words for each next step; nothing here counts, hurries or scolds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.plan import StepKind
from prt_desktop.ui.bad_day.words import LOOK_BACK, look_back_line, next_thing_line
from prt_desktop.ui.plan.names import (
    PlanSection,
    step_target,
    task_line,
    task_place,
    task_title,
    task_verb,
)
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from datetime import datetime

    from prt_desktop.content.library import Library
    from prt_desktop.domain.plan import Step
    from prt_desktop.domain.safety import SafetyRecord
    from prt_desktop.domain.tailoring import Fitted


class OtherWay(StrEnum):
    """What the lesser of two buttons does: lead somewhere, show the next step, or pass."""

    PLACE = "place"
    BEYOND = "beyond"
    PASS = "pass"


@dataclass(frozen=True, slots=True)
class StepWords:
    """A next step as Today shows it; `verb` is empty when there is nothing to press.

    `because` is the rule that brought it; `done` is the id of a step that is done by pressing.
    `action` is what an open red flag asks for; `other` is a second, lesser way.
    """

    headline: str
    body: str
    verb: str = ""
    place: Place | None = None
    target: str = ""
    because: str = ""
    done: str = ""
    action: str = ""
    other: str = ""
    other_way: OtherWay = OtherWay.PLACE
    other_place: Place | None = None
    other_target: str = ""


def greeting(now: datetime) -> str:
    """Greet by the time of day."""
    if 5 <= now.hour < 12:
        return _tr("Good morning")
    if 12 <= now.hour < 18:
        return _tr("Good afternoon")
    return _tr("Good evening")


def step_words(step: Step, library: Library, safety: SafetyRecord) -> StepWords:
    """Find the words for a step."""
    if step.planned is not None:
        return _planned(step, step.planned, library)
    if step.kind is StepKind.LESSON:
        return _lesson(step.target or "", library)
    if step.kind is StepKind.PRACTICE:
        return _practice(step.target or "", library)
    if step.kind is StepKind.SEE_SOMEONE:
        return _see_someone(library, safety)
    if step.kind is StepKind.REST:
        return _rest(step, library)
    return _SHORT[step.kind]()


def _planned(step: Step, planned: Fitted, library: Library) -> StepWords:
    """Say a step of the plan, with its rule, and the way to something else."""
    task = planned.task
    title, line = task_title(task, library), task_line(task, library)
    if step.kind is StepKind.REST_DAY:
        other = _tr("Take a step anyway") if step.beyond is not None else ""
        return StepWords(title, line, other=other, other_way=OtherWay.BEYOND)
    because = _tr("%s.") % planned.because if planned.because else ""
    place, target = task_place(task) or (None, "")
    return StepWords(
        title,
        line,
        task_verb(task),
        place,
        target,
        because,
        planned.step.id if place is None else "",
        other=_tr("Something else"),
        other_place=Place.PLAN,
        other_target=step_target(planned.step.id),
    )


def _safety_pages() -> StepWords:
    return StepWords(
        _tr("First, two short pages"),
        _tr(
            "They ask about signs that are rare, and that a doctor should look at before you "
            "practise. It takes about two minutes."
        ),
        _tr("Open the first page"),
        Place.SAFETY_PAGES,
    )


def _write() -> StepWords:
    return StepWords(
        _tr("A line for your diary"),
        _tr("How has it been today? One line is enough, and none is fine too."),
        _tr("Write a line"),
        Place.DIARY,
        "new",
    )


def _next_thing() -> StepWords:
    return StepWords(
        _tr("The smallest next normal thing"), next_thing_line(), _tr("Pick one"), Place.BAD_DAY
    )


def _look_back() -> StepWords:
    return StepWords(
        _tr("What else was going on?"),
        look_back_line(),
        _tr("Write one line"),
        Place.BAD_DAY,
        LOOK_BACK,
        other=_tr("Pass"),
        other_way=OtherWay.PASS,
    )


def _review() -> StepWords:
    return StepWords(
        _tr("Ten minutes to look back"),
        _tr("How the week was, what surprised you, and the next small step. Or not this week."),
        _tr("Look back on the week"),
        Place.PLAN,
        f"{PlanSection.KEEPING_ON}:new",
        other=_tr("When you need this less"),
        other_place=Place.PLAN,
        other_target=f"{PlanSection.KEEPING_ON}:end",
    )


def _lesson(lesson_id: str, library: Library) -> StepWords:
    lesson = next(one for one in library.lessons if one.id == lesson_id)
    body = _tr("A short lesson, about %d minutes. Read it now, or any other time.")
    return StepWords(
        lesson.title, body % lesson.minutes, _tr("Read the lesson"), Place.LEARN, lesson.id
    )


def _practice(exercise_id: str, library: Library) -> StepWords:
    exercise = next(one for one in library.exercises if one.id == exercise_id)
    return StepWords(
        exercise.title, exercise.purpose, _tr("Go to the practice"), Place.PRACTISE, exercise.id
    )


def _see_someone(library: Library, safety: SafetyRecord) -> StepWords:
    flagged = safety.open_flags()[0].page
    pages = {page.id: page for page in library.question_pages}
    action = pages[flagged].action if flagged in pages else ""
    return StepWords(
        _tr("Please let someone look at this first"),
        _tr("You ticked something that is worth a check. Lessons and the diary stay open."),
        _tr("Record a clinician's check"),
        Place.CHECK,
        action=action,
        other=_tr("Open crisis help"),
        other_place=Place.CRISIS,
    )


def _rest(step: Step, library: Library) -> StepWords:
    if library.faults and not library.lessons and not library.exercises:
        body = _tr("%s. Your diary is safe and works. Installing the program again mends this.")
        headline = _tr("The lessons and practices cannot be read")
        return StepWords(headline, body % str(library.faults[0]).rstrip("."))
    return StepWords(
        _tr("That is enough for today"),
        _tr("Nothing else is waiting here. The rest of the day is yours."),
        other=_tr("Go on with the next step") if step.beyond is not None else "",
        other_way=OtherWay.BEYOND,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)


_SHORT = {
    StepKind.SAFETY_PAGES: _safety_pages,
    StepKind.NEXT_THING: _next_thing,
    StepKind.LOOK_BACK: _look_back,
    StepKind.REVIEW: _review,
    StepKind.WRITE: _write,
}
