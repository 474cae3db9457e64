"""Made-up clips, loops and exercises for playing: no two stretches of them sound alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from prt_desktop.audio.clips import SAMPLE_RATE
from prt_desktop.audio.render import voice_blocks
from prt_desktop.domain.exercise import Clip, Exercise, Pause, Recording, Spoken, Turn
from prt_desktop.domain.soundscape import Soundscape
from prt_desktop.domain.timeline import Pace, Timeline, timeline
from tests.builders import a_cue, an_exercise
from tests.sound.matching import band

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

CLIP_MS = 3_000
TURN_PAUSE_MS = (500, 8_000)
SPEECH_HZ = (150.0, 2_200.0)
LOOP_HZ = (2_500.0, 4_000.0)
LOOP_RATE = 48_000
LOOP_MS = 2_500
PACE = Pace(checked=True)
_SYLLABLES_HZ = 4.0


def talking(cues: int, pause_ms: tuple[int, int] = (500, 1_500)) -> Exercise:
    """Build an exercise of so many cues, with short pauses unless longer ones are asked for."""
    pause = Pause(*pause_ms, weight=1.0)
    return an_exercise(*(a_cue(f"cue-{number}", pause=pause) for number in range(cues)))


def spoken(
    folder: Path, exercise: Exercise, clip_ms: int = CLIP_MS, first_seed: int = 0
) -> Recording:
    """Give an exercise's clips in a folder, writing those that are not there yet."""
    clips: dict[str, Clip] = {}
    for number, clip_id in enumerate(exercise.clip_texts(), first_seed):
        path = folder / f"{clip_id}.ogg"
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            sound = murmur(number, clip_ms)
            soundfile.write(path, sound, SAMPLE_RATE, format="OGG", subtype="VORBIS")
        clips[clip_id] = Clip(clip_id, path, clip_ms)
    return Recording("heart", clips, dict.fromkeys(clips, clip_ms))


def laid_out(exercise: Exercise, recording: Recording, length_ms: int) -> Timeline:
    """Lay an exercise out over so many ms."""
    return timeline(exercise, recording.lengths_ms, length_ms, PACE)


def turns(folder: Path, clip_ms: int = CLIP_MS) -> dict[Turn, Spoken]:
    """Give what a session can turn to: three cues each, in sounds of their own."""
    found = {}
    for number, turn in enumerate(Turn, 1):
        script = replace(talking(3, TURN_PAUSE_MS), id=turn.value, turn=turn, returns_to="watch")
        recording = spoken(folder / turn.value, script, clip_ms, 100 * number)
        found[turn] = Spoken(script, recording)
    return found


def track_of(timeline: Timeline, recording: Recording) -> NDArray[np.float64]:
    """Render the voice of a session, from -1 to 1."""
    blocks = list(voice_blocks(timeline, recording))
    return np.concatenate(blocks).astype(np.float64) / 32_768


def murmur(seed: int, length_ms: int) -> NDArray[np.float64]:
    """Make noise as loud, as low and as uneven as speech; it begins at full loudness."""
    samples = length_ms * SAMPLE_RATE // 1000
    noise = band(np.random.default_rng(seed).standard_normal(samples), *SPEECH_HZ)
    seconds = np.arange(samples) / SAMPLE_RATE
    swell = 0.6 + 0.4 * np.cos(2 * np.pi * _SYLLABLES_HZ * seconds)
    sound: NDArray[np.float64] = np.clip(0.1 * noise / noise.std() * swell, -0.9, 0.9)
    return sound


def hiss(length_ms: int = LOOP_MS) -> NDArray[np.float64]:
    """Make a loop far above the voice, at 24 kHz; its end runs on into its beginning."""
    samples = length_ms * SAMPLE_RATE // 1000
    noise = band(np.random.default_rng(99).standard_normal(samples), *LOOP_HZ)
    loop: NDArray[np.float64] = 0.05 * noise / noise.std()
    return loop


def soundscape(folder: Path) -> Soundscape:
    """Write the loop as the app's backgrounds are: FLAC, stereo, 48 kHz."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "hiss.flac"
    loop = hiss()
    spectrum = np.fft.rfft(loop)
    twice = np.fft.irfft(spectrum, 2 * len(loop)) * 2
    stereo = np.stack([twice, twice], 1)
    soundfile.write(path, stereo, LOOP_RATE, format="FLAC", subtype="PCM_16")
    return Soundscape("hiss", "Hiss", "A made-up loop", path)
