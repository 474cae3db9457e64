"""Where a person's words lie in their folder, and whether a vault is on there."""

from __future__ import annotations

import contextlib
import re
import shutil
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import JournalUnreadableError, VaultDamagedError
from prt_desktop.storage.seal import JOURNAL, LockedSeal, PlainSeal, is_sealed_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from prt_desktop.storage.seal import Seal

KEY_NAMES = ("vault.key", "vault-twin.key")
JOURNAL_NAME = "journal.json"
COPIES_NAME = "copies"
ASIDE = "before-restore-"
SET_ASIDE = "vault-set-aside-"
OWN_AUDIO_NAME = "own-audio"
OWN_AUDIO_BIN_NAME = "bin"
MEMOS_NAME = "memos"
UNFINISHED_RECORDING = ".restoring-"
PEOPLE_NAME = "people"
PEOPLE_INDEX = "people.json"
_RECORDING = re.compile(r"[0-9a-f]{32}")
_MEMO = re.compile(r"\.?[0-9a-f]{32}\.ogg(?:\.[0-9a-f]{12}\.part)?")
_PATTERNS = ("journal*.json", "draft*.json", f"{COPIES_NAME}*/*.json", f"{ASIDE}*/*.json")


def vault_is_on(folder: Path) -> bool:
    """Say whether the journal of a folder lies in a vault; raises JournalUnreadableError.

    Keys beside a plain journal alone were left by a kill while the vault was turned on or off.
    """
    journal = folder / JOURNAL_NAME
    try:
        if journal.exists() and is_sealed_file(journal):
            return True
    except OSError as error:
        raise JournalUnreadableError(
            f"The journal {journal} cannot be opened ({error.strerror}). Nothing was changed."
        ) from error
    return keys_are_there(folder) and bool(sealed_among((folder / COPIES_NAME).glob("*.json")))


def is_in_vault(folder: Path) -> bool:
    """Say the same at a glance; False where it cannot be said, as opening the journal will tell."""
    with contextlib.suppress(JournalUnreadableError):
        return vault_is_on(folder)
    return False


def keys_are_there(folder: Path) -> bool:
    """Say whether a vault's keys lie in a folder, needed or not."""
    return any((folder / name).exists() for name in KEY_NAMES)


def keys_gone(folder: Path) -> VaultDamagedError:
    """Say that the keys of a vault cannot be read."""
    return VaultDamagedError(
        f"The keys of the vault in {folder} are gone or damaged, so it cannot be opened. Nothing "
        f"was changed. Bring {KEY_NAMES[0]} back from a backup of the folder."
    )


def seal_of(folder: Path) -> Seal:
    """Give what private files of a folder go through as long as nobody unlocked its vault.

    Raises VaultDamagedError for a vault without keys.
    """
    if not vault_is_on(folder):
        return PlainSeal()
    if not keys_are_there(folder):
        raise keys_gone(folder)
    return LockedSeal()


def private_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Give every file that holds a person's words or voice, each with what it is to the seal."""
    for pattern in _PATTERNS:
        for path in sorted(folder.glob(pattern)):
            yield path, path.name if path.name.startswith("draft") else JOURNAL
    yield from _own_audio_files(folder / OWN_AUDIO_NAME)
    # What a kill left of a memo is one too: it must not lie plain beside a vault.
    memos = (path for path in sorted((folder / MEMOS_NAME).glob("*")) if _MEMO.fullmatch(path.name))
    yield from ((path, memo_of(path)) for path in memos)


def is_recording(name: str) -> bool:
    """Say whether a folder of this name holds a recording of one's own."""
    return bool(_RECORDING.fullmatch(name))


def sound_of(path: Path) -> str:
    """Name a file of a recording to the seal: by its recording and itself, wherever that lies."""
    return f"{OWN_AUDIO_NAME}/{path.parent.name}/{path.name}"


def remove_unfinished_recordings(folder: Path) -> None:
    """Remove what a kill left of recordings that were being brought back from a backup."""
    for work in (folder / OWN_AUDIO_NAME).glob(f"{UNFINISHED_RECORDING}*"):
        shutil.rmtree(work, ignore_errors=True)


def memo_of(path: Path) -> str:
    """Name the sound of a memo to the seal."""
    return f"{MEMOS_NAME}/{path.name}"


def sealed_among(paths: Iterable[Path]) -> list[Path]:
    """Give those files that lie in a vault; what cannot be looked at is left out."""
    found = []
    for path in paths:
        with contextlib.suppress(OSError):
            if is_sealed_file(path):
                found.append(path)
    return found


def _own_audio_files(audio: Path) -> Iterator[tuple[Path, str]]:
    for within in (audio, audio / OWN_AUDIO_BIN_NAME):
        if within.is_dir():
            for recording in sorted(within.iterdir()):
                if is_recording(recording.name):
                    yield from ((path, sound_of(path)) for path in sorted(recording.iterdir()))
