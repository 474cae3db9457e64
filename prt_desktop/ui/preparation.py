"""What a window does in idle time until it has nothing left to prepare."""

from __future__ import annotations

import contextlib
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from prt_desktop.ui.cover import Cover
    from prt_desktop.ui.rooms import Rooms


class Preparation(QObject):
    """Reads in parts, fills the place in front, then builds the other panes, one at a time.

    Signals: `filled` when the first place shows all it has; `ready` when nothing is left.
    """

    filled = Signal()
    ready = Signal()

    def __init__(
        self, rooms: Rooms, cover: Cover, reading: Sequence[Callable[[], object]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self._cover = cover
        self._first = deque((*reading, self._fill))
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._go_on)

    @property
    def is_reading(self) -> bool:
        """Say whether the first place still waits for what is read."""
        return bool(self._first)

    def begin(self) -> None:
        """Begin, or go on, in idle time."""
        self._idle.start()

    def read_nothing(self) -> None:
        """Leave out what is read and filled, under a lock."""
        self._first.clear()

    @contextlib.contextmanager
    def put_off(self) -> Iterator[None]:
        """Prepare nothing meanwhile, such as while a question is asked about the journal."""
        was_idle = self._idle.isActive()
        self._idle.stop()
        try:
            yield
        finally:
            if was_idle:
                self._idle.start()

    @Slot()
    def _go_on(self) -> None:
        # Stopped meanwhile, so that a pane that cannot be built is not tried for ever.
        self._idle.stop()
        if self._first:
            step = self._first.popleft()
            try:
                step()
            finally:
                self._idle.start()
        elif self._rooms.build_next():
            self._idle.start()
        else:
            self._cover.crisis_card()
            self.ready.emit()

    def _fill(self) -> None:
        try:
            self._rooms.fill_front()
        finally:
            self.filled.emit()
