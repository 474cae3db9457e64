"""Any CSV file as entries: what is guessed, what is asked about, what cannot be read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.circumstances import BodyArea, Ratings
from prt_desktop.domain.csv_dates import Order, orders_of, read_moment
from prt_desktop.domain.csv_mapping import Field, Mapping, guess, read_with
from prt_desktop.domain.csv_sheet import LARGEST_BYTES, MOST_COLUMNS, Sheet, sheet_of
from prt_desktop.domain.diary import EntryKind
from prt_desktop.domain.errors import DiaryFileError
from tests.builders import NOON

if TYPE_CHECKING:
    from prt_desktop.domain.csv_reading import Reading

TABLE = """\
Date,Time,Notes,Pain level,Fear,Tags,Weather
2026-11-03,8:30,Slept badly.,4,3,rain; long sitting,grey
2026-11-04,,A quiet day.,,,,
"""


def zoned(naive: datetime) -> datetime:
    return naive.replace(tzinfo=UTC)


def read(text: str, mapping: Mapping | None = None) -> Reading:
    sheet = sheet_of(text.encode())
    return read_with(mapping or guess(sheet), sheet, zoned, NOON)


def at(words: str) -> datetime:
    """Give a time without a zone, as most tables tell it."""
    return datetime.fromisoformat(words)


# the sheet


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_table_is_read_however_it_was_saved(delimiter: str, encoding: str) -> None:
    text = delimiter.join(("Datum", "Eintrag")) + "\r\n" + delimiter.join(("3.11.2026", "Schön"))

    sheet = sheet_of(text.encode(encoding))

    assert sheet.header == ("Datum", "Eintrag")
    assert sheet.rows == (("3.11.2026", "Schön"),)
    assert sheet.delimiter == delimiter


def test_commas_in_words_do_not_part_columns() -> None:
    sheet = sheet_of(b"date;text\n3.11.2026;one, two, three\n4.11.2026;four\n")

    assert sheet.header == ("date", "text")


def test_columns_without_a_name_are_numbered_and_short_rows_filled() -> None:
    sheet = sheet_of(b"date,,text\n2026-11-03\n2026-11-04,a,b,c\n")

    assert sheet.header == ("date", "Column 2", "text", "Column 4")
    assert sheet.rows[0] == ("2026-11-03", "", "", "")


def test_rows_keep_their_numbers_though_empty_ones_lie_between() -> None:
    assert sheet_of(b"date,text\n\n,\n2026-11-03,a\n").numbers == (4,)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n ",
        b"date,text\n",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        b"\x00" * 5_000,
        b"\xff\xfe" + b"\x00\xd8" * 40,
        b"a," * (MOST_COLUMNS + 1) + b"\nb\n",
        b"x" * (LARGEST_BYTES + 1),
        b"\n" * 2_000_000,
    ],
    ids=["empty", "blank", "header", "picture", "nul", "halves", "wide", "large", "lines"],
)
def test_what_is_no_table_is_told_in_a_sentence(content: bytes) -> None:
    with pytest.raises(
        DiaryFileError, match=r"^This file .*diary is as it was\. Choose a CSV file"
    ):
        sheet_of(content)


def test_a_line_of_five_megabytes_is_one_cell() -> None:
    sheet = sheet_of(b"date,text\n2026-11-03," + b"x" * 5_000_000 + b"\n")

    assert len(sheet.rows[0][1]) == 5_000_000


# dates


@pytest.mark.parametrize(
    ("cell", "time", "expected"),
    [
        ("2026-11-03", "", "2026-11-03T12:00:00"),
        ("2026/11/3 8:05", "", "2026-11-03T08:05:00"),
        ("2026-11-03T20:15:30", "", "2026-11-03T20:15:30"),
        ("20261103", "7.45", "2026-11-03T07:45:00"),
        ("3.11.2026", "", "2026-11-03T12:00:00"),
        ("3. 11. 2026, 9:00 Uhr", "", "2026-11-03T09:00:00"),
        ("03/11/26", "12:00 AM", "2026-11-03T00:00:00"),
        ("3-11-2026", "12:30 pm", "2026-11-03T12:30:00"),
        ("3 Nov 2026", "", "2026-11-03T12:00:00"),
        ("Tuesday, 3rd November 2026 8:00 p.m.", "", "2026-11-03T20:00:00"),
        ("November 3, 2026", "", "2026-11-03T12:00:00"),
        ("Di, 3. März 2026", "", "2026-03-03T12:00:00"),
    ],
)
def test_a_date_is_read_in_many_forms(cell: str, time: str, expected: str) -> None:
    assert read_moment(cell, time, Order.DAY_FIRST) == at(expected)


def test_a_zone_that_is_told_is_kept() -> None:
    found = read_moment("2026-11-03T08:00:00+05:30", "", Order.DAY_FIRST)

    expected = datetime(2026, 11, 3, 8, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert found == expected


def test_seconds_since_1970_are_a_date() -> None:
    assert read_moment("1793880000", "", Order.DAY_FIRST) == datetime(2026, 11, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "cell",
    ["", "yesterday", "31.2.2026", "13/13/2026", "2026-11-03 25:00", "0001-01-01", "7", "1" * 99],
)
def test_what_is_no_date_is_none(cell: str) -> None:
    assert read_moment(cell, "", Order.DAY_FIRST) is None


@given(st.text(max_size=70), st.text(max_size=20))
def test_no_text_breaks_the_reading_of_dates(cell: str, time: str) -> None:
    found = read_moment(cell, time, Order.MONTH_FIRST)

    assert found is None or found.year >= 1900


@pytest.mark.parametrize(
    ("cells", "likely", "asked"),
    [
        (["3/11/2026", "14/11/2026"], Order.DAY_FIRST, False),
        (["11/3/2026", "11/14/2026"], Order.MONTH_FIRST, False),
        (["3/11/2026", "4/11/2026"], Order.DAY_FIRST, True),
        (["3.11.2026"], Order.DAY_FIRST, False),
        (["3/3/2026"], Order.DAY_FIRST, False),
        (["2026-11-03"], Order.DAY_FIRST, False),
    ],
)
def test_the_order_of_day_and_month_is_asked_only_where_it_is_open(
    cells: list[str], likely: Order, asked: bool
) -> None:
    orders = orders_of(cells)

    assert (orders.likely, orders.asked) == (likely, asked)


# mapping


def test_columns_are_guessed_by_their_names() -> None:
    fields = guess(sheet_of(TABLE.encode())).fields

    assert fields == (
        Field.DATE,
        Field.TIME,
        Field.TEXT,
        Field.PAIN,
        Field.FEAR,
        Field.TAGS,
        Field.BESIDE,
    )


def test_columns_without_telling_names_are_guessed_by_what_stands_in_them() -> None:
    fields = guess(sheet_of(b"a,b,c\n1,2026-11-03,A long sentence.\n2,2026-11-04,More.\n")).fields

    assert fields == (Field.BESIDE, Field.DATE, Field.TEXT)


def test_a_row_becomes_an_entry_and_nothing_of_it_is_lost() -> None:
    first, second = read(TABLE).entries

    assert first.created_at == datetime(2026, 11, 3, 8, 30, tzinfo=UTC)
    assert first.text == "Slept badly.\nWeather: grey"
    assert first.circumstances.ratings == Ratings(fear=3, pain=4)
    assert first.circumstances.tags == ("rain", "long sitting")
    assert (second.text, second.created_at.hour) == ("A quiet day.", 12)


def test_only_one_column_can_be_the_date() -> None:
    mapping = guess(sheet_of(TABLE.encode())).with_field(6, Field.DATE)

    assert mapping.fields[0] is Field.BESIDE
    assert mapping.fields[6] is Field.DATE


def test_a_column_can_be_left_behind() -> None:
    mapping = guess(sheet_of(TABLE.encode())).with_field(6, Field.LEAVE_OUT)

    assert read(TABLE, mapping).entries[0].text == "Slept badly."


def test_kinds_and_areas_are_known_by_their_names() -> None:
    [entry] = read("date,text,kind,area\n2026-11-03,a,Surprise,lower back; tail\n").entries

    assert entry.kind is EntryKind.SURPRISE
    assert entry.circumstances.areas == (BodyArea.LOWER_BACK,)
    assert entry.text == "a\narea: tail"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",a", "There is no date."),
        ("soon,a", "“soon” cannot be read as a date and a time."),
        ("2027-11-03,a", "The date is still to come."),
        ("2026-11-03,", "There is nothing in it but a date."),
    ],
)
def test_a_row_that_cannot_be_read_is_told_with_its_reason(row: str, reason: str) -> None:
    reading = read(f"date,text\n2026-11-02,good\n{row}\n")

    assert [(one.row, one.reason) for one in reading.unread] == [(3, reason)]
    assert len(reading.entries) == 1


@pytest.mark.parametrize("cell", ["11", "much", "-1", "4.5"])
def test_a_number_that_is_none_goes_into_the_words(cell: str) -> None:
    reading = read(f"date,text,fear\n2026-11-03,a,{cell}\n")

    assert reading.entries[0].text == f"a\nfear: {cell}"
    assert reading.unread == ()
    assert [one.row for one in reading.remarks] == [2]


@pytest.mark.parametrize("cell", ["7", "7/10", "7 of 10", "7.0"])
def test_a_number_of_ten_is_read_as_it_is_written(cell: str) -> None:
    assert read(f"date,fear\n2026-11-03,{cell}\n").entries[0].circumstances.ratings.fear == 7


def test_what_is_kept_already_and_what_stands_twice_is_not_taken_again() -> None:
    once = read(TABLE)

    again = read(TABLE + "2026-11-04,,A quiet day.,,,,\n").without_double(once.entries[:1])

    assert [entry.text for entry in again.entries] == ["A quiet day."]
    assert again.double == 2


def test_every_row_is_an_entry_a_remark_or_there_already() -> None:
    rows = [f"{day}.11.2026,{text}" for day in (1, 2, 2, 40) for text in ("a", "")]

    reading = read("date,text\n" + "\n".join(rows)).without_double(())

    assert len(reading.entries) + len(reading.unread) + reading.double == len(rows)


def test_a_sheet_without_dates_has_no_column_for_them() -> None:
    assert not guess(Sheet(("a",), (("b",),), (2,), ",", "utf-8")).has_date
