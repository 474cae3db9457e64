"""The silent twin of a suspend inhibitor: keeps the reason alone."""

from __future__ import annotations


class SilentInhibitor:
    """Keeps why the machine would be kept awake, or None."""

    def __init__(self) -> None:
        self.reason: str | None = None

    def inhibit(self, reason: str) -> None:
        """Keep the reason, unless there is one."""
        self.reason = self.reason or reason

    def release(self) -> None:
        """Forget the reason."""
        self.reason = None
