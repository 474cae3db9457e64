"""How sessions are made, and what is kept in the cache for them."""

from __future__ import annotations

import dataclasses
import os
import stat
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from prt_desktop.audio.clips import read_clip
from prt_desktop.audio.silent import SilentPlayer
from prt_desktop.audio.sound import Sound
from prt_desktop.audio.soundscape import decoded_loop
from prt_desktop.domain.errors import SoundError
from prt_desktop.domain.exercise import Clip
from prt_desktop.domain.own_audio import OWN_VOICE
from prt_desktop.domain.soundscape import Soundscape
from prt_desktop.domain.timeline import Pace, timeline
from tests.builders import a_recording, an_exercise, write_clip, write_loop

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.domain.exercise import Recording
    from prt_desktop.domain.timeline import Timeline

EXERCISE = an_exercise()


class Makers:
    """Counts how many players were made."""

    def __init__(self) -> None:
        self.made: list[SilentPlayer] = []

    def __call__(self) -> SilentPlayer:
        self.made.append(SilentPlayer(lambda: 0))
        return self.made[-1]


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    return a_recording(tmp_path_factory.mktemp("clips"), EXERCISE)


@pytest.fixture
def session(recording: Recording) -> Timeline:
    return timeline(EXERCISE, recording.lengths_ms, 20_000, Pace())


@pytest.fixture
def rain(tmp_path: Path) -> Soundscape:
    write_loop(tmp_path / "rain.flac")
    return Soundscape("rain", "Rain", "", tmp_path / "rain.flac")


def test_the_player_is_made_once_and_only_when_needed(
    tmp_path: Path, session: Timeline, recording: Recording
) -> None:
    makers = Makers()
    sound = Sound(tmp_path / "cache", makers)
    before = len(makers.made)

    sound.warm()
    sound.prepare(session, recording).close()
    sound.prepare(session, recording).close()

    assert before == 0
    assert len(makers.made) == 1


def test_a_prepared_session_can_sound_at_once(
    tmp_path: Path, session: Timeline, recording: Recording
) -> None:
    prepared = Sound(tmp_path / "cache", Makers()).prepare(session, recording)

    [track] = (tmp_path / "cache").iterdir()
    assert any(track.read_bytes()[44:4_844])
    assert stat.S_IMODE((tmp_path / "cache").stat().st_mode) == 0o700
    prepared.close()


def test_a_track_of_ones_own_recording_lies_in_the_private_folder_alone(
    tmp_path: Path, session: Timeline, recording: Recording
) -> None:
    sound = Sound(tmp_path / "cache", Makers(), lambda: tmp_path / "private")
    own = dataclasses.replace(recording, voice=OWN_VOICE)

    private, usual = sound.track(session, own), sound.track(session, recording)

    assert [path.name for path in (tmp_path / "private").iterdir()] == [private.path.name]
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [usual.path.name]
    private.close()
    usual.close()
    assert list((tmp_path / "private").iterdir()) == []


def test_a_session_can_be_prepared_from_a_place_on(
    tmp_path: Path, session: Timeline, recording: Recording
) -> None:
    makers = Makers()

    prepared = Sound(tmp_path / "cache", makers).prepare(session, recording, 12_000)

    assert prepared.position_ms == makers.made[0].position_ms == 12_000
    prepared.close()


def test_tracks_that_a_kill_left_are_removed_and_loops_stay(
    tmp_path: Path, session: Timeline, recording: Recording, rain: Soundscape
) -> None:
    sound = Sound(tmp_path / "cache", Makers())
    killed = sound.prepare(session, recording)
    sound.set_background(rain, 40)

    Sound(tmp_path / "cache", Makers()).remove_leftovers()

    assert [path.name[:4] for path in (tmp_path / "cache").iterdir()] == ["rain"]
    killed.close()


