"""`prt-desktop note`, killed at random moments: what was printed is kept, the file is whole."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from prt_desktop.storage.journal import Journal
from prt_desktop.storage.whole_file import read_tables
from tests.builders import Clock, an_entry

CHECKOUT = Path(__file__).resolve().parents[2]
ID = re.compile(rb"([0-9a-f]{32})\n")
# How far beyond its usual length a command may still be killed: some must come to their end.
LATEST = 1.3
# By so much longer is waited after each that printed nothing: the machine may be busier by now.
LONGER = 1.05

# One process that writes without pause, printing each id once it is kept: nearly every kill
# falls into a save.
WRITER = """
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from prt_desktop.domain.diary import Draft, Entry, EntryKind, new_entry_id
from prt_desktop.storage.journal import Journal

journal = Journal(Path(sys.argv[1]), lambda: datetime.now(UTC))
print("ready", flush=True)
number = 0
while True:
    number += 1
    entry = Entry(new_entry_id(), datetime.now(UTC), EntryKind.NOTE, "word " * (number % 700))
    journal.drafts.keep(Draft(entry.text))
    journal.add(entry)
    print(entry.id, flush=True)
    if number % 3 == 0:
        journal.replace(replace(entry, text="changed"))
"""


def note_command(folder: Path, text: str) -> list[str]:
    return [sys.executable, "-m", "prt_desktop", "--data-dir", str(folder), "note", text]


def exported_ids(folder: Path, out: Path) -> set[str]:
    command = [sys.executable, "-m", "prt_desktop", "--data-dir", str(folder), "export"]
    subprocess.run(
        [*command, "--format", "json", "--out", str(out)], cwd=CHECKOUT, check=True, timeout=60
    )
    return {entry["id"] for entry in json.loads(out.read_bytes())}


def killed_after(command: list[str], seconds: float) -> bytes:
    """Run a command and kill it after a while; give what it printed by then."""
    process = subprocess.Popen(
        command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        told, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        told, _ = process.communicate()
    return told


def usual_seconds(folder: Path) -> float:
    """Measure how long one note takes here and now."""
    started = time.monotonic()
    subprocess.run(note_command(folder, "first"), cwd=CHECKOUT, check=True, capture_output=True)
    return time.monotonic() - started


def kill_notes(folder: Path, times: int) -> tuple[set[str], int]:
    """Kill as many notes at random moments; give the ids printed and how many were killed."""
    moments = random.Random(os.urandom(8))
    longest = LATEST * usual_seconds(folder)
    printed: set[str] = set()
    for number in range(times):
        told = killed_after(note_command(folder, f"note {number}"), moments.uniform(0, longest))
        found = {match.decode() for match in ID.findall(told)}
        printed |= found
        longest *= 1 if found else LONGER
        if (folder / "journal.json").exists():
            read_tables(folder / "journal.json")
    return printed, times - len(printed)


def test_notes_killed_at_random_moments_lose_nothing_that_was_printed(tmp_path: Path) -> None:
    printed, killed = kill_notes(tmp_path / "data", 25)

    assert printed <= exported_ids(tmp_path / "data", tmp_path / "out.json")
    assert printed
    assert killed


@pytest.mark.soak
def test_three_hundred_notes_killed_at_random_moments_lose_nothing(tmp_path: Path) -> None:
    printed, killed = kill_notes(tmp_path / "data", 300)

    assert printed <= exported_ids(tmp_path / "data", tmp_path / "out.json")
    assert printed
    assert killed


def kill_writer(folder: Path, moments: random.Random) -> set[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)], cwd=CHECKOUT, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    try:
        process.wait(moments.uniform(0, 0.25))
    except subprocess.TimeoutExpired:
        process.kill()
    told, _ = process.communicate()
    return {match.decode() for match in ID.findall(told)}


@pytest.mark.parametrize(
    "times", [pytest.param(8), pytest.param(100, marks=pytest.mark.soak)], ids=["some", "many"]
)
def test_a_process_killed_while_it_saves_leaves_a_whole_journal(tmp_path: Path, times: int) -> None:
    folder, moments = tmp_path / "data", random.Random(os.urandom(8))
    printed: set[str] = set()

    for _ in range(times):
        printed |= kill_writer(folder, moments)
        read_tables(folder / "journal.json")

    journal = Journal(folder, Clock())
    assert printed <= {entry.id for entry in journal.entries()}
    assert journal.drafts.get() is not None
    assert not list(folder.glob(".*.part"))


def test_a_killed_process_leaves_no_lock_behind(tmp_path: Path) -> None:
    kill_writer(tmp_path, random.Random(1))

    Journal(tmp_path, Clock()).add(an_entry("after"))

    assert "after" in {entry.text for entry in Journal(tmp_path, Clock()).entries()}
