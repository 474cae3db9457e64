"""The opening of a vault as a task for a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.errors import JournalUnreadableError

if TYPE_CHECKING:
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.vault import VaultSeal
    from prt_desktop.ui.widgets.errand import Task

Opened = tuple["VaultSeal", JournalUnreadableError | None]


def opening(journal: Journal, typed: str, *, by_key: bool) -> Task:
    """Open the vault by what was typed, and read the journal.

    It gives the seal, and why the journal could not be read where that is so; it raises
    WrongKeyError and what else `open_vault` raises.
    """

    def work(_progress: object, _cancelled: object) -> Opened:
        from prt_desktop.storage.vault import (  # noqa: PLC0415 - cryptography, 40 ms
            open_vault,
            open_vault_with_recovery_key,
        )

        seal = (open_vault_with_recovery_key if by_key else open_vault)(journal.folder, typed)
        try:
            journal.unlock_with(seal)
        except JournalUnreadableError as error:
            return seal, error
        return seal, None

    return work
