"""A real notification service shows the word on a screen, and a press on it opens."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from prt_desktop.desktop.bus import Bus
from prt_desktop.desktop.bus_notifications import NAME, BusNotifications
from tests.desktop.notifications_contract import WORD
from tests.desktop.private_bus import PATIENCE_MS, Client

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.desktop.private_bus import PrivateBus

MISSING = [name for name in ("Xvfb", "dunst", "xdotool") if shutil.which(name) is None]
pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]
# A press on the word does what its service calls the default action.
RULES = "[global]\n    mouse_left_click = do_action, close_current\n    font = DejaVu Sans 12\n"
PICTURE = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
taken = application.primaryScreen().grabWindow(0)
sys.exit(0 if taken.save(sys.argv[1]) else 1)
"""


class Screen:
    """A screen of its own with a notification service on it."""

    def __init__(self, address: str, folder: Path) -> None:
        self._folder = folder
        reading, writing = os.pipe()
        self._programs = [
            subprocess.Popen(
                ["Xvfb", "-displayfd", str(writing), "-screen", "0", "800x300x24"],
                pass_fds=[writing],
                stderr=subprocess.DEVNULL,
            )
        ]
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        self._surroundings = {
            **os.environ,
            "DISPLAY": f":{number}",
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_QPA_PLATFORM": "xcb",
        }
        rules = folder / "dunstrc"
        rules.write_text(RULES, "utf-8")
        self._programs.append(
            subprocess.Popen(
                ["dunst", "-config", str(rules)],
                env=self._surroundings,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )

    def run(self, *command: str) -> str:
        """Run a program on the screen and give its answer, "" where it fails."""
        done = subprocess.run(
            command, env=self._surroundings, capture_output=True, text=True, check=False
        )
        return done.stdout if done.returncode == 0 else ""

    def windows(self) -> list[str]:
        """Give the windows of the service that are to be seen."""
        return self.run("xdotool", "search", "--onlyvisible", "--class", "dunst").split()

    def picture(self, file: Path) -> None:
        """Take a picture of the screen."""
        self.run(sys.executable, "-c", PICTURE, str(file))

    def press(self) -> None:
        """Press the word with the mouse."""
        where = self.run("xdotool", "getwindowgeometry", "--shell", self.windows()[0])
        told = dict(line.split("=", 1) for line in where.splitlines())
        middle = [int(told["X"]) + int(told["WIDTH"]) // 2, int(told["Y"]) + 20]
        self.run("xdotool", "mousemove", *map(str, middle), "click", "1")

    def close(self) -> None:
        """End the service and the screen."""
        for program in reversed(self._programs):
            program.terminate()
            program.wait()


@pytest.fixture
def screen(mortal_daemon: PrivateBus, qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Screen, str]]:
    screen = Screen(mortal_daemon.address, tmp_path)
    with Client(mortal_daemon.address, qtbot) as client:
        qtbot.waitUntil(lambda: client.sees(NAME), timeout=PATIENCE_MS)
    yield screen, mortal_daemon.address
    screen.close()


@pytest.fixture
def shown(
    screen: tuple[Screen, str], qtbot: QtBot
) -> Iterator[tuple[BusNotifications, Callable[[], list[str]]]]:
    """Show the word, and wait until its window is there."""
    there, address = screen
    bus = Bus(address)
    notifications = BusNotifications(bus)
    answers: list[bool] = []
    notifications.show(WORD, answers.append)
    qtbot.waitUntil(lambda: answers == [True], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: there.windows() != [], timeout=PATIENCE_MS)
    yield notifications, there.windows
    bus.close()


def test_a_press_on_the_word_opens_and_takes_it_away(
    screen: tuple[Screen, str],
    shown: tuple[BusNotifications, Callable[[], list[str]]],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    notifications, windows = shown
    opened: list[str] = []
    notifications.listen(lambda: opened.append("opened"))
    screen[0].picture(tmp_path / "shown.png")

    screen[0].press()

    qtbot.waitUntil(lambda: opened == ["opened"], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: windows() == [], timeout=PATIENCE_MS)
    assert (tmp_path / "shown.png").stat().st_size > 0


def test_what_is_withdrawn_leaves_the_screen(
    shown: tuple[BusNotifications, Callable[[], list[str]]], qtbot: QtBot
) -> None:
    notifications, windows = shown

    notifications.withdraw()

    qtbot.waitUntil(lambda: windows() == [], timeout=PATIENCE_MS)
