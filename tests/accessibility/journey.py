"""A practice from the list to the page after it, with the whole tree read at each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.accessibility.node import faults, outside

if TYPE_CHECKING:
    from tests.accessibility.desktop import Reading
    from tests.accessibility.keyboard import Keyboard
    from tests.accessibility.node import Node

PRACTICE = "Somatic tracking"
ALL_WORDS = "All the words of this practice"
CURIOUS = "Yes, with a little curiosity"
PAGES = ("Safety questions, page 1", "Safety questions, page 2")


class Journey:
    """Goes through the program as a screen reader's user does; `told` is all that is wrong."""

    def __init__(self, window: Reading, keyboard: Keyboard) -> None:
        self.told: list[str] = []
        self._window = window
        self._keyboard = keyboard

    def look(self, step: str) -> Node:
        """Read all that shows, and keep what is wrong with it."""
        tree = self._window.tree()
        wrong = [*faults(tree), *outside(tree)]
        self.told += [f"{step}: {one}" for one in wrong]
        return tree

    def choose_practice(self) -> None:
        """Go to the list of practices, and open one with the keys."""
        self._window.press("Practise")
        self._window.find(PRACTICE, "list item")
        tree = self.look("list")
        rows = next(one for one in tree.walk() if one.role == "list" and one.has(f"{PRACTICE}."))
        self._window.focus(rows.name, "list")
        items = [one for one in rows.walk() if one.role == "list item"]
        at = next(n for n, one in enumerate(items) if one.name.startswith(f"{PRACTICE}."))
        self._keyboard.press("Home", *["Down"] * at, "Return")
        self._window.find("When to choose something else")

    def answer_pages(self) -> None:
        """Answer both pages with "none of these", from the practice that waits for them."""
        self.look("closed")
        self._window.press("Open the two pages", "push button")
        for page in PAGES:
            self._window.find(page)
            self.look(page)
            self._window.press("None of these", "push button")
        self._window.find("Start seven minutes", "push button")

    def start(self) -> None:
        """Start, and answer the question of the day."""
        self._window.press("Start seven minutes", "push button")
        self._window.find("No, nothing new", "push button")
        self.look("new symptom")
        self._window.press("No, nothing new", "push button")
        self._window.find(CURIOUS, "push button")
        self.look("question before")
        self._window.press(CURIOUS, "push button")
        self._window.find("Pause", "push button")

    def play_about(self) -> None:
        """Pause and go on, jump both ways, turn and turn back, and look at all the words."""
        press, find = self._window.press, self._window.find
        press("Pause", "push button")
        find("Go on", "push button")
        self.look("paused")
        press("Go on", "push button")
        for jump in ("Next sentence", "Forward 15 seconds", "Back 15 seconds"):
            press(jump, "push button")
        press("Lighter", "push button")
        press("I'm fine", "push button")
        find("Lighter", "push button")
        press("Show the transcript", "push button")
        find(ALL_WORDS, "list")
        self.look("transcript")
        press("Hide the transcript", "push button")

    def leave(self) -> None:
        """Leave the practice, say how it was, and go back to the day."""
        self._window.press("Leave", "push button")
        self._window.find("Curious", "radio button")
        self.look("page after")
        self._window.press("Curious", "radio button")
        self._window.press("Back to your day", "push button")
        self._window.find("That is enough for today")
