"""What keeps away while a practice plays: the controls and the pointer, until somebody stirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.practise.fading import Fading

CONTROLS_STAY_MS = 4_000


class Hush(QObject):
    """Lets `parts` fade while it plays, but not under the mouse or beside an open sheet."""

    def __init__(self, stage: QWidget, parts: Sequence[Fading], sheets: Sequence[QWidget]) -> None:
        super().__init__(stage)
        self.playing = False
        self._stage = stage
        self._parts = tuple(parts)
        self._sheets = tuple(sheets)
        self._quiet = QTimer(self, singleShot=True, interval=CONTROLS_STAY_MS)
        self._quiet.timeout.connect(self._fade)

    @Slot()
    def wake(self) -> None:
        """Bring the controls and the pointer back for a while."""
        for part in self._parts:
            part.set_shown(shown=True)
        self._stage.unsetCursor()
        self._quiet.start()

    def stop(self) -> None:
        """Leave everything as it is."""
        self.playing = False
        self._quiet.stop()

    @Slot()
    def _fade(self) -> None:
        if not self.playing:
            return
        looked_at = any(part.underMouse() for part in self._parts)
        if looked_at or any(not sheet.isHidden() for sheet in self._sheets):
            self._quiet.start()
            return
        for part in self._parts:
            part.set_shown(shown=False)
        self._stage.setCursor(Qt.CursorShape.BlankCursor)
