"""The numbers of the crisis card: those that came along, and those written down by oneself.

Wording and rules after safety.md 4.6. Nothing here is private: it is shown before any lock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

STALE_AFTER = timedelta(days=365)
LONGEST_NAME = 60
LONGEST_WORDS = 120
_FEWEST_DIGITS, _MOST_DIGITS = 2, 15
_BETWEEN_DIGITS = frozenset(" +-()/.")


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """One number to call, with the page of the service or the state where it was seen.

    `page_dated` is the date that the page itself showed, where it showed one; a number that a
    person wrote down has no page, and `seen_on` is the day they last looked at it.
    """

    name: str
    number: str
    what: str
    page: str
    seen_on: date
    page_dated: date | None = None

    @property
    def is_own(self) -> bool:
        """Say whether somebody wrote it down here."""
        return not self.page


@dataclass(frozen=True, slots=True)
class CrisisCountry:
    """The numbers of one country and the day they were last looked at."""

    country: str
    checked_on: date
    lines: tuple[CrisisLine, ...]

    @property
    def is_own(self) -> bool:
        """Say whether its numbers were written down here."""
        return any(line.is_own for line in self.lines)

    def is_stale(self, today: date) -> bool:
        """Say whether the numbers were last looked at more than twelve months ago."""
        return today - self.checked_on > STALE_AFTER


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """A number that a person or a clinician wrote down for a country, and when."""

    country: str
    name: str
    number: str
    what: str
    checked_on: date


def with_own(
    countries: Sequence[CrisisCountry], own: Iterable[OwnNumber]
) -> tuple[CrisisCountry, ...]:
    """Let one's own numbers stand in the place of those of the same country, by name."""
    numbers: dict[str, list[OwnNumber]] = {}
    for one in own:
        numbers.setdefault(one.country, []).append(one)
    shown = {one.country: one for one in countries} | {
        country: _country(country, those) for country, those in numbers.items()
    }
    return tuple(shown[name] for name in sorted(shown, key=str.casefold))


def own_of(country: CrisisCountry) -> tuple[OwnNumber, ...]:
    """Give a country's numbers to be changed by oneself, each with the day it was seen."""
    return tuple(
        OwnNumber(country.country, line.name, line.number, line.what, line.seen_on)
        for line in country.lines
    )


def number_record(number: OwnNumber) -> dict[str, str]:
    """Turn a number into words alone, as the settings keep it."""
    return {
        "country": number.country,
        "name": number.name,
        "number": number.number,
        "what": number.what,
        "checked_on": number.checked_on.isoformat(),
    }


def numbers_from(records: Iterable[Mapping[str, str]]) -> tuple[OwnNumber, ...]:
    """Read numbers back; one that could not be shown is left out."""
    return tuple(number for one in records if (number := _number(one)) is not None)


def is_number(text: str) -> bool:
    """Say whether something could be rung: 2 to 15 digits, and nothing that is no part of it."""
    digits = [sign for sign in text if sign in "0123456789"]
    others = set(text) - set(digits)
    return _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS and others <= _BETWEEN_DIGITS


def fits(number: OwnNumber) -> bool:
    """Say whether a number can be shown: a country, a name, and digits to ring."""
    short = len(number.country) <= LONGEST_NAME and len(number.name) <= LONGEST_NAME
    named = bool(number.country.strip()) and bool(number.name.strip())
    return named and short and len(number.what) <= LONGEST_WORDS and is_number(number.number)


def _number(record: Mapping[str, str]) -> OwnNumber | None:
    try:
        day = date.fromisoformat(record["checked_on"])
        number = OwnNumber(
            record["country"], record["name"], record["number"], record.get("what", ""), day
        )
    except (KeyError, ValueError):
        return None
    return number if fits(number) else None


def _country(country: str, own: Sequence[OwnNumber]) -> CrisisCountry:
    lines = tuple(CrisisLine(one.name, one.number, one.what, "", one.checked_on) for one in own)
    return CrisisCountry(country, min(one.checked_on for one in own), lines)
