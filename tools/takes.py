"""Speaks again, in other ways, the clips at fault or scored lowest, and keeps what is better.

    python tools/takes.py --voice heart --minutes 60
    python tools/takes.py --only somatic-tracking

The clip that promises most for the time it takes is spoken in one more way, and again when its
turn comes once more. It is replaced only where the new one keeps every limit of
tools/listen.py, and scores more than the one before; a clip that breaks a limit comes first, and
by any that keeps them all. Which way each sentence was spoken is kept
in the manifest, so that tools/narrate.py finds the clip as it should be. It may be stopped at any
time.
"""

from __future__ import annotations

import argparse
import functools
import heapq
import math
import multiprocessing
import sys
import time
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checkout import KEPT, ROOT
from listening.clips import ClipFile, judged
from listening.hearing import Hearing, HearingCache, content_sha256, examine, score_of
from listening.limits import MEAN_OVERALL
from listening.measures import measure
from narration.clip import ClipError, compose, write_clip
from narration.kokoro import Kokoro
from narration.manifest import ClipRecord
from narration.production import Task, plan_script, record_of
from narration.scripts import exercise_scripts, read_pronunciations, read_voices
from narration.sound import SAMPLE_RATE, read_sound
from narration.takes import WAYS, Remembering, best_takes
from prt_desktop.audio.loudness import loudness_lufs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from narration.production import Plan
    from narration.recipe import Take
    from prt_desktop.audio.levels import Samples

AUDIO = ROOT / "assets" / "audio"
PRONUNCIATION = ROOT / "tools" / "pronunciation.toml"
TRIED = KEPT.with_name("takes")
ABOVE_THE_BAR = 0.06
"""A clip that lies so far above what the mean must reach is not spoken again."""

LONG = 100
"""Phonemes, about nine seconds: a longer clip gains no more by being spoken, and costs more."""

HOPES = (1.0, 0.7, 0.5, 0.25, 0.12)
"""What each next way of speaking a clip promises, beside the first."""


@dataclass(frozen=True, slots=True)
class Low:
    """A clip to speak again: its score, in how many ways it was spoken, what it was made of.

    One that is `at_fault` breaks a limit of tools/listen.py.
    """

    score: float
    at_fault: bool
    ways: int
    sha256: str
    plan: int
    task: Task

    @property
    def promise(self) -> float:
        """How much is to be gained by the time it takes; without end for one at fault."""
        return (self.enough - self.score) * HOPES[self.ways] / max(LONG, self.task.size)

    @property
    def enough(self) -> float:
        """The score from which on nothing of the clip is spoken again."""
        if self.at_fault:
            return math.inf
        return MEAN_OVERALL[self.task.voice] + ABOVE_THE_BAR

    @property
    def wanted(self) -> bool:
        """Whether the clip is too low, and there is one more way to speak it."""
        return self.score < self.enough and self.ways < len(WAYS[self.task.delivery.style])


@dataclass(frozen=True, slots=True)
class Better:
    """A clip that keeps every limit and scores more than the one before; its file, not in place."""

    part: Path
    record: ClipRecord
    hearing: Hearing
    score: float


def say(line: str) -> None:
    """Tell the person at the terminal what is being done."""
    print(line, flush=True)


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("--only", metavar="ID", help="one exercise")
    parser.add_argument("--voice", metavar="V", help="one voice of voices.toml")
    parser.add_argument("--minutes", type=float, default=1e9, help="begin nothing after so long")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="processes that speak")
    return parser.parse_args(arguments)


def low_clips(plans: Sequence[Plan], heard: HearingCache) -> Iterator[Low]:
    """Find the clips that are as they should be but score too low, and can be spoken again."""
    for at, plan in enumerate(plans):
        for task in plan.tasks:
            if task.to_make or task.voice not in MEAN_OVERALL:
                continue
            sha256 = content_sha256(plan.folder / task.file)
            hearing = heard.find(sha256, scored=True)
            if hearing is None or hearing.scores is None:
                continue
            at_fault = bool(judged(clip_of(task, plan), hearing).faults)
            low = Low(hearing.scores.overall, at_fault, ways_tried(sha256), sha256, at, task)
            if low.wanted:
                yield low


def clip_of(task: Task, plan: Plan) -> ClipFile:
    """Give the clip that a task has in its place; raises KeyError where it has none."""
    record = plan.manifest.clips[task.voice][task.line.name]
    return ClipFile(task.file, task.voice, plan.folder / task.file, task.line, record)


def ways_tried(sha256: str) -> int:
    """Tell in how many ways a clip was spoken already, besides its own."""
    path = TRIED / sha256
    return int(path.read_text("utf-8")) if path.exists() else 0


