"""A whole practice by the keyboard alone, with the presses counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.app import now
from prt_desktop.domain.diary import PracticeDetails, Reflection
from prt_desktop.domain.exercise import Turn
from prt_desktop.storage.journal import Journal
from tests.accessibility.desktop import Reading
from tests.accessibility.journey import ALL_WORDS, CURIOUS, PAGES, PRACTICE
from tests.accessibility.keyboard import Keyboard
from tests.accessibility.material import linked_assets

if TYPE_CHECKING:
    from pathlib import Path

    from tests.accessibility.desktop import Desktop

pytestmark = [pytest.mark.soak, pytest.mark.sound]

MOST_PRESSES = 120
MOST_STOPS = 60


class Hands:
    """Two hands on a keyboard, and eyes that see where the focus is."""

    def __init__(self, window: Reading, keyboard: Keyboard) -> None:
        self.keyboard = keyboard
        self._window = window

    def tab_to(self, name: str) -> None:
        """Press Tab until something has the focus whose name begins so."""
        for _ in range(MOST_STOPS):
            at = self.focused()
            if at.startswith(name):
                return
            self.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {name!r}; the focus is on {at!r}")

    def enter(self, name: str) -> None:
        """Go to something by Tab and press Enter."""
        self.tab_to(name)
        self.keyboard.press("Return")

    def focused(self) -> str:
        """Give the name of what has the focus; in a list it is the row."""
        # Every list keeps a row that says it is focused, whether the list is or not.
        for one in self._window.tree().walk():
            if "focused" in one.states and one.role != "list item":
                rows = (row for row in one.children if "focused" in row.states)
                return next(rows, one).name
        return ""


@pytest.mark.usefixtures("recorder")
def test_practice_is_done_by_the_keyboard_alone(sounding_desktop: Desktop, tmp_path: Path) -> None:
    material = linked_assets(tmp_path / "assets", tuple(Turn))
    data = tmp_path / "data"

    with Reading(sounding_desktop, data, material) as window:
        window.find("Open the first page", "push button")
        keyboard = Keyboard(sounding_desktop)
        hands = Hands(window, keyboard)
        keyboard.take_window()
        keyboard.press("ctrl+3")
        window.find(PRACTICE, "list item")
        hands.enter(f"{PRACTICE}.")
        answer_pages(window, hands)
        hands.enter("Start")
        window.find("No, nothing new")
        hands.enter("No, nothing new")
        window.find(CURIOUS, "push button")
        hands.enter(CURIOUS)
        play_about(window, keyboard)
        hands.tab_to("Curious")
        keyboard.press("space")
        hands.enter("Back to your day")
        window.find("That is enough for today")

    [entry] = Journal(data, now).entries()
    assert isinstance(entry.details, PracticeDetails)
    assert entry.details.reflection is Reflection.CURIOUS
    print(f"{keyboard.presses} key presses")  # noqa: T201
    assert keyboard.presses <= MOST_PRESSES


def answer_pages(window: Reading, hands: Hands) -> None:
    """Go from the practice that waits through both pages and back."""
    window.find("Open the two pages", "push button")
    hands.enter("Open the two pages")
    for page in PAGES:
        window.find(page)
        hands.enter("None of these")
    window.find("Start seven minutes", "push button")


def play_about(window: Reading, keyboard: Keyboard) -> None:
    """Pause, jump, turn, turn back, read along and leave, by the keys of the stage."""
    window.find("Pause", "push button")
    keyboard.press("space")
    window.find("Go on", "push button")
    keyboard.press("space", "Right", "Left", "shift+Right", "shift+Left")
    window.find("Pause", "push button")
    keyboard.press("l")
    window.find("I'm fine", "push button")
    keyboard.press("f")
    window.find("Lighter", "push button")
    keyboard.press("t")
    window.find(ALL_WORDS, "list")
    keyboard.press("Down", "Return", "Escape")
    window.find("Show the transcript", "push button")
    keyboard.press("Escape")
    window.find("Curious", "radio button")
