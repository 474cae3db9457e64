"""Where everything stands on the stage, so that nothing jumps when the words change."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from prt_desktop.ui.practise.caption import Caption
from prt_desktop.ui.practise.routing_row import RoutingRow
from prt_desktop.ui.practise.sheet import Sheet
from prt_desktop.ui.practise.stage_controls import StageControls
from prt_desktop.ui.practise.stop_rules import StopRules
from prt_desktop.ui.practise.transcript import Transcript
from prt_desktop.ui.theme import Theme
from prt_desktop.ui.widgets.label import Label

_EDGE = 12
_FOOT = 16
_BETWEEN = 6
_BESIDE = 960
_SHEET = 400
_WORDS_SHARE = 0.42
_RULES_SHARE = 0.4
_WIDEST_CONTROLS = 640


@dataclass(frozen=True)
class StageArrangement:
    """The parts of the stage, from top to bottom, and the transcript beside or over them.

    A page of one's own writing takes the place of the shape, with the words above it.
    """

    theme: Theme
    head: QWidget
    rules: StopRules
    shape: QWidget
    sheet: Sheet
    caption: Caption
    line: Label
    routing: RoutingRow
    controls: StageControls
    crisis: QWidget
    progress: QWidget
    transcript: Transcript

    def arrange(self, size: QSize, *, captions: bool) -> None:
        """Give every part its place within `size`."""
        sheet = self._sheet_width(size.width())
        stage = QRect(0, 0, size.width() - sheet, size.height())
        head = self.head.sizeHint().height()
        self.head.setGeometry(_EDGE, _EDGE, stage.width() - 2 * _EDGE, head)
        self.progress.setGeometry(
            0, size.height() - self.progress.height(), size.width(), self.progress.height()
        )
        top, bottom = head + _EDGE, self._arrange_foot(stage)
        room = QRect(0, top, stage.width(), bottom - top)
        top += self._arrange_rules(room, captions=captions)
        if self.transcript.isHidden():
            self._arrange_middle(QRect(0, top, stage.width(), bottom - top), captions=captions)
            return
        self.transcript.set_headed(headed=bool(sheet))
        if sheet:
            self._arrange_middle(QRect(0, top, stage.width(), bottom - top), captions=captions)
            height = size.height() - 2 * _EDGE - self.progress.height()
            self.transcript.setGeometry(stage.width(), _EDGE, sheet - _EDGE, height)
        else:
            self._arrange_middle(QRect(0, top, stage.width(), 0), captions=False)
            width = min(stage.width() - 2 * _EDGE, self.theme.column_width + self.theme.px(80))
            left = (stage.width() - width) // 2
            self.transcript.setGeometry(left, top, width, bottom - top)

    def _sheet_width(self, width: int) -> int:
        """Give the width of a transcript beside the stage, or 0 when it lies over it."""
        if self.transcript.isHidden() or width < self.theme.px(_BESIDE):
            return 0
        return self.theme.px(_SHEET)

    def _arrange_foot(self, stage: QRect) -> int:
        """Arrange what stands at the foot and give where the middle ends."""
        side = self.crisis.sizeHint()
        width = min(stage.width() - 2 * (side.width() + 2 * _EDGE), self.theme.px(_WIDEST_CONTROLS))
        self.controls.fit(width)
        height = self.controls.sizeHint().height()
        foot = stage.height() - _FOOT - height
        self.controls.setGeometry((stage.width() - width) // 2, foot, width, height)
        help_top = stage.height() - _FOOT - side.height()
        self.crisis.setGeometry(QRect(_EDGE, help_top, side.width(), side.height()))
        if not self.routing.is_empty:
            width = stage.width() - 2 * _EDGE
            height = self.routing.heightForWidth(width)
            foot -= height + _BETWEEN
            self.routing.setGeometry(_EDGE, foot, width, height)
        width = stage.width() - 2 * _FOOT
        line = self.line.heightForWidth(width) + _BETWEEN if self.line.text() else 0
        self.line.setGeometry(_FOOT, foot - line, width, line)
        return foot - line - _EDGE

    def _arrange_middle(self, room: QRect, *, captions: bool) -> None:
        """Give the words what they need, and the shape or the page the rest."""
        if not self.sheet.isHidden():
            self._arrange_page(room, captions=captions)
            return
        height = max(0, room.height())
        words = 0
        if captions:
            words = max(round(height * _WORDS_SHARE), self.caption.least_height(room.width()))
        words = min(height, words)
        self.shape.setGeometry(room.left(), room.top(), room.width(), height - words)
        self.caption.setGeometry(room.left(), room.top() + height - words, room.width(), words)

    def _arrange_rules(self, room: QRect, *, captions: bool) -> int:
        """Put the rules for stopping at the top of `room`, and give the height they take."""
        width = min(room.width() - 2 * _FOOT, self.theme.column_width)
        words = self.caption.least_height(room.width()) if captions else 0
        most = max(round(room.height() * _RULES_SHARE), room.height() - words - _EDGE)
        height = min(self.rules.height_for(width), most)
        self.rules.setGeometry((room.width() - width) // 2, room.top(), width, height)
        return height + _EDGE if height else 0

    def _arrange_page(self, room: QRect, *, captions: bool) -> None:
        """Give the page all that the words leave; they give way where both do not fit."""
        height = max(0, room.height())
        words = self.caption.least_height(room.width()) + _EDGE if captions else 0
        if not self.sheet.fits(room.width(), height - words) or words > height // 2:
            words = 0
        self.caption.setGeometry(room.left(), room.top(), room.width(), words)
        self.sheet.setGeometry(room.left(), room.top() + words, room.width(), height - words)
        self.shape.setGeometry(room.left(), room.top(), room.width(), 0)
