"""Who is asked by media controls, and keeps what it was asked."""

from __future__ import annotations


class Wishes:
    """Keeps every wish by name, with its value."""

    def __init__(self) -> None:
        self.made: list[tuple[str, int | None]] = []

    def play_requested(self) -> None:
        self.made.append(("play", None))

    def pause_requested(self) -> None:
        self.made.append(("pause", None))

    def toggle_requested(self) -> None:
        self.made.append(("toggle", None))

    def stop_requested(self) -> None:
        self.made.append(("stop", None))

    def next_requested(self) -> None:
        self.made.append(("next", None))

    def previous_requested(self) -> None:
        self.made.append(("previous", None))

    def seek_requested(self, offset_ms: int) -> None:
        self.made.append(("seek", offset_ms))

    def position_requested(self, position_ms: int) -> None:
        self.made.append(("position", position_ms))

    def volume_requested(self, percent: int) -> None:
        self.made.append(("volume", percent))

    def raise_requested(self) -> None:
        self.made.append(("raise", None))
