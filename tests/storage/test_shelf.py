"""The small tables of a journal, and its bin of thirty days."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from prt_desktop.domain.circumstances import BodyArea, Circumstances, Ratings
from prt_desktop.domain.diary import BIN_LASTS, Draft, VoiceMemo, new_entry_id
from prt_desktop.domain.errors import GoneError, JournalUnreadableError
from prt_desktop.domain.four_weeks import ChoiceKind, plan_choice
from prt_desktop.domain.story import GoalAbout, Side
from prt_desktop.storage.journal import Journal
from tests.builders import (
    NOON,
    Clock,
    a_bad_day,
    a_belief,
    a_fit_reply,
    a_goal,
    a_lesson_note,
    a_measure,
    a_memo,
    a_message,
    a_point,
    a_review,
    a_rung,
    a_safety_plan,
    a_setback_plan,
    a_template,
    an_entry,
    an_event,
)
from tests.storage.journals import change_by_hand, reopened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prt_desktop.storage.shelf import Shelf

TOLD = Circumstances(Ratings(fear=0, sleep=7), (BodyArea.NECK,), ("rain", "a full day"))
SHELVES: dict[str, Callable[[], Any]] = {
    "points": a_point,
    "beliefs": a_belief,
    "rungs": a_rung,
    "templates": a_template,
    "plan_choices": lambda: plan_choice(ChoiceKind.EXCHANGED, new_entry_id(), NOON, "fun"),
    "bad_days": a_bad_day,
    "messages": lambda: a_message(memo=VoiceMemo("a" * 32, 3_000)),
    "setback_plans": a_setback_plan,
    "reviews": a_review,
    "safety_plans": a_safety_plan,
    "fit_replies": lambda: a_fit_reply(new_entry_id()),
    "goals": lambda: a_goal(about=GoalAbout.JOY),
    "life_events": lambda: an_event(month=4, side=Side.PAIN),
}


def shelf(journal: Journal, name: str) -> Shelf[Any]:
    found: Shelf[Any] = getattr(journal, name)
    return found


def test_circumstances_and_new_kinds_come_back_as_they_were(journal: Journal) -> None:
    entries = (an_entry(circumstances=TOLD), a_lesson_note(), a_measure(), a_memo())

    journal.add_all(entries)

    assert set(reopened(journal).entries()) == set(entries)


def test_a_draft_keeps_its_circumstances(journal: Journal) -> None:
    draft = Draft("Half", circumstances=TOLD)

    journal.drafts.keep(draft)

    assert reopened(journal).drafts.get() == draft


@pytest.mark.parametrize("name", SHELVES)
def test_what_is_kept_is_found_again_in_its_order(journal: Journal, name: str) -> None:
    first, second = SHELVES[name](), SHELVES[name]()

    shelf(journal, name).keep(first)
    shelf(journal, name).keep(second)

    assert shelf(reopened(journal), name).all() == (first, second)


def test_a_changed_value_keeps_its_place(journal: Journal) -> None:
    first, second = a_rung("Bend"), a_rung("Lift")
    journal.rungs.keep(first)
    journal.rungs.keep(second)

    changed = a_rung("Bend a little", id=first.id)
    journal.rungs.keep(changed)

    assert reopened(journal).rungs.all() == (changed, second)


def test_what_is_taken_away_can_be_kept_again(journal: Journal) -> None:
    point = a_point()
    journal.points.keep(point)

    removed = journal.points.remove(point.id)

    assert removed == point
    assert reopened(journal).points.all() == ()
    with pytest.raises(GoneError):
        journal.points.remove(point.id)


def test_two_windows_see_each_others_points(journal: Journal) -> None:
    other = reopened(journal)
    mine, theirs = a_point("Mine"), a_point("Theirs")

    journal.points.keep(mine)
    other.points.keep(theirs)
    journal.refresh()

    assert journal.points.all() == (mine, theirs)


def test_a_value_that_does_not_fit_makes_the_journal_unreadable(journal: Journal) -> None:
    journal.beliefs.keep(a_belief(40))
    change_by_hand(journal, lambda tables: next(iter(tables["beliefs"].values())).update(sure=400))

    with pytest.raises(JournalUnreadableError, match="does not fit"):
        reopened(journal)


def test_the_bin_gives_back_what_was_removed_last_first(tmp_path: Path) -> None:
    clock = Clock()
    journal = Journal(tmp_path, clock)
    first, second = an_entry("First"), an_entry("Second")
    journal.add_all((first, second))

    journal.remove(first.id)
    clock.move(minutes=1)
    journal.remove(second.id)

    assert [one.entry for one in Journal(tmp_path, clock).bin()] == [second, first]
    assert journal.entries() == ()


def test_the_bin_is_emptied_after_thirty_days(tmp_path: Path) -> None:
    clock = Clock()
    journal = Journal(tmp_path, clock)
    old, new = an_entry("Old"), an_entry("New")
    journal.add_all((old, new))
    journal.remove(old.id)
    clock.move(days=BIN_LASTS.days, seconds=1)

    journal.remove(new.id)

    assert [one.entry for one in journal.bin()] == [new]
    assert "Old" not in journal.path.read_text()


def test_an_entry_can_be_let_go_for_good(journal: Journal) -> None:
    entry = an_entry("Gone.")
    journal.add(entry)
    journal.remove(entry.id)

    journal.remove_for_good([entry.id])

    assert reopened(journal).bin() == ()
    assert "Gone." not in journal.path.read_text()
    with pytest.raises(GoneError):
        journal.put_back(entry.id)


def test_what_an_older_version_put_in_the_bin_counts_from_now(journal: Journal) -> None:
    entry = an_entry()
    journal.add(entry)
    journal.remove(entry.id)
    change_by_hand(journal, lambda tables: tables["bin"][entry.id].pop("removed_at"))

    [binned] = Journal(journal.folder, Clock(NOON + timedelta(days=90))).bin()

    assert binned.entry == entry


def test_several_values_are_kept_and_cleared_in_one_save_each(journal: Journal) -> None:
    walk, swim = a_goal("Walk"), a_goal("Swim")

    journal.goals.keep_all((walk, swim))
    kept = reopened(journal).goals.all()
    removed = journal.goals.clear()

    assert kept == removed == (walk, swim)
    assert reopened(journal).goals.all() == journal.goals.all() == ()
