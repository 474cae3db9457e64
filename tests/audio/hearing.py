"""Listeners with real signatures that write down what they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.audio.player import PlayerState


class PlayerNotes:
    """What a player told, in order."""

    def __init__(self) -> None:
        self.positions: list[int] = []
        self.states: list[PlayerState] = []
        self.ends = 0
        self.sound: list[str] = []

    def position_changed(self, media_ms: int) -> None:
        self.positions.append(media_ms)

    def state_changed(self, state: PlayerState) -> None:
        self.states.append(state)

    def ended(self) -> None:
        self.ends += 1

    def sound_lost(self) -> None:
        self.sound.append("lost")

    def sound_back(self) -> None:
        self.sound.append("back")


class SessionNotes:
    """What a session told, in order."""

    def __init__(self) -> None:
        self.positions: list[int] = []
        self.cues: list[int] = []
        self.states: list[PlayerState] = []
        self.plans = 0
        self.ends = 0
        self.sound: list[str] = []

    def position_changed(self, position_ms: int) -> None:
        self.positions.append(position_ms)

    def cue_changed(self, index: int) -> None:
        self.cues.append(index)

    def state_changed(self, state: PlayerState) -> None:
        self.states.append(state)

    def plan_changed(self) -> None:
        self.plans += 1

    def finished(self) -> None:
        self.ends += 1

    def sound_lost(self) -> None:
        self.sound.append("lost")

    def sound_back(self) -> None:
        self.sound.append("back")


class RecorderNotes:
    """What a recorder told, in order."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.failures: list[str] = []
        self.told: list[str] = []

    def recorded(self, path: Path) -> None:
        self.paths.append(path)
        self.told.append("recorded")

    def failed(self, sentence: str) -> None:
        self.failures.append(sentence)
        self.told.append("failed")
