"""A session through the real player, as it is heard on a device."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from prt_desktop.audio.render import render
from tests.sound.actor import Part
from tests.sound.matching import (
    TRUSTED,
    band,
    cut,
    first_place_ms,
    first_sound_ms,
    found,
    last_sound_ms,
    longest_dropout_ms,
    loudness,
    steady_lags_ms,
)
from tests.sound.material import LOOP_HZ, LOOP_MS, hiss, laid_out, spoken, talking
from tests.sound.playing import Playing
from tests.sound.pulse import Recorder

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from tests.sound.pulse import PulseServer

pytestmark = [pytest.mark.sound, pytest.mark.soak]

EXACT_MS = 30
EDGE_MS = 100
STEADY_MS = 5
# Single gaps of up to 60 ms hit every player on a shared machine, the server's own included.
ANY_PLAYER_LOSES_MS = 60
OTHER_DEVICE = "other"
RUNS = 3


def spread(values: list[float]) -> float:
    """Give how far the values lie apart."""
    return max(values) - min(values)


def begins_ms(playing: Playing, heard: NDArray[np.float64], target_ms: int) -> float:
    """Give the place of the track at which a stretch begins that was sought at `target_ms`."""
    lags = steady_lags_ms(playing.track, heard, target_ms + 500, target_ms + 4_500)
    assert spread(lags) <= ANY_PLAYER_LOSES_MS
    return first_place_ms(playing.track, heard, target_ms + 500, lags[0])


def dropouts_ms(
    server: PulseServer, recorder: Recorder, beside: Recorder, part: Part, file: Path
) -> tuple[float, float]:
    """Play a session whose thread is busy, and paplay beside it; give both's longest dropouts."""
    begun_s = time.monotonic()
    with Playing(part, server.environment) as playing:
        with server.paplay(file, OTHER_DEVICE) as paplay:
            playing.tell("block 500 1500")
            playing.tell("play")
            playing.until("finished", within_s=60)
            paplay.wait(60)
        return (
            longest_dropout_ms(playing.track, recorder.since(begun_s)),
            longest_dropout_ms(playing.track, beside.since(begun_s)),
        )


def test_play_and_resume_are_heard_in_place(
    server: PulseServer, recorder: Recorder, tmp_path: Path
) -> None:
    part = Part(str(tmp_path), cues=8, length_ms=30_000)

    with Playing(part, server.environment) as playing:
        playing.tell("play")
        playing.until_position(6_000)
        playing.tell("pause")
        playing.watch(1.5)
        resumed = playing.tell("play")
        playing.until_position(11_500)

    at_resume = recorder.index_at(resumed.at_s) - 1_200
    first, second = recorder.samples[:at_resume], recorder.samples[at_resume:]
    before = steady_lags_ms(playing.track, first, 0, 5_500)
    after = steady_lags_ms(playing.track, second, 6_500, 11_000)
    last_ms, next_ms = last_sound_ms(first) or 0.0, first_sound_ms(second) or 0.0
    last = found(cut(first, last_ms - EDGE_MS, last_ms), playing.track)
    resumed_at = found(cut(second, next_ms, next_ms + EDGE_MS), playing.track)
    assert [spread(before), spread(after)] == pytest.approx([0, 0], abs=ANY_PLAYER_LOSES_MS)
    assert resumed_at.place_ms == pytest.approx(last.place_ms + EDGE_MS, abs=EXACT_MS)


