"""The first day: three screens, each of which can be left and found again (product.md, journey 1).

What is skipped of safety stands before the first practice that needs it (safety.md 4.5).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.safety import PageId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.diary import Entry
    from prt_desktop.domain.safety import SafetyRecord


class Screen(StrEnum):
    """The screens in their order; DONE is kept once they were gone through or skipped."""

    WELCOME = "welcome"
    DATA = "data"
    SAFETY = "safety"
    DONE = "done"

    @property
    def following(self) -> Screen:
        """Give the screen after this one."""
        order = list(Screen)
        return order[min(order.index(self) + 1, len(order) - 1)]


def screen_kept(kept: str) -> Screen | None:
    """Read the screen that the settings hold; None for a first day that was never begun."""
    return next((screen for screen in Screen if screen == kept), None)


def screen_due(kept: str, entries: Sequence[Entry], safety: SafetyRecord) -> Screen | None:
    """Say which screen is to be shown at a start; None where none is.

    A first day that was never begun is due only where nothing was ever written or answered.
    """
    screen = screen_kept(kept)
    if screen is None:
        is_new = not entries and not safety.answers and not safety.checks
        return Screen.WELCOME if is_new else None
    asked = {answer.page for answer in safety.answers} == set(PageId)
    is_over = screen is Screen.DONE or (screen is Screen.SAFETY and asked)
    return None if is_over else screen
