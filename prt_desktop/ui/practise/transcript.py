"""The whole text of the session that is on, to read along or to go to a place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise.transcript_delegate import TranscriptDelegate
from prt_desktop.ui.practise.transcript_model import TranscriptModel
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import IconButton
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.painting import rounded, smooth
from prt_desktop.ui.widgets.scroll_bar import give_scroll_bar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from prt_desktop.domain.timeline import Span
    from prt_desktop.ui.theme import Theme

LEFT_ALONE_MS = 8_000
_EDGE = 12
_RADIUS = 14


class Transcript(QWidget):
    """A sheet with all the words, the current ones marked.

    Signals: `cue_chosen` with the place of a cue that was pressed or entered; `closed` by its
    own button.
    """

    cue_chosen = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = TranscriptList(theme)
        self._head = QWidget()
        close = IconButton(theme, Icon.CLOSE, self.tr("Close the transcript"))
        row = QHBoxLayout(self._head)
        row.setContentsMargins(_EDGE, 0, 0, 0)
        title = Label(theme, self.tr("Transcript"), Size.SMALL, Tone.MUTED, Weight.MEDIUM)
        title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(title, 1)
        row.addWidget(close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_EDGE, _EDGE // 2, _EDGE // 2, _EDGE)
        rows.setSpacing(0)
        rows.addWidget(self._head)
        rows.addWidget(self._list)
        self.setAccessibleName(self.tr("Transcript"))
        self._list.cue_chosen.connect(self.cue_chosen)
        close.clicked.connect(self.closed)
        theme.changed.connect(self._repaint)
        self.hide()

    def show_spans(self, spans: tuple[Span, ...]) -> None:
        """Show the words of a session, or of the plan it goes on by."""
        self._list.show_spans(spans)

    def mark(self, row: int) -> None:
        """Mark the cue that is spoken now, and keep it in view; -1 marks none."""
        self._list.mark(row)

    def set_headed(self, *, headed: bool) -> None:
        """Keep the head where there is room for it."""
        self._head.setVisible(headed)

    def take_focus(self) -> None:
        """Put the focus on the cue that is spoken now."""
        self._list.begin_at_now()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _repaint(self) -> None:
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a press on the sheet from the stage beneath."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the release from the stage beneath."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet."""
        theme = self._theme
        edge = theme.mix(Tone.LINE, Tone.RAISED, 0.3)
        rounded(smooth(self), self.rect(), theme.color(Tone.RAISED), edge, _RADIUS)


class TranscriptList(QListView):
    """The cues; Enter or a press goes to one, Space is left to the stage.

    While a person looks around in it, it stays where they left it for a while. Signals:
    `cue_chosen` with the place of a cue.
    """

    cue_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._rows = TranscriptModel()
        self._looked_at = QTimer(self, singleShot=True, interval=LEFT_ALONE_MS)
        self.setAccessibleName(self.tr("All the words of this practice"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        give_scroll_bar(self, theme, self.tr("Scroll the transcript"))
        self.setModel(self._rows)
        self.setItemDelegate(TranscriptDelegate(theme, self))
        self.clicked.connect(self._choose)
        self._looked_at.timeout.connect(self._follow)
        theme.changed.connect(self._lay_anew)

    def show_spans(self, spans: tuple[Span, ...]) -> None:
        """Show these words."""
        self._rows.show_spans(spans)

    def mark(self, row: int) -> None:
        """Mark the cue that is spoken now, and show it.

        Where the keys were in words that gave way to others, they begin anew at this cue.
        """
        self._rows.mark(row)
        if self.hasFocus() and not self.currentIndex().isValid():
            self.begin_at_now()
        self._follow()

    def begin_at_now(self) -> None:
        """Let the keys begin at the cue that is spoken now."""
        self.setCurrentIndex(self._rows.index(max(0, self._rows.now)))
        self._follow()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self._looked_at.stop()
            self.cue_chosen.emit(index.row())

    @Slot()
    def _follow(self) -> None:
        if self._rows.now >= 0 and self.isVisible() and not self._looked_at.isActive():
            at = QListView.ScrollHint.PositionAtCenter
            self.scrollTo(self._rows.index(self._rows.now), at)

    @Slot()
    def _lay_anew(self) -> None:
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the current cue with Enter; Space pauses, as everywhere on the stage."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self._choose(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
            return
        self._looked_at.start()
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, and stay there for a while."""
        self._looked_at.start()
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew, and show the current ones again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        self._follow()
