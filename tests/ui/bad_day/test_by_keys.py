"""The way through a bad day by keys alone, from Today to Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from prt_desktop.content.library import Library
from prt_desktop.ui.widgets.pane import Place
from tests.ui.conftest import shown
from tests.ui.reading import focused, press, tab_to, words_on
from tests.ui.setting import ASSETS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.setting import Setting


def test_a_bad_day_is_gone_through_by_keys_alone(setting: Setting, qtbot: QtBot) -> None:
    setting.library.exercises = Library(ASSETS).exercises
    setting.pass_safety_pages()
    window = shown(setting, qtbot)

    press(Qt.Key.Key_F2)
    assert focused().property("text").startswith("Is this pain new")
    tab_to("None of these")
    press(Qt.Key.Key_Return)
    assert focused().property("text") == "Yes, with a little curiosity"
    tab_to("No, it is too much")
    press(Qt.Key.Key_Return)
    assert focused().accessibleName() == "Then something kind"
    tab_to("Go on without one")
    press(Qt.Key.Key_Return)
    assert focused().accessibleName() == "The smallest next normal thing"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert "Enough for now" in words_on(window)
    press(Qt.Key.Key_Return)

    assert window.place is Place.TODAY
