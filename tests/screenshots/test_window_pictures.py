"""The window in both themes, two widths, and at 200 %."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from prt_desktop.domain.diary import EntryKind
from prt_desktop.domain.safety import PageAnswer, PageId
from prt_desktop.ui.diary.timeline_view import TimelineView
from prt_desktop.ui.widgets.pane import Notice, Place
from tests.builders import a_movement, a_thought, an_entry
from tests.ui.setting import NOON, Setting, plain_theme, some_entries

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]
LOW, LARGE = (800, 560), (1200, 800)


class Scene(NamedTuple):
    """Something to be seen: what the person has done, and where they are."""

    name: str
    place: Place
    target: str = ""
    fill: Callable[[Setting], None] = Setting.pass_safety_pages
    act: Callable[[MainWindow], None] | None = None


def a_filled_diary(setting: Setting) -> None:
    setting.pass_safety_pages()
    setting.journal.add_all(some_entries())


def a_diary_of_own_words(setting: Setting) -> None:
    setting.pass_safety_pages()
    hour = timedelta(hours=1)
    writing = an_entry("Unsent.", kind=EntryKind.WRITING, created_at=NOON - hour)
    setting.journal.add_all(
        (
            a_thought(id="a" * 32, created_at=NOON - 3 * hour),
            a_movement(id="b" * 32, created_at=NOON - 2 * hour),
            writing,
        )
    )


def an_open_flag(setting: Setting) -> None:
    setting.journal.add_answer(PageAnswer(PageId.SAME_DAY, ("fever",), NOON))


def a_country(setting: Setting) -> None:
    setting.settings.write(dataclasses.replace(setting.settings.read(), country="Erewhon"))


def a_first_day(_setting: Setting) -> None:
    pass


def choose_a_surprise(window: MainWindow) -> None:
    window.findChildren(TimelineView)[0].choose("c" * 32)


def change_a_thought(window: MainWindow) -> None:
    view = window.findChildren(TimelineView)[0]
    view.choose("a" * 32)
    if view.entry is not None:
        view.open_requested.emit(view.entry)


def say_something(window: MainWindow) -> None:
    window.show_notice(Notice("Entry deleted.", "Undo", print))


def tick_and_go_on(window: MainWindow) -> None:
    pane = window.pane(Place.SAFETY_PAGES)
    for index in (1, -1):
        [one for one in pane.findChildren(QAbstractButton) if one.isVisible()][index].click()


SCENES = [
    Scene("today-first-day", Place.TODAY, fill=a_first_day),
    Scene("today-lesson", Place.TODAY),
    Scene("today-flag", Place.TODAY, fill=an_open_flag),
    Scene("diary", Place.DIARY, fill=a_filled_diary, act=choose_a_surprise),
    Scene("diary-empty", Place.DIARY),
    Scene("diary-writing", Place.DIARY, "new", a_filled_diary, say_something),
    Scene("diary-own-words", Place.DIARY, fill=a_diary_of_own_words),
    Scene("diary-a-thought", Place.DIARY, "", a_diary_of_own_words, change_a_thought),
    Scene("settings", Place.SETTINGS),
    Scene("safety-page", Place.SAFETY_PAGES, fill=a_first_day),
    Scene("safety-action", Place.SAFETY_PAGES, fill=a_first_day, act=tick_and_go_on),
    Scene("new-symptom", Place.NEW_SYMPTOM),
    Scene("check", Place.CHECK),
    Scene("crisis", Place.CRISIS, fill=a_country),
]
# Each run looks at the way in which most goes wrong, large text in a small window; all of them
# are looked at in `make soak`.
WAYS = [
    pytest.param("light", 100, LOW, marks=pytest.mark.soak),
    pytest.param("light", 100, LARGE, marks=pytest.mark.soak),
    pytest.param("dark", 100, LOW, marks=pytest.mark.soak),
    pytest.param("dark", 100, LARGE, marks=pytest.mark.soak),
    ("light", 200, LOW),
]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
@pytest.mark.parametrize(("colors", "percent", "size"), WAYS)
def test_window_looks_as_it_did(
    scene: Scene,
    colors: str,
    percent: int,
    size: tuple[int, int],
    shown_scene: Callable[[Scene, str, int, tuple[int, int]], MainWindow],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    window = shown_scene(scene, colors, percent, size)

    take_picture(f"{scene.name}-{colors}-{percent}-{size[0]}", window)


@pytest.fixture
def shown_scene(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Callable[[Scene, str, int, tuple[int, int]], MainWindow]:
    """Give a function that shows a scene in a window of a given size."""

    def show(scene: Scene, colors: str, percent: int, size: tuple[int, int]) -> MainWindow:
        theme = plain_theme(qapp)
        theme.apply(colors, percent, reduce_motion=True)
        setting = Setting(theme, tmp_path / "data")
        scene.fill(setting)
        window = setting.window()
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.ready):
            window.show()
        window.resize(*size)
        window.go(scene.place, scene.target)
        if scene.act is not None:
            scene.act(window)
        return window

    return show
