"""The system's own dialogs for paper: where a PDF is to go, and which printer prints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from prt_desktop.ui.widgets.file_dialogs import FileDialogs

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget


class Papers(Protocol):
    """Asks for a file or a printer; None when the person would rather not."""

    def new_pdf(self, over: QWidget, name: str) -> Path | None:
        """Ask where a new PDF of this name, without its ending, is to go."""

    def printer(self, over: QWidget, title: str) -> QPrinter | None:
        """Ask for a printer that is to print something of this title."""

    def new_file(self, over: QWidget, name: str, kind: str) -> Path | None:
        """Ask where a new file is to go; `name` has its ending, `kind` is its kind in words."""

    def table(self, over: QWidget) -> Path | None:
        """Ask for a CSV file that is there."""


class NativePapers(FileDialogs):
    """Asks in the system's dialogs, at first in the person's documents, then where they were."""

    def new_pdf(self, over: QWidget, name: str) -> Path | None:
        """Ask where a new PDF of this name is to go."""
        return self.new_file_of(over, _tr("Save as PDF"), f"{name}.pdf", _tr("PDF (*.pdf)"))

    def new_file(self, over: QWidget, name: str, kind: str) -> Path | None:
        """Ask where a new file is to go."""
        kinds = f"{kind} (*{Path(name).suffix})"
        return self.new_file_of(over, _tr("Save as a file"), name, kinds)

    def table(self, over: QWidget) -> Path | None:
        """Ask for a CSV file that is there."""
        kinds = _tr("Tables as text (%s)") % "*.csv *.CSV *.tsv *.TSV *.txt *.TXT"
        return self.file_there(over, _tr("Choose a CSV file"), (kinds, _tr("All files (*)")))

    def printer(self, over: QWidget, title: str) -> QPrinter | None:
        """Ask for a printer."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - seldom needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, over.window())
        wanted = dialog.exec()
        dialog.deleteLater()
        return printer if wanted else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Papers", text)
