"""The reminders as a file for a calendar, for the window and the command line alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.reminders import NEUTRAL_WORDS
from prt_desktop.export.calendar_file import calendar
from prt_desktop.storage.atomic import write_whole
from prt_desktop.storage.reminder_settings import reminders_in, with_calendar_id

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from prt_desktop.storage.settings import SettingsFile

CALENDAR_SUFFIX = "ics"


def write_calendar(
    settings: SettingsFile, file: Path, now: datetime, words: str = NEUTRAL_WORDS
) -> None:
    """Write the chosen reminders; NoRemindersError when there are none, StorageError on a disk.

    The id that lets a calendar replace what it took in before is kept with the settings.
    """
    found = settings.read()
    named = with_calendar_id(found)
    content = calendar(reminders_in(named), words, named.calendar_id, now)
    write_whole(file, content)
    if named != found:
        settings.write(named)
