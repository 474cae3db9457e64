"""Whether the connection to the PulseAudio server still stands, on Linux.

When the server dies, Qt 6.11 lets go of its connection, and the next play, seek, pause or stop
with an output attached makes the sound library abort the whole process. The library closes its
socket at once, so a look at our own open files tells in time.
"""

from __future__ import annotations

import os
import socket
import sys

_OPEN_FILES = "/proc/self/fd"


class ServerConnection:
    """Remembers the sockets that lead to the sound server, as they are when it is made."""

    def __init__(self) -> None:
        self._links = _links_to_server()

    def is_lost(self) -> bool:
        """Say whether a remembered socket is gone; never so where there was none."""
        return any(_link(number) != link for number, link in self._links.items())


def _links_to_server() -> dict[str, str]:
    if not sys.platform.startswith("linux"):
        return {}
    links = {number: _link(number) for number in os.listdir(_OPEN_FILES)}  # noqa: PTH208 - names
    return {
        number: link
        for number, link in links.items()
        if link.startswith("socket:") and "pulse" in _peer(int(number))
    }


def _link(number: str) -> str:
    try:
        return os.readlink(f"{_OPEN_FILES}/{number}")  # noqa: PTH115 - not a path to a file
    except OSError:
        return ""


def _peer(number: int) -> str:
    """Name the local address a socket leads to, or nothing when it leads elsewhere."""
    try:
        with socket.socket(fileno=os.dup(number)) as twin:
            return str(twin.getpeername()) if twin.family == socket.AF_UNIX else ""
    except OSError:
        return ""
