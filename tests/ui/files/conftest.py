"""A window with practices that have clips, an engine that waits, and dialogs that answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from prt_desktop.audio.silent import SilentPlayer
from prt_desktop.audio.sound import Sound
from prt_desktop.content.library import Library
from prt_desktop.ui.practise.pane import PractisePane
from prt_desktop.ui.widgets.pane import Pane, Place
from tests.ui.files.practices import write_spoken_practices
from tests.ui.reading import button, words_on
from tests.ui.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from prt_desktop.ui.theme import Theme


@dataclass
class Desk:
    """The window, and a person at it."""

    setting: Setting
    qtbot: QtBot

    def __post_init__(self) -> None:
        self.sound = Sound(self.setting.folder / "cache", lambda: SilentPlayer(lambda: 0))
        self.window = self.setting.window(practise=self._practise)

    def show(self) -> None:
        """Show the window."""
        self.qtbot.addWidget(self.window)
        with self.qtbot.waitSignal(self.window.ready):
            self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def go(self, place: Place, target: str = "") -> None:
        """Go to a place."""
        self.window.go(place, target)

    def press(self, words: str) -> None:
        """Press a button."""
        button(self.window, words).click()

    def sees(self, words: str) -> bool:
        """Say whether these words are to be seen."""
        return words in words_on(self.window)

    def wait_for(self, words: str) -> None:
        """Wait until these words are to be seen."""
        self.qtbot.waitUntil(lambda: self.sees(words))

    def leave(self) -> None:
        """Close everything as the program does when its window has closed."""
        self.setting.stand_in.go_on()
        for place in Place:
            if place not in {Place.CRISIS, Place.DEMONSTRATION, Place.LOCK}:
                self.window.pane(place).shut()

    def _practise(self) -> Pane:
        one = self.setting
        return PractisePane(
            one.theme, one.journal, one.practices(), one.settings, self.sound, one.clock
        )


@pytest.fixture
def setting(theme: Theme, tmp_path: Path) -> Setting:
    """Give the setting of a person who answered the safety pages an hour ago."""
    setting = Setting(theme, tmp_path / "data")
    setting.library = Library(write_spoken_practices(tmp_path / "assets"))
    setting.clock.go_on(timedelta(hours=-1))
    setting.pass_safety_pages()
    setting.clock.go_on(timedelta(hours=1))
    return setting


@pytest.fixture
def sit_down(qtbot: QtBot) -> Iterator[Callable[[Setting], Desk]]:
    """Give a function that shows the window."""
    desks: list[Desk] = []

    def sit_down(setting: Setting) -> Desk:
        desks.append(Desk(setting, qtbot))
        desks[-1].show()
        return desks[-1]

    yield sit_down

    for desk in desks:
        desk.leave()


@pytest.fixture
def desk(setting: Setting, sit_down: Callable[[Setting], Desk]) -> Desk:
    """Give the window of somebody who may practise."""
    return sit_down(setting)
