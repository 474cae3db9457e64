"""Looking back is a section of the diary, with two views of the same entries."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.circumstances import Circumstances, Ratings
from prt_desktop.ui.diary.looking_back.patterns_view import PatternsView
from prt_desktop.ui.diary.looking_back.trend_view import TrendView
from prt_desktop.ui.widgets.pane import Place
from tests.builders import an_entry
from tests.ui.conftest import shown
from tests.ui.reading import button, words_on
from tests.ui.setting import NOON

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.diary import Entry
    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting


def entry_of(days_ago: int, fear: int) -> Entry:
    """Build a note with fear and a tag beside it."""
    beside = Circumstances(Ratings(fear=fear), tags=("rain",))
    return an_entry(created_at=NOON - timedelta(days=days_ago), circumstances=beside)


@pytest.fixture
def looking(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Give the window with the diary's section open on two days."""
    setting.pass_safety_pages()
    setting.journal.add_all((entry_of(3, 6), entry_of(1, 4)))
    window = shown(setting, qtbot)
    window.go(Place.DIARY, "looking_back")
    return window


def test_the_diary_leads_to_the_trends(looking: MainWindow) -> None:
    said = words_on(looking.findChildren(TrendView)[0])

    assert "Fear was between 4 and 6 in these four weeks. Noted on 2 of 28 days." in said
    assert not looking.findChildren(PatternsView)[0].isVisible()


def test_what_goes_together_is_looked_for_when_it_is_chosen(
    looking: MainWindow, qtbot: QtBot
) -> None:
    button(looking, "What goes together").click()

    (patterns,) = looking.findChildren(PatternsView)
    qtbot.waitUntil(lambda: "Cannot tell yet (1)" in words_on(patterns))
    assert not looking.findChildren(TrendView)[0].isVisible()


def test_a_look_can_be_asked_for_by_its_name(looking: MainWindow, qtbot: QtBot) -> None:
    looking.go(Place.DIARY, "looking_back:patterns")

    (patterns,) = looking.findChildren(PatternsView)
    assert patterns.isVisible()
    qtbot.waitUntil(lambda: "Looked at, on 2 days" in words_on(patterns))


@pytest.mark.parametrize("kind", [TrendView, PatternsView])
def test_a_view_takes_entries_by_itself(
    kind: type[TrendView | PatternsView], setting: Setting, qtbot: QtBot
) -> None:
    view = kind(setting.theme)
    qtbot.addWidget(view)
    view.show()

    view.show_entries([entry_of(2, 5)], NOON)

    qtbot.waitUntil(lambda: any(w in words_on(view) for w in ("Fear was 5", "Looked at")))
    assert "Nothing to" not in words_on(view)
