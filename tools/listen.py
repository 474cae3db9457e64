"""Listens to what was spoken: transcribes it, measures it, and fails where a limit is broken.

    python tools/listen.py                              every clip there is, and the soundscapes
    python tools/listen.py --only somatic-tracking --voice heart --no-scores
    python tools/listen.py --sample 20                  twenty clips, spread over all
    python tools/listen.py --track t.wav --script t.vtt a rendered session against its captions

The recogniser knows nothing of the text. Words are compared after numerals, spellings and
homophones have been made alike. What was found out about a clip is kept in build/listening under
the clip's content, so that the next listening measures only what has changed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checkout import KEPT, ROOT
from listening.clips import ClipFile, find_clips, judged, total_faults
from listening.crew import hear_all
from listening.hearing import HearingCache, examine
from listening.loops import loop_faults, measure_loop
from listening.recogniser import Recogniser
from listening.report import (
    CLIP_HEADINGS,
    LOOP_HEADINGS,
    clip_row,
    loop_row,
    row,
    summary,
    track_report,
)
from listening.track import CaptionError, listen_to_track, read_captions
from narration.manifest import ManifestError
from narration.scripts import ScriptError, exercise_scripts, lesson_scripts
from narration.sound import SoundFileError, read_sound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from narration.scripts import Script

AUDIO = ROOT / "assets" / "audio"
LESSONS = ROOT / "assets" / "lessons"


def say(line: str) -> None:
    """Tell the person at the terminal what was found."""
    print(line, flush=True)


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--only", metavar="ID", help="one exercise or lesson")
    parser.add_argument("--voice", metavar="V", help="one voice of voices.toml")
    parser.add_argument("--lessons", action="store_true", help="the lessons alone")
    parser.add_argument("--sample", type=int, metavar="N", help="N clips, spread over all")
    parser.add_argument(
        "--no-scores", dest="scores", action="store_false", help="estimate no opinion scores"
    )
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="processes that listen")
    parser.add_argument("--kept", type=Path, default=KEPT, help="where what was heard is kept")
    parser.add_argument("--out", type=Path, default=AUDIO, help="folder of the clips")
    parser.add_argument("--track", type=Path, metavar="WAV", help="a rendered session")
    parser.add_argument("--script", type=Path, metavar="VTT", help="the captions of that session")
    options = parser.parse_args(arguments)
    if (options.track is None) != (options.script is None):
        parser.error("--track and --script go together")
    return options


def spread(clips: list[ClipFile], count: int | None) -> list[ClipFile]:
    """Choose a number of clips at even steps, or all."""
    if count is None or count >= len(clips):
        return clips
    return [clips[at * len(clips) // max(1, count)] for at in range(max(1, count))]


def check_clips(options: argparse.Namespace) -> list[str]:
    """Listen to clips and return what is wrong; raises ScriptError, ManifestError."""
    found = list(find_clips(wanted_scripts(options), options.out, options.voice))
    faults = [item for item in found if isinstance(item, str)]
    clips = spread([item for item in found if isinstance(item, ClipFile)], options.sample)
    if not clips:
        return [*faults, "there is no clip to listen to"]
    hearings = hear_all(
        [clip.path for clip in clips],
        HearingCache(options.kept),
        examine,
        workers=options.workers,
        scored=options.scores,
    )
    say(row(CLIP_HEADINGS))
    results = [judged(clip, hearings[clip.path]) for clip in clips]
    for result in results:
        say(clip_row(result))
        faults += [f"{result.clip.name}: {fault}" for fault in result.faults]
    say(summary(results))
    return [*faults, *total_faults(results)]


def wanted_scripts(options: argparse.Namespace) -> list[Script]:
    """Choose the exercises and lessons to listen to; raises ScriptError."""
    scripts = [] if options.lessons else list(exercise_scripts(AUDIO))
    scripts += lesson_scripts(LESSONS)
    return [script for script in scripts if options.only in (None, script.identifier)]


def check_loops(folder: Path) -> list[str]:
    """Measure the soundscapes and return what is wrong; raises SoundFileError."""
    faults = []
    say(row(LOOP_HEADINGS))
    for path in sorted(folder.glob("*.flac")):
        loop, rate = read_sound(path)
        measures = measure_loop(loop, rate)
        broken = list(loop_faults(measures))
        say(loop_row(path.stem, measures, broken))
        faults += [f"{path.stem}: {fault}" for fault in broken]
    return faults


def check_all(options: argparse.Namespace) -> list[str]:
    """Listen to the clips that are wanted, and to the soundscapes when that is everything."""
    faults = check_clips(options)
    if not (options.only or options.voice or options.lessons or options.sample):
        faults += check_loops(options.out / "soundscapes")
    return faults


def check_track(options: argparse.Namespace) -> list[str]:
    """Listen to one track and return what is wrong; raises CaptionError, SoundFileError."""
    captions = read_captions(options.script.read_text("utf-8"))
    samples, rate = read_sound(options.track)
    if samples.ndim != 1:
        return [f"{options.track}: has {samples.shape[1]} channels, not a voice alone"]
    result = listen_to_track(samples, rate, captions, Recogniser())
    say(track_report(result, len(captions)))
    return list(result.faults)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool; 0 when every limit is kept, 1 when not."""
    options = read_options(arguments)
    try:
        faults = check_track(options) if options.track else check_all(options)
    except (ScriptError, ManifestError, CaptionError, SoundFileError, OSError) as error:
        faults = [str(error)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
