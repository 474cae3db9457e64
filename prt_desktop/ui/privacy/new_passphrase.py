"""A new passphrase, typed twice: any will do, and short ones are told what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.vault.secret_field import SecretField
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme

SHORT = 14


class NewPassphrase(QWidget):
    """Two fields and a quiet line that says what to know of what was typed.

    Signals: `changed` after every key, `entered` at Enter in the second field.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        hint = self.tr(
            "Four or five words that have nothing to do with each other are easy to remember and "
            "hard to guess. Anything may be typed or pasted."
        )
        self._first = SecretField(theme, self.tr("New passphrase"), hint, parent=self)
        self._second = SecretField(theme, self.tr("The same once more"), parent=self)
        self._line = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        for widget in (self._first, self._second, self._line):
            rows.addWidget(widget)
        self._first.changed.connect(self._follow)
        self._first.entered.connect(self._second.take_focus)
        self._second.changed.connect(self._follow)
        self._second.entered.connect(self.entered)
        self._follow()

    @property
    def passphrase(self) -> str:
        """Give what was typed twice, or "" while it was not."""
        text = self._first.text
        return text if text.strip() and text == self._second.text else ""

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        self._first.take_focus()

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.clear()
        self._second.clear()

    @Slot()
    def _follow(self) -> None:
        first, second = self._first.text, self._second.text
        words = ""
        if second and first != second:
            words = self.tr("The two are not the same yet.")
        elif 0 < len(first.strip()) < SHORT:
            words = self.tr(
                "This is short. Somebody who has a copy of the file and patience could guess it. "
                "You may take it all the same."
            )
        self._line.setText(words)
        self._line.setVisible(bool(words))
        self.changed.emit()
