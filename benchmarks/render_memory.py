"""Renders one long session and prints the MB that it took at most, beyond those before it."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.scores import BACKGROUND, long_score
from prt_desktop.audio.render import render


def main() -> None:
    """Render so many ms at a rate to a file with a background."""
    length_ms, rate, out = int(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3])
    timeline, recording = long_score(length_ms, rate)
    before_kb = _kilobytes("VmRSS")
    render(timeline, recording, out, BACKGROUND)
    print((_kilobytes("VmHWM") - before_kb) / 1024)


def _kilobytes(name: str) -> int:
    """Read what Linux counts of this process: VmRSS now, VmHWM at most."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


if __name__ == "__main__":
    main()
