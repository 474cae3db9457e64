"""One question with a made-up example, and room for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme

_LINES = 4


class WritingStep(QWidget):
    """A large question, an example under it, and a field. Signals: `changed`."""

    changed = Signal()

    def __init__(
        self, theme: Theme, question: str, example: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._area = TextArea(theme, question, lines=_LINES)
        self._area.edit.setAccessibleDescription(example)
        label = Label(theme, question, Size.LEAD, weight=Weight.MEDIUM)
        label.setBuddy(self._area.edit)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(label)
        rows.addWidget(Label(theme, example, tone=Tone.MUTED))
        rows.addWidget(self._area)
        self._area.edit.textChanged.connect(self.changed)

    @property
    def text(self) -> str:
        """Give what is written."""
        return self._area.text

    def show_text(self, text: str) -> None:
        """Put words into the field."""
        self._area.edit.setPlainText(text)
        self._area.edit.moveCursor(QTextCursor.MoveOperation.End)

    def take_focus(self) -> None:
        """Put the cursor into the field."""
        self._area.edit.setFocus(Qt.FocusReason.OtherFocusReason)
