"""A suspend inhibitor on Windows: the thread says that the system is needed, the display not."""

from __future__ import annotations

import logging
from typing import Protocol

_CONTINUOUS = 0x8000_0000
_SYSTEM_REQUIRED = 0x0000_0001
_LOG = logging.getLogger(__name__)


class Kernel(Protocol):
    """The part of kernel32 that is used here."""

    def SetThreadExecutionState(self, flags: int) -> int:  # noqa: N802 - Windows' own name
        """Say what this thread needs from now on; 0 when it is refused."""


class WindowsInhibitor:
    """Keeps the system awake for the thread that calls, which must be one and the same."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._held = False
        self._told = False

    def inhibit(self, reason: str) -> None:  # noqa: ARG002 - Windows shows no reason here
        """Need the system until `release`."""
        if self._held:
            return
        self._held = self._kernel.SetThreadExecutionState(_CONTINUOUS | _SYSTEM_REQUIRED) != 0
        if not self._held and not self._told:
            self._told = True
            _LOG.info("the machine cannot be kept from suspending")

    def release(self) -> None:
        """Need nothing any more."""
        if self._held:
            self._held = False
            self._kernel.SetThreadExecutionState(_CONTINUOUS)
