"""The good copies of a journal, and which of them may go."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.storage.atomic import write_whole
from prt_desktop.storage.copies import NEWEST_KEPT, Copies, Copy, surplus
from tests.builders import NOON, Clock

if TYPE_CHECKING:
    from pathlib import Path

YEAR = timedelta(days=365)
LONG = 2 * YEAR
GAPS = st.lists(
    st.timedeltas(timedelta(microseconds=1), timedelta(days=9)), min_size=1, max_size=120
)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.json"
    path.write_bytes(b"0")
    return path


def saves(folder: Path, gaps: list[timedelta]) -> list[Copy]:
    """Thin the copies at each of many saves; give those that are left, the newest first."""
    left: list[Copy] = []
    now = NOON
    for gap in gaps:
        now += gap
        left.insert(0, Copy(folder / now.isoformat(), now))
        gone = surplus(left, now)
        left = [copy for copy in left if copy not in gone]
    return left


def times(copies: list[Copy]) -> list[datetime]:
    return [copy.saved_at for copy in copies]


@given(gaps=GAPS)
def test_the_newest_ten_are_always_kept(
    tmp_path_factory: pytest.TempPathFactory, gaps: list[timedelta]
) -> None:
    left = saves(tmp_path_factory.getbasetemp(), gaps)

    made = [NOON + sum(gaps[: n + 1], timedelta()) for n in range(len(gaps))]
    assert times(left)[:NEWEST_KEPT] == made[::-1][:NEWEST_KEPT]


@given(gaps=GAPS)
def test_every_day_of_two_weeks_and_every_week_of_three_months_keeps_its_last(
    tmp_path_factory: pytest.TempPathFactory, gaps: list[timedelta]
) -> None:
    left = set(times(saves(tmp_path_factory.getbasetemp(), gaps)))

    made = [NOON + sum(gaps[: n + 1], timedelta()) for n in range(len(gaps))]
    now = made[-1]
    last_of_day = {one.date(): one for one in made if one >= now - timedelta(days=14)}
    last_of_week = {one.strftime("%G-%V"): one for one in made if one >= now - timedelta(days=92)}
    assert set(last_of_day.values()) <= left
    assert set(last_of_week.values()) <= left


@given(gaps=GAPS)
def test_copies_never_pile_up(
    tmp_path_factory: pytest.TempPathFactory, gaps: list[timedelta]
) -> None:
    left = saves(tmp_path_factory.getbasetemp(), gaps)

    assert len(left) <= NEWEST_KEPT + 15 + 15


def test_a_copy_holds_what_was_there_before_the_next_save(journal: Path) -> None:
    copies = Copies(journal.parent / "copies")
    copies.keep(journal, NOON)

    journal.unlink()
    journal.write_bytes(b"1")

    assert [copy.path.read_bytes() for copy in copies.newest_first(NOON + LONG)] == [b"0"]


def test_many_saves_leave_few_copies(journal: Path) -> None:
    clock, copies = Clock(), Copies(journal.parent / "copies")

    for _ in range(40):
        clock.move(minutes=1)
        copies.keep(journal, clock())
        copies.thin(clock())

    left = copies.newest_first(clock())
    assert len(left) == NEWEST_KEPT
    assert left[0].saved_at == clock()


def test_the_same_file_is_kept_once_in_one_moment(journal: Path) -> None:
    copies = Copies(journal.parent / "copies")

    places = {copies.keep(journal, NOON), copies.keep(journal, NOON)}

    assert places == {copy.path for copy in copies.newest_first(NOON + LONG)}
    assert len(places) == 1


def test_two_saves_in_one_moment_of_a_coarse_clock_are_both_kept(journal: Path) -> None:
    copies = Copies(journal.parent / "copies")

    for content in (b"1", b"2", b"3"):
        write_whole(journal, content)
        copies.keep(journal, NOON)

    assert [copy.path.read_bytes() for copy in copies.newest_first(NOON + LONG)] == [
        b"3",
        b"2",
        b"1",
    ]


def test_a_disk_without_second_names_gets_real_copies(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _copy: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    copies = Copies(journal.parent / "copies")

    copies.keep(journal, NOON)

    assert [copy.path.read_bytes() for copy in copies.newest_first(NOON + LONG)] == [b"0"]


def test_a_clock_that_went_back_still_keeps_todays_copy(journal: Path) -> None:
    clock, copies = Clock(NOON + timedelta(days=400)), Copies(journal.parent / "copies")
    for _ in range(12):
        clock.move(minutes=1)
        copies.keep(journal, clock())
        copies.thin(clock())

    copies.keep(journal, NOON)
    copies.thin(NOON)

    assert times(copies.newest_first(NOON))[0] == NOON


def test_what_was_saved_while_the_clock_was_ahead_is_no_newest_copy(journal: Path) -> None:
    clock, copies = Clock(NOON + 10 * YEAR), Copies(journal.parent / "copies")
    for now in (clock(), clock() + timedelta(minutes=1), NOON, NOON + timedelta(days=60)):
        write_whole(journal, now.isoformat().encode())
        copies.keep(journal, now)
        copies.thin(now)

    left = times(copies.newest_first(NOON + timedelta(days=60)))

    assert left[:2] == [NOON + timedelta(days=60), NOON]
    assert len(left) == 4


def test_what_the_clock_made_while_it_was_ahead_goes_in_the_end(journal: Path) -> None:
    copies = Copies(journal.parent / "copies")
    copies.keep(journal, NOON + 10 * YEAR)

    left = []
    for week in range(14):
        now = NOON + timedelta(weeks=week)
        write_whole(journal, str(week).encode())
        copies.keep(journal, now)
        copies.thin(now)
        left.append(NOON + 10 * YEAR in times(copies.newest_first(now)))

    assert left[:12] == [True] * 12
    assert not left[-1]


def test_a_clock_that_fell_far_back_thins_no_history_away(journal: Path) -> None:
    copies = Copies(journal.parent / "copies")
    for week in range(10):
        write_whole(journal, str(week).encode())
        copies.keep(journal, NOON + timedelta(weeks=week))
    before = times(copies.newest_first(NOON + timedelta(weeks=10)))

    for minute in range(30):
        now = NOON - 40 * YEAR + timedelta(minutes=minute)
        write_whole(journal, f"later {minute}".encode())
        copies.keep(journal, now)
        copies.thin(now)

    assert set(before) <= set(times(copies.newest_first(NOON + timedelta(weeks=10))))


def test_files_of_others_among_the_copies_are_left_alone(journal: Path) -> None:
    folder = journal.parent / "copies"
    copies = Copies(folder)
    copies.keep(journal, NOON)
    (folder / "journal (1).json").write_bytes(b"mine")

    copies.keep(journal, NOON + timedelta(days=1))
    copies.thin(NOON + timedelta(days=1))

    assert len(copies.newest_first(NOON + LONG)) == 2
    assert (folder / "journal (1).json").exists()


def test_there_are_no_copies_before_the_first_save(tmp_path: Path) -> None:
    assert Copies(tmp_path / "copies").newest_first(NOON) == []


def test_the_copy_just_made_is_spared_though_the_clock_went_back(journal: Path) -> None:
    clock, copies = Clock(NOON), Copies(journal.parent / "copies")
    for number in range(14):
        clock.move(minutes=1)
        write_whole(journal, str(number).encode())
        copies.keep(journal, clock())
    write_whole(journal, b"last")

    made = copies.keep(journal, NOON - timedelta(minutes=30))
    copies.thin(NOON - timedelta(minutes=30), made)

    assert made.read_bytes() == b"last"
