"""The bank of safety messages opens where a person's pain is told to be."""

from __future__ import annotations

import pytest

from prt_desktop.domain.circumstances import BodyArea
from prt_desktop.domain.safety_messages import (
    MessageArea,
    SafetyMessage,
    area_of,
    first_area,
    messages_for,
)


@pytest.mark.parametrize(
    ("part", "area"),
    [
        (BodyArea.LOWER_BACK, MessageArea.BACK),
        (BodyArea.FACE_AND_JAW, MessageArea.HEAD_AND_JAW),
        (BodyArea.LEFT_HAND, MessageArea.ARMS_AND_HANDS),
        (BodyArea.RIGHT_FOOT, MessageArea.KNEES_AND_FEET),
        (BodyArea.WHOLE_BODY, MessageArea.ANYWHERE),
        (BodyArea.CHEST, MessageArea.ANYWHERE),
    ],
)
def test_a_part_of_the_body_has_its_area(part: BodyArea, area: MessageArea) -> None:
    assert area_of(part) is area


def test_all_areas_but_the_general_one_hold_a_part() -> None:
    assert {area_of(part) for part in BodyArea} == set(MessageArea)


def test_the_bank_opens_with_what_was_told_most_often() -> None:
    told = [BodyArea.NECK, BodyArea.LEFT_KNEE, BodyArea.RIGHT_KNEE]

    assert first_area(told) is MessageArea.KNEES_AND_FEET
    assert first_area(told[:2]) is MessageArea.NECK_AND_SHOULDERS
    assert first_area([]) is MessageArea.ANYWHERE


def test_messages_of_an_area_keep_their_order() -> None:
    one, two = (SafetyMessage(name, MessageArea.BACK, name) for name in ("one", "two"))
    other = SafetyMessage("other", MessageArea.ANYWHERE, "other")

    assert messages_for([two, other, one], MessageArea.BACK) == (two, one)
