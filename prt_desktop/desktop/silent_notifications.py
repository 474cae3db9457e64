"""The silent twin of notifications: keeps what it was told, for no desktop and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.desktop.notifications import QuietWord


class SilentNotifications:
    """Keeps the word that would be shown, or None; `takes` says whether it takes one at all."""

    def __init__(self, *, takes: bool = True) -> None:
        self.takes = takes
        self.word: QuietWord | None = None
        self._opened: Callable[[], None] | None = None

    def listen(self, opened: Callable[[], None] | None) -> None:
        """Call `opened` from now on."""
        self._opened = opened

    def show(self, word: QuietWord, answered: Callable[[bool], None]) -> None:
        """Keep the word."""
        if self.takes:
            self.word = word
        answered(self.takes)

    def withdraw(self) -> None:
        """Forget the word."""
        self.word = None

    def open(self) -> None:
        """Open what is shown, as a person would."""
        if self.word is not None:
            self.word = None
            if self._opened is not None:
                self._opened()
