"""The lock screen and the pages for privacy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from prt_desktop.storage.people import FIRST, Person
from prt_desktop.ui.widgets.pane import Place
from tests.screenshots.test_window_pictures import LARGE, LOW, a_filled_diary
from tests.ui.reading import button
from tests.ui.setting import Setting, plain_theme
from tests.ui.vault.conftest import Locked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]


def lock(locked: Locked) -> None:
    locked.turn_on()
    locked.lock()


def show_privacy(locked: Locked) -> None:
    locked.turn_on()
    locked.window.go(Place.PRIVACY)


def turn_on(locked: Locked) -> None:
    locked.window.go(Place.PRIVACY)
    button(locked.window, "Turn the vault on").click()


def lose_both(locked: Locked) -> None:
    lock(locked)
    for words in ("Use the recovery key", "I have lost both"):
        button(locked.screen, words).click()


def show_people(locked: Locked) -> None:
    people = locked.setting.people().people
    people.rename(Person(FIRST), "Sam")
    people.add("Ann")
    locked.window.go(Place.PEOPLE)


class Scene(NamedTuple):
    """What is seen, and how it is looked at."""

    name: str
    act: Callable[[Locked], None]
    colors: str
    percent: int
    size: tuple[int, int]


@pytest.mark.parametrize(
    "scene",
    [
        Scene("lock", lock, "light", 100, LARGE),
        Scene("lock", lock, "dark", 100, LARGE),
        Scene("lock", lock, "light", 200, LOW),
        Scene("privacy", show_privacy, "light", 100, LARGE),
        Scene("privacy", show_privacy, "dark", 100, LARGE),
        Scene("vault-turned-on", turn_on, "light", 100, LARGE),
        Scene("lost-both", lose_both, "light", 100, LARGE),
        Scene("people", show_people, "light", 100, LARGE),
        Scene("people", show_people, "dark", 200, LOW),
    ],
    ids=lambda scene: f"{scene.name}-{scene.colors}-{scene.percent}",
)
def test_vault_looks_as_it_did(
    scene: Scene,
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    take_picture: Callable[[str, QWidget], None],
) -> None:
    theme = plain_theme(qapp)
    theme.apply(scene.colors, scene.percent, reduce_motion=True)
    setting = Setting(theme, tmp_path / "data")
    a_filled_diary(setting)
    locked = Locked(setting, qtbot)
    locked.window.resize(*scene.size)

    scene.act(locked)

    name = f"{scene.name}-{scene.colors}-{scene.percent}-{scene.size[0]}"
    take_picture(name, locked.window)
