"""The contract of a recorder: what a spoken memo asks of whatever listens to the microphone."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_MS = 30 * 60_000

NO_MICROPHONE = (
    "No microphone was found, so nothing was recorded. Plug one in, or choose one in the sound "
    "settings of this computer, then press Record again."
)
NOTHING_RECORDED = (
    "Nothing came from the microphone, so nothing was recorded. See whether it is switched on and "
    "allowed to be used, then press Record again."
)
MICROPHONE_LOST = (
    "The microphone went away, so the recording ended. What you said until then is here. Plug the "
    "microphone in again to record more."
)
LONGEST_REACHED = (
    "A memo lasts half an hour at most, so the recording ended. All of it is here. Keep it, then "
    "record another one to say more."
)


class RecorderState(StrEnum):
    """What a recorder is doing; only RECORDING takes sound in."""

    RESTING = "resting"
    RECORDING = "recording"
    PAUSED = "paused"


class RecorderListener(Protocol):
    """Who is told what came of a recording.

    Every recording that was started ends once: by `recorded`, by `failed`, or by both in this
    order where it ended by itself and something was recorded until then.
    """

    def recorded(self, path: Path) -> None:
        """Take in a sound file that lies there whole; it belongs to the listener now."""

    def failed(self, sentence: str) -> None:
        """Take in why nothing was recorded, or why it ended by itself, and what to do."""


class Recorder(Protocol):
    """Records one sound at a time from the microphone; nothing is listened to before `start`.

    `pause` may be told to a recorder that rests, and `go_on` to one that records: nothing
    happens then.
    """

    @property
    def state(self) -> RecorderState:
        """What the recorder is doing."""

    @property
    def elapsed_ms(self) -> int:
        """How much was recorded so far, without the pauses; 0 before the first recording."""

    @property
    def level(self) -> float:
        """How loud the microphone is just now, 0 for silence to 1; 0 unless it records."""

    @property
    def listener(self) -> RecorderListener | None:
        """Who is told what comes of recording."""

    def listen(self, listener: RecorderListener | None) -> None:
        """Tell `listener`, and nobody else, what comes of recording from now on."""

    def start(self, folder: Path) -> None:
        """Begin to record into a new file in a folder; nothing happens while one is recorded."""

    def pause(self) -> None:
        """Take nothing in until `go_on`."""

    def go_on(self) -> None:
        """Take sound in again after a pause."""

    def stop(self) -> None:
        """End the recording; what came of it is told, perhaps a moment later."""
