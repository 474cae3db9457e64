"""Text made alike for comparing: without case and accents, with the way back to its letters."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


class _Table(dict[int, str]):
    """What each letter is folded to, found when it is first met."""

    def __missing__(self, code: int) -> str:
        """Fold one letter: its case, its accents, and the shapes of an apostrophe."""
        letter = "'" if code in _APOSTROPHES else chr(code)
        before = ""
        while before != letter:
            before = letter
            apart = unicodedata.normalize("NFKD", letter.casefold())
            letter = "".join(one for one in apart if not unicodedata.category(one).startswith("M"))
        self[code] = letter
        return letter


_APOSTROPHES = {0x2019, 0x2018, 0x02BC}
_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text and its folded form.

    `places` tells for each letter of the folded form which letter of the text it came from;
    empty where both have the same letters in the same places.
    """

    text: str
    folded: str
    places: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give where a part of the folded form stands in the text: its start and its end."""
        if not self.places:
            return start, end
        last = self.places[end] if end < len(self.places) else len(self.text)
        return self.places[start], max(last, self.places[end - 1] + 1)


def fold(text: str) -> str:
    """Give a text without case and accents."""
    return text.translate(_TABLE)


def folded(text: str) -> Folded:
    """Fold a text and keep the way back."""
    plain = fold(text)
    if text.isascii() or all(len(_TABLE[code]) == 1 for code in set(map(ord, text))):
        return Folded(text, plain)
    places = tuple(at for at, letter in enumerate(text) for _ in _TABLE[ord(letter)])
    return Folded(text, plain, places)
