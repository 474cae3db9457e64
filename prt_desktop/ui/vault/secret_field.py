"""One line for a passphrase or a key: hidden, unless the person would rather see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class SecretField(QWidget):
    """A line under its words, with a button that shows what is typed; it may be pasted into.

    Signals: `changed` with what is typed, `entered` at Enter.
    """

    changed = Signal(str)
    entered = Signal()

    def __init__(
        self, theme: Theme, words: str, hint: str = "", *, hidden: bool = True, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._edit = LineEdit(theme, words)
        self._show = Button(theme, self.tr("Show"), Look.PLAIN, parent=self)
        self._set_hidden(hidden=hidden)
        label = Label(theme, words, weight=Weight.MEDIUM)
        label.setBuddy(self._edit)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(label)
        if hint:
            rows.addWidget(Label(theme, hint, Size.SMALL, Tone.MUTED))
            self._edit.setAccessibleDescription(hint)
        line = QHBoxLayout()
        line.addWidget(self._edit, 1)
        line.addWidget(self._show)
        rows.addLayout(line)
        self._show.setVisible(hidden)
        self._edit.returnPressed.connect(self.entered)
        self._edit.textChanged.connect(self.changed)
        self._show.clicked.connect(self._turn)

    @property
    def text(self) -> str:
        """Give what is typed."""
        return self._edit.text()

    def clear(self) -> None:
        """Forget what was typed, with its undo."""
        self._edit.setText("")

    def take_focus(self) -> None:
        """Put the cursor into the line, with what is typed there chosen."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.selectAll()

    @Slot()
    def _turn(self) -> None:
        self._set_hidden(hidden=self._edit.echoMode() is LineEdit.EchoMode.Normal)

    def _set_hidden(self, *, hidden: bool) -> None:
        mode = LineEdit.EchoMode
        self._edit.setEchoMode(mode.Password if hidden else mode.Normal)
        self._edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._show.setText(self.tr("Show") if hidden else self.tr("Hide"))
        name = self.tr("Show: %s") if hidden else self.tr("Hide: %s")
        self._show.setAccessibleName(name % self._edit.accessibleName())
