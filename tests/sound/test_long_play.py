"""A long session beside paplay while the machine is kept busy: gaps, and the promised end."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from prt_desktop.audio.render import render
from tests.sound.actor import Part
from tests.sound.matching import dropouts_ms
from tests.sound.material import laid_out, spoken, talking
from tests.sound.playing import Playing
from tests.sound.pulse import Recorder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.sound.pulse import PulseServer

pytestmark = [pytest.mark.sound, pytest.mark.soak]

OTHER_DEVICE = "other"
END_WITHIN_S = 0.5
UNNOTICED_MS = 5.0
# Single gaps of up to 60 ms hit every player on a busy machine, the server's own included.
ANY_PLAYER_LOSES_MS = 60.0
BUSY = "while True: pass"
HALF_A_MINUTE, HALF_AN_HOUR = (12, 30_000), (180, 1_800_000)


@contextmanager
def kept_busy(cores: int) -> Iterator[None]:
    """Keep so many cores busy with something else."""
    others = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(cores)]
    try:
        yield
    finally:
        for one in others:
            one.kill()
            one.wait()


@pytest.mark.parametrize(
    ("cores", "size"),
    [
        pytest.param(1, HALF_A_MINUTE, id="half a minute, one core busy"),
        pytest.param(2, HALF_A_MINUTE, id="half a minute, two cores busy"),
        pytest.param(2, HALF_AN_HOUR, id="half an hour, two cores busy"),
    ],
)
def test_busy_machine_takes_no_more_from_a_session_than_from_paplay(
    server: PulseServer, recorder: Recorder, tmp_path: Path, cores: int, size: tuple[int, int]
) -> None:
    cues, length_ms = size
    part = Part(str(tmp_path), cues, length_ms, clip_ms=1_500, pause_ms=(300, 20_000))
    exercise = talking(part.cues, part.pause_ms)
    recording = spoken(tmp_path / "clips", exercise, part.clip_ms)
    file = tmp_path / "session.wav"
    render(laid_out(exercise, recording, length_ms), recording, file)
    server.add_device(OTHER_DEVICE)

    with Recorder(server, OTHER_DEVICE) as beside, Playing(part, server.environment) as playing:
        with kept_busy(cores), server.paplay(file, OTHER_DEVICE) as paplay:
            begun_s, places = time.monotonic(), [one.index_now() for one in (recorder, beside)]
            playing.tell("play")
            finished = playing.until("finished", within_s=length_ms / 1000 + 60)
            paplay.wait(60)
        ours = dropouts_ms(playing.track, recorder.samples[places[0] :])
        theirs = dropouts_ms(playing.track, beside.samples[places[1] :])

    assert ours
    assert theirs
    gaps = [[round(one) for one in all_ if one > UNNOTICED_MS] for all_ in (ours, theirs)]
    print(f"gaps over {UNNOTICED_MS} ms: ours {gaps[0]}, paplay's {gaps[1]}")  # noqa: T201
    assert max(ours) <= max(*theirs, ANY_PLAYER_LOSES_MS if gaps[1] else UNNOTICED_MS)
    assert finished.at_s - begun_s == pytest.approx(length_ms / 1000, abs=END_WITHIN_S)
