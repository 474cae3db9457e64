"""A person's own recordings on disk: kept whole, for their owner alone, removed with undo."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import stat
from typing import TYPE_CHECKING

import filelock
import pytest
import soundfile

from prt_desktop.domain.errors import (
    AudioFileError,
    ContentError,
    NewerFormatError,
    StorageError,
    VaultLockedError,
)
from prt_desktop.domain.exercise import Part
from prt_desktop.domain.own_audio import OwnPiece
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.memory import (
    FolderInMemory,
    Kind,
    PrivateFolder,
    memory,
    remove_folders_of_the_dead,
)
from prt_desktop.storage.own_audio import OwnAudio
from prt_desktop.storage.seal import is_sealed_file
from tests.builders import Clock, write_clip
from tests.storage.vaults import turned_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prt_desktop.domain.exercise import Exercise

PIECES = (OwnPiece(1_500, 3_000), OwnPiece(2_000, 0))


def make_clips(folder: Path) -> tuple[OwnPiece, ...]:
    for number, piece in enumerate(PIECES, 1):
        write_clip(folder / f"part-{number:03d}.ogg", piece.length_ms)
    return PIECES


@pytest.fixture
def own(tmp_path: Path) -> OwnAudio:
    return OwnAudio(tmp_path / "data", Clock())


@pytest.fixture
def kept(own: OwnAudio) -> Exercise:
    return own.add("A walk", Part.PLEASANT, make_clips)


def folder_of(tmp_path: Path, exercise: Exercise) -> Path:
    return tmp_path / "data" / "own-audio" / exercise.id


def names_in(folder: Path) -> set[str]:
    """Name what lies in the folder of recordings, but for the lock."""
    return {path.name for path in folder.iterdir()} - {"adding.lock"}


def test_a_first_look_finds_nothing_and_makes_nothing(tmp_path: Path, own: OwnAudio) -> None:
    assert own.exercises() == ()
    assert not (tmp_path / "data").exists()


def test_what_was_added_is_read_back_as_it_was(own: OwnAudio, kept: Exercise) -> None:
    recording = own.recording(kept.id)

    assert own.exercises() == (kept,)
    assert own.unreadable == ()
    assert (kept.title, kept.part) == ("A walk", Part.PLEASANT)
    assert dict(recording.lengths_ms) == {"part-001": 1_500, "part-002": 2_000}
    assert recording.missing == ()
    assert all(clip.path.is_file() for clip in recording.clips.values())


def test_recordings_are_listed_in_the_order_they_came(tmp_path: Path) -> None:
    clock = Clock()
    own = OwnAudio(tmp_path, clock)
    added = []
    for number in range(5):
        added.append(own.add(f"Number {number}", Part.ATTEND, make_clips))
        clock.move(minutes=1)

    assert list(own.exercises()) == added


def test_everything_is_for_its_owner_alone(tmp_path: Path, kept: Exercise) -> None:
    before = os.umask(0)
    os.umask(before)

    folder = folder_of(tmp_path, kept)
    files = {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in (folder, folder.parent)}
    assert files == {0o600}
    assert folders == {0o700}


def test_a_failure_while_the_clips_are_made_leaves_nothing(tmp_path: Path, own: OwnAudio) -> None:
    def fail(folder: Path) -> tuple[OwnPiece, ...]:
        make_clips(folder)
        raise AudioFileError("Not that one.")

    with pytest.raises(AudioFileError, match="Not that one"):
        own.add("A walk", Part.ATTEND, fail)

    assert names_in(tmp_path / "data" / "own-audio") == set()


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path, own: OwnAudio) -> None:
    def fill(folder: Path) -> tuple[OwnPiece, ...]:
        make_clips(folder)
        raise OSError(28, "No space left on device")

    with pytest.raises(StorageError, match="The disk is full"):
        own.add("A walk", Part.ATTEND, fill)

    assert names_in(tmp_path / "data" / "own-audio") == set()


@pytest.mark.parametrize("title", ["", "  ", "\n\x00"])
def test_a_recording_without_a_title_is_refused(own: OwnAudio, title: str) -> None:
    with pytest.raises(ContentError, match="no title"):
        own.add(title, Part.ATTEND, make_clips)

    assert own.exercises() == ()


def test_two_are_never_added_at_once(tmp_path: Path, own: OwnAudio, kept: Exercise) -> None:
    with (
        filelock.FileLock(tmp_path / "data" / "own-audio" / "adding.lock"),
        pytest.raises(StorageError, match="being added just now"),
    ):
        own.add("Another", Part.ATTEND, make_clips)

    assert own.exercises() == (kept,)


def test_what_a_kill_left_is_removed_and_never_listed(tmp_path: Path, own: OwnAudio) -> None:
    leftover = tmp_path / "data" / "own-audio" / f".adding-{'a' * 32}"
    leftover.mkdir(parents=True)
    make_clips(leftover)

    listed = own.exercises()
    own.remove_leftovers()

    assert listed == ()
    assert not leftover.exists()


def test_an_import_that_goes_on_is_no_leftover(tmp_path: Path, own: OwnAudio) -> None:
    leftover = tmp_path / "data" / "own-audio" / f".adding-{'a' * 32}"
    leftover.mkdir(parents=True)

    with filelock.FileLock(leftover.parent / "adding.lock"):
        own.remove_leftovers()

    assert leftover.exists()


def test_a_recording_can_be_renamed(own: OwnAudio, kept: Exercise) -> None:
    renamed = own.rename(kept.id, " By the\nlake ")

    assert renamed.title == "By the lake"
    assert own.exercises() == (renamed,)


def test_what_was_removed_can_be_taken_back(own: OwnAudio, kept: Exercise) -> None:
    own.remove(kept.id)
    listed_without = own.exercises()

    own.restore(kept.id)

    assert listed_without == ()
    assert own.exercises() == (kept,)
    assert own.recording(kept.id).missing == ()


def test_what_a_backup_brought_back_can_be_removed_again(
    tmp_path: Path, own: OwnAudio, kept: Exercise
) -> None:
    own.remove(kept.id)
    folder = tmp_path / "data" / "own-audio"
    shutil.copytree(folder / "bin" / kept.id, folder / kept.id)

    own.remove(kept.id)
    own.restore(kept.id)

    assert own.exercises() == (kept,)


def test_an_emptied_bin_gives_nothing_back(own: OwnAudio, kept: Exercise) -> None:
    own.remove(kept.id)
    own.empty_bin()

    with pytest.raises(ContentError, match="no recording"):
        own.restore(kept.id)


@pytest.mark.parametrize("exercise_id", ["", "..", "bin", "f" * 32, "../own-audio", "a/b"])
@pytest.mark.parametrize("act", [OwnAudio.recording, OwnAudio.remove, OwnAudio.restore])
def test_an_unknown_id_is_told(
    own: OwnAudio, kept: Exercise, act: Callable[[OwnAudio, str], object], exercise_id: str
) -> None:
    with pytest.raises(ContentError, match="no recording"):
        act(own, exercise_id)

    assert own.exercises() == (kept,)


def test_a_clip_that_is_gone_is_told_as_missing(
    tmp_path: Path, own: OwnAudio, kept: Exercise
) -> None:
    (folder_of(tmp_path, kept) / "part-001.ogg").unlink()

    assert own.recording(kept.id).missing == ("part-001",)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"format": 1}', b"\xff", b"[" * 20_000, None]
)
def test_a_record_that_cannot_be_read_is_told_and_hides_no_other(
    tmp_path: Path, own: OwnAudio, kept: Exercise, content: bytes | None
) -> None:
    other = own.add("Another", Part.ATTEND, make_clips)
    path = folder_of(tmp_path, other) / "exercise.json"
    path.unlink() if content is None else path.write_bytes(content)

    listed = own.exercises()

    assert listed == (kept,)
    assert own.unreadable == (f"{path} cannot be read. It was left exactly as it is.",)


@pytest.mark.parametrize(
    ("key", "value"), [("pieces", []), ("part", "dance"), ("id", "b" * 32), ("title", 3)]
)
def test_a_record_that_does_not_fit_is_told(
    tmp_path: Path, own: OwnAudio, kept: Exercise, key: str, value: object
) -> None:
    path = folder_of(tmp_path, kept) / "exercise.json"
    path.write_text(json.dumps({**json.loads(path.read_bytes()), key: value}), "utf-8")

    with pytest.raises(StorageError, match="left exactly as it is"):
        own.recording(kept.id)


def test_a_newer_record_is_left_alone(tmp_path: Path, own: OwnAudio, kept: Exercise) -> None:
    path = folder_of(tmp_path, kept) / "exercise.json"
    content = json.dumps({**json.loads(path.read_bytes()), "format": 2})
    path.write_text(content, "utf-8")

    with pytest.raises(NewerFormatError, match="newer version"):
        own.rename(kept.id, "Another")

    assert path.read_text("utf-8") == content


# In the vault.


@pytest.fixture
def private(tmp_path: Path) -> tuple[Journal, OwnAudio]:
    """Give a journal in a vault, and the recordings beside it."""
    journal = Journal(tmp_path / "data", Clock())
    turned_on(journal)
    return journal, OwnAudio(journal.folder, Clock(), journal.newest_seal)


def heard(own: OwnAudio, exercise: Exercise) -> list[float]:
    """Read the clips of a recording as a player does; give their lengths in s."""
    clips = own.recording(exercise.id).clips.values()
    return [round(soundfile.info(clip.path).duration, 2) for clip in clips]


def plain_files(folder: Path) -> list[str]:
    """Name what lies in a recording's folder and not in the vault."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != "adding.lock"]
    return [path.name for path in paths if not is_sealed_file(path)]


