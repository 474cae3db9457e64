"""A report as the HTML that Qt lays out: the page that sums up first, then part by part."""

from __future__ import annotations

from html import escape
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.diary import Entry, MovementTrial
from prt_desktop.domain.evidence_sheet import Column, EvidencePoint
from prt_desktop.domain.measures import change_words
from prt_desktop.domain.report import Believed, Measured, Part, Report, ReportItem, Weeks
from prt_desktop.domain.report_summary import Summary, summary_of
from prt_desktop.domain.trends import MEANINGFUL_CHANGE, number
from prt_desktop.ui.diary.circumstance_words import rating_word
from prt_desktop.ui.report import words
from prt_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtGui import QColor

    from prt_desktop.domain.report import Week

NEW_PAGE = "new-page"
"""The name of the anchor before a heading that begins a page."""
_SHORT, _LONG = 110, 240
_CHANGED = "changed by "
_DETAILS = (Part.MOVEMENTS, Part.EVIDENCE, Part.SURPRISES, Part.PRACTICES, Part.NOTES)


class ReportHtml:
    """Writes one report; `chart` gives the `<img>` of weeks, `titles` what exercises are called."""

    def __init__(
        self,
        report: Report,
        titles: Mapping[str, str],
        inks: Mapping[Tone, QColor],
        chart: Callable[[Sequence[Week]], str],
    ) -> None:
        self._report = report
        self._titles = titles
        self._muted = f"color:{inks[Tone.MUTED].name()}"
        self._small = f"{self._muted}; font-size:12px"
        self._line = f"border-bottom:1px solid {inks[Tone.ACCENT_SOFT].darker(112).name()}"
        self._chart = chart

    def write(self, most_tried: int, *, details: bool = True) -> str:
        """Write all of it, with at most so many movements on the page that sums up."""
        parts = [self._head()]
        if self._report.has_summary:
            parts += self._summary(summary_of(self._report), most_tried)
        below = self._details() if details or not self._report.has_summary else []
        if self._report.has_summary and below:
            below[0] = below[0].replace("<h2>", f'<h2><a name="{NEW_PAGE}"></a>', 1)
        return "".join([*parts, *below])

    def _head(self) -> str:
        period = self._report.period
        title = _tr("A diary, in short") if self._report.has_summary else _tr("From a diary")
        when = f"{words.period_words(period)} ({words.days_in(period)})"
        own = _tr("Kept and reported by the person. Our own questions, not a validated scale.")
        return f'<h1>{title}</h1><p>{when}<br><span style="{self._small}">{own}</span></p>'

    def _summary(self, told: Summary, most_tried: int) -> list[str]:
        points = [item.content for item in told.questions]
        asked = [_brief(one.text) for one in points if isinstance(one, EvidencePoint)]
        safe = [_brief(words.item_words(item, self._titles), _LONG) for item in told.safety]
        return [
            self._part(words.part_word(Part.SAFETY), "".join(_paragraph(one) for one in safe)),
            self._part(_tr("To ask at this visit"), _list(asked)),
            self._part(words.part_word(Part.MEASURES), self._table(told.measured)),
            self._part(_tr("Fear and confidence, week by week"), self._charts(told.series)),
            self._part(_tr("Tried, with what was expected"), self._tried(told.tried[:most_tried])),
            self._part(_tr("Also in these days"), _paragraph(_counts(told))),
        ]

    def _details(self) -> list[str]:
        report = self._report
        written = []
        safety, measured = report.of(Part.SAFETY), report.of(Part.MEASURES)
        if not report.has_summary or self._is_cut(safety):
            written.append(self._part(words.part_word(Part.SAFETY), self._lines(safety)))
        if not report.has_summary:
            written.append(self._part(words.part_word(Part.MEASURES), self._table(measured)))
        on_first = {item.id for item in summary_of(report).series} if report.has_summary else set()
        series = [item for item in report.of(Part.WEEKS) if item.id not in on_first]
        told = [item for item in report.of(Part.MEASURES) if isinstance(item.content, Entry)]
        written.append(self._part(_tr("On the whole, in own words"), self._entries(told)))
        written.append(self._part(words.part_word(Part.WEEKS), self._charts(series)))
        written += [
            self._part(words.part_word(part), self._body(part, report.of(part)))
            for part in _DETAILS
        ]
        return [one for one in written if one]

    def _body(self, part: Part, items: Sequence[ReportItem]) -> str:
        if part is Part.EVIDENCE:
            return self._evidence(items)
        entries = [item for item in items if isinstance(item.content, Entry)]
        others = [item for item in items if not isinstance(item.content, Entry)]
        listed = _list([words.item_words(item, self._titles) for item in others])
        return self._entries(entries) + listed

    def _part(self, heading: str, body: str) -> str:
        return f"<h2>{escape(heading)}</h2>{body}" if body else ""

    def _lines(self, items: Iterable[ReportItem]) -> str:
        return "".join(_paragraph(words.item_words(item, self._titles)) for item in items)

    def _table(self, items: Sequence[ReportItem]) -> str:
        """Write answers as rows: before, now, the change; and the line of reference below."""
        told = [item.content for item in items if isinstance(item.content, Measured)]
        if not told:
            return ""
        before = next((one.before_on for one in told if one.before_on is not None), None)
        names = [
            "",
            words.day(before) if before else "",
            words.day(told[0].on),
            _CHANGED.strip() if before else "",
        ]
        rows = [self._row(names, self._small)]
        rows += [self._row(_cells(one)) for one in told]
        note = f'<p style="{self._small}">{MEANINGFUL_CHANGE} {_tr("Each from 0 to 10.")}</p>'
        return f'<table width="100%" cellspacing="0" cellpadding="3">{"".join(rows)}</table>{note}'

    def _row(self, cells: Sequence[str], style: str = "") -> str:
        widths = ("36%", "15%", "15%", "34%")
        written = "".join(
            f'<td width="{width}" style="{self._line}">'
            f'<span style="{style}">{escape(cell)}</span></td>'
            for width, cell in zip(widths, cells, strict=True)
        )
        return f"<tr>{written}</tr>"

    def _charts(self, items: Sequence[ReportItem]) -> str:
        """Write charts two in a row, each under its name and with its weeks in words."""
        told = [item.content for item in items if isinstance(item.content, Weeks)]
        cells = [
            f'<td width="50%"><b>{escape(rating_word(one.rating))}</b><br>'
            f'{self._chart(one.weeks)}<br><span style="{self._small}">'
            f"{escape(_noted(one))}</span></td>"
            for one in told
        ]
        rows = [f"<tr>{''.join(cells[at : at + 2])}</tr>" for at in range(0, len(cells), 2)]
        table = f'<table width="100%" cellspacing="0" cellpadding="2">{"".join(rows)}</table>'
        return table if rows else ""

    def _is_cut(self, safety: Sequence[ReportItem]) -> bool:
        """Say whether more is known of safety than the page that sums up has room for."""
        told = [words.item_words(item, self._titles) for item in safety]
        on_first = summary_of(self._report).safety
        return len(told) > len(on_first) or any(len(one) > _LONG for one in told)

    def _tried(self, items: Iterable[ReportItem]) -> str:
        written = []
        for item in items:
            entry = item.content
            if isinstance(entry, Entry) and isinstance(entry.details, MovementTrial):
                trial = entry.details
                lines = (
                    f"<b>{escape(_brief(words.entry_title(entry)))}</b>",
                    self._named(_tr("Expected"), _brief(trial.prediction)),
                    self._named(_tr("Happened"), _brief(trial.happened)),
                )
                written.append(f"<p>{'<br>'.join(lines)}</p>")
        return "".join(written)

    def _named(self, name: str, text: str) -> str:
        return f'<span style="{self._muted}">{escape(name)}: </span>{_text(text)}'

    def _entries(self, items: Iterable[ReportItem]) -> str:
        written = []
        for item in items:
            if isinstance(item.content, Entry):
                written.append(f"<h3>{escape(words.entry_title(item.content))}</h3>")
                written += [
                    f"<p>{self._named(name, text) if name else _text(text)}</p>"
                    for name, text in words.entry_parts(item.content)
                    if text
                ]
        return "".join(written)

    def _evidence(self, items: Sequence[ReportItem]) -> str:
        """Write the two columns beside each other, neither of them as the one that wins."""
        believed = [item for item in items if isinstance(item.content, Believed)]
        points = [item.content for item in items if isinstance(item.content, EvidencePoint)]
        sides = [
            _list([_point(one) for one in points if one.column is column]) or "<p>\u2013</p>"
            for column in Column
        ]
        heads = (_tr("Toward an alarm"), _tr("Unsure"))
        cells = "".join(
            f'<td width="50%" valign="top"><b>{head}</b>{side}</td>'
            for head, side in zip(heads, sides, strict=True)
        )
        table = f'<table width="100%" cellspacing="0" cellpadding="4"><tr>{cells}</tr></table>'
        return self._lines(believed) + (table if points else "")


