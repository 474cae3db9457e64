"""One line for a moment that did not behave like an injury."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class QuickLine(QWidget):
    """A line, a button to keep it, and the way to take if it was a new symptom instead.

    Signals: `kept` with the words; `new_symptom` when they are about something new.
    """

    kept = Signal(str)
    new_symptom = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("Something that did not behave like an injury")
        self._edit = LineEdit(theme, name, self.tr("For example: the stairs were fine"))
        self._keep = Button(theme, self.tr("Keep it"), icon=Icon.SURPRISE)
        self._keep.setToolTip(self.tr("Keep this line in the diary (Enter)"))
        self._new = Button(theme, self.tr("Is it a new symptom? Look at that first"), Look.PLAIN)
        self._edit.setToolTip(self.tr("Ctrl+J from anywhere"))
        self._lay_out(theme)
        self._connect()
        self._follow("")

    @property
    def text(self) -> str:
        """Give the words in the line."""
        return self._edit.text().strip()

    def take_focus(self) -> None:
        """Put the cursor in the line."""
        self._edit.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Empty the line."""
        self._edit.clear()

    def set_text(self, text: str) -> None:
        """Put words into the line."""
        self._edit.setText(text)

    @Slot(str)
    def _follow(self, text: str) -> None:
        written = bool(text.strip())
        self._keep.setEnabled(written)
        self._new.setVisible(written)

    @Slot()
    def _tell(self) -> None:
        if self.text:
            self.kept.emit(self.text)

    def _lay_out(self, theme: Theme) -> None:
        title = Label(theme, self.tr("Did something surprise you?"), weight=Weight.MEDIUM)
        title.setBuddy(self._edit)
        hint = Label(
            theme,
            self.tr("It did not behave like an injury: one line is enough."),
            Size.SMALL,
            Tone.MUTED,
        )
        self._edit.setAccessibleDescription(hint.text())
        row = QHBoxLayout()
        row.addWidget(self._edit, 1)
        row.addWidget(self._keep)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(title)
        rows.addWidget(hint)
        rows.addLayout(row)
        below = QHBoxLayout()
        below.addWidget(self._new)
        below.addStretch(1)
        rows.addLayout(below)

    def _connect(self) -> None:
        self._edit.returnPressed.connect(self._tell)
        self._edit.textChanged.connect(self._follow)
        self._keep.clicked.connect(self._tell)
        self._new.clicked.connect(self.new_symptom)
