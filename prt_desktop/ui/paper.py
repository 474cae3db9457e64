"""Something on paper: laid out in pages, with the program, the day and a number at the foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QEventLoop,
    QIODevice,
    QLocale,
    QMarginsF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QImage,
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

from prt_desktop.domain.long_day import long_day
from prt_desktop.ui.theme import Size, Tone, Weight

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPagedPaintDevice

    from prt_desktop.ui.theme import Theme

PROGRAM = "PRT Desktop"
PagesDone = Callable[[int, int], None]
"""Is told how many pages are done of how many."""
_DOTS_PER_INCH = 96  # in which paper is laid out; the device then makes them finer
POINT = _DOTS_PER_INCH / 72
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
    return layout_on(paper_of(locale))


def layout_on(paper: QPageSize) -> QPageLayout:
    """Give a paper upright, with the margins of all our paper."""
    upright, mm = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Millimeter
    return QPageLayout(paper, upright, _MARGINS_MM, mm)


class Paper:
    """Pages of headings, text, lists and tables, always in the light theme.

    `html` is what stands on them, in the tags that QTextDocument knows. Colours and letters are
    taken from the theme at once, so that a thread may paint.
    """

    def __init__(
        self, theme: Theme, title: str, day: date, html: str = "", body_pt: float = _BODY_PT
    ) -> None:
        self.theme = theme
        self.title = title
        self.inks = {tone: theme.on_paper(tone) for tone in Tone}
        self._letters = QFont(theme.font(Size.BODY))
        self._body_pt = body_pt
        self._day = day
        self._html = html

    @property
    def foot(self) -> str:
        """What stands at the left of every foot: the program and the day."""
        return f"{PROGRAM}  ·  {long_day(self._day)}"

    def pdf(self, locale: QLocale) -> bytes:
        """Give all of it as a PDF on the paper of a country."""
        return self.pdf_on(paper_of(locale))

    def pdf_on(self, paper: QPageSize, progress: PagesDone | None = None) -> bytes:
        """Give all of it as a PDF on a paper, in any thread."""
        loop = QEventLoop()  # a document starts timers, for which a thread of ours has no one else
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self.title)
        writer.setCreator(PROGRAM)
        writer.setPageLayout(layout_on(paper))
        self.paint(writer, progress)
        buffer.close()
        loop.quit()
        return bytes(content.data())

    def paint(self, device: QPagedPaintDevice, progress: PagesDone | None = None) -> bool:
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
            if progress is not None:
                progress(number + 1, document.pageCount())
        return painter.end()

    def picture(self, paper: QPageSize, width: int) -> QImage:
        """Give the first page as it looks, margins and all, `width` px wide."""
        sheet = layout_on(paper).fullRect(QPageLayout.Unit.Point)
        inner = layout_on(paper).paintRect(QPageLayout.Unit.Point)
        scale = 2 * width / (sheet.width() * POINT)  # made small at the end, which is smoother
        size = QSize(2 * width, round(sheet.height() * POINT * scale))
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        room = QSizeF(inner.width(), inner.height()) * POINT
        document = self._document(QSizeF(room.width(), room.height() - _FOOT))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(scale, scale)
        painter.translate(inner.topLeft() * POINT)
        self._paint_page(painter, document, 0)
        self._paint_foot(painter, room, 1, document.pageCount())
        painter.end()
        return image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)

    def html(self, document: QTextDocument) -> str:  # noqa: ARG002 - for pages with figures
        """Give what stands on the pages; what it shows can be added to `document`."""
        return self._html

    def fill(self, document: QTextDocument) -> None:
        """Write into a document that knows its font and its page."""
        document.setHtml(self.html(document))
        self._set_blocks(document)

    def _document(self, page: QSizeF) -> QTextDocument:
        document = QTextDocument()
        document.setUseDesignMetrics(True)
        document.setDocumentMargin(0)
        document.setDefaultFont(self.font(self._body_pt))
        document.setPageSize(page)
        self.fill(document)
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
                letters.setProperty(QTextFormat.Property.FontPixelSize.value, round(points * POINT))
                if level:
                    letters.setFontWeight(QFont.Weight(Weight.BOLD))
                cursor.mergeCharFormat(letters)
            block = block.next()

    def font(self, points: float) -> QFont:
        """Give the letters of a size."""
        font = QFont(self._letters)
        font.setPixelSize(round(points * POINT))
        return font

    def _paint_page(self, painter: QPainter, document: QTextDocument, number: int) -> None:
        page = document.pageSize()
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, self.inks[Tone.TEXT])
        context.palette = palette
        context.clip = QRectF(0, number * page.height(), page.width(), page.height())
        painter.save()
        painter.translate(0, -number * page.height())
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_foot(self, painter: QPainter, room: QSizeF, number: int, count: int) -> None:
        painter.setFont(self.font(_SMALL_PT))
        painter.setPen(self.inks[Tone.MUTED])
        foot = QRectF(0, room.height() - _FOOT, room.width(), _FOOT)
        low = Qt.AlignmentFlag.AlignBottom
        painter.drawText(foot, low | Qt.AlignmentFlag.AlignLeft, self.foot)
        numbered = _tr("Page %d of %d") % (number, count)
        painter.drawText(foot, low | Qt.AlignmentFlag.AlignRight, numbered)


def _air(block: QTextBlock, level: int) -> QTextBlockFormat:
    form = QTextBlockFormat()
    pictured = "\N{OBJECT REPLACEMENT CHARACTER}" in block.text()
    if not pictured:
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        form.setLineHeight(115 if level else _LINES_PERCENT, kind)
    listed = block.textList() is not None
    after_list = not listed and block.previous().isValid() and block.previous().textList()
    form.setTopMargin(_ABOVE_PT.get(level, 6 if after_list else 0) * POINT)
    form.setBottomMargin((2 if listed or level == 3 else 6) * POINT)
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
