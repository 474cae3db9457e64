"""What a person may show a clinician: items of one period, each of which can be left out.

A report tells what was kept and what changed, in points and percent beside a line of reference.
It holds no verdict, no diagnosis and no score of fit (clinician.md 1 to 4).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import fmean
from typing import TYPE_CHECKING, TypeVar

from prt_desktop.domain.circumstances import Rating
from prt_desktop.domain.diary import Entry, EntryKind, Measure, PracticeDetails
from prt_desktop.domain.evidence_sheet import Belief, EvidencePoint
from prt_desktop.domain.ladder import Rung
from prt_desktop.domain.measures import Change, Item, changes
from prt_desktop.domain.measures import values as answers
from prt_desktop.domain.safety import Check

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from prt_desktop.domain.safety import (
        FitPageAnswer,
        MiniCheckAnswer,
        PageAnswer,
        SafetyRecord,
    )
    from prt_desktop.domain.whole_diary import WholeDiary

FOUR_WEEKS_DAYS = 28
SHOWN_AT_FIRST = frozenset({Rating.FEAR, Rating.CONFIDENCE})
CHOSEN_KINDS = (
    EntryKind.NOTE,
    EntryKind.DID,
    EntryKind.FEELING,
    EntryKind.THOUGHT,
    EntryKind.WRITING,
    EntryKind.LESSON_NOTE,
)
_MINUTE_MS = 60_000
_WEEK = timedelta(days=7)


class Part(StrEnum):
    """The parts of a report, in the order in which they stand."""

    SUMMARY = "summary"
    SAFETY = "safety"
    MEASURES = "measures"
    WEEKS = "weeks"
    MOVEMENTS = "movements"
    EVIDENCE = "evidence"
    SURPRISES = "surprises"
    PRACTICES = "practices"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included."""

    first: date
    last: date

    def holds(self, at: datetime) -> bool:
        """Say whether a time falls on one of the days, by its own date."""
        return self.first <= at.date() <= self.last


class FlagState(StrEnum):
    """How the safety questions stand, or what of them is open.

    `OPEN` is a tick on one of the two pages, `PAUSED` one among the three short questions,
    `ASKS_FOR_CLINICIAN` what was ticked before the fit worksheet.
    """

    UNANSWERED = "unanswered"
    NOTHING_OPEN = "nothing_open"
    OPEN = "open"
    PAUSED = "paused"
    ASKS_FOR_CLINICIAN = "asks_for_clinician"


@dataclass(frozen=True, slots=True)
class Flags:
    """One way in which the safety questions stand, and the day of the newest answer of its kind."""

    state: FlagState
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """One question's answers: the newest, and the change from an earlier one if there is one."""

    item: Item
    value: float
    on: date
    change: Change | None = None
    before_on: date | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """The mean of a week's days that had a number, or None, and how many days had one."""

    monday: date
    mean: float | None
    days: int


@dataclass(frozen=True, slots=True)
class Weeks:
    """A rating over the weeks of the period."""

    rating: Rating
    weeks: tuple[Week, ...]


@dataclass(frozen=True, slots=True)
class Believed:
    """How sure the person was that the pain comes from an alarm, first and last."""

    first: Belief
    last: Belief


@dataclass(frozen=True, slots=True)
class Practised:
    """How often an exercise was done, and for how many minutes in all."""

    exercise_id: str
    count: int
    minutes: int


Told = TypeVar("Told")
Content = Flags | Check | Measured | Weeks | Entry | Rung | EvidencePoint | Believed | Practised


