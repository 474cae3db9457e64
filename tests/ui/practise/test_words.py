"""Lengths as they are said, of whole and of half minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.ui.practise import words
from prt_desktop.ui.practise.progress_line import ProgressLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.setting import Setting

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0.5, "half a minute"),
        (1, "one minute"),
        (1.5, "one and a half minutes"),
        (7, "seven minutes"),
    ],
)
def test_length_is_said_in_whole_and_half_minutes(count: float, said: str) -> None:
    assert words.minutes(count) == said


@pytest.mark.parametrize(
    ("length_ms", "position_ms", "told"),
    [
        (30_000, 5_000, "half a minute in all"),
        (60_000, 5_000, "one minute in all"),
        (90_000, 5_000, "The first minute of one and a half minutes"),
        (90_000, 61_000, "one minute of one and a half minutes over"),
        (150_000, 5_000, "The first minute of two and a half minutes"),
        (420_000, 125_000, "two minutes of seven minutes over"),
    ],
)
def test_progress_is_told_of_the_true_length(
    setting: Setting, qtbot: QtBot, length_ms: int, position_ms: int, told: str
) -> None:
    line = ProgressLine(setting.theme)
    qtbot.addWidget(line)
    line.set_length(length_ms)

    line.tell(position_ms)

    assert line.accessibleDescription() == told
