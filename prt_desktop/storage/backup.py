"""A backup: everything private in one file with its checksum, in the vault where one is on.

A frame of our own rather than a ZIP: nothing in it is compressed, so no small file can grow
large, and what it holds is known by a list and not by paths to be trusted.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import msgspec

from prt_desktop.domain.errors import (
    BackupError,
    ContentError,
    JournalUnreadableError,
    NewerFormatError,
    VaultLockedError,
)
from prt_desktop.storage.contents import contents_of
from prt_desktop.storage.framing import framed, largest_frame_bytes, unframed
from prt_desktop.storage.migrations import migrated
from prt_desktop.storage.seal import JOURNAL, PlainSeal, is_sealed
from prt_desktop.storage.vault_places import JOURNAL_NAME, MEMOS_NAME, OWN_AUDIO_NAME
from prt_desktop.storage.whole_file import tables_from

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from prt_desktop.storage.key_ring import KeyRing
    from prt_desktop.storage.migrations import Tables
    from prt_desktop.storage.seal import Seal
    from prt_desktop.storage.vault import VaultSeal

BACKUP_MAGIC = b"PRTBACK\n"
BACKUP_FORMAT = 1
LIST = "backup list"
PROOF_BYTES = 32
LENGTH_BYTES = 8
_BLOCK_BYTES = 1 << 20
_LARGEST_LIST_BYTES = 4 << 20
_LARGEST_JOURNAL_BYTES = 64 << 20
MEMBER = re.compile(
    r"journal\.json|settings\.json|draft[a-z-]{0,40}\.json"
    r"|own-audio/[0-9a-f]{32}/(?:exercise\.json|part-[0-9]{3,6}\.ogg)|memos/[0-9a-f]{32}\.ogg"
)


class Head(msgspec.Struct, frozen=True):
    """What is told before a passphrase: the format, and the keys where a vault was on."""

    format: Annotated[int, msgspec.Meta(ge=1)]
    ring: msgspec.Raw = msgspec.Raw(b"null")


class Member(msgspec.Struct, frozen=True):
    """One file in a backup: its name in the person's folder and its bytes as they lie here."""

    name: str
    size: Annotated[int, msgspec.Meta(ge=0)]


class Preview(msgspec.Struct, frozen=True):
    """What a backup holds: entries by kind, the first and the last day, recordings, when made."""

    made_at: datetime
    entries: dict[str, int]
    first: date | None
    last: date | None
    recordings: int

    @property
    def count(self) -> int:
        """How many entries there are in all."""
        return sum(self.entries.values())


class Listing(msgspec.Struct, frozen=True):
    """The list after the files of a backup, sealed like they are."""

    preview: Preview
    members: list[Member]