@dataclass(frozen=True, slots=True)
class ReportItem:
    """One thing that can be left out; `offered` ones are left out until they are chosen."""

    id: str
    part: Part
    content: Content
    offered: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The items of one period, in the order of their parts, and the day it was made."""

    period: Period
    made_on: date
    items: tuple[ReportItem, ...]
    has_summary: bool = True

    def of(self, part: Part) -> tuple[ReportItem, ...]:
        """Give the items of one part."""
        return tuple(item for item in self.items if item.part is part)

    def contents(self, kind: type[Told]) -> tuple[Told, ...]:
        """Give what items of one kind tell."""
        return tuple(item.content for item in self.items if isinstance(item.content, kind))

    def with_only(self, parts: Collection[Part], left_out: Collection[str]) -> Report:
        """Keep these parts, without the items of these ids."""
        kept = (one for one in self.items if one.part in parts and one.id not in left_out)
        return replace(self, items=tuple(kept), has_summary=Part.SUMMARY in parts)


def offered_ids(report: Report) -> frozenset[str]:
    """Give the ids that are left out at first."""
    return frozenset(item.id for item in report.items if item.offered)


def report_of(diary: WholeDiary, period: Period, made_on: date) -> Report:
    """Make the report of a period with everything that could be in it."""
    until = [entry for entry in diary.entries if entry.created_at.date() <= period.last]
    within = [entry for entry in until if period.holds(entry.created_at)]
    items = (
        *_safety_items(diary.safety),
        *_measure_items(until, period),
        *_week_items(within, period),
        *_movement_items(diary.rungs, within, period),
        *_evidence_items(diary, period),
        *_entry_items(Part.SURPRISES, within, (EntryKind.SURPRISE,)),
        *_practice_items(within),
        *_entry_items(Part.NOTES, within, CHOSEN_KINDS, offered=True),
    )
    return Report(period, made_on, items)


def last_four_weeks(today: date) -> Period:
    """Give the 28 days that end today."""
    return Period(today - timedelta(days=FOUR_WEEKS_DAYS - 1), today)


def whole_period(diary: WholeDiary, today: date) -> Period:
    """Give the days from the first thing kept to today."""
    days = [entry.created_at.date() for entry in diary.entries[:1]]
    days += [point.added_at.date() for point in diary.points]
    days += [rung.added_at.date() for rung in diary.rungs]
    days += [one.rated_at.date() for one in diary.beliefs]
    return Period(min([*days, today]), today)


def _safety_items(safety: SafetyRecord) -> Iterator[ReportItem]:
    for name, flags in _flags(safety):
        yield ReportItem(name, Part.SAFETY, flags)
    for number, check in enumerate(reversed(safety.checks)):
        yield ReportItem(f"check:{check.recorded_at.isoformat()}", Part.SAFETY, check, number > 0)


def _flags(safety: SafetyRecord) -> Iterator[tuple[str, Flags]]:
    """Name all that is open, each kind by itself; that nothing is, only where that is so."""
    ticked, paused, waiting = safety.open_flags(), safety.pauses(), safety.waits_before_fit()
    if ticked:
        yield "flags", Flags(FlagState.OPEN, _newest_day(ticked))
    elif safety.unanswered_pages():
        yield "flags", Flags(FlagState.UNANSWERED)
    elif not paused and not waiting:
        yield "flags", Flags(FlagState.NOTHING_OPEN)
    if paused:
        yield "pauses", Flags(FlagState.PAUSED, _newest_day(paused))
    if waiting:
        yield "before-fit", Flags(FlagState.ASKS_FOR_CLINICIAN, _newest_day(waiting))


def _newest_day(answers: Iterable[PageAnswer | MiniCheckAnswer | FitPageAnswer]) -> date:
    return max(answer.answered_at for answer in answers).date()


def _measure_items(until: Sequence[Entry], period: Period) -> Iterator[ReportItem]:
    told = [entry for entry in until if isinstance(entry.details, Measure)]
    within = [entry for entry in told if period.holds(entry.created_at)]
    if not within:
        return
    last = within[-1]
    earlier = [entry for entry in told if entry.created_at < last.created_at]
    first = within[0] if len(within) > 1 else next(iter(reversed(earlier)), None)
    for measured in _measured(first, last):
        yield ReportItem(f"measure:{measured.item}", Part.MEASURES, measured)
    for entry in within:
        if entry.text.strip():
            yield ReportItem(f"entry:{entry.id}", Part.MEASURES, entry)


def _measured(first: Entry | None, last: Entry) -> Iterator[Measured]:
    assert isinstance(last.details, Measure)
    on = last.created_at.date()
    compared: dict[Item, Change] = {}
    if first is not None and isinstance(first.details, Measure):
        compared = {one.item: one for one in changes(first.details, last.details)}
    before_on = first.created_at.date() if first is not None else None
    for item, value in answers(last.details).items():
        change = compared.get(item)
        yield Measured(item, value, on, change, before_on if change else None)


def _week_items(within: Sequence[Entry], period: Period) -> Iterator[ReportItem]:
    for rating in Rating:
        days: dict[date, list[int]] = defaultdict(list)
        for entry in within:
            value = entry.circumstances.ratings.given().get(rating)
            if value is not None:
                days[entry.created_at.date()].append(value)
        if days:
            weeks = Weeks(
                rating, tuple(_weeks({day: fmean(of) for day, of in days.items()}, period))
            )
            yield ReportItem(f"weeks:{rating}", Part.WEEKS, weeks, rating not in SHOWN_AT_FIRST)


def _weeks(means: dict[date, float], period: Period) -> Iterator[Week]:
    """Give every week of the period: entries of a day count as one day, days as one week."""
    monday = period.first - timedelta(days=period.first.weekday())
    while monday <= period.last:
        held = [mean for day, mean in means.items() if monday <= day < monday + _WEEK]
        yield Week(monday, fmean(held) if held else None, len(held))
        monday += _WEEK


def _movement_items(
    rungs: Sequence[Rung], within: Sequence[Entry], period: Period
) -> Iterator[ReportItem]:
    yield from _entry_items(Part.MOVEMENTS, within, (EntryKind.MOVEMENT,))
    for rung in rungs:
        if rung.added_at.date() <= period.last:
            yield ReportItem(f"rung:{rung.id}", Part.MOVEMENTS, rung)


def _evidence_items(diary: WholeDiary, period: Period) -> Iterator[ReportItem]:
    known = [one for one in diary.beliefs if one.rated_at.date() <= period.last]
    within = [one for one in known if period.holds(one.rated_at)]
    if within:
        first = within[0] if len(within) > 1 else known[max(0, len(known) - 2)]
        yield ReportItem("belief", Part.EVIDENCE, Believed(first, within[-1]))
    for point in diary.points:
        if point.added_at.date() <= period.last:
            old = not (period.holds(point.added_at) or point.ask_clinician)
            yield ReportItem(f"point:{point.id}", Part.EVIDENCE, point, old)


def _entry_items(
    part: Part, within: Sequence[Entry], kinds: Collection[EntryKind], *, offered: bool = False
) -> Iterator[ReportItem]:
    for entry in reversed(within):
        if entry.kind in kinds:
            yield ReportItem(f"entry:{entry.id}", part, entry, offered)


def _practice_items(within: Sequence[Entry]) -> Iterator[ReportItem]:
    done: dict[str, list[int]] = defaultdict(list)
    for entry in within:
        if isinstance(entry.details, PracticeDetails):
            done[entry.details.exercise_id].append(entry.details.heard_ms)
    for exercise_id, heard_ms in sorted(done.items(), key=_most_often):
        practised = Practised(exercise_id, len(heard_ms), round(sum(heard_ms) / _MINUTE_MS))
        yield ReportItem(f"practice:{exercise_id}", Part.PRACTICES, practised)


def _most_often(done: tuple[str, list[int]]) -> tuple[int, str]:
    return (-len(done[1]), done[0])
