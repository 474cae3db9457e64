"""Beside an entry: how it was, where in the body, and what it went along with."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from prt_desktop.domain.circumstances import BodyArea, Circumstances, Ratings
from prt_desktop.domain.diary import Draft, EntryKind
from prt_desktop.ui.diary.area_choice import AreaChoice
from prt_desktop.ui.diary.body_map import BodyMap
from prt_desktop.ui.diary.circumstances_form import CircumstancesForm
from prt_desktop.ui.diary.tag_choice import TagChoice
from prt_desktop.ui.diary.timeline_view import TimelineView
from prt_desktop.ui.widgets.line_edit import LineEdit
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_lesson_note, an_entry
from tests.ui.conftest import shown
from tests.ui.reading import button, focused, named, press, spoken_name, tab_to, words_on, write
from tests.ui.setting import NOON

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.diary import Entry
    from prt_desktop.ui.main_window import MainWindow
    from prt_desktop.ui.theme import Theme
    from tests.ui.setting import Setting

CTRL = Qt.KeyboardModifier.ControlModifier
TOLD = Circumstances(Ratings(fear=4, mood=6), (BodyArea.LOWER_BACK,), ("rain",))
USED = ("poor sleep", "long sitting")


def open_entry(setting: Setting, qtbot: QtBot, entry: Entry) -> MainWindow:
    """Show the diary of one entry, and open it to be changed."""
    setting.pass_safety_pages()
    setting.journal.add(entry)
    window = shown(setting, qtbot)
    window.go(Place.DIARY)
    view = window.pane(Place.DIARY).findChildren(TimelineView)[0]
    view.choose(entry.id)
    view.setFocus()
    press(Qt.Key.Key_Return)
    return window


def stand(widget: QWidget, qtbot: QtBot) -> None:
    """Show a widget by itself, with the keys in it."""
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def test_how_it_was_is_told_and_kept_by_keys_alone(setting: Setting, window: MainWindow) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("Rain.")
    tab_to("How it was")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)

    write("4")
    first = focused().accessibleDescription()
    tab_to("Head, front")
    press(Qt.Key.Key_Space)
    tab_to("Tags of your own")
    write("rain")
    press(Qt.Key.Key_Return)
    tab_to("rain")
    press(Qt.Key.Key_Return, CTRL)

    told = Circumstances(Ratings(fear=4), (BodyArea.HEAD,), ("rain",))
    assert first == "Fear, from 0, none, to 10, the most I know"
    assert setting.journal.entries()[-1].circumstances == told
    assert "Fear 4" not in words_on(window)


def test_entry_opened_again_shows_and_keeps_all_that_was_told(
    setting: Setting, qtbot: QtBot
) -> None:
    window = open_entry(setting, qtbot, an_entry("Rain.", circumstances=TOLD))

    seen = words_on(window)
    button(window, "How it was").click()
    QTest.keyClicks(focused(), " And wind.")
    press(Qt.Key.Key_Return, CTRL)

    assert "Fear 4, Mood 6  ·  Lower back  ·  rain" in seen
    assert setting.journal.entries()[-1].circumstances == TOLD
    assert setting.journal.entries()[-1].text == "Rain. And wind."


def test_draft_keeps_what_was_told_beside_it(setting: Setting, qtbot: QtBot) -> None:
    setting.pass_safety_pages()
    setting.journal.drafts.keep(Draft("", EntryKind.FEELING, circumstances=TOLD))

    window = shown(setting, qtbot)
    window.go(Place.DIARY, "new")

    assert "Fear 4, Mood 6  ·  Lower back  ·  rain" in words_on(window)
    assert button(window, "A feeling").isChecked()


def test_note_from_a_lesson_keeps_its_quote_when_it_is_changed(
    setting: Setting, qtbot: QtBot
) -> None:
    note = a_lesson_note("pain-is-an-alarm")
    window = open_entry(setting, qtbot, note)

    write(" Still.")
    press(Qt.Key.Key_Return, CTRL)

    changed = setting.journal.entries()[-1]
    assert (changed.text, changed.details) == ("Mine too. Still.", note.details)
    assert "Templates" not in words_on(window)


@pytest.mark.parametrize(
    ("chosen", "days_ago", "asked"), [(False, 30, False), (True, 30, True), (True, 3, False)]
)
def test_pain_is_asked_for_only_by_choice_and_once_a_week(
    setting: Setting, qtbot: QtBot, chosen: bool, days_ago: int, asked: bool
) -> None:
    setting.pass_safety_pages()
    setting.settings.write(replace(setting.settings.read(), rate_pain=chosen))
    rated = Circumstances(Ratings(pain=3))
    setting.journal.add(an_entry(circumstances=rated, created_at=NOON - timedelta(days=days_ago)))
    window = shown(setting, qtbot)
    window.go(Place.DIARY, "new")

    button(window, "How it was").click()

    assert ("Pain" in words_on(window).split("\n")) is asked


def test_pain_that_was_told_before_is_shown_in_any_case(theme: Theme, qtbot: QtBot) -> None:
    form = CircumstancesForm(theme)
    stand(form, qtbot)

    form.show_circumstances(Circumstances(Ratings(pain=3)), (), asks_for_pain=False)

    assert "Pain" in words_on(form).split("\n")
    assert form.circumstances == Circumstances(Ratings(pain=3))


def test_part_seen_on_both_sides_is_chosen_on_both(theme: Theme, qtbot: QtBot) -> None:
    choice = AreaChoice(theme)
    stand(choice, qtbot)

    button(choice, "Left shoulder, front").click()
    button(choice, "Lower back, back").click()
    both = button(choice, "Left shoulder, back").isChecked()
    button(choice, "List").click()
    listed = button(choice, "Left shoulder").isChecked()
    button(choice, "Left shoulder").click()

    assert both
    assert listed
    assert choice.areas == (BodyArea.LOWER_BACK,)
    assert "Lower back" in words_on(choice)


def test_left_is_the_persons_own_on_both_sides(theme: Theme, qtbot: QtBot) -> None:
    picture = BodyMap(theme)
    stand(picture, qtbot)

    at = {
        name: button(picture, name).geometry().center().x()
        for name in ("Left arm, front", "Right arm, front", "Left arm, back", "Right arm, back")
    }

    assert at["Right arm, front"] < at["Left arm, front"]
    assert at["Left arm, back"] < at["Right arm, back"]


def test_arrows_go_from_part_to_part_of_the_picture(theme: Theme, qtbot: QtBot) -> None:
    picture = BodyMap(theme)
    stand(picture, qtbot)
    button(picture, "Chest, front").setFocus()

    ways = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right):
        press(key)
        ways.append(spoken_name(focused()))

    assert ways == [
        "Belly, front",
        "Pelvis, front",
        "Belly, front",
        "Chest, front",
        "Left shoulder, front",
    ]


def test_tags_are_completed_offered_and_taken_away(theme: Theme, qtbot: QtBot) -> None:
    choice = TagChoice(theme)
    choice.show_tags((), USED)
    stand(choice, qtbot)
    line = named(choice, LineEdit, "Tags of your own")
    line.setFocus()

    write("po")
    completed, offered = line.text(), words_on(choice)
    press(Qt.Key.Key_Return)
    button(choice, "long sitting").click()
    write("Poor  Sleep, rain")
    together = choice.tags
    button(choice, "poor sleep").click()

    assert completed == "poor sleep"
    assert "long sitting" not in offered
    assert together == ("poor sleep", "long sitting", "rain")
    assert choice.tags == ("long sitting", "rain")
