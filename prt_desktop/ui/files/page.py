"""What the pages for sound files have in common: a way back, a title, a column, an errand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout

from prt_desktop.ui.files.errand_card import ErrandCard
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.errand import Errand
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Notice, Pane, Place

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.files.outlets import Outlets
    from prt_desktop.ui.theme import Theme
    from prt_desktop.ui.widgets.errand import Task


class FilesPage(Pane):
    """A column under a way back; one errand at a time, shown by a card that subclasses place.

    An errand goes on while the person is elsewhere in the window. `back_to` is the id of the
    practice that the way back leads to, or "".
    """

    def __init__(self, theme: Theme, outlets: Outlets, title: str, back: str) -> None:
        super().__init__()
        self.back_to = ""
        self._revealed: QWidget = self
        self.theme = theme
        self.outlets = outlets
        self.setAccessibleName(title)
        self.errand = Errand(self)
        self.card = ErrandCard(theme)
        self.column = Column(theme, title)
        self.leave = Button(theme, back, Look.PLAIN, Icon.CHEVRON_LEFT)
        self.heading = Label(theme, title, Size.DISPLAY, weight=Weight.BOLD)
        self.lead = Label(theme, size=Size.LEAD, tone=Tone.MUTED)
        self.column.body.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.add(self.heading)
        self.column.add(self.lead)
        self.column.space(1)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        self.rows.addWidget(self.column, 1)
        self.card.cancel_requested.connect(self.errand.cancel)
        self.errand.progressed.connect(self.card.show_progress)
        self.leave.clicked.connect(self.go_back)

    @property
    def is_busy(self) -> bool:
        """Say whether something is being written or taken in."""
        return self.errand.running

    @Slot()
    def shut(self) -> None:
        """Cancel what is being done and wait for its end; for when the window closes."""
        self.errand.shut()

    @Slot()
    def go_back(self) -> None:
        """Ask for the page that led here."""
        self.place_requested.emit(Place.PRACTISE, self.back_to)

    def show_folder(self, folder: Path) -> None:
        """Show a folder in the system's file manager, or say where it is."""
        if not self.outlets.open_folder(folder):
            words = self.tr("No program opened the folder. It is at %s.")
            self.notice_requested.emit(Notice(words % folder))

    def begin(self, title: str, task: Task) -> None:
        """Begin an errand and show how far it is."""
        self.card.show_running(title)
        self.card.take_focus()
        self.reveal(self.card)
        self.errand.start(task)

    def end(self, title: str, line: str = "", next_step: str = "") -> None:
        """Show how an errand ended; somebody who went on to another place is told there."""
        self.card.show_end(title, line, next_step)
        self.reveal(self.card)
        if not self.isVisible():
            self.notice_requested.emit(Notice(f"{title}. {line}", lasting=True))

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a part of the page is to be seen, once it has its place."""
        self._revealed = widget
        QTimer.singleShot(0, self, self._reveal)

    @Slot()
    def _reveal(self) -> None:
        holder = self.column.widget()
        if holder is None or self._revealed.height() < self.column.viewport().height():
            self.column.ensureWidgetVisible(self._revealed, 0, self.theme.gap)
        else:
            top = self._revealed.mapTo(holder, QPoint(0, -self.theme.gap)).y()
            self.column.verticalScrollBar().setValue(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
