"""What writes into the journal for a section: failures are told, changes can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Callable


class Keeper(QObject):
    """Writes and tells of it.

    Signals: `changed` after a save; `notice_requested` with a Notice.
    """

    changed = Signal()
    notice_requested = Signal(Notice)

    def write(self, change: Callable[[], object]) -> bool:
        """Make a change of the journal; False, with a word, where it cannot be saved."""
        if not is_saved(change, self.notice_requested):
            return False
        self.changed.emit()
        return True

    def write_with_undo(
        self, change: Callable[[], object], told: str, back: Callable[[], object]
    ) -> bool:
        """Make a change and tell of it; `back` is the change that its undo makes."""
        if not self.write(change):
            return False
        undo = partial(self._undo, back)
        self.notice_requested.emit(Notice(told, self.tr("Undo"), undo))
        return True

    def _undo(self, back: Callable[[], object]) -> None:
        self.write(back)
