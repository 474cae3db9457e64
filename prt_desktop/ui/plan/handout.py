"""The one page to print, so large that it just stays one page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor

from prt_desktop.domain.good_day import setback_plan
from prt_desktop.domain.handout import Own, handout_of
from prt_desktop.ui.paper import POINT, Paper
from prt_desktop.ui.plan.month import course_now, month_of
from prt_desktop.ui.plan.names import task_title
from prt_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QTextDocument

    from prt_desktop.content.library import Library
    from prt_desktop.domain.handout import Handout
    from prt_desktop.domain.pace import Standing
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme

_SIZES_PT = (11.0, 10.5, 10.0, 9.5, 9.0)
_SIGNS_SMALLER_PT = 2.0
_LENGTHS = (400, 200, 120, 70, 40)
_LINES_PERCENT = 122
_INDENT = 18
_TRIES = [(_SIZES_PT[min(at, len(_SIZES_PT) - 1)], most) for at, most in enumerate(_LENGTHS)]


def handout(theme: Theme, journal: Journal, library: Library, now: datetime) -> HandoutPaper:
    """Lay out what the journal and the plan have for it."""
    month = month_of(journal, library)
    course = None if month is None else course_now(month, journal, library, now)
    setbacks = setback_plan(journal.setback_plans.all())
    own = Own(journal.safety(), journal.own_sentences(), setbacks)

    def name(one: Standing) -> str:
        return task_title(one.fitted.task, library)

    return HandoutPaper(theme, handout_of(course, name, own, library.question_pages, now))


class HandoutPaper(Paper):
    """One page, whatever stands on it: letters shrink a little, then long words are cut."""

    def __init__(self, theme: Theme, content: Handout) -> None:
        super().__init__(theme, _tr("My page"), content.made_on)
        self._content = content

    @property
    def words(self) -> str:
        """Give what stands on it as plain words, for whoever does not see its picture."""
        lines: list[str] = []
        for heading, those in _parts(self._content):
            lines += [heading, *those]
        return "\n".join(lines)

    def fill(self, document: QTextDocument) -> None:
        """Write the page as large as it fits on one."""
        for points, most in _TRIES:
            document.setDefaultFont(self.font(points))
            document.setIndentWidth(_INDENT)
            document.setHtml(self._html_at(points, self._content.shortened(most)))
            _set_blocks(document)
            if document.pageCount() == 1:
                return

    def _html_at(self, points: float, content: Handout) -> str:
        parts = [f"<h1>{escape(self.title)}</h1>"]
        for heading, lines in _own_parts(content):
            parts.append(f"<h3>{escape(heading)}</h3>")
            parts.append(_listed(lines))
        small = round((points - _SIGNS_SMALLER_PT) * POINT)
        cells = [
            f'<td width="50%"><b>{escape(heading)}</b><ul style="font-size:{small}px">'
            + "".join(f"<li>{escape(line)}</li>" for line in lines)
            + "</ul></td>"
            for heading, lines in _signs(content)
        ]
        if cells:
            edge = self.inks[Tone.LINE].name()
            heading = escape(_tr("When to get help"))
            parts.append(f"<h3>{heading}</h3>")
            parts.append(
                f'<table width="100%" cellpadding="6" border="1" bordercolor="{edge}" '
                f'style="border-collapse:collapse;font-size:{small}px"><tr>'
            )
            parts.append("".join(cells) + "</tr></table>")
        return "".join(parts)


def _listed(lines: tuple[str, ...]) -> str:
    """Give one line as it is, and several as a list."""
    if len(lines) == 1:
        return f"<p>{escape(lines[0])}</p>"
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def _parts(content: Handout) -> list[tuple[str, tuple[str, ...]]]:
    return [*_own_parts(content), *_signs(content)]


def _own_parts(content: Handout) -> list[tuple[str, tuple[str, ...]]]:
    heading = _tr("My next steps")
    if content.week:
        heading = _tr("My next steps. %s") % content.week
    found = [
        (heading, content.steps),
        (_tr("What I tell myself"), content.sentences),
        (_tr("How a setback starts"), (content.early_signs,)),
        (_tr("What I do first"), content.first_steps),
        (_tr("Whom I call"), (content.whom_to_call,)),
    ]
    return [(name, lines) for name, lines in found if any(lines)]


def _signs(content: Handout) -> list[tuple[str, tuple[str, ...]]]:
    found = [
        (_tr("Yes, or not sure: emergency number now"), content.now_signs),
        (_tr("Yes, or not sure: ring a doctor today"), content.today_signs),
    ]
    return [(name, lines) for name, lines in found if lines]


def _set_blocks(document: QTextDocument) -> None:
    block = document.begin()
    while block.isValid():
        QTextCursor(block).mergeBlockFormat(_air(block))
        block = block.next()


def _air(block: QTextBlock) -> QTextBlockFormat:
    level = block.blockFormat().headingLevel()
    form = QTextBlockFormat()
    kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    form.setLineHeight(110 if level else _LINES_PERCENT, kind)
    form.setTopMargin({1: 0, 3: 10}.get(level, 0) * POINT)
    form.setBottomMargin((3 if level else 1) * POINT)
    return form


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plan", text)
