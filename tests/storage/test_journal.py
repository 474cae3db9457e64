"""The journal: what is written is found again, whoever else writes beside it."""

from __future__ import annotations

import shutil
import stat
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.domain.diary import Draft, EntryKind, MovementTrial, PracticeDetails, Reflection
from prt_desktop.domain.errors import GoneError, StorageError
from prt_desktop.domain.safety import PageId
from prt_desktop.storage.journal import Journal
from tests.builders import (
    NOON,
    Clock,
    a_check,
    a_movement,
    a_new_symptom,
    a_practice,
    a_read_lesson,
    a_thought,
    an_answer,
    an_entry,
)
from tests.storage.journals import files, reopened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HALF_A_CHARACTER = "half \udcff a character"


def test_a_new_journal_is_empty(journal: Journal) -> None:
    assert journal.entries() == ()
    assert journal.safety().unanswered_pages() == tuple(PageId)
    assert journal.drafts.get() is None
    assert journal.own_sentences() == ()


def test_an_entry_is_found_again_after_closing(journal: Journal) -> None:
    entry = an_entry("Bread, tea, and the first sun.")

    journal.add(entry)

    assert reopened(journal).entries() == (entry,)


def test_every_kind_comes_back_as_it_was(journal: Journal) -> None:
    auckland = timezone(timedelta(hours=13))
    details = PracticeDetails(
        "looking", 420_000, 70_000, finished=False, reflection=Reflection.SO_SO
    )
    entries = (
        an_entry(kind=EntryKind.SURPRISE, created_at=NOON.astimezone(auckland)),
        a_practice(details=details, created_at=NOON + timedelta(minutes=1)),
        a_read_lesson(created_at=NOON + timedelta(minutes=2)),
        an_entry(created_at=NOON + timedelta(minutes=3), edited_at=NOON + timedelta(hours=1)),
        a_thought(created_at=NOON + timedelta(minutes=4)),
        a_movement(created_at=NOON + timedelta(minutes=5)),
        a_movement(MovementTrial("movement", "Wave"), created_at=NOON + timedelta(minutes=6)),
        an_entry("Unsent.", kind=EntryKind.WRITING, created_at=NOON + timedelta(minutes=7)),
    )

    journal.add_all(entries)

    found = reopened(journal).entries()
    assert found == entries
    assert found[0].created_at.utcoffset() == timedelta(hours=13)


@settings(max_examples=60)
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "any-text"
    entry = an_entry(text)

    Journal(folder, Clock()).add(entry)

    assert entry in Journal(folder, Clock()).entries()
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    "text",
    [
        "nul \0 inside",
        "\u2028\u2029",
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
        "x" * 5_000_000,
    ],
)
def test_unusual_and_huge_texts_are_kept(journal: Journal, text: str) -> None:
    journal.add(an_entry(text))

    assert [entry.text for entry in reopened(journal).entries()] == [text]


def test_half_a_character_is_refused_in_a_sentence(journal: Journal) -> None:
    journal.add(an_entry("Before."))

    with pytest.raises(StorageError, match="broken character"):
        journal.add(an_entry(HALF_A_CHARACTER))
    with pytest.raises(StorageError, match="broken character"):
        journal.drafts.keep(Draft(HALF_A_CHARACTER))

    assert [entry.text for entry in journal.entries()] == ["Before."]
    assert reopened(journal).entries() == journal.entries()


def test_entries_come_oldest_first_whatever_their_order(journal: Journal) -> None:
    late, early = an_entry(created_at=NOON), an_entry(created_at=NOON - timedelta(days=1))

    journal.add(late)
    journal.add(early)

    assert journal.entries() == (early, late)
    assert reopened(journal).entries() == (early, late)


def test_an_id_that_is_there_already_is_refused_and_nothing_changes(journal: Journal) -> None:
    entry = an_entry("Mine.")
    journal.add(entry)
    before = files(journal.folder)

    with pytest.raises(ValueError, match="exist"):
        journal.add_all((an_entry(), an_entry("Other.", id=entry.id)))

    assert journal.entries() == (entry,)
    assert files(journal.folder) == before


