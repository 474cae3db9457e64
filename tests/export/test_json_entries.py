"""The diary as JSON for other programs."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone

import pytest

from prt_desktop.domain.diary import EntryKind
from prt_desktop.export.json_entries import entries_json, within
from tests.builders import NOON, a_movement, a_practice, a_read_lesson, a_thought, an_entry

DAYS = [an_entry(f"day {n}", created_at=NOON + timedelta(days=n)) for n in range(3)]


def test_an_empty_diary_is_an_empty_array() -> None:
    assert json.loads(entries_json([])) == []


def test_every_entry_is_an_object_with_its_id_time_kind_and_text() -> None:
    entry = an_entry("Bread and tea: 1 \u20ac, \u201cquoted\u201d.", kind=EntryKind.DID)

    [found] = json.loads(entries_json([entry]))

    assert found["id"] == entry.id
    assert found["kind"] == "did"
    assert found["text"] == entry.text
    assert datetime.fromisoformat(found["created_at"]) == entry.created_at


def test_practices_and_lessons_bring_their_details() -> None:
    practice, lesson = json.loads(entries_json([a_practice(), a_read_lesson("first")]))

    assert practice["details"]["exercise_id"] == "looking"
    assert practice["details"]["heard_ms"] == 420_000
    assert lesson["details"] == {"lesson_id": "first"}


def test_thoughts_movements_and_writings_are_told_whole() -> None:
    writing = an_entry("Unsent.", kind=EntryKind.WRITING)

    told = json.loads(entries_json([a_thought(), a_movement(), writing]))

    assert told[0]["details"]["fairer"] == "I have felt this before."
    assert told[1]["details"]["did_not_happen"] == "It did not grab me."
    assert told[1]["details"]["next_time"] == "same"
    assert (told[2]["kind"], told[2]["text"]) == ("writing", "Unsent.")


def test_a_time_keeps_the_zone_it_was_written_in() -> None:
    auckland = timezone(timedelta(hours=13))

    [found] = json.loads(entries_json([an_entry(created_at=NOON.astimezone(auckland))]))

    assert found["created_at"].endswith("+13:00")


@pytest.mark.parametrize(
    ("first", "last", "texts"),
    [
        (None, None, ["day 0", "day 1", "day 2"]),
        (date(2026, 11, 24), None, ["day 1", "day 2"]),
        (None, date(2026, 11, 24), ["day 0", "day 1"]),
        (date(2026, 11, 24), date(2026, 11, 24), ["day 1"]),
        (date(2026, 11, 25), date(2026, 11, 24), []),
    ],
)
def test_a_span_of_days_includes_both_ends(
    first: date | None, last: date | None, texts: list[str]
) -> None:
    assert [entry.text for entry in within(DAYS, first, last)] == texts
