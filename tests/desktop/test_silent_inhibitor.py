"""The silent twin keeps the contract of a suspend inhibitor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.desktop.silent_inhibitor import SilentInhibitor
from tests.desktop.inhibitor_contract import InhibitorContract, Machine

if TYPE_CHECKING:
    from collections.abc import Callable


class SilentMachine:
    """A machine that nothing keeps awake but a reason."""

    def __init__(self) -> None:
        self.inhibitor = SilentInhibitor()

    def holds(self) -> int:
        return int(self.inhibitor.reason is not None)

    def until(self, holds: Callable[[], bool]) -> None:
        assert holds()


class TestSilentInhibitor(InhibitorContract):
    @pytest.fixture
    def machine(self) -> Machine:
        return SilentMachine()
