"""Diaries from elsewhere: another journal, or a diary that was written as JSON."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import BackupError, DiaryFileError
from prt_desktop.storage.other_journal import OtherJournal
from prt_desktop.storage.written_diary import WrittenDiary

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

LARGEST_BYTES = 40_000_000
"""Ten years with three entries a day are 8 MB; of 20 MB, 270 MB of memory were measured."""
_ARRAY = re.compile(rb"(\xef\xbb\xbf)?\s*\[\s*[\]{]")


def is_written_diary(begins: bytes) -> bool:
    """Say by a file's first bytes whether it can be a diary written as JSON: an array of objects.

    A table may begin with a bracket too.
    """
    return _ARRAY.match(begins) is not None


def open_other_diary(file: Path, now: Callable[[], datetime]) -> OtherJournal | WrittenDiary:
    """Open a diary's file by what it is; raises BackupError for one that is none."""
    try:
        with file.open("rb") as opened:
            begins = opened.read(64)
            content = opened.read(LARGEST_BYTES + 1) if is_written_diary(begins) else b""
    except OSError as error:
        raise BackupError(
            f"{file.name} could not be opened ({error.strerror or 'no reason given'}). Nothing was "
            "changed. See whether it is still there, then choose it again."
        ) from error
    if not is_written_diary(begins):
        return OtherJournal(file, now)
    if len(content) > LARGEST_BYTES:
        raise BackupError(
            f"{file.name} is larger than any diary of ten years. Nothing was changed. Choose "
            "another file."
        )
    from prt_desktop.export.json_diary import diary_from_json  # noqa: PLC0415 - where there is one

    try:
        return WrittenDiary(diary_from_json((begins + content).removeprefix(BOM_UTF8)), now())
    except DiaryFileError as error:
        raise BackupError(str(error)) from error
