"""A chart and its sentence say the same: points, gaps, columns and plain words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.days import Day
from prt_desktop.domain.trends import (
    Series,
    Span,
    columns,
    point_sentence,
    ratings_of,
    series,
    table_row,
    trend_sentence,
)

TODAY = date(2026, 11, 23)


def days_back(**numbers: float) -> list[Day]:
    """Give a day of fear for each `d12=4.0`: twelve days ago, fear 4."""
    return [
        Day(TODAY - timedelta(days=int(back[1:])), {"fear": value})
        for back, value in numbers.items()
    ]


def fear(span: Span = Span.MONTH, **numbers: float) -> Series:
    """Give the series of fear on some days."""
    return series(days_back(**numbers), "fear", span, TODAY)


@pytest.mark.parametrize(
    ("span", "first"),
    [
        (Span.WEEK, date(2026, 11, 17)),
        (Span.MONTH, date(2026, 10, 27)),
        (Span.ALL, date(2026, 8, 15)),
    ],
)
def test_a_span_reaches_back_to_its_first_day(span: Span, first: date) -> None:
    seen = fear(span, d100=3, d20=4, d6=5, d0=6)

    assert (seen.first, seen.last) == (first, TODAY)
    assert seen.points[0].on >= first


def test_days_come_in_their_order_and_without_other_ratings() -> None:
    days = [Day(TODAY, {"mood": 3}), *days_back(d1=5, d3=2)]

    seen = series(days, "fear", Span.WEEK, TODAY)

    assert [point.value for point in seen.points] == [2, 5]


def test_what_was_rated_is_offered_in_the_order_asked_for() -> None:
    days = [Day(TODAY, {"mood": 3, "fear": 2}), Day(TODAY, {"pain": 1})]

    assert ratings_of(days, ("fear", "confidence", "mood")) == ("fear", "mood")


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (
            fear(d27=6, d20=5, d10=4, d1=3),
            (
                "Fear was between 3 and 6 in these four weeks, lower at the end than at the start. "
                "Noted on 4 of 28 days."
            ),
        ),
        (
            fear(Span.WEEK, d6=3, d5=5, d4=4.5, d1=5, d0=3.5),
            (
                "Fear was between 3 and 5 in these seven days, at the end about as at the start. "
                "Noted on 5 of 7 days."
            ),
        ),
        (
            fear(Span.ALL, d30=2, d20=2, d10=2, d0=4),
            (
                "Fear was between 2 and 4 from 24 October 2026 to 23 November 2026, higher at the "
                "end than at the start. Noted on 4 of 31 days."
            ),
        ),
        (fear(d3=4), "Fear was 4 on the one day it was noted in these four weeks."),
        (
            fear(d3=4, d2=4),
            "Fear was 4 each time it was noted in these four weeks. Noted on 2 of 28 days.",
        ),
        (fear(d3=2, d2=9), "Fear was between 2 and 9 in these four weeks. Noted on 2 of 28 days."),
        (fear(d60=4), "Fear was not noted in these four weeks."),
    ],
)
def test_the_sentence_says_what_the_chart_shows(seen: Series, said: str) -> None:
    assert trend_sentence(seen) == said


def test_no_sentence_judges() -> None:
    better = fear(d27=9, d20=9, d10=1, d1=1)
    worse = fear(d27=1, d20=1, d10=9, d1=9)

    said = f"{trend_sentence(better)} {trend_sentence(worse)}".lower()

    verdicts = ("good", "bad", "better", "worse", "improve", "progress", "setback", "well")
    assert [word for word in verdicts if word in said] == []


def test_a_missing_day_is_a_gap() -> None:
    seen = fear(Span.WEEK, d6=3, d5=4, d2=5, d1=5, d0=4)

    drawn = columns(seen, 700)

    assert [column.joined for column in drawn] == [False, True, False, True, True]
    assert point_sentence(seen, 2) == "21 November 2026: 5, after 2 days without a number"
    assert point_sentence(seen, 1) == "18 November 2026: 4"


def test_what_is_noted_once_a_week_is_a_line_without_gaps() -> None:
    seen = fear(d21=3, d14=4, d7=5, d0=4)

    assert [column.joined for column in columns(seen, 280)] == [False, True, True, True]
    assert point_sentence(seen, 1) == "9 November 2026: 4"


def test_one_day_alone_stands_in_the_middle() -> None:
    (column,) = columns(fear(Span.ALL, d0=4), 101)

    assert (column.at, column.low, column.high) == (50, 4, 4)


def test_a_row_of_the_table_is_a_day_and_its_number() -> None:
    seen = fear(d3=4, d2=5.25)

    rows = [table_row(point) for point in seen.points]

    assert rows == [("20 November 2026", "4"), ("21 November 2026", "5.2")]


@given(
    st.dictionaries(st.integers(0, 4_000), st.floats(0, 10), min_size=1, max_size=300),
    st.integers(1, 900),
)
def test_columns_keep_the_lowest_and_the_highest(noted: dict[int, float], width: int) -> None:
    days = [Day(TODAY - timedelta(days=back), {"fear": value}) for back, value in noted.items()]

    seen = series(days, "fear", Span.ALL, TODAY)
    drawn = columns(seen, width)

    assert len(drawn) <= min(width, len(noted))
    assert all(0 <= column.at < width for column in drawn)
    assert min(column.low for column in drawn) == min(noted.values())
    assert max(column.high for column in drawn) == max(noted.values())
    assert drawn[-1].last == len(noted) - 1
