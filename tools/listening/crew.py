"""Several processes that listen side by side, and how far they have come."""

from __future__ import annotations

import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import TYPE_CHECKING, Protocol

from listening.hearing import Hearing, HearingCache, content_sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

TELL_EVERY_S = 5.0


class Examine(Protocol):
    """Whatever finds out about one clip; with more than one worker it goes to other processes."""

    def __call__(self, path: Path, *, scored: bool, known: Hearing | None) -> Hearing:
        """Measure, transcribe and score one clip, of which something may be `known`."""


class Progress:
    """Tells now and then how many clips are done and how long the rest will take."""

    def __init__(
        self, clips: int, tell: Callable[[str], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._clips, self._done, self._heard_ms = clips, 0, 0
        self._tell, self._clock = tell, clock
        self._began = self._told = clock()

    def advance(self, length_ms: int) -> None:
        """Count one clip more, of such a length."""
        self._done += 1
        self._heard_ms += length_ms
        now = self._clock()
        if now - self._told >= TELL_EVERY_S or self._done == self._clips:
            self._told = now
            self._tell(self._line(now - self._began))

    def _line(self, seconds: float) -> str:
        left_s = seconds / self._done * (self._clips - self._done)
        pace = self._heard_ms / 1000 / max(seconds, 1e-3)
        return (
            f"{self._done} of {self._clips} clips, {pace:.1f} times real time,"
            f" about {left_s / 60:.0f} min left"
        )


def say_aside(line: str) -> None:
    """Tell how it goes, apart from what is found."""
    print(line, file=sys.stderr, flush=True)


def hear_all(
    paths: Sequence[Path],
    cache: HearingCache,
    examine: Examine,
    *,
    workers: int,
    scored: bool,
    tell: Callable[[str], None] = say_aside,
) -> dict[Path, Hearing]:
    """Give what is known of every clip, examining those that are new; raises SoundFileError.

    What is found out is kept at once, so that a listening broken off goes on where it was. A clip
    that was heard without scores is only scored.
    """
    names = {path: content_sha256(path) for path in paths}
    known = {path: cache.find(name, scored=scored) for path, name in names.items()}
    hearings = {path: hearing for path, hearing in known.items() if hearing}
    fresh = {path: cache.find(names[path], scored=False) for path in paths if path not in hearings}
    progress = Progress(len(fresh), tell)
    for path, hearing in examined(fresh, examine, workers=workers, scored=scored):
        cache.keep(names[path], hearing)
        hearings[path] = hearing
        progress.advance(hearing.measures.length_ms)
    return hearings


def examined(
    fresh: Mapping[Path, Hearing | None], examine: Examine, *, workers: int, scored: bool
) -> Iterator[tuple[Path, Hearing]]:
    """Examine clips of which something may be known, and give each as soon as it is done."""
    if workers == 1 or len(fresh) < 2:
        for path, known in fresh.items():
            yield path, examine(path, scored=scored, known=known)
        return
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"))
    try:
        waiting = {
            pool.submit(examine, path, scored=scored, known=known): path
            for path, known in fresh.items()
        }
        for done in as_completed(waiting):
            yield waiting[done], done.result()
    finally:
        pool.shutdown(cancel_futures=True)
