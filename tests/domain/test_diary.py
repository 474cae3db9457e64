"""Entries: what they must know, and ids that never meet."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import pytest

from prt_desktop.domain.diary import (
    WRITTEN_KINDS,
    Draft,
    Entry,
    EntryKind,
    LessonDetails,
    PracticeDetails,
    new_entry_id,
)
from tests.builders import NOON, a_practice, a_read_lesson, an_entry

PRACTICE = PracticeDetails("looking", 1, 1, finished=True)
LESSON = LessonDetails("first")


def test_an_entry_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Entry("a", datetime(2026, 11, 23), EntryKind.NOTE)  # noqa: DTZ001 - what is refused


@pytest.mark.parametrize(
    ("kind", "details"),
    [
        (EntryKind.NOTE, PRACTICE),
        (EntryKind.SURPRISE, LESSON),
        (EntryKind.PRACTICE, None),
        (EntryKind.PRACTICE, LESSON),
        (EntryKind.LESSON, None),
        (EntryKind.LESSON, PRACTICE),
    ],
)
def test_details_of_another_kind_are_refused(
    kind: EntryKind, details: PracticeDetails | LessonDetails | None
) -> None:
    with pytest.raises(ValueError, match="other details"):
        Entry("a", NOON, kind, details=details)


def test_every_kind_has_its_own_shape() -> None:
    written = [an_entry(kind=kind) for kind in WRITTEN_KINDS]

    kinds = {entry.kind for entry in (*written, a_practice(), a_read_lesson())}

    assert kinds == set(EntryKind)


def test_written_kinds_need_no_details() -> None:
    assert all(an_entry(kind=kind).details is None for kind in WRITTEN_KINDS)


def test_an_entry_cannot_be_changed_behind_the_diarys_back() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(an_entry(), "text", "other")  # noqa: B010 - mypy knows that it is frozen


def test_ids_are_long_and_never_meet() -> None:
    ids = [new_entry_id() for _ in range(10_000)]

    assert len(set(ids)) == len(ids)
    assert all(len(entry_id) == 32 for entry_id in ids)
    assert set("".join(ids)) <= set("0123456789abcdef")


def test_a_draft_is_a_new_note_unless_it_says_otherwise() -> None:
    draft = Draft("half a sen")

    assert (draft.kind, draft.entry_id) == (EntryKind.NOTE, None)
