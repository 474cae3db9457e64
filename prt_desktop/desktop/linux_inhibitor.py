"""A suspend inhibitor on Linux: the first way that the system grants."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.desktop.inhibitor_holds import Hold

PATIENCE_MS = 3_000
_LOG = logging.getLogger(__name__)


class LinuxInhibitor(QObject):
    """Asks one way after the other; one that does not answer in time counts as refused."""

    def __init__(
        self, holds: Sequence[Hold], parent: QObject | None = None, patience_ms: int = PATIENCE_MS
    ) -> None:
        super().__init__(parent)
        self._holds = holds
        self._index = 0
        self._reason: str | None = None
        self._told = False
        self._patience = QTimer(self, interval=patience_ms, singleShot=True)
        self._patience.timeout.connect(self._go_on)

    def inhibit(self, reason: str) -> None:
        """Ask the first way, unless it is asked for already."""
        if self._reason is None:
            self._reason = reason
            self._ask(0)

    def release(self) -> None:
        """Let go of every way."""
        self._reason = None
        self._patience.stop()
        for hold in self._holds:
            hold.let_go()

    def _ask(self, index: int) -> None:
        self._index = index
        if self._reason is None:
            return
        if index < len(self._holds):
            self._patience.start()
            self._holds[index].ask(self._reason, partial(self._take, index))
        elif not self._told:
            self._told = True
            _LOG.info("the machine cannot be kept from suspending")

    def _take(self, index: int, held: bool) -> None:
        if index != self._index:
            return
        self._patience.stop()
        if not held:
            self._ask(index + 1)

    @Slot()
    def _go_on(self) -> None:
        self._holds[self._index].let_go()
        self._ask(self._index + 1)
