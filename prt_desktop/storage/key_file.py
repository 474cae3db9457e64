"""Where the ring of a vault lies: in a file and its twin, so that one may be spoilt."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from prt_desktop.storage.atomic import storage_error, write_whole
from prt_desktop.storage.key_ring import KeyRing, ring_bytes, ring_from
from prt_desktop.storage.vault_places import KEY_NAMES, keys_gone

if TYPE_CHECKING:
    from pathlib import Path


class KeyFile:
    """The ring of the vault of one folder."""

    def __init__(self, folder: Path) -> None:
        self._paths = tuple(folder / name for name in KEY_NAMES)

    def read(self) -> KeyRing:
        """Read the ring, from its twin where the first cannot be read.

        Raises VaultDamagedError when neither can, and NewerFormatError.
        """
        for path in self._paths:
            with contextlib.suppress(OSError, ValueError):
                return ring_from(path.read_bytes())
        raise keys_gone(self._paths[0].parent)

    def mend(self) -> str:
        """Write anew the one that cannot be read, and say so in a sentence; "" if both are good."""
        ring, mended = self.read(), ""
        for path in self._paths:
            found = None
            with contextlib.suppress(OSError, ValueError):
                found = ring_from(path.read_bytes())
            if found is None:
                mended = "One of the vault's two key files was damaged. It was mended by the other."
            if found != ring:  # a kill between the two leaves the twin as it was before
                write_whole(path, ring_bytes(ring))
        return mended

    def write(self, ring: KeyRing) -> None:
        """Keep a ring in the place of the one before; raises StorageError."""
        content = ring_bytes(ring)
        for path in self._paths:
            write_whole(path, content)

    def remove(self) -> None:
        """Forget the ring: what it opened cannot be opened any more; raises StorageError."""
        for path in reversed(self._paths):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise storage_error(error, path) from error
