"""What the areas of the bank are called, and what the sentences wait for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.safety import Closed
from prt_desktop.domain.safety_messages import MessageArea


def area_word(area: MessageArea) -> str:
    """Name an area of the bank."""
    return {
        MessageArea.ANYWHERE: _tr("Anywhere"),
        MessageArea.HEAD_AND_JAW: _tr("Head and jaw"),
        MessageArea.NECK_AND_SHOULDERS: _tr("Neck and shoulders"),
        MessageArea.BACK: _tr("Back"),
        MessageArea.BELLY_AND_PELVIS: _tr("Belly and pelvis"),
        MessageArea.ARMS_AND_HANDS: _tr("Arms and hands"),
        MessageArea.HIPS_AND_LEGS: _tr("Hips and legs"),
        MessageArea.KNEES_AND_FEET: _tr("Knees and feet"),
    }[area]


def why_closed(closed: Closed) -> str:
    """Say in a friendly way what safety sentences wait for."""
    if closed is Closed.PAGES_UNANSWERED:
        return _tr(
            "Two short pages of safety questions come first. After that, and once a clinician "
            "has checked this pain, your sentences open here."
        )
    return _tr(
        "A sentence about safety has to be true to be of help. So this page waits until a "
        "clinician has checked this pain and you have written it down. Sentences you have "
        "already are kept."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sentences", text)
