"""A field whose words stay in it: nothing of them reaches a clipboard, a drag or a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class PrivateEdit(QPlainTextEdit):
    """Cut, copy and paste work within the field alone, in its own memory."""

    def __init__(self) -> None:
        super().__init__()
        self._held = ""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhSensitiveData | hints.ImhMultiLine)

    def forget(self) -> None:
        """Empty the field, what can be undone in it, and what was cut or copied."""
        self._held = ""
        self.clear()
        self.document().clearUndoRedoStacks()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt calls it by name
        """Give nothing to a clipboard, a selection of the mouse, or a drag."""
        return QMimeData()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cut and copy into the field's own memory, and paste from it first."""
        keys = QKeySequence.StandardKey
        if event.matches(keys.Copy) or event.matches(keys.Cut):
            self._hold(cut=event.matches(keys.Cut))
        elif event.matches(keys.Paste) and self._held:
            self.insertPlainText(self._held)
        else:
            super().keyPressEvent(event)

    def _hold(self, *, cut: bool) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            self._held = cursor.selection().toPlainText()
            if cut and not self.isReadOnly():
                cursor.removeSelectedText()
