"""One window for one folder: a second start brings the first window to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal, Slot

from prt_desktop.storage.atomic import make_private_folder

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer

_ANSWER_WAIT_MS = 1_000


class SingleInstance(QObject):
    """Holds the folder's window lock, and listens on a local socket for a second start.

    Signals: `front_requested` when a second start asks for this window.
    """

    front_requested = Signal()

    def __init__(self, folder: Path) -> None:
        """Prepare the lock; raises StorageError when the folder cannot be made."""
        super().__init__()
        make_private_folder(folder)
        self._path = folder / "window.lock"
        self._lock = QLockFile(str(self._path))
        self._lock.setStaleLockTime(0)
        self._name = f"prt-desktop-{_digest(folder.resolve())}"
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Say whether no other window holds the folder, as far as a look can tell.

        Taking the lock costs 20 ms, so without a lock file it is left for `hold`.
        """
        return not self._path.exists() or self._lock.tryLock(0)

    def hold(self) -> bool:
        """Take the lock, after the first paint, and say whether this is the only window."""
        return self._lock.isLocked() or self._lock.tryLock(0)

    def call_first(self) -> bool:
        """Ask the window that holds the lock to come to the front; say whether it answered."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only a second start needs it

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        return socket.waitForConnected(_ANSWER_WAIT_MS)

    def listen(self) -> None:
        """Begin to listen for second starts; called after the first paint."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_call)
        self._server.listen(self._name)

    def release(self) -> None:
        """Give the lock back and stop listening."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    @Slot()
    def _on_call(self) -> None:
        if self._server is not None:
            self._server.nextPendingConnection().deleteLater()
            self.front_requested.emit()


def _digest(folder: Path) -> str:
    """Name a folder in 24 digits: the name of a local socket is short."""
    algorithm = QCryptographicHash.Algorithm.Sha256
    digest = QCryptographicHash.hash(bytes(folder), algorithm).toHex()
    return bytes(digest.data()).decode("ascii")[:24]
