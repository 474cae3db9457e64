"""Entries: what they must know, and ids that never meet."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import pytest

from prt_desktop.domain.circumstances import Circumstances
from prt_desktop.domain.diary import (
    EDITABLE_KINDS,
    WRITTEN_KINDS,
    Details,
    Draft,
    Entry,
    EntryKind,
    LessonDetails,
    Measure,
    MovementTrial,
    NextTime,
    PracticeDetails,
    ThoughtRecord,
    new_entry_id,
    own_sentences,
)
from tests.builders import (
    NOON,
    a_lesson_note,
    a_measure,
    a_memo,
    a_movement,
    a_practice,
    a_read_lesson,
    a_thought,
    a_thought_record,
    a_trial,
    an_entry,
)

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
        (EntryKind.THOUGHT, None),
        (EntryKind.THOUGHT, a_trial()),
        (EntryKind.MOVEMENT, a_thought_record()),
        (EntryKind.WRITING, a_thought_record()),
    ],
)
def test_details_of_another_kind_are_refused(kind: EntryKind, details: Details | None) -> None:
    with pytest.raises(ValueError, match="other details"):
        Entry("a", NOON, kind, details=details)


def test_every_kind_has_its_own_shape() -> None:
    written = [an_entry(kind=kind) for kind in (*WRITTEN_KINDS, EntryKind.WRITING)]
    practised = (a_practice(), a_read_lesson(), a_thought(), a_movement())
    others = (*practised, a_lesson_note(), a_measure(), a_memo())

    kinds = {entry.kind for entry in (*written, *others)}

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


def test_what_the_program_writes_cannot_be_edited() -> None:
    assert set(EntryKind) - set(EDITABLE_KINDS) == {
        EntryKind.PRACTICE,
        EntryKind.LESSON,
        EntryKind.MEASURE,
    }


def test_a_thought_is_changed_in_all_its_texts() -> None:
    record = a_thought_record()

    assert record.with_texts(record.texts) == record
    assert record.with_texts(("a", "b", "c")) == ThoughtRecord("a", "b", "c")


def test_a_movement_keeps_what_it_is_when_its_texts_change() -> None:
    trial = a_trial()

    changed = trial.with_texts(("a", "b", "c", "d"))

    assert trial.with_texts(trial.texts) == trial
    assert changed == MovementTrial(
        "movement", "Bend forward", "bend", "a", "b", "c", "d", NextTime.SAME
    )


@pytest.mark.parametrize(
    ("draft", "empty"),
    [
        (Draft(" \n"), True),
        (Draft("a"), False),
        (Draft("", circumstances=Circumstances(tags=("rain",))), False),
        (Draft("", EntryKind.THOUGHT, details=ThoughtRecord(" ")), True),
        (Draft("", EntryKind.THOUGHT, details=ThoughtRecord(fairer="a")), False),
        (Draft("", EntryKind.MOVEMENT, details=MovementTrial("movement", "Bend")), True),
    ],
)
def test_a_draft_is_empty_until_a_word_is_written(draft: Draft, empty: bool) -> None:
    assert draft.is_empty is empty


def test_own_sentences_are_trimmed_and_empty_ones_left_out() -> None:
    assert own_sentences([" One. ", "", "  ", "Two."]) == ("One.", "Two.")


def test_a_fourth_own_sentence_is_refused() -> None:
    with pytest.raises(ValueError, match="at most 3"):
        own_sentences(["a", "b", "c", "d"])


@pytest.mark.parametrize("item", ["pain", "enjoyment", "activity", "fear", "confidence", "damage"])
@pytest.mark.parametrize("value", [-1, 11])
def test_a_measure_is_from_0_to_10(item: str, value: int) -> None:
    with pytest.raises(ValueError, match=item):
        Measure(**{item: value})


def test_mean_of_three_needs_all_three() -> None:
    whole, part = Measure(pain=4, enjoyment=6, activity=8), Measure(pain=4, activity=8)

    means = (whole.mean_of_three, part.mean_of_three)

    assert means == (6.0, None)


def test_measure_tells_only_what_was_answered() -> None:
    assert Measure(fear=0, damage=7).given() == {"fear": 0, "damage": 7}
