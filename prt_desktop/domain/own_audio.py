"""A person's own recording as an exercise: its pieces, and how far the silences may stretch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prt_desktop.domain.exercise import Cue, Exercise, Gate, Guidance, Part, Pause

if TYPE_CHECKING:
    from collections.abc import Sequence

OWN_VOICE = "own"
OWN_FORM = "own"
LONGEST_TITLE = 120
SHORTEST_PAUSE_MS = 1_000
LONGEST_PAUSE_MS = 45_000
_HALF_MINUTE_MS = 30_000
_PURPOSE = "A recording of your own."
_CHOOSE_ELSE = (
    "If it leaves you more tense or upset, stop, and choose something that soothes. Nobody has "
    "looked at what is said in it."
)
_POSTURE = "Sit or lie as you like. Not while driving or bathing."


@dataclass(frozen=True, slots=True)
class OwnPiece:
    """A stretch of a recording and the silence that followed it, in ms.

    `text` is what its caption says; None for "Part 1" and so on.
    """

    length_ms: int
    silence_ms: int
    text: str | None = None


@dataclass(frozen=True, slots=True)
class OwnRecording:
    """What is kept of a recording beside its clips."""

    id: str
    title: str
    part: Part
    pieces: tuple[OwnPiece, ...]


def piece_id(number: int) -> str:
    """Name a piece, counted from 1, and its clip."""
    return f"part-{number:03d}"


def clean_title(title: str) -> str:
    """Make a title of one line, without what cannot be shown or kept; it may come out empty."""
    shown = "".join(letter if letter.isprintable() else " " for letter in title)
    return " ".join(shown.split())[:LONGEST_TITLE].rstrip()


def own_exercise(recording: OwnRecording) -> Exercise:
    """Make the exercise: every piece is always spoken, and only silences stretch.

    Its usual length is that of the recording, as far as the pauses allow.
    """
    last = len(recording.pieces)
    cues = tuple(
        Cue(
            id=piece_id(number),
            block=OWN_FORM,
            text=piece.text or (recording.title if last == 1 else f"Part {number}"),
            pause=_closing_pause(piece) if number == last else _pause(piece.silence_ms),
            guidance=Guidance.SILENT,
        )
        for number, piece in enumerate(recording.pieces, 1)
    )
    return Exercise(
        id=recording.id,
        title=recording.title,
        part=recording.part,
        form=OWN_FORM,
        gate=Gate.NO_OPEN_FLAG,
        default_minutes=_usual_ms(recording.pieces, cues) / 60_000,
        purpose=_PURPOSE,
        choose_else=_CHOOSE_ELSE,
        posture=_POSTURE,
        cues=cues,
    )


def _pause(silence_ms: int) -> Pause:
    """Let a silence shrink to a third and grow to double, and stretch as much as it is long."""
    longest_ms = min(LONGEST_PAUSE_MS, max(SHORTEST_PAUSE_MS, 2 * silence_ms))
    shortest_ms = min(longest_ms, max(SHORTEST_PAUSE_MS, silence_ms // 3))
    return Pause(shortest_ms, longest_ms, max(SHORTEST_PAUSE_MS, silence_ms) / 1000)


def _closing_pause(piece: OwnPiece) -> Pause:
    """Give the last silence so much room that some whole half minute always fits."""
    pause = _pause(piece.silence_ms)
    shortest_ms = min(pause.shortest_ms, LONGEST_PAUSE_MS - _HALF_MINUTE_MS)
    return Pause(shortest_ms, LONGEST_PAUSE_MS, pause.weight)


def _usual_ms(pieces: Sequence[OwnPiece], cues: Sequence[Cue]) -> int:
    spoken_ms = sum(piece.length_ms for piece in pieces)
    usual_ms = spoken_ms + sum(piece.silence_ms for piece in pieces)
    shortest_ms = spoken_ms + sum(cue.pause.shortest_ms for cue in cues)
    longest_ms = spoken_ms + sum(cue.pause.longest_ms for cue in cues)
    return min(longest_ms, max(shortest_ms, usual_ms))
