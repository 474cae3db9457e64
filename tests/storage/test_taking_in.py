"""Another diary taken in: its memos can be heard, and none of them ever lies plain in a vault."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

import pytest

from prt_desktop.domain.diary import VoiceMemo
from prt_desktop.domain.errors import ContentError, StorageError, VaultLockedError
from prt_desktop.domain.exercise import Part
from prt_desktop.storage.backing_up import back_up
from prt_desktop.storage.backup import Backup
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.memos import Memos
from prt_desktop.storage.merging import Merged
from prt_desktop.storage.other_journal import OtherJournal
from prt_desktop.storage.own_audio import OwnAudio
from prt_desktop.storage.seal import is_sealed_file
from prt_desktop.storage.taking_in import take_in
from tests.builders import NOON, Clock, a_memo, an_entry
from tests.storage.test_own_audio import make_clips
from tests.storage.vaults import MARKER, PASSPHRASE, holding, turned_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.storage.taking_in import Source

Test = TypeVar("Test", bound="Callable[..., None]")
SOUND = f"OggS {MARKER}".encode()


class Theirs:
    """Another diary with one spoken memo, in a vault or not."""

    def __init__(self, folder: Path, clock: Clock, *, vault: bool) -> None:
        self.folder = folder / "theirs"
        self.journal = Journal(self.folder, clock)
        if vault:
            turned_on(self.journal)
        self.sound_id = Memos(self.folder, self.journal.newest_seal).keep(SOUND)
        self.journal.add(a_memo(details=VoiceMemo(self.sound_id, 3_000)))
        self._clock = clock

    def record(self, clock: Clock) -> Exercise:
        """Keep a recording of their own."""
        own = OwnAudio(self.folder, clock, self.journal.newest_seal)
        return own.add("A walk", Part.PLEASANT, make_clips)

    def as_journal(self) -> Source:
        """Give the journal's own file, opened."""
        return opened(OtherJournal(self.journal.path, self._clock))

    def as_copy(self) -> Source:
        """Give the newest good copy, opened."""
        self._clock.move(minutes=1)
        self.journal.add(an_entry("Later."))
        newest = max((self.folder / "copies").glob("*.json"))
        return opened(OtherJournal(newest, self._clock))

    def as_backup(self) -> Source:
        """Give a backup, opened."""
        file = self.folder.parent / "theirs.prtbackup"
        back_up(self.folder, file, self.journal.newest_seal(), NOON)
        return opened(Backup(file))


def in_every_way(test: Test) -> Test:
    """Ask of a journal, a copy and a backup, with and without a vault on either side."""
    forms = [Theirs.as_journal, Theirs.as_copy, Theirs.as_backup]
    marks = (
        pytest.mark.parametrize("form", forms),
        pytest.mark.parametrize("theirs_in_vault", [False, True]),
        pytest.mark.parametrize("ours_in_vault", [False, True]),
    )
    marked = test
    for mark in marks:
        marked = mark(marked)
    return marked


def opened(source: Source) -> Source:
    if source.is_locked:
        source.unlock(PASSPHRASE)
    return source


def heard(journal: Journal, sound_id: str) -> bytes:
    with closing(Memos(journal.folder, journal.newest_seal)) as memos:
        return memos.sound(sound_id).read_bytes()


@in_every_way
def test_memos_come_along_under_the_protection_there_is_here(
    journal: Journal,
    clock: Clock,
    tmp_path: Path,
    form: Callable[[Theirs], Source],
    ours_in_vault: bool,
    theirs_in_vault: bool,
) -> None:
    theirs = Theirs(tmp_path, clock, vault=theirs_in_vault)
    source = form(theirs)
    if ours_in_vault:
        turned_on(journal)

    counts = take_in(journal, source, clock())

    assert counts == Merged(added=1)
    assert heard(journal, theirs.sound_id) == SOUND
    path = journal.folder / "memos" / f"{theirs.sound_id}.ogg"
    assert is_sealed_file(path) is ours_in_vault
    assert not (ours_in_vault and holding(journal.folder))
    assert not (theirs_in_vault and holding(theirs.folder))


