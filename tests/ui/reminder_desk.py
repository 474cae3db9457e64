"""A desktop as reminders meet it, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


class StandInReminderDesk:
    """Has a tray or none, and gives the file it was told."""

    def __init__(self) -> None:
        self.has_tray = True
        self.followed = 0
        self.file: Path | None = None

    def follow(self) -> None:
        """Count how often the settings were to be followed."""
        self.followed += 1

    def new_calendar(self, _over: QWidget, _name: str) -> Path | None:
        """Give the file."""
        return self.file
