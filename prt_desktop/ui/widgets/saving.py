"""Saving from a pane: what fails is told in the bar, and nothing else happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance


def is_saved(save: Callable[[], object], notice_requested: SignalInstance) -> bool:
    """Save, and say whether it went well; a StorageError becomes a lasting notice."""
    try:
        save()
    except StorageError as error:
        notice_requested.emit(Notice(str(error), lasting=True))
        return False
    return True
