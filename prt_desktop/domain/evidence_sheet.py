"""The evidence sheet: two honest columns, and how sure a person is over time.

techniques.md 3.3. Certainty is not needed to begin and usually grows last; no sum is made of the
points, and neither column wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import MOST_OWN_SENTENCES, EntryKind, new_entry_id
from prt_desktop.domain.local_day import local_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prt_desktop.domain.diary import Entry
    from prt_desktop.domain.safety import Check

SUREST = 100
LONGEST_SENTENCE = 160
"""How many characters of a point can still be said and heard as one safety sentence."""

LINKABLE_KINDS = (
    EntryKind.SURPRISE,
    EntryKind.MOVEMENT,
    EntryKind.NOTE,
    EntryKind.DID,
    EntryKind.FEELING,
    EntryKind.THOUGHT,
    EntryKind.LESSON_NOTE,
)


class Column(StrEnum):
    """Where a point stands on the sheet."""

    TOWARD_ALARM = "toward_alarm"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class EvidencePoint:
    """One point in the person's own or chosen words.

    `entry_ids` are the entries that it rests on; `ask_clinician` marks a question for the next
    visit. `waits_for_check`: it overlaps a red flag, so it stays grey and counts as no evidence
    until a clinician's check is recorded (safety.md 4.3).
    """

    id: str
    added_at: datetime
    column: Column
    text: str
    entry_ids: tuple[str, ...] = ()
    ask_clinician: bool = False
    waits_for_check: bool = False

    @property
    def sentence(self) -> str:
        """Give the text as one line, as a safety sentence would stand."""
        return " ".join(self.text.split())

    def is_grey(self, check: Check | None) -> bool:
        """Say whether it overlaps a red flag that no clinician's check has cleared."""
        return self.waits_for_check and check is None

    def is_starred(self, own_sentences: Iterable[str]) -> bool:
        """Say whether its text is one of the person's own safety sentences."""
        return self.sentence in own_sentences


@dataclass(frozen=True, slots=True)
class Belief:
    """How sure a person was on a day that the pain comes from an alarm: 0 to 100."""

    id: str
    rated_at: datetime
    sure: int

    def __post_init__(self) -> None:
        """Refuse a number outside 0 to 100."""
        if not 0 <= self.sure <= SUREST:
            raise ValueError(f"a belief must be from 0 to {SUREST}, not {self.sure}")


@dataclass(frozen=True, slots=True)
class StarterPoint:
    """A point of the bank, to begin with; `source` says where the idea comes from.

    `row` is its row of the evidence, where there is one. `collides_with` are the ids of the
    safety questions that it overlaps: with any, it waits for a clinician's check.
    """

    id: str
    text: str
    source: str
    column: Column = Column.TOWARD_ALARM
    row: int | None = None
    collides_with: tuple[str, ...] = ()

    def as_point(self, now: datetime) -> EvidencePoint:
        """Make the person's own point of it."""
        waits = bool(self.collides_with)
        return EvidencePoint(new_entry_id(), now, self.column, self.text, waits_for_check=waits)


def in_column(points: Iterable[EvidencePoint], column: Column) -> tuple[EvidencePoint, ...]:
    """Give the points of one column, in the order in which they were added."""
    return tuple(point for point in points if point.column is column)


def linkable(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Give the entries that a point can rest on: surprises first, then others, newest first."""
    newest = [entry for entry in reversed(entries) if entry.kind in LINKABLE_KINDS]
    return tuple(sorted(newest, key=_is_no_surprise))


def can_be_starred(point: EvidencePoint, check: Check | None) -> bool:
    """Say whether a point may become a safety sentence: short, toward the alarm, not grey."""
    short = 0 < len(point.sentence) <= LONGEST_SENTENCE
    return short and point.column is Column.TOWARD_ALARM and not point.is_grey(check)


def with_star(
    own_sentences: Sequence[str], point: EvidencePoint, instead_of: str = ""
) -> tuple[str, ...] | None:
    """Give the own sentences with a point's text among them; None when one must give way first.

    `instead_of` is the sentence in whose place it comes.
    """
    if point.sentence in own_sentences:
        return tuple(own_sentences)
    if instead_of in own_sentences:
        return tuple(point.sentence if one == instead_of else one for one in own_sentences)
    if len(own_sentences) >= MOST_OWN_SENTENCES:
        return None
    return (*own_sentences, point.sentence)


def stars_after(
    own_sentences: Sequence[str],
    before: EvidencePoint | None,
    after: EvidencePoint,
    *,
    starred: bool,
) -> tuple[str, ...] | None:
    """Give the own sentences once a point was changed; None when one must give way first.

    A starred point that is reworded keeps its place among them.
    """
    kept = tuple(own_sentences)
    if before is not None and before.is_starred(kept):
        if starred:
            renamed = [after.sentence if one == before.sentence else one for one in kept]
            return tuple(dict.fromkeys(renamed))
        kept = without_star(kept, before)
    return with_star(kept, after) if starred else kept


def without_star(own_sentences: Sequence[str], point: EvidencePoint) -> tuple[str, ...]:
    """Give the own sentences without a point's text."""
    return tuple(one for one in own_sentences if one != point.sentence)


def by_day(beliefs: Iterable[Belief], now: datetime) -> tuple[Belief, ...]:
    """Give the newest belief of each of the person's own days, the oldest day first."""
    ordered = sorted(beliefs, key=_rated)
    return tuple({local_day(one.rated_at, now): one for one in ordered}.values())


def _is_no_surprise(entry: Entry) -> bool:
    return entry.kind is not EntryKind.SURPRISE


def _rated(belief: Belief) -> datetime:
    return belief.rated_at
