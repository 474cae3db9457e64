"""The diary out of the program and into it, as files that other programs know."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import DiaryFileError
from prt_desktop.storage.atomic import write_whole
from prt_desktop.storage.whole import whole_diary

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from prt_desktop.domain.csv_mapping import Mapping
    from prt_desktop.domain.csv_reading import Reading
    from prt_desktop.domain.csv_sheet import Sheet
    from prt_desktop.domain.diary import Entry
    from prt_desktop.domain.whole_diary import WholeDiary
    from prt_desktop.storage.journal import Journal


class Form(StrEnum):
    """A form in which the diary is written; `value` is also what the command line calls it."""

    JSON = "json"
    CSV = "csv"
    FHIR = "fhir"


class DiaryFiles:
    """Writes a person's diary to files, and takes entries in from tables."""

    def __init__(self, journal: Journal, version: str, now: Callable[[], datetime]) -> None:
        self._journal = journal
        self._version = version
        self._now = now

    def whole(self) -> WholeDiary:
        """Give all that the journal keeps."""
        return whole_diary(self._journal)

    def export(
        self, form: Form, out: Path, first: date | None = None, last: date | None = None
    ) -> None:
        """Write what was kept from `first` to `last`, both included; raises StorageError."""
        self.write(self.whole().within(first, last), form, out)

    def write(self, diary: WholeDiary, form: Form, out: Path) -> None:
        """Write this much of the diary, whole or not at all; raises StorageError."""
        write_whole(out, self.content(diary, form))

    def content(self, diary: WholeDiary, form: Form) -> bytes:
        """Give this much of the diary as the bytes of a file."""
        if form is Form.JSON:
            from prt_desktop.export.json_diary import diary_json  # noqa: PLC0415 - msgspec

            return diary_json(diary)
        if form is Form.CSV:
            from prt_desktop.export.csv_entries import entries_csv  # noqa: PLC0415

            return entries_csv(diary.entries)
        from prt_desktop.export.fhir import Origin, diary_fhir, oldest_id  # noqa: PLC0415

        origin = Origin(self._version, self._now())
        return diary_fhir(diary, origin, oldest_id(self.whole()))

    def open_table(self, path: Path) -> Sheet:
        """Read a CSV file from anywhere; raises DiaryFileError with a sentence."""
        from prt_desktop.domain.csv_sheet import LARGEST_BYTES, sheet_of  # noqa: PLC0415

        try:
            with path.open("rb") as file:
                content = file.read(LARGEST_BYTES + 1)
        except OSError as error:
            raise DiaryFileError(
                f"{path.name} could not be opened ({error.strerror or 'no reason given'}). Nothing "
                "was taken from it. See whether it is still there, then choose it again."
            ) from error
        return sheet_of(content)

    def is_own(self, sheet: Sheet) -> bool:
        """Say whether the program wrote a sheet itself."""
        from prt_desktop.export.csv_import import is_own  # noqa: PLC0415

        return is_own(sheet)

    def read_table(self, sheet: Sheet, mapping: Mapping) -> Reading:
        """Read a sheet as entries that are not in the diary yet.

        The program's own CSV comes back as the same entries, whatever the mapping says.
        """
        from prt_desktop.domain.csv_mapping import read_with  # noqa: PLC0415
        from prt_desktop.export.csv_import import own_entries  # noqa: PLC0415

        if self.is_own(sheet):
            reading = own_entries(sheet)
        else:
            reading = read_with(mapping, sheet, _zoned, self._now())
        return reading.without_double(self._journal.entries())

    def take_in(self, entries: tuple[Entry, ...]) -> None:
        """Keep entries in one save; raises StorageError."""
        self._journal.add_all(entries)

    def take_back(self, entries: tuple[Entry, ...]) -> None:
        """Move entries that were taken in to the bin, in one save; raises StorageError."""
        self._journal.remove_all([entry.id for entry in entries])


def _zoned(naive: datetime) -> datetime:
    return naive.astimezone()
