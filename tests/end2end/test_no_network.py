"""A whole day with the program, watched at the system's door: no socket but a local one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
LOCAL = {"AF_UNIX", "AF_LOCAL", "AF_NETLINK"}
MISSING = "the program strace is not installed (Debian: strace)"
DAYS = (
    "tests/end2end/test_first_day.py",
    "tests/end2end/test_day_without_window.py",
)
FAMILY = re.compile(r"\b(?:socket|socketpair)\((AF_\w+)")
REACHED_OUT = re.compile(r"\b(?:connect|sendto|sendmsg|bind)\(.*sa_family=(AF_\w+)")

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(shutil.which("strace") is None, reason=MISSING),
]


def traced(command: list[str], log: Path) -> subprocess.CompletedProcess[str]:
    """Run a command with all its children, and write down every call about sockets."""
    strace = ["strace", "-f", "-qq", "-e", "trace=%network", "-o", str(log)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [*strace, *command],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )


def families(log: Path) -> set[str]:
    """Give the families of addresses that sockets were made for, or reached out with."""
    text = log.read_text("utf-8", "replace")
    return set(FAMILY.findall(text)) | set(REACHED_OUT.findall(text))


def test_watch_sees_a_socket_that_leads_away(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    away = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"

    traced([sys.executable, "-c", away], log)

    assert "AF_INET" in families(log)


def test_a_whole_day_opens_no_socket_but_local_ones(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0", *DAYS]

    done = traced(tests, log)

    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout
    assert families(log) - LOCAL == set()
