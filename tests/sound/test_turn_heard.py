"""A session that is turned while it speaks, as it is heard on a device."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from prt_desktop.domain.exercise import Turn
from tests.sound.actor import Part
from tests.sound.matching import TRUSTED, cut, found, last_sound_ms, sharpness
from tests.sound.material import spoken, talking, turns
from tests.sound.playing import Playing
from tests.sound.pulse import RATE

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from tests.sound.pulse import PulseServer, Recorder

pytestmark = [pytest.mark.sound, pytest.mark.soak]

CLIP_MS = 6_000
INTO_A_WORD_MS = 1_500
NEW_WORDS_WITHIN_MS = 3_000
END_WITHIN_S = 0.5
HEAD_MS = 400
# A clip's own edges are sharp here; so the old words are listened to up to just before the new.
BEFORE_NEW_WORDS_MS = 60
SOFT = 0.25


def heads(folder: Path, part: Part) -> list[NDArray[np.float64]]:
    """Give how the words begin that each turn leads to, and those after it."""
    recordings = [one.recording for one in turns(folder / "turns", CLIP_MS).values()]
    recordings.append(spoken(folder / "clips", talking(part.cues, part.pause_ms), CLIP_MS))
    firsts = [next(iter(one.clips.values())).path for one in recordings[:2]]
    # The session was left in its second cue.
    firsts.append(list(recordings[2].clips.values())[2].path)
    return [cut(soundfile.read(one)[0], 0, HEAD_MS) for one in firsts]


def cut_off(sound: NDArray[np.float64], end_ms: float) -> float:
    """Give how sharp it would be if the sound just ended, at the worst of a few places."""
    silence = np.zeros(RATE // 2)
    ends = [cut(sound, 0, end_ms - back_ms) for back_ms in range(0, 100, 7)]
    return max(
        sharpness(np.concatenate([one, silence]), len(one) / 24 - 50, len(one) / 24 + 50)
        for one in ends
    )


def test_new_words_come_within_three_seconds_without_a_click_and_the_end_stays(
    server: PulseServer, recorder: Recorder, tmp_path: Path
) -> None:
    part = Part(str(tmp_path), 8, 60_000, CLIP_MS)

    with Playing(part, server.environment) as playing:
        begun_s = time.monotonic()
        playing.tell("play")
        pressed = []
        for wish in (Turn.LIGHTER, Turn.TOO_MUCH, "fine"):
            playing.until("cue")
            playing.watch(INTO_A_WORD_MS / 1000)
            pressed.append(playing.tell(str(wish)))
            playing.until("plan_changed")
        finished = playing.until("finished", within_s=90)

    delays, clicks, cuts = [], [], []
    for head, press in zip(heads(tmp_path, part), pressed, strict=True):
        after = recorder.since(press.at_s)[: 24 * 6_000]
        new = found(head, after)
        assert new.likeness >= TRUSTED
        silent_ms = last_sound_ms(cut(after, 0, new.place_ms - BEFORE_NEW_WORDS_MS)) or 0.0
        delays.append(new.place_ms)
        clicks.append(sharpness(after, silent_ms - 300, new.place_ms - BEFORE_NEW_WORDS_MS))
        cuts.append(cut_off(after, silent_ms - 300))
    print(f"new words after {delays} ms; clicks {clicks}; cut off {cuts}")  # noqa: T201
    assert max(delays) <= NEW_WORDS_WITHIN_MS
    assert max(clicks) <= SOFT * min(cuts)
    assert finished.at_s - begun_s == pytest.approx(60, abs=END_WITHIN_S)
