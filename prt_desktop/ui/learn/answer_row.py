"""An answer to a gentle question: a row that says more when it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.painting import RING, focus_ring, rounded, smooth
from prt_desktop.ui.widgets.text_block import TextBlock, text_block

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.domain.lesson import Answer
    from prt_desktop.ui.theme import Theme

_AIR, _SIDE = 14, 20


class AnswerRow(QPushButton):
    """Unfolds what is said for an answer, and folds it again; no answer looks unlike another."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said = ""
        self.setAutoDefault(False)
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._turn)
        theme.changed.connect(self.updateGeometry)

    def show_answer(self, answer: Answer) -> None:
        """Take another answer, folded."""
        self.setText(answer.text)
        self._said = answer.said
        self.setChecked(False)
        self._describe()

    @Slot(bool)
    def _turn(self, unfolded: bool) -> None:
        self._describe()
        self.updateGeometry()
        self.update()
        if unfolded:
            announce(self, self._said)

    def heightForWidth(self, width: int) -> int:
        """Say how tall the row is when its words wrap within `width`."""
        answer, said = self._words(width)
        height = answer.height + (said.height + _AIR // 2 if said else 0) + 2 * (_AIR + RING)
        return max(height, self._theme.target + 2 * RING)

    def sizeHint(self) -> QSize:
        """Ask for the reading column."""
        width = self._theme.column_width
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for a few words' width, so that narrow windows work."""
        return QSize(self._theme.px(160), self._theme.target + 2 * RING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for a press, as Space is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row, the answer, what is said for it, and the ring."""
        theme = self._theme
        painter = smooth(self)
        ground = self.rect().adjusted(RING, RING, -RING, -RING)
        fill = theme.mix(Tone.ACCENT_SOFT, Tone.RAISED, 0.6 if self.underMouse() else 0.0)
        rounded(painter, ground, fill, theme.color(Tone.LINE))
        answer, said = self._words(self.width())
        left, top = ground.left() + _SIDE, ground.top() + _AIR
        if said is None:
            top = ground.top() + (ground.height() - answer.height) // 2
        else:
            below = QPoint(left, top + answer.height + _AIR // 2)
            said.draw(painter, below, theme.color(Tone.TEXT))
        answer.draw(painter, QPoint(left, top), theme.color(Tone.TEXT))
        side = theme.icon_size * 3 // 4
        icon = Icon.CHEVRON_UP if self.isChecked() else Icon.CHEVRON_DOWN
        middle = top + (round(theme.metrics(Size.BODY).height() * 1.4) - side) // 2
        at = QPoint(ground.right() - _SIDE - side, middle)
        painter.drawPixmap(at, theme.pixmap(icon, Tone.MUTED, self, side))
        focus_ring(painter, theme, self, self.rect())

    def _describe(self) -> None:
        folded = self.tr("press to read what we would say")
        self.setAccessibleDescription(self._said if self.isChecked() else folded)

    def _words(self, width: int) -> tuple[TextBlock, TextBlock | None]:
        theme = self._theme
        room = max(80, width - 2 * (RING + _SIDE))
        weight = Weight.BOLD if self.isChecked() else Weight.NORMAL
        beside = max(80, room - theme.icon_size - 8)
        answer = text_block(self.text(), theme.font(Size.BODY, weight), beside)
        if not self.isChecked():
            return answer, None
        return answer, text_block(self._said, theme.font(Size.BODY), room, leading=1.5)
