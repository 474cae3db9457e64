"""Taking pictures: one font, one clock, nothing that moves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from prt_desktop.content.library import Library
from tests.screenshots.comparing import compare
from tests.ui.practise.conftest import Room, write_practice
from tests.ui.setting import Setting, plain_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QPixmap
    from pytestqt.qtbot import QtBot

FONT = "DejaVu Sans"


@pytest.fixture
def take_picture(
    qapp: QApplication, qtbot: QtBot, request: pytest.FixtureRequest
) -> Iterator[Callable[[str, QWidget], None]]:
    """Give a function that compares a widget, once it is still, with its golden picture."""
    if FONT not in QFontDatabase.families():
        pytest.skip(f"pictures are drawn in {FONT}, which is not installed here")
    rewrite = bool(request.config.getoption("--rewrite-pictures"))

    def take(name: str, widget: QWidget) -> None:
        fault = compare(name, _still(widget, qtbot), rewrite=rewrite)
        assert not fault, fault

    flash_time = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield take
    qapp.setCursorFlashTime(flash_time)


@pytest.fixture
def setting_at(
    qapp: QApplication, tmp_path: Path
) -> Callable[[str, int, Callable[[Path], Path]], Setting]:
    """Give a function that sets up somebody who answered the safety pages an hour ago."""

    def set_up(colors: str, percent: int, write: Callable[[Path], Path]) -> Setting:
        theme = plain_theme(qapp)
        theme.apply(colors, percent, reduce_motion=True)
        setting = Setting(theme, tmp_path / "data")
        setting.library = Library(write(tmp_path / "assets"))
        setting.clock.go_on(timedelta(hours=-1))
        setting.pass_safety_pages()
        setting.clock.go_on(timedelta(hours=1))
        return setting

    return set_up


@pytest.fixture
def room_at(
    setting_at: Callable[[str, int, Callable[[Path], Path]], Setting], qtbot: QtBot
) -> Iterator[Callable[..., Room]]:
    """Give a function that shows practices in a window of a given size, one unless told."""
    rooms: list[Room] = []

    def show(
        colors: str,
        percent: int,
        size: tuple[int, int],
        write: Callable[[Path], Path] = write_practice,
    ) -> Room:
        rooms.append(Room(setting_at(colors, percent, write), qtbot))
        rooms[-1].show()
        rooms[-1].window.resize(*size)
        return rooms[-1]

    yield show

    for room in rooms:
        room.pane.shut()


def _still(widget: QWidget, qtbot: QtBot) -> QPixmap:
    """Grab a widget until four pictures in a row, with events between them, are the same."""
    pictures: list[QPixmap] = []

    def is_still() -> bool:
        _take_pointer_away(widget)
        pictures.append(widget.grab())
        last = [picture.toImage() for picture in pictures[-4:]]
        return len(last) == 4 and all(image == last[0] for image in last)

    qtbot.waitUntil(is_still)
    return pictures[-1]


def _take_pointer_away(widget: QWidget) -> None:
    """Let nothing look pointed at: a test before may have left the pointer over a button."""
    for one in widget.findChildren(QWidget):
        if one.underMouse():
            one.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
            QApplication.sendEvent(one, QEvent(QEvent.Type.Leave))
