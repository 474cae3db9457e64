"""The words of the practice pages; nothing here counts down, cheers or scolds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.exercise import Guidance
from prt_desktop.domain.safety import Closed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prt_desktop.domain.timeline import Span

_NUMBERS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
_MINUTE_S = 60
_MOST_QUOTED = 2
_QUOTED_CHARACTERS = 48


def number(count: int) -> str:
    """Write a number as a word up to twenty, in digits from there on."""
    return _NUMBERS[count - 1] if 1 <= count <= len(_NUMBERS) else str(count)


def minutes(count: float) -> str:
    """Write a length: "seven minutes", "one and a half minutes", "half a minute"."""
    whole = int(count)
    if count != whole:
        if not whole:
            return _tr("half a minute")
        return _tr("%s and a half minutes") % number(whole)
    return _tr("one minute") if whole == 1 else _tr("%s minutes") % number(whole)


def start(count: float) -> str:
    """Name the button that starts so many minutes."""
    return _tr("Start %s") % minutes(count)


def start_open() -> str:
    """Name the button that starts a session without an end."""
    return _tr("Start, until I stop")


def go_on(position_ms: int) -> str:
    """Name the button that goes on from where it was left: "Go on at 4:10"."""
    whole_minutes, seconds_left = divmod(position_ms // 1000, 60)
    return _tr("Go on where you were (%s)") % f"{whole_minutes}:{seconds_left:02d}"


def seconds(count: int, none: str) -> str:
    """Write a short time: "10 seconds", "one minute", or the word for none at all."""
    if not count:
        return none
    return minutes(count // _MINUTE_S) if count >= _MINUTE_S else _tr("%d seconds") % count


def guidances() -> list[tuple[Guidance, str]]:
    """Name how much is spoken, in plain words."""
    return [
        (Guidance.FULL, _tr("All the way")),
        (Guidance.SPARSE, _tr("Fewer words")),
        (Guidance.CUE_ONLY, _tr("A word now and then")),
        (Guidance.SILENT, _tr("Only the beginning and the end")),
    ]


def silences() -> tuple[str, ...]:
    """Name the spaces between words, from the shortest on."""
    return (_tr("Short"), _tr("Usual"), _tr("Longer"), _tr("Long"), _tr("Very long"))


def rates() -> tuple[str, ...]:
    """Name the speeds of speech, from the slowest on."""
    return (_tr("Slow"), _tr("A little slower"), _tr("As recorded"), _tr("A little faster"))


def no_sound() -> str:
    """Say that nothing can be heard, and that the session runs all the same."""
    return _tr("No sound device was found. The session runs with captions.")


def gate_step(closed: Closed) -> str:
    """Name the one next step before a closed gate."""
    if closed is Closed.PAGES_UNANSWERED:
        return _tr("Open the two pages")
    return _tr("Record a clinician's check")


def stays_open(closed: Closed) -> str:
    """Say what stays open meanwhile, where the reason itself does not say it."""
    if closed in {Closed.OPEN_FLAG, Closed.AREA_PAUSED}:
        return ""
    return _tr("Lessons, the diary and crisis help stay open meanwhile.")


def captions_only(spans: Sequence[Span], playable: Mapping[str, object]) -> str:
    """Say in one line which sentences have no voice, or nothing when all have one."""
    silent = [span.text for span in spans if span.clip_id not in playable]
    if not silent:
        return ""
    if len(silent) == len(spans):
        return _tr("This voice is not recorded yet. The session runs with captions.")
    quoted = ", ".join(f"“{_shortened(text)}”" for text in silent[:_MOST_QUOTED])
    if len(silent) == 1:
        return _tr("One sentence has no voice and comes as a caption: %s") % quoted
    if len(silent) <= _MOST_QUOTED:
        return _tr("These sentences have no voice and come as captions: %s") % quoted
    return _tr("%s sentences have no voice and come as captions, the first: %s") % (
        number(len(silent)).capitalize(),
        quoted,
    )


def _shortened(text: str) -> str:
    if len(text) <= _QUOTED_CHARACTERS:
        return text
    return text[:_QUOTED_CHARACTERS].rsplit(" ", 1)[0].rstrip(".,;:") + " …"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Practise", text)
