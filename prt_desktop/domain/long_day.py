"""A day or a month written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_day(day: date) -> str:
    """Say a day in words, such as 5 November 2026, whatever language the system speaks."""
    return f"{day.day} {month_word(day.month)} {day.year}"


def month_word(month: int) -> str:
    """Name a month, from 1 to 12."""
    return _MONTHS[month - 1]
