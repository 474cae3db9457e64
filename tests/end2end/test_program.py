"""The commands as programs of their own, beside each other and without Qt."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import filelock
import pytest

from prt_desktop.storage.journal import Journal
from tests.builders import Clock, an_entry

CHECKOUT = Path(__file__).resolve().parents[2]
ID = re.compile(r"[0-9a-f]{32}\n")


def run(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "prt_desktop", "--data-dir", str(folder)]
    return subprocess.run(
        [os.fsencode(part) for part in (*command, *arguments)],
        cwd=CHECKOUT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_a_note_works_as_a_program(tmp_path: Path) -> None:
    done = run("note", "Something.", folder=tmp_path)

    assert done.returncode == 0
    assert ID.fullmatch(done.stdout.decode())
    assert done.stderr == b""


def test_bytes_that_are_no_text_are_refused_in_a_sentence(tmp_path: Path) -> None:
    done = run("note", os.fsdecode(b"\xff\xfe"), folder=tmp_path)

    assert (done.returncode, done.stdout) == (1, b"")
    assert b"broken character" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_note_beside_an_open_journal_is_found_by_it(tmp_path: Path) -> None:
    journal = Journal(tmp_path, Clock())
    journal.add(an_entry("from the window"))

    done = run("note", "from the prompt", folder=tmp_path)

    assert done.returncode == 0
    assert journal.refresh() is True
    assert {entry.text for entry in journal.entries()} == {"from the window", "from the prompt"}


def test_a_note_waits_while_another_process_saves(tmp_path: Path) -> None:
    Journal(tmp_path, Clock())
    command = [sys.executable, "-m", "prt_desktop", "--data-dir", str(tmp_path), "note", "Later."]

    with filelock.FileLock(tmp_path / "journal.lock"):
        waiting = subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE)
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.communicate(timeout=1)
    told, _ = waiting.communicate(timeout=60)

    assert waiting.returncode == 0
    assert [f"{entry.id}\n".encode() for entry in Journal(tmp_path, Clock()).entries()] == [told]


WITHOUT_QT = """
import sys
from prt_desktop.cli import main
code = main(sys.argv[1:])
loaded = [name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6")]
sys.exit(f"Qt came in: {loaded}" if loaded else code)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("lessons", "--json"),
        ("exercises",),
        ("note", "Something."),
        ("sample",),
        ("export", "--format", "json", "--out", "OUT/o.json"),
        ("render", "somatic-tracking", "--minutes", "3", "--out", "OUT/s.ogg"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_command_never_imports_qt(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    placed = [argument.replace("OUT", str(tmp_path)) for argument in arguments]
    command = [sys.executable, "-c", WITHOUT_QT, "--data-dir", str(tmp_path / "data"), *placed]

    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=False, timeout=120)

    assert done.returncode == 0, done.stderr
