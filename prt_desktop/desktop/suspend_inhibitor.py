"""The contract of a suspend inhibitor: the machine stays awake, its screen may go dark."""

from __future__ import annotations

from typing import Protocol


class SuspendInhibitor(Protocol):
    """Keeps the machine from suspending by itself while something sounds.

    Nothing here waits or fails: where the system refuses, the machine suspends as it would.
    What is held ends with the process at the latest.
    """

    def inhibit(self, reason: str) -> None:
        """Keep the machine awake; once is enough. The system may show the reason."""

    def release(self) -> None:
        """Let the machine suspend again."""
