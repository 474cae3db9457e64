"""What the question pages show next: the action of a tick first, then the next page, then the end.

The pages in the window and whoever tests them follow the same rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.safety import PageId

if TYPE_CHECKING:
    from collections.abc import Collection

    from prt_desktop.domain.safety import PageAnswer, SafetyRecord


class Shows(StrEnum):
    """What a page of the window shows."""

    QUESTIONS = "questions"
    ACTION = "action"
    END = "end"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown, and of which page where it is one's."""

    what: Shows
    page: PageId | None = None


def shown_first(record: SafetyRecord, known: Collection[PageId]) -> Shown:
    """Say what stands there when somebody comes, or goes on; `known` are the readable pages."""
    if any(page not in known for page in PageId):
        return Shown(Shows.UNREADABLE)
    still = record.unanswered_pages()
    return Shown(Shows.QUESTIONS, still[0]) if still else Shown(Shows.END)


def shown_after(answer: PageAnswer, record: SafetyRecord, known: Collection[PageId]) -> Shown:
    """Say what an answer leads to: a tick to its action, before anything else."""
    if answer.ticked:
        return Shown(Shows.ACTION, answer.page)
    return shown_first(record, known)


def leads_on(record: SafetyRecord) -> bool:
    """Say whether the end of the pages leads to the practice that waits, and not back to Today."""
    return not record.unanswered_pages() and not record.open_flags()
