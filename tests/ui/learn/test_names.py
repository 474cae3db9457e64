"""Every control of the lessons has a name, a role and room for a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from prt_desktop.ui.widgets.pane import Place
from tests.ui.reading import button, spoken_name, tab_stops

if TYPE_CHECKING:
    from prt_desktop.ui.main_window import MainWindow

SMALLEST = 44


def test_every_control_of_the_list_and_the_reader_is_named(window: MainWindow) -> None:
    for target in ("", "drawn", "first"):
        window.go(Place.LEARN, target)

        for widget in tab_stops(window):
            role = QAccessible.queryAccessibleInterface(widget).role()
            assert spoken_name(widget).strip(), f"{widget} has no name"
            assert role not in {QAccessible.Role.NoRole, QAccessible.Role.Client}, widget


def test_every_button_of_the_reader_is_large_enough_for_a_finger(window: MainWindow) -> None:
    window.go(Place.LEARN, "first")
    button(window, "Read the 30-second version").click()

    for one in tab_stops(window):
        if isinstance(one, QAbstractButton):
            assert min(one.width(), one.height()) >= SMALLEST, one.text()
