"""Two journals become one: nothing twice, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.circumstances import NO_CIRCUMSTANCES, Circumstances, Ratings
from prt_desktop.domain.errors import JournalUnreadableError, NewerFormatError
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.safety import Closed, PageId
from prt_desktop.storage import merging
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.merging import Merged, merged
from prt_desktop.storage.migrations import new_tables
from prt_desktop.storage.records import entry_record
from prt_desktop.storage.whole_file import read_tables
from tests.builders import (
    NOON,
    Clock,
    a_check,
    a_mini_check,
    a_new_symptom,
    a_practice,
    an_answer,
    an_entry,
    both_pages,
)
from tests.storage.journals import files

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.domain.safety import SafetyAnswer
    from prt_desktop.storage.migrations import Tables

NO_FEAR = Circumstances(Ratings(fear=0))
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Journal:
    return Journal(tmp_path / "other", clock)


def taken_in(journal: Journal, other: Journal) -> Merged:
    return journal.merge(read_tables(other.path))


def texts(journal: Journal) -> list[str]:
    return sorted(entry.text for entry in journal.entries())


def binned(journal: Journal) -> list[str]:
    return sorted(one.entry.text for one in journal.bin())


def test_entries_of_both_are_there_once(journal: Journal, other: Journal) -> None:
    shared = an_entry("shared")
    journal.add_all((shared, an_entry("here")))
    other.add_all((shared, an_entry("there")))

    first, second = taken_in(journal, other), taken_in(journal, other)

    assert texts(journal) == ["here", "shared", "there"]
    assert (first, second) == (Merged(added=1), Merged())
    assert binned(journal) == []
    assert texts(Journal(journal.folder, Clock())) == texts(journal)


@pytest.mark.parametrize("newer_here", [True, False])
def test_the_version_changed_last_stays_and_the_other_lies_in_the_bin(
    journal: Journal, other: Journal, newer_here: bool
) -> None:
    old, new = an_entry("old", id="a" * 32), an_entry("new", id="a" * 32, edited_at=LATER)
    journal.add(new if newer_here else old)
    other.add(old if newer_here else new)

    counts = taken_in(journal, other)
    taken_in(journal, other)

    assert counts == Merged(differed=1)
    assert texts(journal) == ["new"]
    assert binned(journal) == ["old"]
    journal.put_back(journal.bin()[0].entry.id)
    assert texts(journal) == ["new", "old"]


def test_what_was_removed_here_stays_removed(journal: Journal, other: Journal) -> None:
    entry = an_entry("gone")
    journal.add(entry)
    other.add(entry)
    journal.remove(entry.id)

    assert taken_in(journal, other) == Merged()
    assert texts(journal) == []
    assert binned(journal) == ["gone"]


def test_what_was_changed_there_after_it_was_removed_here_comes_back(
    journal: Journal, other: Journal, clock: Clock
) -> None:
    entry = an_entry("first", id="a" * 32)
    journal.add(entry)
    journal.remove(entry.id)
    clock.move(hours=2)
    other.add(an_entry("changed", id="a" * 32, edited_at=NOON + timedelta(hours=2)))

    assert taken_in(journal, other) == Merged(added=1)
    assert texts(journal) == ["changed"]
    assert binned(journal) == ["first"]


def test_what_was_removed_there_stays_here(journal: Journal, other: Journal) -> None:
    entry = an_entry("mine")
    journal.add(entry)
    other.add_all((entry, an_entry("theirs")))
    for one in other.entries():
        other.remove(one.id)

    taken_in(journal, other)

    assert texts(journal) == ["mine"]
    assert binned(journal) == ["theirs"]


def test_answers_and_checks_of_both_stand_in_the_order_of_their_times(
    journal: Journal, other: Journal, clock: Clock
) -> None:
    journal.add_answer(an_answer(answered_at=LATER))
    other.add_answer(an_answer(answered_at=NOON))
    other.add_answer(a_check())
    clock.move(minutes=24 * 60)

    taken_in(journal, other)

    assert [one.answered_at for one in journal.safety().answers] == [NOON, LATER]
    assert len(journal.safety().checks) == 1


def test_a_check_dated_ahead_does_not_come_in_and_is_counted(
    journal: Journal, other: Journal
) -> None:
    journal.add_answer(an_answer(PageId.EMERGENCY, "numb"))
    other.add_answer(a_check(recorded_at=NOON + timedelta(days=26_000)))

    counts = taken_in(journal, other)

    assert counts.answers_left == 1
    assert journal.safety().checks == ()
    assert journal.safety().open_flags() != ()


@pytest.mark.parametrize(
    ("answer", "closed"),
    [
        (an_answer(PageId.EMERGENCY, "numb", answered_at=LATER), Closed.OPEN_FLAG),
        (a_new_symptom(LATER), Closed.PAGES_UNANSWERED),
        (a_mini_check("accident", answered_at=LATER), Closed.PAGES_UNANSWERED),
    ],
)
def test_what_was_ticked_by_a_clock_that_was_ahead_closes_from_now_on(
    journal: Journal, other: Journal, clock: Clock, answer: SafetyAnswer, closed: Closed
) -> None:
    for page in both_pages(NOON - timedelta(hours=1)):
        journal.add_answer(page)
    other.add_answer(answer)

    counts = taken_in(journal, other)
    taken_in(journal, other)

    assert counts.answers_left == 0
    assert journal.safety().closed(Gate.NO_OPEN_FLAG, clock()) is closed
    safety = journal.safety()
    times = [one.answered_at for one in safety.answers]
    times += [one.answered_at for one in safety.new_symptoms]
    times += [one.answered_at for one in safety.mini_checks]
    assert max(times) == NOON
    assert len(times) == 3


def test_an_older_state_brought_back_forgets_no_tick_and_no_check(
    journal: Journal, clock: Clock
) -> None:
    journal.add(an_entry("in the morning"))
    for page in both_pages():
        journal.add_answer(page)
    morning = read_tables(journal.path)
    clock.move(minutes=60)
    journal.add_answer(an_answer(PageId.EMERGENCY, "numb", answered_at=LATER))
    journal.add_answer(a_check(recorded_at=NOON + timedelta(minutes=30)))
    journal.add(an_entry("at noon"))

    journal.replace_all(morning)

    assert texts(journal) == ["in the morning"]
    assert journal.safety().closed(Gate.NO_OPEN_FLAG, clock()) is Closed.OPEN_FLAG
    assert len(journal.safety().checks) == 1
    assert Journal(journal.folder, clock).safety() == journal.safety()


def test_many_entries_that_differ_are_compared_with_the_bin_once_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = [an_entry(f"there {number}") for number in range(60)]
    here = [replace(one, text=f"here {at}") for at, one in enumerate(there)]
    tables = [
        {**new_tables(), "entries": {e.id: entry_record(e) for e in es}} for es in (here, there)
    ]
    asked: list[str] = []

    def bare(record: dict[str, str]) -> str:
        asked.append(record["text"])
        return record["text"]

    monkeypatch.setattr(merging, "_bare", bare)

    together, counts = merged(tables[0], tables[1], NOON)

    assert counts.differed == len(together["bin"]) == len(there)
    assert len(asked) <= 2 * len(there)


def test_records_of_an_older_version_are_known_again(journal: Journal, other: Journal) -> None:
    entry, answer = a_practice(), an_answer()
    for one in (journal, other):
        one.add(entry)
        one.add_answer(answer)
    tables = read_tables(other.path)
    del tables["entries"][entry.id]["details"]["reflection"]
    tables["answers"] = {"another-name": next(iter(tables["answers"].values()))}

    counts = journal.merge(tables)

    assert counts == Merged()
    assert len(journal.safety().answers) == 1
    assert binned(journal) == []


def test_a_rating_of_nought_differs_from_none(journal: Journal, other: Journal) -> None:
    rated, plain = (
        an_entry(id="a" * 32, circumstances=told) for told in (NO_FEAR, NO_CIRCUMSTANCES)
    )
    journal.add(plain)
    other.add(rated)

    assert taken_in(journal, other).differed == 1


def test_own_sentences_that_are_here_stay(journal: Journal, other: Journal) -> None:
    other.set_own_sentences(["theirs"])
    taken_in(journal, other)
    before = journal.own_sentences()
    other.set_own_sentences(["others"])

    taken_in(journal, other)

    assert before == journal.own_sentences() == ("theirs",)


def test_a_journal_that_does_not_fit_changes_nothing(journal: Journal) -> None:
    journal.add(an_entry())
    before = files(journal.folder)
    hostile: Tables = {**new_tables(), "entries": {"x": {"id": "x"}}}

    with pytest.raises(JournalUnreadableError, match="does not fit"):
        journal.merge(hostile)
    with pytest.raises(NewerFormatError):
        journal.merge({"meta": {"1": {"format": 99}}})

    assert files(journal.folder) == before
    assert len(journal.entries()) == 1


RECORDS = st.fixed_dictionaries(
    {"id": st.sampled_from("abcd"), "text": st.sampled_from(["x", "y"])},
    optional={
        "created_at": st.sampled_from([NOON.isoformat(), LATER.isoformat()]),
        "edited_at": st.sampled_from([LATER.isoformat(), "yesterday", "2026-11-23T12:00:00"]),
    },
)


def tables_of(records: list[dict[str, str]]) -> Tables:
    return {**new_tables(), "entries": {one["id"]: dict(one) for one in records}}


@given(ours=st.lists(RECORDS), theirs=st.lists(RECORDS))
def test_no_text_of_either_is_lost(
    ours: list[dict[str, str]], theirs: list[dict[str, str]]
) -> None:
    mine, other = tables_of(ours), tables_of(theirs)

    together, _ = merged(mine, other, NOON)
    again, counts = merged(together, other, NOON)

    kept = [*together["entries"].values(), *together["bin"].values()]
    for record in (*mine["entries"].values(), *other["entries"].values()):
        assert record["text"] in [one["text"] for one in kept]
    assert set(together["entries"]) == {*mine["entries"], *other["entries"]}
    assert again == together
    assert counts.added == 0
