"""The file under a journal: read anew, changed and saved under one lock, plain or in the vault."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from tinydb import TinyDB

from prt_desktop.domain.errors import (
    JournalUnreadableError,
    StorageError,
    VaultLockedError,
)
from prt_desktop.storage.atomic import make_private_folder, remove_leftovers
from prt_desktop.storage.contents import contents_of
from prt_desktop.storage.lock import held, journal_lock
from prt_desktop.storage.merging import merged, with_answers_of
from prt_desktop.storage.seal import LockedSeal, PlainSeal
from prt_desktop.storage.vault_places import (
    ASIDE,
    COPIES_NAME,
    remove_unfinished_recordings,
    seal_of,
    vault_is_on,
)
from prt_desktop.storage.whole_file import WholeFileStorage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from prt_desktop.storage.contents import Contents
    from prt_desktop.storage.merging import Merged
    from prt_desktop.storage.migrations import Tables
    from prt_desktop.storage.passphrase import Cost
    from prt_desktop.storage.recovery_key import RecoveryKey
    from prt_desktop.storage.seal import Seal
    from prt_desktop.storage.vault import VaultSeal


class JournalFile:
    """What a journal is made of: its tables in memory, its file, its lock and its vault.

    `unsealed` names files that could not be taken into the vault yet; the next unlocking tries
    again. `mended` is a sentence about a key file that had to be mended, or "". The vault's own
    code is imported where a vault is: cryptography costs 40 ms.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime], seal: Seal | None = None) -> None:
        make_private_folder(folder)
        self.folder = folder
        self.unsealed: tuple[Path, ...] = ()
        self.mended = ""
        self._now = now
        self._lock = journal_lock(folder)
        self._database = TinyDB(folder, now, storage=WholeFileStorage)
        self._contents: Contents | None = None
        with held(self._lock, self.path):
            for name in ("journal*", "draft*", "vault*"):
                remove_leftovers(folder, name)
            for place in (folder / COPIES_NAME, *folder.glob(f"{ASIDE}*")):
                remove_leftovers(place, "*")
            remove_unfinished_recordings(folder)
            self._storage.seal = seal or seal_of(folder)
            if not self.is_locked:
                self._load_if_changed()

    @property
    def path(self) -> Path:
        """The journal's file."""
        return self._storage.path

    @property
    def is_locked(self) -> bool:
        """Whether the journal lies in a vault whose key is not here."""
        return isinstance(self._storage.seal, LockedSeal)

    @property
    def is_in_vault(self) -> bool:
        """Whether the journal lies in a vault, locked or not."""
        return not isinstance(self._storage.seal, PlainSeal)

    def newest_seal(self) -> Seal:
        """Give what private files beside the journal go through; raises VaultLockedError.

        The file is looked at, though not read, so that nothing is kept plain or under lost keys
        after another process turned the vault on.
        """
        with held(self._lock, self.path):
            if self._contents is None:
                raise VaultLockedError
            if self._storage.is_changed():
                self._follow_vault()
            return self._storage.seal

    def refresh(self) -> bool:
        """Read the file again if another process changed it, and say whether it did.

        A locked journal gives False, unless its vault was turned off elsewhere.
        """
        with held(self._lock, self.path):
            if self.is_locked and vault_is_on(self.folder):
                return False
            return self._load_if_changed()

    def lock(self) -> None:
        """Drop the key and everything read; nothing happens where no vault is on."""
        if self.is_in_vault:
            self._storage.seal = LockedSeal()
            self._storage.forget()
            self._contents = None

    def unlock(self, typed: str) -> None:
        """Open the vault by the passphrase or the recovery key; takes the time of one guess.

        Raises WrongKeyError, and what opening a journal raises; it then stays locked.
        """
        from prt_desktop.storage.vault import open_vault_by_either  # noqa: PLC0415 - see the class

        if self.is_in_vault:
            self.unlock_with(open_vault_by_either(self.folder, typed))

    def unlock_with(self, seal: VaultSeal) -> None:
        """Read the journal under the seal that `open_vault` gave, perhaps in a thread."""
        from prt_desktop.storage.turning import mend_keys, seal_the_rest  # noqa: PLC0415

        with held(self._lock, self.path):
            self._storage.seal = seal
            try:
                self._load_if_changed()
            except StorageError:
                self.lock()
                raise
            self.mended = mend_keys(self.folder)
            self.unsealed = seal_the_rest(self.folder, seal)

    def turn_vault_on(self, passphrase: str, cost: Cost | None = None) -> RecoveryKey:
        """Take everything into a new vault and give its recovery key, which is nowhere else.

        The cost of a guess is measured on this machine unless one is given. Raises StorageError;
        the journal is then as it was.
        """
        from prt_desktop.storage.turning import keep_keys, new_vault, seal_the_rest  # noqa: PLC0415

        ring, seal, recovery_key = new_vault(passphrase, cost)
        with self._on_newest():
            if self.is_in_vault:
                raise StorageError("The diary is in a vault already. Nothing was changed.")
            keep_keys(self.folder, ring)
            self._rewrite_under(seal)
            self.unsealed = seal_the_rest(self.folder, seal)
        return recovery_key

    def turn_vault_off(self) -> None:
        """Take everything out of the vault; raises VaultLockedError and StorageError.

        Where that fails, what was taken out already goes back in.
        """
        from prt_desktop.storage.turning import (  # noqa: PLC0415
            forget_keys,
            open_the_rest,
            seal_the_rest,
        )

        with self._on_newest():
            if not self.is_in_vault:
                return
            seal = self._storage.seal
            try:
                open_the_rest(self.folder, seal)
                self._rewrite_under(PlainSeal())
            except StorageError:
                self.unsealed = seal_the_rest(self.folder, seal)
                raise
            forget_keys(self.folder)

    def change_passphrase(self, present: str, passphrase: str, cost: Cost | None = None) -> None:
        """Let another passphrase open the vault; the recovery key stays, nothing is sealed anew.

        `present` is the passphrase or the recovery key of now: an open window is no proof of who
        sits there. Raises WrongKeyError, VaultLockedError unless the vault is open, StorageError.
        """
        from prt_desktop.storage.turning import change_passphrase  # noqa: PLC0415

        with self._on_newest():
            change_passphrase(self.folder, self._open_seal(), present, passphrase, cost)

    def change_recovery_key(self) -> RecoveryKey:
        """Give another recovery key; the one before opens the vault no more. Raises as above."""
        from prt_desktop.storage.turning import change_recovery_key  # noqa: PLC0415

        with self._on_newest():
            return change_recovery_key(self.folder, self._open_seal())

    def merge(self, tables: Tables, *, dry: bool = False) -> Merged:
        """Take in what another journal or a backup holds, without duplicates; see `merged`.

        A `dry` run proves that it fits and counts, and keeps nothing.
        """
        with self._on_newest():
            together, counts = merged(self._storage.read(), tables, self._now())
            contents = contents_of(together, self._now())
            if not dry:
                self._storage.write(together)
                self._contents = contents
            return counts

    def replace_all(self, tables: Tables) -> Path | None:
        """Put what a copy holds in the place of everything, and give the copy of that, if any.

        Safety answers and checks of now stay, beside those of the copy. Raises
        JournalUnreadableError for tables that are no journal's, and StorageError.
        """
        with self._on_newest():
            tables = with_answers_of(self._storage.read(), tables, self._now())
            contents = contents_of(tables, self._now())
            self._storage.write(tables)
            self._contents = contents
            return self._storage.before

    @property
    def _held(self) -> Contents:
        """What was read; raises VaultLockedError while nothing may be."""
        if self._contents is None:
            raise VaultLockedError
        return self._contents

    @property
    def _storage(self) -> WholeFileStorage:
        storage = self._database.storage
        assert isinstance(storage, WholeFileStorage)
        return storage

    def _open_seal(self) -> VaultSeal:
        from prt_desktop.storage.vault import VaultSeal  # noqa: PLC0415

        seal = self._storage.seal
        if not isinstance(seal, VaultSeal):
            raise StorageError("The diary is not in a vault. Nothing was changed.")
        return seal

    def _rewrite_under(self, seal: Seal) -> None:
        before, self._storage.seal = self._storage.seal, seal
        try:
            self._storage.rewrite()
        except StorageError:
            self._storage.seal = before
            raise

    def _follow_vault(self) -> None:
        """See whether another process turned the vault on or off; raises VaultLockedError."""
        is_on = vault_is_on(self.folder)
        if self.is_in_vault and not is_on:
            self._storage.seal = PlainSeal()
        elif is_on and not self._opens_what_is_on():
            self._storage.seal = LockedSeal()
            self.lock()
            raise VaultLockedError

    def _opens_what_is_on(self) -> bool:
        if isinstance(self._storage.seal, PlainSeal | LockedSeal):
            return False
        from prt_desktop.storage.key_file import KeyFile  # noqa: PLC0415 - see the class

        return KeyFile(self.folder).read().vault == self._open_seal().vault

    def _load_if_changed(self) -> bool:
        try:
            if self.is_locked or self._storage.is_changed():
                self._follow_vault()
            changed = self._storage.load_if_changed()
            if changed or self._contents is None:
                self._contents = contents_of(self._storage.read(), self._now())
        except VaultLockedError:  # turned on by another process just now
            self._storage.seal = LockedSeal()
            self.lock()
            raise
        except JournalUnreadableError:
            self._storage.forget()
            raise
        return changed

    @contextlib.contextmanager
    def _on_newest(self) -> Iterator[None]:
        """Hold the lock over a change made on the newest content; undo it in memory on failure."""
        with held(self._lock, self.path):
            self._load_if_changed()
            try:
                yield
            except StorageError:
                self._storage.forget()
                raise
