"""What the lock screen works on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.errors import JournalUnreadableError
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.storage.vault import VaultSeal
    from prt_desktop.ui.people.outlets import PeopleOutlets


class Shut(NamedTuple):
    """What locking works on: the journal, opened when first asked for, and the person's choices.

    `recover` asks whether a good copy is to be opened in the place of a journal that the key
    opens and that cannot be read all the same; it says whether that was done. `erase` ends the
    program and erases everything; `people` is where it can be said who is here, and `whose` the
    name of the one who is, or "".
    """

    journal: Callable[[], Journal]
    settings: SettingsFile
    clock: Callable[[], datetime]
    recover: Callable[[JournalUnreadableError, VaultSeal], bool]
    erase: Callable[[], None]
    people: Callable[[], PeopleOutlets]
    whose: Callable[[], str]
