"""The watch over the devices tells a lost one from a window that was held."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from prt_desktop.audio import qt_device
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


def test_after_a_stall_with_a_device_there_sound_is_tried_once_more_and_no_oftener(
    qtbot: QtBot, watch: QtDeviceWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qt_device, "_id_of_default", lambda: b"headset")
    monkeypatch.setattr(qt_device, "_STALLED_AFTER_MS", 400)
    told: list[str] = []
    watch.lost.connect(lambda: told.append("lost"))
    watch.back.connect(lambda: told.append("back"))
    watch.begin()

    qtbot.waitUntil(lambda: told.count("lost") == 2, timeout=LOST_WITHIN_MS)

    assert told == ["lost", "back", "lost"]
    assert not watch.has_sound


def test_playing_again_tries_a_device_that_stood_still_before(
    qtbot: QtBot, watch: QtDeviceWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qt_device, "_id_of_default", lambda: b"headset")
    monkeypatch.setattr(qt_device, "_STALLED_AFTER_MS", 400)
    for _ in range(2):
        with qtbot.waitSignal(watch.back, timeout=LOST_WITHIN_MS):
            watch.begin()

    assert watch.has_sound
