"""Something that fades away when it is not needed and is back at once when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPropertyAnimation, Qt, QTimer, Slot
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


_WAKING_MS = 400


class Fading(QWidget):
    """A holder of controls; faded out it takes no press, but keys and screen readers reach it.

    Nor does it take the press that wakes it: a hand on the mouse moves before it presses, and
    with eyes closed that press means the stage and not the control beneath it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = True
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.finished.connect(self._settle)
        self._waking = QTimer(self, singleShot=True, interval=_WAKING_MS)
        self._waking.timeout.connect(self._take_presses)

    @property
    def shown(self) -> bool:
        """Say whether it can be seen, or is on the way to."""
        return self._shown

    def set_shown(self, *, shown: bool) -> None:
        """Come back or fade away."""
        if shown == self._shown:
            return
        self._shown = shown
        if shown:
            self._waking.start()
        else:
            self._waking.stop()
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fade.stop()
        self._effect.setEnabled(True)
        self._fade.setDuration(self._theme.fade_ms * (1 if shown else 2))
        self._fade.setStartValue(self._effect.opacity())
        self._fade.setEndValue(1.0 if shown else 0.0)
        self._fade.start()

    @Slot()
    def _take_presses(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)

    @Slot()
    def _settle(self) -> None:
        """Paint directly again once nothing has to be seen through."""
        if self._shown:
            self._effect.setEnabled(False)
