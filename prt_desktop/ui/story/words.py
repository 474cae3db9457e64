"""What the story asks, and what its goals and events are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.story import GoalAbout, GoalState, Side, StoryPart
from prt_desktop.ui.widgets.row_list import Row

if TYPE_CHECKING:
    from prt_desktop.domain.story import Goal, LifeEvent


def part_question(part: StoryPart) -> str:
    """Ask for a part of the story."""
    return {
        StoryPart.BEGAN: _tr("When and how did it begin?"),
        StoryPart.GOING_ON: _tr("What was going on in your life then?"),
        StoryPart.TRIED: _tr("What have you tried?"),
        StoryPart.WANTED: _tr("What do you want back?"),
    }[part]


def part_word(part: StoryPart) -> str:
    """Name a part of the story."""
    return {
        StoryPart.BEGAN: _tr("How it began"),
        StoryPart.GOING_ON: _tr("What was going on"),
        StoryPart.TRIED: _tr("What I tried"),
        StoryPart.WANTED: _tr("What I want back"),
    }[part]


def about_word(about: GoalAbout) -> str:
    """Name what a goal is about."""
    return {
        GoalAbout.MOVING: _tr("Moving"),
        GoalAbout.SITTING: _tr("Sitting"),
        GoalAbout.WORK: _tr("Work"),
        GoalAbout.HOME: _tr("Home"),
        GoalAbout.PEOPLE: _tr("People"),
        GoalAbout.SLEEP: _tr("Sleep"),
        GoalAbout.JOY: _tr("Joy"),
    }[about]


def state_word(state: GoalState) -> str:
    """Say how a goal stands."""
    return {
        GoalState.WANTED: _tr("I want it back"),
        GoalState.RESTS: _tr("It rests for now"),
        GoalState.BACK: _tr("I have it back"),
    }[state]


def side_word(side: Side) -> str:
    """Name a side of the line."""
    return {Side.LIFE: _tr("In my life"), Side.PAIN: _tr("With the pain")}[side]


def goal_row(goal: Goal) -> Row:
    """Show a goal as a row of a list."""
    smallest = _tr("The smallest piece: %s") % goal.smallest if goal.smallest else ""
    about = about_word(goal.about) if goal.about is not None else ""
    mark = "" if goal.state is GoalState.WANTED else state_word(goal.state)
    line = " · ".join(filter(None, (about, smallest)))
    spoken = ". ".join(filter(None, (goal.text, about, smallest, mark)))
    return Row(goal.id, goal.text, line, spoken, mark, faint=goal.state is GoalState.RESTS)


def goal_words(goal: Goal) -> str:
    """Tell a goal in one line, with its smallest piece and how it stands."""
    row = goal_row(goal)
    return " · ".join(filter(None, (row.title, row.lines, row.mark)))


def with_clinician() -> str:
    """Say that something is to be looked at together."""
    return _tr("with my clinician")


def event_row(event: LifeEvent, number: int) -> Row:
    """Show an event as a row of a list, under the number that it has on the line."""
    line = f"{event.when} · {side_word(event.side)}"
    mark = with_clinician() if event.with_clinician else ""
    spoken = ". ".join(filter(None, (f"{number}", event.when, side_word(event.side), event.text)))
    spoken = ". ".join(filter(None, (spoken, mark)))
    return Row(event.id, f"{number}.  {event.text}", line, spoken, mark)


def heavy_words() -> str:
    """Say what to do where the line is heavy."""
    return _tr(
        "With your clinician, if this is heavy. Stop at any point, and leave out what you like. "
        "You can mark a point to look at together."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Story", text)
