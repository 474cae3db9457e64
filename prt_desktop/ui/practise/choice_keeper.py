"""Remembers a person's choices in the settings, a moment after the last change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from prt_desktop.domain.errors import StorageError

if TYPE_CHECKING:
    from prt_desktop.domain.left_at import LeftAt
    from prt_desktop.storage.settings import Settings, SettingsFile
    from prt_desktop.ui.practise.choices import Choices

_SETTLE_MS = 500


class ChoiceKeeper(QObject):
    """Writes the choices of one exercise; a moved slider is written once, all else at once.

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

    def keep_place(self, exercise_id: str, left: LeftAt | None) -> None:
        """Write where an exercise was left, or None that there is no place to go on from."""
        settings = self._settings.read()
        places = {name: at for name, at in settings.left_at.items() if name != exercise_id}
        if left is not None:
            places[exercise_id] = left
        self._put(replace(settings, left_at=places))

    @Slot(bool)
    def keep_unfolded(self, unfolded: bool) -> None:
        """Write whether the choices of how it sounds are shown."""
        self._put(replace(self._settings.read(), sound_unfolded=unfolded))

    @Slot()
    def write(self) -> None:
        """Write now what waits to be written."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            choices, exercise_id = waiting
            self._put(choices.kept_in(self._settings.read(), exercise_id))

    def _put(self, settings: Settings) -> None:
        try:
            self._settings.write(settings)
        except StorageError as error:
            self.failed.emit(str(error))