def test_a_memo_that_is_here_already_is_left_alone(
    journal: Journal, clock: Clock, tmp_path: Path
) -> None:
    theirs = Theirs(tmp_path, clock, vault=False)
    take_in(journal, theirs.as_journal(), clock())
    (journal.folder / "memos" / f"{theirs.sound_id}.ogg").write_bytes(b"OggS mine")

    counts = take_in(journal, theirs.as_journal(), clock())

    assert counts == Merged()
    assert heard(journal, theirs.sound_id) == b"OggS mine"


@pytest.mark.parametrize("vault", [False, True])
def test_a_sound_that_is_gone_or_spoilt_there_keeps_no_words_back(
    journal: Journal, clock: Clock, tmp_path: Path, vault: bool
) -> None:
    theirs = Theirs(tmp_path, clock, vault=vault)
    source, sound = theirs.as_journal(), theirs.folder / "memos" / f"{theirs.sound_id}.ogg"
    if vault:
        sound.write_bytes(sound.read_bytes()[:-1])
    else:
        sound.unlink()

    counts = take_in(journal, source, clock())

    assert counts == Merged(added=1)
    with pytest.raises(ContentError, match="not here any more"):
        heard(journal, theirs.sound_id)


def test_without_room_for_a_sound_nothing_is_taken_in(
    journal: Journal, clock: Clock, tmp_path: Path
) -> None:
    theirs = Theirs(tmp_path, clock, vault=False)
    (journal.folder / "memos").write_text("in the way")

    with pytest.raises(StorageError, match="Saving to"):
        take_in(journal, theirs.as_journal(), clock())

    assert journal.entries() == ()


def test_a_diary_that_is_locked_is_not_taken_in(
    journal: Journal, clock: Clock, tmp_path: Path
) -> None:
    theirs = Theirs(tmp_path, clock, vault=True)

    with pytest.raises(VaultLockedError):
        take_in(journal, OtherJournal(theirs.journal.path, clock), clock())

    assert not (journal.folder / "memos").exists()


@in_every_way
def test_recordings_come_along_once_under_the_protection_there_is_here(
    journal: Journal,
    clock: Clock,
    tmp_path: Path,
    form: Callable[[Theirs], Source],
    ours_in_vault: bool,
    theirs_in_vault: bool,
) -> None:
    theirs = Theirs(tmp_path, clock, vault=theirs_in_vault)
    walk = theirs.record(clock)
    source = form(theirs)
    if ours_in_vault:
        turned_on(journal)
    ours = OwnAudio(journal.folder, clock, journal.newest_seal)

    counts = [take_in(journal, source, clock()).recordings for _ in range(2)]

    assert counts == [1, 0]
    assert ours.exercises() == (walk,)
    with closing(ours):
        assert ours.recording(walk.id).missing == ()
    files = list((journal.folder / "own-audio" / walk.id).iterdir())
    assert {is_sealed_file(path) for path in files} == {ours_in_vault}


def test_a_recording_in_the_bin_here_stays_there(
    journal: Journal, clock: Clock, tmp_path: Path
) -> None:
    theirs = Theirs(tmp_path, clock, vault=False)
    walk = theirs.record(clock)
    ours = OwnAudio(journal.folder, clock)
    take_in(journal, theirs.as_journal(), clock())
    ours.remove(walk.id)

    counts = take_in(journal, theirs.as_journal(), clock())

    assert counts == Merged()
    assert ours.exercises() == ()


@pytest.mark.parametrize("vault", [False, True])
def test_a_recording_that_is_spoilt_there_keeps_no_words_back(
    journal: Journal, clock: Clock, tmp_path: Path, vault: bool
) -> None:
    theirs = Theirs(tmp_path, clock, vault=vault)
    walk = theirs.record(clock)
    source = theirs.as_journal()
    record = theirs.folder / "own-audio" / walk.id / "exercise.json"
    record.write_bytes(record.read_bytes()[:-3])

    counts = take_in(journal, source, clock())

    assert counts == Merged(added=1)
    assert OwnAudio(journal.folder, clock).exercises() == ()
    assert list((journal.folder / "own-audio").glob(".*")) == []
