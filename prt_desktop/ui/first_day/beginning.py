"""Where a person begins when the window opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.first_day import Screen, screen_due
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile


def first_place(settings: SettingsFile, journal: Callable[[], Journal]) -> Place:
    """Give the first day while one of its screens is due, else Today."""
    kept = settings.read().first_day
    if kept == Screen.DONE:
        return Place.TODAY
    due = screen_due(kept, journal().entries(), journal().safety())
    return Place.TODAY if due is None else Place.FIRST_DAY
