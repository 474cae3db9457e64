"""Where a person begins when the window opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile


DONE = "done"
"""`Screen.DONE`; who has the first day behind them waits neither for its module nor the journal."""


def first_place(settings: SettingsFile, journal: Callable[[], Journal]) -> Place:
    """Give the first day while one of its screens is due, else Today."""
    kept = settings.read().first_day
    if kept == DONE:
        return Place.TODAY
    from prt_desktop.domain.first_day import screen_due  # noqa: PLC0415 - see DONE

    due = screen_due(kept, journal().entries(), journal().safety())
    return Place.TODAY if due is None else Place.FIRST_DAY
