"""How an older journal becomes a current one; no step without its test."""

from __future__ import annotations

import errno
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from prt_desktop.domain.errors import JournalUnreadableError, NewerFormatError, StorageError
from prt_desktop.storage import whole_file
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.migrations import (
    FORMAT_VERSION,
    MIGRATIONS,
    Tables,
    add_own_sentences,
    add_plan_and_safety,
    add_what_helps,
    migrated,
    new_tables,
    version_of,
)
from tests.builders import Clock, an_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def add_colour(tables: Tables) -> Tables:
    """Give every entry a colour: a step made up for these tests."""
    entries = {key: {**one, "colour": "blue"} for key, one in tables.get("entries", {}).items()}
    return {**tables, "entries": entries}


def add_shape(tables: Tables) -> Tables:
    """Give every entry a shape that knows its colour: the step after it."""
    entries = {
        key: {**one, "shape": f"{one['colour']} square"} for key, one in tables["entries"].items()
    }
    return {**tables, "entries": entries}


STEPS = (add_colour, add_shape)
FORMAT_1 = b"""{"meta":{"1":{"format":1}},
"entries":{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":{"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
"created_at":"2026-11-23T12:00:00+00:00","kind":"surprise","text":"From before."},
"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb":{"id":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
"created_at":"2026-11-23T13:00:00+01:00","kind":"lesson","text":"","details":{"lesson_id":"x"}}},
"checks":{"c":{"who":"Dr Sample","on":"2026-11-23","area":"back","said":"Fine.",
"recorded_at":"2026-11-23T20:00:00+00:00"}}}"""


def without_test(steps: Iterable[Callable[[Tables], Tables]]) -> list[str]:
    """Name the steps that have no test here: `test_<step>` must exist."""
    return [step.__name__ for step in steps if f"test_{step.__name__}" not in globals()]


def tables_of(version: int) -> Tables:
    return {"meta": {"1": {"format": version}}, "entries": {"a": {"id": "a"}}}


