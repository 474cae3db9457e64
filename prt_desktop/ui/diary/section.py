"""The names of the diary's sections, in words and as what the diary opens."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from prt_desktop.ui.widgets.sectioned import Titles


class SectionId(StrEnum):
    """The sections that there can be, in the order in which they stand.

    Their names are also what `Pane.open` of the diary takes: "evidence", or "evidence:ID" to
    open something there.
    """

    ENTRIES = "entries"
    EVIDENCE = "evidence"
    MOVEMENTS = "movements"
    MEASURES = "measures"
    LOOKING_BACK = "looking_back"
    REPORT = "report"


def entry_target(entry_id: str) -> str:
    """Give what `Pane.open` of the diary takes to show one entry."""
    return f"{SectionId.ENTRIES}:{entry_id}"


def diary_titles() -> Titles:
    """Name the diary and its row of sections."""
    return Titles(_tr("Diary"), _tr("Sections of the diary"))


def section_word(section_id: SectionId) -> str:
    """Name a section."""
    return {
        SectionId.ENTRIES: _tr("Entries"),
        SectionId.EVIDENCE: _tr("Evidence"),
        SectionId.MOVEMENTS: _tr("Movements"),
        SectionId.MEASURES: _tr("How it has been"),
        SectionId.LOOKING_BACK: _tr("Looking back"),
        SectionId.REPORT: _tr("Report"),
    }[section_id]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Diary", text)
