"""The icon in the desktop's tray, and notifications by way of it where there is no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget

    from prt_desktop.desktop.notifications import QuietWord

_SHOWN_MS = 10_000


class TrayWords(NamedTuple):
    """What the icon says when it is pointed at, and the two lines of its menu."""

    about: str
    open: str
    quit: str


class SystemTray(QObject):
    """The tray that Qt finds. Signals: `open_requested`, `quit_requested`."""

    open_requested = Signal()
    quit_requested = Signal()

    def __init__(
        self,
        icon: QIcon,
        words: TrayWords,
        over: QWidget,
        is_there: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(over)
        self._is_there = is_there
        self._menu = QMenu(over)
        self._menu.addAction(words.open).triggered.connect(self.open_requested)
        self._menu.addAction(words.quit).triggered.connect(self.quit_requested)
        self.icon = QSystemTrayIcon(icon, self)
        self.icon.setToolTip(words.about)
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._take_press)

    @property
    def menu(self) -> QMenu:
        """Give the icon's menu."""
        return self._menu

    @property
    def is_there(self) -> bool:
        """Say whether this desktop has a tray."""
        return self._is_there()

    def set_shown(self, *, shown: bool) -> None:
        """Show the icon, where there is a tray, or take it away."""
        self.icon.setVisible(shown and self.is_there)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _take_press(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.open_requested.emit()


class TrayNotifications(QObject):
    """Shows a word beside the icon; there are no buttons, a press on it opens."""

    def __init__(self, icon: QSystemTrayIcon) -> None:
        super().__init__(icon)
        self._icon = icon
        self._opened: Callable[[], None] | None = None
        self._shown = False
        icon.messageClicked.connect(self._open)

    def listen(self, opened: Callable[[], None] | None) -> None:
        """Call `opened` from now on."""
        self._opened = opened

    def show(self, word: QuietWord, answered: Callable[[bool], None]) -> None:
        """Show a word, if the icon is there to show it."""
        self._shown = self._icon.isVisible() and QSystemTrayIcon.supportsMessages()
        if self._shown:
            self._icon.showMessage(word.text, "", self._icon.icon(), _SHOWN_MS)
        answered(self._shown)

    def withdraw(self) -> None:
        """Take no press any more: a message of a tray cannot be taken back."""
        self._shown = False

    @Slot()
    def _open(self) -> None:
        if self._shown:
            self._shown = False
            if self._opened is not None:
                self._opened()
