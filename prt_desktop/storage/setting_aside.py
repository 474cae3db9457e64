"""A vault that nobody can open any more, put beside the place of a diary that begins anew.

Nothing of it is read or rewritten: files change their folder, the keys lie in the new one before
anything else goes there, and the journal, which says whether a vault is on, goes last.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import StorageError
from prt_desktop.storage.atomic import OWNER_ONLY_FOLDER, flush_folder, storage_error, write_whole
from prt_desktop.storage.lock import held, journal_lock
from prt_desktop.storage.vault_places import (
    ASIDE,
    COPIES_NAME,
    JOURNAL_NAME,
    KEY_NAMES,
    MEMOS_NAME,
    OWN_AUDIO_NAME,
    SET_ASIDE,
    vault_is_on,
)

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_PATTERNS = (
    f"{COPIES_NAME}*",
    f"{ASIDE}*",
    OWN_AUDIO_NAME,
    MEMOS_NAME,
    "draft*.json",
    "unused-*.key",
    "journal*.json",
)


def set_vault_aside(folder: Path, now: datetime) -> Path:
    """Put all that lies in a folder's vault into a folder within it, and give that.

    The vault can be taken in again from there, should a key turn up. Raises StorageError; all is
    then where it was.
    """
    journal = folder / JOURNAL_NAME
    with held(journal_lock(folder), journal):
        if not vault_is_on(folder):
            raise StorageError("The diary is not in a vault. Nothing was changed.")
        aside = folder / f"{SET_ASIDE}{now.strftime('%Y%m%dT%H%M%S.%f')}"
        moved: list[Path] = []
        try:
            aside.mkdir(mode=OWNER_ONLY_FOLDER)
            _copy_keys(folder, aside)
            for path in _what_goes(folder):
                path.rename(aside / path.name)
                moved.append(path)
            flush_folder(aside)
            flush_folder(folder)
        except (OSError, StorageError) as error:
            _put_back(aside, moved)
            raise _told(error, aside) from error
        _let_go_of_keys(folder)
    return aside


def _copy_keys(folder: Path, aside: Path) -> None:
    for name in KEY_NAMES:
        if (folder / name).exists():
            write_whole(aside / name, (folder / name).read_bytes())


def _what_goes(folder: Path) -> list[Path]:
    """Give what lies in the vault, the journal itself last."""
    journal = folder / JOURNAL_NAME
    found = {path for pattern in _PATTERNS for path in folder.glob(pattern)} - {journal}
    return [*sorted(found), *([journal] if journal.exists() else [])]


def _put_back(aside: Path, moved: list[Path]) -> None:
    """Undo it as far as the disk lets us; what stays there stays with its keys."""
    with contextlib.suppress(OSError):
        for path in reversed(moved):
            (aside / path.name).rename(path)
        for name in KEY_NAMES:
            (aside / name).unlink(missing_ok=True)
        aside.rmdir()


def _let_go_of_keys(folder: Path) -> None:
    """Keys that cannot be removed open nothing here; they are left, and no start removes them."""
    with contextlib.suppress(OSError):
        for name in KEY_NAMES:
            (folder / name).unlink(missing_ok=True)


def _told(error: OSError | StorageError, aside: Path) -> StorageError:
    return error if isinstance(error, StorageError) else storage_error(error, aside)
