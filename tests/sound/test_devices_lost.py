"""Devices go, servers die, none was ever there: the session goes on and nothing aborts."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.sound.actor import Part
from tests.sound.matching import ALIKE, band, cut, found, loudness
from tests.sound.material import LOOP_HZ
from tests.sound.playing import Playing
from tests.sound.pulse import DEVICE, Recorder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from tests.sound.commanded import Event
    from tests.sound.pulse import PulseServer

pytestmark = [pytest.mark.sound, pytest.mark.soak]

NEXT_DEVICE = "next"
NOTICED_WITHIN_S = 1.0
LOST_WITHIN_S = 6.0
WALL_CLOCK_S = 0.3
LOOP_HEARD = 0.003


def positions(events: Iterable[Event]) -> list[Event]:
    """Give the places that were told."""
    return [event for event in events if event.what == "position"]


def seen(events: Iterable[Event]) -> set[str]:
    """Give the kinds of events that were told."""
    return {event.what for event in events}


def likeness_after(place: Event, playing: Playing, heard: NDArray[np.float64]) -> float:
    """Say how alike the first words after a place are to what was heard, up to 1."""
    span = next(one for one in playing.timeline.spans if one.start_ms > place.ms + 500)
    return found(cut(playing.track, span.start_ms, span.start_ms + 1_000), heard).likeness


def test_last_device_goes_and_another_comes(
    server: PulseServer, recorder: Recorder, tmp_path: Path
) -> None:
    part = Part(str(tmp_path), cues=15, length_ms=60_000)

    with Playing(part, server.environment) as playing:
        playing.tell("play")
        playing.until_position(3_000)
        recorder.stop()
        server.remove_device(DEVICE)
        playing.until("sound_lost", within_s=LOST_WITHIN_S)
        in_silence = positions(playing.watch(3.0))
        server.add_device(NEXT_DEVICE)
        with Recorder(server, NEXT_DEVICE) as recorder_of_next:
            playing.until_true(lambda one: one.what == "sound_back", 10, "sound_back")
            afterwards = positions(playing.watch(6.0))
            code = playing.end()

    moved_ms = [b.ms - a.ms for a, b in pairwise([*in_silence, *afterwards])]
    assert code == 0
    assert in_silence[-1].ms - in_silence[0].ms > 2_000
    assert min(moved_ms) >= 0
    assert likeness_after(afterwards[0], playing, recorder_of_next.samples) >= ALIKE


@pytest.mark.parametrize("in_between_s", [0.0, 1.5], ids=["at once", "soon"])
@pytest.mark.parametrize("device", [NEXT_DEVICE, DEVICE], ids=["another", "the same again"])
def test_device_that_comes_before_the_last_one_was_missed_is_heard(
    server: PulseServer, recorder: Recorder, tmp_path: Path, device: str, in_between_s: float
) -> None:
    part = Part(str(tmp_path), cues=15, length_ms=60_000, background_percent=60)

    with Playing(part, server.environment) as playing:
        playing.tell("play")
        playing.until_position(3_000)
        recorder.stop()
        server.remove_device(DEVICE)
        playing.watch(in_between_s)
        server.add_device(device)
        with Recorder(server, device) as recorder_of_next:
            playing.until_true(lambda one: one.what == "sound_back", 10, "sound_back")
            afterwards = positions(playing.watch(6.0))
            code = playing.end()

    heard = recorder_of_next.samples
    assert code == 0
    assert likeness_after(afterwards[0], playing, heard) >= ALIKE
    assert loudness(band(heard, *LOOP_HZ)) > LOOP_HEARD


@pytest.mark.usefixtures("recorder")
def test_server_dies_while_playing(server: PulseServer, tmp_path: Path) -> None:
    part = Part(str(tmp_path), cues=12, length_ms=45_000)

    with Playing(part, server.environment) as playing:
        playing.tell("play")
        playing.until_position(2_500)
        server.kill()
        died_s = time.monotonic()
        lost = playing.until("sound_lost", within_s=LOST_WITHIN_S)
        captions = playing.watch(5.0)
        playing.tell("seek 20000")
        playing.until_position(21_000)
        playing.tell("pause")
        playing.tell("play")
        playing.until_position(22_000)
        code = playing.end()

    assert lost.at_s - died_s < NOTICED_WITHIN_S
    assert "cue" in seen(captions)
    assert code == 0


@pytest.mark.usefixtures("recorder")
def test_server_dies_during_a_pause(server: PulseServer, tmp_path: Path) -> None:
    part = Part(str(tmp_path), cues=12, length_ms=45_000)

    with Playing(part, server.environment) as playing:
        playing.tell("play")
        playing.until_position(2_500)
        playing.tell("pause")
        server.kill()
        died_s = time.monotonic()
        lost = playing.until("sound_lost", within_s=LOST_WITHIN_S)
        playing.tell("seek 20000")
        playing.tell("play")
        playing.until_position(24_500)
        code = playing.end()

    assert lost.at_s - died_s < NOTICED_WITHIN_S
    assert code == 0


@pytest.mark.usefixtures("recorder")
@pytest.mark.parametrize("command", ["seek 20000", "pause", "play", "quit"])
@pytest.mark.parametrize("before", ["play", "pause"])
def test_no_command_aborts_at_the_moment_the_server_dies(
    server: PulseServer, tmp_path: Path, before: str, command: str
) -> None:
    part = Part(str(tmp_path), cues=12, length_ms=45_000)

    with Playing(part, server.environment) as playing:
        playing.tell("play")
        playing.until_position(1_000)
        playing.tell(before)
        server.kill()
        playing.tell(command)
        code = playing.end()

    assert code == 0


@pytest.mark.usefixtures("recorder")
def test_background_dies_with_the_server_and_nothing_aborts(
    server: PulseServer, tmp_path: Path
) -> None:
    part = Part(str(tmp_path), cues=12, length_ms=45_000, background_percent=60)

    with Playing(part, server.environment) as playing:
        playing.tell("play")
        playing.until_position(2_500)
        server.kill()
        playing.until("sound_lost", within_s=LOST_WITHIN_S)
        playing.tell("pause")
        playing.tell("play")
        going_on = positions(playing.watch(2.0))
        code = playing.end()

    assert going_on[-1].ms - going_on[0].ms > 1_000
    assert code == 0


def test_without_any_server_the_session_ends_on_the_wall_clock(
    server: PulseServer, tmp_path: Path
) -> None:
    part = Part(str(tmp_path), cues=4, length_ms=15_000)

    with Playing(part, server.without_server) as playing:
        begun_s = time.monotonic()
        playing.tell("play")
        finished = playing.until("finished")
        code = playing.end()

    assert not playing.ready.has_sound
    assert finished.at_s - begun_s == pytest.approx(15, abs=WALL_CLOCK_S)
    assert code == 0


def test_server_without_a_device_lets_the_session_end_on_the_wall_clock(
    server: PulseServer, tmp_path: Path
) -> None:
    part = Part(str(tmp_path), cues=4, length_ms=15_000)
    server.remove_device(DEVICE)

    with Playing(part, server.environment) as playing:
        begun_s = time.monotonic()
        playing.tell("play")
        finished = playing.until("finished")
        code = playing.end()

    assert finished.at_s - begun_s == pytest.approx(15, abs=WALL_CLOCK_S)
    assert code == 0


@pytest.mark.parametrize("begun", [True, False], ids=["while it plays", "before it plays"])
def test_first_device_that_comes_into_a_session_is_heard(
    server: PulseServer, tmp_path: Path, begun: bool
) -> None:
    part = Part(str(tmp_path), cues=15, length_ms=60_000, background_percent=60)
    server.remove_device(DEVICE)

    with Playing(part, server.environment) as playing:
        if begun:
            playing.tell("play")
            playing.until_position(3_000)
        server.add_device(NEXT_DEVICE)
        with Recorder(server, NEXT_DEVICE) as recorder_of_next:
            playing.until("sound_back")
            playing.tell("play")
            afterwards = positions(playing.watch(9.0))
            code = playing.end()

    heard = recorder_of_next.samples
    assert code == 0
    assert likeness_after(afterwards[0], playing, heard) >= ALIKE
    assert loudness(band(heard, *LOOP_HZ)) > LOOP_HEARD
