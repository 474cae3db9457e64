"""A day written out."""

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
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
