"""A bus that is none, that hangs or goes mad never holds up the window nor troubles anybody."""

from __future__ import annotations

import fcntl
import logging
import os
import socket
import termios
import time
from typing import TYPE_CHECKING

import pytest
from jeepney.bus_messages import message_bus

from prt_desktop.desktop.bus import Bus, is_answer, session_address, system_address
from tests.desktop.private_bus import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jeepney import Message
    from pytestqt.qtbot import QtBot

    from tests.desktop.private_bus import PrivateBus

LONGEST_WAIT_S = 0.2
PATIENCE_S = PATIENCE_MS / 1_000


class HangingBus:
    """A socket that lets everybody in and says only what it is told to say."""

    def __init__(self, path: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(PATIENCE_S)
        self._socket.bind(str(path))
        self._socket.listen()
        self._inside: list[socket.socket] = []
        self._heard = b""

    def say(self, said: bytes) -> None:
        """Let somebody in, hear them out, and speak."""
        if not self._inside:
            self._inside.append(self._socket.accept()[0])
        self._inside[0].sendall(said)

    def hand_over(self, file: int, said: bytes) -> None:
        """Speak, and give an open file along."""
        socket.send_fds(self._inside[0], [said], [file])

    def is_heard_out(self) -> bool:
        """Say whether everything that was said was read at the other end."""
        waiting = bytearray(4)
        fcntl.ioctl(self._inside[0], termios.TIOCOUTQ, waiting)
        return not any(waiting)

    def heard(self, word: bytes) -> bool:
        """Say whether a word was heard by now."""
        self._inside[0].setblocking(False)
        try:
            self._heard += self._inside[0].recv(65_536)
        except BlockingIOError:
            return word in self._heard
        return word in self._heard

    def close(self) -> None:
        for one in (self._socket, *self._inside):
            one.close()


@pytest.fixture
def hanging(tmp_path: Path) -> Iterator[HangingBus]:
    bus = HangingBus(tmp_path / "bus")
    yield bus
    bus.close()


@pytest.fixture
def bus(hanging: HangingBus, tmp_path: Path, qtbot: QtBot) -> Iterator[Bus]:
    assert hanging
    assert qtbot
    bus = Bus(f"unix:path={tmp_path}/bus")
    yield bus
    bus.close()


def test_a_call_is_answered_by_the_bus(daemon: PrivateBus, qtbot: QtBot) -> None:
    answers: list[Message | None] = []
    bus = Bus(daemon.address)
    assert bus.open()

    bus.call(message_bus.GetId(), answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    bus.close()

    assert [is_answer(answer) for answer in answers] == [True]


def test_a_call_on_a_closed_bus_is_answered_by_nothing(daemon: PrivateBus, qtbot: QtBot) -> None:
    assert qtbot
    answers: list[Message | None] = []
    bus = Bus(daemon.address)

    bus.call(message_bus.GetId(), answers.append)

    assert answers == [None]
    assert not bus.is_open


def test_much_is_sent_whole(daemon: PrivateBus, qtbot: QtBot) -> None:
    answers: list[Message | None] = []
    bus = Bus(daemon.address)
    bus.open()
    rule = f"type='signal',arg0='{'x' * 900}'"

    for _ in range(400):
        bus.call(message_bus.AddMatch(rule), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 400, timeout=PATIENCE_MS)
    bus.close()

    assert all(is_answer(answer) for answer in answers)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nonsense",
        "unix:",
        "unix:tmpdir=/tmp",
        "tcp:host=192.0.2.1,port=1",
        "unix:path=/nowhere/bus",
        f"unix:path=/{'x' * 200}",
    ],
)
def test_what_is_no_bus_is_not_opened(
    address: str, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    assert qtbot
    caplog.set_level(logging.INFO)
    bus = Bus(address)

    opened = (bus.open(), bus.open())

    assert opened == (False, False)
    assert len(caplog.messages) == 1
    assert caplog.messages[0].startswith("there is no message bus")


def test_a_bus_that_never_speaks_holds_nobody_up(
    bus: Bus, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    answers: list[Message | None] = []
    began_s = time.monotonic()

    opened = bus.open()
    bus.call(message_bus.GetId(), answers.append)
    bus.close()
    took_s = time.monotonic() - began_s

    assert opened
    assert took_s < LONGEST_WAIT_S
    assert answers == []
    assert caplog.messages == []


@pytest.mark.parametrize(
    "said",
    [
        (b"REJECTED EXTERNAL\r\n",),
        (b"\x00\xff nonsense\r\n",),
        (b"x" * 10_000,),
        (b"OK 1234\r\n", b"\x00" * 64),
        (b"OK 1234\r\n", b"l\x02\x01\x01" + b"\xff" * 60),
    ],
    ids=["refuses", "mumbles", "rambles", "sends nothings", "sends nonsense"],
)
def test_a_bus_that_is_none_is_left(
    bus: Bus,
    hanging: HangingBus,
    said: tuple[bytes, ...],
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    answers: list[Message | None] = []
    bus.open()
    bus.call(message_bus.GetId(), answers.append)

    with qtbot.waitSignal(bus.lost, timeout=PATIENCE_MS):
        hanging.say(said[0])
        if len(said) > 1:
            qtbot.waitUntil(lambda: hanging.heard(b"BEGIN"), timeout=PATIENCE_MS)
            hanging.say(said[1])

    assert answers == [None]
    assert not bus.is_open
    assert len(caplog.messages) == 1


def test_files_of_half_a_message_are_closed_with_the_bus(
    hanging: HangingBus, tmp_path: Path, qtbot: QtBot
) -> None:
    bus = Bus(f"unix:path={tmp_path}/bus", takes_files=True)
    bus.open()
    hanging.say(b"OK 1234\r\n")
    qtbot.waitUntil(lambda: hanging.heard(b"NEGOTIATE_UNIX_FD"), timeout=PATIENCE_MS)
    hanging.say(b"AGREE_UNIX_FD\r\n")
    qtbot.waitUntil(lambda: hanging.heard(b"BEGIN"), timeout=PATIENCE_MS)
    own_end, given = os.pipe2(os.O_NONBLOCK)
    hanging.hand_over(given, b"l\x02\x01\x01" + b"\x00" * 8)
    os.close(given)
    with pytest.raises(BlockingIOError):
        os.read(own_end, 1)
    qtbot.waitUntil(hanging.is_heard_out, timeout=PATIENCE_MS)

    bus.close()

    assert os.read(own_end, 1) == b""
    os.close(own_end)


def test_addresses_are_those_that_the_session_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/a")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/b")

    addresses = (session_address(), system_address())

    assert addresses == ("unix:path=/a", "unix:path=/b")


def test_addresses_fall_back_to_where_buses_usually_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("DBUS_SYSTEM_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1")

    addresses = (session_address(), system_address())

    assert addresses == ("unix:path=/run/user/1/bus", "unix:path=/run/dbus/system_bus_socket")
