"""The track that is poured while it plays."""

from __future__ import annotations

import os
import resource
import stat
import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.audio.clips import cut, read_clip
from prt_desktop.audio.render import voice_blocks
from prt_desktop.audio.track import HEADER_BYTES, POURED_AHEAD_MS, Track, wav_header
from prt_desktop.domain.errors import SoundError
from prt_desktop.domain.exercise import Pause
from prt_desktop.domain.timeline import Pace, Timeline, timeline
from tests.builders import a_cue, a_recording, a_tone, an_exercise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from prt_desktop.domain.exercise import Recording

CUES = 6
LONG = Pause(1_000, 60_000, 1.0)
EXERCISE = an_exercise(*(a_cue(f"cue-{number}", pause=LONG) for number in range(CUES)))
LONG_EXERCISE = an_exercise(a_cue("first", pause=LONG), a_cue("second", pause=LONG))
MINUTE_MS = 60_000
LONG_SESSION_MS = 160_000


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    return a_recording(tmp_path_factory.mktemp("clips"), EXERCISE)


@pytest.fixture
def session(recording: Recording) -> Timeline:
    return timeline(EXERCISE, recording.lengths_ms, MINUTE_MS, Pace())


@pytest.fixture
def track(tmp_path: Path, session: Timeline, recording: Recording) -> Iterator[Track]:
    track = Track(tmp_path / "track.wav", session, recording)
    yield track
    track.close()


def samples_of(track: Track) -> NDArray[np.int16]:
    samples, _rate = soundfile.read(track.path, dtype="int16")
    found: NDArray[np.int16] = samples
    return found


def is_silent(track: Track, start_ms: int, end_ms: int) -> bool:
    return not np.any(samples_of(track)[start_ms * 24 : end_ms * 24])


def test_a_new_track_is_silence_of_the_whole_length(track: Track) -> None:
    info = soundfile.info(track.path)

    assert (info.samplerate, info.channels, info.subtype) == (24_000, 1, "PCM_16")
    assert info.frames == MINUTE_MS * 24
    assert track.length_ms == MINUTE_MS
    assert is_silent(track, 0, MINUTE_MS)


def test_a_new_track_takes_no_room_and_is_its_owners_alone(track: Track) -> None:
    status = track.path.stat()

    assert status.st_size > 1_000_000
    assert status.st_blocks * 512 <= 65_536
    assert stat.S_IMODE(status.st_mode) == 0o600


def test_what_is_heard_next_is_poured_first(track: Track, session: Timeline) -> None:
    begin_ms = session.spans[2].start_ms + 100

    track.pour_from(begin_ms)

    poured = [k for k, s in enumerate(session.spans) if not is_silent(track, s.start_ms, s.end_ms)]
    wanted = [
        k for k, s in enumerate(session.spans) if k >= 2 and s.start_ms < begin_ms + POURED_AHEAD_MS
    ]
    assert poured == wanted
    assert len(wanted) < CUES - 2


def test_the_rest_completes_the_track(
    track: Track, session: Timeline, recording: Recording
) -> None:
    track.pour_from(0)

    track.pour_rest(30_000)

    assert np.array_equal(samples_of(track), np.concatenate([*voice_blocks(session, recording)]))


def test_each_clip_begins_at_the_millisecond_of_its_cue(track: Track, session: Timeline) -> None:
    track.pour_rest()

    for span in session.spans:
        assert is_silent(track, span.speech_end_ms + 1, span.end_ms)
        assert not is_silent(track, span.start_ms, span.start_ms + 20)


def test_pouring_twice_writes_once(track: Track) -> None:
    track.pour_rest()
    before = track.path.stat().st_mtime_ns

    track.pour_rest()
    track.pour_from(0)

    assert track.path.stat().st_mtime_ns == before


@settings(max_examples=15)
@given(
    places=st.lists(st.integers(0, MINUTE_MS), max_size=6), rate=st.sampled_from((0.8, 1.0, 1.1))
)
def test_whatever_is_poured_in_whatever_order_the_whole_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, recording: Recording, places: list[int], rate: float
) -> None:
    session = timeline(EXERCISE, recording.lengths_ms, MINUTE_MS, Pace(rate=rate))
    folder = tmp_path_factory.getbasetemp()
    hopping, straight = (Track(folder / f"{n}.wav", session, recording) for n in range(2))

    for place in places:
        hopping.pour_from(place)
    hopping.pour_rest(places[0] if places else 0)
    straight.pour_rest()

    assert np.array_equal(samples_of(hopping), samples_of(straight))
    assert len(samples_of(hopping)) == round(MINUTE_MS * rate) * 24
    hopping.close()
    straight.close()


@pytest.fixture(scope="module")
def long_recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    """Write two clips of a minute, as a person's own recording may be in one piece."""
    return a_recording(tmp_path_factory.mktemp("long"), LONG_EXERCISE, MINUTE_MS)


def test_of_a_long_clip_no_more_is_poured_than_is_heard_next(
    tmp_path: Path, long_recording: Recording
) -> None:
    session = timeline(LONG_EXERCISE, long_recording.lengths_ms, LONG_SESSION_MS, Pace())
    track = Track(tmp_path / "track.wav", session, long_recording)

    track.pour_from(25_000)

    poured_ms = np.flatnonzero(samples_of(track)) / 24
    assert poured_ms[0] >= 25_000 - POURED_AHEAD_MS
    assert not is_silent(track, 25_000, 25_100)
    assert not is_silent(track, 34_900, 35_000)
    assert poured_ms[-1] < 25_000 + 2 * POURED_AHEAD_MS
    track.close()