def test_an_id_used_twice_in_one_go_is_refused(journal: Journal) -> None:
    with pytest.raises(ValueError, match="exist"):
        journal.add_all((an_entry(id="a" * 32), an_entry(id="a" * 32)))

    assert journal.entries() == reopened(journal).entries() == ()


def test_entries_of_two_journals_never_take_each_others_place(tmp_path: Path) -> None:
    one, other = Journal(tmp_path, Clock()), Journal(tmp_path, Clock())

    for number in range(5):
        one.add(an_entry(f"one {number}"))
        other.add(an_entry(f"other {number}"))

    one.refresh()
    assert len(one.entries()) == len(other.entries()) == 10


def test_a_changed_entry_takes_the_place_of_the_old(journal: Journal) -> None:
    entry = an_entry("First words.")
    journal.add(entry)

    journal.replace(an_entry("Other words.", id=entry.id, edited_at=NOON))

    assert [one.text for one in reopened(journal).entries()] == ["Other words."]


def test_a_removed_entry_is_gone_and_can_be_put_back(journal: Journal) -> None:
    entry = an_entry()
    journal.add(entry)

    assert journal.remove(entry.id) == entry
    gone = reopened(journal).entries()
    journal.put_back(entry.id)

    assert gone == ()
    assert journal.entries() == reopened(journal).entries() == (entry,)


@pytest.mark.parametrize("change", ["replace", "remove", "put_back", "remove_for_good"])
def test_an_entry_that_is_gone_is_told(journal: Journal, change: str) -> None:
    journal.add(an_entry())
    changes: dict[str, Callable[[], object]] = {
        "replace": lambda: journal.replace(an_entry(id="b" * 32)),
        "remove": lambda: journal.remove("b" * 32),
        "put_back": lambda: journal.put_back("b" * 32),
        "remove_for_good": lambda: journal.remove_for_good(["b" * 32]),
    }

    with pytest.raises(GoneError, match="taken away meanwhile"):
        changes[change]()

    assert len(reopened(journal).entries()) == 1


def test_answers_and_checks_are_found_again(journal: Journal) -> None:
    journal.add_answer(an_answer(PageId.EMERGENCY, "chest"))
    journal.add_answer(an_answer(PageId.SAME_DAY))
    journal.add_answer(a_new_symptom(NOON - timedelta(days=1)))
    journal.add_answer(a_check())

    found = reopened(journal).safety()

    assert found == journal.safety()
    assert [answer.ticked for answer in found.answers] == [("chest",), ()]
    assert len(found.checks) == len(found.new_symptoms) == 1


def test_answers_of_two_journals_are_all_kept(tmp_path: Path) -> None:
    one, other = Journal(tmp_path, Clock()), Journal(tmp_path, Clock())

    one.add_answer(an_answer(PageId.EMERGENCY))
    other.add_answer(an_answer(PageId.SAME_DAY))

    assert len(other.safety().answers) == 2


def test_refresh_says_whether_another_process_changed_something(tmp_path: Path) -> None:
    one, other = Journal(tmp_path, Clock()), Journal(tmp_path, Clock())
    other.add(an_entry())

    assert one.refresh() is True
    assert one.refresh() is False
    assert other.refresh() is False
    assert one.entries() == other.entries()


def test_files_and_folders_are_the_owners_alone(journal: Journal) -> None:
    for _ in range(2):
        journal.add(an_entry())
    journal.drafts.keep(Draft("half"))

    for path in journal.folder.rglob("*"):
        expected = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == expected, path
    assert stat.S_IMODE(journal.folder.stat().st_mode) == 0o700


def test_a_data_folder_behind_a_link_works(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")

    Journal(tmp_path / "link", Clock()).add(an_entry())

    assert len(Journal(tmp_path / "real", Clock()).entries()) == 1
