"""Sessions written to files from the real clips, measured on the files themselves."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from prt_desktop.audio.clips import SAMPLE_RATE
from prt_desktop.audio.render import render
from prt_desktop.content.exercises import read_exercise, read_recording
from prt_desktop.content.library import Library
from prt_desktop.domain.exercise import Guidance, Recording
from prt_desktop.domain.timeline import Pace, Timeline, length_range, longest_within, timeline
from prt_desktop.export.webvtt import webvtt
from prt_desktop.paths import assets

if TYPE_CHECKING:
    from pathlib import Path


AUDIO = assets() / "audio"
FOLDERS = sorted(file.parent for file in AUDIO.glob("*/exercise.toml"))
VOICES = tuple(voice.id for voice in Library(assets()).voices)
SAMPLES_PER_MS = SAMPLE_RATE // 1000
WINDOW_MS = 5
AUDIBLE = 10 ** (-50 / 20)
CAPTION_WITHIN_MS = 50
LONGEST_QUIET_MS = 250  # before a clip's first sound: a soft consonant rises slowly
QUICK_MS = 150_000


@dataclass(frozen=True)
class Heard:
    """A session, the recording it speaks, and the samples of the file that was written."""

    plan: Timeline
    recording: Recording
    samples: NDArray[np.float32]


def written(out: Path, folder: Path, pace: Pace, voice: str, share: float, most_ms: int) -> Heard:
    """Write a session that lies at a share of its range, and read the file back."""
    exercise = read_exercise(folder)
    recording = read_recording(folder, exercise, voice)
    shortest_ms, longest_ms = length_range(exercise, recording.lengths_ms, pace)
    wanted_ms = min(most_ms, shortest_ms + round(share * (longest_ms - shortest_ms)))
    wanted_ms = max(shortest_ms, wanted_ms)
    fits_ms = longest_within(exercise, recording.lengths_ms, wanted_ms, pace) or shortest_ms
    plan = timeline(exercise, recording.lengths_ms, fits_ms, pace)
    render(plan, recording, out)
    samples, rate = soundfile.read(out, dtype="float32", always_2d=True)
    out.unlink()
    assert (rate, samples.shape[1]) == (SAMPLE_RATE, 1)
    return Heard(plan, recording, samples[:, 0])


def first_sound_ms(samples: NDArray[np.float32]) -> int:
    """Give where the first window that can be heard begins."""
    step = WINDOW_MS * SAMPLES_PER_MS
    windows = samples[: len(samples) // step * step].reshape(-1, step)
    loud = np.sqrt((windows**2).mean(axis=1)) > AUDIBLE
    return int(loud.argmax()) * WINDOW_MS if loud.any() else len(samples) // SAMPLES_PER_MS


def measure(heard: Heard) -> None:
    """Hold a file to its plan: its length, each caption, and every silence."""
    plan, samples = heard.plan, heard.samples
    assert len(samples) == plan.length_ms * SAMPLES_PER_MS
    rest = samples.copy()
    for span in plan.spans:
        clip, _rate = soundfile.read(heard.recording.clips[span.clip_id].path, dtype="float32")
        quiet_ms = first_sound_ms(clip)
        start, end = span.start_ms * SAMPLES_PER_MS, span.end_ms * SAMPLES_PER_MS
        begins_ms = first_sound_ms(samples[start:end])
        assert abs(begins_ms - quiet_ms) <= CAPTION_WITHIN_MS, span.cue_id
        assert quiet_ms <= LONGEST_QUIET_MS, span.cue_id
        rest[start : span.speech_end_ms * SAMPLES_PER_MS] = 0
    assert not rest.any()
    assert webvtt(plan).count("-->") == len(plan.spans)


SIX = [
    (k, voice, level, share)
    for k, (voice, level, share) in enumerate(
        [
            ("heart", Guidance.FULL, 0.0),
            ("michael", Guidance.SPARSE, 0.02),
            ("heart", Guidance.CUE_ONLY, 0.05),
            ("michael", Guidance.SILENT, 0.0),
            ("heart", Guidance.SPARSE, 0.01),
            ("michael", Guidance.FULL, 0.03),
        ]
    )
]


@pytest.mark.parametrize(("place", "voice", "level", "share"), SIX)
def test_a_written_session_is_heard_as_it_was_planned(
    tmp_path: Path, place: int, voice: str, level: Guidance, share: float
) -> None:
    folder = FOLDERS[place * len(FOLDERS) // len(SIX)]
    pace = Pace(level, checked=place % 2 == 0)

    heard = written(tmp_path / "session.wav", folder, pace, voice, share, QUICK_MS)

    measure(heard)


@pytest.mark.soak
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_session_is_heard_as_it_was_planned(tmp_path: Path, folder: Path) -> None:
    movements = [None, *(movement.id for movement in read_exercise(folder).movements)]
    own = ("I know this pain.", "It was looked at.", "It passes.")

    for voice, level, share in itertools.product(VOICES, Guidance, (0.0, 0.5, 1.0)):
        for movement in movements if share == 0.0 else movements[:1]:
            pace = Pace(level, checked=share > 0, movement=movement, own_sentences=own)
            heard = written(tmp_path / "session.flac", folder, pace, voice, share, 10**9)

            measure(heard)
