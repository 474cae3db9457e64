"""The sheet as one page for a clinician, in the person's words, without a sum."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.evidence_sheet import Column, by_day, in_column
from prt_desktop.domain.local_day import local_day
from prt_desktop.domain.long_day import long_day
from prt_desktop.ui.evidence.words import column_word, rests_on
from prt_desktop.ui.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from prt_desktop.domain.evidence_sheet import Belief, EvidencePoint
    from prt_desktop.domain.safety import Check
    from prt_desktop.ui.theme import Theme


def printed_sheet(
    theme: Theme,
    points: Sequence[EvidencePoint],
    beliefs: Sequence[Belief],
    check: Check | None,
    now: datetime,
) -> Paper:
    """Lay the sheet out for paper."""
    title = _tr("My evidence sheet")
    parts = [f"<h1>{escape(title)}</h1>", f"<p>{escape(_about())}</p>"]
    asked = [point for point in points if point.ask_clinician]
    if asked:
        parts += [f"<h2>{escape(_tr('I would like to ask you about'))}</h2>", _listed(asked)]
    for column in Column:
        those = [one for one in in_column(points, column) if not one.is_grey(check)]
        listed = _listed(those) if those else f"<p>{escape(_tr('Nothing yet.'))}</p>"
        parts += [f"<h2>{escape(column_word(column))}</h2>", listed]
    grey = [point for point in points if point.is_grey(check)]
    if grey:
        words = _tr("These overlap with warning signs and wait for your look.")
        parts.append(f"<h2>{escape(_tr('Not counted before a check'))}</h2>")
        parts.append(f"<p>{escape(words)}</p>{_listed(grey)}")
    parts += [f"<p>{escape(line)}</p>" for line in _lines(beliefs, check, now)]
    return Paper(theme, title, now.date(), "".join(parts))


def _listed(points: Sequence[EvidencePoint]) -> str:
    items = []
    for point in points:
        rests = rests_on(len(point.entry_ids))
        words = f"{point.sentence} ({rests})" if rests else point.sentence
        items.append(f"<li>{escape(words)}</li>")
    return f"<ul>{''.join(items)}</ul>"


def _lines(beliefs: Sequence[Belief], check: Check | None, now: datetime) -> list[str]:
    lines = []
    days = by_day(beliefs, now)
    if days:
        newest = days[-1]
        on = long_day(local_day(newest.rated_at, now))
        words = _tr("How sure I was on %s that it is the alarm system: %d of 100.")
        lines.append(words % (on, newest.sure))
    if check is None:
        lines.append(_tr("No clinician's check of this pain is recorded in the program."))
    else:
        words = _tr("Check recorded: %s, on %s, %s.")
        lines.append(words % (check.who, long_day(check.on), check.area))
    return lines


def _about() -> str:
    return _tr(
        "What I have noticed about my pain, in my own words. It is no test and has no score; it "
        "is meant to be talked about."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Evidence", text)
