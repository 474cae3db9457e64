"""Every control of the practices has a name, a role and room for a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from prt_desktop.ui.widgets.pane import Place
from tests.ui.reading import spoken_name, tab_stops

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.ui.practise.conftest import Room

SMALLEST = 44


def check_all(on: QWidget) -> None:
    """Look at every control in sight."""
    for widget in tab_stops(on):
        role = QAccessible.queryAccessibleInterface(widget).role()
        assert spoken_name(widget).strip(), f"{widget} has no name"
        assert role not in {QAccessible.Role.NoRole, QAccessible.Role.Client}, widget
        if isinstance(widget, QAbstractButton):
            assert min(widget.width(), widget.height()) >= SMALLEST, spoken_name(widget)


def test_every_control_of_the_list_is_named_and_large(room: Room) -> None:
    check_all(room.window)


def test_every_control_of_the_page_before_is_named_and_large(room: Room) -> None:
    room.window.go(Place.PRACTISE, "looking")

    check_all(room.window)


def test_every_control_of_the_stage_is_named_and_large(room: Room) -> None:
    room.begin()

    check_all(room.stage)


def test_every_control_of_the_page_after_is_named_and_large(room: Room) -> None:
    room.begin()
    room.pane.performance.end()

    check_all(room.window)
