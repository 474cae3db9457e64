"""The lessons in both themes, two widths, and at 200 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl

from prt_desktop.content.library import Library
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_read_lesson
from tests.screenshots.test_window_pictures import WAYS
from tests.ui.learn.conftest import open_lessons, write_lessons
from tests.ui.learn.test_reader import page_of
from tests.ui.reading import button, press
from tests.ui.setting import Setting, plain_theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]


def the_map(_window: MainWindow) -> None:
    pass


def a_first_page(window: MainWindow) -> None:
    window.go(Place.LEARN, "first")


def the_short_version(window: MainWindow) -> None:
    window.go(Place.LEARN, "first")
    button(window, "Read the 30-second version").click()


def a_drawing(window: MainWindow) -> None:
    window.go(Place.LEARN, "drawn")


def a_source(window: MainWindow) -> None:
    window.go(Place.LEARN, "drawn")
    press(Qt.Key.Key_Right)
    page_of(window).anchorClicked.emit(QUrl("source:ashar-2022"))


def a_word(window: MainWindow) -> None:
    window.go(Place.LEARN, "drawn")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    page_of(window).anchorClicked.emit(QUrl("term:bell"))


def the_glossary(window: MainWindow) -> None:
    button(window, "Hard words, explained").click()


def a_question(window: MainWindow) -> None:
    window.go(Place.LEARN, "first")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)


def the_end(window: MainWindow) -> None:
    window.go(Place.LEARN, "first")
    for _ in range(3):
        press(Qt.Key.Key_Right)


SCENES = [
    the_map,
    a_first_page,
    the_short_version,
    a_drawing,
    a_source,
    a_word,
    the_glossary,
    a_question,
    the_end,
]


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize(("colors", "percent", "size"), WAYS)
def test_lessons_look_as_they_did(
    scene: Callable[[MainWindow], None],
    colors: str,
    percent: int,
    size: tuple[int, int],
    lessons_at: Callable[[str, int, tuple[int, int]], MainWindow],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    window = lessons_at(colors, percent, size)

    scene(window)

    name = scene.__name__.replace("_", "-")
    take_picture(f"learn-{name}-{colors}-{percent}-{size[0]}", window)


@pytest.fixture
def lessons_at(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Callable[[str, int, tuple[int, int]], MainWindow]:
    """Give a function that shows the lessons in a window of a given size."""

    def show(colors: str, percent: int, size: tuple[int, int]) -> MainWindow:
        theme = plain_theme(qapp)
        theme.apply(colors, percent, reduce_motion=True)
        setting = Setting(theme, tmp_path / "data")
        setting.library = Library(write_lessons(tmp_path / "assets"))
        setting.pass_safety_pages()
        setting.journal.add(a_read_lesson("first"))
        window = open_lessons(setting, qtbot)
        window.resize(*size)
        return window

    return show