@settings(max_examples=10)
@given(
    places=st.lists(st.integers(0, LONG_SESSION_MS), max_size=4),
    rate=st.sampled_from((0.8, 1.0, 1.1)),
    room_ms=st.integers(20_000, MINUTE_MS),
)
def test_a_long_clip_poured_in_pieces_is_whole(
    tmp_path_factory: pytest.TempPathFactory,
    long_recording: Recording,
    places: list[int],
    rate: float,
    room_ms: int,
) -> None:
    lengths_ms = {**long_recording.lengths_ms, "first": room_ms}
    session = timeline(LONG_EXERCISE, lengths_ms, LONG_SESSION_MS, Pace(rate=rate))
    track = Track(tmp_path_factory.getbasetemp() / "long.wav", session, long_recording)

    for place in places:
        track.pour_from(place)
    track.pour_rest()

    whole = np.zeros(len(samples_of(track)), np.int16)
    for one in session.soundings:
        start, end = (session.to_media_ms(ms) * 24 for ms in (one.start_ms, one.end_ms))
        clip = cut(read_clip(long_recording.clips[one.clip_id].path), end - start)
        whole[start : start + len(clip)] = clip
    assert np.array_equal(samples_of(track), whole)
    track.close()


def test_a_missing_clip_stays_silent_and_is_told(
    tmp_path: Path, session: Timeline, recording: Recording
) -> None:
    clips = {clip_id: clip for clip_id, clip in recording.clips.items() if clip_id != "cue-1"}
    track = Track(
        tmp_path / "t.wav", session, type(recording)("heart", clips, recording.lengths_ms)
    )

    track.pour_rest()

    span = session.spans[1]
    assert track.missing == {"cue-1"}
    assert is_silent(track, span.start_ms, span.end_ms)
    track.close()


@pytest.mark.parametrize("content", [b"", b"not sound", b"OggS" + bytes(100)])
def test_a_broken_clip_stays_silent_and_is_told(tmp_path: Path, content: bytes) -> None:
    recording = a_recording(tmp_path, EXERCISE)
    recording.clips["cue-3"].path.write_bytes(content)
    session = timeline(EXERCISE, recording.lengths_ms, MINUTE_MS, Pace())
    track = Track(tmp_path / "t.wav", session, recording)

    track.pour_rest()

    assert track.missing == {"cue-3"}
    track.close()


def test_a_clip_at_another_rate_is_told(tmp_path: Path) -> None:
    recording = a_recording(tmp_path, EXERCISE)
    soundfile.write(
        recording.clips["cue-0"].path, a_tone(500), 48_000, format="OGG", subtype="VORBIS"
    )
    session = timeline(EXERCISE, recording.lengths_ms, MINUTE_MS, Pace())
    track = Track(tmp_path / "t.wav", session, recording)

    track.pour_from(0)

    assert track.missing == {"cue-0"}
    track.close()


def test_a_clip_longer_than_its_place_does_not_run_into_the_next(tmp_path: Path) -> None:
    exercise = an_exercise(a_cue("one", pause=Pause(0, 0, 1.0)), a_cue("two", pause=LONG))
    recording = a_recording(tmp_path, exercise, 1_500)
    told = type(recording)("heart", recording.clips, {"one": 1_000, "two": 1_500})
    session = timeline(exercise, told.lengths_ms, 5_000, Pace())
    track = Track(tmp_path / "t.wav", session, told)
    track.pour_from(0)
    second = read_clip(recording.clips["two"].path)

    found = samples_of(track)[24_000 : 24_000 + len(second)]

    assert np.array_equal(found, second)
    track.close()


def test_closing_removes_the_file_and_stops_the_pouring(track: Track) -> None:
    track.close()

    track.pour_rest()

    assert not track.path.exists()


def test_closing_while_another_thread_pours_is_safe(
    tmp_path: Path, session: Timeline, recording: Recording
) -> None:
    for _ in range(20):
        track = Track(tmp_path / "t.wav", session, recording)
        pouring = threading.Thread(target=track.pour_rest)
        pouring.start()

        track.close()

        pouring.join()
        assert not track.path.exists()


def test_a_folder_that_is_gone_is_told_in_a_sentence(
    tmp_path: Path, session: Timeline, recording: Recording
) -> None:
    with pytest.raises(SoundError, match="could not be prepared"):
        Track(tmp_path / "nowhere" / "t.wav", session, recording)


def test_a_disk_that_cannot_hold_the_track_is_told_and_leaves_nothing(
    tmp_path: Path, session: Timeline, recording: Recording
) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    try:
        with pytest.raises(SoundError, match="Free some space"):
            Track(tmp_path / "t.wav", session, recording)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_up_on_the_way_leaves_captions(track: Track, session: Timeline) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    place = HEADER_BYTES + session.spans[3].start_ms * 48
    resource.setrlimit(resource.RLIMIT_FSIZE, (place, before[1]))
    try:
        track.pour_rest()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert track.missing == {"cue-3", "cue-4", "cue-5"}
    assert not is_silent(track, 0, 1_000)


@pytest.mark.parametrize("channels", [1, 2])
def test_the_header_says_what_follows(tmp_path: Path, channels: int) -> None:
    path = tmp_path / "h.wav"
    path.write_bytes(wav_header(100, channels, 48_000) + os.urandom(200 * channels))

    info = soundfile.info(path)

    assert (info.frames, info.channels, info.samplerate) == (100, channels, 48_000)
