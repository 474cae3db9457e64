"""A save is whole or not at all."""

from __future__ import annotations

import errno
import os
import resource
import stat
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.errors import StorageError
from prt_desktop.storage.atomic import (
    make_private_folder,
    remove_leftovers,
    storage_error,
    write_whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "kept.json"
    write_whole(path, b"old")
    return path


@pytest.fixture
def small_files_only() -> Iterator[None]:
    """Let the system refuse files beyond 64 KB, as a full disk would: after a part is written."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def fail_with(monkeypatch: pytest.MonkeyPatch, call: str, number: int) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, refuse)


@given(content=st.binary(max_size=200_000))
def test_what_was_written_is_read(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any"

    write_whole(path, content)

    assert path.read_bytes() == content


def test_a_save_replaces_the_old_file_and_leaves_nothing_else(kept: Path) -> None:
    write_whole(kept, b"new")

    assert kept.read_bytes() == b"new"
    assert list(kept.parent.iterdir()) == [kept]


def test_a_saved_file_is_its_owners_alone(kept: Path) -> None:
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_save_never_writes_into_the_old_file(kept: Path) -> None:
    twin = kept.with_name("twin")
    os.link(kept, twin)

    write_whole(kept, b"new")

    assert twin.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EDQUOT, "The disk is full"),
        (errno.EROFS, "cannot be written to"),
        (errno.EIO, "Input/output error"),
    ],
)
@pytest.mark.parametrize("call", ["open", "fsync"])
def test_a_failing_save_leaves_the_old_file_and_no_leftover(
    kept: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str
) -> None:
    fail_with(monkeypatch, call, number)

    with pytest.raises(StorageError, match=words):
        write_whole(kept, b"new")

    monkeypatch.undo()
    assert kept.read_bytes() == b"old"
    assert list(kept.parent.iterdir()) == [kept]


@pytest.mark.usefixtures("small_files_only")
def test_a_disk_that_fills_up_half_way_leaves_the_old_file_and_no_leftover(kept: Path) -> None:
    with pytest.raises(StorageError, match="What was saved before is safe"):
        write_whole(kept, b"n" * 1_000_000)

    assert kept.read_bytes() == b"old"
    assert list(kept.parent.iterdir()) == [kept]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(kept: Path) -> None:
    kept.parent.chmod(0o500)

    with pytest.raises(StorageError, match="cannot be written to"):
        write_whole(kept, b"new")

    kept.parent.chmod(0o700)
    assert kept.read_bytes() == b"old"


def test_a_missing_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="No such file or directory"):
        write_whole(tmp_path / "nowhere" / "kept", b"new")


@pytest.mark.parametrize("name", [".", "/", "folder"])
def test_a_folder_in_the_place_of_the_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path.joinpath("folder")
    folder.mkdir()

    with pytest.raises(StorageError, match="safe"):
        write_whole(type(tmp_path)(name), b"new")

    assert list(tmp_path.iterdir()) == [folder]


def test_a_private_folder_opens_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"

    make_private_folder(folder)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_in_the_place_of_the_folder_is_told(kept: Path) -> None:
    with pytest.raises(StorageError, match="File exists"):
        make_private_folder(kept)


def test_what_a_kill_left_behind_is_removed_and_nothing_else(kept: Path) -> None:
    leftover = kept.with_name(".kept.json.0123456789ab.part")
    other = kept.with_name(".other.json.0123456789ab.part")
    leftover.write_bytes(b"hal")
    other.write_bytes(b"hal")

    remove_leftovers(kept.parent, kept.name)

    assert sorted(kept.parent.iterdir()) == sorted([kept, other])


def test_an_error_without_words_of_the_system_is_a_sentence_too(tmp_path: Path) -> None:
    assert "(OSError)" in str(storage_error(OSError(), tmp_path / "kept"))
