"""The first window through the accessibility tree: quick, wherever a reader can run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.paths import assets
from tests.accessibility.desktop import Reading
from tests.accessibility.node import faults

if TYPE_CHECKING:
    from pathlib import Path

    from tests.accessibility.desktop import Desktop


def test_first_window_can_be_read(desktop: Desktop, tmp_path: Path) -> None:
    with Reading(desktop, tmp_path / "data", assets()) as window:
        window.find("Open the first page", "push button")
        tree = window.tree()

    assert tree.has("PRT Desktop", "frame")
    assert tree.has("Crisis help", "push button")
    assert faults(tree) == []


def test_button_pressed_through_the_tree_opens_its_page(desktop: Desktop, tmp_path: Path) -> None:
    with Reading(desktop, tmp_path / "data", assets()) as window:
        window.press("Open the first page", "push button")
        window.find("None of these")
        tree = window.tree()

    assert faults(tree) == []


def test_row_toggled_through_the_tree_opens_its_practice(desktop: Desktop, tmp_path: Path) -> None:
    with Reading(desktop, tmp_path / "data", assets()) as window:
        window.press("Practise")
        window.press("Somatic tracking.", "list item")
        window.find("When to choose something else")
        tree = window.tree()

    assert faults(tree) == []
