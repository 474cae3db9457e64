"""Journals, vaults and backups that somebody or something spoilt: one sentence, and no more."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LONGEST_MS, MOST_MB = 2_000, 130


def met(seed: int, count: int, folder: Path) -> dict[str, Any]:
    """Open so many mutants in a process of its own; give what came of it."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.storage.mutating", str(seed), str(count), str(folder)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    outcome: dict[str, Any] = json.loads(ended.stdout)
    return outcome


@pytest.mark.parametrize(
    "count", [1_000, pytest.param(10_000, marks=pytest.mark.soak)], ids=["some", "many"]
)
def test_whatever_is_spoilt_is_told_in_a_sentence_and_nothing_else_happens(
    quick_disk: Path, count: int
) -> None:
    outcome = met(4711, count, quick_disk)

    print(outcome)  # noqa: T201 - the soak's figures
    assert outcome["faults"] == []
    assert outcome["refused"] > count / 3
    assert outcome["opened"] > 0
    assert outcome["slowest_ms"] < LONGEST_MS
    assert outcome["memory_mb"] < MOST_MB
    assert outcome["changed_outside"] == []
    assert set(outcome["near"]) <= {"data", "merged", "backup", "diary.json"}
