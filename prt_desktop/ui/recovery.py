"""The questions asked when the journal cannot be opened, before anything is shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from prt_desktop.domain.errors import StorageError


def wants_good_copy(parent: QWidget, error: StorageError) -> bool:
    """Say what is wrong and ask whether the last good copy is to be opened instead."""
    box = _box(parent, error)
    box.setInformativeText(
        _tr(
            "The last good copy can be opened in its place. The file that cannot be read is kept "
            "beside it, in case somebody can read more of it."
        )
    )
    opening = box.addButton(_tr("Open the last good copy"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(_tr("Close the program"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(opening)
    box.exec()
    return box.clickedButton() is opening


def tell_closing(parent: QWidget, error: StorageError) -> None:
    """Say why the program cannot go on."""
    box = _box(parent, error)
    box.addButton(_tr("Close the program"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _box(parent: QWidget, error: StorageError) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(_tr("PRT Desktop"))
    box.setText(str(error))
    return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("recovery", text)
