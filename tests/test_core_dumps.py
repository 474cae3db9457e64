"""A crash: nothing of the diary may lie in what the system keeps of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

MARKER = "what-was-written-" * 3
CRASH = """
import ctypes, os, resource, sys
from prt_desktop.core_dumps import leave_nothing_in_core_dumps
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
open("/proc/self/coredump_filter", "w").write("0x33")
held = "".join(["what-was-", "written-"]) * 3
if "private" in sys.argv:
    leave_nothing_in_core_dumps()
if "tell" in sys.argv:
    print(open("/proc/self/coredump_filter").read().strip(), flush=True)
os.abort()
"""
SURROUNDINGS = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
PATTERN = Path("/proc/sys/kernel/core_pattern")
NO_CORES = not PATTERN.exists() or PATTERN.read_text("ascii").strip() != "core"


def crash(folder: Path, *words: str) -> bytes:
    """Let a process that holds the marker crash, and give the core dump it leaves, or nothing."""
    command = [sys.executable, "-c", CRASH, *words]
    subprocess.run(command, cwd=folder, env=SURROUNDINGS, capture_output=True, check=False)
    return b"".join(path.read_bytes() for path in folder.glob("core*"))


@pytest.mark.skipif(NO_CORES, reason="this system keeps core dumps elsewhere")
def test_a_crash_leaves_no_word_of_the_diary(tmp_path: Path) -> None:
    unguarded, guarded = tmp_path / "unguarded", tmp_path / "guarded"
    unguarded.mkdir()
    guarded.mkdir()

    seen, left = crash(unguarded), crash(guarded, "private")

    if not seen:
        pytest.skip("core dumps are turned off for this user")
    assert MARKER.encode() in seen
    assert left == b""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the filter is of Linux")
def test_a_program_that_takes_dumps_in_is_given_no_memory(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", CRASH, "private", "tell"],
        cwd=tmp_path,
        env=SURROUNDINGS,
        capture_output=True,
        check=False,
        text=True,
    )

    assert told.stdout.strip() == "00000000"


def test_the_program_begins_with_it(tmp_path: Path) -> None:
    ask = (
        "import resource; from prt_desktop.cli import main; "
        f"main(['--data-dir', {str(tmp_path)!r}, 'people']); "
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0])"
    )

    told = subprocess.run(
        [sys.executable, "-c", ask], capture_output=True, check=True, text=True
    ).stdout

    assert told.splitlines()[-1] == "0"
