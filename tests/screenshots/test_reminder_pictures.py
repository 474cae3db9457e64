"""The page of reminders in both themes."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, NamedTuple

import pytest

from prt_desktop.domain.reminders import Reminders, ReminderTime
from prt_desktop.storage.reminder_settings import with_reminders
from prt_desktop.ui.reminders.pane import RemindersPane
from tests.ui.setting import Setting, plain_theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.shots
CHOSEN = Reminders(
    on=True,
    times=(ReminderTime(time(10)), ReminderTime(time(22, 30), frozenset({1, 2, 3, 4, 5}))),
    stays_in_tray=True,
)


class Way(NamedTuple):
    """How the page is looked at."""

    colors: str
    percent: int
    size: tuple[int, int]
    has_tray: bool


WAYS = [
    Way("light", 100, (960, 1500), has_tray=True),
    Way("dark", 200, (800, 2400), has_tray=False),
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.colors}-{way.percent}")
def test_reminders_look_as_they_did(
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    take_picture: Callable[[str, QWidget], None],
    way: Way,
) -> None:
    theme = plain_theme(qapp)
    setting = Setting(theme, tmp_path / "data")
    setting.reminder_desk.has_tray = way.has_tray
    setting.settings.write(with_reminders(setting.settings.read(), CHOSEN))
    pane = RemindersPane(theme, setting.settings, setting.clock, setting.reminder_desk)
    qtbot.addWidget(pane)
    theme.apply(way.colors, way.percent, reduce_motion=True)
    pane.resize(*way.size)

    pane.show()

    take_picture(f"reminders-{way.colors}-{way.percent}-{way.size[0]}", pane)
