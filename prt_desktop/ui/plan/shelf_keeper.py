"""Keeps and removes the values of a shelf, each with its undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import QObject, Signal

from prt_desktop.storage.shelf import Value
from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prt_desktop.storage.shelf import Shelf


class ShelfKeeper(QObject, Generic[Value]):
    """Writes to one shelf and tells of it.

    Signals: `changed` after a save; `notice_requested` with a Notice.
    """

    changed = Signal()
    notice_requested = Signal(Notice)

    def __init__(self, shelf: Shelf[Value], parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = shelf

    def found(self, value_id: str) -> Value | None:
        """Give the value with this id, or None."""
        return next((one for one in self._shelf.all() if one.id == value_id), None)

    def keep(self, value: Value, told: str, others: Iterable[Value] = ()) -> bool:
        """Keep a value, and others that change with it; False where it cannot be saved."""
        changed = (*others, value)
        before = {one.id: self.found(one.id) for one in changed}
        if not all(self._put(one) for one in changed):
            return False
        self.changed.emit()
        self._tell(told, before)
        return True

    def remove(self, value: Value, told: str) -> bool:
        """Remove a value; False where it cannot be saved."""
        if not is_saved(partial(self._shelf.remove, value.id), self.notice_requested):
            return False
        self.changed.emit()
        self._tell(told, {value.id: value})
        return True

    def _tell(self, told: str, before: dict[str, Value | None]) -> None:
        undo = partial(self._restore, before)
        self.notice_requested.emit(Notice(told, self.tr("Undo"), undo))

    def _restore(self, before: dict[str, Value | None]) -> None:
        for value_id, value in before.items():
            if value is not None:
                self._put(value)
            elif self.found(value_id) is not None:
                is_saved(partial(self._shelf.remove, value_id), self.notice_requested)
        self.changed.emit()

    def _put(self, value: Value) -> bool:
        return is_saved(partial(self._shelf.keep, value), self.notice_requested)
