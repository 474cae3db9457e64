"""The words for each next step; nothing here counts, hurries or scolds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.plan import StepKind
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from datetime import datetime

    from prt_desktop.content.library import Library
    from prt_desktop.domain.plan import Step
    from prt_desktop.domain.safety import SafetyRecord


@dataclass(frozen=True, slots=True)
class StepWords:
    """A next step as Today shows it; `verb` is empty when there is nothing to press.

    `action` is what an open red flag asks for; `other` is a second, lesser way.
    """

    headline: str
    body: str
    verb: str = ""
    place: Place | None = None
    target: str = ""
    action: str = ""
    other: str = ""
    other_place: Place | None = None


def greeting(now: datetime) -> str:
    """Greet by the time of day."""
    if 5 <= now.hour < 12:
        return _tr("Good morning")
    if 12 <= now.hour < 18:
        return _tr("Good afternoon")
    return _tr("Good evening")


def step_words(step: Step, library: Library, safety: SafetyRecord) -> StepWords:
    """Find the words for a step."""
    if step.kind is StepKind.LESSON:
        return _lesson(step.target or "", library)
    if step.kind is StepKind.PRACTICE:
        return _practice(step.target or "", library)
    if step.kind is StepKind.SEE_SOMEONE:
        return _see_someone(library, safety)
    if step.kind is StepKind.SAFETY_PAGES:
        return StepWords(
            _tr("First, two short pages"),
            _tr(
                "They ask about signs that are rare, and that a doctor should look at before you "
                "practise. It takes about two minutes."
            ),
            _tr("Open the first page"),
            Place.SAFETY_PAGES,
        )
    if step.kind is StepKind.WRITE:
        return StepWords(
            _tr("A line for your diary"),
            _tr("How has it been today? One line is enough, and none is fine too."),
            _tr("Write a line"),
            Place.DIARY,
            "new",
        )
    return _rest(library)


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


def _rest(library: Library) -> StepWords:
    if library.faults and not library.lessons and not library.exercises:
        body = _tr("%s. Your diary is safe and works. Installing the program again mends this.")
        headline = _tr("The lessons and practices cannot be read")
        return StepWords(headline, body % str(library.faults[0]).rstrip("."))
    return StepWords(
        _tr("That is enough for today"),
        _tr("Nothing else is waiting here. The rest of the day is yours."),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)
