"""A program in a process of its own, commanded by lines and watched by what it tells."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

CHECKOUT = Path(__file__).parents[2]
PATIENCE_S = 30.0


class Event(msgspec.Struct):
    """One line of the actor: what happened and when, by `time.monotonic`."""

    at_s: float
    what: str
    ms: int = -1
    index: int = -1
    word: str = ""
    has_sound: bool = False


class Commanded:
    """A program that obeys lines on stdin and tells events as JSON lines; `events` grows."""

    def __init__(self, module: str, words: Sequence[str], environment: Mapping[str, str]) -> None:
        self.events: list[Event] = []
        self._news: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._errors = tempfile.NamedTemporaryFile(prefix="prt-told-")  # noqa: SIM115 - until end
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *words],
            env={**os.environ, **environment},
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )
        self._reading = threading.Thread(target=self._read, name="commanded", daemon=True)
        self._reading.start()
        self.ready = self.until("ready")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.end()

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    @property
    def log(self) -> str:
        """What Qt and Python wrote to stderr."""
        return Path(self._errors.name).read_text(errors="replace")

    def tell(self, command: str) -> Event:
        """Give a command and wait until it is done."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{command}\n".encode())
        self._process.stdin.flush()
        return self.until("done")

    def until(self, what: str, within_s: float = PATIENCE_S) -> Event:
        """Wait for the next event of a kind."""
        return self.until_true(lambda event: event.what == what, within_s, what)

    def until_position(self, position_ms: int, within_s: float = PATIENCE_S) -> Event:
        """Wait until the session stands at or after a place."""
        return self.until_true(
            lambda event: event.what == "position" and event.ms >= position_ms,
            within_s,
            f"position {position_ms}",
        )

    def until_true(self, holds: Callable[[Event], bool], within_s: float, words: str) -> Event:
        """Wait for the next event for which something holds; AssertionError if none comes."""
        deadline_s = time.monotonic() + within_s
        while (left_s := deadline_s - time.monotonic()) > 0:
            try:
                event = self._news.get(timeout=left_s)
            except queue.Empty:
                break
            assert event is not None, f"the program ended before: {words}\n{self.log}"
            self.events.append(event)
            if holds(event):
                return event
        raise AssertionError(f"did not come within {within_s} s: {words}\n{self.log}")

    def watch(self, seconds: float) -> list[Event]:
        """Let the session go on for a while, and give what happened."""
        before = len(self.events)
        deadline_s = time.monotonic() + seconds
        while (left_s := deadline_s - time.monotonic()) > 0:
            try:
                event = self._news.get(timeout=left_s)
            except queue.Empty:
                break
            assert event is not None, f"the program ended\n{self.log}"
            self.events.append(event)
        return self.events[before:]

    def end(self) -> int:
        """Let the program quit and give its exit code; negative is the signal that killed it."""
        if self._process.stdin and not self._process.stdin.closed:
            self._process.stdin.close()
        try:
            code = self._process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        self._reading.join(PATIENCE_S)
        if self._process.stdout:
            self._process.stdout.close()
        return code

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._news.put(msgspec.json.decode(line, type=Event))
        self._news.put(None)
