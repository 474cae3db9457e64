"""Where a page goes: into a PDF or onto a printer, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from prt_desktop.domain.errors import StorageError
from prt_desktop.export.file_name import portable_name
from prt_desktop.storage.atomic import write_whole
from prt_desktop.ui.paper import PROGRAM, page_layout
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from PySide6.QtGui import QPageLayout
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.paper import Paper
    from prt_desktop.ui.papers import Papers


class PaperOutlet:
    """Asks where to, and gives what is to be said; None when the person would rather not.

    What is said of a failure is lasting.
    """

    def __init__(self, papers: Papers) -> None:
        self._papers = papers

    def save_pdf(self, over: QWidget, paper: Paper) -> Notice | None:
        """Write a PDF where the person says."""
        path = self._papers.new_pdf(over, portable_name(paper.title))
        if path is None:
            return None
        try:
            write_whole(path, paper.pdf(QLocale()))
        except StorageError as error:
            return Notice(str(error), lasting=True)
        return Notice(_tr("Saved as %s.") % path.name)

    def print_out(
        self, over: QWidget, paper: Paper, layout: QPageLayout | None = None
    ) -> Notice | None:
        """Print on the printer that the person says; without a layout, as is usual here."""
        printer = self._papers.printer(over, paper.title)
        if printer is None:
            return None
        printer.setCreator(PROGRAM)
        layout = layout or page_layout(QLocale())
        printer.setPageMargins(layout.margins(), layout.units())
        if paper.paint(printer):
            return Notice(_tr("It is on its way to the printer."))
        words = _tr(
            "The printer did not take it. Nothing was changed. See whether it is on and has "
            "paper, then print again, or save it as PDF and print that."
        )
        return Notice(words, lasting=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PaperOutlet", text)
