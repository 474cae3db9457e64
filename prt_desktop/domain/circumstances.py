"""What may stand beside an entry's words: ratings from 0 to 10, areas of the body, tags."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LOWEST, HIGHEST = 0, 10


class Rating(StrEnum):
    """What can be rated; pain only where a person chose so (evidence.md rows 36-39)."""

    FEAR = "fear"
    CONFIDENCE = "confidence"
    CURIOSITY = "curiosity"
    SLEEP = "sleep"
    MOOD = "mood"
    PAIN = "pain"


_RATINGS = tuple(Rating)


@dataclass(frozen=True, slots=True)
class Ratings:
    """Whole numbers from 0 to 10, each None where it was not asked or not answered.

    Fear and pain are higher when there is more of them; confidence, curiosity, sleep and mood
    are higher when they are better.
    """

    fear: int | None = None
    confidence: int | None = None
    curiosity: int | None = None
    sleep: int | None = None
    mood: int | None = None
    pain: int | None = None

    def __post_init__(self) -> None:
        """Refuse a number outside 0 to 10."""
        for rating in _RATINGS:
            value: int | None = getattr(self, rating)
            if value is not None and not LOWEST <= value <= HIGHEST:
                raise ValueError(f"{rating} must be from {LOWEST} to {HIGHEST}, not {value}")

    def given(self) -> dict[Rating, int]:
        """Give what was answered, in the order in which it is asked."""
        values = ((rating, getattr(self, rating)) for rating in _RATINGS)
        return {rating: value for rating, value in values if value is not None}


class BodyArea(StrEnum):
    """A part of the body, to choose from the list or the map; left and right are the person's."""

    WHOLE_BODY = "whole_body"
    HEAD = "head"
    FACE_AND_JAW = "face_and_jaw"
    NECK = "neck"
    LEFT_SHOULDER = "left_shoulder"
    RIGHT_SHOULDER = "right_shoulder"
    LEFT_ARM = "left_arm"
    RIGHT_ARM = "right_arm"
    LEFT_HAND = "left_hand"
    RIGHT_HAND = "right_hand"
    CHEST = "chest"
    BELLY = "belly"
    UPPER_BACK = "upper_back"
    LOWER_BACK = "lower_back"
    PELVIS = "pelvis"
    LEFT_HIP = "left_hip"
    RIGHT_HIP = "right_hip"
    LEFT_THIGH = "left_thigh"
    RIGHT_THIGH = "right_thigh"
    LEFT_KNEE = "left_knee"
    RIGHT_KNEE = "right_knee"
    LEFT_LOWER_LEG = "left_lower_leg"
    RIGHT_LOWER_LEG = "right_lower_leg"
    LEFT_FOOT = "left_foot"
    RIGHT_FOOT = "right_foot"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All that stands beside an entry's words."""

    ratings: Ratings = Ratings()
    areas: tuple[BodyArea, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was told."""
        return self == Circumstances()


NO_CIRCUMSTANCES = Circumstances()


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Trim tags and drop empty ones and those that differ from one before by case alone."""
    kept: dict[str, str] = {}
    for tag in tags:
        words = " ".join(tag.split())
        if words:
            kept.setdefault(words.casefold(), words)
    return tuple(kept.values())
