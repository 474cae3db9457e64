"""The evidence section in a window of its own, on a real journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.evidence_sheet import StarterPoint
from prt_desktop.domain.safety import Check
from prt_desktop.ui.evidence.section import EvidenceSection
from tests.ui.setting import NOON

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.setting import Setting

MOVES = StarterPoint("moves", "It moves about.", "Techniques 3.3")
LEGS = StarterPoint("legs", "It is in both legs.", "Safety 4.3", collides_with=("both-legs",))


@pytest.fixture
def show(setting: Setting, qtbot: QtBot) -> Callable[[], EvidenceSection]:
    """Give a function that shows the section on the journal as it is then."""

    def shown() -> EvidenceSection:
        section = EvidenceSection(
            setting.theme, setting.journal, (MOVES, LEGS), setting.clock, setting.papers
        )
        qtbot.addWidget(section)
        section.refresh()
        section.resize(1000, 900)
        section.show()
        section.activateWindow()
        qtbot.waitUntil(section.isActiveWindow)
        return section

    return shown


def record_check(setting: Setting) -> None:
    """Record a clinician's check of today."""
    setting.pass_safety_pages()
    setting.journal.add_answer(Check("Dr Amari", NOON.date(), "back", "Fine.", NOON))
