"""The two ways on Linux to keep a machine awake: the desktop's portal and the login service."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from jeepney import DBusAddress, new_method_call

from prt_desktop.desktop.bus import is_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from jeepney import Message

    from prt_desktop.desktop.bus import Bus

_PORTAL = "org.freedesktop.portal.Desktop"
_INHIBIT = DBusAddress("/org/freedesktop/portal/desktop", _PORTAL, "org.freedesktop.portal.Inhibit")
_SUSPEND = 4  # the flags are 1 log out, 2 switch user, 4 suspend, 8 idle (which blanks the screen)
_LOGIN = DBusAddress(
    "/org/freedesktop/login1", "org.freedesktop.login1", "org.freedesktop.login1.Manager"
)


class Hold(Protocol):
    """One way to keep the machine awake."""

    def ask(self, reason: str, answered: Callable[[bool], None]) -> None:
        """Ask for it; `answered` is told whether it is held, unless it was let go before."""

    def let_go(self) -> None:
        """Give back what is held; what is granted later is given back at once."""


class PortalHold:
    """Asks the desktop itself, which shows the reason; it works from inside a sandbox too."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._turn = _Turn(self._grant, self._give_back)

    def ask(self, reason: str, answered: Callable[[bool], None]) -> None:
        """Ask that suspending, and nothing else, is inhibited."""
        self._bus.open()
        body = ("", _SUSPEND, {"reason": ("s", reason)})
        call = new_method_call(_INHIBIT, "Inhibit", "sua{sv}", body)
        self._bus.call(call, self._turn.begin(answered))

    def let_go(self) -> None:
        """Close the request that holds."""
        self._turn.end()

    def _grant(self, answer: Message) -> str:
        return str(answer.body[0])

    def _give_back(self, path: str) -> None:
        request = DBusAddress(path, _PORTAL, "org.freedesktop.portal.Request")
        self._bus.send(new_method_call(request, "Close"))


class LoginHold:
    """Asks the login service; the machine stays awake while a file that it opened is open.

    `block` refuses to suspend; `delay` lets it wait for some seconds only, and is granted to all.
    """

    def __init__(self, bus: Bus, mode: str) -> None:
        self._bus = bus
        self._mode = mode
        self._turn = _Turn(self._grant, os.close)

    def ask(self, reason: str, answered: Callable[[bool], None]) -> None:
        """Ask that sleep is inhibited; idleness is not, so that the screen may go dark."""
        self._bus.open()
        body = ("sleep", "PRT Desktop", reason, self._mode)
        call = new_method_call(_LOGIN, "Inhibit", "ssss", body)
        self._bus.call(call, self._turn.begin(answered))

    def let_go(self) -> None:
        """Close the file that holds."""
        self._turn.end()

    def _grant(self, answer: Message) -> int:
        return int(answer.body[0].to_raw_fd())


class _Turn:
    """One asking after another: what an earlier one is granted late is given back."""

    def __init__(self, grant: Callable[[Any], Any], give_back: Callable[[Any], None]) -> None:
        self._grant = grant
        self._give_back = give_back
        self._number = 0
        self._held: Any = None

    def begin(self, answered: Callable[[bool], None]) -> Callable[[Message | None], None]:
        self.end()
        return partial(self._take, self._number, answered)

    def end(self) -> None:
        self._number += 1
        held, self._held = self._held, None
        if held is not None:
            self._give_back(held)

    def _take(self, number: int, answered: Callable[[bool], None], answer: Message | None) -> None:
        granted = self._grant(answer) if is_answer(answer) else None
        if number == self._number:
            self._held = granted
            answered(granted is not None)
        elif granted is not None:
            self._give_back(granted)
