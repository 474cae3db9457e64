"""Diaries from elsewhere: another journal, or a diary that was written as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.errors import BackupError, DiaryFileError
from prt_desktop.storage.other_journal import OtherJournal
from prt_desktop.storage.written_diary import WrittenDiary

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

LARGEST_BYTES = 200_000_000
"""Ten years with an entry of a page every day are 30 MB."""


def is_written_diary(begins: bytes) -> bool:
    """Say by a file's first bytes whether it can be a diary written as JSON."""
    return begins.lstrip().startswith(b"[")


def open_other_diary(file: Path, now: Callable[[], datetime]) -> OtherJournal | WrittenDiary:
    """Open a diary's file by what it is; raises BackupError for one that is none."""
    try:
        with file.open("rb") as opened:
            begins = opened.read(64)
            content = opened.read(LARGEST_BYTES) if is_written_diary(begins) else b""
    except OSError as error:
        raise BackupError(
            f"{file.name} could not be opened ({error.strerror or 'no reason given'}). Nothing was "
            "changed. See whether it is still there, then choose it again."
        ) from error
    if not is_written_diary(begins):
        return OtherJournal(file, now)
    from prt_desktop.export.json_diary import diary_from_json  # noqa: PLC0415 - where there is one

    try:
        return WrittenDiary(diary_from_json(begins + content), now())
    except DiaryFileError as error:
        raise BackupError(str(error)) from error
