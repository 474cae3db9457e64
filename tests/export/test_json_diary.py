"""The diary as JSON for other programs, and back."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.domain.diary import Entry, EntryKind
from prt_desktop.domain.errors import DiaryFileError
from prt_desktop.domain.whole_diary import WholeDiary
from prt_desktop.export.json_diary import diary_from_json, diary_json
from tests.builders import NOON, a_movement, a_practice, a_read_lesson, a_thought, an_entry
from tests.whole_diaries import a_whole_diary, entries


def told(*kept: Entry) -> list[dict[str, object]]:
    """Read entries as any other program would."""
    found: list[dict[str, object]] = json.loads(diary_json(WholeDiary(kept)))
    return found


def test_an_empty_diary_is_an_empty_array() -> None:
    assert told() == []


def test_every_entry_is_an_object_with_its_id_time_kind_and_text() -> None:
    entry = an_entry("Bread and tea: 1 \u20ac, \u201cquoted\u201d.", kind=EntryKind.DID)

    [found] = told(entry)

    assert found["id"] == entry.id
    assert found["kind"] == "did"
    assert found["text"] == entry.text
    assert datetime.fromisoformat(str(found["created_at"])) == entry.created_at


def test_practices_and_lessons_bring_their_details() -> None:
    practice, lesson = told(a_practice(), a_read_lesson("first"))

    assert practice["details"] == {
        "exercise_id": "looking",
        "planned_ms": 420_000,
        "heard_ms": 420_000,
        "finished": True,
        "reflection": None,
    }
    assert lesson["details"] == {"lesson_id": "first"}


def test_thoughts_movements_and_writings_are_told_whole() -> None:
    found = json.dumps(told(a_thought(), a_movement(), an_entry("Unsent.", kind=EntryKind.WRITING)))

    assert "I have felt this before." in found
    assert '"next_time": "same"' in found
    assert "Unsent." in found


def test_a_time_keeps_the_zone_it_was_written_in() -> None:
    auckland = timezone(timedelta(hours=13))

    [found] = told(an_entry(created_at=NOON.astimezone(auckland)))

    assert str(found["created_at"]).endswith("+13:00")


def test_a_diary_with_one_of_everything_comes_back_as_it_was() -> None:
    diary = a_whole_diary()

    assert diary_from_json(diary_json(diary)) == diary


@settings(max_examples=40)
@given(st.lists(entries(), max_size=4))
def test_any_entries_come_back_as_they_were(kept: list[Entry]) -> None:
    diary = WholeDiary(tuple(kept))

    assert diary_from_json(diary_json(diary)) == diary


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[1]",
        b"[{}]",
        b'[{"kind": "dance"}]',
        b'[{"kind": "note"}]',
        b"\xff",
        b"[" * 9999,
    ],
)
def test_what_is_no_diary_is_told_in_a_sentence(content: bytes) -> None:
    with pytest.raises(DiaryFileError, match=r"Choose another file\.$"):
        diary_from_json(content)
