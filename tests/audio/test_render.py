"""A composed session as a file: exact to the sample, whole or not at all."""

from __future__ import annotations

import resource
import tracemalloc
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import soundfile

from prt_desktop.audio.clips import cut, read_clip
from prt_desktop.audio.clips import write_clip as write_in_blocks
from prt_desktop.audio.mixing import FADE_MS, Background
from prt_desktop.audio.qt_background import linear
from prt_desktop.audio.render import BLOCK_MS, render, voice_blocks
from prt_desktop.audio.stretching import stretched
from prt_desktop.domain.errors import SoundError
from prt_desktop.domain.exercise import Clip, Pause, Recording
from prt_desktop.domain.soundscape import Soundscape
from prt_desktop.domain.timeline import BELL_CLIP_ID, Frame, Pace, Timeline, timeline
from tests.builders import a_cue, a_recording, a_tone, an_exercise, write_clip, write_loop

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

EXERCISE = an_exercise(*(a_cue(f"cue-{n}", pause=Pause(1_000, 300_000, 1.0)) for n in range(7)))
SAMPLE_BYTES = 2
LONG_MS = 100_000
LONG_EXERCISE = an_exercise(a_cue("walk", pause=Pause(1_000, 90_000, 1.0)), a_cue("end"))
FORMATS = pytest.mark.parametrize("suffix", [".wav", ".flac", ".ogg", ".mp3", ".WAV"])
# Lossless, and as exact as each lossy format's own frames allow.
TOLERANCE_MS = {".wav": 0, ".flac": 0, ".ogg": 0, ".mp3": 50, ".WAV": 0}


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    return a_recording(tmp_path_factory.mktemp("clips"), EXERCISE)


@pytest.fixture(scope="module")
def rain(tmp_path_factory: pytest.TempPathFactory) -> Background:
    path = tmp_path_factory.mktemp("soundscapes") / "rain.flac"
    write_loop(path, 3_000, 1_000)
    return Background(Soundscape("rain", "Rain", "Steady rain", path))


