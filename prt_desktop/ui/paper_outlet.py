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
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.learn.papers import Papers
    from prt_desktop.ui.paper import Paper


class PaperOutlet:
    """Asks where to, and gives what is to be said; None when the person would rather not."""

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
        return Notice(_tr("The page was saved as %s.") % path.name)

    def print_out(self, over: QWidget, paper: Paper) -> Notice | None:
        """Print on the printer that the person says."""
        printer = self._papers.printer(over, paper.title)
        if printer is None:
            return None
        printer.setCreator(PROGRAM)
        printer.setPageMargins(page_layout(QLocale()).margins(), page_layout(QLocale()).units())
        if paper.paint(printer):
            return Notice(_tr("The page is on its way to the printer."))
        words = _tr(
            "The printer did not take the page. Nothing was changed. See whether it is on and "
            "has paper, then print again, or save the page as PDF and print that."
        )
        return Notice(words, lasting=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PaperOutlet", text)
