"""From a section of the diary to one of its entries, and through the sections by the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.diary import EntryKind
from prt_desktop.ui.widgets.pane import Place
from tests.builders import an_entry
from tests.ui.conftest import shown
from tests.ui.reading import open_row, words_on
from tests.ui.test_diary import timeline

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.setting import Setting


def test_an_exception_leads_to_its_entry_in_the_timeline(setting: Setting, qtbot: QtBot) -> None:
    setting.pass_safety_pages()
    surprise = an_entry("The stairs were fine.", kind=EntryKind.SURPRISE)
    setting.journal.add_all((surprise, an_entry("Later.")))
    window = shown(setting, qtbot)
    window.go(Place.DIARY, "evidence")

    open_row(window.pane(Place.DIARY), "Exceptions")

    assert timeline(window).entry == surprise


def test_each_section_opens_by_its_name(setting: Setting, qtbot: QtBot) -> None:
    setting.pass_safety_pages()
    window = shown(setting, qtbot)
    seen = {}

    for name in ("evidence", "movements", "measures"):
        window.go(Place.DIARY, name)
        seen[name] = words_on(window.pane(Place.DIARY))

    assert "Points toward the alarm system" in seen["evidence"]
    assert "Movement ladder" in seen["movements"]
    assert "not a validated scale" in seen["measures"]
