"""A CSV file from anywhere as rows of text, with what was found out about how it is written."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import DiaryFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_BYTES = 16 * 1024 * 1024
MOST_ROWS = 20_000
MOST_LINES = 1_000_000
MOST_COLUMNS = 200
DELIMITERS = (";", ",", "\t")
_LOOKED_AT = 64 * 1024
_ROWS_LOOKED_AT = 30
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, ""),
    (codecs.BOM_UTF32_BE, ""),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNPRINTED = frozenset(map(chr, range(32))) - set("\t\n\r\x0b\x0c")
_MOST_UNPRINTED = 0.02


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first row as names of columns, the rows below it, and how it was written.

    `rows` are as wide as the header; `numbers` are the rows' places in the file, the header
    being 1.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    delimiter: str
    encoding: str


def sheet_of(content: bytes) -> Sheet:
    """Read a CSV file; raises DiaryFileError with a sentence for what is none."""
    if len(content) > LARGEST_BYTES:
        raise _refused(f"is larger than {LARGEST_BYTES // 1024**2} MB, which no diary is")
    text, encoding = _decoded(content)
    if not text.strip():
        raise _refused("is empty")
    delimiter = _delimiter(text[:_LOOKED_AT])
    try:
        rows = _rows(text, delimiter)
    except csv.Error as error:
        raise _refused("is not written as CSV") from error
    (_, header), *below = rows
    if not below:
        raise _refused("has no rows below its first one")
    width = max(len(row) for _, row in rows)
    return Sheet(
        _names(header, width),
        tuple((*row, *[""] * (width - len(row))) for _, row in below),
        tuple(number for number, _ in below),
        delimiter,
        encoding,
    )


def _refused(what: str) -> DiaryFileError:
    return DiaryFileError(
        f"This file {what}, so nothing was taken from it. Your diary is as it was. Choose a "
        "CSV file, as spreadsheets and other diaries save them."
    )


def _decoded(content: bytes) -> tuple[str, str]:
    encoding = _encoding(content)
    try:
        text = content.decode(encoding) if encoding else ""
    except UnicodeDecodeError:
        encoding = "cp1252" if encoding == "utf-8" else ""
        text = content.decode("cp1252", errors="replace") if encoding else ""
    unprinted = sum(text.count(sign) for sign in _UNPRINTED)
    if not encoding or unprinted > max(len(text) * _MOST_UNPRINTED, 8):
        raise _refused("is not text")
    return text, encoding


def _encoding(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    start = content[:400]
    if len(start) >= 4 and start[1::2].count(0) > len(start) * 0.4:
        return "utf-16-le"
    if len(start) >= 4 and start[0::2].count(0) > len(start) * 0.4:
        return "utf-16-be"
    return "utf-8"


def _delimiter(start: str) -> str:
    """Choose the sign that parts the first rows into most columns, in rows of equal width."""

    def fits(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for _, row in _first_rows(start, delimiter)]
        common = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        return (widths.count(common) * (common > 1), common)

    return max(DELIMITERS, key=fits)


def _first_rows(start: str, delimiter: str) -> list[tuple[int, list[str]]]:
    found = []
    try:
        for one in _read(start, delimiter):
            found.append(one)
            if len(found) == _ROWS_LOOKED_AT:
                break
    except csv.Error:
        return found
    return found


def _rows(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    rows = []
    for number, row in _read(text, delimiter):
        if len(row) > MOST_COLUMNS:
            raise _refused(f"has more than {MOST_COLUMNS} columns in row {number}")
        rows.append((number, row))
        if len(rows) > MOST_ROWS + 1:
            raise _refused(f"has more than {MOST_ROWS:,} rows")
    return rows


def _read(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that hold anything, with their numbers; fields may be of any length."""
    before = csv.field_size_limit(LARGEST_BYTES)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for number, row in enumerate(reader, start=1):
            if number > MOST_LINES:
                raise _refused(f"has more than {MOST_LINES:,} lines")
            if any(row):
                yield number, row
    finally:
        csv.field_size_limit(before)


def _names(header: list[str], width: int) -> tuple[str, ...]:
    """Name every column, those without a name by their number."""
    names = [" ".join(name.split()) for name in header]
    names += [""] * (width - len(names))
    return tuple(name or f"Column {number}" for number, name in enumerate(names, start=1))
