"""A person's own safety sentences: three places in the journal, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.errors import JournalUnreadableError, StorageError
from prt_desktop.storage.journal import Journal
from tests.builders import Clock, an_entry
from tests.storage.journals import change_by_hand, reopened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

THREE = ("It has passed before.", "I am sitting on a chair.", "The alarm may be early.")


def test_own_sentences_are_found_again_in_their_order(journal: Journal) -> None:
    journal.set_own_sentences(THREE)

    assert journal.own_sentences() == reopened(journal).own_sentences() == THREE


def test_new_sentences_take_the_place_of_those_before(journal: Journal) -> None:
    journal.set_own_sentences(THREE)

    journal.set_own_sentences([" Only this. ", ""])

    assert reopened(journal).own_sentences() == ("Only this.",)


def test_a_fourth_sentence_is_refused_and_nothing_changes(journal: Journal) -> None:
    journal.set_own_sentences(THREE)

    with pytest.raises(ValueError, match="at most 3"):
        journal.set_own_sentences((*THREE, "A fourth."))

    assert reopened(journal).own_sentences() == THREE


def test_sentences_and_entries_of_two_journals_are_all_kept(tmp_path: Path) -> None:
    one, other = Journal(tmp_path, Clock()), Journal(tmp_path, Clock())

    one.set_own_sentences(THREE)
    other.add(an_entry())
    one.refresh()

    assert one.own_sentences() == other.own_sentences() == THREE
    assert len(one.entries()) == 1


def test_a_full_disk_keeps_the_sentences_before(
    journal: Journal, full_disk: Callable[[], None]
) -> None:
    journal.set_own_sentences(THREE)
    full_disk()

    with pytest.raises(StorageError, match="disk is full"):
        journal.set_own_sentences(("Other.",))

    assert journal.own_sentences() == reopened(journal).own_sentences() == THREE


def test_a_sentence_that_is_none_makes_the_journal_unreadable(journal: Journal) -> None:
    journal.set_own_sentences(THREE)

    change_by_hand(journal, lambda tables: tables["own_sentences"]["1"].pop("sentence"))

    with pytest.raises(JournalUnreadableError):
        reopened(journal)
