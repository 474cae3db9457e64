"""Writes story, goals and events into the journal; each change can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from prt_desktop.domain.story import Goal, LifeEvent, Story
from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.storage.shelf import Shelf

Told = TypeVar("Told", Story, Goal, LifeEvent)


class StoryKeeper(QObject):
    """Keeps what is told on its shelf, each in the place of the one with its id.

    Signals: `changed` after a save; `notice_requested` with what is to be said.
    """

    changed = Signal()
    notice_requested = Signal(Notice)

    def save(self, shelf: Shelf[Told], value: Told) -> bool:
        """Keep a value; say whether it is kept."""
        before = _held(shelf, value.id)
        back = partial(shelf.remove, value.id) if before is None else partial(shelf.keep, before)
        return self._change(partial(shelf.keep, value), self.tr("Kept in your diary."), back)

    def remove(self, shelf: Shelf[Told], value_id: str) -> bool:
        """Take a value away; say whether it is gone."""
        before = _held(shelf, value_id)
        if before is None:
            return True
        back = partial(shelf.keep, before)
        return self._change(partial(shelf.remove, value_id), self.tr("Removed."), back)

    def _change(self, change: Callable[[], object], words: str, back: Callable[[], object]) -> bool:
        if not self._write(change):
            return False
        self.notice_requested.emit(Notice(words, self.tr("Undo"), partial(self._undo, back)))
        return True

    def _undo(self, change: Callable[[], object]) -> None:
        self._write(change)

    def _write(self, change: Callable[[], object]) -> bool:
        if not is_saved(change, self.notice_requested):
            return False
        self.changed.emit()
        return True


def _held(shelf: Shelf[Told], value_id: str) -> Told | None:
    return next((one for one in shelf.all() if one.id == value_id), None)
