"""The words of taking a CSV file in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.csv_mapping import Field
from prt_desktop.domain.diary import EntryKind
from prt_desktop.ui.diary.words import kind_word
from prt_desktop.ui.report.words import day

if TYPE_CHECKING:
    from prt_desktop.domain.csv_reading import Reading
    from prt_desktop.domain.diary import Entry

MOST_LISTED = 30
_LONGEST = 90


def field_word(field: Field) -> str:
    """Say what a column can be."""
    return {
        Field.DATE: _tr("The date, or date and time"),
        Field.TIME: _tr("The time"),
        Field.TEXT: _tr("The words"),
        Field.KIND: _tr("The kind of entry"),
        Field.FEAR: _tr("Fear, 0 to 10"),
        Field.CONFIDENCE: _tr("Confidence, 0 to 10"),
        Field.CURIOSITY: _tr("Curiosity, 0 to 10"),
        Field.SLEEP: _tr("Sleep, 0 to 10"),
        Field.MOOD: _tr("Mood, 0 to 10"),
        Field.PAIN: _tr("Pain, 0 to 10"),
        Field.AREAS: _tr("Parts of the body"),
        Field.TAGS: _tr("Tags"),
        Field.BESIDE: _tr("Added to the words"),
        Field.LEAVE_OUT: _tr("Left behind"),
    }[field]


def counts(reading: Reading) -> str:
    """Say what an import would do: entries, rows that cannot be read, and those there already."""
    parts = [entries(len(reading.entries))]
    unread = len(reading.unread)
    if unread:
        parts.append(
            _tr("1 row cannot be read") if unread == 1 else _tr("%d rows cannot be read") % unread
        )
    if reading.double:
        parts.append(_tr("%d in the diary already, or twice in the file") % reading.double)
    return "; ".join(parts) + "."


def entries(count: int) -> str:
    """Write a number of entries."""
    return _tr("1 entry") if count == 1 else _tr("%d entries") % count


def remarks(reading: Reading) -> str:
    """List what is to be said of single rows, the first thirty of them."""
    lines = [_tr("Row %d: %s") % (one.row, one.reason) for one in reading.remarks[:MOST_LISTED]]
    if len(reading.remarks) > MOST_LISTED:
        lines.append(_tr("And %d more rows.") % (len(reading.remarks) - MOST_LISTED))
    return "\n".join(lines)


def preview(entry: Entry) -> tuple[str, str]:
    """Show an entry in a row: when, and its words with what is told beside."""
    told = entry.circumstances
    beside = [f"{rating} {value}" for rating, value in told.ratings.given().items()]
    beside += [*told.tags, *(area.value.replace("_", " ") for area in told.areas)]
    line = " ".join(entry.text.split())
    line = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    kind = "" if entry.kind is EntryKind.NOTE else kind_word(entry.kind)
    when = f"{day(entry.created_at.date())} {entry.created_at:%H:%M}"
    return when, "  ·  ".join(filter(None, (kind, line, ", ".join(beside))))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Import", text)
