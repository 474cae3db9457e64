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

    def new_file(self, over: QWidget, name: str, kind: str) -> Path | None:
        """Ask where a new file is to go; `name` has its ending, `kind` is its kind in words."""

    def table(self, over: QWidget) -> Path | None:
        """Ask for a CSV file that is there."""


class NativePapers:
    """Asks in the system's dialogs, at first in the person's documents, then where they were."""

    def __init__(self) -> None:
        self._last: Path | None = None

    def new_pdf(self, over: QWidget, name: str) -> Path | None:
        """Ask where a new PDF of this name is to go."""
        return self._save(over, _tr("Save as PDF"), f"{name}.pdf", _tr("PDF (*.pdf)"))

    def new_file(self, over: QWidget, name: str, kind: str) -> Path | None:
        """Ask where a new file is to go."""
        return self._save(over, _tr("Save as a file"), name, f"{kind} (*{Path(name).suffix})")

    def table(self, over: QWidget) -> Path | None:
        """Ask for a CSV file that is there."""
        dialog = QFileDialog(over.window(), _tr("Choose a CSV file"), str(self._folder()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        kinds = "*.csv *.CSV *.tsv *.TSV *.txt *.TXT"
        dialog.setNameFilters([_tr("Tables as text (%s)") % kinds, _tr("All files (*)")])
        return self._answer(dialog)

    def printer(self, over: QWidget, title: str) -> QPrinter | None:
        """Ask for a printer."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - seldom needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, over.window())
        wanted = dialog.exec()
        dialog.deleteLater()
        return printer if wanted else None

    def _save(self, over: QWidget, title: str, name: str, kind: str) -> Path | None:
        dialog = QFileDialog(over.window(), title, str(self._folder()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([kind])
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        dialog.selectFile(name)
        return self._answer(dialog)

    def _folder(self) -> Path:
        return self._last or _documents()

    def _answer(self, dialog: QFileDialog) -> Path | None:
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        if not chosen:
            return None
        self._last = Path(chosen[0]).parent
        return Path(chosen[0])


def _documents() -> Path:
    where = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(where))
    return folder if folder.is_dir() else Path.home()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Papers", text)
