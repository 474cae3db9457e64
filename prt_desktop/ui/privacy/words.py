"""The words for what a backup, a copy or another diary holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from prt_desktop.domain.diary import EntryKind
from prt_desktop.ui.diary.words import kind_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from prt_desktop.storage.backup import Preview
    from prt_desktop.ui.privacy.keeping import Added


def long_day(day: date) -> str:
    """Write a day: "24 November 2026"."""
    shown = QDate(day.year, day.month, day.day)
    return QLocale(QLocale.Language.English).toString(shown, "d MMMM yyyy")


def moment(at: datetime) -> str:
    """Write a day and a time, as the clock here shows it."""
    return _tr("%s, %s") % (long_day(at.date()), f"{at:%H:%M}")


def entries(count: int) -> str:
    """Write a number of entries."""
    return _tr("1 entry") if count == 1 else _tr("%s entries") % count


def holds(preview: Preview) -> str:
    """Say how much there is, and from when to when."""
    parts = [entries(preview.count)]
    if preview.first and preview.first == preview.last:
        parts.append(_tr("from %s") % long_day(preview.first))
    elif preview.first and preview.last:
        parts.append(_tr("from %s to %s") % (long_day(preview.first), long_day(preview.last)))
    if preview.recordings:
        parts.append(_tr("and recordings of your own: %s") % preview.recordings)
    return " ".join(parts)


def left_out(names: Sequence[str]) -> str:
    """Say which files of the diary's folder could not be read, the first three by name."""
    named = ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
    line = _tr("Not in it, because it could not be read: %s. Your other backups may still have it.")
    return line % named


def by_kind(preview: Preview) -> str:
    """Say how many entries there are of each kind."""
    names = {kind.value: kind_word(kind) for kind in EntryKind}
    parts = [_tr("%s: %s") % (names.get(kind, kind), n) for kind, n in preview.entries.items()]
    return ", ".join(parts)


def added(done: Added) -> str:
    """Say what came of taking in another diary."""
    counts = done.counts
    came = counts.added or counts.differed or counts.recordings
    nothing = _tr("Nothing was missing here, so nothing was added.")
    words = [_tr("Added: %s.") % entries(counts.added) if came else nothing]
    if counts.differed:
        more = _tr("Changed in both: %s. The later version stays, the other one is in the bin.")
        words.append(more % counts.differed)
    if counts.recordings:
        words.append(_tr("Recordings of your own that came along: %s.") % counts.recordings)
    if counts.answers_left:
        stayed = _tr("Safety answers and checks that stayed out: %s. They are asked for here.")
        words.append(stayed % counts.answers_left)
    if done.put_among_copies:
        words.append(_tr("The second diary lies among the good copies now."))
    return " ".join(words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PrivacyWords", text)
