"""The diary with a week and with ten years in it: how it was, found again, by day, and the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from prt_desktop.domain.sample import sample_entries
from prt_desktop.ui.diary.area_choice import AreaChoice
from prt_desktop.ui.diary.writing_sheet import WritingSheet
from prt_desktop.ui.widgets.pane import Place
from tests.ui.reading import button, press, write
from tests.ui.setting import NOON, Setting, plain_theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]
LOW, LARGE = (800, 560), (1200, 800)
WEEK, TEN_YEARS = 7, 3_650
CTRL = Qt.KeyboardModifier.ControlModifier


class Picture(NamedTuple):
    """What is in the diary (days of entries), what the person does, and how it is seen."""

    name: str
    days: int
    act: Callable[[MainWindow], None]
    colors: str
    percent: int
    size: tuple[int, int]


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Callable[[Picture], MainWindow]:
    """Give a function that shows the diary of which a picture is to be taken."""

    def show(picture: Picture) -> MainWindow:
        theme = plain_theme(qapp)
        theme.apply(picture.colors, picture.percent, reduce_motion=True)
        setting = Setting(theme, tmp_path / "data")
        setting.pass_safety_pages()
        setting.journal.add_all(sample_entries(NOON, picture.days))
        setting.journal.remove(setting.journal.entries()[-2].id)
        setting.journal.remove(setting.journal.entries()[-4].id)
        window = setting.window()
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.ready, timeout=30_000):
            window.show()
        window.activateWindow()
        window.resize(*picture.size)
        window.go(Place.DIARY)
        return window

    return show


def unfold(window: MainWindow) -> None:
    """Begin an entry, and choose two parts of the body on the picture."""
    window.go(Place.DIARY, "new")
    write("Bent down without thinking.")
    button(window, "How it was").click()
    for part in ("Left shoulder, front", "Lower back, back"):
        button(window, part).click()
    QApplication.sendPostedEvents()
    areas = window.findChildren(AreaChoice)[0]
    window.findChildren(WritingSheet)[0].ensureWidgetVisible(areas)


def search(window: MainWindow) -> None:
    """Look for the beginning of a word."""
    window.activateWindow()
    press(Qt.Key.Key_F, CTRL)
    write("morn")


def calendar(window: MainWindow) -> None:
    """Open the calendar."""
    window.go(Place.DIARY, "calendar")


def show_bin(window: MainWindow) -> None:
    """Open the bin."""
    window.go(Place.DIARY, "bin")


PICTURES = [
    Picture("with-a-map", WEEK, unfold, "light", 100, LARGE),
    Picture("with-a-map", WEEK, unfold, "dark", 200, LOW),
    Picture("search", WEEK, search, "light", 100, LOW),
    Picture("search", TEN_YEARS, search, "dark", 100, LARGE),
    Picture("calendar", WEEK, calendar, "light", 100, LARGE),
    Picture("calendar", WEEK, calendar, "dark", 100, LOW),
    Picture("bin", WEEK, show_bin, "light", 100, LOW),
]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda one: f"{one.name}-{one.colors}")
def test_diary_looks_as_it_did(
    picture: Picture,
    show: Callable[[Picture], MainWindow],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    window = show(picture)

    picture.act(window)

    way = f"{picture.colors}-{picture.percent}-{picture.size[0]}"
    take_picture(f"diary-{picture.name}-{way}", window)
