"""The words of a page as a person reads them, without the marks of Markdown."""

from __future__ import annotations

import re

from prt_desktop.domain.lesson import CITATION

_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]*-{3,}[\s:|-]*$")
_BEGINNING = re.compile(r"^\s*(?:>\s*)*(?:#{1,6}\s+|[-*+]\s+|\d{1,3}[.)]\s+)?")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*\*|__|\*|`|(?<!\w)_|_(?!\w))")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPACES = re.compile(r"[^\S\n]+")
_BEFORE_STOP = re.compile(r"\s+([.,;:!?)])")
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026])[\"'\u201d\u2019)]*\s+|\n")


def prose(markdown: str) -> str:
    """Give the words of a page: one line for each paragraph, item of a list or row of a table.

    Citations, pictures, addresses and marks are left out; the words of a link stay.
    """
    return _tidy(CITATION.sub("", cited_prose(markdown)))


def cited_prose(markdown: str) -> str:
    """Give the words as `prose` does, with the citations left where they stand."""
    bare = _PICTURE.sub("", markdown)
    kept: list[str] = []
    for paragraph in re.split(r"\n\s*\n", bare):
        kept += _lines(paragraph)
    return "\n".join(line for line in map(_tidy, kept) if line)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Give where each sentence of some prose starts and ends; a line's end ends one too."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        stop = end.start() + len(end[0].rstrip())
        if stop > start:
            found.append((start, stop))
        start = end.end()
    if start < len(text):
        found.append((start, len(text)))
    return tuple(found)


def _lines(paragraph: str) -> list[str]:
    """Join what is only wrapped in the file, and keep items and rows on lines of their own."""
    lines: list[str] = []
    for raw in paragraph.split("\n"):
        if _TABLE_RULE.match(raw):
            continue
        mark = _BEGINNING.match(raw)
        words = raw[mark.end() :] if mark else raw
        row = words.strip().startswith("|")
        if row:
            words = ", ".join(cell.strip() for cell in words.strip().strip("|").split("|"))
        begins = row or bool(mark and mark[0].strip(" >"))
        words = _unmarked(words)
        if begins or not lines:
            lines.append(words)
        else:
            lines[-1] = f"{lines[-1]} {words.strip()}"
    return lines


def _unmarked(words: str) -> str:
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub("", _LINK.sub(r"\1", words)))


def _tidy(text: str) -> str:
    spaced = _SPACES.sub(" ", text)
    return "\n".join(_BEFORE_STOP.sub(r"\1", line).strip() for line in spaced.split("\n"))
