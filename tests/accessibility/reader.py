"""A screen reader of the plainest kind: what is asked on stdin is answered on stdout, in JSON.

    /usr/bin/python3 tests/accessibility/reader.py

It runs under the system's Python, where Debian puts `gi`, and knows nothing of the program it
reads: only what any screen reader is given.

    {"ask": "tree"}                                         all that is showing, as it is nested
    {"ask": "find", "name", "role", "within_s"}             waits for something to show
    {"ask": "find", "name", "like", "unlike", "within_s"}   and to be described so
    {"ask": "press" | "focus" | "set", "name", "role", "value"}
    {"ask": "announced"}                                    what was said without being asked for
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version is chosen first

PROGRAM = "prt-desktop"
LOOKS_EVERY_MS = 150
EDITED = {"text", "password text", "entry"}


def program() -> Any:  # noqa: ANN401 - gi has no types
    """Find the one program that is read, or None before it is there."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    found = (desktop.get_child_at_index(at) for at in range(desktop.get_child_count()))
    return next((one for one in found if one is not None and one.get_name() == PROGRAM), None)


def children(node: Any) -> list[Any]:  # noqa: ANN401
    """Give the children that are showing."""
    count = node.get_child_count()
    found = (node.get_child_at_index(at) for at in range(count))
    return [one for one in found if one is not None and "showing" in states(one)]


def states(node: Any) -> list[str]:  # noqa: ANN401
    """Give the names of all that holds for a node just now."""
    return [state.value_nick for state in node.get_state_set().get_states()]


def actions(node: Any) -> list[str]:  # noqa: ANN401
    """Give the names of what can be done with a node."""
    return [Atspi.Action.get_action_name(node, at) for at in range(node.get_n_actions())]


def own(node: Any) -> dict[str, object]:  # noqa: ANN401
    """Give what a screen reader can say about one node."""
    box = node.get_extents(Atspi.CoordType.SCREEN)
    role = node.get_role_name()
    offers = node.get_interfaces()
    return {
        "role": role,
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "states": states(node),
        "box": [box.x, box.y, box.width, box.height],
        "actions": actions(node) if "Action" in offers else [],
        "value": node.get_current_value() if "Value" in offers else None,
        "text": Atspi.Text.get_text(node, 0, -1) if role in EDITED and "Text" in offers else None,
    }


def read(node: Any) -> dict[str, object]:  # noqa: ANN401
    """Read a node with all that shows below it; what goes away meanwhile is left out."""
    below = []
    for child in children(node):
        try:
            below.append(read(child))
        except GLib.Error:
            continue
    return {**own(node), "children": below}


def below(node: Any) -> list[Any]:  # noqa: ANN401
    """Give a node and all that shows below it, in the order in which it is read."""
    found = [node]
    for child in children(node):
        try:
            found += below(child)
        except GLib.Error:
            continue
    return found


def fits(node: Any, wanted: dict[str, Any]) -> bool:  # noqa: ANN401
    """Say whether a node has the role and begins with the name that is looked for."""
    if not (node.get_name() or "").startswith(wanted["name"]):
        return False
    if "like" in wanted and not described(node, wanted):
        return False
    return wanted.get("role") in {None, node.get_role_name()}


def described(node: Any, wanted: dict[str, Any]) -> bool:  # noqa: ANN401
    """Say whether a node has a description, and the one that is looked for."""
    told = node.get_description() or ""
    return bool(told) and told.startswith(wanted["like"]) and told != wanted["unlike"]


def found(wanted: dict[str, Any]) -> Any:  # noqa: ANN401
    """Find the first node that shows and fits; None without one."""
    root = program()
    if root is None:
        return None
    try:
        return next((one for one in below(root) if fits(one, wanted)), None)
    except GLib.Error:
        return None


class Reader:
    """Answers one question at a time, and keeps what is announced meanwhile."""

    def __init__(self, loop: Any) -> None:  # noqa: ANN401
        self._loop = loop
        self._announced: list[str] = []
        self._left_ms = 0
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:announcement")
        GLib.io_add_watch(sys.stdin.fileno(), GLib.IOCondition.IN, self._obey)

    def _hear(self, event: Any) -> None:  # noqa: ANN401
        self._announced.append(str(event.any_data))

    def _obey(self, stdin: int, _condition: object) -> bool:
        line = os.read(stdin, 4_096)
        if not line:
            self._loop.quit()
            return False
        wanted = json.loads(line)
        if wanted["ask"] == "announced":
            answer(said=self._announced)
        elif wanted["ask"] == "tree":
            root = program()
            answer(node=read(root) if root is not None else None)
        else:
            self._left_ms = round(1000 * wanted.get("within_s", 10))
            GLib.timeout_add(LOOKS_EVERY_MS, self._look, wanted)
        return True

    def _look(self, wanted: dict[str, Any]) -> bool:
        node = found(wanted)
        self._left_ms -= LOOKS_EVERY_MS
        if node is None and self._left_ms > 0:
            return True
        if node is None:
            answer(node=None)
        else:
            act(node, wanted)
            answer(node=own(node))
        return False


def act(node: Any, wanted: dict[str, Any]) -> None:  # noqa: ANN401
    """Do with a node what was asked for; looking alone does nothing."""
    if wanted["ask"] == "press":
        node.do_action(0)
    elif wanted["ask"] == "focus":
        node.grab_focus()
    elif wanted["ask"] == "set":
        node.set_current_value(wanted["value"])


def answer(**what: object) -> None:
    """Write one line."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Listen until stdin ends."""
    Atspi.init()
    loop = GLib.MainLoop()
    reader = Reader(loop)
    answer(said=[])
    loop.run()
    del reader


if __name__ == "__main__":
    main()