@pytest.fixture(scope="module")
def long_recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    """Write a clip of more than a minute, as a person's own recording may be in one piece."""
    recording = a_recording(tmp_path_factory.mktemp("long"), LONG_EXERCISE)
    second = a_tone(1_000).astype(np.float32) / 32_768
    path = recording.clips["walk"].path
    louder = np.linspace(0.4, 0.9, LONG_MS // 1_000, dtype=np.float32)
    write_in_blocks(path, [second * loudness for loudness in louder])
    clips = {**recording.clips, "walk": Clip("walk", path, LONG_MS)}
    return Recording("own", clips, {**recording.lengths_ms, "walk": LONG_MS})


def a_session(recording: Recording, length_ms: int) -> Timeline:
    return timeline(EXERCISE, recording.lengths_ms, length_ms, Pace())


def heard(path: Path) -> NDArray[np.int16]:
    samples, _rate = soundfile.read(path, dtype="int16", always_2d=True)
    found: NDArray[np.int16] = samples
    return found


def loudest(samples: NDArray[Any]) -> int:
    return int(np.abs(samples.astype(np.int32)).max())


@FORMATS
def test_ten_minutes_are_ten_minutes(tmp_path: Path, recording: Recording, suffix: str) -> None:
    out = tmp_path / f"session{suffix}"

    render(a_session(recording, 600_000), recording, out)

    info = soundfile.info(out)
    assert (info.samplerate, info.channels) == (24_000, 1)
    assert abs(info.duration - 600.0) * 1000 <= TOLERANCE_MS[suffix]


@pytest.mark.parametrize("length_ms", [18_000, 20_000, 29_999, 60_001, 61_337])
@pytest.mark.parametrize("with_rain", [False, True])
def test_any_length_is_exact_with_and_without_a_background(
    tmp_path: Path, recording: Recording, rain: Background, length_ms: int, with_rain: bool
) -> None:
    out = tmp_path / "session.wav"

    render(a_session(recording, length_ms), recording, out, rain if with_rain else None)

    info = soundfile.info(out)
    assert info.frames == length_ms * info.samplerate // 1000
    assert (info.samplerate, info.channels) == ((48_000, 2) if with_rain else (24_000, 1))


def test_the_voice_alone_is_its_clips_sample_for_sample(
    tmp_path: Path, recording: Recording
) -> None:
    session = a_session(recording, 60_000)

    render(session, recording, tmp_path / "session.wav")

    samples = heard(tmp_path / "session.wav")[:, 0]
    rest = samples.copy()
    for span in session.spans:
        clip = read_clip(recording.clips[span.clip_id].path)
        start = span.start_ms * 24
        assert np.array_equal(samples[start : start + len(clip)], clip)
        rest[start : start + len(clip)] = 0
    assert not rest.any()


def test_blocks_are_ten_seconds_and_the_last_takes_the_rest(recording: Recording) -> None:
    lengths_ms = [
        len(block) // 24 for block in voice_blocks(a_session(recording, 47_000), recording)
    ]

    assert lengths_ms == [BLOCK_MS, BLOCK_MS, BLOCK_MS, 17_000]


def test_a_clip_across_two_blocks_is_whole(tmp_path: Path) -> None:
    exercise = an_exercise(a_cue("one", pause=Pause(7_000, 7_000, 1.0)), a_cue("two"))
    recording = a_recording(tmp_path, exercise, 2_500)
    session = timeline(exercise, recording.lengths_ms, 21_000, Pace())

    voice = np.concatenate([*voice_blocks(session, recording)])

    clip = read_clip(recording.clips["two"].path)
    assert session.spans[1].start_ms == 9_500
    assert np.array_equal(voice[9_500 * 24 : 9_500 * 24 + len(clip)], clip)


def test_a_missing_clip_is_silence_of_its_length(tmp_path: Path, recording: Recording) -> None:
    clips = {name: clip for name, clip in recording.clips.items() if name != "cue-0"}
    missing = type(recording)("heart", clips, recording.lengths_ms)
    session = a_session(recording, 60_000)

    render(session, missing, tmp_path / "session.wav")

    samples = heard(tmp_path / "session.wav")
    assert loudest(samples[: session.spans[0].end_ms * 24]) == 0
    assert loudest(samples) > 0


def test_the_background_lies_under_the_voice_and_between_the_cues(
    tmp_path: Path, recording: Recording, rain: Background
) -> None:
    session = a_session(recording, 60_000)

    render(session, recording, tmp_path / "session.wav", rain)

    samples = heard(tmp_path / "session.wav")
    span = session.spans[3]
    speech = samples[span.start_ms * 48 : (span.speech_end_ms - 50) * 48]
    silence = samples[(span.speech_end_ms + 100) * 48 : (span.end_ms - 100) * 48]
    assert 900 <= loudest(silence) <= 1_100
    assert loudest(speech) > 4_500


def test_the_background_comes_and_goes_softly(
    tmp_path: Path, recording: Recording, rain: Background
) -> None:
    session = a_session(recording, 60_500)

    render(session, recording, tmp_path / "session.wav", rain)

    samples = heard(tmp_path / "session.wav")
    second_ms = [loudest(samples[-ms * 48 : (500 - ms) * 48]) for ms in range(4_000, 500, -500)]
    assert second_ms == sorted(second_ms, reverse=True)
    assert second_ms[0] > 700
    assert loudest(samples[-4_800:]) < 50
    begin = samples[: FADE_MS * 48, 0].astype(np.int32)
    voice = np.concatenate([*voice_blocks(session, recording)])[: FADE_MS * 24]
    assert abs(loudest(begin[:480]) - loudest(voice[:240])) < 100


@pytest.mark.parametrize(("fade_ms", "half_ms"), [(0, 0), (2_000, 1_000), (20_000, 10_000)])
def test_the_background_takes_the_time_asked_for(
    tmp_path: Path, recording: Recording, rain: Background, fade_ms: int, half_ms: int
) -> None:
    slow = replace(rain, fade_ms=fade_ms)
    quiet = type(recording)("heart", {}, recording.lengths_ms)

    render(a_session(recording, 60_000), quiet, tmp_path / "session.wav", slow)

    samples = heard(tmp_path / "session.wav")
    expected = 500 if fade_ms else 1_000
    begun = samples[half_ms * 48 : (half_ms + 130) * 48]
    ending = samples[len(samples) - (half_ms + 130) * 48 : len(samples) - half_ms * 48]
    assert loudest(begun) == pytest.approx(expected, abs=70)
    assert loudest(ending) == pytest.approx(expected, abs=70)
    assert loudest(samples[21_000 * 48 : 39_000 * 48]) == pytest.approx(1_000, abs=3)


@pytest.mark.parametrize("percent", [0, 20, 40, 80, 99, 100])
def test_the_background_is_as_loud_as_the_window_plays_it(
    tmp_path: Path, recording: Recording, rain: Background, percent: int
) -> None:
    quiet = type(recording)("heart", {}, recording.lengths_ms)

    render(
        a_session(recording, 30_000),
        quiet,
        tmp_path / "session.wav",
        replace(rain, volume=percent),
    )

    middle = heard(tmp_path / "session.wav")[10_000 * 48 : 20_000 * 48]
    assert loudest(middle) == pytest.approx(1_000 * linear(percent), abs=3)


@pytest.mark.parametrize(("volume", "fade_ms"), [(101, 0), (-1, 0), (50, -1), (50, 20_001)])
def test_a_background_outside_its_ranges_is_refused(
    rain: Background, volume: int, fade_ms: int
) -> None:
    with pytest.raises(ValueError, match="background"):
        Background(rain.soundscape, volume, fade_ms)


@pytest.mark.parametrize("rate", [0.8, 0.9, 1.1])
def test_slower_speech_fills_its_place_in_the_session(
    tmp_path: Path, recording: Recording, rate: float
) -> None:
    session = timeline(EXERCISE, recording.lengths_ms, 60_000, Pace(rate=rate))

    render(session, recording, tmp_path / "session.wav")

    samples = heard(tmp_path / "session.wav")[:, 0]
    assert len(samples) == 60_000 * 24
    for span in session.spans:
        assert span.speech_end_ms - span.start_ms == round(1_500 / rate)
        assert loudest(samples[(span.speech_end_ms - 60) * 24 : span.speech_end_ms * 24]) > 3_000
        assert loudest(samples[span.speech_end_ms * 24 + 24 : span.end_ms * 24]) == 0


@pytest.mark.parametrize("rate", [0.8, 0.93, 1.0, 1.1])
@pytest.mark.parametrize("room_ms", [LONG_MS, 61_234])
def test_a_long_clip_read_in_pieces_is_whole(
    long_recording: Recording, rate: float, room_ms: int
) -> None:
    lengths_ms = {**long_recording.lengths_ms, "walk": room_ms}
    session = timeline(LONG_EXERCISE, lengths_ms, 150_000, Pace(rate=rate))

    voice = np.concatenate([*voice_blocks(session, long_recording)])

    whole = np.zeros(150_000 * 24, np.int16)
    for one in session.soundings:
        clip = stretched(read_clip(long_recording.clips[one.clip_id].path), rate)
        clip = cut(clip, (one.end_ms - one.start_ms) * 24)
        whole[one.start_ms * 24 :][: len(clip)] = clip
    assert np.array_equal(voice, whole)


@pytest.mark.parametrize("rate", [0.9, 1.0])
def test_a_long_clip_is_never_held_as_a_whole(long_recording: Recording, rate: float) -> None:
    session = timeline(LONG_EXERCISE, long_recording.lengths_ms, 150_000, Pace(rate=rate))

    tracemalloc.start()
    lengths = [len(block) for block in voice_blocks(session, long_recording)]
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert sum(lengths) == 150_000 * 24
    assert most < LONG_MS * 24 * SAMPLE_BYTES


def test_the_bell_rings_as_it_was_made_at_every_rate(tmp_path: Path) -> None:
    exercise = an_exercise(a_cue("one"), a_cue("two"))
    recording = a_recording(tmp_path / "clips", exercise)
    bell = Clip(BELL_CLIP_ID, tmp_path / "bell.ogg", 2_000)
    write_clip(bell.path, bell.length_ms)
    pace, frame = Pace(rate=0.8), Frame(delay_ms=3_000, bell=True)
    session = timeline(exercise, recording.lengths_ms, 20_000, pace, frame)

    render(session, recording.with_clip(bell), tmp_path / "session.wav")

    samples = heard(tmp_path / "session.wav")[:, 0]
    rung = read_clip(bell.path)
    assert loudest(samples[: 3_000 * 24]) == 0
    assert np.array_equal(samples[3_000 * 24 : 3_000 * 24 + len(rung)], rung)
    assert np.array_equal(samples[17_000 * 24 : 17_000 * 24 + len(rung)], rung)


def test_the_background_repeats_without_a_seam(
    tmp_path: Path, recording: Recording, rain: Background
) -> None:
    session = a_session(recording, 60_000)

    render(session, recording, tmp_path / "session.wav", rain)

    samples = heard(tmp_path / "session.wav")[:, 0].astype(np.int32)
    span = session.spans[2]
    quiet = samples[(span.speech_end_ms + 100) * 48 : (span.end_ms - 100) * 48]
    loop = a_tone(3_000, 1_000, 48_000).astype(np.int32)
    begin = (span.speech_end_ms + 100) * 48
    expected = loop[(begin + np.arange(len(quiet))) % len(loop)]
    assert np.abs(quiet - expected).max() <= 3


def test_a_loud_background_under_a_loud_voice_never_wraps_around(
    tmp_path: Path, recording: Recording
) -> None:
    path = tmp_path / "thunder.flac"
    write_loop(path, 3_000, 32_767)
    loud = type(recording)(
        "heart", dict.fromkeys(recording.clips, recording.clips["cue-6"]), recording.lengths_ms
    )
    session = a_session(recording, 30_000)
    thunder = Background(Soundscape("t", "Thunder", "", path))

    render(session, loud, tmp_path / "session.wav", thunder)

    samples = heard(tmp_path / "session.wav")[:, 0].astype(np.int32)
    assert np.abs(np.diff(samples)).max() < 40_000  # a wrap would jump by 65,535


def test_progress_is_told_up_to_the_whole(
    tmp_path: Path, recording: Recording, rain: Background
) -> None:
    told: list[tuple[int, int]] = []

    def progress(done_ms: int, length_ms: int) -> None:
        told.append((done_ms, length_ms))

    render(a_session(recording, 35_000), recording, tmp_path / "s.ogg", rain, progress)

    assert told == sorted(told)
    assert told[-1] == (35_000, 35_000)


@FORMATS
@pytest.mark.parametrize(("with_rain", "blocks"), [(False, 0), (False, 2), (True, 2)])
def test_a_cancelled_render_leaves_nothing_behind(
    tmp_path: Path,
    recording: Recording,
    rain: Background,
    suffix: str,
    with_rain: bool,
    blocks: int,
) -> None:
    told: list[int] = []
    out = tmp_path / f"session{suffix}"

    finished = render(
        a_session(recording, 60_000),
        recording,
        out,
        rain if with_rain else None,
        lambda done_ms, _length_ms: told.append(done_ms),
        lambda: len(told) == blocks,
    )

    assert not finished
    assert len(told) == blocks
    assert list(tmp_path.iterdir()) == []


def test_a_render_that_nobody_cancels_says_that_it_is_there(
    tmp_path: Path, recording: Recording
) -> None:
    out = tmp_path / "session.wav"

    finished = render(a_session(recording, 30_000), recording, out, cancelled=lambda: False)

    assert finished
    assert out.exists()


def test_an_mp3_lies_where_the_captions_say(tmp_path: Path, recording: Recording) -> None:
    session = a_session(recording, 30_000)

    render(session, recording, tmp_path / "session.mp3")

    samples = heard(tmp_path / "session.mp3")
    span = session.spans[2]
    voice = np.concatenate([*voice_blocks(session, recording)]).astype(np.float64)
    place = slice((span.start_ms + 200) * 24, (span.start_ms + 1_200) * 24)
    off = samples[place, 0].astype(np.float64) - voice[place]
    assert len(samples) == 30_000 * 24
    assert np.std(off) < 0.1 * np.std(voice[place])


def test_an_unknown_ending_is_refused_before_anything_is_written(
    tmp_path: Path, recording: Recording
) -> None:
    with pytest.raises(SoundError, match=r"\.wav, \.flac, \.ogg or \.mp3"):
        render(a_session(recording, 30_000), recording, tmp_path / "session.m4a")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".mp3"])
