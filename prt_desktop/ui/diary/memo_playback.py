"""Spoken memos played, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from prt_desktop.audio.player import PlayerState

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prt_desktop.audio.player import Player


class MemoPlayback(QObject):
    """Plays and pauses a memo; the player is asked for when one is first played.

    Others may use the same player, as long as each stops before another begins.
    Signals: `changed` when it plays, pauses, ends, or the play head moved.
    """

    changed = Signal()

    def __init__(self, make_player: Callable[[], Player], parent: QObject) -> None:
        super().__init__(parent)
        self._make_player = make_player
        self._player: Player | None = None
        self._path: Path | None = None

    @property
    def is_playing(self) -> bool:
        """Say whether a memo sounds just now."""
        return self._player is not None and self._player.state is PlayerState.PLAYING

    @property
    def position_ms(self) -> int:
        """Where in the memo it is; 0 at rest."""
        return 0 if self._player is None or self._path is None else self._player.position_ms

    def toggle(self, path: Path, length_ms: int) -> None:
        """Play a memo, pause it, or go on; another one than before begins at its beginning."""
        if self._player is None:
            self._player = self._make_player()
        self._player.listen(self)
        if path != self._path:
            self._path = path
            self._player.load(path, length_ms)
        if self._player.state is PlayerState.PLAYING:
            self._player.pause()
        else:
            self._player.play()

    def stop(self) -> None:
        """Stop and let go of the memo."""
        if self._player is not None and self._path is not None:
            self._path = None
            self._player.stop()
            self.changed.emit()

    def shut(self) -> None:
        """Stop, and hear nothing of the player any more."""
        self.stop()
        if self._player is not None:
            self._player.listen(None)

    def position_changed(self, _media_ms: int) -> None:
        """Pass it on."""
        self.changed.emit()

    def state_changed(self, _state: PlayerState) -> None:
        """Pass it on."""
        self.changed.emit()

    def ended(self) -> None:
        """Be ready to begin again."""
        self._path = None
        self.changed.emit()

    def sound_lost(self) -> None:
        """Play on in silence: the player goes on by itself when a device is back."""

    def sound_back(self) -> None:
        """Do nothing: it plays."""
