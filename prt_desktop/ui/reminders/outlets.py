"""What leads out of the page of reminders: the desktop, and the dialog for a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from prt_desktop.reminder_files import CALENDAR_SUFFIX

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.widgets.file_dialogs import FileDialogs


class ReminderDesk(Protocol):
    """The desktop as reminders meet it."""

    @property
    def has_tray(self) -> bool:
        """Say whether the program can stay in a tray here."""

    def follow(self) -> None:
        """Remind as the settings say from now on."""

    def new_calendar(self, over: QWidget, name: str) -> Path | None:
        """Ask where a new file for a calendar is to go; None when the person would rather not."""


def ask_for_calendar(dialogs: FileDialogs, over: QWidget, name: str) -> Path | None:
    """Ask in the system's own dialog."""
    title = QCoreApplication.translate("Dialogs", "Save for a calendar")
    kind = QCoreApplication.translate("Dialogs", "Calendar files (*.%s)") % CALENDAR_SUFFIX
    return dialogs.new_file_of(over, title, f"{name}.{CALENDAR_SUFFIX}", kind)
