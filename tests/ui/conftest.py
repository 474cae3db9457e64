"""What the tests of the window share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.setting import Setting, plain_theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from prt_desktop.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Give the light theme at 100 %."""
    return plain_theme(qapp)


@pytest.fixture
def setting(theme: Theme, tmp_path: Path) -> Setting:
    """Give an empty journal, a still library and a still clock."""
    return Setting(theme, tmp_path / "data")


@pytest.fixture
def window(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Give the window on a person who has answered the safety pages, ready to be used."""
    setting.pass_safety_pages()
    return shown(setting, qtbot)


@pytest.fixture
def first_window(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Give the window as it is on the first day, ready to be used."""
    return shown(setting, qtbot)


def shown(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Show a window and wait until it has nothing left to prepare."""
    window = setting.window()
    show(window, qtbot)
    return window


def show(window: MainWindow, qtbot: QtBot) -> None:
    """Show a window that was built, and wait until it has nothing left to prepare."""
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
