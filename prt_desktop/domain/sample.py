"""Made-up entries of every kind, to look at the program with; no real person's words."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from prt_desktop.domain.circumstances import BodyArea, Circumstances, Ratings
from prt_desktop.domain.diary import (
    Details,
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
)

PER_DAY = 3
KINDS = tuple(kind for kind in EntryKind if kind is not EntryKind.MEMO)
"""Every kind but the memo, which nobody has spoken."""
_TAGS = ("poor sleep", "long sitting", "rain", "a full day", "friends", "in a hurry")
_AREAS = (BodyArea.LOWER_BACK, BodyArea.LEFT_HIP, BodyArea.NECK)
_WORDS = {
    EntryKind.NOTE: (
        "Slept badly and woke up stiff. It eased after breakfast while I was on the phone.",
        "A quiet day. I sat in the garden with my tea and noticed the birds before my back.",
        "Long meeting today. I was tense before it started, and lighter on the way home.",
        "I do not feel like writing much. That is all right.",
    ),
    EntryKind.SURPRISE: (
        "Carried the shopping up the stairs and only thought of it afterwards.",
        "It hurt on the left all morning. After lunch it was on the right.",
        "Two hours in the cinema and I forgot about the seat.",
    ),
    EntryKind.DID: (
        "Walked to the corner and back, looking at the trees.",
        "Hung out the washing in two goes instead of one.",
    ),
    EntryKind.FEELING: (
        "Worried about the letter from work. My neck joined in.",
        "Cross with myself, then a bit kinder.",
    ),
    EntryKind.LESSON_NOTE: ("This is the picture I want to keep.", ""),
    EntryKind.MEASURE: ("A little easier than last month. Mornings are still slow.", ""),
    EntryKind.WRITING: (
        "I am so tired of being sensible about this. There, I said it.",
        "What I would tell her, if she were still here to hear it.",
    ),
}
_THOUGHTS = (
    ThoughtRecord(
        "I bent down to tie a shoe and felt a pull.",
        "Now I have ruined the whole week.",
        "I have felt this pull before, and the week went on.",
    ),
    ThoughtRecord(
        "Somebody asked how my back is.",
        "It will never be any different.",
        "I do not know how it will be. Last Sunday was an easy day.",
    ),
)
_TRIALS = (
    MovementTrial(
        "movement",
        "Bend forward",
        "bend",
        "It will grab me half-way, badly, and the evening is gone.",
        "A pull at first. The third time there was less of it.",
        "It did not grab me, and I cooked in the evening.",
        "The story before was louder than the bend.",
        NextTime.SAME,
    ),
    MovementTrial(
        "movement",
        "Turn my head to reverse the car",
        None,
        "A stab on the left, for an hour.",
        "It was stiff, for a minute or so.",
        "No stab.",
        "",
        NextTime.SMALLER,
    ),
)


def sample_entries(now: datetime, days: int) -> tuple[Entry, ...]:
    """Make three entries a day for the `days` before `now`, the same ones every time."""
    random = Random(2022)
    entries = []
    for number in range(days * PER_DAY):
        day, turn = divmod(number, PER_DAY)
        hour = timedelta(hours=8 + 5 * turn, minutes=random.randrange(60))
        morning = now.replace(hour=0, minute=0, second=0, microsecond=0)
        at = morning - timedelta(days=days - day) + hour
        entries.append(_entry(random, KINDS[number % len(KINDS)], at))
    return tuple(entries)


def _entry(random: Random, kind: EntryKind, at: datetime) -> Entry:
    entry_id = f"{random.getrandbits(128):032x}"
    details = _details(random, kind)
    text = random.choice(_WORDS[kind]) if kind in _WORDS else ""
    return Entry(entry_id, at, kind, text, details, circumstances=_circumstances(random, kind))


def _details(random: Random, kind: EntryKind) -> Details | None:
    if kind is EntryKind.PRACTICE:
        return _practice(random)
    if kind is EntryKind.MEASURE:
        return Measure(*(random.randint(2, 6) for _ in range(6)))
    others: dict[EntryKind, Details] = {
        EntryKind.LESSON: LessonDetails("pain-is-an-alarm"),
        EntryKind.LESSON_NOTE: LessonNote("pain-is-an-alarm", 0, "Pain is an alarm."),
        EntryKind.THOUGHT: random.choice(_THOUGHTS),
        EntryKind.MOVEMENT: random.choice(_TRIALS),
    }
    return others.get(kind)


def _practice(random: Random) -> PracticeDetails:
    planned_ms = random.choice((3, 7, 10)) * 60_000
    finished = random.random() < 0.8
    heard_ms = planned_ms if finished else planned_ms // 2
    reflection = random.choice([*Reflection, None])
    return PracticeDetails("somatic-tracking", planned_ms, heard_ms, finished, reflection)


def _circumstances(random: Random, kind: EntryKind) -> Circumstances:
    if kind not in {EntryKind.NOTE, EntryKind.SURPRISE, EntryKind.DID, EntryKind.FEELING}:
        return Circumstances()
    tags = tuple(tag for tag in _TAGS if random.random() < 0.2)
    ratings = Ratings(
        fear=random.randint(1, 7),
        confidence=random.choice((None, 3, 4, 5, 6, 7)),
        sleep=random.choice((None, 3, 4, 5, 6, 7, 8)),
        mood=random.choice((None, 3, 4, 5, 6, 7, 8)),
    )
    areas = tuple(area for area in _AREAS if random.random() < 0.4)
    return Circumstances(ratings, areas, tags)
