"""Entries as CSV and back, and what a spreadsheet may do with them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.domain.circumstances import Circumstances
from prt_desktop.domain.csv_sheet import sheet_of
from prt_desktop.domain.diary import Entry, EntryKind
from prt_desktop.export.csv_entries import COLUMNS, RISKY, entries_csv, joined
from prt_desktop.export.csv_import import is_own, own_entries, split
from tests.builders import a_measure, a_memo, a_movement, an_entry
from tests.whole_diaries import a_whole_diary, entries


def cells(entry: Entry) -> dict[str, str]:
    """Read the one row of an entry as any other program would."""
    text = entries_csv([entry]).decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    return row


def test_every_entry_has_a_row_and_every_field_a_column() -> None:
    row = cells(a_movement())

    assert tuple(row) == COLUMNS
    assert row["kind"] == "movement"
    assert row["did_not_happen"] == "It did not grab me."
    assert row["next_time"] == "same"


def test_answers_of_a_measure_are_told_apart_from_ratings() -> None:
    row = cells(a_measure(pain=7))

    assert row["measure_pain"] == "7"
    assert row["pain"] == ""


def test_a_diary_with_one_of_everything_comes_back_as_it_was() -> None:
    kept = a_whole_diary().entries

    reading = own_entries(sheet_of(entries_csv(kept)))

    assert reading.entries == kept
    assert reading.remarks == ()


@settings(max_examples=40)
@given(st.lists(entries(), min_size=1, max_size=5))
def test_any_entries_come_back_as_they_were(kept: list[Entry]) -> None:
    reading = own_entries(sheet_of(entries_csv(kept)))

    assert list(reading.entries) == kept


@pytest.mark.parametrize("sign", list(RISKY))
def test_no_cell_begins_as_a_formula_does(sign: str) -> None:
    told = Circumstances(tags=(f"{sign}1",))
    row = cells(an_entry(f"{sign}HYPERLINK(1)", circumstances=told))

    assert [cell for cell in row.values() if cell[:1] in set(RISKY) and cell] == []


def test_a_sheet_saved_with_semicolons_by_a_spreadsheet_is_still_our_own() -> None:
    rows = csv.reader(io.StringIO(entries_csv([an_entry("Bread; tea")]).decode("utf-8-sig")))
    paper = io.StringIO()
    csv.writer(paper, delimiter=";").writerows(rows)

    sheet = sheet_of(paper.getvalue().encode("cp1252"))

    assert is_own(sheet)
    assert own_entries(sheet).entries[0].text == "Bread; tea"


def test_a_foreign_sheet_is_not_our_own() -> None:
    assert not is_own(sheet_of(b"date,text\n2026-11-03,Bread\n"))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "dance"),
        ("created_at", "yesterday"),
        ("created_at", "2026-11-23T12:00:00"),
        ("created_at", "0001-01-01T00:00:00+14:00"),
        ("id", "../../etc"),
        ("fear", "11"),
        ("areas", "tail"),
    ],
)
def test_a_row_that_was_spoilt_is_told_of_and_the_others_are_read(column: str, value: str) -> None:
    rows = list(
        csv.DictReader(io.StringIO(entries_csv([an_entry(), an_entry()]).decode("utf-8-sig")))
    )
    rows[0][column] = value
    paper = io.StringIO()
    writer = csv.DictWriter(paper, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)

    reading = own_entries(sheet_of(paper.getvalue().encode()))

    assert [entry.id for entry in reading.entries] == [rows[1]["id"]]
    assert [remark.row for remark in reading.unread] == [2]


def test_a_memo_cannot_name_a_file_elsewhere() -> None:
    content = entries_csv([a_memo()]).replace(b"a" * 32, b"../../../journal", 2)

    reading = own_entries(sheet_of(content))

    assert reading.entries == ()


@given(st.lists(st.text(min_size=1), max_size=4))
def test_texts_of_one_cell_come_apart_as_they_were_joined(parts: list[str]) -> None:
    assert list(split(joined(parts))) == parts


def test_a_diary_without_entries_is_its_first_row_alone() -> None:
    assert entries_csv([]).decode("utf-8-sig").strip() == ",".join(COLUMNS)


def test_a_kind_without_details_has_empty_cells_for_them() -> None:
    row = cells(an_entry(kind=EntryKind.DID))

    assert {row[name] for name in ("exercise_id", "situation", "movement", "sound_id")} == {""}
