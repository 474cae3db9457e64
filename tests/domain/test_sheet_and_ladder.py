"""The evidence sheet, the ladder, and the lists that grow out of the diary."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.circumstances import Circumstances, Ratings
from prt_desktop.domain.diary import EntryKind
from prt_desktop.domain.evidence_sheet import (
    LONGEST_SENTENCE,
    Column,
    StarterPoint,
    by_day,
    can_be_starred,
    in_column,
    linkable,
    stars_after,
    with_star,
    without_star,
)
from prt_desktop.domain.ladder import Rung, climbs, lower
from prt_desktop.domain.surprise_ledger import exceptions, what_did_not_happen
from tests.builders import (
    NOON,
    a_belief,
    a_check,
    a_movement,
    a_point,
    a_practice,
    a_rung,
    a_trial,
    an_entry,
)

if TYPE_CHECKING:
    from prt_desktop.domain.diary import Entry

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def a_try(rung: Rung, fear: int | None = None, hours: int = 1) -> Entry:
    """Build a try of a rung, with the fear rated after it."""
    beside = Circumstances(Ratings(fear=fear))
    trial = a_trial(rung_id=rung.id)
    return a_movement(trial, created_at=NOON + hours * HOUR, circumstances=beside)


@pytest.mark.parametrize("sure", [-1, 101])
def test_a_belief_is_from_0_to_100(sure: int) -> None:
    with pytest.raises(ValueError, match="100"):
        a_belief(sure)


@pytest.mark.parametrize("fear", [-1, 11])
def test_the_fear_of_a_movement_is_from_0_to_10(fear: int) -> None:
    with pytest.raises(ValueError, match="fear"):
        a_rung(fear=fear)


def test_bounds_themselves_are_answers() -> None:
    beliefs, rungs = [a_belief(0), a_belief(100)], [a_rung(fear=0), a_rung(fear=10)]

    assert [belief.sure for belief in beliefs] == [0, 100]
    assert [rung.fear for rung in rungs] == [0, 10]


def test_points_stand_in_their_column_in_the_order_they_came() -> None:
    one, two, three = a_point("One"), a_point("Two", column=Column.UNSURE), a_point("Three")

    toward = in_column((one, two, three), Column.TOWARD_ALARM)

    assert toward == (one, three)


def test_a_starter_that_collides_with_a_red_flag_waits_for_a_check() -> None:
    starter = StarterPoint("legs", "Both legs.", "4.3", collides_with=("both-legs",))

    point = starter.as_point(NOON)

    assert point.waits_for_check
    assert point.is_grey(None)
    assert not point.is_grey(a_check())


def test_a_plain_starter_is_never_grey() -> None:
    point = StarterPoint("moves", "It moves.", "3.3").as_point(NOON)

    assert not point.is_grey(None)


def test_the_star_is_read_from_the_own_sentences() -> None:
    point = a_point("It moves\n about.")

    sentences = with_star(("Slowly.",), point)

    assert sentences == ("Slowly.", "It moves about.")
    assert point.is_starred(sentences)
    assert without_star(sentences, point) == ("Slowly.",)


def test_a_fourth_star_asks_which_sentence_gives_way() -> None:
    full = ("One.", "Two.", "Three.")

    asked = with_star(full, a_point("Four."))
    given = with_star(full, a_point("Four."), "Two.")

    assert asked is None
    assert given == ("One.", "Four.", "Three.")


def test_a_star_given_twice_is_one_sentence() -> None:
    full = ("One.", "Two.", "Three.")

    assert with_star(full, a_point("Two.")) == full


def test_a_starred_point_that_is_reworded_keeps_its_place() -> None:
    before, after = a_point("One."), a_point("Won.")

    kept = stars_after(("Zero.", "One."), before, after, starred=True)

    assert kept == ("Zero.", "Won.")


def test_a_star_taken_away_takes_the_sentence_away() -> None:
    before, after = a_point("One."), a_point("Won.")

    kept = stars_after(("Zero.", "One."), before, after, starred=False)

    assert kept == ("Zero.",)


def test_a_new_point_with_a_star_is_one_more_sentence() -> None:
    assert stars_after(("Zero.",), None, a_point("One."), starred=True) == ("Zero.", "One.")


def test_a_point_is_starred_only_when_it_can_be_said_as_a_sentence() -> None:
    check = a_check()
    waits = a_point(waits_for_check=True)

    allowed = {
        "plain": can_be_starred(a_point(), None),
        "grey": can_be_starred(waits, None),
        "checked": can_be_starred(waits, check),
        "unsure": can_be_starred(a_point(column=Column.UNSURE), check),
        "long": can_be_starred(a_point("x" * (LONGEST_SENTENCE + 1)), check),
        "empty": can_be_starred(a_point("  "), check),
    }

    assert {name for name, may in allowed.items() if may} == {"plain", "checked"}


def test_a_point_can_rest_on_surprises_first_and_then_on_other_words() -> None:
    note, surprise = an_entry("A note."), an_entry("Stairs.", kind=EntryKind.SURPRISE)
    later = an_entry("Another.", created_at=NOON + HOUR)

    offered = linkable((surprise, note, a_practice(), later))

    assert offered == (surprise, later, note)


def test_each_day_has_its_newest_belief() -> None:
    morning, evening = a_belief(20), a_belief(60, rated_at=NOON + 5 * HOUR)
    before = a_belief(10, rated_at=NOON - DAY)

    days = by_day((evening, before, morning), NOON)

    assert days == (before, evening)


def test_the_ladder_stands_by_fear_and_resting_rungs_come_last() -> None:
    high, low = a_rung("Lift", fear=7), a_rung("Reach", fear=3)
    rests = a_rung("Turn", fear=1, rests=True)

    ladder = climbs((rests, high, low), ())

    assert [one.rung for one in ladder] == [low, high, rests]


@pytest.mark.parametrize(("fear", "is_start"), [(2, False), (3, True), (4, True), (5, False)])
def test_a_ladder_is_best_begun_where_fear_is_3_to_4(fear: int, is_start: bool) -> None:
    [climb] = climbs([a_rung(fear=fear)], ())

    assert climb.is_start is is_start


def test_the_fear_of_a_rung_is_that_after_its_newest_rated_try() -> None:
    rung, other = a_rung(fear=6), a_rung("Other", fear=9)
    entries = (a_try(rung, 5, 1), a_try(rung, None, 2), a_try(rung, 4, 3), a_try(other, 1, 4))

    climb = climbs((rung, other), entries)[1]

    assert climb.rung == rung
    assert [fear for _, fear in climb.fears] == [6, 5, 4]
    assert climb.fear == 4
    assert len(climb.tries) == 3


def test_a_bad_day_leads_to_the_next_lower_rung_that_can_be_tried() -> None:
    low, ask, high = (
        a_rung("Reach", fear=2),
        a_rung("Turn", fear=4, needs_clinician=True),
        a_rung("Lift", fear=7),
    )
    ladder = climbs((high, ask, low), ())

    below = [lower(climb, ladder) for climb in ladder]

    assert [one.rung.name if one else None for one in below] == [None, "Reach", "Reach"]


def test_what_did_not_happen_is_listed_newest_first() -> None:
    first, second = a_movement(), a_movement(created_at=NOON + HOUR)
    nothing = a_movement(a_trial(did_not_happen=" "), created_at=NOON + 2 * HOUR)

    listed = what_did_not_happen((first, second, nothing, an_entry()))

    assert listed == (second, first)


def test_exceptions_are_the_surprises_newest_first() -> None:
    first = an_entry("Stairs.", kind=EntryKind.SURPRISE)
    second = replace(first, id="b" * 32, created_at=NOON + HOUR)

    assert exceptions((first, an_entry(), second)) == (second, first)
