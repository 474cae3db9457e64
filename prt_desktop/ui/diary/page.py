"""What the pages behind the entries have in common: a way back, a title, and Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Weight
from prt_desktop.ui.widgets.button import IconButton
from prt_desktop.ui.widgets.column import Strip
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Pane

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class DiaryPage(Pane):
    """A page that leads back to the entries; add to `head.body` below its title.

    Signals: those of a pane; `left` when the person goes back.
    """

    left = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(title)
        self.head = Strip(theme)
        self.back = IconButton(theme, Icon.CHEVRON_LEFT, self.tr("Back to the entries"))
        first = QHBoxLayout()
        first.addWidget(self.back)
        heading = Label(theme, title, Size.TITLE, weight=Weight.BOLD)
        first.addWidget(heading, 1, Qt.AlignmentFlag.AlignVCenter)
        self.head.body.addLayout(first)
        self.back.clicked.connect(self.left)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
