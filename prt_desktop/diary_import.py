"""A diary from elsewhere as the command line takes it in: CSV, a backup, a journal, or JSON."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from prt_desktop.backups import days, open_seal, sentence
from prt_desktop.diary_files import DiaryFiles
from prt_desktop.domain.csv_dates import Order
from prt_desktop.domain.csv_mapping import Field, guess, with_order_of
from prt_desktop.domain.errors import DiaryFileError, VaultLockedError
from prt_desktop.other_diaries import is_written_diary, open_other_diary
from prt_desktop.storage.backup import BACKUP_MAGIC, Backup
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.seal import SEALED_MAGIC
from prt_desktop.storage.taking_in import take_in
from prt_desktop.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from prt_desktop.backups import Ask
    from prt_desktop.domain.csv_mapping import Mapping
    from prt_desktop.domain.csv_reading import Reading
    from prt_desktop.domain.csv_sheet import Sheet
    from prt_desktop.domain.diary import Entry
    from prt_desktop.storage.merging import Merged
    from prt_desktop.storage.taking_in import Source

_ORDERS = {"day-first": Order.DAY_FIRST, "month-first": Order.MONTH_FIRST}
_MOST_REMARKS = 20
_DONE, _WOULD = "Added", "Would be added"


@dataclass(frozen=True, slots=True)
class Wish:
    """How a file is to be taken in; `is_dry` tells what would come of it and changes nothing.

    `columns` says of a table's columns, by name or by number from 1, what they are, and `dates`
    which of two numbers in a date is the day: "day-first", "month-first", or None to find out.
    """

    columns: tuple[tuple[str, Field], ...] = ()
    dates: str | None = None
    is_dry: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What came of it, in lines, and what is to be said of single rows of a table."""

    answer: tuple[str, ...]
    remarks: tuple[str, ...] = ()


class DiaryImport:
    """Takes files into the diary of one folder; `ask` gives the passphrase of a vault."""

    def __init__(self, data: Path, now: Callable[[], datetime], ask: Ask) -> None:
        self._data = data
        self._now = now
        self._ask = ask

    def take(self, file: Path, wish: Wish) -> Told:
        """Take in what is not in the diary yet; raises DiaryFileError and StorageError."""
        begins = _first_bytes(file)
        journal = Journal(self._data, self._now, open_seal(self._data, self._ask))
        if file.resolve() == journal.path.resolve():
            raise DiaryFileError(
                "This file is the diary itself, so there is nothing to take in. Nothing was "
                "changed. Choose another file."
            )
        if begins.startswith(BACKUP_MAGIC):
            return self._merge(journal, Backup(file), wish)
        is_journal = begins.startswith(SEALED_MAGIC) or begins.lstrip().startswith(b"{")
        if is_journal or is_written_diary(begins):
            return self._merge(journal, open_other_diary(file, self._now), wish)
        return self._read(DiaryFiles(journal, VERSION, self._now), file, wish)

    def _merge(self, journal: Journal, source: Source, wish: Wish) -> Told:
        if source.is_locked:
            with contextlib.suppress(VaultLockedError):
                source.unlock_with(journal.newest_seal())
        if source.is_locked:
            source.unlock(self._ask("Passphrase or recovery key of that diary: "))
        holds = f"It holds {sentence(source.preview())}"
        if wish.is_dry:
            tables = source.tables(self._now())
            counts = replace(journal.merge(tables, dry=True), answers_left=source.answers_left)
            return Told((holds, _merged(counts, _WOULD)))
        return Told((holds, _merged(take_in(journal, source, self._now()), _DONE)))

    def _read(self, files: DiaryFiles, file: Path, wish: Wish) -> Told:
        sheet = files.open_table(file)
        mapping = _mapping(sheet, wish)
        columns = []
        if not files.is_own(sheet):
            _refuse_without_dates(sheet, mapping)
            columns = [
                f"{name}: {field.value.replace('_', ' ')}"
                for name, field in zip(sheet.header, mapping.fields, strict=True)
            ]
        reading = files.read_table(sheet, mapping)
        if not wish.is_dry and reading.entries:
            files.take_in(reading.entries)
        line = _counted(reading, _WOULD if wish.is_dry else _DONE)
        return Told((*(columns if wish.is_dry else ()), line), tuple(_remarks(reading)))


def _first_bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(64)
    except OSError as error:
        raise DiaryFileError(
            f"{file.name} could not be opened ({error.strerror or 'no reason given'}). Nothing was "
            "taken from it. See whether it is still there, then choose it again."
        ) from error


def _mapping(sheet: Sheet, wish: Wish) -> Mapping:
    """Guess what was not said."""
    mapping = guess(sheet)
    for column, field in wish.columns:
        mapping = mapping.with_field(_place_of(column, sheet.header), field)
    mapping = with_order_of(mapping, sheet)
    return mapping.with_order(_ORDERS[wish.dates]) if wish.dates else mapping


def _place_of(column: str, header: Sequence[str]) -> int:
    names = [name.strip().casefold() for name in header]
    if column.casefold() in names:
        return names.index(column.casefold())
    if column.isdecimal() and 1 <= int(column) <= len(header):
        return int(column) - 1
    raise DiaryFileError(
        f"There is no column “{column}”. Nothing was taken in. The columns are: "
        f"{', '.join(header)}."
    )


def _refuse_without_dates(sheet: Sheet, mapping: Mapping) -> None:
    if not mapping.has_date:
        raise DiaryFileError(
            "No column was found that tells the days. Nothing was taken in. Name one of these "
            f"with --mapping COLUMN=date: {', '.join(sheet.header)}."
        )
    if mapping.order_is_open:
        raise DiaryFileError(
            "The dates can be read with the day or with the month first. Nothing was taken in. "
            f"Say which with --dates {' or '.join(_ORDERS)}."
        )


def _counted(reading: Reading, verb: str) -> str:
    days = _days(reading.entries)
    line = f"{verb}: {_entries(len(reading.entries))}{days}."
    if reading.double:
        line += f" In the diary already: {reading.double}."
    if reading.unread:
        line += f" Rows that cannot be read: {len(reading.unread)}."
    return line


def _days(entries: Sequence[Entry]) -> str:
    told: list[date] = sorted(entry.created_at.date() for entry in entries)
    return f" {days(told[0], told[-1])}" if told else ""


def _merged(counts: Merged, verb: str) -> str:
    line = f"{verb}: {_entries(counts.added)}."
    if counts.differed:
        line += (
            f" Changed in both: {counts.differed}. The later version stays, the other one lies in "
            "the bin."
        )
    if counts.answers_left:
        line += " Safety answers and checks stay out: they are asked for here."
    if counts.recordings:
        line += f" Recordings of your own that came along: {counts.recordings}."
    return line


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def _remarks(reading: Reading) -> Iterator[str]:
    for remark in reading.remarks[:_MOST_REMARKS]:
        yield f"Row {remark.row}: {remark.reason}"
    more = len(reading.remarks) - _MOST_REMARKS
    if more > 0:
        yield f"And {more} more."
