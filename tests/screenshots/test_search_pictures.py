"""What a search finds in the lessons, in both themes, two widths, and at 200 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.screenshots.test_learn_pictures import lessons_at
from tests.screenshots.test_window_pictures import WAYS
from tests.ui.reading import press, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.main_window import MainWindow

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]

__all__ = ["lessons_at"]


def something_found() -> None:
    write("alarm dr")
    press(Qt.Key.Key_Down)


def nothing_found() -> None:
    write("a zebra")


@pytest.mark.parametrize("scene", [something_found, nothing_found])
@pytest.mark.parametrize(("colors", "percent", "size"), WAYS)
def test_search_looks_as_it_did(
    scene: Callable[[], None],
    colors: str,
    percent: int,
    size: tuple[int, int],
    lessons_at: Callable[[str, int, tuple[int, int]], MainWindow],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    window = lessons_at(colors, percent, size)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    scene()

    name = scene.__name__.replace("_", "-")
    take_picture(f"search-{name}-{colors}-{percent}-{size[0]}", window)
