"""Processes that write without pause and are killed: hundreds of them, out of one that is ready.

Run by itself (`python -m tests.end2end.dying SEED TIMES FOLDER plain|vault`), since it forks;
prints one line of JSON about what was acknowledged, lost and unreadable.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from prt_desktop.domain.diary import Draft, Entry, EntryKind, new_entry_id
from prt_desktop.domain.errors import StorageError
from prt_desktop.storage.journal import Journal
from tests.storage.vaults import CHEAP, MARKER, PASSPHRASE

if TYPE_CHECKING:
    from prt_desktop.storage.seal import Seal

SAVES = 6  # about so many does a writer live to begin
ID_BYTES = 33
ANEW_AFTER = 100  # kills; then a fresh journal, so that its size stays that of some months


def now() -> datetime:
    """Give the time."""
    return datetime.now(UTC)


def write_for_ever(folder: Path, seal: Seal, acknowledged: int, chance: random.Random) -> NoReturn:
    """Add, change, remove and draft without pause; tell each id once it is kept."""
    journal = Journal(folder, now, seal)
    os.write(acknowledged, b"ready\n")
    while True:
        text = f"{MARKER} " * chance.randint(1, 400)
        entry = Entry(new_entry_id(), now(), EntryKind.NOTE, text)
        journal.drafts.keep(Draft(text))
        journal.add(entry)
        os.write(acknowledged, f"{entry.id}\n".encode())
        if chance.random() < 0.3:
            journal.replace(replace(entry, text="changed", edited_at=now()))


def usual_s(folder: Path) -> float:
    """Measure how long one round of a writer takes here and now, in s."""
    journal, begun_s = Journal(folder, now), time.perf_counter()
    for number in range(10):
        journal.drafts.keep(Draft("half"))
        journal.add(Entry(new_entry_id(), now(), EntryKind.NOTE, f"{number} " * 500))
    return (time.perf_counter() - begun_s) / 10


def killed(folder: Path, seal: Seal, chance: random.Random, latest_s: float) -> set[str]:
    """Let one writer live for some milliseconds; give the ids it told."""
    reading, writing = os.pipe()
    own_chance = random.Random(chance.random())
    process = os.fork()
    if process == 0:
        os.close(reading)
        try:
            write_for_ever(folder, seal, writing, own_chance)
        finally:
            os._exit(1)
    os.close(writing)
    told = os.read(reading, len(b"ready\n"))
    select.select([], [], [], chance.uniform(0, latest_s))
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    if os.WIFEXITED(status):
        raise AssertionError("a writer ended by itself")
    while select.select([reading], [], [], 0)[0] and (more := os.read(reading, 65_536)):
        told += more
    os.close(reading)
    return {line.decode() for line in told.split(b"\n") if len(line) == ID_BYTES - 1}


def main(seed: int, times: int, root: Path, *, vault: bool) -> int:
    """Kill so many writers and print what came of it."""
    chance, told, lost, unreadable = random.Random(seed), 0, 0, []
    acknowledged: set[str] = set()
    folder, latest_s = root, SAVES * usual_s(root / "measured")
    for number in range(times):
        if number % ANEW_AFTER == 0:
            folder, acknowledged = root / str(number), set()
            journal = Journal(folder, now)
            if vault:
                journal.turn_vault_on(PASSPHRASE, CHEAP)
        seal = journal.newest_seal()
        new = killed(folder, seal, chance, latest_s)
        told += len(new)
        acknowledged |= new
        try:
            found = {entry.id for entry in Journal(folder, now, seal).entries()}
        except StorageError as error:
            unreadable.append(str(error))
            break
        lost += len(acknowledged - found)
    result = {"kills": times, "acknowledged": told, "lost": lost, "unreadable": unreadable}
    print(json.dumps(result))  # noqa: T201 - the answer
    return 0


if __name__ == "__main__":
    sys.exit(
        main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), vault=sys.argv[4] == "vault")
    )
