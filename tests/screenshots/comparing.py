"""Comparing a picture with its golden one, pixel by pixel."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPixmap

GOLDEN = Path(__file__).parent / "golden"
SHOTS = Path(__file__).parents[2] / "shots"
MOST_DIFFERENT = 0.001
FAINT = 8
"""Steps of 255 in one colour that no eye sees.

Qt draws letters over 64 pixels as outlines, and the edges of the same outline came out up to
5 steps apart, depending on which letters the process had drawn before.
"""
MOST_FAINT = 0.01
"""As many pixels may differ by no more than FAINT: edges of letters do, a colour does not."""


def compare(name: str, taken: QPixmap, *, rewrite: bool) -> str:
    """Compare a picture with the golden one of its name, or make it the golden one.

    Gives a sentence saying what is wrong, or nothing; then `shots/` holds the actual picture
    and one in which every differing pixel is marked.
    """
    path = GOLDEN / f"{name}.png"
    actual = taken.toImage().convertToFormat(QImage.Format.Format_RGB32)
    if rewrite:
        GOLDEN.mkdir(exist_ok=True)
        actual.save(str(path))
        return ""
    golden = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    if golden.isNull():
        return _left(name, actual, None, "has no golden picture yet: `make shots` makes one")
    if golden.size() != actual.size():
        return _left(name, actual, None, f"is {actual.size()} large, not {golden.size()}")
    return _compare_pixels(name, golden, actual)


def _compare_pixels(name: str, golden: QImage, actual: QImage) -> str:
    wanted = memoryview(golden.constBits()).cast("I")
    got = memoryview(actual.constBits()).cast("I")
    if wanted == got:
        return ""
    unlike = [k for k, (one, other) in enumerate(zip(wanted, got, strict=True)) if one != other]
    wrong = [k for k in unlike if _seen(wanted[k], got[k])]
    share, faint = len(wrong) / len(wanted), (len(unlike) - len(wrong)) / len(wanted)
    if share <= MOST_DIFFERENT and faint <= MOST_FAINT:
        return ""
    marked = actual.copy()
    for place in unlike:
        marked.setPixelColor(place % actual.width(), place // actual.width(), QColor("magenta"))
    fault = f"differs in {share:.2%} of its pixels, and faintly in {faint:.2%}"
    return _left(name, actual, marked, fault)


def _seen(one: int, other: int) -> bool:
    """Say whether two colours, as Qt packs them in 32 bits, are further apart than FAINT."""
    return any(abs((one >> at & 255) - (other >> at & 255)) > FAINT for at in (0, 8, 16))


def _left(name: str, actual: QImage, marked: QImage | None, fault: str) -> str:
    SHOTS.mkdir(exist_ok=True)
    actual.save(str(SHOTS / f"{name}.actual.png"))
    if marked is not None:
        marked.save(str(SHOTS / f"{name}.diff.png"))
    return f"{name} {fault}; see {SHOTS}"
