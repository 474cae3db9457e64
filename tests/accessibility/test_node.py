"""What is told as wrong in a tree, on trees that are known."""

from __future__ import annotations

from tests.accessibility.node import Node, faults, outside


def a_button(name: str, left: int = 0, top: int = 0, role: str = "push button") -> Node:
    """Build a control of 100 by 50 px."""
    states = frozenset({"focusable", "showing", "checkable"})
    return Node(role, name, "Which", states, (left, top, 100, 50), 1.0, "words")


def a_window(*children: Node) -> Node:
    """Build a window of 800 by 600 px around controls."""
    return Node("frame", "A window", "", frozenset(), (0, 0, 800, 600), children=children)


def test_named_controls_one_below_the_other_are_right() -> None:
    tree = a_window(a_button("Start"), a_button("Stop", top=60))

    assert faults(tree) == []
    assert outside(tree) == []


def test_nameless_control_is_told() -> None:
    [fault] = faults(a_window(a_button(" ")))

    assert "has no name" in fault


def test_control_without_a_role_is_told() -> None:
    [fault] = faults(a_window(a_button("Stage", role="filler")))

    assert fault == "filler 'Stage' has no role"


def test_two_siblings_of_one_name_are_told() -> None:
    [fault] = faults(a_window(a_button("More"), a_button("More", left=200)))

    assert "twice" in fault


def test_control_read_after_one_below_it_is_told() -> None:
    [fault] = faults(a_window(a_button("Stop", top=60), a_button("Start")))

    assert "is read after" in fault


def test_fault_that_is_known_is_not_told() -> None:
    known = frozenset({"filler 'Stage' has no role"})

    assert faults(a_window(a_button("Stage", role="filler")), known) == []


def test_control_beyond_the_right_edge_is_told() -> None:
    [fault] = outside(a_window(a_button("Start", left=750)))

    assert "cut off" in fault
