"""Thousands of spoilt journals, vaults and backups, opened one after the other in one process.

Run by itself (`python -m tests.storage.mutating SEED COUNT FOLDER`) so that its memory can be
measured; prints one line of JSON about what came of it.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from prt_desktop.domain.diary import Draft
from prt_desktop.domain.errors import StorageError
from prt_desktop.export.json_diary import diary_json
from prt_desktop.other_diaries import open_other_diary
from prt_desktop.storage.backing_up import back_up
from prt_desktop.storage.backup import Backup
from prt_desktop.storage.bringing_back import restore
from prt_desktop.storage.framing import framed, unframed
from prt_desktop.storage.journal import Journal, recover
from prt_desktop.storage.key_ring import RING_MAGIC
from prt_desktop.storage.passphrase import Cost
from prt_desktop.storage.taking_in import take_in
from prt_desktop.storage.vault import open_vault
from prt_desktop.storage.whole import whole_diary
from prt_desktop.storage.whole_file import read_tables
from tests.builders import Clock, a_practice, a_thought, an_answer, an_entry
from tests.storage.vaults import PASSPHRASE, turned_on

if TYPE_CHECKING:
    from collections.abc import Callable

DEAREST = Cost(65_536, 12, 4)
NUMBERS = (0, -1, 1 << 31, 1 << 63, 1 << 70, 3.5, 1e308)
TOKENS = (b"null", b"{}", b"[]", b'""', b"true", b"1e999", b"\\ud800", b"\x00", b"../../x", b"-0")


@dataclass
class Outcome:
    """What came of all the mutants."""

    sentences: Counter[str] = field(default_factory=Counter)
    slowest_ms: float = 0.0
    opened: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list)

    def meet(self, name: str, attempt: Callable[[], object]) -> None:
        """Open one mutant; anything but a sentence is a fault."""
        begun_s = time.process_time()  # what others do on the machine meanwhile is not ours
        try:
            attempt()
            self.opened += 1
        except StorageError as error:
            self.refused += 1
            self.sentences[type(error).__name__] += 1
            if not str(error).endswith(".") or "\n" in str(error):
                self.faults.append(f"{name}: no sentence: {error!r}")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            self.faults.append(f"{name}: {error!r}")
        self.slowest_ms = max(self.slowest_ms, (time.process_time() - begun_s) * 1000)


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Spoil a file in one of the ways in which files are spoilt."""
    at, end = sorted(chance.choices(range(len(content) + 1), k=2))
    token = chance.choice(TOKENS)
    number = str(chance.choice(NUMBERS)).encode()
    piece = bytes(chance.choices(range(256), k=chance.randint(1, 40)))
    changed: list[Callable[[], bytes]] = [
        lambda: flipped(content, chance),
        lambda: content[:at],
        lambda: content[at:],
        lambda: content[:at] + content[end:],
        lambda: content[:end] + content[at:end] + content[end:],
        lambda: content[:at] + piece + content[at:],
        lambda: content[:at] + token + content[end:],
        lambda: content[:at] + number + content[at:],
        lambda: content[:at] + b"[" * chance.choice([50, 5_000, 60_000]) + content[at:],
        lambda: content[:at] + b'{"a":' * chance.choice([50, 5_000]) + content[at:],
        lambda: content + bytes(chance.randint(1, 100_000)),
        lambda: piece,
    ]
    return chance.choice(changed)()


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Flip one to eight bits."""
    spoilt = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def reproved(content: bytes, chance: random.Random) -> bytes:
    """Spoil what a backup holds and make its checksum right again, as somebody hostile would."""
    spoilt = mutated(content[:-32], chance)
    return spoilt + hashlib.sha256(spoilt).digest()


def hostile_keys(content: bytes, chance: random.Random) -> bytes:
    """Change the keys' head and make its checksum right again; now and then at the highest cost."""
    head, _ = unframed(RING_MAGIC, content)
    if chance.random() < 0.02:
        ring = msgspec.json.decode(head)
        ring["cost"] = msgspec.to_builtins(DEAREST)
        return framed(RING_MAGIC, msgspec.json.encode(ring))
    return framed(RING_MAGIC, mutated(head, chance)[:65_000])


class Material:
    """A journal in plain and in a vault, with their backups, to be spoilt."""

    def __init__(self, root: Path) -> None:
        self.data = root / "mutant" / "data"
        self.merged = root / "mutant" / "merged"
        self.plain = self._made(root / "plain", vault=False)
        self.sealed = self._made(root / "sealed", vault=True)
        self.written = diary_json(whole_diary(Journal(self.plain / "data", Clock())))

    def _made(self, folder: Path, *, vault: bool) -> Path:
        journal = Journal(folder / "data", Clock())
        journal.add_all((an_entry("Tea."), a_practice(), a_thought()))
        journal.add_answer(an_answer())
        journal.drafts.keep(Draft("half"))
        if vault:
            turned_on(journal)
        back_up(journal.folder, folder / "backup", journal.newest_seal(), Clock()())
        return folder

    def laid_out(self, source: Path) -> None:
        """Put a good folder in the mutant's place."""
        lay_out(source / "data", self.data)

    def to_merge_into(self) -> Journal:
        """Give a good journal to merge a mutant into: a new one each time, so that none grows."""
        lay_out(self.plain / "data", self.merged)
        return Journal(self.merged, Clock())


