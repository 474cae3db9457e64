"""Paints one cue of the transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from prt_desktop.ui.practise.transcript_model import TranscriptRole
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.painting import RING, focus_ring, rounded
from prt_desktop.ui.widgets.text_block import TextBlock, text_block

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from prt_desktop.ui.theme import Theme

_SIDE = 18
_AIR = 12
_BAR = 4


class TranscriptDelegate(QStyledItemDelegate):
    """The cue spoken now has a bar, a soft ground and heavier words: never colour alone."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._heights: dict[tuple[str, str, int, float], int] = {}

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for the words, wrapped to the width of the list.

        A session "until I stop" says the same cues many times, so their heights are remembered.
        """
        width = self._view.viewport().width()
        key = (
            str(index.data()),
            str(index.data(TranscriptRole.OWN_SENTENCE)),
            width,
            self._theme.scale,
        )
        if key not in self._heights:
            # Heavier words are the widest: the row keeps its height when it is spoken.
            words, own = self._blocks(index, width, now=True)
            height = words.height + (own.height + 4 if own else 0) + 2 * _AIR
            self._heights[key] = max(44, height) + 2 * RING
        return QSize(width, self._heights[key])

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground, the bar, the words and the ring."""
        theme = self._theme
        now = bool(index.data(TranscriptRole.IS_NOW))
        rect: QRect = option.rect
        ground = rect.adjusted(RING, RING, -RING, -RING)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if now:
            rounded(painter, ground, theme.color(Tone.ACCENT_SOFT))
            bar = QRect(ground.left() + 6, ground.top() + 10, _BAR, ground.height() - 20)
            rounded(painter, bar, theme.color(Tone.ACCENT), None, _BAR / 2)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, ground, theme.mix(Tone.ACCENT_SOFT, Tone.RAISED, 0.5))
        words, own = self._blocks(index, rect.width(), now=now)
        at = QPoint(ground.left() + _SIDE, ground.top() + _AIR)
        words.draw(painter, at, theme.color(Tone.TEXT if now else Tone.MUTED))
        if own is not None:
            at.setY(at.y() + words.height + 4)
            own.draw(painter, at, theme.color(Tone.ACCENT))
        if index == self._view.currentIndex():
            focus_ring(painter, theme, self._view, rect)
        painter.restore()

    def _blocks(
        self, index: QModelIndex | QPersistentModelIndex, width: int, *, now: bool
    ) -> tuple[TextBlock, TextBlock | None]:
        room = max(80, width - 2 * (RING + _SIDE))
        font = self._theme.font(Size.BODY, Weight.MEDIUM if now else Weight.NORMAL)
        words = text_block(str(index.data()), font, room)
        own = str(index.data(TranscriptRole.OWN_SENTENCE))
        if not own:
            return words, None
        small = self._theme.font(Size.SMALL)
        return words, text_block(f"“{own}”", small, room)
