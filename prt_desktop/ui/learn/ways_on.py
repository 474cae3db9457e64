"""Where the end of a lesson leads: to its practice, or to a place of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.lesson import Destination
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.domain.safety import SafetyRecord


def way_on(lesson: Lesson, exercises: Iterable[Exercise], safety: SafetyRecord) -> str:
    """Name where a lesson leads, as the words of a button; "" where it leads nowhere."""
    if lesson.opens is not None:
        return _names(asked=not safety.unanswered_pages())[lesson.opens]
    titles = {exercise.id: exercise.title for exercise in exercises}
    title = titles.get(lesson.exercise or "", "")
    return _tr("Go to “%s”") % title if title else ""


def place_of(lesson: Lesson, safety: SafetyRecord) -> tuple[Place, str] | None:
    """Give the place that a lesson leads to, and what to open there; None for nowhere.

    Safety is the questions as long as some are open, and then the record of a check.
    """
    if lesson.opens is None:
        return (Place.PRACTISE, lesson.exercise) if lesson.exercise else None
    safety_place = Place.SAFETY_PAGES if safety.unanswered_pages() else Place.CHECK
    places = {
        Destination.TODAY: Place.TODAY,
        Destination.PRACTISE: Place.PRACTISE,
        Destination.DIARY: Place.DIARY,
        Destination.SAFETY: safety_place,
        Destination.SETTINGS: Place.SETTINGS,
        Destination.CRISIS: Place.CRISIS,
    }
    return places[lesson.opens], ""


def _names(*, asked: bool) -> dict[Destination, str]:
    safety = _tr("Record a clinician's check") if asked else _tr("Go to the safety questions")
    return {
        Destination.TODAY: _tr("Go to Today"),
        Destination.PRACTISE: _tr("Go to Practise"),
        Destination.DIARY: _tr("Go to the diary"),
        Destination.SAFETY: safety,
        Destination.SETTINGS: _tr("Go to the settings"),
        Destination.CRISIS: _tr("Open crisis help"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("WaysOn", text)