def _brief(text: str, width: int = _SHORT) -> str:
    """Cut a text for the page that sums up; the whole of it stands in its part."""
    return shorten(text, width, placeholder=" …")


def _cells(measured: Measured) -> tuple[str, str, str, str]:
    name, value = words.item_word(measured.item), number(measured.value)
    if measured.change is None:
        return (name, "", value, "")
    return (
        name,
        number(measured.change.before),
        value,
        change_words(measured.change).removeprefix(_CHANGED),
    )


def _noted(weeks: Weeks) -> str:
    days = sum(week.days for week in weeks.weeks)
    if days == 1:
        return _tr("Means of weeks; noted on 1 day.")
    return _tr("Means of weeks; noted on %d days.") % days


def _point(point: EvidencePoint) -> str:
    marks = [_tr("to ask the clinician")] if point.ask_clinician else []
    marks += [_tr("waits for a clinician's check")] if point.waits_for_check else []
    return f"{point.text} ({', '.join(marks)})" if marks else point.text


def _counts(told: Summary) -> str:
    counts = (
        (told.movements, _tr("1 movement tried"), _tr("%d movements tried")),
        (told.surprises, _tr("1 surprise noted"), _tr("%d surprises noted")),
    )
    parts = [one if count == 1 else many % count for count, one, many in counts if count]
    if told.practices:
        times = _tr("1 practice") if told.practices == 1 else _tr("%d practices") % told.practices
        parts.append(_tr("%s, %s in all") % (times, words.minutes(told.minutes)))
    return "; ".join(parts) + "." if parts else ""


def _list(texts: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{_text(text)}</li>' for text in texts)}</ul>" if texts else ""


def _paragraph(text: str) -> str:
    return f"<p>{_text(text)}</p>" if text else ""


def _text(text: str) -> str:
    return "<br>".join(escape(line) for line in text.strip().split("\n"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)
