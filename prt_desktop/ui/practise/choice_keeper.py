"""Remembers a person's choices in the settings, a moment after the last change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from prt_desktop.domain.errors import StorageError

if TYPE_CHECKING:
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.practise.choices import Choices

_SETTLE_MS = 500


class ChoiceKeeper(QObject):
    """Writes the choices of one exercise; a moved slider is written once.

    Signals: `failed` with a sentence.
    """

    failed = Signal(str)

    def __init__(self, settings: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._waiting: tuple[Choices, str] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self.write)

    def keep(self, choices: Choices, exercise_id: str) -> None:
        """Write these choices soon."""
        self._waiting = (choices, exercise_id)
        self._timer.start()

    @Slot()
    def write(self) -> None:
        """Write now what waits to be written."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        choices, exercise_id = waiting
        try:
            self._settings.write(choices.kept_in(self._settings.read(), exercise_id))
        except StorageError as error:
            self.failed.emit(str(error))
