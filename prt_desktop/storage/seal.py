"""The seam through which everything private goes to the disk: as it is, or into the vault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from prt_desktop.domain.errors import VaultLockedError

if TYPE_CHECKING:
    from pathlib import Path

SEALED_MAGIC = b"PRTVAULT"
JOURNAL = "journal"


class Seal(Protocol):
    """Turns what is kept into what lies on the disk, and back."""

    def seal(self, what: str, content: bytes) -> bytes:
        """Give the bytes to be written; `what` they are is bound to them. VaultLockedError."""

    def open(self, what: str, content: bytes) -> bytes:
        """Give back what was sealed; raises VaultLockedError and VaultDamagedError."""


class PlainSeal:
    """No vault: everything lies as it is."""

    def seal(self, _what: str, content: bytes) -> bytes:
        """Give the bytes as they are."""
        return content

    def open(self, _what: str, content: bytes) -> bytes:
        """Give the bytes as they are; raises VaultLockedError for those from a vault."""
        if is_sealed(content):
            raise VaultLockedError
        return content


class LockedSeal:
    """A vault whose key is not here: nothing goes in and nothing comes out."""

    def seal(self, _what: str, _content: bytes) -> bytes:
        """Raise VaultLockedError."""
        raise VaultLockedError

    def open(self, _what: str, _content: bytes) -> bytes:
        """Raise VaultLockedError."""
        raise VaultLockedError


def is_sealed(content: bytes) -> bool:
    """Say whether these bytes begin as those of a vault do."""
    return content.startswith(SEALED_MAGIC)


def is_sealed_file(path: Path) -> bool:
    """Say whether a file begins as those of a vault do; raises OSError."""
    with path.open("rb") as file:
        return is_sealed(file.read(len(SEALED_MAGIC)))
