"""A page that lies over another one, with the way back at its top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.footer import Footer
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from prt_desktop.ui.theme import Theme


class SubPage(QWidget):
    """Add to `column`; `set_buttons` keeps what there is to do in sight below it.

    Escape leaves, Ctrl+Enter does what the first button does. Signals: `left`.
    """

    left = Signal()

    def __init__(self, theme: Theme, title: str, line: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(title)
        self.back = Button(theme, self.tr("Back"), Look.PLAIN, Icon.CHEVRON_LEFT)
        self.title = Label(theme, title, Size.TITLE, weight=Weight.BOLD)
        self._first: Button | None = None
        self.column = Column(theme, title)
        self.column.body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.add(self.title)
        if line:
            self.column.add(Label(theme, line, tone=Tone.MUTED))
        self.column.space(1)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.column, 1)
        self.back.clicked.connect(self.leave)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._press_first)

    def set_buttons(self, buttons: Sequence[Button]) -> None:
        """Put buttons into the strip below the column, the first one being what Ctrl+Enter does."""
        self.column.body.addStretch(1)
        footer = Footer(self._theme, self.column)
        row = Flow(self._theme)
        for button in buttons:
            row.addWidget(button)
        footer.body.addLayout(row)
        self._rows.addWidget(footer)
        self._first = buttons[0]

    @Slot()
    def leave(self) -> None:
        """Go back."""
        self.left.emit()

    @Slot()
    def _press_first(self) -> None:
        if self._first is not None:
            self._first.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