def lay_out(source: Path, folder: Path) -> None:
    """Put what lies in one folder into another, and nothing else."""
    for old in sorted(folder.rglob("*"), reverse=True):
        old.rmdir() if old.is_dir() else old.unlink()
    for path in source.rglob("*"):
        if path.is_file() and path.name != "journal.lock":
            target = folder / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())


def spoilt_journal(material: Material, chance: random.Random) -> Callable[[], object]:
    """Spoil the plain journal, its copy or its draft; open, merge and recover it."""
    material.laid_out(material.plain)
    name = chance.choice(["journal.json", "journal.json", "draft.json"])
    path = material.data / name
    path.write_bytes(mutated(path.read_bytes(), chance))
    if chance.random() < 0.3:
        return partial(recover, material.data, Clock())
    if chance.random() < 0.3:
        into = material.to_merge_into()
        return lambda: into.merge(read_tables(path))

    def look() -> None:
        Journal(material.data, Clock()).drafts.get()

    return look


def spoilt_vault(material: Material, chance: random.Random) -> Callable[[], object]:
    """Spoil a file of the vault, or both key files in a hostile way; unlock it."""
    material.laid_out(material.sealed)
    if chance.random() < 0.4:
        keys = hostile_keys((material.data / "vault.key").read_bytes(), chance)
        for name in ("vault.key", "vault-twin.key"):
            (material.data / name).write_bytes(keys)
    else:
        path = material.data / chance.choice(["journal.json", "vault.key", "draft.json"])
        path.write_bytes(mutated(path.read_bytes(), chance))
    if chance.random() < 0.2:
        return lambda: recover(material.data, Clock(), open_vault(material.data, PASSPHRASE))

    def unlock() -> None:
        journal = Journal(material.data, Clock())
        journal.unlock(PASSPHRASE)
        journal.drafts.get()

    return unlock


def spoilt_backup(material: Material, chance: random.Random) -> Callable[[], object]:
    """Spoil a backup, its checksum right or not; look into it and bring it back."""
    source = chance.choice([material.plain, material.sealed])
    material.laid_out(material.plain)
    file = material.data.parent / "backup"
    spoil = chance.choice([mutated, reproved, reproved])
    file.write_bytes(spoil((source / "backup").read_bytes(), chance))

    def bring_back() -> None:
        backup = Backup(file)
        if backup.is_locked:
            backup.unlock(PASSPHRASE)
        backup.preview()
        restore(material.data, backup, Clock(), Journal(material.data, Clock()).newest_seal())

    return bring_back


def spoilt_writing(material: Material, chance: random.Random) -> Callable[[], object]:
    """Spoil a diary that was written as JSON; look into it and take it in."""
    material.laid_out(material.plain)
    file = material.data.parent / "diary.json"
    file.write_bytes(mutated(material.written, chance))

    def take() -> None:
        source = open_other_diary(file, Clock())
        source.preview()
        take_in(Journal(material.data, Clock()), source, Clock()())

    return take


KINDS = (spoilt_journal, spoilt_vault, spoilt_backup, spoilt_writing)


def outside(root: Path) -> dict[str, bytes]:
    """Read everything near the mutants that they have no business with, and must not change."""
    return {
        str(path): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not {"mutant", "journal.lock"} & set(path.parts)
    }


def most_memory_mb() -> float:
    """Give the most memory of this process by Linux' own count: `ru_maxrss` holds its parent's."""
    found = re.search(r"^VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text("utf-8"), re.M)
    assert found is not None
    return round(int(found[1]) / 1024, 1)


def main(seed: int, count: int, root: Path) -> int:
    """Open so many mutants in turn and print what came of it."""
    chance, outcome, material = random.Random(seed), Outcome(), Material(root)
    (root / "kept").write_text("untouched")
    before = outside(root)
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        attempt = kind(material, chance)
        outcome.meet(f"{kind.__name__} {number}", attempt)
    after = outside(root)
    near = sorted(path.name for path in material.data.parent.iterdir())
    print(  # noqa: T201 - the answer
        json.dumps(
            {
                "opened": outcome.opened,
                "refused": outcome.refused,
                "sentences": outcome.sentences,
                "slowest_ms": round(outcome.slowest_ms, 1),
                "memory_mb": most_memory_mb(),
                "faults": outcome.faults[:20],
                "changed_outside": sorted(path for path, _ in before.items() ^ after.items()),
                "near": near,
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])))
