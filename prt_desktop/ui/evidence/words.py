"""What the sheet says about its columns and points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.evidence_sheet import Column
from prt_desktop.ui.diary.words import kind_word, written_words
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.row_list import Row

if TYPE_CHECKING:
    from prt_desktop.domain.diary import Entry
    from prt_desktop.domain.evidence_sheet import Belief, EvidencePoint
    from prt_desktop.domain.safety import Check


def column_word(column: Column) -> str:
    """Name a column."""
    return {
        Column.TOWARD_ALARM: _tr("Points toward the alarm system"),
        Column.UNSURE: _tr("Points I am still unsure about"),
    }[column]


def rests_on(count: int) -> str:
    """Say on how many entries a point rests; empty for none."""
    if count == 0:
        return ""
    return _tr("rests on 1 entry") if count == 1 else _tr("rests on %d entries") % count


def why_grey() -> str:
    """Say in a friendly way why a point is grey."""
    return _tr(
        "This point overlaps with something a clinician should look at first. It can stay here, "
        "in grey, and it counts as evidence once a check of this pain is recorded."
    )


def point_row(point: EvidencePoint, check: Check | None, *, starred: bool) -> Row:
    """Make the row of a point."""
    grey = point.is_grey(check)
    parts = (
        _tr("waits for a check") if grey else "",
        rests_on(len(point.entry_ids)),
        _tr("to ask my clinician") if point.ask_clinician else "",
        _tr("one of my sentences") if starred else "",
    )
    lines = ", ".join(part for part in parts if part)
    icon = Icon.LOCK if grey else Icon.STAR if starred else None
    said = ". ".join(part.rstrip(".") for part in (point.text, lines) if part)
    tone = Tone.ACCENT if starred and not grey else Tone.MUTED
    return Row(point.id, point.text, lines, said, icon=icon, tone=tone, faint=grey)


def entry_words(entry: Entry) -> str:
    """Tell an entry in one line, to be linked or opened."""
    first = " ".join(written_words(entry).split())
    return first or kind_word(entry.kind)


def belief_sentence(beliefs: tuple[Belief, ...]) -> str:
    """Say what the line of beliefs shows, without a verdict."""
    if not beliefs:
        return ""
    if len(beliefs) == 1:
        return _tr("One number so far: %d of 100.") % beliefs[0].sure
    values = [one.sure for one in beliefs]
    words = _tr("%d numbers so far, between %d and %d of 100. The newest is %d.")
    return words % (len(values), min(values), max(values), values[-1])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Evidence", text)
