"""A screen of one's own: an Xvfb that is started for a benchmark or a test and ends with it."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import Self

MISSING = "the program Xvfb is not installed (Debian: xvfb)"


def is_installed() -> bool:
    """Say whether a screen can be started here."""
    return shutil.which("Xvfb") is not None


class Screen:
    """An X server without a monitor; it names its display when it is ready."""

    def __init__(self) -> None:
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
            pass_fds=(writing,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with open(reading, encoding="ascii") as answer:  # noqa: PTH123 - a pipe
            self.display = f":{answer.readline().strip()}"

    def __enter__(self) -> Self:
        """Give the screen, which is there already."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """End the screen and whatever still stands on it."""
        self._server.terminate()
        self._server.wait(10)
