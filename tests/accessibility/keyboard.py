"""A keyboard: keys that are pressed on the screen as hands press them, and counted."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.accessibility.desktop import Desktop

MISSING = "the program xdotool is not installed (Debian: xdotool)"
BETWEEN_MS = "60"
WITHIN_S = 20


def is_installed() -> bool:
    """Say whether keys can be pressed here."""
    return shutil.which("xdotool") is not None


class Keyboard:
    """Presses keys in the one window on a desktop; `presses` counts them."""

    def __init__(self, desktop: Desktop) -> None:
        self.presses = 0
        self._environment = desktop.environment

    def take_window(self) -> None:
        """Give the window the keys, as a desktop does with a window that opens."""
        self._run("search", "--sync", "--onlyvisible", "--name", "PRT Desktop", "windowfocus")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by their names in X."""
        self.presses += len(keys)
        self._run("key", "--delay", BETWEEN_MS, *keys)

    def _run(self, *words: str) -> None:
        subprocess.run(
            ["xdotool", *words],
            env=self._environment,
            check=True,
            timeout=WITHIN_S,
            capture_output=True,
        )
