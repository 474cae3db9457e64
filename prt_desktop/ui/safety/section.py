"""The names of the sections of the safety place, in words and as what it opens."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from prt_desktop.ui.widgets.sectioned import Titles


class SafetySection(StrEnum):
    """The sections in the order in which they stand; their names are what `Pane.open` takes."""

    STANDING = "standing"
    FIT = "fit"
    PLAN = "safety_plan"
    NUMBERS = "numbers"
    ABOUT = "about"


def safety_titles() -> Titles:
    """Name the place and its row of sections."""
    return Titles(_tr("Safety"), _tr("Sections of safety"))


def safety_section_word(section: SafetySection) -> str:
    """Name a section."""
    return {
        SafetySection.STANDING: _tr("What is open"),
        SafetySection.FIT: _tr("Fit worksheet"),
        SafetySection.PLAN: _tr("Safety plan"),
        SafetySection.NUMBERS: _tr("Crisis numbers"),
        SafetySection.ABOUT: _tr("About this program"),
    }[section]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Safety", text)
