"""A heading that shows or hides what lies under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.widgets.button import Button

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class Fold(QWidget):
    """Folds `content` away under a heading that can be pressed.

    Signals: `toggled` with whether a person has unfolded it.
    """

    toggled = Signal(bool)

    def __init__(
        self, theme: Theme, heading: str, content: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._head = Button(theme, heading, icon=Icon.CHEVRON_RIGHT)
        self._head.setCheckable(True)  # a screen reader says so, and whether it is pressed
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(self._head, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(content)
        self.set_unfolded(unfolded=False)
        self._head.toggled.connect(self._turn)
        self._head.toggled.connect(self.toggled)

    @property
    def focus_stop(self) -> QWidget:
        """Give the heading, which Tab lands on."""
        return self._head

    def set_unfolded(self, *, unfolded: bool) -> None:
        """Show or hide the content without telling anyone."""
        with QSignalBlocker(self._head):
            self._head.setChecked(unfolded)
        self._turn(unfolded)

    @Slot(bool)
    def _turn(self, unfolded: bool) -> None:
        self._content.setVisible(unfolded)
        self._head.set_icon(Icon.CHEVRON_DOWN if unfolded else Icon.CHEVRON_RIGHT)
        shown = self.tr("shown below; press to fold away")
        hidden = self.tr("folded away; press to show")
        self._head.setAccessibleDescription(shown if unfolded else hidden)