def test_leftovers_of_a_cache_that_is_not_there_are_none(tmp_path: Path) -> None:
    Sound(tmp_path / "nowhere", Makers()).remove_leftovers()

    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_made_is_told(
    tmp_path: Path, session: Timeline, recording: Recording
) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(SoundError, match="cannot be made"):
        Sound(tmp_path / "file" / "cache", Makers()).prepare(session, recording)


def test_a_loop_is_decoded_once_sample_for_sample(tmp_path: Path, rain: Soundscape) -> None:
    loop = decoded_loop(rain, tmp_path / "cache")
    made_at = loop.stat().st_mtime_ns

    again = decoded_loop(rain, tmp_path / "cache")

    assert again == loop
    assert again.stat().st_mtime_ns == made_at
    expected, _rate = soundfile.read(rain.path, dtype="int16")
    found, rate = soundfile.read(loop, dtype="int16")
    assert rate == 48_000
    assert np.array_equal(found, expected)


def test_a_loop_that_changed_is_decoded_again(tmp_path: Path, rain: Soundscape) -> None:
    first = decoded_loop(rain, tmp_path / "cache")
    write_loop(rain.path, 1_000)
    os.utime(rain.path, ns=(1, 1))

    second = decoded_loop(rain, tmp_path / "cache")

    assert second != first
    assert soundfile.info(second).frames == 48_000


@pytest.mark.parametrize("content", [None, b"not sound"])
def test_a_loop_that_cannot_be_decoded_is_told_and_leaves_nothing(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "bed.flac"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(SoundError, match="The voice plays without it"):
        decoded_loop(Soundscape("bed", "Bed", "", path), tmp_path / "cache")

    assert not list(tmp_path.glob("cache/*"))


def test_no_background_can_be_chosen_again(tmp_path: Path, rain: Soundscape) -> None:
    sound = Sound(tmp_path / "cache", Makers())

    sound.set_background(rain, 40)
    sound.set_background(None, 40)
    sound.set_volume(80)

    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_a_clip_is_read_as_mono_at_24_khz(tmp_path: Path) -> None:
    write_clip(tmp_path / "clip.ogg", 1_234)

    samples = read_clip(tmp_path / "clip.ogg")

    assert samples.dtype == np.int16
    assert samples.shape == (1_234 * 24,)


@pytest.mark.parametrize(("rate", "channels"), [(48_000, 1), (24_000, 2)])
def test_a_clip_of_another_kind_is_refused(tmp_path: Path, rate: int, channels: int) -> None:
    soundfile.write(tmp_path / "clip.wav", np.zeros((rate, channels), np.int16), rate)

    with pytest.raises(SoundError, match="not mono at 24000 Hz"):
        read_clip(tmp_path / "clip.wav")


@pytest.mark.parametrize("content", [None, b"", b"not sound"])
def test_a_clip_that_cannot_be_decoded_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "clip.ogg").write_bytes(content)

    with pytest.raises(SoundError, match=r"clip\.ogg cannot be decoded"):
        read_clip(tmp_path / "clip.ogg")


def test_a_short_sound_is_decoded_once_and_played_beside_the_voice(tmp_path: Path) -> None:
    beside: list[Path] = []

    class Beside(SilentPlayer):
        def play_beside(self, sound: Path) -> None:
            beside.append(sound)

    write_clip(tmp_path / "tick.ogg", 100)
    sound = Sound(tmp_path / "cache", lambda: Beside(lambda: 0))

    for _ in range(2):
        sound.play_beside(Clip("tick", tmp_path / "tick.ogg", 100))

    assert beside[0] == beside[1]
    assert soundfile.info(beside[0]).duration == pytest.approx(0.1, abs=0.01)


def test_a_short_sound_that_is_missing_is_not_missed(tmp_path: Path) -> None:
    makers = Makers()
    sound = Sound(tmp_path / "cache", makers)

    sound.play_beside(Clip("tick", tmp_path / "gone.ogg", 100))

    assert makers.made == []
