"""Takes what was copied from here off the clipboard a minute later, if it is still ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT_MS = 60_000


class ClipboardGuard(QObject):
    """Watches the clipboard while it is on; what others copied is never read nor cleared.

    A program that keeps a history of the clipboard may have its own copy: that is out of reach.
    """

    def __init__(self, parent: QObject, owns: Callable[[], bool] | None = None) -> None:
        """Take `owns`, which says whether what lies there is ours, where the system cannot."""
        super().__init__(parent)
        self._on = False
        self._clipboard = QGuiApplication.clipboard()
        self._owns = owns or self._clipboard.ownsClipboard
        self._timer = QTimer(self, singleShot=True, interval=KEPT_MS)
        self._timer.timeout.connect(self._clear)
        self._clipboard.dataChanged.connect(self._follow)

    def set_on(self, *, on: bool) -> None:
        """Begin to clear what is copied from now on, or leave it; what was copied goes in time."""
        self._on = on

    @property
    def is_waiting(self) -> bool:
        """Say whether something copied here is to be cleared."""
        return self._timer.isActive()

    @Slot()
    def clear_now(self) -> None:
        """Clear without waiting, as the program is about to end."""
        if self.is_waiting:
            self._clear()

    @Slot()
    def _clear(self) -> None:
        self._timer.stop()
        if self._owns():
            self._clipboard.clear()

    @Slot()
    def _follow(self) -> None:
        if self._on and self._owns() and self._clipboard.text():
            self._timer.start()
        else:
            self._timer.stop()
