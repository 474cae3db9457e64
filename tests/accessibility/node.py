"""What a screen reader is given of one control, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

# A thing that can have the focus says by its role what can be done with it.
ROLES = {
    "check box",
    "combo box",
    "list",
    "list item",
    "push button",
    "radio button",
    "slider",
    "spin button",
    "text",
    "toggle button",
}
WITH_STATE = {"check box", "radio button", "toggle button"}
SEVERAL_STOPS = {"list item"}


class Node(msgspec.Struct):
    """One thing that shows: `box` is left, top, width and height in px of the screen."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    box: tuple[int, int, int, int]
    value: float | None = None
    text: str | None = None
    actions: tuple[str, ...] = ()
    children: tuple[Node, ...] = ()

    def __str__(self) -> str:
        return f"{self.role} {self.name!r}"

    @property
    def takes_focus(self) -> bool:
        """Whether the keys can be with it."""
        return "focusable" in self.states

    @property
    def bottom(self) -> int:
        """Where it ends, from the top of the screen."""
        return self.box[1] + self.box[3]

    def walk(self) -> Iterator[Node]:
        """Give this and all below it, in the order in which they are read."""
        yield self
        for child in self.children:
            yield from child.walk()

    def named(self, name: str, role: str | None = None) -> Node:
        """Find what begins with a name, of a role where one is given."""
        for one in self.walk():
            if one.name.startswith(name) and role in {None, one.role}:
                return one
        raise AssertionError(f"nothing is named {name!r}; there is: {self.listed()}")

    def has(self, name: str, role: str | None = None) -> bool:
        """Say whether something begins with a name."""
        return any(one.name.startswith(name) and role in {None, one.role} for one in self.walk())

    def listed(self) -> list[str]:
        """Give all that has a name, for reading."""
        return [str(one) for one in self.walk() if one.name]

    def controls(self) -> list[Node]:
        """Give what can have the focus, in the order in which it is read."""
        return [one for one in self.walk() if one.takes_focus]


def faults(root: Node, allowed: frozenset[str] = frozenset()) -> list[str]:
    """Say all that is wrong in a tree but for the `allowed` sentences."""
    told = [*_nameless(root), *_wrong_roles(root), *_valueless(root), *_twins(root)]
    told += _disorder(root)
    return [one for one in told if one not in allowed]


def outside(root: Node) -> list[str]:
    """Say which controls are cut off at the left or the right of the window."""
    frame = next(one for one in root.walk() if one.role == "frame")
    left, right = frame.box[0], frame.box[0] + frame.box[2]
    return [
        f"{one} is cut off: {one.box} in {frame.box}"
        for one in root.controls()
        if one.box[0] < left or one.box[0] + one.box[2] > right
    ]


def _nameless(root: Node) -> list[str]:
    return [f"{one} at {one.box} has no name" for one in root.controls() if not one.name.strip()]


def _wrong_roles(root: Node) -> list[str]:
    return [f"{one} has no role" for one in root.controls() if one.role not in ROLES]


def _valueless(root: Node) -> list[str]:
    told = []
    for one in root.controls():
        if one.role in WITH_STATE and "checkable" not in one.states:
            told.append(f"{one} does not say whether it is on")
        if one.role == "radio button" and not one.description:
            told.append(f"{one} does not say what is chosen by it")
        if one.role in {"slider", "spin button"} and one.value is None:
            told.append(f"{one} does not say its value")
        if one.role == "text" and one.text is None:
            told.append(f"{one} does not say what is written in it")
    return told


def _twins(root: Node) -> list[str]:
    told = []
    for parent in root.walk():
        names = Counter((one.role, one.name) for one in parent.children if one.takes_focus)
        told += [f"{role} {name!r} is there twice" for (role, name), n in names.items() if n > 1]
    return told


def _disorder(root: Node) -> list[str]:
    """Say which control is read after one that lies wholly below it, within one group."""
    told = []
    for parent in root.walk():
        seen = [one for one in parent.children if one.box[3] > 0 and any(_stops(one))]
        told += [
            f"{two} is read after {one}, which lies below it"
            for one, two in pairwise(seen)
            if two.bottom <= one.box[1]
        ]
    return told


def _stops(node: Node) -> Iterator[Node]:
    return (one for one in node.walk() if one.takes_focus and one.role not in SEVERAL_STOPS)
