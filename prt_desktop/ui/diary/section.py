"""What a section of the diary is: a pane within the pane, built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Signal

from prt_desktop.ui.widgets.pane import Pane


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


class SectionPane(Pane):
    """A section: a pane under the row of sections, which keeps the contract of every pane.

    Signals: those of a pane; `whole_wanted` with True when it wants the pane to itself, without
    the row of sections, and with False when that comes back.
    """

    whole_wanted = Signal(bool)


@dataclass(frozen=True, slots=True)
class Section:
    """A section by its id, and how its pane is built."""

    id: SectionId
    make: Callable[[], SectionPane]


def entry_target(entry_id: str) -> str:
    """Give what `Pane.open` of the diary takes to show one entry."""
    return f"{SectionId.ENTRIES}:{entry_id}"


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
