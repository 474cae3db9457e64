"""A disk that fails at a wanted moment, and one whose unflushed writes go with the power.

Both stand in for the calls of the operating system, below TinyDB and everything of ours.
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    import pytest

CALLS = ("open", "write", "fsync", "replace", "link", "unlink", "mkdir", "close", "rename")
HALF = "half"


class FailingDisk:
    """Counts the calls below one folder and lets the one with the wanted number fail.

    A failure is a number of `errno`, or HALF: a write that takes but half of the bytes and then
    no more. From there on the disk is as it was, unless it `stays` broken.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.calls = 0
        self._failing_at = -1
        self._failure: int | str = 0
        self._stays = False
        self._short = False
        for name in CALLS:
            patch.setattr(os, name, self._watched(name, getattr(os, name)))

    def fail(self, at: int, failure: int | str, *, stays: bool = False) -> None:
        """Begin to count anew, and fail at the call of this number, counted from 0."""
        self.calls, self._failing_at, self._failure = 0, at, failure
        self._stays, self._short = stays, False

    def mend(self) -> None:
        """Fail no more."""
        self._failing_at, self._short = -1, False

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: object, **named: object) -> object:
            number, self.calls = self.calls, self.calls + 1
            fails = number >= self._failing_at >= 0 if self._stays else number == self._failing_at
            if self._short and name == "write":
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            if not fails:
                return real(*arguments, **named)
            if self._failure == HALF:
                if name != "write":
                    return real(*arguments, **named)
                self._short = True
                handle, content = arguments
                assert isinstance(content, bytes | memoryview)
                return real(handle, content[: len(content) // 2])
            if name == "close":
                real(*arguments)  # Linux closes even when it says that it failed
            assert isinstance(self._failure, int)
            raise OSError(self._failure, os.strerror(self._failure))

        return call


@dataclass
class _Inode:
    """A file as the disk has it: what was flushed, and what was written since."""

    flushed: bytes = b""
    written: bytes = b""


@dataclass
class _Change:
    """One change of names in a folder: what stands under a name from then on, or nothing.

    `moved` is a folder that took another name, with all that lies in it.
    """

    folder: str
    names: dict[str, int | None]
    moved: tuple[str, str] | None = None


@dataclass
class Disk:
    """All files below one folder as a power cut would find them."""

    inodes: dict[int, _Inode] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    pending: list[_Change] = field(default_factory=list)

    def after_power_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Give the files that a cut may leave: of what was not flushed, anything may be lost.

        Names reach the disk in their order within a folder, and folders each at their own pace,
        as on a file system with a log; without flushing a file may be cut anywhere or be zeros.
        """
        names = dict(self.names)
        reached = {
            folder: chance.randint(0, sum(one.folder == folder for one in self.pending))
            for folder in {one.folder for one in self.pending}
        }
        for change in self.pending:
            if reached[change.folder] > 0:
                reached[change.folder] -= 1
                apply(names, change)
        return {name: self._found(self.inodes[one], chance) for name, one in names.items()}

    def flush_names(self, folder: str) -> None:
        """Let the changes of names in a folder reach the disk."""
        for change in [one for one in self.pending if one.folder == folder]:
            earlier = self.pending[: self.pending.index(change)]
            apply(self.names, change)
            self.pending.remove(change)
            for other in earlier if change.moved else ():
                other.folder = _moved(other.folder, change)
                other.names = {_moved(name, change): one for name, one in other.names.items()}

    def _found(self, inode: _Inode, chance: random.Random) -> bytes:
        if inode.flushed == inode.written:
            return inode.flushed
        cut = inode.written[: chance.randint(0, len(inode.written))]
        return chance.choice([inode.flushed, cut, bytes(len(inode.written)), inode.written])


def apply(names: dict[str, int], change: _Change) -> None:
    """Let a change of names come true."""
    for name in list(names) if change.moved else ():
        names[_moved(name, change)] = names.pop(name)
    for name, number in change.names.items():
        if number is None:
            names.pop(name, None)
        else:
            names[name] = number


def _moved(path: str, change: _Change) -> str:
    """Give the path of a file, or of a folder, after the folder around it was moved."""
    old, new = change.moved or ("", "")
    return new + path.removeprefix(old) if f"{path}/".startswith(f"{old}/") else path


class RecordedDisk:
    """Follows every call below one folder, so that the power can be cut after any of them.

    `at_each` is called after each call with the disk as it then is. A folder is there as soon as
    something lies in it: no cut leaves a file without the folders around it.
    """

    def __init__(
        self, patch: pytest.MonkeyPatch, root: Path, at_each: Callable[[Disk], None]
    ) -> None:
        self.disk = Disk()
        self._root = str(root)
        self._at_each = at_each
        self._files: dict[int, int] = {}
        self._folders: dict[int, str] = {}
        self._live: dict[str, int] = {}
        self._real = {name: getattr(os, name) for name in CALLS}
        for name in ("open", "write", "fsync", "close", "replace", "rename", "link", "unlink"):
            patch.setattr(os, name, getattr(self, name))

    def open(self, path: str | Path, flags: int, *rest: int, **named: object) -> int:
        handle: int = self._real["open"](path, flags, *rest, **named)
        text = os.fspath(path)
        if text.startswith(self._root):
            number = os.fstat(handle).st_ino
            if Path(text).is_dir():
                self._folders[handle] = text
            elif text not in self._live:
                self.disk.inodes[number] = _Inode()
                self._files[handle] = number
                self._change(text, {text: number})
        return handle

    def write(self, handle: int, content: bytes | memoryview) -> int:
        count: int = self._real["write"](handle, content)
        if handle in self._files:
            self.disk.inodes[self._files[handle]].written += bytes(content[:count])
            self._at_each(self.disk)
        return count

    def fsync(self, handle: int) -> None:
        self._real["fsync"](handle)
        if handle in self._files:
            inode = self.disk.inodes[self._files[handle]]
            inode.flushed = inode.written
            self._at_each(self.disk)
        elif handle in self._folders:
            self.disk.flush_names(self._folders[handle])
            self._at_each(self.disk)

    def close(self, handle: int) -> None:
        self._real["close"](handle)
        self._files.pop(handle, None)
        self._folders.pop(handle, None)

    def replace(self, old: str | Path, new: str | Path, **named: object) -> None:
        self._real["replace"](old, new, **named)
        source, target = os.fspath(old), os.fspath(new)
        if source in self._live:
            self._change(target, {source: None, target: self._live[source]})

    def rename(self, old: str | Path, new: str | Path, **named: object) -> None:
        self._real["rename"](old, new, **named)
        source, target = os.fspath(old), os.fspath(new)
        if source in self._live:
            self._change(target, {source: None, target: self._live[source]})
        elif source.startswith(self._root):
            self._change(target, {}, (source, target))

    def link(self, old: str | Path, new: str | Path, **named: object) -> None:
        self._real["link"](old, new, **named)
        source, target = os.fspath(old), os.fspath(new)
        if source in self._live:
            self._change(target, {target: self._live[source]})

    def unlink(self, path: str | Path, **named: object) -> None:
        self._real["unlink"](path, **named)
        if os.fspath(path) in self._live:
            self._change(os.fspath(path), {os.fspath(path): None})

    def _change(
        self, path: str, names: dict[str, int | None], moved: tuple[str, str] | None = None
    ) -> None:
        change = _Change(str(Path(path).parent), names, moved)
        self.disk.pending.append(change)
        apply(self._live, change)
        self._at_each(self.disk)
