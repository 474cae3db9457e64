"""One page of a lesson as text with its figures; it turns no page and follows no link itself."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSizeF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from prt_desktop.domain.lesson_notes import places
from prt_desktop.ui.learn.figure import Figure
from prt_desktop.ui.learn.text_marks import NOTE_SCHEME, mark_notes, mark_terms
from prt_desktop.ui.learn.typesetting import SOURCE_SCHEME, TERM_SCHEME, Typesetter
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.painting import RING, focus_ring, smooth

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.diary import Entry
    from prt_desktop.domain.lesson import Page
    from prt_desktop.ui.theme import Theme

_LINE_HEIGHT_PERCENT = 150
_TURNING_KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Space,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class PageView(QTextBrowser):
    """As tall as its text, so that the column round it scrolls as one.

    Signals: `source_chosen` with the key of a source whose label was pressed; `term_chosen` with
    the id of a word that the glossary explains; `anchor_reached` with the place of one of these
    that Tab moved to, so that the column can show it; `note_chosen` with the id of a note whose
    marked words were pressed; `words_selected` with the words selected with the mouse, "" when
    they were let go, and the place (QRect) of their end.
    """

    source_chosen = Signal(str)
    term_chosen = Signal(str)
    anchor_reached = Signal(QRect)
    note_chosen = Signal(str)
    words_selected = Signal(str, QRect)

    def __init__(
        self,
        theme: Theme,
        references: Mapping[str, Reference],
        terms: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._typesetter = Typesetter(references, terms, self._figure_html)
        self._figures: dict[Path, Figure] = {}
        self._folder = Path()
        self._page: Page | None = None
        self._notes: Sequence[Entry] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(RING)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self._refresh)

    def show_page(self, page: Page, folder: Path) -> None:
        """Show a page; its figures lie in `folder`."""
        self._page = page
        self._notes = ()
        self._folder = folder
        self._refresh()
        self.setAccessibleName(page.heading)
        pictures = [self.tr("Picture: %s") % picture.alt for picture in page.pictures]
        self.setAccessibleDescription(" ".join(pictures))

    def show_notes(self, notes: Sequence[Entry]) -> frozenset[str]:
        """Mark the words of notes, and give the ids of those whose words stand in the text."""
        if self._notes or notes:
            self._notes = tuple(notes)
            self._refresh()
        return frozenset(place.note.id for place in places(self._notes, self.shown_text()))

    def shown_text(self) -> str:
        """Give the text with each character at its place."""
        return self.document().toRawText()

    def let_go(self) -> None:
        """Select nothing any more."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        if url.scheme() == SOURCE_SCHEME:
            self.source_chosen.emit(url.path())
        elif url.scheme() == TERM_SCHEME:
            self.term_chosen.emit(url.path())
        elif url.scheme() == NOTE_SCHEME:
            self.note_chosen.emit(url.path())

    @Slot(QSizeF)
    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(math.ceil(size.height()))

    @Slot()
    def _refresh(self) -> None:
        if self._page is None:
            return
        palette = QPalette(self._theme_palette())
        self.setPalette(palette)
        self.document().setDefaultFont(self._theme.font(Size.BODY))
        self.document().clear()
        self.setHtml(self._typesetter.html(self._page.markdown))
        self._set_blocks()
        mark_terms(self._theme, self.document())
        mark_notes(self._theme, self.document(), places(self._notes, self.shown_text()))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give the drawing of a figure; nothing else is ever loaded."""
        figure = self._figures.get(self._folder / QUrl(name).path())
        if kind == QTextDocument.ResourceType.ImageResource.value and figure is not None:
            return figure.image(figure.size_within(self._room()), self.devicePixelRatioF())
        return QImage()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that turn pages and scroll to the reader."""
        if event.key() in _TURNING_KEYS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was selected with the mouse, and that it was let go."""
        super().mouseReleaseEvent(event)
        cursor = self.textCursor()
        self.words_selected.emit(cursor.selectedText(), self.cursorRect(cursor))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tell which anchor Tab moved to."""
        moved = super().focusNextPrevChild(forward)
        if moved and self.textCursor().hasSelection():
            self.anchor_reached.emit(self.cursorRect())
        return moved

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the figures anew for another width."""
        super().resizeEvent(event)
        if self._figures and event.size().width() != event.oldSize().width():
            self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the ring while no source has the focus."""
        super().paintEvent(event)
        if not self.textCursor().hasSelection():
            focus_ring(smooth(self.viewport()), self._theme, self, self.viewport().rect())

    def _theme_palette(self) -> QPalette:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, self._theme.color(Tone.TEXT))
        palette.setColor(QPalette.ColorRole.Link, self._theme.color(Tone.ACCENT))
        return palette

    def _figure_html(self, name: str) -> str:
        path = self._folder / name
        if path not in self._figures:
            self._figures[path] = Figure(self._theme, path)
        figure = self._figures[path]
        if not figure.usable:
            return ""
        size = figure.size_within(self._room())
        return f'<img src="{name}" width="{size.width()}" height="{size.height()}">'

    def _room(self) -> int:
        return max(120, self.viewport().width() - 2 * RING)

    def _set_blocks(self) -> None:
        """Give each paragraph its line height and each figure air; Qt's own HTML cannot."""
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            cursor.mergeBlockFormat(self._block_format(block))
            block = block.next()

    def _block_format(self, block: QTextBlock) -> QTextBlockFormat:
        form = QTextBlockFormat()
        gap = self._theme.px(12)
        if "\ufffc" in block.text():
            form.setTopMargin(gap)
            form.setBottomMargin(2 * gap)
            form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            return form
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        form.setLineHeight(_LINE_HEIGHT_PERCENT, proportional)
        form.setTopMargin(0)
        form.setBottomMargin(gap)
        return form