def test_a_recording_added_under_the_vault_lies_nowhere_in_plain(
    tmp_path: Path, private: tuple[Journal, OwnAudio]
) -> None:
    _, own = private

    exercise = own.add("My own secret walk", Part.PLEASANT, make_clips)
    own.rename(exercise.id, "My other walk")

    assert plain_files(tmp_path / "data" / "own-audio") == []
    assert heard(own, exercise) == [1.5, 2.0]
    assert [one.title for one in own.exercises()] == ["My other walk"]


def test_clips_out_of_the_vault_are_opened_in_memory_until_it_is_locked(
    tmp_path: Path, private: tuple[Journal, OwnAudio]
) -> None:
    journal, own = private
    exercise = own.add("A walk", Part.PLEASANT, make_clips)
    opened = [clip.path for clip in own.recording(exercise.id).clips.values()]
    were_there = [path.exists() for path in opened]

    own.close()
    journal.lock()

    assert were_there == [True, True]
    assert not any(path.exists() or path.is_relative_to(tmp_path) for path in opened)
    assert own.exercises() == ()
    assert "locked" in own.unreadable[0]
    with pytest.raises(VaultLockedError):
        own.recording(exercise.id)
    with pytest.raises(VaultLockedError):
        own.add("Another", Part.PLEASANT, make_clips)


