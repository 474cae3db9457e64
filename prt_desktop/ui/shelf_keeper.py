"""Keeps and removes the values of a shelf, each with its undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic

from prt_desktop.storage.shelf import Value
from prt_desktop.ui.keeper import Keeper

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from prt_desktop.storage.shelf import Shelf


class ShelfKeeper(Keeper, Generic[Value]):
    """Writes to one shelf. Signals: those of every keeper."""

    def __init__(self, shelf: Shelf[Value], parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = shelf

    def found(self, value_id: str) -> Value | None:
        """Give the value with this id, or None."""
        return next((one for one in self._shelf.all() if one.id == value_id), None)

    def keep(self, value: Value, told: str, others: Iterable[Value] = ()) -> bool:
        """Keep a value, and others that change with it, in one save; False where it failed."""
        values = (*others, value)
        before = {one.id: self.found(one.id) for one in values}
        back = partial(self._shelf.put_back, before)
        return self.write_with_undo(partial(self._shelf.keep_all, values), told, back)

    def remove(self, value: Value, told: str) -> bool:
        """Remove a value; False where it failed."""
        back = partial(self._shelf.keep, value)
        return self.write_with_undo(partial(self._shelf.remove, value.id), told, back)
