"""Saves killed at random points, plain and in the vault; and no word left to be read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from prt_desktop.domain.diary import Draft
from prt_desktop.storage.journal import Journal
from tests.builders import Clock, an_entry
from tests.storage.vaults import MARKER, holding, turned_on, unlocked

CHECKOUT = Path(__file__).resolve().parents[2]


def killed(seed: int, times: int, folder: Path, form: str) -> dict[str, Any]:
    """Kill so many writers in a process of its own; give what came of it."""
    command = [sys.executable, "-m", "tests.end2end.dying", str(seed), str(times), str(folder)]
    ended = subprocess.run(
        [*command, form], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    outcome: dict[str, Any] = json.loads(ended.stdout)
    return outcome


@pytest.mark.parametrize(
    "times", [100, pytest.param(1_000, marks=pytest.mark.soak)], ids=["some", "many"]
)
@pytest.mark.parametrize("form", ["plain", "vault"])
def test_saves_killed_at_random_points_lose_nothing_that_was_acknowledged(
    quick_disk: Path, form: str, times: int
) -> None:
    outcome = killed(97, times, quick_disk / "data", form)

    print(form, outcome)  # noqa: T201 - the soak's figures
    assert outcome["lost"] == 0
    assert outcome["unreadable"] == []
    assert outcome["acknowledged"] > times / 4
    if form == "vault":
        assert holding(quick_disk / "data") == set()


SESSION = """
import os, signal, sys
from pathlib import Path
from prt_desktop.domain.diary import Draft, Entry, EntryKind, new_entry_id
from prt_desktop.logs import Logs
from prt_desktop.storage.backing_up import back_up
from prt_desktop.storage.journal import Journal
from tests.storage.vaults import MARKER, PASSPHRASE
from tests.end2end.dying import now

data, out = Path(sys.argv[1]), Path(sys.argv[2])
Logs(data).start(print)
journal = Journal(data, now)
journal.unlock(PASSPHRASE)
for number in range(5):
    entry = Entry(new_entry_id(), now(), EntryKind.NOTE, f"{MARKER} {number}")
    journal.drafts.keep(Draft(entry.text))
    journal.add(entry)
journal.remove(entry.id)
back_up(data, out, journal.newest_seal(), now())
journal.lock()
journal.unlock(PASSPHRASE)
journal.drafts.keep(Draft(MARKER))
print(len(journal.entries()), flush=True)
try:
    raise ValueError(MARKER)
except ValueError as error:
    sys.excepthook(type(error), error, error.__traceback__)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_after_a_session_with_lock_and_kill_no_word_can_be_read_anywhere(tmp_path: Path) -> None:
    places = {name: tmp_path / name for name in ("data", "config", "cache", "temporary", "home")}
    for place in places.values():
        place.mkdir()
    journal = Journal(places["data"], Clock())
    journal.add(an_entry(f"{MARKER} from before"))
    journal.drafts.keep(Draft(f"{MARKER} half"))
    turned_on(journal)
    surroundings = {
        **os.environ,
        "HOME": str(places["home"]),
        "TMPDIR": str(places["temporary"]),
        "XDG_CONFIG_HOME": str(places["config"]),
        "XDG_CACHE_HOME": str(places["cache"]),
    }

    ended = subprocess.run(
        [sys.executable, "-c", SESSION, str(places["data"]), str(tmp_path / "backup")],
        cwd=CHECKOUT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.returncode, ended.stdout.split("\n")[0]) == (-9, "5"), ended.stderr
    assert holding(tmp_path) == set()
    assert len(unlocked(places["data"]).entries()) == 5
    assert len(list(places["data"].rglob("*"))) > 5
