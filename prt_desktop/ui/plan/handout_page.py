"""The page to print, seen before it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer, Signal, Slot

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.paper import paper_of
from prt_desktop.ui.report.page_picture import PagePicture
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from prt_desktop.ui.plan.handout import HandoutPaper
    from prt_desktop.ui.theme import Theme


class HandoutPage(SubPage):
    """A picture of the page, and where it goes.

    Signals: `print_wanted`, `save_wanted`, and `left`.
    """

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        line = self.tr(
            "Your next steps, what you do in a setback, and the signs that need help. A sentence "
            "about safety is on it only while a clinician's check is recorded."
        )
        super().__init__(theme, self.tr("A page to print"), line)
        self._paper: HandoutPaper | None = None
        self._picture = PagePicture(theme, self.tr("The page as it will look"))
        self._print = Button(theme, self.tr("Print"), Look.PRIMARY)
        self._save = Button(theme, self.tr("Save as PDF"), icon=Icon.DOWNLOAD)
        self.column.add(self._picture)
        self.set_buttons([self._print, self._save])
        self._print.clicked.connect(self.print_wanted)
        self._save.clicked.connect(self.save_wanted)

    def show_paper(self, paper: HandoutPaper) -> None:
        """Show a page."""
        self._paper = paper
        self._picture.setAccessibleDescription(paper.words)
        QTimer.singleShot(0, self, self._paint)

    def take_focus(self) -> None:
        """Put the focus on printing."""
        self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the page as wide as the column."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._paint)

    @Slot()
    def _paint(self) -> None:
        if self._paper is not None:
            width = self._picture.width_px
            self._picture.show_image(self._paper.picture(paper_of(QLocale()), width))
