"""What can be done with the chosen entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from prt_desktop.domain.diary import EDITABLE_KINDS, Entry
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.widgets.button import Button, Look

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class EntryActions(QWidget):
    """Open and delete, for one entry.

    Signals: `edit_requested` and `delete_requested` with the Entry.
    """

    edit_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self._edit = Button(theme, self.tr("Open"), Look.PLAIN, Icon.PENCIL)
        self._edit.setToolTip(self.tr("Read and change it (Enter)"))
        self._delete = Button(theme, self.tr("Delete"), Look.PLAIN, Icon.BIN)
        self._delete.setToolTip(self.tr("Delete it; you can undo that (Delete)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._edit)
        row.addWidget(self._delete)
        row.addStretch(1)
        self._delete.clicked.connect(self._ask_delete)
        self._edit.clicked.connect(self._ask_edit)
        self.show_entry(None)

    @Slot(object)
    def show_entry(self, entry: Entry | None) -> None:
        """Offer what can be done with `entry`."""
        self._entry = entry
        self._edit.setEnabled(entry is not None and entry.kind in EDITABLE_KINDS)
        self._delete.setEnabled(entry is not None)

    @Slot()
    def _ask_delete(self) -> None:
        if self._entry is not None:
            self.delete_requested.emit(self._entry)

    @Slot()
    def _ask_edit(self) -> None:
        if self._entry is not None:
            self.edit_requested.emit(self._entry)
