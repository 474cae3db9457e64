"""Text as it is written and as it is spoken: sentences, pages, and the hash that names a text."""

from __future__ import annotations

import hashlib
import re

_SENTENCE_END = re.compile(r"(?<=[.!?…])([\"\u201d\u2019)]*)\s+")
_ABBREVIATION = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|e\.g|i\.e|etc|approx|No)\.$")
_MARKUP = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"\s*\[(?:-?@[^\]]+)\]"), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\*\*|__|`)(.+?)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?!\s)(.+?)(?<!\s)\1(?!\w)"), r"\2"),
)
_LINE_MARK = re.compile(r"^\s*(?:>\s*|[-*+]\s+|\d+[.)]\s+|#{1,6}\s+)+")


def straight_quotes(text: str) -> str:
    """Write typographic apostrophes and single quotes as the plain one."""
    return text.replace("\N{LEFT SINGLE QUOTATION MARK}", "'").replace(
        "\N{RIGHT SINGLE QUOTATION MARK}", "'"
    )


def collapsed(text: str) -> str:
    """Write every run of white space as one space and strip the ends."""
    return " ".join(text.split())


def text_sha256(text: str) -> str:
    """Name a text by its content; the app's manifest check computes the same."""
    return hashlib.sha256(collapsed(text).encode()).hexdigest()


def sentences(text: str) -> tuple[str, ...]:
    """Split prose where a voice would stop; abbreviations do not end a sentence."""
    found: list[str] = []
    start = 0
    line = collapsed(text)
    for match in _SENTENCE_END.finditer(line):
        if _ABBREVIATION.search(line[start : match.start()]):
            continue
        found.append(line[start : match.end()].strip())
        start = match.end()
    found.append(line[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def spoken_page(heading: str, markdown: str) -> str:
    """Turn a lesson's page into what is read aloud: its heading and its prose.

    Citations, pictures, tables and comments are for the eye; a list item is a sentence.
    """
    for pattern, replacement in _MARKUP:
        markdown = pattern.sub(replacement, markdown)
    blocks: list[str] = [heading]
    open_block = False
    for raw in markdown.splitlines():
        marked = _LINE_MARK.match(raw)
        line = _LINE_MARK.sub("", raw).strip()
        if not line or line.startswith("|") or set(line) <= {"-", ":", "="}:
            open_block = False
            continue
        if open_block and not marked:
            blocks[-1] += f" {line}"
        else:
            blocks.append(line)
        open_block = True
    return " ".join(block if block[-1] in ".!?…:" else f"{block}." for block in blocks)
