"""Stand-ins for the desktop's portal and for the login service, as documented."""

from __future__ import annotations

import itertools
import os
from typing import TYPE_CHECKING, Any

from jeepney import FileDescriptor, HeaderFields, new_error, new_method_return

from tests.desktop.private_bus import StandIn

if TYPE_CHECKING:
    from jeepney import Message

PORTAL = "org.freedesktop.portal.Desktop"
LOGIN = "org.freedesktop.login1"
DENIED = "org.freedesktop.DBus.Error.AccessDenied"
UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"


def member_of(call: Message) -> tuple[str, str]:
    """Give the interface's last word and the method of a call."""
    fields = call.header.fields
    return fields[HeaderFields.interface].rpartition(".")[2], fields[HeaderFields.member]


class Portal:
    """Hands out request objects; what is not closed keeps the machine awake."""

    def __init__(self, address: str) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.requests: set[str] = set()
        self.answers = True
        self._numbers = itertools.count(1)
        self.service = StandIn(address, PORTAL, self._answer)

    def _answer(self, call: Message) -> Message | None:
        if member_of(call) == ("Inhibit", "Inhibit"):
            self.asked.append(call.body)
            if not self.answers:
                return None
            path = f"/org/freedesktop/portal/desktop/request/1_1/t{next(self._numbers)}"
            self.requests.add(path)
            return new_method_return(call, "o", (path,))
        if member_of(call) == ("Request", "Close"):
            self.requests.remove(call.header.fields[HeaderFields.path])
            return new_method_return(call)
        return new_error(call, UNKNOWN)


class LoginService:
    """Hands out files; what is open at the other end keeps the machine awake."""

    def __init__(self, address: str, *, refused: tuple[str, ...] = ()) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self._refused = refused
        self._given: list[FileDescriptor] = []
        self._own_end: list[int] = []
        self.service = StandIn(address, LOGIN, self._answer, self._close_given)

    def holds(self) -> int:
        """Count the files that somebody else has open."""
        return sum(_is_open_elsewhere(end) for end in self._own_end)

    def close(self) -> None:
        """Close our own ends."""
        for end in self._own_end:
            os.close(end)

    def _answer(self, call: Message) -> Message | None:
        if member_of(call) != ("Manager", "Inhibit"):
            return new_error(call, UNKNOWN)
        self.asked.append(call.body)
        if call.body[3] in self._refused:
            return new_error(call, DENIED)
        own_end, given = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        self._own_end.append(own_end)
        self._given.append(FileDescriptor(given))
        return new_method_return(call, "h", (self._given[-1],))

    def _close_given(self) -> None:
        while self._given:
            self._given.pop().close()


def _is_open_elsewhere(end: int) -> bool:
    try:
        return os.read(end, 1) != b""
    except BlockingIOError:
        return True
