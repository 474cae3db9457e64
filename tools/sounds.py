"""Makes the two short sounds of the app: a soft bell, and a tone that says "taken in".

    python tools/sounds.py                    both, measured on the files
    python tools/sounds.py --out /tmp/sounds

They are tones computed here; a sound that came out too loud or does not end in silence is
refused, not written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from checkout import ROOT
from narration.clip import measure
from narration.sound import SAMPLE_RATE, read_sound, sample_count, silence, write_vorbis
from prt_desktop.audio.levels import Samples, amplitude, decibels
from prt_desktop.audio.loudness import loudness_lufs, true_peak_db

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FOLDER = ROOT / "assets" / "audio" / "sounds"

LEAD_MS = 20
QUIET_MS = 100
"""At the end of each sound: a player swallows the last 13 to 18 ms of a file."""
CODEC_MARGIN_DB = 0.3
"""Vorbis raises loudness and peaks a little, so both are aimed below their limits."""
SILENT_DB = -70.0
"""The last 50 ms must lie below this, and so must the first 5."""

Wave = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sound:
    """A short sound: how it is made, and the loudness and true peak it stays under."""

    identifier: str
    make: Callable[[], Samples]
    loudest_lufs: float
    highest_dbtp: float


@dataclass(frozen=True, slots=True)
class Partial:
    """One of the tones a bell is made of; a fainter one `beat_hz` above makes it waver."""

    hertz: float
    level: float
    decay_s: float
    beat_hz: float


BELL_HZ = 264.0
BELL = (
    Partial(BELL_HZ, 1.0, 2.2, 0.5),
    Partial(2.01 * BELL_HZ, 0.3, 1.5, 0.7),
    Partial(2.76 * BELL_HZ, 0.22, 1.0, 0.9),
    Partial(5.4 * BELL_HZ, 0.04, 0.45, 1.3),
)
"""A small bowl struck with felt: few overtones, and the higher the sooner gone."""
BEAT_LEVEL = 0.25
BELL_S = 5.0
MALLET_S = 0.022
"""How slowly the stroke sets in: felt, not wood."""
BELL_FADE_S = 2.0

TICK_HZ = 392.0
TICK_S = 0.3
TICK_RISE_S = 0.05


class UnfitSoundError(Exception):
    """A sound breaks its limits."""


def between_silences(sound: Wave) -> Samples:
    """Put a moment of silence before a sound and a longer one after it."""
    return np.concatenate([silence(LEAD_MS), sound.astype(np.float32), silence(QUIET_MS)])


def bell() -> Samples:
    """Make one stroke of a soft bell that has died away after five seconds."""
    time = _time(BELL_S)
    ring = np.zeros(time.size)
    for partial in BELL:
        pair = np.sin(2 * np.pi * partial.hertz * time)
        pair += BEAT_LEVEL * np.sin(2 * np.pi * (partial.hertz + partial.beat_hz) * time)
        ring += partial.level * np.exp(-time / partial.decay_s) * pair
    onset = 1 - np.exp(-((time / MALLET_S) ** 2))
    left = np.clip((BELL_S - time) / BELL_FADE_S, 0.0, 1.0)
    return between_silences(ring * onset * np.sin(left * np.pi / 2) ** 2)


def tick() -> Samples:
    """Make a round tone of 0.3 s that comes and goes without an edge."""
    time = _time(TICK_S)
    rise = np.sin(np.clip(time / TICK_RISE_S, 0.0, 1.0) * np.pi / 2) ** 2
    fall = np.cos(np.clip((time - TICK_RISE_S) / (TICK_S - TICK_RISE_S), 0, 1) * np.pi / 2) ** 2
    tone = np.sin(2 * np.pi * TICK_HZ * time) + 0.15 * np.sin(4 * np.pi * TICK_HZ * time)
    return between_silences(tone * rise * fall**1.5)


SOUNDS = (Sound("bell", bell, -26.0, -9.0), Sound("tick", tick, -30.0, -24.0))
"""Both well under a voice at -19 LUFS: the bell stands alone, the tick may sound under words."""


def finished(sound: Sound) -> Samples:
    """Make a sound as loud as its limits allow."""
    whole = sound.make()
    gain_db = min(
        sound.loudest_lufs - loudness_lufs(whole), sound.highest_dbtp - true_peak_db(whole)
    )
    return np.asarray(whole * amplitude(gain_db - CODEC_MARGIN_DB), np.float32)


def faults(sound: Sound, path: Path) -> Iterator[str]:
    """Say which limits a written sound breaks, decoded from its file; raises SoundFileError."""
    samples, rate = read_sound(path)
    measured = measure(path)
    if (rate, samples.ndim) != (SAMPLE_RATE, 1):
        yield f"has {rate} samples a second in {samples.ndim} dimensions"
    if measured.lufs > sound.loudest_lufs:
        yield f"is as loud as {measured.lufs:.2f} LUFS"
    if measured.true_peak_db > sound.highest_dbtp:
        yield f"has a true peak of {measured.true_peak_db:.2f} dBTP"
    ends = (samples[: sample_count(5)], samples[-sample_count(50) :])
    if max(decibels(float(np.abs(end).max())) for end in ends) > SILENT_DB:
        yield "does not begin and end in silence"


def write(sound: Sound, folder: Path) -> None:
    """Write one sound as the clips are written, or leave nothing; raises UnfitSoundError."""
    path = folder / f"{sound.identifier}.ogg"
    part = folder / f".{sound.identifier}.ogg"
    write_vorbis(part, finished(sound))
    found = list(faults(sound, part))
    if found:
        part.unlink()
        raise UnfitSoundError(f"{sound.identifier}: {', '.join(found)}")
    part.replace(path)


def report(path: Path) -> str:
    """Say what was written, measured on the file."""
    measured = measure(path)
    return (
        f"{path.name}: {measured.length_ms} ms, {path.stat().st_size} bytes,"
        f" {measured.lufs:.2f} LUFS, true peak {measured.true_peak_db:.2f} dBTP"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool; 0 when both sounds were written, 1 when one was refused."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--out", type=Path, default=FOLDER, help="where they are written")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    try:
        for sound in SOUNDS:
            write(sound, options.out)
            print(report(options.out / f"{sound.identifier}.ogg"))
    except UnfitSoundError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _time(seconds: float) -> Wave:
    return np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE


if __name__ == "__main__":
    sys.exit(main())
