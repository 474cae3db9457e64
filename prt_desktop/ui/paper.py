"""Something on paper: laid out in pages, with the program, the day and a number at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QDate,
    QIODevice,
    QLocale,
    QMarginsF,
    QRectF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from prt_desktop.ui.theme import Size, Tone, Weight

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPagedPaintDevice

    from prt_desktop.ui.theme import Theme

PROGRAM = "PRT Desktop"
_DOTS_PER_INCH = 96  # in which paper is laid out; the device then makes them finer
_POINT = _DOTS_PER_INCH / 72
_MARGINS_MM = QMarginsF(22, 20, 22, 16)
_FOOT = 40
_BODY_PT, _SMALL_PT = 11, 9
_HEADINGS_PT = {1: 22.0, 2: 14.0, 3: 11.0}
_ABOVE_PT = {1: 0, 2: 16, 3: 10}
_LINES_PERCENT = 140
_T = QLocale.Country
_LETTER = frozenset(
    {
        _T.UnitedStates,
        _T.Canada,
        _T.Mexico,
        _T.PuertoRico,
        _T.Philippines,
        _T.Chile,
        _T.Colombia,
        _T.Venezuela,
        _T.CostaRica,
        _T.Guatemala,
        _T.Panama,
        _T.ElSalvador,
        _T.Nicaragua,
        _T.DominicanRepublic,
    }
)


def paper_of(locale: QLocale) -> QPageSize:
    """Give the paper that is usual in a country: Letter in most of the Americas, else A4."""
    letter = locale.territory() in _LETTER
    return QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)


def page_layout(locale: QLocale) -> QPageLayout:
    """Give the paper of a country upright, with the margins of all our paper."""
    upright, mm = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Millimeter
    return QPageLayout(paper_of(locale), upright, _MARGINS_MM, mm)


class Paper:
    """Pages of headings, text, lists and tables, always in the light theme.

    `html` is what stands on them, in the tags that QTextDocument knows.
    """

    def __init__(self, theme: Theme, title: str, day: date, html: str = "") -> None:
        self.theme = theme
        self.title = title
        self._day = day
        self._html = html

    def pdf(self, locale: QLocale) -> bytes:
        """Give all of it as a PDF on the paper of a country."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self.title)
        writer.setCreator(PROGRAM)
        writer.setPageLayout(page_layout(locale))
        self.paint(writer)
        buffer.close()
        return bytes(content.data())

    def paint(self, device: QPagedPaintDevice) -> bool:
        """Paint every page on a printer or a PDF; False if it takes nothing."""
        painter = QPainter()
        if not painter.begin(device):
            return False
        fineness = device.logicalDpiX() / _DOTS_PER_INCH
        room = QSizeF(device.width(), device.height()) / fineness
        painter.scale(fineness, fineness)
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        document = self._document(QSizeF(room.width(), room.height() - _FOOT))
        for number in range(document.pageCount()):
            if number:
                device.newPage()
            self._paint_page(painter, document, number)
            self._paint_foot(painter, room, number + 1, document.pageCount())
        return painter.end()

    def html(self, document: QTextDocument) -> str:  # noqa: ARG002 - for pages with figures
        """Give what stands on the pages; what it shows can be added to `document`."""
        return self._html

    def _document(self, page: QSizeF) -> QTextDocument:
        document = QTextDocument()
        document.setUseDesignMetrics(True)
        document.setDocumentMargin(0)
        document.setDefaultFont(self._font(_BODY_PT))
        document.setPageSize(page)
        document.setHtml(self.html(document))
        self._set_blocks(document)
        _keep_headings_with_text(document, page.height())
        return document

    def _set_blocks(self, document: QTextDocument) -> None:
        """Give each block its letters and its air, which Qt's HTML cannot."""
        in_sources = False
        block = document.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            in_sources = in_sources or level == 3
            cursor = QTextCursor(block)
            cursor.mergeBlockFormat(_air(block, level))
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            if level or in_sources:
                letters = QTextCharFormat()
                points = _HEADINGS_PT.get(level, _SMALL_PT)
                letters.setProperty(
                    QTextFormat.Property.FontPixelSize.value, round(points * _POINT)
                )
                if level:
                    letters.setFontWeight(QFont.Weight(Weight.BOLD))
                cursor.mergeCharFormat(letters)
            block = block.next()

    def _font(self, points: float) -> QFont:
        font = QFont(self.theme.font(Size.BODY))
        font.setPixelSize(round(points * _POINT))
        return font

    def _paint_page(self, painter: QPainter, document: QTextDocument, number: int) -> None:
        page = document.pageSize()
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, self.theme.on_paper(Tone.TEXT))
        context.palette = palette
        context.clip = QRectF(0, number * page.height(), page.width(), page.height())
        painter.save()
        painter.translate(0, -number * page.height())
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_foot(self, painter: QPainter, room: QSizeF, number: int, count: int) -> None:
        painter.setFont(self._font(_SMALL_PT))
        painter.setPen(self.theme.on_paper(Tone.MUTED))
        foot = QRectF(0, room.height() - _FOOT, room.width(), _FOOT)
        low = Qt.AlignmentFlag.AlignBottom
        words = f"{PROGRAM}  ·  {written_day(self._day)}"
        painter.drawText(foot, low | Qt.AlignmentFlag.AlignLeft, words)
        numbered = _tr("Page %d of %d") % (number, count)
        painter.drawText(foot, low | Qt.AlignmentFlag.AlignRight, numbered)


def written_day(day: date) -> str:
    """Write a day out, such as 25 November 2026."""
    return QLocale.c().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def _air(block: QTextBlock, level: int) -> QTextBlockFormat:
    form = QTextBlockFormat()
    pictured = "\N{OBJECT REPLACEMENT CHARACTER}" in block.text()
    if not pictured:
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        form.setLineHeight(115 if level else _LINES_PERCENT, kind)
    listed = block.textList() is not None
    after_list = not listed and block.previous().isValid() and block.previous().textList()
    form.setTopMargin(_ABOVE_PT.get(level, 6 if after_list else 0) * _POINT)
    form.setBottomMargin((2 if listed or level == 3 else 6) * _POINT)
    return form


def _keep_headings_with_text(document: QTextDocument, page_height: float) -> None:
    """Begin a new page before a heading whose text would begin on the next one."""
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        following = block.next()
        if block.blockFormat().headingLevel() and following.isValid():
            top = layout.blockBoundingRect(block).top()
            text = layout.blockBoundingRect(following).top() + _first_line_height(following)
            if top // page_height != (text - 1) // page_height:
                apart = QTextBlockFormat()
                apart.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).mergeBlockFormat(apart)
                # Behind a break put in later Qt leaves blocks without any height: not painted.
                document.markContentsDirty(0, document.characterCount())
        block = following


def _first_line_height(block: QTextBlock) -> float:
    line = block.layout().lineAt(0)
    return line.y() + line.height() if line.isValid() else 0.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paper", text)
