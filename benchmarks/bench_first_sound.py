"""Press of play to first sound, against a bare QMediaPlayer given its source at the press."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.pairs import Figure, alternate, report
from benchmarks.scores import HOUR_MS, lengths_ms, score
from prt_desktop.audio.render import render
from tests.sound.matching import first_sound_ms
from tests.sound.pulse import DEVICE, MISSING, PulseServer, Recorder, is_installed

if TYPE_CHECKING:
    from collections.abc import Iterator

PAIRS = 5
LIMIT = 1.5
PRESS = Path(__file__).with_name("press.py")


def main() -> int:
    """Print the figures; skip with a word where no sound server can be started."""
    if not is_installed():
        print(f"first sound: skipped, {MISSING}")
        return 0
    with (
        tempfile.TemporaryDirectory(prefix="prt-bench-") as folder,
        PulseServer() as server,
    ):
        server.add_device(DEVICE)
        with Recorder(server, DEVICE) as recorder:
            return report(_figures(server, recorder, Path(folder)))


def _figures(server: PulseServer, recorder: Recorder, folder: Path) -> Iterator[Figure]:
    measured: dict[int, list[float]] = {}
    for length_ms in lengths_ms():
        timeline, recording = score(folder, length_ms)
        render(timeline, recording, folder / f"{length_ms}.wav")
        press = partial(_press_to_sound_ms, server, recorder, folder, length_ms)
        ours_ms, floor_ms = alternate(partial(press, "session"), partial(press, "bare"), PAIRS)
        measured[length_ms] = ours_ms
        minutes = length_ms / 60_000
        yield Figure(f"first sound, {minutes:.1f} min", ours_ms, floor_ms, LIMIT)
    shortest_ms = measured[min(measured)]
    yield Figure("first sound, an hour to the shortest", measured[HOUR_MS], shortest_ms, LIMIT)


def _press_to_sound_ms(
    server: PulseServer, recorder: Recorder, folder: Path, length_ms: int, how: str
) -> float:
    pressed = subprocess.run(
        [sys.executable, PRESS, how, folder, str(length_ms)],
        env={**server.environment, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
    )
    heard_ms = first_sound_ms(recorder.since(float(pressed.stdout)))
    if heard_ms is None:
        raise RuntimeError(f"nothing was heard: {pressed.stderr}")
    return heard_ms


if __name__ == "__main__":
    sys.exit(main())
