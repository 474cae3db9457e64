"""A connection to a message bus (D-Bus) that is served by Qt's loop: nothing here waits."""

from __future__ import annotations

import logging
import os
import socket
import struct
from typing import TYPE_CHECKING

from jeepney import FileDescriptor, HeaderFields, MessageFlag, MessageType, Parser
from jeepney.auth import BEGIN, Authenticator
from jeepney.bus import get_connectable_addresses
from jeepney.bus_messages import message_bus
from jeepney.fds import fds_buf_size
from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from jeepney import Message

SYSTEM_ADDRESS = "unix:path=/run/dbus/system_bus_socket"
_LINE_BYTES = 4_096
_LARGEST_BYTES = 2**27  # the longest message that the protocol allows
# What a bus that is none, or one that went mad, makes of our reading.
_UNREADABLE = (ValueError, LookupError, struct.error)
_LOG = logging.getLogger(__name__)


def session_address() -> str:
    """Give the address of the bus of this person's session."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "/nowhere")
    return os.environ.get("DBUS_SESSION_BUS_ADDRESS") or f"unix:path={runtime}/bus"


def system_address() -> str:
    """Give the address of the machine's own bus."""
    return os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or SYSTEM_ADDRESS


class Bus(QObject):
    """Sends messages to a bus on this machine and hands on what it answers.

    What is sent before the bus let us in waits its turn. With `takes_files` an answer may bring
    open files. Signals: `lost` once the bus is gone, after every open call was answered by None.
    """

    lost = Signal()

    def __init__(
        self, address: str, parent: QObject | None = None, *, takes_files: bool = False
    ) -> None:
        super().__init__(parent)
        self._address = address
        self._takes_files = takes_files
        self._socket: socket.socket | None = None
        self._notifiers: tuple[QSocketNotifier, QSocketNotifier] | None = None
        self._serve: Callable[[Message], None] | None = None
        self._listen: Callable[[Message], None] | None = None
        self._told = False
        self._begin_anew()

    @property
    def is_open(self) -> bool:
        """Whether a connection was begun and is not lost."""
        return self._socket is not None

    def open(self) -> bool:
        """Begin to connect unless connected, and say whether there is a bus at all."""
        if self._socket is not None:
            return True
        try:
            self._socket = self._connect()
        except (OSError, ValueError, RuntimeError) as error:
            self._tell(f"there is no message bus: {type(error).__name__}")
            return False
        self._begin_anew()
        self._notifiers = self._watch(self._socket.fileno())
        self._outgoing += b"\0" + (self._entry.data_to_send() or b"")
        self.call(message_bus.Hello(), _take_nothing)
        self._flush()
        return True

    def call(self, message: Message, answered: Callable[[Message | None], None]) -> None:
        """Send a call; `answered` gets the answer, an error too, or None when there is no bus."""
        if self._socket is None:
            answered(None)
            return
        self._open_calls[self._serial + 1] = answered
        self.send(message)

    def send(self, message: Message) -> None:
        """Send what is not answered: a signal, or the answer to a call."""
        if self._socket is None:
            return
        self._serial += 1
        self._waiting += message.serialise(serial=self._serial)
        if self._entry.authenticated:
            self._flush()

    def serve(self, handler: Callable[[Message], None] | None) -> None:
        """Hand the calls of others to `handler` from now on."""
        self._serve = handler

    def listen(self, handler: Callable[[Message], None] | None) -> None:
        """Hand the signals of others to `handler` from now on; which come, the bus is asked for."""
        self._listen = handler

    def close(self) -> None:
        """Leave the bus; open calls are not answered any more."""
        if self._notifiers is not None:
            for notifier in self._notifiers:
                notifier.setEnabled(False)
                notifier.deleteLater()
        if self._socket is not None:
            self._socket.close()
        for file in self._parser.fds:  # of a message that had come in half
            file.close()
        self._notifiers = self._socket = None
        self._begin_anew()

    @Slot()
    def _read(self) -> None:
        message = None
        try:
            message = self._receive()
        except BlockingIOError:
            return
        except OSError as error:
            self._lose(type(error).__name__)
        except _UNREADABLE as error:
            self._lose(f"it could not be understood: {type(error).__name__}")
        if message is not None:
            self._hand_on(message)

    @Slot()
    def _flush(self) -> None:
        if self._socket is None or self._notifiers is None:
            return
        if self._entry.authenticated:
            self._outgoing += self._waiting
            self._waiting.clear()
        try:
            while self._outgoing:
                del self._outgoing[: self._socket.send(self._outgoing)]
        except BlockingIOError:
            pass
        except OSError as error:
            self._lose(type(error).__name__)
            return
        self._notifiers[1].setEnabled(bool(self._outgoing))

    def _begin_anew(self) -> None:
        self._entry = Authenticator(enable_fds=self._takes_files, inc_null_byte=False)
        self._parser = Parser()
        self._outgoing, self._waiting = bytearray(), bytearray()
        self._serial = 0
        self._open_calls: dict[int, Callable[[Message | None], None]] = {}

    def _connect(self) -> socket.socket:
        path = next(get_connectable_addresses(self._address))
        connection = socket.socket(socket.AF_UNIX)
        connection.setblocking(False)
        try:
            connection.connect(path)
        except OSError:
            connection.close()
            raise
        return connection

    def _watch(self, handle: int) -> tuple[QSocketNotifier, QSocketNotifier]:
        reading = QSocketNotifier(handle, QSocketNotifier.Type.Read, self)
        writing = QSocketNotifier(handle, QSocketNotifier.Type.Write, self)
        reading.activated.connect(self._read)
        writing.activated.connect(self._flush)
        return reading, writing

    def _receive(self) -> Message | None:
        """Take in what has come, and give the message that it completes."""
        if self._socket is None:
            return None
        # Never beyond the next message: its files come with it.
        inside = self._entry.authenticated
        size = self._parser.bytes_desired() if inside else _LINE_BYTES
        if size > _LARGEST_BYTES:
            raise ValueError
        flags = socket.MSG_CMSG_CLOEXEC
        data, extra, *_ = self._socket.recvmsg(size, fds_buf_size(), flags)
        if not data:
            raise ConnectionResetError
        if not inside:
            self._enter(data)
            return None
        self._parser.add_data(data, fds=FileDescriptor.from_ancdata(extra))
        return self._parser.get_next_message()

    def _enter(self, data: bytes) -> None:
        self._entry.feed(data)
        self._outgoing += BEGIN if self._entry.authenticated else self._entry.data_to_send()
        self._flush()

    def _hand_on(self, message: Message) -> None:
        if message.header.message_type is MessageType.method_call:
            if self._serve is not None:
                self._serve(message)
            return
        if message.header.message_type is MessageType.signal:
            if self._listen is not None:
                self._listen(message)
            return
        answered = self._open_calls.pop(message.header.fields.get(HeaderFields.reply_serial), None)
        if answered is not None:
            answered(message)

    def _lose(self, why: str) -> None:
        self._tell(f"the message bus is gone: {why}")
        unanswered = list(self._open_calls.values())
        self.close()
        for answered in unanswered:
            answered(None)
        self.lost.emit()

    def _tell(self, what: str) -> None:
        """Log once: without a bus the desktop's part is missing, and nothing else."""
        if not self._told:
            self._told = True
            _LOG.info(what)


def is_answer(message: Message | None) -> bool:
    """Say whether a call was answered as hoped, not by an error or by nothing."""
    return message is not None and message.header.message_type is MessageType.method_return


def wants_answer(message: Message) -> bool:
    """Say whether the sender of a call waits for an answer."""
    return MessageFlag.no_reply_expected not in message.header.flags


def _take_nothing(message: Message | None) -> None:
    """Take an answer that says nothing new."""
