"""The app as it is started by hand, driven by lines on stdin.

    python -m tests.sound.driver --data-dir FOLDER

`open ID` opens the page before an exercise, `press WORD` presses a button, `key KEYS` types,
`hide` and `show` put the window away and bring it back, `close` closes it.

A button is pressed as soon as one is seen whose words begin with WORD.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMainWindow

from prt_desktop.__main__ import main
from prt_desktop.ui.main_window import MainWindow
from prt_desktop.ui.widgets.pane import Place
from tests.sound.actor import tell

if TYPE_CHECKING:
    from collections.abc import Callable

LOOKS_EVERY_MS = 20


class Driver(QObject):
    """Presses and types in the one main window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._word = ""
        self._looking = QTimer(self, interval=LOOKS_EVERY_MS)
        self._looking.timeout.connect(self._look_for_button)
        self._stdin = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._stdin.activated.connect(self._obey)

    @Slot()
    def _obey(self) -> None:
        for line in os.read(sys.stdin.fileno(), 4_096).decode().splitlines() or ["close"]:
            command, _, self._word = line.partition(" ")
            if command == "press":
                self._looking.start()
            else:
                self._stdin.setEnabled(command != "close")
                self._acts()[command]()
                tell("done", word=self._word)

    @Slot()
    def _look_for_button(self) -> None:
        for button in self._window.findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled() and button.text().startswith(self._word):
                self._looking.stop()
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                tell("done", word=button.text())
                return

    def _acts(self) -> dict[str, Callable[[], object]]:
        window = self._window
        away = {"hide": window.showMinimized, "show": window.showNormal}
        return {"open": self._open, "key": self._type, "close": window.close, **away}

    def _open(self) -> None:
        assert isinstance(self._window, MainWindow)
        self._window.go(Place.PRACTISE, self._word)

    def _type(self) -> None:
        self._window.activateWindow()
        QTest.qWaitForWindowActive(self._window)
        target = self._window.focusWidget() or self._window
        QTest.keySequence(target, QKeySequence(self._word))


def drive() -> int:
    """Run the app; the driver joins the first window that is shown."""
    show: Callable[[QMainWindow], None] = QMainWindow.show

    def show_and_drive(window: QMainWindow) -> None:
        show(window)
        Driver(window)
        tell("ready")

    setattr(QMainWindow, "show", show_and_drive)  # noqa: B010 - mypy knows no assignment
    return main()


if __name__ == "__main__":
    sys.exit(drive())