def test_a_disk_that_fills_up_is_told_and_leaves_nothing(
    tmp_path: Path, recording: Recording, suffix: str
) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(SoundError, match="could not be written"):
            render(a_session(recording, 60_000), recording, tmp_path / f"session{suffix}")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert list(tmp_path.iterdir()) == []


def test_a_failing_render_leaves_the_older_file(tmp_path: Path, recording: Recording) -> None:
    out = tmp_path / "session.wav"
    out.write_bytes(b"older")
    broken = tmp_path / "broken.ogg"
    broken.write_bytes(b"not sound")
    clip = recording.clips["cue-3"]
    clips = {**recording.clips, "cue-3": type(clip)("cue-3", broken, clip.length_ms)}

    with pytest.raises(SoundError, match=r"broken\.ogg cannot be decoded"):
        render(a_session(recording, 60_000), type(recording)("heart", clips, {}), out)

    assert out.read_bytes() == b"older"
    assert not list(tmp_path.glob(".*.part"))


def test_an_interrupted_render_leaves_nothing(tmp_path: Path, recording: Recording) -> None:
    def interrupt(_done_ms: int, _length_ms: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render(a_session(recording, 60_000), recording, tmp_path / "s.wav", progress=interrupt)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_told(tmp_path: Path, recording: Recording) -> None:
    with pytest.raises(SoundError, match="could not be written"):
        render(a_session(recording, 30_000), recording, tmp_path / "nowhere" / "s.wav")


@pytest.mark.parametrize(
    ("rate", "channels"), [(44_100, 2), (48_000, 1), (24_000, 1)], ids=["rate", "mono", "voice"]
)
def test_a_background_of_another_kind_is_told(
    tmp_path: Path, recording: Recording, rate: int, channels: int
) -> None:
    path = tmp_path / "bed.wav"
    soundfile.write(path, np.zeros((rate, channels), np.int16), rate)
    bed = Background(Soundscape("bed", "Bed", "", path))

    with pytest.raises(SoundError, match="not stereo at 48 kHz"):
        render(a_session(recording, 30_000), recording, tmp_path / "s.wav", bed)


@pytest.mark.parametrize("content", [None, b"not sound"])
def test_a_background_that_cannot_be_decoded_is_named(
    tmp_path: Path, recording: Recording, content: bytes | None
) -> None:
    path = tmp_path / "bed.flac"
    if content is not None:
        path.write_bytes(content)
    bed = Background(Soundscape("bed", "Bed", "", path))

    with pytest.raises(SoundError, match="background Bed cannot be decoded"):
        render(a_session(recording, 30_000), recording, tmp_path / "s.wav", bed)
