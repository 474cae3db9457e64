"""What the plan calls things, and where each of its steps leads."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.four_weeks import PlanPage, TaskKind
from prt_desktop.domain.good_day import Sender
from prt_desktop.ui.diary.section import SectionId
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.sectioned import Titles

if TYPE_CHECKING:
    from prt_desktop.content.library import Library
    from prt_desktop.domain.four_weeks import Task


class PlanSection(StrEnum):
    """The sections of the plan that are here; their names are what the plan opens."""

    MONTH = "month"
    STORY = "story"
    SENTENCES = "sentences"
    MESSAGES = "messages"
    SETBACK = "setback"
    KEEPING_ON = "keeping_on"


def plan_titles() -> Titles:
    """Name the plan and its row of sections."""
    return Titles(_tr("My plan"), _tr("Sections of the plan"))


def plan_section_word(section: PlanSection) -> str:
    """Name a section."""
    return {
        PlanSection.MONTH: _tr("This month"),
        PlanSection.STORY: _tr("My story"),
        PlanSection.SENTENCES: _tr("Safety sentences"),
        PlanSection.MESSAGES: _tr("For bad days"),
        PlanSection.SETBACK: _tr("Setbacks"),
        PlanSection.KEEPING_ON: _tr("Keeping on"),
    }[section]


def sender_word(sender: Sender) -> str:
    """Name whom a message is from."""
    return {
        Sender.MYSELF: _tr("Me"),
        Sender.CLINICIAN: _tr("My clinician"),
        Sender.FRIEND: _tr("A friend"),
    }[sender]


def task_title(task: Task, library: Library) -> str:
    """Name what there is to do: its own words, or what its lesson or exercise is called."""
    if task.title:
        return task.title
    known = library.lessons if task.kind is TaskKind.LESSON else library.exercises
    return next((one.title for one in known if one.id == task.target), task.target)


def task_line(task: Task, library: Library) -> str:
    """Say more about it, or "" where nothing is known."""
    if task.line:
        return task.line
    if task.kind is TaskKind.LESSON:
        minutes = next((one.minutes for one in library.lessons if one.id == task.target), None)
        words = _tr("A short lesson, about %d minutes. Read it now, or any other time.")
        return "" if minutes is None else words % minutes
    return next((one.purpose for one in library.exercises if one.id == task.target), "")


def task_verb(task: Task) -> str:
    """Say what the button of a step does; "" where there is nothing to do."""
    if task.kind is TaskKind.PAGE:
        return {
            PlanPage.CHECK: _tr("Write down a check"),
            PlanPage.STORY: _tr("Tell it"),
            PlanPage.MEASURES: _tr("Open the questions"),
            PlanPage.EVIDENCE: _tr("Open my evidence"),
            PlanPage.LADDER: _tr("Open my ladder"),
            PlanPage.SETBACK: _tr("Write the plan"),
            PlanPage.MESSAGE: _tr("Write or say it"),
        }[PlanPage(task.target)]
    return {
        TaskKind.LESSON: _tr("Read the lesson"),
        TaskKind.PRACTICE: _tr("Go to the practice"),
        TaskKind.DEED: _tr("I have done it"),
        TaskKind.REST: "",
    }[task.kind]


def task_place(task: Task) -> tuple[Place, str] | None:
    """Give where a step leads and what to open there; None for what is done in the day."""
    if task.kind is TaskKind.LESSON:
        return Place.LEARN, task.target
    if task.kind is TaskKind.PRACTICE:
        return Place.PRACTISE, task.target
    if task.kind is not TaskKind.PAGE:
        return None
    rung = f":{task.item}" if task.item else ""
    return {
        PlanPage.CHECK: (Place.CHECK, ""),
        PlanPage.STORY: (Place.PLAN, PlanSection.STORY.value),
        PlanPage.MEASURES: (Place.DIARY, f"{SectionId.MEASURES}:new"),
        PlanPage.EVIDENCE: (Place.DIARY, SectionId.EVIDENCE.value),
        PlanPage.LADDER: (Place.DIARY, f"{SectionId.MOVEMENTS}{rung}"),
        PlanPage.SETBACK: (Place.PLAN, PlanSection.SETBACK.value),
        PlanPage.MESSAGE: (Place.PLAN, f"{PlanSection.MESSAGES}:new"),
    }[PlanPage(task.target)]


def step_target(step_id: str) -> str:
    """Give what `Pane.open` of the plan takes to show one step."""
    return f"{PlanSection.MONTH}:{step_id}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plan", text)
