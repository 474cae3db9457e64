"""Speaks again, in other ways, the clips that were scored lowest, and keeps what is better.

    python tools/takes.py --voice heart --minutes 60
    python tools/takes.py --only somatic-tracking

A clip is replaced only where the new one keeps every limit of tools/listen.py, and scores more
than the one before. Which way each sentence was spoken is kept in the manifest, so that
tools/narrate.py finds the clip as it should be. It may be stopped at any time.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from checkout import KEPT, ROOT
from listening.clips import ClipFile, judged
from listening.hearing import HearingCache, content_sha256, examine, score_of
from listening.limits import MEAN_OVERALL
from narration.clip import ClipError, compose, write_clip
from narration.kokoro import Kokoro
from narration.production import plan_script, record_of
from narration.scripts import exercise_scripts, read_pronunciations, read_voices
from narration.sound import SAMPLE_RATE
from narration.takes import Remembering, best_takes
from prt_desktop.audio.loudness import loudness_lufs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from narration.production import Plan, Task
    from prt_desktop.audio.levels import Samples

AUDIO = ROOT / "assets" / "audio"
PRONUNCIATION = ROOT / "tools" / "pronunciation.toml"
TRIED = KEPT.with_name("takes")
ABOVE_THE_BAR = 0.04
"""A clip that lies so far above what the mean must reach is not spoken again."""


class Low(NamedTuple):
    """A clip to speak again: its score, its place and what it was made of."""

    score: float
    sha256: str
    plan: Plan
    task: Task


def say(line: str) -> None:
    """Tell the person at the terminal what is being done."""
    print(line, flush=True)


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--only", metavar="ID", help="one exercise")
    parser.add_argument("--voice", metavar="V", help="one voice of voices.toml")
    parser.add_argument("--minutes", type=float, default=1e9, help="begin nothing after so long")
    parser.add_argument("--threads", type=int, default=0, help="threads to use; 0: all cores")
    return parser.parse_args(arguments)


def lowest_first(plans: Sequence[Plan], heard: HearingCache) -> list[Low]:
    """Find the clips that are as they should be but score too low, and were not tried yet."""
    found = list(_low(plans, heard))
    return sorted(found, key=lambda one: one.score - MEAN_OVERALL[one.task.voice])


def _low(plans: Sequence[Plan], heard: HearingCache) -> Iterator[Low]:
    for plan in plans:
        for task in plan.tasks:
            if task.to_make or task.voice not in MEAN_OVERALL:
                continue
            sha256 = content_sha256(plan.folder / task.file)
            hearing = heard.find(sha256, scored=True)
            if hearing is None or hearing.scores is None or (TRIED / sha256).exists():
                continue
            if hearing.scores.overall < MEAN_OVERALL[task.voice] + ABOVE_THE_BAR:
                yield Low(hearing.scores.overall, sha256, plan, task)


def speak_again(kokoro: Kokoro, low: Low, heard: HearingCache) -> float | None:
    """Speak one clip in other ways; give its score where the best is better, and keep it."""
    task, plan = low.task, low.plan
    narrator = Remembering(kokoro)
    enough = MEAN_OVERALL[task.voice] + ABOVE_THE_BAR
    task = task.with_takes(best_takes(narrator, task.phonemes, task.delivery, _score, enough))
    clip = compose(narrator, task.phonemes, task.delivery, task.takes)
    TRIED.mkdir(parents=True, exist_ok=True)
    part = TRIED / "part.ogg"
    record = record_of(task, clip, write_clip(part, clip.samples))
    hearing = examine(part, scored=True)
    result = judged(ClipFile(task.file, task.voice, part, task.line, record), hearing)
    score = hearing.scores.overall if hearing.scores else 0.0
    (TRIED / low.sha256).touch()
    if result.faults or score <= low.score:
        return None
    sha256 = content_sha256(part)
    heard.keep(sha256, hearing)
    (TRIED / sha256).touch()
    path = plan.folder / task.file
    path.unlink()  # stopped here, the clip is missing and made again; never the wrong one stays
    plan.manifest.clips[task.voice][task.line.name] = record
    plan.save()
    part.replace(path)
    return score


def _score(samples: Samples) -> float:
    return score_of(samples, SAMPLE_RATE, loudness_lufs(samples)).overall


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool; 0 when it came to its end, 130 when stopped."""
    options = read_options(arguments)
    until = time.monotonic() + options.minutes * 60
    kokoro = Kokoro(read_pronunciations(PRONUNCIATION), options.threads)
    voices = [
        one for one in read_voices(AUDIO / "voices.toml") if options.voice in (None, one.identifier)
    ]
    scripts = [one for one in exercise_scripts(AUDIO) if options.only in (None, one.identifier)]
    plans = [plan_script(script, voices, AUDIO, kokoro.phonemes) for script in scripts]
    heard = HearingCache(KEPT)
    low = lowest_first(plans, heard)
    say(f"{len(low)} clips to speak again")
    try:
        for number, one in enumerate(low, 1):
            if time.monotonic() > until:
                break
            place = f"{number}/{len(low)} {one.plan.script.identifier}/{one.task.file}"
            try:
                score = speak_again(kokoro, one, heard)
            except ClipError as error:
                say(f"{place}: {error}")
                continue
            better = f"{score:.2f}" if score is not None else "no better"
            say(f"{place}: {one.score:.2f}, now {better}")
    except KeyboardInterrupt:
        print("stopped; what is finished stays, run it again to go on", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
