"""TOML tables and JSON objects turned into typed shapes, every fault with its line.

A shape is a frozen dataclass that says what a table must hold. Each field is read on its own,
so that one table reports all that is wrong with it at once.
"""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

import msgspec
import tomli

from prt_desktop.content.faults import Fault, FaultyAssetError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Shape = TypeVar("Shape")
Row = TypeVar("Row")
_AT_LINE = re.compile(r"\(at line (\d+)")
_WHERE = re.compile(r" - at `\$(.*)`$")

LARGEST_TEXT = 500_000
"""In bytes; the largest of our own has 35,000."""

_NO_TEXT = "this file cannot be read as text"


class Source:
    """One TOML text, and the lines on which its tables and keys stand.

    `first_line` is the line of the file on which the text begins, for front matter.
    """

    def __init__(self, path: Path, text: str, first_line: int = 1) -> None:
        self.path = path
        self._first_line = first_line
        self._lines = text.split("\n")
        try:
            self.tables: dict[str, Any] = tomli.loads(text)
        except (ValueError, RecursionError) as error:  # a number or a nesting beyond all bounds
            at = _AT_LINE.search(str(error))
            line = int(at[1]) if at else len(self._lines)
            raise FaultyAssetError([self._fault(line, f"this is not TOML: {error}")]) from error

    def line_of(self, table: str = "", index: int = 0, key: str = "") -> int:
        """Find the line of the index-th `[[table]]`, or of `key` in it; the table's line else."""
        start = self._table_line(table, index)
        if key:
            wanted = re.compile(rf"\s*{re.escape(key)}\s*=")
            for number in range(start, len(self._lines)):
                line = self._lines[number]
                if number > start and line.lstrip().startswith("["):
                    break
                if wanted.match(line):
                    return number + self._first_line
        return start + self._first_line

    def fault(self, message: str, table: str = "", index: int = 0, key: str = "") -> Fault:
        """Make a fault at a table or key of this text."""
        return Fault(self.path, self.line_of(table, index, key), message)

    def _fault(self, line: int, message: str) -> Fault:
        return Fault(self.path, line + self._first_line - 1, message)

    def _table_line(self, table: str, index: int) -> int:
        headings = [
            number
            for number, line in enumerate(self._lines)
            if table and re.match(rf"\s*\[\[?\s*{re.escape(table)}\s*\]\]?\s*(#.*)?$", line)
        ]
        return headings[index] if index < len(headings) else 0


def read_text(path: Path) -> str:
    """Read an asset as UTF-8; raises FaultyAssetError when it is missing, too large or no text.

    Lessons and the like are short; a file of megabytes would hold up whoever opens the course.
    """
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST_TEXT else b""
    except FileNotFoundError as error:
        raise FaultyAssetError([Fault(path, 1, "this file is missing")]) from error
    except OSError as error:
        raise FaultyAssetError([Fault(path, 1, _NO_TEXT)]) from error
    if size > LARGEST_TEXT:
        large = f"this file has {size} bytes, a text at most {LARGEST_TEXT}"
        raise FaultyAssetError([Fault(path, 1, large)])
    try:
        return content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FaultyAssetError([Fault(path, line, _NO_TEXT)]) from error


def line_of(text: str, fragment: str, first_line: int = 1) -> int:
    """Find the first line from `first_line` on that holds a fragment; `first_line` else."""
    lines = text.split("\n")
    for number in range(first_line - 1, len(lines)):
        if fragment in lines[number]:
            return number + 1
    return first_line


def read_source(path: Path) -> Source:
    """Read a TOML asset; raises FaultyAssetError."""
    return Source(path, read_text(path))


def shaped(
    source: Source, found: Mapping[str, Any], shape: type[Shape], table: str = "", index: int = 0
) -> tuple[Shape | None, list[Fault]]:
    """Read one table into its shape, or give all that is wrong with it."""
    kept_by: Any = shape  # mypy does not see that a class can be hashed
    hints = _hints(kept_by)
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    required = _required(kept_by)
    for key, kind in hints.items():
        if key not in found:
            if key in required:
                faults.append(source.fault(f"`{key}` is missing", table, index))
            continue
        try:
            values[key] = msgspec.convert(found[key], kind)
        except msgspec.ValidationError as error:
            faults.append(source.fault(f"`{key}`: {_plain(error)}", table, index, key))
    faults += [
        source.fault(f"`{key}` is not known here; expected: {', '.join(hints)}", table, index, key)
        for key in found
        if key not in hints
    ]
    return (None, faults) if faults else (shape(**values), faults)


def shaped_all(
    source: Source, found: object, shape: type[Shape], table: str, first: int = 0
) -> tuple[dict[int, Shape], list[Fault]]:
    """Read an array of tables into shapes by their indexes, which count from `first`.

    Tables that do not fit are left out and told; so is anything that is no array of tables.
    """
    expected = f"`[[{table}]]` tables are expected here"
    if not isinstance(found, list):
        return {}, [source.fault(expected, key=table)]
    values: dict[int, Shape] = {}
    faults: list[Fault] = []
    for index, one in enumerate(found, start=first):
        if not isinstance(one, dict):
            faults.append(source.fault(expected, key=table))
            continue
        value, wrong = shaped(source, one, shape, table, index)
        faults += wrong
        if value is not None:
            values[index] = value
    return values, faults


def headed(
    source: Source, shape: type[Shape], row_shape: type[Row], table: str, beside: str = ""
) -> tuple[Shape | None, dict[int, Row], list[Fault]]:
    """Read the keys that stand before an array of tables, and the array, with all faults.

    `beside` names another array of tables, which is left to be read on its own.
    """
    head = {key: value for key, value in source.tables.items() if key not in (table, beside)}
    value, faults = shaped(source, head, shape)
    rows, wrong = shaped_all(source, source.tables.get(table, []), row_shape, table)
    return value, rows, faults + wrong


def used_twice(source: Source, ids: Mapping[int, str], table: str) -> list[Fault]:
    """Find the ids that stood in an earlier table of the array already."""
    earlier: set[str] = set()
    faults: list[Fault] = []
    for index, one in ids.items():
        if one in earlier:
            faults.append(source.fault(f"the id {one} is used twice", table, index, "id"))
        earlier.add(one)
    return faults


def rows_before(tables: object, index: int, key: str) -> int:
    """Count the inner tables of the outer ones before `index`; what is none counts for none."""
    outer = tables[:index] if isinstance(tables, list) else []
    inner = [one.get(key) for one in outer if isinstance(one, dict)]
    return sum(len(rows) for rows in inner if isinstance(rows, list))


@cache
def _hints(shape: type[Any]) -> dict[str, Any]:
    return get_type_hints(shape)


@cache
def _required(shape: type[Any]) -> frozenset[str]:
    return frozenset(
        one.name
        for one in dataclasses.fields(shape)
        if one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING
    )


def _plain(error: msgspec.ValidationError) -> str:
    return _WHERE.sub(r" at \1", str(error)).lower()
