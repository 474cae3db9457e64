"""Erasing everything: what is ours goes, what is not stays, and what is elsewhere is told."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from prt_desktop.domain.diary import Draft
from prt_desktop.domain.exercise import Part
from prt_desktop.storage.backing_up import back_up
from prt_desktop.storage.backup import Backup
from prt_desktop.storage.bringing_back import restore
from prt_desktop.storage.erase import ELSEWHERE, erase_everything, temporary_folders
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.own_audio import OwnAudio
from prt_desktop.storage.settings import Settings, SettingsFile
from tests.builders import Clock, an_entry
from tests.storage.test_own_audio import make_clips
from tests.storage.vaults import MARKER, turned_on


def lived_in(folder: Path, clock: Clock, *, vault: bool) -> Path:
    """Do everything that leaves a file."""
    journal = Journal(folder / "data", clock)
    for number in range(3):
        clock.move(minutes=1)
        journal.add(an_entry(f"{MARKER} {number}"))
    journal.drafts.keep(Draft(MARKER))
    own = OwnAudio(journal.folder, clock)
    own.add("A walk", Part.PLEASANT, make_clips)
    own.remove(own.add("A binned walk", Part.PLEASANT, make_clips).id)
    back_up(journal.folder, folder / "mine.prtbackup", journal.newest_seal(), clock())
    restore(journal.folder, Backup(folder / "mine.prtbackup"), clock, journal.newest_seal())
    SettingsFile(journal.folder).write(Settings())
    (journal.folder / "journal.unreadable-20261123T120000.000000.json").write_text(MARKER)
    (journal.folder / "journal (conflicted copy).json").write_bytes(journal.path.read_bytes())
    (journal.folder / ".journal.json.0123456789ab.part").write_text(MARKER)
    (journal.folder / "prt-desktop.log").write_text("log")
    if vault:
        journal.refresh()
        turned_on(journal)
    cache = folder / "cache"
    cache.mkdir()
    (cache / "track-1.wav").write_bytes(b"voice")
    return journal.folder


@pytest.mark.parametrize("vault", [False, True])
def test_everything_of_ours_is_gone(tmp_path: Path, clock: Clock, vault: bool) -> None:
    data = lived_in(tmp_path, clock, vault=vault)

    erased = erase_everything(data, tmp_path / "cache", tmp_path / "config")

    assert [path.name for path in tmp_path.iterdir()] == ["mine.prtbackup"]
    assert erased.left == erased.not_ours == ()
    assert erased.elsewhere == ELSEWHERE
    assert len(erased.gone) > 15


def test_the_keys_of_a_vault_go_before_anything_else(tmp_path: Path, clock: Clock) -> None:
    data = lived_in(tmp_path, clock, vault=True)

    erased = erase_everything(data, tmp_path / "cache")

    assert {path.name for path in erased.gone[:2]} == {"vault.key", "vault-twin.key"}


def test_what_is_not_ours_stays_and_is_named(tmp_path: Path, clock: Clock) -> None:
    data = lived_in(tmp_path, clock, vault=False)
    foreign = [
        data / "letter.txt",
        data / "copies" / "of a letter.json",
        data / "own-audio" / "song.ogg",
        data / "journal 2025.json",
        tmp_path / "cache" / "theirs.txt",
    ]
    for path in foreign:
        path.write_text("{}")

    erased = erase_everything(data, tmp_path / "cache")

    assert set(erased.not_ours) == set(foreign)
    assert all(path.read_text() == "{}" for path in foreign)


def test_a_link_that_leads_elsewhere_is_not_followed(tmp_path: Path, clock: Clock) -> None:
    data = lived_in(tmp_path, clock, vault=False)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "draft.json").write_text("mine")
    (data / "linked").symlink_to(elsewhere)

    erased = erase_everything(data, tmp_path / "cache")

    assert (elsewhere / "draft.json").read_text() == "mine"
    assert erased.not_ours == (data / "linked",)


def test_a_data_folder_with_its_cache_inside_goes_as_a_whole(tmp_path: Path) -> None:
    Journal(tmp_path / "data", Clock()).add(an_entry())
    (tmp_path / "data" / "cache").mkdir()
    (tmp_path / "data" / "cache" / "rain.wav").write_bytes(b"rain")

    erase_everything(tmp_path / "data", tmp_path / "data" / "cache")

    assert not (tmp_path / "data").exists()


def test_what_cannot_be_erased_is_named(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = lived_in(tmp_path, clock, vault=False)
    real = os.unlink

    def refuse(path: Path, **named: int) -> None:
        if Path(path).name == "journal.json":
            raise PermissionError
        real(path, **named)

    monkeypatch.setattr(os, "unlink", refuse)

    erased = erase_everything(data, tmp_path / "cache")

    assert data / "journal.json" in erased.left
    assert not (data / "draft.json").exists()


def test_our_folders_for_temporary_files_go_too(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "prt-desktop-demonstration-x1", tmp_path / "prt-desktop-notes"
    for folder in (ours, theirs):
        folder.mkdir()

    erase_everything(tmp_path / "data", tmp_path / "cache", temporary=[tmp_path])

    assert not ours.exists()
    assert theirs.exists()


def test_temporary_folders_are_the_systems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    assert temporary_folders()[0] == tmp_path
    assert set(temporary_folders()) <= {tmp_path, Path("/dev/shm")}
