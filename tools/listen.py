"""Listens to what was spoken: transcribes it, measures it, and fails where a limit is broken.

    python tools/listen.py                              every clip of the exercises
    python tools/listen.py --only somatic-tracking --voice heart --mos
    python tools/listen.py --sample 20                  twenty clips, spread over all
    python tools/listen.py --track t.wav --script t.vtt a rendered session against its captions

The recogniser knows nothing of the text. Words are compared after numerals, spellings and
homophones have been made alike.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checkout import ROOT
from listening.clips import ClipFile, ClipResult, find_clips, listen_to, total_faults
from listening.recogniser import Recogniser
from listening.track import CaptionError, TrackResult, listen_to_track, read_captions
from narration.manifest import ManifestError
from narration.scripts import ScriptError, exercise_scripts, lesson_scripts
from narration.sound import SoundFileError, read_sound

if TYPE_CHECKING:
    from collections.abc import Sequence

AUDIO = ROOT / "assets" / "audio"
LESSONS = ROOT / "assets" / "lessons"

HEADINGS = ("clip", "wrong", "seconds", "LUFS", "dBTP", "lead", "tail", "gap", "P.808")


def say(line: str) -> None:
    """Tell the person at the terminal what was found."""
    print(line, flush=True)


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--only", metavar="ID", help="one exercise or lesson")
    parser.add_argument("--voice", metavar="V", help="one voice of voices.toml")
    parser.add_argument("--lessons", action="store_true", help="the lessons, not the exercises")
    parser.add_argument("--sample", type=int, metavar="N", help="N clips, spread over all")
    parser.add_argument("--mos", action="store_true", help="estimate opinion scores too")
    parser.add_argument("--out", type=Path, default=AUDIO, help="folder of the clips")
    parser.add_argument("--track", type=Path, metavar="WAV", help="a rendered session")
    parser.add_argument("--script", type=Path, metavar="VTT", help="the captions of that session")
    options = parser.parse_args(arguments)
    if (options.track is None) != (options.script is None):
        parser.error("--track and --script go together")
    return options


def row(cells: Sequence[str]) -> str:
    """Set one line of the table."""
    name, *figures = cells
    return f"{name:52}" + "".join(f"{figure:>8}" for figure in figures)


def clip_row(result: ClipResult) -> str:
    """Set one clip's figures, with its faults and mishearings below it."""
    measures, comparison = result.measures, result.comparison
    cells = [
        result.clip.name,
        f"{comparison.errors}/{comparison.words}",
        f"{measures.length_ms / 1000:.1f}",
        f"{measures.lufs:.1f}",
        f"{measures.true_peak_db:.1f}",
        str(measures.lead_ms),
        str(measures.tail_ms),
        str(measures.longest_silence_ms),
        f"{result.scores[1]:.2f}" if result.scores else "",
    ]
    notes = [f"    misheard {' '.join(map(str, comparison.mismatches))}"]
    lines = [row(cells), *(notes if comparison.mismatches else [])]
    return "\n".join([*lines, *(f"    FAULT {fault}" for fault in result.faults)])


def spread(clips: list[ClipFile], count: int | None) -> list[ClipFile]:
    """Choose a number of clips at even steps, or all."""
    if count is None or count >= len(clips):
        return clips
    return [clips[at * len(clips) // max(1, count)] for at in range(max(1, count))]


def check_clips(options: argparse.Namespace) -> list[str]:
    """Listen to clips and return what is wrong; raises ScriptError, ManifestError."""
    source = lesson_scripts(LESSONS) if options.lessons else exercise_scripts(AUDIO)
    scripts = [script for script in source if options.only in (None, script.identifier)]
    found = list(find_clips(scripts, options.out, options.voice))
    faults = [item for item in found if isinstance(item, str)]
    clips = spread([item for item in found if isinstance(item, ClipFile)], options.sample)
    if not clips:
        return [*faults, "there is no clip to listen to"]
    recogniser = Recogniser()
    say(row(HEADINGS))
    results = []
    for clip in clips:
        result = listen_to(clip, recogniser, score=options.mos)
        say(clip_row(result))
        results.append(result)
        faults += [f"{clip.name}: {fault}" for fault in result.faults]
    say(summary(results))
    return [*faults, *total_faults(results)]


def summary(results: list[ClipResult]) -> str:
    """Say the figures over all clips in a few lines."""
    words = sum(result.comparison.words for result in results)
    errors = sum(result.comparison.errors for result in results)
    lufs = [result.measures.lufs for result in results]
    peak = max(result.measures.true_peak_db for result in results)
    seconds = sum(result.measures.length_ms for result in results) / 1000
    lines = [
        (
            f"{len(results)} clips, {seconds:.0f} s: {errors} of {words} words misheard"
            f" ({errors / max(1, words):.1%}), {min(lufs):.1f} to {max(lufs):.1f} LUFS,"
            f" peak {peak:.2f} dBTP"
        )
    ]
    scores = [result.scores for result in results if result.scores]
    if scores:
        overall, p808 = (sum(column) / len(scores) for column in zip(*scores, strict=True))
        lines.append(f"estimated opinion: overall {overall:.2f}, P.808 {p808:.2f} (of 5)")
    return "\n".join(lines)


def check_track(options: argparse.Namespace) -> list[str]:
    """Listen to one track and return what is wrong; raises CaptionError, SoundFileError."""
    captions = read_captions(options.script.read_text("utf-8"))
    samples, rate = read_sound(options.track)
    if samples.ndim != 1:
        return [f"{options.track}: has {samples.shape[1]} channels, not a voice alone"]
    result = listen_to_track(samples, rate, captions, Recogniser())
    say(track_report(result, len(captions)))
    return list(result.faults)


def track_report(result: TrackResult, captions: int) -> str:
    """Say the figures of a track."""
    measures, comparison = result.measures, result.comparison
    share = comparison.errors / max(1, comparison.words)
    return "\n".join(
        [
            f"length             {measures.length_ms / 1000:.3f} s, {captions} captions",
            f"words misheard     {comparison.errors} of {comparison.words} ({share:.1%})",
            *(f"                   {mismatch}" for mismatch in comparison.mismatches),
            f"loudness           {measures.lufs:.2f} LUFS",
            f"true peak          {measures.true_peak_db:.2f} dBTP",
            (
                f"longest silence    {measures.longest_silence_ms / 1000:.1f} s inside,"
                f" {measures.lead_ms / 1000:.1f} s before, {measures.tail_ms / 1000:.1f} s after"
            ),
            f"captions off by    {result.latest_start_ms} ms at most",
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool; 0 when every limit is kept, 1 when not."""
    options = read_options(arguments)
    try:
        faults = check_track(options) if options.track else check_clips(options)
    except (ScriptError, ManifestError, CaptionError, SoundFileError, OSError) as error:
        faults = [str(error)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