@functools.cache
def kokoro() -> Kokoro:
    """Load the voice model once in each process, on one thread: two processes are quicker."""
    return Kokoro(read_pronunciations(PRONUNCIATION), threads=1)


def _score(samples: Samples) -> float:
    return score_of(samples, SAMPLE_RATE, loudness_lufs(samples)).overall


def speak_again(low: Low) -> Better | None:
    """Speak one clip in one more way; give it where it is better; raises ClipError."""
    narrator = Remembering(kokoro(), _score, TRIED / "spoken")
    delivery, phonemes = low.task.delivery, low.task.phonemes

    def judge(takes: tuple[Take, ...]) -> float:
        return _score(compose(narrator, phonemes, delivery, takes).samples)

    takes = best_takes(narrator, phonemes, delivery, low.enough, low.ways + 1, judge)
    if takes == low.task.takes:
        return None
    task = low.task.with_takes(takes)
    clip = compose(narrator, task.phonemes, task.delivery, task.takes)
    part = TRIED / f"{low.sha256}.ogg"
    record = record_of(task, clip, write_clip(part, clip.samples))
    samples, rate = read_sound(part)
    scores = score_of(samples, rate, measure(samples, rate).lufs)
    if low.at_fault or scores.overall > low.score:
        hearing = replace(examine(part, scored=False), scores=scores)
        clip_file = ClipFile(task.file, task.voice, part, task.line, record)
        if not judged(clip_file, hearing).faults:
            return Better(part, record, hearing, scores.overall)
    part.unlink()
    return None


def keep(better: Better, low: Low, plan: Plan, heard: HearingCache) -> Low:
    """Put a better clip in the place of the one before, and tell what it is now."""
    sha256 = content_sha256(better.part)
    heard.keep(sha256, better.hearing)
    path = plan.folder / low.task.file
    path.unlink()  # stopped here, the clip is missing and made again; never the wrong one stays
    plan.manifest.clips[low.task.voice][low.task.line.name] = better.record
    plan.save()
    better.part.replace(path)
    task = low.task.with_takes(better.record.takes)
    return replace(low, score=better.score, at_fault=False, sha256=sha256, task=task)


class Session:
    """Speaks clips again, the most promising first, until none is left or time is up."""

    def __init__(self, plans: Sequence[Plan], heard: HearingCache) -> None:
        self._plans, self._heard = plans, heard
        self._low: list[tuple[float, str, Low]] = []
        for low in low_clips(plans, heard):
            self._add(low)

    def run(self, workers: int, until: float) -> None:
        """Go on until the monotonic clock says `until`, in seconds."""
        say(f"{len(self._low)} clips to speak again")
        speaking: dict[Future[Better | None], Low] = {}
        pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"))
        try:
            while True:
                while self._low and len(speaking) < workers and time.monotonic() < until:
                    low = heapq.heappop(self._low)[-1]
                    speaking[pool.submit(speak_again, low)] = low
                if not speaking:
                    break
                for done in wait(speaking, return_when=FIRST_COMPLETED).done:
                    self._take_in(done, speaking.pop(done))
        finally:
            pool.shutdown(cancel_futures=True)

    def _take_in(self, done: Future[Better | None], low: Low) -> None:
        plan = self._plans[low.plan]
        place = f"{plan.script.identifier}/{low.task.file}, way {low.ways + 1}: {low.score:.2f}"
        try:
            better = done.result()
        except ClipError as error:
            say(f"{place}: {error}")
            better = None
        say(f"{place}, now {f'{better.score:.2f}' if better else 'no better'}")
        after = keep(better, low, plan, self._heard) if better else low
        after = replace(after, ways=low.ways + 1)
        (TRIED / after.sha256).write_text(str(after.ways), "utf-8")
        self._add(after)

    def _add(self, low: Low) -> None:
        if low.wanted:
            heapq.heappush(self._low, (-low.promise, low.sha256, low))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool; 0 when it came to its end, 130 when stopped."""
    options = read_options(arguments)
    until = time.monotonic() + options.minutes * 60
    voices = [
        one for one in read_voices(AUDIO / "voices.toml") if options.voice in (None, one.identifier)
    ]
    scripts = [one for one in exercise_scripts(AUDIO) if options.only in (None, one.identifier)]
    plans = [plan_script(script, voices, AUDIO, kokoro().phonemes) for script in scripts]
    TRIED.mkdir(parents=True, exist_ok=True)
    try:
        Session(plans, HearingCache(KEPT)).run(options.workers, until)
    except KeyboardInterrupt:
        print("stopped; what is finished stays, run it again to go on", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
