"""A bus for the tests that ask for one, and another program on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desktop import private_bus
from tests.desktop.private_bus import Client, PrivateBus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


def _running() -> Iterator[PrivateBus]:
    if not private_bus.is_installed():
        pytest.skip(private_bus.MISSING)
    with PrivateBus() as running:
        yield running


@pytest.fixture(scope="session")
def daemon() -> Iterator[PrivateBus]:
    """Start a bus that no other program is on; starting one takes a tenth of a second."""
    yield from _running()


@pytest.fixture
def mortal_daemon() -> Iterator[PrivateBus]:
    """Start a bus that this test may kill."""
    yield from _running()


@pytest.fixture
def client(daemon: PrivateBus, qtbot: QtBot) -> Iterator[Client]:
    """Bring another program onto the bus."""
    with Client(daemon.address, qtbot) as connected:
        yield connected
