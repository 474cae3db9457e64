"""A report on paper: typeset, with its charts, always in the light theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from prt_desktop.domain.report_summary import MOST_MOVEMENTS
from prt_desktop.ui.paper import POINT, PROGRAM, Paper
from prt_desktop.ui.report.report_html import NEW_PAGE, ReportHtml
from prt_desktop.ui.report.week_chart import SIZE, week_chart
from prt_desktop.ui.report.words import day
from prt_desktop.ui.theme import Weight

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prt_desktop.domain.report import Report, Week
    from prt_desktop.ui.theme import Theme

_BODY_PT, _CHART_PT = 10, 8
_STEPS_UP = {1: 3, 2: 1, 3: 0}  # Qt's own: twice, 1.2 times and once the size of the body
_ABOVE_PT = {1: 0, 2: 11, 3: 7}
_BELOW_PT = {1: 2, 2: 3, 3: 1}
_LINES_PERCENT = 128
_INDENT = 16


class ReportPaper(Paper):
    """One report; `titles` maps the ids of exercises to what they are called.

    Not `whole`, it ends with the page that sums up, for a quick look.
    """

    def __init__(
        self, theme: Theme, report: Report, titles: Mapping[str, str], *, whole: bool = True
    ) -> None:
        # The title names the file's inside, and no person.
        super().__init__(theme, _tr("Diary report"), report.made_on, body_pt=_BODY_PT)
        self._whole = whole
        self._report = report
        self._titles = titles

    @property
    def foot(self) -> str:
        """Give the program, the day it was made, and what it is not."""
        made = day(self._report.made_on)
        return f"{PROGRAM}  ·  {made}  ·  {_tr('self-reported, no diagnosis')}"

    def fill(self, document: QTextDocument) -> None:
        """Write the report, and give each block its letters and its air."""
        charts: list[str] = []

        def chart(weeks: Sequence[Week]) -> str:
            name = f"chart-{len(charts)}"
            charts.append(name)
            image = week_chart(weeks, self.inks, self.font(_CHART_PT))
            kind = QTextDocument.ResourceType.ImageResource.value
            document.addResource(kind, QUrl(name), image)
            return f'<img src="{name}" width="{SIZE.width()}" height="{SIZE.height()}">'

        html = ReportHtml(self._report, self._titles, self.inks, chart)
        document.setIndentWidth(_INDENT)
        for most_tried in range(MOST_MOVEMENTS, -1, -1):
            document.setHtml(html.write(most_tried, details=self._whole))
            _set_blocks(document)
            if self._summary_fits(document):
                return

    def _summary_fits(self, document: QTextDocument) -> bool:
        """Say whether what sums up ends on the first page."""
        last = block = document.begin()
        while block.isValid() and not _begins_page(block):
            last = block
            block = block.next()
        bottom = document.documentLayout().blockBoundingRect(last).bottom()
        return not self._report.has_summary or bottom <= document.pageSize().height()


def _set_blocks(document: QTextDocument) -> None:
    block = document.begin()
    while block.isValid():
        _set_block(block)
        block = block.next()


def _set_block(block: QTextBlock) -> None:
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    cursor.mergeBlockFormat(_air(block, level))
    if level:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        letters = QTextCharFormat()
        letters.setProperty(QTextFormat.Property.FontSizeAdjustment.value, _STEPS_UP[level])
        letters.setFontWeight(QFont.Weight(Weight.BOLD))
        cursor.mergeCharFormat(letters)


def _air(block: QTextBlock, level: int) -> QTextBlockFormat:
    form = QTextBlockFormat()
    if "\N{OBJECT REPLACEMENT CHARACTER}" not in block.text():
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        form.setLineHeight(112 if level else _LINES_PERCENT, kind)
    in_table = QTextCursor(block).currentTable() is not None
    listed = block.textList() is not None
    form.setTopMargin(_ABOVE_PT.get(level, 0) * POINT)
    below = 0.0 if in_table and not listed else 1.5 if listed else _BELOW_PT.get(level, 3)
    form.setBottomMargin(below * POINT)
    if _begins_page(block):
        form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    return form


def _begins_page(block: QTextBlock) -> bool:
    fragments = block.begin()
    while not fragments.atEnd():
        if NEW_PAGE in fragments.fragment().charFormat().anchorNames():
            return True
        fragments += 1
    return False


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)
