"""The contract of the desktop's notifications: a quiet word beside what somebody is doing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class QuietWord:
    """What is shown; it can be read on a locked screen, so `text` names nothing.

    `open_words` and `not_now_words` stand on its two buttons, where the desktop has such.
    """

    text: str
    open_words: str
    not_now_words: str


class Notifications(Protocol):
    """Shows one word at a time, without a sound; the newest takes the place of the one before.

    Nothing here waits or fails. Putting it away, by its button or otherwise, does nothing.
    """

    def listen(self, opened: Callable[[], None] | None) -> None:
        """Call `opened`, and nobody else, when somebody opens what is shown."""

    def show(self, word: QuietWord, answered: Callable[[bool], None]) -> None:
        """Show a word; `answered` is told, perhaps later, whether the desktop took it."""

    def withdraw(self) -> None:
        """Take away what is shown, if it still is."""
