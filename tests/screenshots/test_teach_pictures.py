"""The cards for a room in both themes, wide and tall, and the menu that leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from prt_desktop.content.library import Library
from prt_desktop.ui.learn.lesson_menu import LessonMenu
from prt_desktop.ui.learn.teach_stage import TeachStage
from tests.screenshots.test_learn_pictures import lessons_at
from tests.ui.learn.test_teach_cards import teach
from tests.ui.reading import press
from tests.ui.setting import ASSETS, plain_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints|raise|grabbing")]

__all__ = ["lessons_at"]

ROOMS = [
    ("light", 100, (1200, 800)),
    ("dark", 100, (1200, 800)),
    ("dark", 200, (1200, 800)),
    ("light", 100, (640, 900)),
]


@pytest.mark.parametrize(("colors", "percent", "size"), ROOMS)
@pytest.mark.parametrize("page", [0, 1])
def test_cards_look_as_they_did(
    page: int,
    colors: str,
    percent: int,
    size: tuple[int, int],
    lessons_at: Callable[[str, int, tuple[int, int]], MainWindow],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    window = lessons_at(colors, percent, size)

    teach(window, page)

    take_picture(f"teach-card-{page + 1}-{colors}-{percent}-{size[0]}", window)


@pytest.mark.parametrize("colors", ["light", "dark"])
def test_a_figure_of_the_course_fills_its_card(
    colors: str, qapp: QApplication, qtbot: QtBot, take_picture: Callable[[str, QWidget], None]
) -> None:
    theme = plain_theme(qapp)
    theme.apply(colors, 100, reduce_motion=True)
    library = Library(ASSETS)
    lesson = next(one for one in library.lessons if one.id == "the-fear-loop")
    stage = TeachStage(theme, library.references)
    qtbot.addWidget(stage)
    stage.resize(1200, 800)

    stage.show()
    stage.show_lesson(lesson)
    stage.next_card()

    take_picture(f"teach-figure-{colors}", stage)


@pytest.mark.parametrize("colors", ["light", "dark"])
def test_the_menu_of_a_lesson_looks_as_it_did(
    colors: str,
    lessons_at: Callable[[str, int, tuple[int, int]], MainWindow],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    window = lessons_at(colors, 100, (1200, 800))
    teach(window)
    press(Qt.Key.Key_Escape)
    menu = window.findChild(LessonMenu)
    assert menu is not None

    menu.click()

    take_picture(f"lesson-menu-{colors}", menu.menu_shown)
    menu.menu_shown.close()
