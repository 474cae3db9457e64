"""The clock set thirteen months on: what is stale says so, what was checked is asked again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from prt_desktop.app import NOT_ROOMS
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.safety import Closed, Occasion
from prt_desktop.ui.widgets.dropdown import Dropdown
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_check
from tests.ui.conftest import shown
from tests.ui.reading import named, press, words_on

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.setting import Setting

THIRTEEN_MONTHS = timedelta(days=396)


def test_thirteen_months_on_the_check_is_asked_again_and_numbers_are_stale(
    setting: Setting, qtbot: QtBot
) -> None:
    setting.pass_safety_pages()
    setting.journal.add_answer(a_check(setting.clock().date(), setting.clock()))
    window = shown(setting, qtbot)
    before = setting.journal.safety().closed(Gate.CHECKED, setting.clock())
    setting.clock.go_on(THIRTEEN_MONTHS)

    for place in (one for one in Place if one not in NOT_ROOMS):
        window.go(place)
    window.go(Place.SAFETY, "standing")
    standing = words_on(window)
    press(Qt.Key.Key_F1)
    country = named(window, Dropdown, "Country")
    country.setCurrentIndex(country.findText("Erewhon"))
    card = words_on(window)

    record = setting.journal.safety()
    assert before is None
    assert record.closed(Gate.CHECKED, setting.clock()) is Closed.CHECK_TOO_OLD
    assert record.closed(Gate.NO_OPEN_FLAG, setting.clock()) is None
    assert record.asks_mini_check(Occasion.WEEKLY, setting.clock())
    assert "Your last check is more than a year old." in standing
    assert "These numbers are more than a year old and may have changed." in card
