"""The recordings that a person brought along: a folder each, kept whole, removed to a bin."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from typing import TYPE_CHECKING, Annotated

import filelock
import msgspec

from prt_desktop.domain.diary import new_entry_id
from prt_desktop.domain.errors import ContentError, NewerFormatError, StorageError
from prt_desktop.domain.exercise import Clip, Exercise, Part, Recording
from prt_desktop.domain.own_audio import (
    OWN_VOICE,
    OwnPiece,
    OwnRecording,
    clean_title,
    own_exercise,
    piece_id,
)
from prt_desktop.storage.atomic import (
    OWNER_ONLY_FILE,
    OWNER_ONLY_FOLDER,
    flush_folder,
    make_private_folder,
    storage_error,
    write_whole,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

FOLDER_NAME = "own-audio"
RECORD_NAME = "exercise.json"
OWN_FORMAT = 1
_BIN_NAME = "bin"
_LOCK_NAME = "adding.lock"
_UNFINISHED = ".adding-"
_ID = re.compile(r"[0-9a-f]{32}")
_CLIP_SUFFIX = ".ogg"

_LengthMs = Annotated[int, msgspec.Meta(ge=1, le=24 * 3_600_000)]
_SilenceMs = Annotated[int, msgspec.Meta(ge=0, le=24 * 3_600_000)]


class _PieceRecord(msgspec.Struct, omit_defaults=True):
    length_ms: _LengthMs
    silence_ms: _SilenceMs
    text: str | None = None


class _Record(msgspec.Struct):
    format: int
    id: str
    title: str
    part: Part
    added_at: str
    pieces: Annotated[list[_PieceRecord], msgspec.Meta(min_length=1)]


class _Format(msgspec.Struct):
    format: int


class OwnAudio:
    """Every access to a person's own recordings; all files are for their owner alone.

    `unreadable` tells, in a sentence each, which recordings the last look could not read.
    """

    def __init__(self, data: Path, now: Callable[[], datetime]) -> None:
        self._folder = data / FOLDER_NAME
        self._now = now
        self.unreadable: tuple[str, ...] = ()

    def exercises(self) -> tuple[Exercise, ...]:
        """Give the recordings as exercises, the first added first."""
        found: list[tuple[str, Exercise]] = []
        faults: list[str] = []
        for folder in self._folders():
            try:
                record = _read(folder)
            except StorageError as error:
                faults.append(str(error))
            else:
                found.append((record.added_at, own_exercise(_value(record))))
        self.unreadable = tuple(faults)
        return tuple(exercise for _, exercise in sorted(found, key=lambda one: (one[0], one[1].id)))

    def add(self, title: str, part: Part, make: Callable[[Path], Sequence[OwnPiece]]) -> Exercise:
        """Keep a new recording whole, or nothing of it.

        `make` writes the clips, `part-001.ogg` and so on, into the folder it is given, and
        gives their pieces in order. Raises StorageError and whatever `make` raises.
        """
        make_private_folder(self._folder)
        with self._adding():
            recording_id = new_entry_id()
            work = self._folder / f"{_UNFINISHED}{recording_id}"
            try:
                work.mkdir(mode=OWNER_ONLY_FOLDER)
                pieces = tuple(make(work))
                record = _record(recording_id, _title(title), part, pieces, self._now())
                write_whole(work / RECORD_NAME, msgspec.json.encode(record))
                _seal(work)
                work.rename(self._folder / recording_id)
                flush_folder(self._folder)
            except OSError as error:
                raise storage_error(error, work) from error
            finally:
                shutil.rmtree(work, ignore_errors=True)
        return own_exercise(_value(record))

    def recording(self, exercise_id: str) -> Recording:
        """Find the clips of a recording; raises ContentError and StorageError."""
        folder = self._existing(exercise_id)
        pieces = _read(folder).pieces
        names = [piece_id(number) for number in range(1, len(pieces) + 1)]
        lengths_ms = {name: one.length_ms for name, one in zip(names, pieces, strict=True)}
        clips = {
            name: Clip(name, folder / f"{name}{_CLIP_SUFFIX}", length_ms)
            for name, length_ms in lengths_ms.items()
            if (folder / f"{name}{_CLIP_SUFFIX}").is_file()
        }
        return Recording(OWN_VOICE, clips, lengths_ms)

    def rename(self, exercise_id: str, title: str) -> Exercise:
        """Give a recording another title; raises ContentError and StorageError."""
        folder = self._existing(exercise_id)
        record = _read(folder)
        record.title = _title(title)
        write_whole(folder / RECORD_NAME, msgspec.json.encode(record))
        return own_exercise(_value(record))

    def remove(self, exercise_id: str) -> None:
        """Move a recording to the bin; raises ContentError and StorageError."""
        make_private_folder(self._folder / _BIN_NAME)
        self._move(self._existing(exercise_id), self._folder / _BIN_NAME / exercise_id)

    def restore(self, exercise_id: str) -> None:
        """Take a recording out of the bin again; raises ContentError and StorageError."""
        binned = self._existing(exercise_id, self._folder / _BIN_NAME)
        self._move(binned, self._folder / exercise_id)

    def empty_bin(self) -> None:
        """Delete for good what was removed; what cannot be deleted now stays for the next time."""
        shutil.rmtree(self._folder / _BIN_NAME, ignore_errors=True)

    def remove_leftovers(self) -> None:
        """Delete what a kill may have left of an import, unless one is going on."""
        if self._folder.is_dir():
            with contextlib.suppress(StorageError), self._adding():
                pass

    @contextlib.contextmanager
    def _adding(self) -> Iterator[None]:
        """Be the only one who adds: then whatever is unfinished was left by a kill."""
        lock = filelock.FileLock(self._folder / _LOCK_NAME, timeout=0, mode=OWNER_ONLY_FILE)
        try:
            lock.acquire()
        except filelock.Timeout as error:
            raise StorageError(
                "Another file is being added just now. Nothing was changed. Wait until it is "
                "done, then try again."
            ) from error
        except OSError as error:
            raise storage_error(error, self._folder / _LOCK_NAME) from error
        try:
            for leftover in self._folder.glob(f"{_UNFINISHED}*"):
                shutil.rmtree(leftover, ignore_errors=True)
            yield
        finally:
            lock.release()

    def _folders(self) -> list[Path]:
        if not self._folder.is_dir():
            return []
        try:
            return sorted(one for one in self._folder.iterdir() if _ID.fullmatch(one.name))
        except OSError as error:
            raise StorageError(
                f"The folder {self._folder} cannot be read ({error.strerror}). Nothing was changed."
            ) from error

    def _existing(self, exercise_id: str, within: Path | None = None) -> Path:
        folder = (within or self._folder) / exercise_id
        if not _ID.fullmatch(exercise_id) or not folder.is_dir():
            raise ContentError(f"There is no recording {exercise_id!r} of your own.")
        return folder

    def _move(self, source: Path, target: Path) -> None:
        try:
            source.rename(target)
            flush_folder(target.parent)
            flush_folder(source.parent)
        except OSError as error:
            raise storage_error(error, source) from error


def _title(title: str) -> str:
    clean = clean_title(title)
    if not clean:
        raise ContentError("This recording has no title yet. Give it one, then try again.")
    return clean


def _record(
    recording_id: str, title: str, part: Part, pieces: Sequence[OwnPiece], now: datetime
) -> _Record:
    records = [_PieceRecord(one.length_ms, one.silence_ms, one.text) for one in pieces]
    return _Record(OWN_FORMAT, recording_id, title, part, now.isoformat(), records)


def _value(record: _Record) -> OwnRecording:
    pieces = tuple(OwnPiece(one.length_ms, one.silence_ms, one.text) for one in record.pieces)
    return OwnRecording(record.id, record.title, record.part, pieces)


def _read(folder: Path) -> _Record:
    """Read the record of one recording; raises StorageError and leaves the folder as it is."""
    path = folder / RECORD_NAME
    try:
        content = path.read_bytes()
        found = msgspec.json.decode(content, type=_Format).format
        if found > OWN_FORMAT:
            raise NewerFormatError(
                f"A newer version of this program wrote {path}. It was left as it is. "
                "Open it with the newer version."
            )
        record = msgspec.json.decode(content, type=_Record)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise StorageError(f"{path} cannot be read. It was left exactly as it is.") from error
    if record.id != folder.name:
        raise StorageError(f"{path} belongs to another folder. It was left exactly as it is.")
    return record


def _seal(folder: Path) -> None:
    """Make every file its owner's alone and see it onto the disk, then the folder."""
    for path in folder.iterdir():
        path.chmod(OWNER_ONLY_FILE)
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    flush_folder(folder)
