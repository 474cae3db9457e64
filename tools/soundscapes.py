"""Makes the background sounds: loops without a seam, and the list of them.

    python tools/soundscapes.py                    all of them
    python tools/soundscapes.py --only brown-noise --seconds 90

A loop whose seam can be told from the rest of it, that swells suddenly or that hisses is
refused, not written.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from checkout import ROOT
from looping.calm import HISS_LIMIT_DB, RISE_LIMIT_DB, hiss_db, sharpest_rise_db
from looping.circle import LOOP_RATE, circular_lufs, levelled_loop
from looping.makers import SOUNDSCAPES, Soundscape
from looping.seam import SEAM_LIMIT, seam_sharpness
from narration.sound import read_sound
from prt_desktop.audio.levels import decibels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prt_desktop.audio.levels import Samples

FOLDER = ROOT / "assets" / "audio" / "soundscapes"
SHORTEST_S = 60
"""A shorter loop is recognised as one."""
SEED = 1


class LoopError(Exception):
    """A loop does not close, or is not gentle."""


def made(soundscape: Soundscape, seconds: int) -> Samples:
    """Make one loop, the same for the same length; raises LoopError."""
    random = np.random.default_rng(SEED)
    loop = levelled_loop(soundscape.make(seconds * LOOP_RATE, random)).astype(np.float32)
    faults = list(loop_faults(loop))
    if faults:
        raise LoopError(f"{soundscape.identifier}: {', '.join(faults)}")
    return loop


def loop_faults(loop: Samples) -> Iterator[str]:
    """Say what keeps a loop from being a background."""
    if (sharpness := seam_sharpness(loop)) > SEAM_LIMIT:
        yield f"the seam bends {sharpness:.1f} times as sharply as the sound beside it"
    if (rise := sharpest_rise_db(loop)) > RISE_LIMIT_DB:
        yield f"it rises by {rise:.1f} dB at once"
    if (hiss := hiss_db(loop)) > HISS_LIMIT_DB:
        yield f"it hisses: {hiss:.1f} dB of it lie above 4 kHz"


def write_loop(path: Path, loop: Samples) -> None:
    """Write a loop as FLAC, which keeps every sample; lossy codecs would spoil the seam."""
    part = path.with_name(f".{path.name}.part")
    soundfile = importlib.import_module("soundfile")
    soundfile.write(part, loop, LOOP_RATE, format="FLAC", subtype="PCM_16", compression_level=1.0)
    part.replace(path)


def listing(folder: Path) -> str:
    """Write down every soundscape that is there, with the loudness measured on its file."""
    tables = ["# Written by tools/soundscapes.py; the loops are of our own making.\n"]
    for soundscape in SOUNDSCAPES:
        path = folder / f"{soundscape.identifier}.flac"
        if path.exists():
            loop, _rate = read_sound(path)
            tables.append(
                "[[soundscape]]\n"
                f'id = "{soundscape.identifier}"\n'
                f'name = "{soundscape.name}"\n'
                f'description = "{soundscape.description}"\n'
                f'file = "{path.name}"\n'
                f"lufs = {circular_lufs(loop):.1f}\n"
            )
    return "\n".join(tables)


def report(path: Path) -> str:
    """Say what was written, measured on the file."""
    loop, rate = read_sound(path)
    size = path.stat().st_size / 1e6
    peak = decibels(float(np.abs(loop).max()))
    return (
        f"{path.name}: {len(loop) / rate:.0f} s, {size:.1f} MB, {circular_lufs(loop):.1f} LUFS,"
        f" peak {peak:.1f} dB, seam {seam_sharpness(loop):.2f} (at most {SEAM_LIMIT:.0f}),"
        f" rise {sharpest_rise_db(loop):.1f} dB (at most {RISE_LIMIT_DB:.0f}),"
        f" above 4 kHz {hiss_db(loop):.1f} dB (at most {HISS_LIMIT_DB:.0f})"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool; 0 when every loop was written, 1 when one was refused."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    names = [soundscape.identifier for soundscape in SOUNDSCAPES]
    parser.add_argument("--only", choices=names, help="one soundscape")
    parser.add_argument("--seconds", type=int, default=SHORTEST_S, help="length of the loop")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where they are written")
    options = parser.parse_args(arguments)
    if options.seconds < SHORTEST_S:
        parser.error(f"a loop lasts {SHORTEST_S} s or more")
    options.out.mkdir(parents=True, exist_ok=True)
    try:
        for soundscape in SOUNDSCAPES:
            if options.only in (None, soundscape.identifier):
                path = options.out / f"{soundscape.identifier}.flac"
                write_loop(path, made(soundscape, options.seconds))
                print(report(path), flush=True)
    except LoopError as error:
        print(error, file=sys.stderr)
        return 1
    (options.out / "soundscapes.toml").write_text(listing(options.out), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
