"""What stands beside an entry, in words: ratings, parts of the body, tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.circumstances import BodyArea, Rating

if TYPE_CHECKING:
    from prt_desktop.domain.circumstances import Circumstances


def rating_word(rating: Rating) -> str:
    """Name what is rated."""
    return {
        Rating.FEAR: _tr("Fear"),
        Rating.CONFIDENCE: _tr("Confidence"),
        Rating.CURIOSITY: _tr("Curiosity"),
        Rating.SLEEP: _tr("Sleep"),
        Rating.MOOD: _tr("Mood"),
        Rating.PAIN: _tr("Pain"),
    }[rating]


def rating_ends(rating: Rating) -> tuple[str, str]:
    """Say what 0 and 10 mean."""
    return {
        Rating.FEAR: (_tr("none"), _tr("the most I know")),
        Rating.CONFIDENCE: (_tr("not at all"), _tr("completely")),
        Rating.CURIOSITY: (_tr("none"), _tr("very curious")),
        Rating.SLEEP: (_tr("very bad"), _tr("very good")),
        Rating.MOOD: (_tr("very low"), _tr("very good")),
        Rating.PAIN: (_tr("none"), _tr("the worst I can imagine")),
    }[rating]


def area_word(area: BodyArea) -> str:
    """Name a part of the body; left and right are the person's own."""
    return area_words()[area]


def area_words() -> dict[BodyArea, str]:
    """Name every part of the body, from head to foot."""
    return {
        BodyArea.WHOLE_BODY: _tr("Whole body"),
        BodyArea.HEAD: _tr("Head"),
        BodyArea.FACE_AND_JAW: _tr("Face and jaw"),
        BodyArea.NECK: _tr("Neck"),
        BodyArea.LEFT_SHOULDER: _tr("Left shoulder"),
        BodyArea.RIGHT_SHOULDER: _tr("Right shoulder"),
        BodyArea.LEFT_ARM: _tr("Left arm"),
        BodyArea.RIGHT_ARM: _tr("Right arm"),
        BodyArea.LEFT_HAND: _tr("Left hand"),
        BodyArea.RIGHT_HAND: _tr("Right hand"),
        BodyArea.CHEST: _tr("Chest"),
        BodyArea.BELLY: _tr("Belly"),
        BodyArea.UPPER_BACK: _tr("Upper back"),
        BodyArea.LOWER_BACK: _tr("Lower back"),
        BodyArea.PELVIS: _tr("Pelvis"),
        BodyArea.LEFT_HIP: _tr("Left hip"),
        BodyArea.RIGHT_HIP: _tr("Right hip"),
        BodyArea.LEFT_THIGH: _tr("Left thigh"),
        BodyArea.RIGHT_THIGH: _tr("Right thigh"),
        BodyArea.LEFT_KNEE: _tr("Left knee"),
        BodyArea.RIGHT_KNEE: _tr("Right knee"),
        BodyArea.LEFT_LOWER_LEG: _tr("Left lower leg"),
        BodyArea.RIGHT_LOWER_LEG: _tr("Right lower leg"),
        BodyArea.LEFT_FOOT: _tr("Left foot"),
        BodyArea.RIGHT_FOOT: _tr("Right foot"),
    }


def circumstances_words(circumstances: Circumstances) -> str:
    """Tell all that stands beside an entry in one line; empty where there is nothing."""
    words = area_words()
    parts = (
        [f"{rating_word(one)} {value}" for one, value in circumstances.ratings.given().items()],
        [words[area] for area in circumstances.areas],
        circumstances.tags,
    )
    return "  ·  ".join(", ".join(part) for part in parts if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Diary", text)
