"""A diary that was written to a file for other programs, asked as a `Backup` is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.diary import own_sentences
from prt_desktop.domain.errors import BackupError, ContentError, JournalUnreadableError
from prt_desktop.storage.backup import preview_of
from prt_desktop.storage.contents import contents_of
from prt_desktop.storage.merging import ANSWERS
from prt_desktop.storage.whole import tables_of

if TYPE_CHECKING:
    from datetime import datetime

    from prt_desktop.domain.whole_diary import WholeDiary
    from prt_desktop.storage.backup import Preview
    from prt_desktop.storage.migrations import Tables
    from prt_desktop.storage.seal import Seal

_CHANGED = (
    "This file is no whole diary of PRT Desktop, or it was changed. Nothing was changed here. "
    "Choose another file."
)


class WrittenDiary:
    """What such a file holds; it lies in no vault, and has neither a bin nor any sound.

    Answers to safety questions and clinicians' checks are not taken from it, since anybody can
    write such a file: they are asked for here, so that red flags come first (safety.md 4.5).
    Raises BackupError for a diary that no journal can hold.
    """

    is_locked = False

    def __init__(self, diary: WholeDiary, now: datetime) -> None:
        tables = tables_of(diary)
        if len(tables["entries"]) < len(diary.entries):  # two have one id
            raise BackupError(_CHANGED)
        try:
            own_sentences(diary.own_sentences)
            contents_of(tables, now)
        except (ValueError, JournalUnreadableError) as error:
            raise BackupError(_CHANGED) from error
        self.answers_left = sum(len(tables[name]) for name in ANSWERS)
        self._tables = {**tables, **{name: {} for name in ANSWERS}}
        self._now = now

    def unlock(self, passphrase: str) -> None:
        """Do nothing: it is open."""

    def unlock_with(self, seal: Seal) -> None:
        """Do nothing: it is open."""

    def preview(self) -> Preview:
        """Give counts and dates."""
        return preview_of(self._tables, 0, self._now)

    def tables(self, _now: datetime) -> Tables:
        """Give its tables."""
        return self._tables

    def memo(self, sound_id: str) -> bytes:
        """Raise ContentError: sounds do not come along in such a file."""
        raise ContentError(f"The file has no sound {sound_id}.")

    def recordings(self) -> tuple[str, ...]:
        """Give nothing, for the same reason."""
        return ()

    def recorded(self, name: str) -> bytes:
        """Raise ContentError, for the same reason."""
        raise ContentError(f"The file has no recording {name}.")
