"""What a lesson may claim, and how: numbers from their cards alone, and nothing promised.

The rules are those of the evidence sheet ("Claim rules", 1 to 4 and 8).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prt_desktop.content.faults import Fault
from prt_desktop.content.tables import line_of
from prt_desktop.domain.lesson import CITATION, FIGURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from prt_desktop.domain.lesson import Lesson, Page

# Up to twelve a number may be a count of everyday things; beyond, and as a digit, it is a figure.
_NUMBER = re.compile(
    r"\d|%|\bper ?cent\b|\b(thir|four|fif|six|seven|eigh|nine)teen\b"
    r"|\b(twen|thir|for|fif|six|seven|eigh|nine)ty\b|\b(hundred|thousand|million)s?\b",
    re.IGNORECASE,
)
FORBIDDEN = (
    r"\bcures?\b",
    r"\bheals? your pain\b",
    r"\bswitch(es|ed)? (it |the pain |your pain |pain )?off\b",
    r"\btreats? (your |the )?pain\b",
    r"\brewir(e|es|ed|ing)\b",
    r"\byour pain is neuroplastic\b",
    r"\ball in your head\b",
    r"\bnothing is wrong with you\b",
    r"\bharmless\b",
    r"\bstop (taking|using) (your|a|the) (medicines?|tablets?|pills?|crutches|brace)\b",
    r"\bguarantee[sd]?\b",
    r"!(?!\[)",
)
_FORBIDDEN = re.compile("|".join(FORBIDDEN), re.IGNORECASE)
# A sentence that denies may name what it denies.
_DENIAL = re.compile(r"\b(not|never|no|nobody|cannot|none)\b", re.IGNORECASE)
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


def claim_faults(path: Path, text: str, lesson: Lesson, pages: Sequence[Page]) -> list[Fault]:
    """Check the sentences of one lesson; `pages` still name their figures instead of numbers."""
    faults = [
        Fault(path, line, message) for page in pages for line, message in _page_claims(text, page)
    ]
    for words in _beside_the_pages(lesson):
        line = line_of(text, words.partition("\n")[0][:40])
        if _NUMBER.search(words):
            message = "a number stands here without its page: say it without one"
            faults.append(Fault(path, line, message))
        faults += [Fault(path, line, message) for message in _phrases(words)]
    return faults


def _page_claims(text: str, page: Page) -> Iterator[tuple[int, str]]:
    prose = CITATION.sub("", _PICTURE.sub("", page.markdown))
    number = _NUMBER.search(FIGURE.sub("", prose))
    if number is not None:
        near = FIGURE.sub("", prose)[max(0, number.start() - 12) : number.end() + 12]
        words = " ".join(near.split())
        line = line_of(text, number[0], page.line + 1)
        yield line, f"the number in {words!r} is not from a card: write {{key.name}}"
    for key, name in FIGURE.findall(page.markdown):
        if key not in page.citations:
            line = line_of(text, f"{{{key}.{name}}}", page.line)
            yield line, f"{key}.{name} stands on a page that does not cite [@{key}]"
    for message in _phrases(prose):
        yield page.line, message


def _phrases(words: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(words):
        found = _FORBIDDEN.search(sentence)
        if found is not None and not _DENIAL.search(sentence):
            yield f"{found[0]!r} is never said of pain or of what may help it"


def _beside_the_pages(lesson: Lesson) -> Iterator[str]:
    yield lesson.title
    yield from lesson.objectives
    yield lesson.try_this
    yield lesson.short
    for question in lesson.questions:
        yield question.ask
        for answer in question.answers:
            yield answer.text
            yield answer.said
