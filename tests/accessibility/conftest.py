"""A desktop for each test that reads the window as a screen reader does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.accessibility import desktop as desktops
from tests.accessibility import keyboard
from tests.accessibility.desktop import Desktop
from tests.sound.conftest import recorder, server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.sound.pulse import PulseServer

__all__ = ["desktop", "recorder", "server", "sounding_desktop"]


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """Start a screen and a bus on which nothing sounds."""
    lacking = desktops.missing()
    if lacking:
        pytest.skip(lacking)
    with Desktop({}) as running:
        yield running


@pytest.fixture
def sounding_desktop(server: PulseServer) -> Iterator[Desktop]:
    """Start a screen and a bus beside a sound server with one device, and a keyboard."""
    lacking = desktops.missing() or ("" if keyboard.is_installed() else keyboard.MISSING)
    if lacking:
        pytest.skip(lacking)
    with Desktop(server.environment) as running:
        yield running
