"""A memo is recorded from a microphone that hears a known murmur, and the murmur is in it."""

from __future__ import annotations

import os
import subprocess
import sys
import wave
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from prt_desktop.audio.clips import read_clip
from prt_desktop.audio.recorder import MICROPHONE_LOST, NO_MICROPHONE
from tests.sound.commanded import CHECKOUT, Commanded
from tests.sound.matching import ALIKE, cut, dropouts_ms, found
from tests.sound.material import murmur
from tests.sound.pulse import DEVICE, RATE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from tests.sound.pulse import PulseServer, Recorder

pytestmark = [pytest.mark.sound, pytest.mark.usefixtures("recorder")]

MURMUR_MS = 5_000
LOST_WITHIN_S = 10.0
LOUD_PERCENT = 30


class Speaking(Commanded):
    """A program that can record a memo into a folder."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        offscreen = {**environment, "QT_QPA_PLATFORM": "offscreen"}
        super().__init__("tests.sound.speaker", [str(folder)], offscreen)


@pytest.fixture
def said(tmp_path: Path) -> tuple[Path, NDArray[np.float64]]:
    """Give a murmur and the file it is in."""
    path, sound = tmp_path / "said.wav", murmur(7, MURMUR_MS)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((sound * 32_767).astype("<i2").tobytes())
    return path, sound


def memo_of(path: str) -> NDArray[np.float64]:
    return read_clip(Path(path)).astype(np.float64) / 32_768


def test_what_was_said_is_in_the_memo_whole_while_python_is_busy(
    server: PulseServer, said: tuple[Path, NDArray[np.float64]], tmp_path: Path
) -> None:
    server.add_microphone(DEVICE)
    path, sound = said

    with Speaking(tmp_path, server.environment) as speaking:
        speaking.tell("record")
        speaking.until_true(lambda one: one.what == "level" and one.ms > 0, 20, "recording")
        playing = server.paplay(path, DEVICE)
        speaking.until_true(
            lambda one: one.what == "level" and one.index > LOUD_PERCENT, 20, "a level"
        )
        for _ in range(3):
            speaking.tell("block")
        assert playing.wait(20) == 0
        speaking.watch(1.0)
        speaking.tell("stop")
        kept = speaking.until("recorded")
        code = speaking.end()

    memo = memo_of(kept.word)
    match = found(cut(sound, 500, MURMUR_MS - 500), memo)
    assert match.likeness >= ALIKE, match
    assert kept.ms == pytest.approx(len(memo) * 1000 / RATE, abs=1)
    assert sum(dropouts_ms(sound, memo)) <= 60
    assert code == 0
    assert set(tmp_path.iterdir()) == {path, Path(kept.word)}


def test_what_was_said_before_the_microphone_went_is_kept(
    server: PulseServer, said: tuple[Path, NDArray[np.float64]], tmp_path: Path
) -> None:
    server.add_microphone(DEVICE)
    path, sound = said

    with Speaking(tmp_path, server.environment) as speaking:
        speaking.tell("record")
        speaking.until_true(lambda one: one.what == "level" and one.ms > 0, 20, "recording")
        playing = server.paplay(path, DEVICE)
        speaking.until_true(lambda one: one.what == "level" and one.ms > 3_500, 20, "a while")
        server.remove_device(DEVICE)
        kept = speaking.until("recorded", LOST_WITHIN_S)
        why = speaking.until("failed")
        code = speaking.end()
    playing.kill()
    playing.wait()

    assert why.word == MICROPHONE_LOST
    assert found(cut(sound, 500, 1_500), memo_of(kept.word)).likeness >= ALIKE
    assert code == 0


def test_a_sound_server_that_dies_takes_nothing_along(
    server: PulseServer, recorder: Recorder, tmp_path: Path
) -> None:
    server.add_microphone(DEVICE)

    with Speaking(tmp_path, server.environment) as speaking:
        speaking.tell("record")
        speaking.until_true(lambda one: one.what == "level" and one.ms > 1_000, 20, "recording")
        server.kill()
        kept = speaking.until("recorded", LOST_WITHIN_S)
        why = speaking.until("failed")
        code = speaking.end()
    recorder.stop()

    assert kept.ms >= 1_000
    assert why.word == MICROPHONE_LOST
    assert code == 0


def test_no_microphone_is_told(server: PulseServer, tmp_path: Path) -> None:
    with Speaking(tmp_path, server.environment) as speaking:
        speaking.tell("record")
        code = speaking.end()

    assert [one.word for one in speaking.events if one.what == "failed"] == [NO_MICROPHONE]
    assert code == 0


def test_the_recorder_that_hears_keeps_the_contract(server: PulseServer) -> None:
    server.add_microphone(DEVICE)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]

    ended = subprocess.run(
        [*command, "tests/sound/recorder_kept.py"],
        cwd=CHECKOUT,
        env={
            **os.environ,
            "PULSE_SERVER": server.address,
            "PYTEST_ADDOPTS": "",
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 0, ended.stdout
