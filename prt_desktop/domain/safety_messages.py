"""The bank of safety messages to begin with, by area of the body (techniques.md 3.5).

What a person makes of them are their own sentences (`Journal.own_sentences`), at most three: the
one place from which practices take them, whether they were written on their page or starred on
the evidence sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.circumstances import BodyArea

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_MESSAGE = 70
"""How many characters can be said in three to seven seconds."""


class MessageArea(StrEnum):
    """Where a message belongs; ANYWHERE stands for all of the body."""

    ANYWHERE = "anywhere"
    HEAD_AND_JAW = "head_and_jaw"
    NECK_AND_SHOULDERS = "neck_and_shoulders"
    BACK = "back"
    BELLY_AND_PELVIS = "belly_and_pelvis"
    ARMS_AND_HANDS = "arms_and_hands"
    HIPS_AND_LEGS = "hips_and_legs"
    KNEES_AND_FEET = "knees_and_feet"


@dataclass(frozen=True, slots=True)
class SafetyMessage:
    """A short, believable sentence to begin with; it never calls a symptom harmless."""

    id: str
    area: MessageArea
    text: str


_HOLDS: dict[MessageArea, tuple[BodyArea, ...]] = {
    MessageArea.HEAD_AND_JAW: (BodyArea.HEAD, BodyArea.FACE_AND_JAW),
    MessageArea.NECK_AND_SHOULDERS: (
        BodyArea.NECK,
        BodyArea.LEFT_SHOULDER,
        BodyArea.RIGHT_SHOULDER,
    ),
    MessageArea.BACK: (BodyArea.UPPER_BACK, BodyArea.LOWER_BACK),
    MessageArea.BELLY_AND_PELVIS: (BodyArea.BELLY, BodyArea.PELVIS),
    MessageArea.ARMS_AND_HANDS: (
        BodyArea.LEFT_ARM,
        BodyArea.RIGHT_ARM,
        BodyArea.LEFT_HAND,
        BodyArea.RIGHT_HAND,
    ),
    MessageArea.HIPS_AND_LEGS: (
        BodyArea.LEFT_HIP,
        BodyArea.RIGHT_HIP,
        BodyArea.LEFT_THIGH,
        BodyArea.RIGHT_THIGH,
        BodyArea.LEFT_LOWER_LEG,
        BodyArea.RIGHT_LOWER_LEG,
    ),
    MessageArea.KNEES_AND_FEET: (
        BodyArea.LEFT_KNEE,
        BodyArea.RIGHT_KNEE,
        BodyArea.LEFT_FOOT,
        BodyArea.RIGHT_FOOT,
    ),
}


def area_of(part: BodyArea) -> MessageArea:
    """Give the area of the bank that a part of the body belongs to."""
    return next((area for area, parts in _HOLDS.items() if part in parts), MessageArea.ANYWHERE)


def messages_for(messages: Iterable[SafetyMessage], area: MessageArea) -> tuple[SafetyMessage, ...]:
    """Give the messages of one area in their order."""
    return tuple(one for one in messages if one.area is area)


def first_area(parts: Sequence[BodyArea]) -> MessageArea:
    """Give the area with which the bank opens: that of the part told most often, else anywhere."""
    if not parts:
        return MessageArea.ANYWHERE
    areas = [area_of(part) for part in parts]
    return max(dict.fromkeys(areas), key=areas.count)
