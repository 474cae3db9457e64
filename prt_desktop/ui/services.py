"""What the panes and the sections of the diary work with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from prt_desktop.content.library import Library
    from prt_desktop.practices import Practices
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.diary.speaking import MemoTools
    from prt_desktop.ui.files.outlets import Outlets
    from prt_desktop.ui.papers import Papers
    from prt_desktop.ui.people.outlets import PeopleOutlets
    from prt_desktop.ui.privacy_outlets import PrivacyOutlets
    from prt_desktop.ui.reminders.outlets import ReminderDesk
    from prt_desktop.ui.theme import Theme


class Services(NamedTuple):
    """What the panes work with; `open_folder` shows a folder in the system's file manager."""

    theme: Theme
    journal: Journal
    library: Library
    settings: SettingsFile
    clock: Callable[[], datetime]
    data_folder: Path
    version: str
    open_folder: Callable[[Path], bool]
    practices: Practices
    outlets: Outlets
    papers: Papers
    privacy: PrivacyOutlets
    memos: MemoTools
    people: Callable[[], PeopleOutlets]
    reminding: Callable[[], ReminderDesk]
