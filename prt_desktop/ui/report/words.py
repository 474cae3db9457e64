"""What a report says, on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from prt_desktop.domain.diary import Entry, MovementTrial, ThoughtRecord
from prt_desktop.domain.evidence_sheet import Column, EvidencePoint
from prt_desktop.domain.ladder import Rung
from prt_desktop.domain.measures import Item, change_words
from prt_desktop.domain.report import (
    Believed,
    Flags,
    FlagState,
    Measured,
    Part,
    Period,
    Practised,
    ReportItem,
    Weeks,
)
from prt_desktop.domain.safety import Check
from prt_desktop.domain.trends import number
from prt_desktop.ui.diary.circumstance_words import rating_word
from prt_desktop.ui.diary.words import kind_word, part_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_LOCALE = QLocale(QLocale.Language.English)


def part_word(part: Part) -> str:
    """Name a part of the report."""
    return {
        Part.SUMMARY: _tr("A first page that sums up"),
        Part.SAFETY: _tr("Safety"),
        Part.MEASURES: _tr("How it has been"),
        Part.WEEKS: _tr("By week"),
        Part.MOVEMENTS: _tr("Movements"),
        Part.EVIDENCE: _tr("Evidence"),
        Part.SURPRISES: _tr("Surprises"),
        Part.PRACTICES: _tr("Practices done"),
        Part.NOTES: _tr("Notes I chose"),
    }[part]


def part_hint(part: Part) -> str:
    """Say what a part holds."""
    return {
        Part.SUMMARY: _tr("One page, to be read in a minute."),
        Part.SAFETY: _tr("Whether a safety question is open, and who checked when."),
        Part.MEASURES: _tr("The newest answers, and how they changed."),
        Part.WEEKS: _tr("Fear and confidence as small charts."),
        Part.MOVEMENTS: _tr("What was expected, what happened, and the ladder."),
        Part.EVIDENCE: _tr("Both columns, with what to ask the clinician."),
        Part.SURPRISES: _tr("What did not behave like an injury."),
        Part.PRACTICES: _tr("How often and how long."),
        Part.NOTES: _tr("None, until you tick single ones below."),
    }[part]


def item_word(item: Item) -> str:
    """Name one of our own questions as a clinician reads it."""
    return {
        Item.PAIN: _tr("Average pain, last week"),
        Item.ENJOYMENT: _tr("In the way of enjoying life"),
        Item.ACTIVITY: _tr("In the way of daily activity"),
        Item.FEAR: _tr("Fear of the pain"),
        Item.CONFIDENCE: _tr("Confidence to do things"),
        Item.DAMAGE: _tr("Belief that pain means damage"),
        Item.MEAN: _tr("Mean of the first three"),
    }[item]


def day(on: date) -> str:
    """Write a day in short, such as 5 Nov 2026."""
    return _LOCALE.toString(QDate(on.year, on.month, on.day), "d MMM yyyy")


def short_day(on: date) -> str:
    """Write a day without its year, such as 5 Nov."""
    return _LOCALE.toString(QDate(on.year, on.month, on.day), "d MMM")


def period_words(period: Period) -> str:
    """Write a period: "27 Oct to 23 Nov 2026"."""
    first = period.first
    same = "d MMM" if first.year == period.last.year else "d MMM yyyy"
    begins = _LOCALE.toString(QDate(first.year, first.month, first.day), same)
    return _tr("%s to %s") % (begins, day(period.last))


def days_in(period: Period) -> str:
    """Say how long a period is: "four weeks" in days."""
    count = (period.last - period.first).days + 1
    return _tr("1 day") if count == 1 else _tr("%d days") % count


def flags_words(flags: Flags) -> str:
    """Say how the safety questions stand."""
    if flags.since is not None:
        return _opened_words(flags.state) % day(flags.since)
    if flags.state is FlagState.UNANSWERED:
        return _tr("The safety questions have not all been answered yet.")
    return _tr("No safety question is open.")


def _opened_words(state: FlagState) -> str:
    """Say what is open, with %s for its day."""
    if state is FlagState.PAUSED:
        return _tr(
            "One of three short questions (new or different pain, an alarm sign, an accident) was "
            "ticked on %s, and no clinician's check of it has been recorded since. Until then "
            "some practices rest."
        )
    if state is FlagState.ASKS_FOR_CLINICIAN:
        return _tr(
            "Before the fit worksheet, something to tell a clinician first was ticked on %s, and "
            "no clinician's check has been recorded since."
        )
    return _tr(
        "A safety question was ticked on %s, and no clinician's check has been recorded since."
    )


def check_words(check: Check) -> str:
    """Say who checked what, when."""
    words = _tr("Checked by %s on %s: %s.") % (check.who, day(check.on), check.area.rstrip("."))
    return f"{words} {check.said}".strip()


def measured_words(measured: Measured) -> str:
    """Say an answer and its change: "4 of 10 on 23 Nov, changed by ..."."""
    words = _tr("%s: %s of 10 on %s") % (
        item_word(measured.item),
        number(measured.value),
        day(measured.on),
    )
    if measured.change is None or measured.before_on is None:
        return f"{words}."
    since = _tr("since %s") % day(measured.before_on)
    return f"{words}, {change_words(measured.change)} {since}."


def weeks_words(weeks: Weeks) -> str:
    """Say a rating by its weeks: "Fear: 5, 4.5, none noted, 4 (means of weeks)"."""
    told = [_tr("none noted") if one.mean is None else number(one.mean) for one in weeks.weeks]
    return _tr("%s by week, 0 to 10: %s.") % (rating_word(weeks.rating), ", ".join(told))


def believed_words(believed: Believed) -> str:
    """Say how sure the person was, first and last."""
    last = _tr("Sure that the pain comes from an alarm: %d of 100 on %s") % (
        believed.last.sure,
        day(believed.last.rated_at.date()),
    )
    if believed.first.id == believed.last.id:
        return f"{last}."
    before = _tr("%d on %s") % (believed.first.sure, day(believed.first.rated_at.date()))
    return f"{last}, {before}."


def practised_words(practised: Practised, titles: Mapping[str, str]) -> str:
    """Say how often and how long: "Looking: 4 times, 28 minutes in all"."""
    title = titles.get(practised.exercise_id, practised.exercise_id)
    times = _tr("once") if practised.count == 1 else _tr("%d times") % practised.count
    return _tr("%s: %s, %s in all.") % (title, times, minutes(practised.minutes))


def minutes(count: int) -> str:
    """Write a number of minutes."""
    return _tr("1 minute") if count == 1 else _tr("%d minutes") % count


def point_words(point: EvidencePoint) -> str:
    """Say a point with its column and what waits."""
    column = _tr("Toward an alarm") if point.column is Column.TOWARD_ALARM else _tr("Unsure")
    marks = [_tr("to ask the clinician")] if point.ask_clinician else []
    marks += [_tr("waits for a clinician's check")] if point.waits_for_check else []
    told = f" ({', '.join(marks)})" if marks else ""
    return f"{column}: {point.text}{told}"


def rung_words(rung: Rung) -> str:
    """Say a feared movement."""
    words = _tr("On the ladder: %s, fear %d of 10") % (rung.name, rung.fear)
    return f"{words}. {rung.value}" if rung.value else f"{words}."


def entry_parts(entry: Entry) -> list[tuple[str, str]]:
    """Give what stands in an entry, each part with its name or ""."""
    details = entry.details
    if isinstance(details, ThoughtRecord | MovementTrial):
        named = zip(part_words(details), details.texts, strict=True)
        parts = [(name, text) for name, text in named if text]
        own = [("", entry.text)] if entry.text else []
        return [*own, *parts]
    return [("", entry.text)]


def entry_title(entry: Entry) -> str:
    """Give the heading of an entry: its movement or its kind, and the day."""
    details = entry.details
    name = details.movement if isinstance(details, MovementTrial) else kind_word(entry.kind)
    return f"{name}, {day(entry.created_at.date())}"


def entry_words(entry: Entry) -> str:
    """Say an entry in one paragraph."""
    told = [f"{name}: {text}" if name else text for name, text in entry_parts(entry)]
    return "\n".join([entry_title(entry), *told])


def item_words(item: ReportItem, titles: Mapping[str, str]) -> str:
    """Say any item of a report; `titles` maps the ids of exercises to what they are called."""
    content = item.content
    if isinstance(content, Practised):
        return practised_words(content, titles)
    if isinstance(content, Entry):
        return entry_words(content)
    return _short_words(content)


def _short_words(
    content: Flags | Check | Measured | Weeks | Rung | EvidencePoint | Believed,
) -> str:
    if isinstance(content, Flags):
        return flags_words(content)
    if isinstance(content, Check):
        return check_words(content)
    if isinstance(content, Measured):
        return measured_words(content)
    if isinstance(content, Weeks):
        return weeks_words(content)
    if isinstance(content, Rung):
        return rung_words(content)
    return believed_words(content) if isinstance(content, Believed) else point_words(content)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)
