"""The system's own dialogs for paper: where a PDF is to go, and which printer prints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget


class Papers(Protocol):
    """Asks for a file or a printer; None when the person would rather not."""

    def new_pdf(self, over: QWidget, name: str) -> Path | None:
        """Ask where a new PDF of this name, without its ending, is to go."""

    def printer(self, over: QWidget, title: str) -> QPrinter | None:
        """Ask for a printer that is to print something of this title."""


class NativePapers:
    """Asks in the system's dialogs, at first in the person's documents, then where they were."""

    def __init__(self) -> None:
        self._last: Path | None = None

    def new_pdf(self, over: QWidget, name: str) -> Path | None:
        """Ask where a new PDF of this name is to go."""
        folder = self._last or _documents()
        dialog = QFileDialog(over.window(), _tr("Save as PDF"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_tr("PDF (*.pdf)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{name}.pdf")
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        if not chosen:
            return None
        self._last = Path(chosen[0]).parent
        return Path(chosen[0])

    def printer(self, over: QWidget, title: str) -> QPrinter | None:
        """Ask for a printer."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - seldom needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, over.window())
        wanted = dialog.exec()
        dialog.deleteLater()
        return printer if wanted else None


def _documents() -> Path:
    where = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(where))
    return folder if folder.is_dir() else Path.home()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Papers", text)
