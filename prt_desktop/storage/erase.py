"""Erasing everything that is ours, and saying what nobody can erase from here."""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prt_desktop.storage.conflicts import conflicted_copies
from prt_desktop.storage.memory import memory
from prt_desktop.storage.vault_places import KEY_NAMES, PEOPLE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_OURS = re.compile(
    r"(?:unused-[0-9a-f]{8}-)?vault(?:-twin)?\.key"
    r"|journal(?:\.unreadable-[^/]*)?\.json|draft[a-z-]*\.json|settings(?:\.unreadable)?\.json"
    r"|copies(?:\.unreadable-[^/]*)?/[0-9T.]+Z\.json|before-restore-[^/]*/[^/]*\.json"
    r"|vault-set-aside-[0-9T.]+/.*"
    r"|own-audio/(?:bin/)?(?:\.adding-|\.restoring-)?[0-9a-f]{32}/[^/]*|own-audio/adding\.lock"
    r"|memos/(?:[0-9a-f]{32}\.ogg|\.[0-9a-f]{32}\.ogg\.[0-9a-f]{12}\.part)"
    r"|(?:journal|window)\.lock|prt-desktop(?:\.old)?\.log"
    r"|(?:(?:copies|before-restore-[^/]*)/)?\.[^/]*\.json\.[0-9a-f]{12}\.part|\.vault[^/]*\.part"
)
_INDEX = re.compile(r"people(?:\.unreadable-[0-9a-f]{8})?\.json|people\.lock")
_CACHE_NAME = "cache"  # where a folder was named for everything
_OURS_IN_CACHE = re.compile(r"[^/]*\.(?:wav|part)")
_TEMPORARY = re.compile(r"prt-desktop-(?:demonstration|tour|sound)-.*")
ELSEWHERE = (
    "Backups, exports, printed pages, sound files and phone packs in the places where you put them",
    "Copies that backup programs, folders kept in step, or snapshots of the disk made of these",
    "What an SSD keeps until it uses the space again; only encrypting the whole disk covers that",
    "A printed recovery key: it opens nothing here any more, but it still opens your backups",
)


@dataclass(frozen=True, slots=True)
class Erased:
    """What came of erasing.

    `gone` was erased, `left` is ours and could not be, `not_ours` is in these folders but was not
    made by us and stayed; `elsewhere` says what cannot be reached from here.
    """

    gone: tuple[Path, ...]
    left: tuple[Path, ...]
    not_ours: tuple[Path, ...]
    elsewhere: tuple[str, ...] = ELSEWHERE


def temporary_folders() -> tuple[Path, ...]:
    """Give the folders in which folders of ours for a while may lie."""
    return (Path(tempfile.gettempdir()), *filter(None, [memory()]))


def erase_everything(
    data: Path, cache: Path, config: Path | None = None, temporary: Sequence[Path] = ()
) -> Erased:
    """Erase what is ours in these folders and in the `temporary_folders`; nothing is raised.

    Close the journal and the log before. What was not made by us stays, and so does its folder.
    What belongs to other people of this computer is neither touched nor told.
    """
    places = {cache: _OURS_IN_CACHE, data: _OURS, **({config: _OURS} if config else {})}
    ours = [path for folder, pattern in places.items() for path in _ours_in(folder, pattern)]
    ours += [path for folder in temporary for path in _temporary_in(folder)]
    gone: list[Path] = []
    left: list[Path] = []
    # Keys first: whatever happens afterwards, what lies in the vault is lost from then on.
    for path in sorted(ours, key=_keys_first):
        (gone if _erase(path) else left).append(path)
    _remove_empty(places)
    stayed = {path for folder in places for path in _files(folder)} - set(left)
    return Erased(tuple(gone), tuple(left), tuple(sorted(stayed)))


def _ours_in(folder: Path, pattern: re.Pattern[str]) -> Iterator[Path]:
    for path in _files(folder):
        if pattern.fullmatch(path.relative_to(folder).as_posix()):
            yield path
    yield from conflicted_copies(folder)


def _files(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return sorted(one for one in found if not _is_of_people(one.relative_to(folder)))


def _is_of_people(path: Path) -> bool:
    """Say whether it is somebody else's, or the index of names, which is told to forget one."""
    within = path.parts[1:] if path.parts[0] == _CACHE_NAME else path.parts
    return within[:1] == (PEOPLE_NAME,) or bool(_INDEX.fullmatch(path.parts[0]))


def _keys_first(path: Path) -> tuple[bool, Path]:
    return not path.name.endswith(KEY_NAMES), path


def _temporary_in(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (one for one in folder.iterdir() if _TEMPORARY.fullmatch(one.name))


def _erase(path: Path) -> bool:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _remove_empty(places: Iterable[Path]) -> None:
    """Remove the folders that are left without anything in them, the innermost first."""
    for place in places:
        inner = [path for path in place.rglob("*") if path.is_dir() and not path.is_symlink()]
        for folder in sorted((place, *inner), key=_depth, reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                _erase(folder)


def _depth(folder: Path) -> int:
    return len(folder.parts)
