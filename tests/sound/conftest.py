"""A sound server for each test, with one device and its recorder attached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sound import pulse
from tests.sound.pulse import DEVICE, PulseServer, Recorder

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def server() -> Iterator[PulseServer]:
    """Start a sound server with one device."""
    if not pulse.is_installed():
        pytest.skip(pulse.MISSING)
    with PulseServer() as running:
        running.add_device(DEVICE)
        yield running


@pytest.fixture
def recorder(server: PulseServer) -> Iterator[Recorder]:
    """Record what is heard on the device, from before anything plays."""
    with Recorder(server, DEVICE) as recording:
        yield recording
