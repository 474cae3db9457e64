"""Words as they are compared: what a recogniser wrote against what was to be spoken."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from narration.quotes import straight_quotes

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = (
    *("zero", "ten", "twenty", "thirty", "forty", "fifty"),
    *("sixty", "seventy", "eighty", "ninety"),
)
_ORDINALS = {
    "1st": "first",
    "2nd": "second",
    "3rd": "third",
    "4th": "fourth",
    "5th": "fifth",
}

_ENDINGS = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\b(?:can't|cannot)\b"), "can not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"\blet's\b"), "let us"),
    (re.compile(r"\b(it|that|there|here|what|where|who|he|she)'s\b"), r"\1 is"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"\bi'm\b"), "i am"),
    (re.compile(r"'"), ""),
)

_ALIKE = (
    "to too two",
    "there their",
    "your youre",
    "for four fore",
    "by buy bye",
    "no know",
    "hear here",
    "right write",
    "whole hole",
    "way weigh",
    "week weak",
    "sea see",
    "wait weight",
    "passed past",
    "one won",
    "son sun",
    "ease es",
    "mind mined",
    "feet feat",
    "piece peace",
    "heel heal",
    "nose knows",
    "meet meat",
    "role roll",
    "waste waist",
    "pore pour poor",
    "okay ok",
    "color colour",
    "behavior behaviour",
    "neighbor neighbour",
    "gray grey",
    "favorite favourite",
    "savor savour",
    "savoring savouring",
    "center centre",
    "labor labour",
    "recognize recognise",
    "recognized recognised",
    "realize realise",
    "randomized randomised",
    "practice practise",
    "practicing practising",
    "judgment judgement",
    "snorkeling snorkelling",
    "traveling travelling",
    "toward towards",
    "afterward afterwards",
    "alright allright",
    "program programme",
    "catastrophizing catastrophising",
)
"""Words that sound the same, or are one word in two spellings: the first stands for all."""

_CANONICAL = {word: group.split()[0] for group in _ALIKE for word in group.split()}


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A stretch where what was heard is not what was to be spoken."""

    wanted: tuple[str, ...]
    heard: tuple[str, ...]
    errors: int

    def __str__(self) -> str:
        """Show both sides, for the person who mends it."""
        return f"[{' '.join(self.wanted) or '-'} | {' '.join(self.heard) or '-'}]"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many words there were, and where they differ."""

    words: int
    mismatches: tuple[Mismatch, ...]

    @property
    def errors(self) -> int:
        """Words missing, added or put for another."""
        return sum(mismatch.errors for mismatch in self.mismatches)


def number_words(number: int) -> str:
    """Say a whole number below a million in words."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        rest = f" {_ONES[number % 10]}" if number % 10 else ""
        return _TENS[number // 10] + rest
    size, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    rest = f" {number_words(number % size)}" if number % size else ""
    return f"{number_words(number // size)} {name}{rest}"


def compared_words(text: str) -> list[str]:
    """Split a text into words with numerals, contractions, spellings and homophones made alike."""
    line = straight_quotes(unicodedata.normalize("NFKC", text).lower())
    line = re.sub(r"\b\d(?:st|nd|rd|th)\b", lambda m: _ORDINALS.get(m[0], m[0]), line)
    line = re.sub(r"(?<=\d),(?=\d{3})", "", line).replace("%", " percent ").replace("&", " and ")
    line = re.sub(r"\b(hundred|thousand) and\b", r"\1", line)
    line = re.sub(r"\d{1,6}", lambda match: f" {number_words(int(match[0]))} ", line)
    for pattern, replacement in _ENDINGS:
        line = pattern.sub(replacement, line)
    return [_CANONICAL.get(word, word) for word in re.findall(r"[^\W_]+", line)]


def compare(wanted: str, heard: str) -> Comparison:
    """Align two texts word by word; words merely run together or apart are no error."""
    left, right = compared_words(wanted), compared_words(heard)
    mismatches: list[Mismatch] = []
    at_left = at_right = 0
    for next_left, next_right in [*_matches(left, right), (len(left), len(right))]:
        gone, come = left[at_left:next_left], right[at_right:next_right]
        if "".join(gone) != "".join(come):
            errors = max(len(gone), len(come))
            mismatches.append(Mismatch(tuple(gone), tuple(come), errors))
        at_left, at_right = next_left + 1, next_right + 1
    return Comparison(len(left), tuple(mismatches))


def _matches(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    """Pairs of equal words on the path of fewest edits."""
    costs = [list(range(len(right) + 1))]
    for row, word in enumerate(left, 1):
        above = costs[-1]
        line = [row]
        for column, other in enumerate(right, 1):
            swapped = above[column - 1] + (word != other)
            line.append(min(swapped, above[column] + 1, line[-1] + 1))
        costs.append(line)
    pairs: list[tuple[int, int]] = []
    row, column = len(left), len(right)
    while row and column:
        equal = left[row - 1] == right[column - 1]
        if costs[row][column] == costs[row - 1][column - 1] + (not equal):
            row, column = row - 1, column - 1
            if equal:
                pairs.append((row, column))
        elif costs[row][column] == costs[row - 1][column] + 1:
            row -= 1
        else:
            column -= 1
    return pairs[::-1]
