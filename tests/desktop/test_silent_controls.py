"""The silent twin keeps the contract of media controls in its memory alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.desktop.silent_controls import SilentControls
from tests.desktop.controls_contract import ControlsContract, Desk, Seen

if TYPE_CHECKING:
    from collections.abc import Callable


class SilentDesk:
    """Silent controls; what they keep is what is seen."""

    def __init__(self) -> None:
        self.controls = SilentControls()

    def seen(self) -> Seen | None:
        kept, playing = self.controls, self.controls.playing
        if playing is None:
            return None
        return Seen(playing.title, playing.length_ms, kept.playback, kept.position_ms, kept.volume)

    def press(self, wish: str, value: int | None) -> None:
        if self.controls.listener is not None:
            ask = getattr(self.controls.listener, f"{wish}_requested")
            ask() if value is None else ask(value)

    def until(self, holds: Callable[[], bool]) -> None:
        assert holds()


class TestSilentControls(ControlsContract):
    @pytest.fixture
    def desk(self) -> Desk:
        return SilentDesk()
