"""A desktop for one window: a screen, a bus with the accessibility service, and a reader."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from benchmarks.screen import Screen
from tests.accessibility.node import Node

if TYPE_CHECKING:
    from collections.abc import Mapping

CHECKOUT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("reader.py")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE_S = 30.0
ENDS_WITHIN_S = 10.0
KEEPS_THE_BUS = "echo $DBUS_SESSION_BUS_ADDRESS; read -r _"


def missing() -> str:
    """Say what a window cannot be read without here, or nothing when all is there."""
    programs = {"Xvfb": "xvfb", "dbus-run-session": "dbus-daemon", SYSTEM_PYTHON: "python3"}
    lacking = [package for program, package in programs.items() if not shutil.which(program)]
    if not any(Path(one).exists() for one in LAUNCHERS):
        lacking.append("at-spi2-core")
    if not lacking and not _reads():
        lacking += ["gir1.2-atspi-2.0", "python3-gi"]
    return f"no screen reader can run here (Debian: {' '.join(lacking)})" if lacking else ""


def _reads() -> bool:
    code = "import gi; gi.require_version('Atspi', '2.0')"
    return (
        subprocess.run([SYSTEM_PYTHON, "-c", code], check=False, capture_output=True).returncode
        == 0
    )


class Answer(msgspec.Struct):
    """One line of the reader."""

    node: Node | None = None
    said: list[str] = []


class Desktop:
    """The screen and the bus, each of one's own; `environment` is that of a program on them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._screen = Screen()
        self._folder = tempfile.mkdtemp(prefix="prt-desk-", dir="/tmp")
        at = {"XDG_RUNTIME_DIR": self._folder, **environment}
        self.environment = {
            **os.environ,
            **at,
            "DISPLAY": self._screen.display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self._bus = subprocess.Popen(
            ["dbus-run-session", "--", "sh", "-c", KEEPS_THE_BUS],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._bus.stdout is not None
        address = self._bus.stdout.readline().decode().strip()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._bus.communicate(timeout=ENDS_WITHIN_S)
        self._screen.__exit__()
        shutil.rmtree(self._folder, ignore_errors=True)


class Reading:
    """A program in a window of its own, and the screen reader that reads it."""

    def __init__(self, desktop: Desktop, data: Path, assets: Path) -> None:
        self._errors = tempfile.NamedTemporaryFile(prefix="prt-read-")  # noqa: SIM115 - until end
        words = [str(data), str(assets)]
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.accessibility.program", *words],
            env=desktop.environment,
            cwd=CHECKOUT,
            stderr=self._errors,
        )
        self._reader = subprocess.Popen(
            [SYSTEM_PYTHON, str(READER)],
            env=desktop.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )
        self._next()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        for process in (self._reader, self._program):
            process.terminate()
            process.communicate(timeout=ENDS_WITHIN_S)
        self._errors.close()

    @property
    def is_alive(self) -> bool:
        """Whether the program still runs."""
        return self._program.poll() is None

    @property
    def log(self) -> str:
        """What the program and the reader wrote to stderr."""
        return Path(self._errors.name).read_text(errors="replace")

    def tree(self) -> Node:
        """Give all that is showing."""
        node = self._ask("tree").node
        assert node is not None, f"nothing can be read\n{self.log}"
        return node

    def find(self, name: str, role: str | None = None, within_s: float = PATIENCE_S) -> Node:
        """Wait until something shows whose name begins so."""
        return self._found("find", name, role, within_s=within_s)

    def find_described(self, name: str, like: str = "", unlike: str = "") -> Node:
        """Wait until something has a description, `like` this and other than `unlike`."""
        found = self._ask("find", name=name, like=like, unlike=unlike, within_s=PATIENCE_S).node
        assert found is not None, f"{name!r} is not described so: {self.tree().named(name)}"
        return found

    def press(self, name: str, role: str | None = None) -> Node:
        """Press something as soon as it shows."""
        return self._found("press", name, role, within_s=PATIENCE_S)

    def focus(self, name: str, role: str | None = None) -> Node:
        """Put the focus on something as soon as it shows."""
        return self._found("focus", name, role, within_s=PATIENCE_S)

    def set_value(self, name: str, value: float) -> Node:
        """Set a slider as soon as it shows."""
        return self._found("set", name, "slider", within_s=PATIENCE_S, value=value)

    def announced(self) -> list[str]:
        """Give what was said so far without being asked for."""
        return self._ask("announced").said

    def _found(self, ask: str, name: str, role: str | None, **more: float) -> Node:
        wanted: dict[str, object] = {"name": name, **more}
        if role is not None:
            wanted["role"] = role
        node = self._ask(ask, **wanted).node
        assert node is not None, f"{name!r} does not show: {self.tree().listed()}\n{self.log}"
        return node

    def _ask(self, ask: str, **more: object) -> Answer:
        assert self._reader.stdin is not None
        self._reader.stdin.write(json.dumps({"ask": ask, **more}).encode() + b"\n")
        self._reader.stdin.flush()
        return self._next()

    def _next(self) -> Answer:
        assert self._reader.stdout is not None
        line = self._reader.stdout.readline()
        assert line, f"the reader ended\n{self.log}"
        return msgspec.json.decode(line, type=Answer)
