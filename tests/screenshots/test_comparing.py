"""What counts as another picture, and what no eye would see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPainter, QPixmap

from tests.screenshots import comparing
from tests.screenshots.comparing import FAINT, compare

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp", "golden")

SIDE = 100
GROUND = QColor(100, 100, 100)
UNSEEN = QColor(100, 100 + FAINT, 100)
SEEN = QColor(100, 100 + FAINT + 1, 100)


def picture(color: QColor, pixels: int) -> QPixmap:
    """Give a grey picture whose first so many pixels have another colour."""
    drawn = QPixmap(SIDE, SIDE)
    drawn.fill(GROUND)
    painter = QPainter(drawn)
    painter.setPen(color)
    for place in range(pixels):
        painter.drawPoint(place % SIDE, place // SIDE)
    painter.end()
    return drawn


@pytest.fixture
def golden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "GOLDEN", tmp_path / "golden")
    monkeypatch.setattr(comparing, "SHOTS", tmp_path / "shots")
    assert not compare("grey", picture(GROUND, 0), rewrite=True)


@pytest.mark.parametrize(
    ("color", "pixels"), [(GROUND, 0), (SEEN, 10), (UNSEEN, 100)], ids=["same", "few", "faint"]
)
def test_picture_that_nobody_could_tell_apart_passes(color: QColor, pixels: int) -> None:
    assert not compare("grey", picture(color, pixels), rewrite=False)


@pytest.mark.parametrize(("color", "pixels"), [(SEEN, 11), (UNSEEN, 101)], ids=["seen", "wide"])
def test_picture_that_differs_is_named_and_left_to_look_at(
    color: QColor, pixels: int, tmp_path: Path
) -> None:
    fault = compare("grey", picture(color, pixels), rewrite=False)

    assert fault.startswith("grey differs in")
    assert sorted(path.name for path in (tmp_path / "shots").iterdir()) == [
        "grey.actual.png",
        "grey.diff.png",
    ]


def test_picture_of_another_size_or_without_a_golden_one_fails() -> None:
    assert "large, not" in compare("grey", QPixmap(3, 3), rewrite=False)
    assert "no golden picture" in compare("blue", picture(GROUND, 0), rewrite=False)
