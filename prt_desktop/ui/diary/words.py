"""What the timeline says about days and entries."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from prt_desktop.domain.diary import (
    Entry,
    EntryKind,
    LessonDetails,
    LessonNote,
    Measure,
    MovementTrial,
    NextTime,
    PracticeDetails,
    Reflection,
    ThoughtRecord,
    VoiceMemo,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from prt_desktop.domain.diary import OwnWords

_LOCALE = QLocale(QLocale.Language.English)


def kind_word(kind: EntryKind) -> str:
    """Name a kind of entry."""
    return {
        EntryKind.NOTE: _tr("A note"),
        EntryKind.SURPRISE: _tr("A surprise"),
        EntryKind.DID: _tr("Something I did"),
        EntryKind.FEELING: _tr("A feeling"),
        EntryKind.PRACTICE: _tr("Practice"),
        EntryKind.LESSON: _tr("Lesson"),
        EntryKind.THOUGHT: _tr("A thought"),
        EntryKind.MOVEMENT: _tr("A movement"),
        EntryKind.WRITING: _tr("A writing I kept"),
        EntryKind.LESSON_NOTE: _tr("From a lesson"),
        EntryKind.MEASURE: _tr("How it has been"),
        EntryKind.MEMO: _tr("A spoken memo"),
    }[kind]


def reflection_word(reflection: Reflection) -> str:
    """Say how a person was with it."""
    return {
        Reflection.CURIOUS: _tr("I was curious"),
        Reflection.SO_SO: _tr("so-so"),
        Reflection.FIGHTING: _tr("I was fighting it"),
    }[reflection]


def next_time_word(next_time: NextTime) -> str:
    """Say how a movement is to be tried again."""
    return {
        NextTime.SAME: _tr("The same again"),
        NextTime.WIDER: _tr("A little wider"),
        NextTime.SMALLER: _tr("Smaller"),
        NextTime.NOT_NOW: _tr("Not for now"),
    }[next_time]


def part_words(details: OwnWords) -> tuple[str, ...]:
    """Name what is written in a thought or a movement, in the order of its `texts`."""
    if isinstance(details, ThoughtRecord):
        return (_tr("What happened"), _tr("The alarming thought"), _tr("A fairer sentence"))
    return (
        _tr("What I expected"),
        _tr("What happened"),
        _tr("What did not happen"),
        _tr("What I learned"),
    )


def written_words(entry: Entry) -> str:
    """Give what a person wrote and told, the parts of it each on a line of its own."""
    details = entry.details
    if isinstance(details, LessonNote):
        return f"“{details.quote}”\n{entry.text}".strip()
    if isinstance(details, Measure):
        return "\n".join(line for line in (_measure_line(details), entry.text) if line)
    if not isinstance(details, ThoughtRecord | MovementTrial):
        return entry.text
    named = zip(part_words(details), details.texts, strict=True)
    lines = [f"{name}: {text}" for name, text in named if text]
    if isinstance(details, MovementTrial):
        lines.insert(0, details.movement)
        if details.next_time is not None:
            lines.append(f"{_tr('Next time')}: {next_time_word(details.next_time)}")
    return "\n".join(lines)


def day_words(day: date, today: date) -> str:
    """Name a day: "Today", "Yesterday", or in full."""
    if day == today:
        return _tr("Today")
    if day == today - timedelta(days=1):
        return _tr("Yesterday")
    long = "dddd d MMMM" if day.year == today.year else "dddd d MMMM yyyy"
    return _LOCALE.toString(QDate(day.year, day.month, day.day), long)


def quiet_line(entry: Entry, titles: Mapping[str, str]) -> str:
    """Tell a practice or a lesson in one line; `titles` maps ids to what they are called."""
    if isinstance(entry.details, LessonDetails):
        lesson_id = entry.details.lesson_id
        return _tr("Read: %s") % titles.get(lesson_id, lesson_id)
    if isinstance(entry.details, PracticeDetails):
        return _practice_line(entry.details, titles)
    return ""


def head_words(entry: Entry, titles: Mapping[str, str]) -> str:
    """Say what an entry is, in the line over its words; `titles` as for `quiet_line`."""
    word = kind_word(entry.kind)
    if isinstance(entry.details, LessonNote):
        return f"{word}: {titles.get(entry.details.lesson_id, entry.details.lesson_id)}"
    if isinstance(entry.details, VoiceMemo):
        return f"{word}, {length_word(entry.details.length_ms)}"
    return quiet_line(entry, titles) or word


def length_word(length_ms: int) -> str:
    """Say how long a memo is, in minutes and seconds."""
    minutes, seconds = divmod(round(length_ms / 1000), 60)
    return f"{minutes}:{seconds:02}"


def _measure_line(measure: Measure) -> str:
    words = {
        "pain": _tr("Average pain"),
        "enjoyment": _tr("in the way of enjoying life"),
        "activity": _tr("in the way of daily activity"),
        "fear": _tr("fear"),
        "confidence": _tr("confidence"),
        "damage": _tr("belief that pain means damage"),
    }
    line = ", ".join(f"{words[name]} {value}" for name, value in measure.given().items())
    return line[:1].upper() + line[1:]


def _practice_line(details: PracticeDetails, titles: Mapping[str, str]) -> str:
    minutes = max(1, round(details.heard_ms / 60_000))
    title = titles.get(details.exercise_id, details.exercise_id)
    length = _tr("1 minute") if minutes == 1 else _tr("%d minutes") % minutes
    words = f"{title}, {length}"
    return f"{words}, {reflection_word(details.reflection)}" if details.reflection else words


def _tr(text: str) -> str:
    return QCoreApplication.translate("Diary", text)
