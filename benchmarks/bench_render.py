"""Twenty minutes rendered, against ffmpeg joining and mixing the same clips, silences and loop.

ffmpeg is called with its filters for exactly this: each clip padded to its place, all joined, the
loop repeated, faded and mixed under them, to the same format at the same bit rate. Its start is
counted; ours is not, for the window renders in the process that it has. Then the memory: the
most that a process of its own takes while it renders, less what it had before.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import soundfile

from benchmarks.pairs import Figure, alternate, report
from benchmarks.scores import BACKGROUND, TWENTY_MS, TWO_HOURS_MS, long_score
from prt_desktop.audio.mixing import FADE_MS
from prt_desktop.audio.render import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prt_desktop.domain.exercise import Recording
    from prt_desktop.domain.timeline import Timeline

LIMIT = 1.5
MEMORY_LIMIT_MB = 80
MEMORY = Path(__file__).with_name("render_memory.py")
CASES = (("voice", ".wav", 5), ("voice", ".mp3", 3), ("background", ".mp3", 3))
SETTINGS = {
    ("voice", ".wav"): ("-c:a", "pcm_s16le"),
    ("voice", ".mp3"): ("-c:a", "libmp3lame", "-b:a", "64k"),
    ("background", ".mp3"): ("-c:a", "libmp3lame", "-b:a", "128k"),
}


def main() -> int:
    """Print the figures; without ffmpeg only those of memory."""
    with tempfile.TemporaryDirectory(prefix="prt-bench-", dir=Path.cwd()) as folder:
        return report(_figures(Path(folder)))


def _figures(folder: Path) -> Iterator[Figure]:
    timeline, recording = long_score(TWENTY_MS)
    if shutil.which("ffmpeg") is None:
        print("render: time skipped, ffmpeg is not installed (tools/setup.sh soak brings it)")
    else:
        for what, ending, pairs in CASES:
            ours = partial(_rendered_ms, timeline, recording, folder / f"ours{ending}", what)
            floor = partial(_joined_ms, timeline, recording, folder / f"floor{ending}", what)
            ours_ms, floor_ms = alternate(ours, floor, pairs)
            _compare_lengths(folder, ending)
            yield Figure(f"20 min, {what} to {ending}", ours_ms, floor_ms, LIMIT)
    for length_ms, ending, rate in ((TWENTY_MS, ".mp3", 1.0), (TWO_HOURS_MS, ".flac", 0.9)):
        taken = [_memory_mb(folder, length_ms, ending, rate)]
        name = f"memory, {length_ms // 60_000} min with background, rate {rate:g}"
        yield Figure(name, taken, limit=MEMORY_LIMIT_MB, unit="MB")


def _rendered_ms(timeline: Timeline, recording: Recording, out: Path, what: str) -> float:
    begun_s = time.perf_counter()
    render(timeline, recording, out, None if what == "voice" else BACKGROUND)
    return (time.perf_counter() - begun_s) * 1000


def _joined_ms(timeline: Timeline, recording: Recording, out: Path, what: str) -> float:
    command = _ffmpeg(timeline, recording, what)
    begun_s = time.perf_counter()
    subprocess.run([*command, *SETTINGS[what, out.suffix], out], check=True)
    return (time.perf_counter() - begun_s) * 1000


def _ffmpeg(timeline: Timeline, recording: Recording, what: str) -> list[str | Path]:
    """Write the call that joins the clips and, if wished, mixes the loop under them."""
    spans = timeline.spans
    command: list[str | Path] = ["ffmpeg", "-v", "error", "-nostdin", "-y"]
    for span in spans:
        command += ["-i", recording.clips[span.clip_id].path]
    padded = [
        f"[{k}:a]apad=whole_len={24 * (span.end_ms - span.start_ms)}[p{k}]"
        for k, span in enumerate(spans)
    ]
    joined = "".join(f"[p{k}]" for k in range(len(spans))) + f"concat=n={len(spans)}:v=0:a=1"
    if what == "voice":
        return [*command, "-filter_complex", ";".join([*padded, f"{joined}[out]"]), "-map", "[out]"]
    command += ["-stream_loop", "-1", "-i", BACKGROUND.soundscape.path]
    seconds, fade = timeline.length_ms / 1000, FADE_MS / 1000
    bed = (
        f"[{len(spans)}:a]atrim=end={seconds},afade=t=in:d={fade},"
        f"afade=t=out:st={seconds - fade}:d={fade}[bed]"
    )
    voice = f"{joined},aresample=48000,aformat=channel_layouts=stereo[voice]"
    mix = "[voice][bed]amix=inputs=2:duration=first:normalize=0[out]"
    return [*command, "-filter_complex", ";".join([*padded, voice, bed, mix]), "-map", "[out]"]


def _compare_lengths(folder: Path, ending: str) -> None:
    """Make sure that both made the same: of one length, but for what MP3 rounds up."""
    ours, floor = (soundfile.info(folder / f"{name}{ending}") for name in ("ours", "floor"))
    same = (ours.samplerate, ours.channels) == (floor.samplerate, floor.channels)
    if not same or abs(ours.duration - floor.duration) > 0.1:
        raise RuntimeError(f"ffmpeg made something else: {floor} instead of {ours}")


def _memory_mb(folder: Path, length_ms: int, ending: str, rate: float) -> float:
    out = folder / f"memory{ending}"
    call = [sys.executable, str(MEMORY), str(length_ms), str(rate), str(out)]
    told = subprocess.run(call, check=True, capture_output=True, text=True)
    out.unlink()
    return float(told.stdout)


if __name__ == "__main__":
    sys.exit(main())
