"""How a practice ended, as the page after it needs to know."""

from __future__ import annotations

from dataclasses import dataclass

from prt_desktop.domain.exercise import Tool


@dataclass(frozen=True, slots=True)
class Ending:
    """One end of a practice.

    `too_much` says that it had turned to something soothing, `may_be_sparser` that fewer words
    could be spoken next time, and `companion` names the practice for a flare, or is empty;
    `tool` is the page of one's own writing that goes with the practice, if one does, and
    `grounding` names the practice that was asked for in its place, or is empty.
    """

    finished: bool
    too_much: bool = False
    may_be_sparser: bool = False
    companion: str = ""
    tool: Tool | None = None
    grounding: str = ""
