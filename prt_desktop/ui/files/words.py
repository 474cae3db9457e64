"""The words of the pages for sound files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.safety import Closed
from prt_desktop.ui.practise.words import number

if TYPE_CHECKING:
    from collections.abc import Sequence

_MINUTE_MS = 60_000
_SECONDS_UNTIL_MS = 120_000


def so_far(done_ms: int, whole_ms: int) -> str:
    """Say how much of a sound is done: "2 of 7 minutes", in seconds for a short one."""
    if whole_ms < _SECONDS_UNTIL_MS:
        return _tr("%s of %s seconds") % (done_ms // 1000, -(-whole_ms // 1000))
    return _tr("%s of %s minutes") % (done_ms // _MINUTE_MS, -(-whole_ms // _MINUTE_MS))


def length(length_ms: int) -> str:
    """Write a length in short: "45 s", "12 min"."""
    if length_ms < _MINUTE_MS:
        return _tr("%s s") % max(1, round(length_ms / 1000))
    return _tr("%s min") % round(length_ms / _MINUTE_MS)


def listed(names: Sequence[str]) -> str:
    """Write names in a row: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return _tr("%s and %s") % (", ".join(names[:-1]), names[-1])


def waits(closed: Closed, titles: Sequence[str]) -> str:
    """Say which practices are left out, and what they wait for."""
    named = listed(titles)
    if closed is Closed.PAGES_UNANSWERED:
        return _tr("Left out until the two safety pages are answered: %s.") % named
    if closed is Closed.OPEN_FLAG:
        return _tr("Left out until a doctor has looked at what you ticked: %s.") % named
    if closed is Closed.AREA_PAUSED:
        words = _tr("Left out while they rest, until a check after what you ticked: %s.")
        return words % named
    return _tr("Left out, because they wait for a clinician's check: %s.") % named


def unspoken(titles: Sequence[str]) -> str:
    """Say which practices are left out because this voice has not spoken them yet."""
    return _tr("Not recorded in this voice yet: %s.") % listed(titles)


def left_out(title: str, why: str) -> str:
    """Say which practice is not in a pack, and why; some reasons name it themselves."""
    return why if why.startswith(title) else f"{title}: {why}"


def amount(count: int, minutes: float, megabytes: int) -> str:
    """Say how much goes along: "Three practices, 21 minutes, about 10 MB"."""
    if count == 1:
        return _tr("One practice, %s minutes, about %s MB") % (f"{minutes:g}", megabytes)
    many = number(count).capitalize()
    return _tr("%s practices, %s minutes, about %s MB") % (many, f"{minutes:g}", megabytes)


def ready(count: int) -> str:
    """Say that a pack is ready."""
    if count == 1:
        return _tr("One practice is ready, with captions beside it")
    return _tr("%s practices are ready, with captions beside them") % number(count).capitalize()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Files", text)
