"""The watch over the devices tells a lost one from a window that was held."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from prt_desktop.audio.qt_device import QtDeviceWatch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LONGER_THAN_A_STALL_S = 2.7
NOTICED_WITHIN_MS = 1_000
LOST_WITHIN_MS = 6_000


@pytest.fixture
def watch(qapp: object) -> Iterator[QtDeviceWatch]:  # noqa: ARG001 - devices want a program
    owner = QObject()
    watch = QtDeviceWatch(owner)
    yield watch
    watch.end()
    owner.deleteLater()


def hold_the_window(seconds: float) -> None:
    """Let nothing happen in the window's thread, as where the machine swaps or is suspended."""
    Event().wait(seconds)


def test_a_window_that_was_held_has_lost_no_device_until_the_play_head_stands_still(
    qtbot: QtBot, watch: QtDeviceWatch
) -> None:
    watch.begin()
    hold_the_window(LONGER_THAN_A_STALL_S)

    with qtbot.assertNotEmitted(watch.lost, wait=NOTICED_WITHIN_MS):
        pass
    with qtbot.waitSignal(watch.lost, timeout=LOST_WITHIN_MS):
        pass

    assert watch.is_lost
