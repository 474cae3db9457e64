"""Choosing words of a page to mark: with the mouse, or sentence by sentence with the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from prt_desktop.domain.lesson_notes import quoted, sentence_at
from prt_desktop.domain.prose import sentences
from prt_desktop.ui.widgets.announcing import announce

if TYPE_CHECKING:
    from prt_desktop.ui.learn.page_view import PageView

_KEYS = frozenset(
    {
        Qt.Key.Key_Down,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Left,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
    }
)
_BACK = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Left})
_TAKING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class WordChooser(QObject):
    """Selects one sentence after the other in a page, while its keys are held from the reader.

    The arrows move on and back by a sentence, with Shift they take in the next one too, Enter
    takes what is selected, Escape lets go. Signals: `moved` with the view and the place (QRect)
    of what is selected; `taken` with the selected words; `left` when there is nothing to choose
    any more.
    """

    moved = Signal(QObject, QRect)
    taken = Signal(str)
    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view: PageView | None = None
        self._spans: tuple[tuple[int, int], ...] = ()
        self._first = self._last = 0

    @property
    def is_on(self) -> bool:
        """Say whether sentences are being chosen."""
        return self._view is not None

    def begin(self, view: PageView, position: int) -> bool:
        """Select the sentence at a place of the text; False for a text without words."""
        self.end()
        self._spans = _spans(view)
        self._first = self._last = sentence_at(self._spans, position)
        if self._first < 0:
            return False
        self._view = view
        view.installEventFilter(self)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._select()
        return True

    def end(self) -> None:
        """Let go of the words."""
        if self._view is None:
            return
        view, self._view = self._view, None
        view.removeEventFilter(self)
        view.let_go()
        self.left.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hold the keys while sentences are chosen; whatever takes the focus away ends it."""
        if event.type() is QEvent.Type.FocusOut:
            self.end()
        elif isinstance(event, QKeyEvent) and event.key() in _KEYS:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._press(event)
                return True
        return False

    def _press(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in _TAKING:
            self.take()
        else:
            widen = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move(-1 if event.key() in _BACK else 1, widen=widen)

    def take(self) -> None:
        """Take the words that are selected."""
        if self._view is not None:
            words = self._view.textCursor().selectedText()
            self.end()
            self.taken.emit(words)

    def _move(self, by: int, *, widen: bool) -> None:
        self._last = min(max(self._last + by, 0), len(self._spans) - 1)
        if not widen:
            self._first = self._last
        self._select()

    def _select(self) -> None:
        if self._view is None:
            return
        first, last = sorted((self._first, self._last))
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(self._spans[first][0])
        top = self._view.cursorRect(cursor)
        cursor.setPosition(self._spans[last][1], QTextCursor.MoveMode.KeepAnchor)
        self._view.setTextCursor(cursor)
        self.moved.emit(self._view, top.united(self._view.cursorRect(cursor)))
        announce(self._view, quoted(cursor.selectedText()))


def _spans(view: PageView) -> tuple[tuple[int, int], ...]:
    """Give where each sentence of a page begins and ends; a picture is none."""
    shown = view.shown_text().replace("\u2029", "\n").replace("\ufffc", "\n")
    spans = sentences(shown)
    return tuple((start, end) for start, end in spans if shown[start:end].strip())