class Backup:
    """One backup file, proved whole when it is opened, and never changed.

    Raises BackupError for a file that is none, was cut or changed, and NewerFormatError.
    `answers_left` counts the safety answers that do not come along: none.
    """

    answers_left = 0

    def __init__(self, file: Path) -> None:
        self._file = file
        self._listing: Listing | None = None
        self._offsets: dict[str, tuple[int, int]] = {}
        self._seal: Seal = PlainSeal()
        try:
            self._size = file.stat().st_size
            head = self._proved_head()
            self._begin = head[1]
            self.ring = _ring_of(head[0])
        except OSError as error:
            raise BackupError(
                f"The file {file} cannot be opened ({error.strerror}). Nothing was changed. "
                "Choose another file."
            ) from error
        if self.ring is None:
            self._read_list()

    @property
    def is_locked(self) -> bool:
        """Whether it lies in a vault and was not unlocked yet."""
        return self._listing is None

    def unlock(self, typed: str) -> None:
        """Open a sealed backup by the passphrase or the recovery key it was made under.

        Takes the time of one guess. Raises WrongKeyError, BackupError.
        """
        from prt_desktop.storage.vault import VaultSeal  # noqa: PLC0415 - imports cryptography

        if self.ring is not None:
            self.unlock_with(VaultSeal(self.ring.vault, self.ring.data_key_by_either(typed)))

    def unlock_with(self, seal: Seal) -> None:
        """Open a sealed backup of the vault that `seal` belongs to; VaultLockedError otherwise."""
        self._seal = seal
        self._read_list()

    def preview(self) -> Preview:
        """Give counts and dates; raises VaultLockedError."""
        return self._unlocked.preview

    def names(self) -> tuple[str, ...]:
        """Name the files it holds; raises VaultLockedError."""
        return tuple(one.name for one in self._unlocked.members)

    def tables(self, now: datetime) -> Tables:
        """Read its journal in the current format; BackupError when that does not fit."""
        try:
            tables = migrated(tables_from(self.content(JOURNAL_NAME, JOURNAL)))
            contents_of(tables, now)
        except (ValueError, JournalUnreadableError) as error:
            raise _unusable(self._file) from error
        return tables

    def content(self, name: str, what: str) -> bytes:
        """Give one file as it was before it was sealed; `what` it was sealed as."""
        if name not in self._offsets:
            raise _unusable(self._file)
        begin, size = self._offsets[name]
        if name == JOURNAL_NAME and size > _LARGEST_JOURNAL_BYTES:
            raise _unusable(self._file)
        return self._opened(what, begin, size)

    def memo(self, sound_id: str) -> bytes:
        """Give the sound of a memo; raises ContentError where it holds none of that id."""
        name = f"{MEMOS_NAME}/{sound_id}.ogg"
        if name not in self._offsets:
            raise ContentError(f"The backup holds no sound {sound_id}.")
        return self.content(name, name)

    def recordings(self) -> tuple[str, ...]:
        """Name the files of the recordings of one's own; raises VaultLockedError."""
        return tuple(name for name in self.names() if name.startswith(f"{OWN_AUDIO_NAME}/"))

    def recorded(self, name: str) -> bytes:
        """Give one file of a recording; raises BackupError."""
        return self.content(name, name)

    @property
    def sealed_under(self) -> Seal:
        """The seal that opens what it holds."""
        return self._seal

    @property
    def vault_seal(self) -> VaultSeal:
        """The open seal of the vault it came out of; raises VaultLockedError without one."""
        from prt_desktop.storage.vault import VaultSeal  # noqa: PLC0415 - imports cryptography

        if not isinstance(self._seal, VaultSeal):
            raise VaultLockedError
        return self._seal

    @property
    def _unlocked(self) -> Listing:
        if self._listing is None:
            raise VaultLockedError
        return self._listing

    def _proved_head(self) -> tuple[bytes, int]:
        with self._file.open("rb") as file:
            frame = file.read(largest_frame_bytes(BACKUP_MAGIC))
            try:
                head = unframed(BACKUP_MAGIC, frame)
            except ValueError as error:
                raise _unusable(self._file) from error
            file.seek(0)
            proof, left = hashlib.sha256(), self._size - PROOF_BYTES
            while left > 0 and (block := file.read(min(_BLOCK_BYTES, left))):
                proof.update(block)
                left -= len(block)
            if left or file.read() != proof.digest():
                raise _unusable(self._file)
        return head

    def _read_list(self) -> None:
        end = self._size - PROOF_BYTES - LENGTH_BYTES
        size = int.from_bytes(self._bytes(end, LENGTH_BYTES), "big")
        if size > min(_LARGEST_LIST_BYTES, end - self._begin):
            raise _unusable(self._file)
        try:
            listing = msgspec.json.decode(self._opened(LIST, end - size, size), type=Listing)
        except (ValueError, RecursionError) as error:
            raise _unusable(self._file) from error
        offsets, at = {}, self._begin
        for member in listing.members:
            if not MEMBER.fullmatch(member.name) or member.name in offsets:
                raise _unusable(self._file)
            offsets[member.name] = (at, member.size)
            at += member.size
        if at != end - size:
            raise _unusable(self._file)
        self._offsets, self._listing = offsets, listing

    def _opened(self, what: str, begin: int, size: int) -> bytes:
        content = self._bytes(begin, size)
        if self.ring is not None and not is_sealed(content):
            raise _unusable(self._file)
        try:
            return self._seal.open(what, content)
        except JournalUnreadableError as error:
            raise _unusable(self._file) from error

    def _bytes(self, begin: int, size: int) -> bytes:
        if begin < self._begin or begin + size + PROOF_BYTES > self._size:
            raise _unusable(self._file)
        try:
            with self._file.open("rb") as file:
                file.seek(begin)
                return file.read(size)
        except OSError as error:
            raise _unusable(self._file) from error


def preview_of(tables: Tables, recordings: int, now: datetime) -> Preview:
    """Count what a backup of these tables holds."""
    entries = list(tables.get("entries", {}).values())
    days = sorted(str(one.get("created_at"))[:10] for one in entries)
    kinds = Counter(str(one.get("kind")) for one in entries)
    first, last = (date.fromisoformat(days[at]) if days else None for at in (0, -1))
    return Preview(now, dict(sorted(kinds.items())), first, last, recordings)


def backup_head(ring_json: bytes) -> bytes:
    """Give the first bytes of a backup; `ring_json` is "null" where no vault is on."""
    head = msgspec.json.encode(Head(BACKUP_FORMAT, msgspec.Raw(ring_json)))
    return framed(BACKUP_MAGIC, head)


def recordings_among(names: Sequence[str]) -> int:
    """Count the recordings of one's own among the names in a backup."""
    return len({name.split("/")[1] for name in names if name.startswith(f"{OWN_AUDIO_NAME}/")})


def _ring_of(head: bytes) -> KeyRing | None:
    try:
        found = msgspec.json.decode(head, type=Head)
        if found.format > BACKUP_FORMAT:
            raise NewerFormatError(
                "This backup was made by a newer version of PRT Desktop. Nothing was changed. "
                "Update the program to open it."
            )
        if bytes(found.ring) == b"null":
            return None
        from prt_desktop.storage.key_ring import ring_from_json  # noqa: PLC0415 - cryptography

        return ring_from_json(bytes(found.ring))
    except (ValueError, RecursionError) as error:
        raise BackupError(
            "This file is no backup that can be opened. Nothing was changed. Choose another one."
        ) from error


def _unusable(file: Path) -> BackupError:
    return BackupError(
        f"{file.name} is no backup of PRT Desktop, or it was cut or changed since it was made. "
        "Nothing was changed. Choose another file."
    )
