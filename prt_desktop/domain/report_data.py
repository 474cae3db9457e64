"""The part of a diary that a report's items speak of: what leaves as a file, and no more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from prt_desktop.domain.circumstances import Circumstances, Ratings
from prt_desktop.domain.diary import Entry, EntryKind, Measure, PracticeDetails
from prt_desktop.domain.evidence_sheet import EvidencePoint
from prt_desktop.domain.ladder import Rung
from prt_desktop.domain.report import Believed, Measured, Practised, Weeks
from prt_desktop.domain.safety import Check, SafetyRecord
from prt_desktop.domain.whole_diary import WholeDiary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prt_desktop.domain.circumstances import Rating
    from prt_desktop.domain.report import Report


def data_of(report: Report, diary: WholeDiary) -> WholeDiary:
    """Give what stands in a report, as values that can be written to a file.

    An entry whose words are left out keeps the ratings and answers that are told, and nothing
    else; one of which nothing is told is left out.
    """
    beliefs = diary.beliefs if report.contents(Believed) else ()
    return WholeDiary(
        tuple(_entries(report, diary)),
        report.contents(EvidencePoint),
        tuple(one for one in beliefs if report.period.holds(one.rated_at)),
        report.contents(Rung),
        safety=SafetyRecord(checks=report.contents(Check)),
    )


def _entries(report: Report, diary: WholeDiary) -> Iterator[Entry]:
    whole = {one.id for one in report.contents(Entry)}
    practised = {one.exercise_id for one in report.contents(Practised)}
    ratings = {one.rating for one in report.contents(Weeks)}
    asked = {one.item.value for one in report.contents(Measured)}
    for entry in diary.entries:
        if not report.period.holds(entry.created_at):
            continue
        cut = _with_ratings(entry, ratings, whole=entry.id in whole)
        if isinstance(entry.details, Measure):
            given = {name: one for name, one in entry.details.given().items() if name in asked}
            cut = replace(cut, details=Measure(**given))
            is_told = bool(given) or entry.id in whole
        elif isinstance(entry.details, PracticeDetails):
            is_told = entry.details.exercise_id in practised
        else:
            is_told = entry.id in whole
        if is_told:
            yield cut
        elif not cut.circumstances.is_empty:
            yield replace(cut, kind=EntryKind.NOTE, details=None)


def _with_ratings(entry: Entry, ratings: set[Rating], *, whole: bool) -> Entry:
    """Keep the ratings that are told; words, areas and tags only where the entry is told whole."""
    given = entry.circumstances.ratings.given()
    kept = Ratings(**{rating.value: one for rating, one in given.items() if rating in ratings})
    told = replace(entry.circumstances, ratings=kept) if whole else Circumstances(kept)
    return replace(entry, circumstances=told, text=entry.text if whole else "")
