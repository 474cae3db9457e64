"""The last good copies of the journal: made at each save, thinned by age."""

from __future__ import annotations

import contextlib
import filecmp
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from prt_desktop.storage.atomic import make_private_folder, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NEWEST_KEPT = 10
DAILY_FOR = timedelta(days=14)
WEEKLY_FOR = timedelta(days=92)
AHEAD = timedelta(days=1)
"""A copy stamped later than this from now was made while the clock was wrong, or is wrong now."""
_STAMP = "%Y%m%dT%H%M%S.%fZ"


@dataclass(frozen=True, slots=True)
class Copy:
    """One good copy: its file and when the save that it precedes was made."""

    path: Path
    saved_at: datetime


class Copies:
    """The folder of good copies beside a journal.

    A copy is a second name for the old file, so it costs no writing: a save replaces the
    journal by a new file and never writes into the old one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def newest_first(self, now: datetime) -> list[Copy]:
        """List the copies there are, the newest first; those of a time to come stand last."""
        copies = []
        for path in self._folder.glob("*.json"):
            with contextlib.suppress(ValueError):  # somebody else's file
                saved_at = datetime.strptime(path.stem, _STAMP).replace(tzinfo=UTC)
                copies.append(Copy(path, saved_at))
        return sorted(copies, key=lambda one: (not _is_ahead(one, now), one.saved_at), reverse=True)

    def keep(self, path: Path, now: datetime) -> Path:
        """Keep the file at `path` as a copy and give its place; raises OSError and StorageError.

        Another copy of the same moment stays: this one is named for the next free microsecond,
        unless both are alike.
        """
        make_private_folder(self._folder)
        copy = self._new_path(now)
        while copy.exists() and not filecmp.cmp(copy, path, shallow=False):
            now += timedelta(microseconds=1)
            copy = self._new_path(now)
        keep_second_name(path, copy)
        return copy

    def thin(self, now: datetime, spared: Path | None = None) -> None:
        """Drop the copies that are no longer needed, but for the one just made.

        After the clock was put back, that one may seem older than all others.
        """
        for old in surplus(self.newest_first(now), now):
            if old.path != spared:
                with contextlib.suppress(OSError):
                    old.path.unlink()

    def keep_first(self, content: bytes, now: datetime) -> None:
        """Keep a true copy of a journal's very first save, which has no file before it."""
        make_private_folder(self._folder)
        write_whole(self._new_path(now), content)

    def set_aside(self, now: datetime) -> None:
        """Rename the folder of copies, so that a new journal begins without any."""
        if self._folder.exists():
            stamp = now.strftime("%Y%m%dT%H%M%S.%f")
            self._folder.rename(self._folder.with_name(f"copies.unreadable-{stamp}"))

    def _new_path(self, now: datetime) -> Path:
        return self._folder / f"{now.astimezone(UTC).strftime(_STAMP)}.json"


def keep_second_name(path: Path, second: Path) -> None:
    """Give a file a second name, or a true copy on a disk without such; raises OSError.

    A file that has the name already stays.
    """
    try:
        os.link(path, second)
    except FileExistsError:
        return
    except OSError:  # such as on a USB stick
        shutil.copy2(path, second)


def surplus(copies: Sequence[Copy], now: datetime) -> list[Copy]:
    """Choose what may go: keep ten newest, one a day for two weeks, one a week for three months.

    `copies` come newest first. Those of a time to come are kept by the same rule among themselves
    until there are others enough, from twelve weeks: which clock was right is not known.
    """
    timely = [copy for copy in copies if not _is_ahead(copy, now)]
    ahead = [copy for copy in copies if _is_ahead(copy, now)]
    kept = _kept(timely, now)
    if ahead and not _suffice(timely):
        kept |= _kept(ahead, ahead[0].saved_at)
    return [copy for copy in copies if copy.path not in kept]


def _kept(copies: Sequence[Copy], now: datetime) -> set[Path]:
    kept = {copy.path for copy in copies[:NEWEST_KEPT]}
    kept |= _one_each(copies, now - DAILY_FOR, "%Y-%m-%d")
    return kept | _one_each(copies, now - WEEKLY_FOR, "%G-%V")


def _suffice(copies: Sequence[Copy]) -> bool:
    enough = len(copies) >= NEWEST_KEPT
    return enough and copies[0].saved_at - copies[-1].saved_at >= WEEKLY_FOR - timedelta(days=8)


def _is_ahead(copy: Copy, now: datetime) -> bool:
    return copy.saved_at > now + AHEAD


def _one_each(copies: Iterable[Copy], since: datetime, period: str) -> set[Path]:
    newest: dict[str, Path] = {}
    for copy in copies:
        if copy.saved_at >= since:
            newest.setdefault(copy.saved_at.strftime(period), copy.path)
    return set(newest.values())
