"""The recordings that a person brought along: a folder each, kept whole, removed to a bin."""

from __future__ import annotations

import contextlib
import os
import shutil
from functools import partial
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
from prt_desktop.storage.memory import FolderInMemory
from prt_desktop.storage.seal import PlainSeal
from prt_desktop.storage.vault_places import (
    OWN_AUDIO_BIN_NAME,
    OWN_AUDIO_NAME,
    is_recording,
    seal_of,
    sealed_among,
    sound_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from prt_desktop.storage.seal import Seal

RECORD_NAME = "exercise.json"
OWN_FORMAT = 1
_LOCK_NAME = "adding.lock"
_UNFINISHED = ".adding-"
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

    def __init__(
        self,
        data: Path,
        now: Callable[[], datetime],
        newest_seal: Callable[[], Seal] | None = None,
    ) -> None:
        """Take what recordings go through from an open journal, or look whether a vault is on."""
        self._folder = data / OWN_AUDIO_NAME
        self._now = now
        self._newest_seal = newest_seal or partial(seal_of, data)
        self._opened: dict[str, FolderInMemory] = {}
        self.unreadable: tuple[str, ...] = ()

    def exercises(self) -> tuple[Exercise, ...]:
        """Give the recordings as exercises, the first added first."""
        found: list[tuple[str, Exercise]] = []
        faults: list[str] = []
        for folder in self._folders():
            try:
                record = self._read(folder)
            except StorageError as error:
                faults.append(str(error))
            else:
                found.append((record.added_at, own_exercise(_value(record))))
        self.unreadable = tuple(dict.fromkeys(faults))
        return tuple(exercise for _, exercise in sorted(found, key=lambda one: (one[0], one[1].id)))

    def add(self, title: str, part: Part, make: Callable[[Path], Sequence[OwnPiece]]) -> Exercise:
        """Keep a new recording whole, or nothing of it.

        `make` writes the clips, `part-001.ogg` and so on, into the folder it is given, and
        gives their pieces in order. Raises StorageError and whatever `make` raises.
        """
        seal = self._newest_seal()
        seal.seal(RECORD_NAME, b"")  # a locked vault is told before anything is made
        make_private_folder(self._folder)
        recording_id = new_entry_id()
        with (
            self._adding(),
            contextlib.ExitStack() as until_done,
            self._kept_whole(recording_id) as work,
        ):
            made = work if isinstance(seal, PlainSeal) else _in_memory(until_done)
            pieces = tuple(make(made))
            record = _record(recording_id, _title(title), part, pieces, self._now())
            write_whole(made / RECORD_NAME, msgspec.json.encode(record))
            _move_in(made, work, recording_id, seal)
        return own_exercise(_value(record))

    def take_from(self, give: Callable[[str], bytes], names: Collection[str]) -> int:
        """Take in those recordings of another diary that are not here, and say how many came.

        `names` are all of its files, as the seal names them; `give` gives the bytes of each. What
        lies in the bin here, or is damaged there, is left out. Raises StorageError.
        """
        found: dict[str, list[str]] = {}
        for name in names:
            found.setdefault(name.split("/")[1], []).append(name)
        wanted = [one for one in found if is_recording(one) and not self._has(one)]
        if not wanted:
            return 0
        make_private_folder(self._folder)
        with self._adding():
            return sum(self._taken(one, found[one], give) for one in wanted)

    def recording(self, exercise_id: str) -> Recording:
        """Find the clips of a recording; raises ContentError and StorageError.

        Out of a vault they are opened into memory, until `close` or the program's end.
        """
        folder = self._existing(exercise_id)
        pieces = self._read(folder).pieces
        folder = self._playable(folder)
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
        record = self._read(folder)
        record.title = _title(title)
        seal, path = self._newest_seal(), folder / RECORD_NAME
        write_whole(path, seal.seal(sound_of(path), msgspec.json.encode(record)))
        return own_exercise(_value(record))

    def remove(self, exercise_id: str) -> None:
        """Move a recording to the bin; raises ContentError and StorageError."""
        folder, binned = self._existing(exercise_id), self._folder / OWN_AUDIO_BIN_NAME
        make_private_folder(binned)
        # The same one may lie there already: removed, then brought back by a backup.
        shutil.rmtree(binned / exercise_id, ignore_errors=True)
        self._move(folder, binned / exercise_id)

    def restore(self, exercise_id: str) -> None:
        """Take a recording out of the bin again; raises ContentError and StorageError."""
        binned = self._existing(exercise_id, self._folder / OWN_AUDIO_BIN_NAME)
        self._move(binned, self._folder / exercise_id)

    def empty_bin(self) -> None:
        """Delete for good what was removed; what cannot be deleted now stays for the next time."""
        shutil.rmtree(self._folder / OWN_AUDIO_BIN_NAME, ignore_errors=True)

    def remove_leftovers(self) -> None:
        """Delete what a kill may have left of an import, unless one is going on."""
        if self._folder.is_dir():
            with contextlib.suppress(StorageError), self._adding():
                pass

    def close(self) -> None:
        """Let go of all clips that were opened into memory, such as when the vault is locked."""
        for folder in self._opened.values():
            folder.close()
        self._opened.clear()

    def _has(self, recording_id: str) -> bool:
        places = (self._folder, self._folder / OWN_AUDIO_BIN_NAME)
        return any((place / recording_id).exists() for place in places)

    def _taken(self, recording_id: str, names: list[str], give: Callable[[str], bytes]) -> bool:
        seal = self._newest_seal()
        try:
            files = {name: give(name) for name in names}
            _decoded(files[f"{OWN_AUDIO_NAME}/{recording_id}/{RECORD_NAME}"], recording_id)
        except (ContentError, StorageError, KeyError):
            return False
        with self._kept_whole(recording_id) as work:
            for name, content in files.items():
                write_whole(work / name.split("/")[2], seal.seal(name, content))
        return True

    @contextlib.contextmanager
    def _kept_whole(self, recording_id: str) -> Iterator[Path]:
        """Give a folder to be filled; it gets its place once all is in it, or nothing stays."""
        work = self._folder / f"{_UNFINISHED}{recording_id}"
        try:
            work.mkdir(mode=OWNER_ONLY_FOLDER)
            yield work
            work.rename(self._folder / recording_id)
            flush_folder(self._folder)
        except OSError as error:
            raise storage_error(error, work) from error
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def _read(self, folder: Path) -> _Record:
        return _read(folder, self._newest_seal())

    def _playable(self, folder: Path) -> Path:
        """Give the folder whose clips can be played: this one, or one in memory."""
        sealed = sealed_among(folder.glob(f"*{_CLIP_SUFFIX}"))
        if not sealed:
            return folder
        if folder.name not in self._opened:
            seal, opened = self._newest_seal(), FolderInMemory()
            for path in sealed:
                content = seal.open(sound_of(path), _bytes(path))
                write_whole(opened.path / path.name, content)
            self._opened[folder.name] = opened
        return self._opened[folder.name].path

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
            return sorted(one for one in self._folder.iterdir() if is_recording(one.name))
        except OSError as error:
            raise StorageError(
                f"The folder {self._folder} cannot be read ({error.strerror}). Nothing was changed."
            ) from error

    def _existing(self, exercise_id: str, within: Path | None = None) -> Path:
        folder = (within or self._folder) / exercise_id
        if not is_recording(exercise_id) or not folder.is_dir():
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


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StorageError(f"{path} cannot be read. It was left exactly as it is.") from error


def _read(folder: Path, seal: Seal) -> _Record:
    """Read the record of one recording; raises StorageError and leaves the folder as it is."""
    path = folder / RECORD_NAME
    return _decoded(seal.open(sound_of(path), _bytes(path)), folder.name, str(path))


def _decoded(content: bytes, recording_id: str, where: str = RECORD_NAME) -> _Record:
    """Read a record out of its bytes; raises StorageError, NewerFormatError."""
    try:
        found = msgspec.json.decode(content, type=_Format).format
        if found > OWN_FORMAT:
            raise NewerFormatError(
                f"A newer version of this program wrote {where}. It was left as it is. "
                "Open it with the newer version."
            )
        record = msgspec.json.decode(content, type=_Record)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise StorageError(f"{where} cannot be read. It was left exactly as it is.") from error
    if record.id != recording_id:
        raise StorageError(f"{where} belongs to another folder. It was left exactly as it is.")
    return record


def _in_memory(until_done: contextlib.ExitStack) -> Path:
    return until_done.enter_context(contextlib.closing(FolderInMemory())).path


def _move_in(made: Path, work: Path, recording_id: str, seal: Seal) -> None:
    """See every file onto the disk, its owner's alone: as it was made, or sealed out of memory."""
    if made != work:
        for path in made.iterdir():
            what = sound_of(work.with_name(recording_id) / path.name)
            write_whole(work / path.name, seal.seal(what, path.read_bytes()))
        return
    for path in work.iterdir():
        path.chmod(OWNER_ONLY_FILE)
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    flush_folder(work)
