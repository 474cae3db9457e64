"""The crisis card as a page to take along: numbers, the days they were seen, and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.long_day import long_day
from prt_desktop.export.page import Paragraph, Section, section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.crisis import CrisisCountry, CrisisLine

TITLE = "Crisis help"
DANGER = "If you are in danger, or might harm yourself, ring the emergency number."
# Wording after safety.md 4.6, as on the card in the window.
WORDS = (
    section(
        "What helps now",
        "Ring a helpline. You can say as much or as little as you like.",
        "Tell a person you trust, and ask them to stay with you.",
        "Move away from anything you could harm yourself with.",
        "Stay with someone, or go where other people are.",
    ),
    section(
        "If your country is not here, or a number does not answer",
        "The lock screen of a mobile phone has a button for emergency calls. A neighbour, a "
        "pharmacy, a hospital or a police station can tell you the number, or ring it for you.",
    ),
)


def crisis_page(countries: Sequence[CrisisCountry]) -> tuple[Section, ...]:
    """Give the numbers of these countries, each with its dates, and what holds without them."""
    return (section("", DANGER), *(_country(one) for one in countries), *WORDS)


def _country(country: CrisisCountry) -> Section:
    checked = Paragraph(
        f"These numbers were last checked on {long_day(country.checked_on)}. "
        "A year after that they may have changed."
    )
    return Section(country.country, (*(_line(one) for one in country.lines), checked))


def _line(line: CrisisLine) -> Paragraph:
    if line.is_own:
        seen = f"Written down by yourself, last looked at on {long_day(line.seen_on)}"
    else:
        seen = f"Seen on {long_day(line.seen_on)} at {line.page}"
    if line.page_dated is not None:
        seen += f", a page of {long_day(line.page_dated)}"
    rings = not line.what.startswith("Text ")  # nobody answers a call to a number for messages
    return Paragraph(f"{line.name}. {line.what} {seen}", line.number, rings)
