"""The diary out of the program and into it, as files that other programs know."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.storage.atomic import write_whole
from prt_desktop.storage.whole import whole_diary

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from prt_desktop.domain.whole_diary import WholeDiary
    from prt_desktop.storage.journal import Journal


class Form(StrEnum):
    """A form in which the diary is written; `value` is also what the command line calls it."""

    JSON = "json"
    CSV = "csv"
    FHIR = "fhir"


class DiaryFiles:
    """Writes a person's diary to files."""

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
