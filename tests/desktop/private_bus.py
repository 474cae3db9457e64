"""A message bus of one's own, another program on it, and a service that stands in for one."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from jeepney import DBusAddress, MatchRule, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

if TYPE_CHECKING:
    from collections.abc import Callable

    from jeepney import Message
    from pytestqt.qtbot import QtBot

MISSING = "the program dbus-daemon is not installed (Debian: dbus)"
PATIENCE_MS = 8_000
PATIENCE_S = PATIENCE_MS / 1_000
TURN_S = 0.02

# Nothing of the machine's own: no service that could be started, and everything allowed.
SETTING = """<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow receive_sender="*"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def is_installed() -> bool:
    """Say whether a bus can be started here."""
    return shutil.which("dbus-daemon") is not None


class PrivateBus:
    """A bus that nobody else is on; it answers once the block is entered."""

    def __init__(self) -> None:
        # Under /tmp by name: the path of a socket may be 107 bytes long.
        self._folder = Path(tempfile.mkdtemp(prefix="prt-bus-", dir="/tmp"))
        self.address = f"unix:path={self._folder}/bus"
        self._daemon: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start the bus, at the same address each time."""
        setting = self._folder / "bus.conf"
        setting.write_text(SETTING.format(folder=self._folder), "utf-8")
        command = ["dbus-daemon", f"--config-file={setting}", "--nofork", "--nopidfile"]
        self._daemon = subprocess.Popen(
            [*command, "--print-address"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._daemon.stdout is not None
        assert self._daemon.stdout.readline().startswith(b"unix:")

    def kill(self) -> None:
        """End the bus at once, as a crash does."""
        if self._daemon is not None:
            self._daemon.kill()
            self._daemon.wait()
            assert self._daemon.stdout is not None
            self._daemon.stdout.close()
            self._daemon = None


class Client:
    """Another program on the bus, with jeepney's own waiting connection in a thread."""

    def __init__(self, address: str, qtbot: QtBot) -> None:
        self._connection = open_dbus_connection(address)
        self._worker = ThreadPoolExecutor(1)
        self._qtbot = qtbot
        self._signals: deque[Message] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._worker.shutdown()
        self._connection.close()

    def ask(
        self, to: DBusAddress, member: str, signature: str | None, body: tuple[Any, ...]
    ) -> Message:
        """Ask another program, which may live in the loop of this test, and give its answer."""
        call = new_method_call(to, member, signature, body)
        future = self._worker.submit(self._send, call)
        self._qtbot.waitUntil(future.done, timeout=PATIENCE_MS)
        return future.result()

    def sees(self, name: str) -> bool:
        """Say whether somebody has a name on the bus."""
        return bool(self._send(message_bus.NameHasOwner(name)).body[0])

    def listen(self, path: str) -> None:
        """Keep the signals of an object from now on."""
        rule = MatchRule(type="signal", path=path)
        self._send(message_bus.AddMatch(rule))
        self._connection.filter(rule, queue=self._signals)

    def heard(self) -> list[Message]:
        """Give the signals that came so far."""
        self._send(message_bus.GetId())
        return list(self._signals)

    def take(self, name: str) -> None:
        """Take a name."""
        self._send(message_bus.RequestName(name))

    def _send(self, call: Message) -> Message:
        return self._connection.send_and_get_reply(call, timeout=PATIENCE_S)


class StandIn:
    """A service under a name: what it is asked is kept, and answered in a thread of its own."""

    def __init__(
        self,
        address: str,
        name: str,
        answer: Callable[[Message], Message | None],
        sent: Callable[[], None] = lambda: None,
    ) -> None:
        self._connection = open_dbus_connection(address, enable_fds=True)
        self._answer = answer
        self._sent = sent
        self._stopped = threading.Event()
        request = message_bus.RequestName(name)
        self._connection.send_and_get_reply(request, timeout=PATIENCE_S)
        self._thread = threading.Thread(target=self._serve, name=name)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._stopped.set()
        self._thread.join()
        self._connection.close()

    def send(self, signal: Message) -> None:
        """Send a signal to everybody on the bus."""
        self._connection.send(signal)

    def _serve(self) -> None:
        while not self._stopped.is_set():
            try:
                message = self._connection.receive(timeout=TURN_S)
            except TimeoutError:
                continue
            except ConnectionResetError:
                return
            if message.header.message_type is MessageType.method_call:
                answer = self._answer(message)
                if answer is not None:
                    self._connection.send(answer)
                self._sent()