def test_recordings_go_into_the_vault_and_out_of_it_with_the_journal(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "data", Clock())
    own = OwnAudio(journal.folder, Clock(), journal.newest_seal)
    exercise, removed = (own.add(name, Part.PLEASANT, make_clips) for name in ("One", "Two"))
    own.remove(removed.id)

    turned_on(journal)
    plain_inside, inside = plain_files(tmp_path / "data" / "own-audio"), heard(own, exercise)
    own.restore(removed.id)
    back = heard(own, removed)
    journal.turn_vault_off()

    assert plain_inside == []
    assert inside == back == heard(own, exercise) == [1.5, 2.0]
    assert len(plain_files(tmp_path / "data" / "own-audio")) == 6


def test_without_an_open_journal_a_vault_that_is_on_refuses(
    tmp_path: Path, private: tuple[Journal, OwnAudio]
) -> None:
    before = names_in(tmp_path / "data")

    with pytest.raises(VaultLockedError):
        OwnAudio(private[0].folder, Clock()).add("A walk", Part.PLEASANT, make_clips)

    assert names_in(tmp_path / "data") == before


@pytest.mark.parametrize("kind", Kind)
def test_what_a_killed_program_left_in_memory_is_removed(kind: Kind) -> None:
    with contextlib.closing(FolderInMemory(kind)) as mine:
        dead = mine.path.with_name(f"{kind.prefix}4194305-x")  # beyond the largest number
        dead.mkdir()

        remove_folders_of_the_dead()

        assert mine.path.is_dir()
        assert dead.exists() == (memory() is None)
        shutil.rmtree(dead, ignore_errors=True)


def test_private_sound_lies_in_memory_while_the_vault_is_on(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "data", Clock())
    folder = PrivateFolder(tmp_path / "cache", lambda: journal.is_in_vault)
    before = folder()

    turned_on(journal)
    private = [folder(), folder()]
    journal.turn_vault_off()

    assert before == folder() == tmp_path / "cache"
    assert private[0] == private[1]
    assert not private[0].is_relative_to(tmp_path)
    assert private[0].is_dir()
