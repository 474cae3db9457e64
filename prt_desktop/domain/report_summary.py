"""The first page of a report: what a clinician can read in a minute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import Entry, MovementTrial
from prt_desktop.domain.evidence_sheet import EvidencePoint
from prt_desktop.domain.report import Measured, Part, Practised, Report, ReportItem, Weeks
from prt_desktop.domain.safety import Check

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_QUESTIONS = 4
MOST_MOVEMENTS = 2
MOST_SERIES = 2


@dataclass(frozen=True, slots=True)
class Summary:
    """What stands on the first page; every piece is an item of the report itself.

    Of questions and movements only the newest stand here, `movements`, `surprises` and
    `practices` say how many there are, and `minutes` how long was practised in all.
    """

    safety: tuple[ReportItem, ...]
    questions: tuple[ReportItem, ...]
    measured: tuple[ReportItem, ...]
    series: tuple[ReportItem, ...]
    tried: tuple[ReportItem, ...]
    movements: int
    surprises: int
    practices: int
    minutes: int


def summary_of(report: Report) -> Summary:
    """Choose what stands on the first page."""
    safety = report.of(Part.SAFETY)
    checks = [item for item in safety if isinstance(item.content, Check)]
    asked = [item for item in report.of(Part.EVIDENCE) if _is_asked(item)]
    tried = [item for item in report.of(Part.MOVEMENTS) if isinstance(item.content, Entry)]
    done = report.contents(Practised)
    return Summary(
        (*(item for item in safety if not isinstance(item.content, Check)), *checks[:1]),
        tuple(asked[:MOST_QUESTIONS]),
        _of_type(report.of(Part.MEASURES), Measured),
        _of_type(report.of(Part.WEEKS), Weeks)[:MOST_SERIES],
        tuple(item for item in tried if _is_compared(item))[:MOST_MOVEMENTS],
        len(tried),
        len(report.of(Part.SURPRISES)),
        sum(one.count for one in done),
        sum(one.minutes for one in done),
    )


def _of_type(items: Iterable[ReportItem], kind: type) -> tuple[ReportItem, ...]:
    return tuple(item for item in items if isinstance(item.content, kind))


def _is_asked(item: ReportItem) -> bool:
    return isinstance(item.content, EvidencePoint) and item.content.ask_clinician


def _is_compared(item: ReportItem) -> bool:
    """Say whether both what was expected and what happened were written down."""
    trial = item.content.details if isinstance(item.content, Entry) else None
    return isinstance(trial, MovementTrial) and bool(trial.prediction and trial.happened)
