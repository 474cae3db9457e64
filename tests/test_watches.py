"""The watches of conftest.py, each shown a test that breaks its rule."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent

BROKEN = """
import logging
import socket
import threading
import time

import pytest
from PySide6.QtCore import QThread, QTimer, qWarning
from PySide6.QtWidgets import QVBoxLayout, QWidget

kept = []

def test_window(qapp):
    kept.append(QWidget())

def test_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(60_000)

def test_flash(qtbot):
    outer, inner = QWidget(), QWidget()
    qtbot.addWidget(outer)
    inner.setVisible(True)
    QVBoxLayout(outer).addWidget(inner)
    inner.setVisible(True)

def test_thread():
    thread = threading.Thread(target=time.sleep, args=(30,), daemon=True)
    thread.start()

def test_qt_thread(qapp):
    kept.append(QThread())
    kept[-1].start()

def test_log():
    logging.getLogger("prt_desktop.x").warning("something odd")

@pytest.mark.logs("never said")
def test_unheard():
    pass

def test_network():
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    except OSError:
        pass

def test_qt_warning():
    qWarning("odd")

def test_python_warning():
    import warnings
    warnings.warn("odd")

@pytest.mark.logs("something odd")
def test_announced_log():
    logging.getLogger("prt_desktop.x").warning("something odd")

def test_nothing_left(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    QTimer(widget).start(60_000)

def test_end():
    for thing in kept:
        if isinstance(thing, QThread):
            thing.quit()
            thing.wait()
"""


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Run the broken tests once under our configuration; give the verdicts of each by its name."""
    file = tmp_path_factory.mktemp("broken") / "test_broken.py"
    file.write_text(BROKEN, "utf-8")
    command = [sys.executable, "-m", "pytest", "-c", "pyproject.toml", "-p", "tests.conftest", "-p"]
    command += ["no:cacheprovider", "-rA", str(file)]

    run = subprocess.run(
        command,
        cwd=CHECKOUT,
        env={**os.environ, "PYTEST_ADDOPTS": "", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )

    found: dict[str, set[str]] = {}
    for verdict, name in re.findall(r"^(PASSED|FAILED|ERROR) \S*::(\w+)", run.stdout, re.MULTILINE):
        found.setdefault(name, set()).add(verdict)
    return found


@pytest.mark.parametrize(
    "name",
    [
        "test_window",
        "test_timer",
        "test_flash",
        "test_thread",
        "test_qt_thread",
        "test_log",
        "test_unheard",
        "test_network",
        "test_qt_warning",
        "test_python_warning",
    ],
)
def test_a_broken_rule_is_caught(verdicts: dict[str, set[str]], name: str) -> None:
    assert verdicts[name] & {"FAILED", "ERROR"}


@pytest.mark.parametrize("name", ["test_announced_log", "test_nothing_left", "test_end"])
def test_a_kept_rule_passes(verdicts: dict[str, set[str]], name: str) -> None:
    assert verdicts[name] == {"PASSED"}