def test_seek_is_heard_from_the_very_place(
    server: PulseServer, recorder: Recorder, tmp_path: Path
) -> None:
    part = Part(str(tmp_path), cues=12, length_ms=45_000)

    with Playing(part, server.environment) as playing:
        places = [playing.timeline.spans[number].start_ms + 400 for number in (8, 1, 5)]
        playing.tell("play")
        playing.until_position(3_000)
        forward = playing.tell(f"seek {places[0]}")
        playing.until_position(places[0] + 5_500)
        back = playing.tell(f"seek {places[1]}")
        playing.until_position(places[1] + 5_500)
        playing.tell("pause")
        playing.tell(f"seek {places[2]}")
        playing.watch(0.5)
        again = playing.tell("play")
        playing.until_position(places[2] + 5_500)

    marks = [recorder.index_at(one.at_s) for one in (forward, back, again)]
    stretches = np.split(recorder.samples, marks)[1:]
    heard = [begins_ms(playing, *one) for one in zip(stretches, places, strict=True)]
    assert heard == pytest.approx(places, abs=EXACT_MS)


def test_busy_python_thread_leaves_no_gap_that_paplay_has_not(
    server: PulseServer, recorder: Recorder, tmp_path: Path
) -> None:
    part = Part(str(tmp_path), cues=6, length_ms=22_000)
    exercise = talking(part.cues, part.pause_ms)
    recording = spoken(tmp_path / "clips", exercise, part.clip_ms)
    file = tmp_path / "session.wav"
    render(laid_out(exercise, recording, part.length_ms), recording, file)
    server.add_device(OTHER_DEVICE)

    with Recorder(server, OTHER_DEVICE) as beside:
        runs = (dropouts_ms(server, recorder, beside, part, file) for _ in range(RUNS))
        unharmed = any(
            ours_ms <= max(theirs_ms + STEADY_MS, ANY_PLAYER_LOSES_MS)
            for ours_ms, theirs_ms in runs
        )

    # What the thread does would be heard in every run; what the machine does is not.
    assert unharmed


def test_background_loops_without_a_gap_under_the_voice_and_stops_with_it(
    server: PulseServer, recorder: Recorder, tmp_path: Path
) -> None:
    part = Part(str(tmp_path), cues=8, length_ms=30_000, background_percent=80)

    with Playing(part, server.environment) as playing:
        playing.tell("play")
        playing.until_position(13_000)
        paused = playing.tell("pause")
        playing.watch(1.0)

    heard = recorder.samples
    loop = hiss()
    across_seam = np.concatenate([cut(loop, LOOP_MS - 250, LOOP_MS), cut(loop, 0, 250)])
    high = band(heard, *LOOP_HZ)
    voice_at = recorder.index_at(paused.at_s) / 24 - 13_000
    seams = [
        found(across_seam, cut(high, at_ms, at_ms + LOOP_MS + 500))
        for at_ms in range(round(voice_at), round(voice_at) + 4 * LOOP_MS, LOOP_MS)
    ]
    places = [number * LOOP_MS + one.place_ms for number, one in enumerate(seams)]
    assert min(one.likeness for one in seams) >= TRUSTED
    rounds = [b - a for a, b in pairwise(places)]
    assert np.median(rounds) == pytest.approx(LOOP_MS, abs=STEADY_MS)
    assert rounds == pytest.approx([LOOP_MS] * 3, abs=ANY_PLAYER_LOSES_MS)
    voice = steady_lags_ms(playing.track, band(heard, 0, LOOP_HZ[0]), 0, 12_000)
    assert spread(voice) <= ANY_PLAYER_LOSES_MS
    after_pause_s = paused.at_s + 0.4
    assert loudness(recorder.since(after_pause_s)) == pytest.approx(0, abs=1e-4)


def test_three_minutes_end_on_the_wall_clock(
    server: PulseServer, recorder: Recorder, tmp_path: Path
) -> None:
    part = Part(str(tmp_path), cues=12, length_ms=180_000, pause_ms=(500, 30_000))

    with Playing(part, server.environment) as playing:
        begun_s = time.monotonic()
        playing.tell("play")
        finished = playing.until("finished", within_s=200)

    last_span = playing.timeline.spans[-1]
    match = found(cut(playing.track, last_span.start_ms, last_span.speech_end_ms), recorder.samples)
    assert finished.at_s - begun_s == pytest.approx(180, abs=0.3)
    assert match.likeness >= TRUSTED