@pytest.fixture
def newer_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a program whose format is two steps ahead."""
    monkeypatch.setattr(whole_file, "FORMAT_VERSION", FORMAT_VERSION + len(STEPS))
    steps = (*MIGRATIONS, *STEPS)
    monkeypatch.setattr(whole_file, "migrated", partial(migrated, steps=steps))


def test_every_migration_has_its_test() -> None:
    assert without_test(MIGRATIONS) == []


def test_a_migration_without_its_test_is_refused() -> None:
    assert without_test(STEPS) == ["add_shape"]


def test_add_colour() -> None:
    assert add_colour(tables_of(1))["entries"]["a"]["colour"] == "blue"


def test_add_own_sentences() -> None:
    tables = add_own_sentences(tables_of(1))

    assert tables == {**tables_of(1), "own_sentences": {}}


def test_add_what_helps() -> None:
    tables = add_what_helps(tables_of(2))

    assert tables == {**tables_of(2), "points": {}, "beliefs": {}, "rungs": {}, "templates": {}}


def test_add_plan_and_safety() -> None:
    tables = add_plan_and_safety(tables_of(3))

    added: Tables = {"fit_replies": {}, "stories": {}, "goals": {}, "life_events": {}}
    assert tables == {
        **tables_of(3),
        **added,
        "mini_checks": {},
        "fit_page_answers": {},
        "safety_plans": {},
        "plan_choices": {},
        "bad_days": {},
        "messages": {},
        "setback_plans": {},
        "reviews": {},
    }


def test_a_journal_of_format_1_opens_with_all_that_was_in_it(tmp_path: Path) -> None:
    (tmp_path / "journal.json").write_bytes(FORMAT_1)

    journal = Journal(tmp_path, Clock())

    assert [entry.text for entry in journal.entries()] == ["From before.", ""]
    assert [check.who for check in journal.safety().checks] == ["Dr Sample"]
    assert journal.own_sentences() == ()
    [copy] = (tmp_path / "copies").iterdir()
    assert copy.read_bytes() == FORMAT_1
    now = msgspec.json.decode((tmp_path / "journal.json").read_bytes(), type=Tables)
    before = msgspec.json.decode(FORMAT_1, type=Tables)
    steps_taken = add_plan_and_safety(add_what_helps(add_own_sentences(before)))
    assert {**now, "meta": before["meta"]} == steps_taken


def test_every_migration_says_what_it_does() -> None:
    assert all(step.__doc__ for step in MIGRATIONS)


def test_a_new_journal_has_the_current_format() -> None:
    assert version_of(new_tables()) == FORMAT_VERSION == 1 + len(MIGRATIONS)


def test_steps_run_in_order_from_where_the_journal_stands() -> None:
    first = migrated(tables_of(1), STEPS)
    third = migrated(tables_of(3), STEPS)

    assert first["entries"]["a"]["shape"] == "blue square"
    assert version_of(first) == 3
    assert third == tables_of(3)


def test_a_newer_format_is_refused() -> None:
    with pytest.raises(NewerFormatError, match="newer version"):
        migrated(tables_of(4), STEPS)


@pytest.mark.parametrize(
    "tables",
    [{}, {"meta": {}}, {"meta": {"1": {}}}, {"meta": {"1": {"format": "1"}}}, tables_of(0)],
)
def test_a_journal_that_does_not_say_its_format_is_unreadable(tables: Tables) -> None:
    with pytest.raises(JournalUnreadableError):
        migrated(tables)


def test_an_older_journal_is_kept_as_it_was_and_brought_forward(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    Journal(tmp_path, Clock()).add(an_entry("From before.", id="a" * 32))
    before = (tmp_path / "journal.json").read_bytes()
    request.getfixturevalue("newer_program")

    journal = Journal(tmp_path, Clock())

    assert [entry.text for entry in journal.entries()] == ["From before."]
    [copy] = (tmp_path / "copies").iterdir()
    assert copy.read_bytes() == before
    now = msgspec.json.decode((tmp_path / "journal.json").read_bytes(), type=Tables)
    assert now["entries"]["a" * 32]["shape"] == "blue square"
    assert version_of(now) == FORMAT_VERSION + 2


def test_an_older_journal_that_does_not_fit_is_left_exactly_as_it_is(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    Journal(tmp_path, Clock()).add(an_entry("From before."))
    spoilt = (tmp_path / "journal.json").read_bytes().replace(b'"note"', b'"dance"')
    (tmp_path / "journal.json").write_bytes(spoilt)
    request.getfixturevalue("newer_program")

    with pytest.raises(JournalUnreadableError):
        Journal(tmp_path, Clock())

    assert (tmp_path / "journal.json").read_bytes() == spoilt


def test_a_migration_that_cannot_be_saved_leaves_the_older_journal(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    Journal(tmp_path, Clock()).add(an_entry("From before."))
    before = (tmp_path / "journal.json").read_bytes()
    request.getfixturevalue("newer_program")

    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(StorageError, match="disk is full"):
        Journal(tmp_path, Clock())

    assert (tmp_path / "journal.json").read_bytes() == before


def test_a_journal_brought_forward_is_refused_by_the_older_program(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    Journal(tmp_path, Clock()).add(an_entry())
    request.getfixturevalue("newer_program")
    Journal(tmp_path, Clock())
    after = (tmp_path / "journal.json").read_bytes()
    monkeypatch.undo()

    with pytest.raises(NewerFormatError):
        Journal(tmp_path, Clock())

    assert (tmp_path / "journal.json").read_bytes() == after


@pytest.mark.parametrize("step", MIGRATIONS, ids=lambda step: step.__name__)
def test_every_table_of_a_step_is_told_on_the_page_of_formats(
    step: Callable[[Tables], Tables],
) -> None:
    page = (Path(__file__).parents[2] / "docs" / "file-formats.md").read_text("utf-8")
    history = page.partition("Format 4 added")[2].partition("###")[0]

    for table in step({}):
        assert f"| `{table}` |" in page
        assert f"`{table}`" in history
