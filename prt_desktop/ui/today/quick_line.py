"""One quick line: a moment that did not behave like an injury, or a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.choice_row import ChoiceRow, Shape
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class QuickLine(QWidget):
    """A line, what it is, a button to keep it, and the way if it was a new symptom instead.

    Signals: `changed` at each change; `kept` with the words; `new_symptom` when they are about
    something new.
    """

    changed = Signal()
    kept = Signal(str)
    new_symptom = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = LineEdit(theme, "")
        kinds = ((True, self.tr("A surprise")), (False, self.tr("A note")))
        self._kind: ChoiceRow[bool] = ChoiceRow(
            theme, self.tr("What the line is"), kinds, value=True, shape=Shape.UNDERLINED
        )
        self._hint = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._keep = Button(theme, self.tr("Keep it"), icon=Icon.SURPRISE)
        self._keep.setToolTip(self.tr("Keep this line in the diary (Enter)"))
        self._new = Button(theme, self.tr("Is it a new symptom? Look at that first"), Look.PLAIN)
        self._edit.setToolTip(self.tr("Ctrl+J from anywhere"))
        self._lay_out()
        self._connect()
        self._follow("")
        self._take_kind()

    @property
    def is_surprise(self) -> bool:
        """Say whether the line is about a surprise; else it is a note."""
        return self._kind.value is not False

    @property
    def text(self) -> str:
        """Give the words in the line."""
        return self._edit.text().strip()

    def take_focus(self) -> None:
        """Put the cursor in the line, for a surprise."""
        self.set_surprise(surprise=True)
        self._edit.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Empty the line."""
        self._edit.clear()

    def put_back(self, text: str) -> None:
        """Put words into the line again, before what stands there by now."""
        self._edit.setText(" ".join(one for one in (text, self.text) if one))

    def set_surprise(self, *, surprise: bool) -> None:
        """Let the line be about a surprise, or be a note."""
        self._kind.set_value(surprise)
        self._take_kind()

    @Slot()
    def _take_kind(self) -> None:
        if self.is_surprise:
            name = self.tr("Something that did not behave like an injury")
            example = self.tr("For example: the stairs were fine")
            hint = self.tr("It did not behave like an injury: one line is enough.")
        else:
            name = self.tr("A note for today")
            example = self.tr("For example: a slow morning, then sun")
            hint = self.tr("Anything at all: one line is enough.")
        self._edit.setAccessibleName(name)
        self._edit.setPlaceholderText(example)
        self._edit.setAccessibleDescription(hint)
        self._hint.setText(hint)

    @Slot(str)
    def _follow(self, text: str) -> None:
        written = bool(text.strip())
        self._keep.setEnabled(written)
        self._new.setVisible(written)
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        if self.text:
            self.kept.emit(self.text)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._edit, 1)
        row.addWidget(self._keep)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self._kind)
        rows.addWidget(self._hint)
        rows.addLayout(row)
        below = QHBoxLayout()
        below.addWidget(self._new)
        below.addStretch(1)
        rows.addLayout(below)

    def _connect(self) -> None:
        self._edit.returnPressed.connect(self._tell)
        self._edit.textChanged.connect(self._follow)
        self._keep.clicked.connect(self._tell)
        self._kind.chosen.connect(self._take_kind)
        self._kind.chosen.connect(self.changed)
        self._new.clicked.connect(self.new_symptom)
