"""The silent twin of a recorder: silence as long as a clock says, for no microphone and tests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prt_desktop.audio.clips import SAMPLE_RATE
from prt_desktop.audio.recorder import (
    LONGEST_MS,
    LONGEST_REACHED,
    MICROPHONE_LOST,
    NOTHING_RECORDED,
    RecorderState,
)
from prt_desktop.audio.track import wav_header

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prt_desktop.audio.recorder import RecorderListener

_SAMPLE_BYTES = 2


class SilentRecorder:
    """Counts by a clock; `tick` ends what has become too long.

    With a `trouble`, such as the sentence for no microphone, every start fails with it.
    """

    def __init__(self, now_ms: Callable[[], int], trouble: str = "") -> None:
        self._now_ms = now_ms
        self._trouble = trouble
        self._listener: RecorderListener | None = None
        self._state = RecorderState.RESTING
        self._folder: Path | None = None
        self._recorded_ms = 0
        self._since_ms = 0

    @property
    def state(self) -> RecorderState:
        """What the recorder is doing."""
        return self._state

    @property
    def elapsed_ms(self) -> int:
        """How much was recorded so far."""
        passed_ms = self._now_ms() - self._since_ms
        return self._recorded_ms + (passed_ms if self._state is RecorderState.RECORDING else 0)

    @property
    def level(self) -> float:
        """Always 0: this is silence."""
        return 0.0

    @property
    def listener(self) -> RecorderListener | None:
        """Who is told what comes of recording."""
        return self._listener

    def listen(self, listener: RecorderListener | None) -> None:
        """Tell `listener` what comes of recording from now on."""
        self._listener = listener

    def start(self, folder: Path) -> None:
        """Begin to count; nothing happens while one is recorded."""
        if self._state is not RecorderState.RESTING:
            return
        self._recorded_ms, self._since_ms, self._folder = 0, self._now_ms(), folder
        if self._trouble:
            self._fail(self._trouble)
        else:
            self._state = RecorderState.RECORDING

    def pause(self) -> None:
        """Stop counting until `go_on`."""
        if self._state is RecorderState.RECORDING:
            self._recorded_ms = self.elapsed_ms
            self._state = RecorderState.PAUSED

    def go_on(self) -> None:
        """Count again."""
        if self._state is RecorderState.PAUSED:
            self._since_ms = self._now_ms()
            self._state = RecorderState.RECORDING

    def stop(self) -> None:
        """Write the silence and tell it."""
        self._end("")

    def lose_microphone(self) -> None:
        """End as when the microphone is pulled out."""
        self._end(MICROPHONE_LOST)

    def tick(self) -> None:
        """End the recording once it is as long as one may be."""
        if self.elapsed_ms >= LONGEST_MS:
            self._end(LONGEST_REACHED)

    def _end(self, why: str) -> None:
        if self._state is RecorderState.RESTING or self._folder is None:
            return
        self._recorded_ms = self.elapsed_ms
        self._state = RecorderState.RESTING
        if not self._recorded_ms:
            self._fail(why or NOTHING_RECORDED)
            return
        samples = self._recorded_ms * SAMPLE_RATE // 1000
        path = self._folder / f"memo-{os.urandom(8).hex()}.wav"
        path.write_bytes(wav_header(samples, rate=SAMPLE_RATE) + bytes(samples * _SAMPLE_BYTES))
        if self._listener:
            self._listener.recorded(path)
        if why:
            self._fail(why)

    def _fail(self, sentence: str) -> None:
        if self._listener:
            self._listener.failed(sentence)
