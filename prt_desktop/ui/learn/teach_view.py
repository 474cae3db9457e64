"""One large card for a room: heading, words and figure, as large as the window lets them be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from prt_desktop.ui.learn.figure import Figure
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.text_block import TextBlock, text_block

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.domain.teach_card import TeachCard
    from prt_desktop.ui.theme import Theme

_LEAST_PX = 16
_HEADING_SHARE = 7  # of the height, at most
_WORDS_TO_HEADING = 0.66
_MARGIN = 0.06
_WIDE = 1.25
_WIDE_FIGURE = 1.6
_FIGURE_SHARE = 0.58
_BULLET = "\N{BULLET}"


class _Written(NamedTuple):
    """The words of a card laid out for a room of one size, each with its place (px)."""

    placed: tuple[tuple[TextBlock, QPoint], ...]
    height: int


class TeachView(QLabel):
    """Paints a card; to a screen reader it is a text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._card: TeachCard | None = None
        self._figure: Figure | None = None
        self._sources = ""
        self._written: tuple[QSize, _Written] | None = None
        self._blank = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.changed.connect(self._refresh)

    @property
    def sources(self) -> str:
        """Give the line at the foot."""
        return self._sources

    @property
    def blank(self) -> bool:
        """Say whether the screen is empty, so that the room looks at each other."""
        return self._blank

    @blank.setter
    def blank(self, blank: bool) -> None:
        self._blank = blank
        self.update()

    def show_card(self, card: TeachCard, folder: Path, sources: str) -> None:
        """Show a card whose figure lies in `folder`; `sources` stand small at its foot."""
        self._card = card
        self._blank = False
        self._sources = sources
        figure = Figure(self._theme, folder / card.picture.file_name) if card.picture else None
        self._figure = figure if figure is not None and figure.usable else None
        self.setText(card.spoken)
        self.setAccessibleName(card.spoken)
        self._refresh()

    def sizeHint(self) -> QSize:
        """Take whatever room there is."""
        return QSize(640, 400)

    def minimumSizeHint(self) -> QSize:
        """Ask for hardly any room, so that every window works."""
        return QSize(160, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words, figure and sources."""
        if self._card is None or self._blank:
            return
        painter = QPainter(self)
        words, drawing = self._areas()
        written = self._fitted(self._card, words.size())
        top = words.top() + max(0, (words.height() - written.height) // 2)
        for block, at in written.placed:
            block.draw(painter, at + QPoint(words.left(), top), self._theme.color(Tone.TEXT))
        if self._figure is not None:
            self._paint_figure(painter, self._figure, drawing)
        self._paint_sources(painter)

    @Slot()
    def _refresh(self) -> None:
        self._written = None
        self.update()

    def _areas(self) -> tuple[QRect, QRect]:
        """Give the places of the words and of the figure: beside each other, or below."""
        side = round(min(self.width(), self.height()) * _MARGIN)
        foot = self._source_block().height if self._sources else 0
        inner = self.rect().adjusted(side, side // 2, -side, -side // 2 - foot)
        if self._figure is None:
            return inner, QRect()
        if inner.width() > inner.height() * _WIDE and not self._has_wide_figure():
            half = (inner.width() - side) // 2
            right = QRect(inner.left() + half + side, inner.top(), half, inner.height())
            return QRect(inner.left(), inner.top(), half, inner.height()), right
        drawn = round(inner.height() * _FIGURE_SHARE)
        above = inner.adjusted(0, 0, 0, -drawn - side // 2)
        return above, inner.adjusted(0, inner.height() - drawn, 0, 0)

    def _has_wide_figure(self) -> bool:
        """Say whether the figure is larger below the words than beside them."""
        if self._figure is None:
            return False
        size = self._figure.size_within(self.width())
        return size.width() > size.height() * _WIDE_FIGURE

    def _fitted(self, card: TeachCard, room: QSize) -> _Written:
        """Write the card in the largest letters that fit, found by halving."""
        if self._written is not None and self._written[0] == room:
            return self._written[1]
        low, high = _LEAST_PX, max(_LEAST_PX, self.height() // _HEADING_SHARE)
        best = self._write(card, room.width(), low)
        while low < high:
            middle = (low + high + 1) // 2
            tried = self._write(card, room.width(), middle)
            if tried.height <= room.height() and self._words_fit(card, room.width(), middle):
                low, best = middle, tried
            else:
                high = middle - 1
        self._written = (room, best)
        return best

    def _write(self, card: TeachCard, width: int, px: int) -> _Written:
        heading, words = self._fonts(px)
        placed = [(text_block(card.heading, heading, width, leading=1.15), QPoint())]
        below = placed[0][0].height + px // 2
        if card.words:
            placed.append((text_block(card.words, words, width, leading=1.3), QPoint(0, below)))
            below += placed[-1][0].height + px // 5
        bullet = text_block(_BULLET, words, width, leading=1.3)
        for item in card.items:
            block = text_block(item, words, width - 2 * bullet.width, leading=1.3)
            placed += [(bullet, QPoint(0, below)), (block, QPoint(2 * bullet.width, below))]
            below += block.height + px // 5
        last, at = placed[-1]
        return _Written(tuple(placed), at.y() + last.height)

    def _words_fit(self, card: TeachCard, width: int, px: int) -> bool:
        """Say whether no word has to be broken in two."""
        heading, words = (QFontMetrics(font) for font in self._fonts(px))
        texts = (card.words, *card.items)
        return all(
            heading.horizontalAdvance(word) <= width for word in card.heading.split()
        ) and all(words.horizontalAdvance(word) <= width for text in texts for word in text.split())

    def _fonts(self, px: int) -> tuple[QFont, QFont]:
        heading = QFont(self._theme.font(Size.DISPLAY, Weight.BOLD))
        words = QFont(self._theme.font(Size.BODY))
        heading.setPixelSize(px)
        words.setPixelSize(max(_LEAST_PX, round(px * _WORDS_TO_HEADING)))
        return heading, words

    def _paint_figure(self, painter: QPainter, figure: Figure, room: QRect) -> None:
        whole = figure.size_within(self.width() * 4)
        size = whole.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(QPoint(), size)
        place.moveCenter(room.center())
        painter.drawImage(place, figure.image(size, self.devicePixelRatioF()))

    def _paint_sources(self, painter: QPainter) -> None:
        if not self._sources:
            return
        side = round(min(self.width(), self.height()) * _MARGIN)
        block = self._source_block()
        at = QPoint(side, self.height() - side // 4 - block.height)
        block.draw(painter, at, self._theme.color(Tone.MUTED))

    def _source_block(self) -> TextBlock:
        side = round(min(self.width(), self.height()) * _MARGIN)
        width = max(80, self.width() - 2 * side)
        return text_block(self._sources, self._theme.font(Size.LEAD), width)
