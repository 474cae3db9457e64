"""A vault without keys is put beside, untouched, and an empty diary begins in its place."""

from __future__ import annotations

import stat
from contextlib import closing
from pathlib import Path

import pytest

from prt_desktop.domain.diary import Draft, VoiceMemo
from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.exercise import Part
from prt_desktop.storage.erase import erase_everything
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.memos import Memos
from prt_desktop.storage.other_journal import OtherJournal
from prt_desktop.storage.own_audio import OwnAudio
from prt_desktop.storage.setting_aside import set_vault_aside
from prt_desktop.storage.settings import Settings, SettingsFile
from prt_desktop.storage.taking_in import take_in
from tests.builders import Clock, a_memo, an_entry
from tests.storage.journals import files
from tests.storage.test_own_audio import make_clips
from tests.storage.vaults import MARKER, PASSPHRASE, holding, turned_on

SOUND = f"OggS {MARKER}".encode()


@pytest.fixture
def locked(journal: Journal, clock: Clock) -> Journal:
    """Give a journal in a vault, with all that can lie in one, locked."""
    SettingsFile(journal.folder).write(Settings(theme="dark"))
    turned_on(journal)
    sound_id = Memos(journal.folder, journal.newest_seal).keep(SOUND)
    journal.add(a_memo(details=VoiceMemo(sound_id, 3_000)))
    clock.move(minutes=1)
    journal.add(an_entry(MARKER))
    journal.drafts.keep(Draft(MARKER))
    OwnAudio(journal.folder, clock, journal.newest_seal).add("A walk", Part.PLEASANT, make_clips)
    journal.lock()
    return journal


def set_aside(journal: Journal) -> Path:
    return set_vault_aside(journal.folder, Clock()())


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.endswith(".lock")}


def test_an_empty_diary_begins_and_settings_stay(locked: Journal) -> None:
    aside = set_aside(locked)

    assert names(locked.folder) == {"settings.json", aside.name}
    assert locked.refresh()
    assert not locked.is_in_vault
    assert locked.entries() == ()
    assert locked.drafts.get() is None
    locked.add(an_entry("Anew."))
    assert [one.text for one in Journal(locked.folder, Clock()).entries()] == ["Anew."]


def test_the_vault_lies_beside_as_it_was(locked: Journal) -> None:
    before = files(locked.folder)
    del before["settings.json"]

    aside = set_aside(locked)

    after = files(aside)
    assert {name for name in after if not name.endswith(".lock")} == {
        name for name in before if not name.endswith(".lock")
    }
    assert all(after[name] == before[name] for name in after)
    assert stat.S_IMODE(aside.stat().st_mode) == 0o700
    assert holding(locked.folder) == set()


def test_a_vault_of_its_own_can_be_turned_on_afterwards(locked: Journal) -> None:
    aside = set_aside(locked)
    locked.refresh()
    before = files(aside)

    turned_on(locked)
    locked.add(an_entry(MARKER))

    assert files(aside) == before
    assert locked.unsealed == ()
    assert holding(locked.folder) == set()


def test_when_the_passphrase_turns_up_everything_is_taken_in_again(
    locked: Journal, clock: Clock
) -> None:
    aside = set_aside(locked)
    locked.refresh()
    source = OtherJournal(aside / "journal.json", clock)

    source.unlock(PASSPHRASE)
    take_in(locked, source, clock())

    assert MARKER in [one.text for one in locked.entries()]
    [memo] = [one.details for one in locked.entries() if isinstance(one.details, VoiceMemo)]
    with closing(Memos(locked.folder, locked.newest_seal)) as memos:
        assert memos.sound(memo.sound_id).read_bytes() == SOUND


def test_only_a_vault_is_put_aside(journal: Journal) -> None:
    journal.add(an_entry("Plain."))
    before = files(journal.folder)

    with pytest.raises(StorageError, match="not in a vault"):
        set_aside(journal)

    assert files(journal.folder) == before


@pytest.mark.parametrize("at", range(5))
def test_a_disk_that_fails_at_any_step_leaves_the_vault_where_it_was(
    locked: Journal, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    before, rename, left = files(locked.folder), Path.rename, [at]

    def fail_once(path: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] == -1:
            raise OSError(5, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail_once)
    with pytest.raises(StorageError, match="failed"):
        set_aside(locked)

    assert files(locked.folder) == before
    assert Journal(locked.folder, Clock()).is_locked


def test_erasing_takes_a_vault_put_aside_along(locked: Journal, tmp_path: Path) -> None:
    set_aside(locked)

    erased = erase_everything(locked.folder, tmp_path / "cache")

    assert erased.left == erased.not_ours == ()
    assert not locked.folder.exists()
