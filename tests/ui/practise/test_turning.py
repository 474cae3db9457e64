"""A practice that turns: lighter, too much, fine again, enough, and never a word of reproach."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from prt_desktop.audio.player import PlayerState
from prt_desktop.content.library import Library
from prt_desktop.domain.timeline import Frame
from prt_desktop.ui.practise.offers import Offers
from prt_desktop.ui.safety.crisis_card import CrisisCard
from tests.ui.practise.turns import LIGHTER, SOOTHING, going_round, write_practice
from tests.ui.reading import button, press, words_on

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.domain.timeline import Pace
    from prt_desktop.ui.practise.stage import Stage
    from tests.ui.practise.conftest import Room
    from tests.ui.setting import Setting

MIDDLE = QPoint(300, 200)


def hold(stage: Stage) -> None:
    """Press the mouse on the stage; the test lets it go, or waits."""
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=MIDDLE)


def test_lighter_words_come_within_three_seconds(turning_room: Room) -> None:
    room = turning_room
    room.begin()
    room.listen(20_000)

    press(Qt.Key.Key_L)
    room.listen(3_000)

    assert room.stage.caption.text == LIGHTER
    assert "Of course. Lighter from here." in words_on(room.stage)


def test_button_that_was_pressed_turns_round_and_leads_back(turning_room: Room) -> None:
    room = turning_room
    room.begin()
    room.listen(20_000)
    button(room.stage, "Lighter").click()
    room.listen(3_000)

    button(room.stage, "I'm fine").click()
    room.listen(3_000)

    assert room.stage.caption.text == "You are here."
    assert button(room.stage, "Lighter").isVisible()


def test_practice_that_turned_ends_when_it_had_said(turning_room: Room) -> None:
    room = turning_room
    room.begin()
    room.listen(20_000)

    button(room.stage, "Lighter").click()
    with room.qtbot.waitSignal(room.pane.performance.ended):
        room.listen(160_000)

    assert room.practices()[0].finished


def test_too_much_is_met_with_ground_and_no_guilt(turning_room: Room, assets: Path) -> None:
    room = turning_room
    write_practice(assets, "flare-companion", ("I am here.",))
    room.setting.library.exercises = Library(assets).exercises
    room.begin()
    press(Qt.Key.Key_X)
    room.listen(3_000)
    soothed = room.stage.caption.text

    press(Qt.Key.Key_Escape)

    assert soothed == SOOTHING
    assert "You can let go of it now" in words_on(room.window)
    assert "Only if you like: how was I with it?" in words_on(room.window)
    assert button(room.window, "Company in a flare").isVisible()
    assert not [one for one in room.window.findChildren(CrisisCard) if one.isVisible()]


def test_someone_to_call_is_one_press_away_after_too_much(turning_room: Room) -> None:
    room = turning_room
    room.begin()
    button(room.stage, "Too much").click()
    press(Qt.Key.Key_Escape)

    button(room.window, "Someone to call").click()

    assert room.window.findChildren(CrisisCard)[0].isVisible()


def test_fine_again_after_too_much_is_asked_as_ever(turning_room: Room) -> None:
    room = turning_room
    room.begin()
    press(Qt.Key.Key_X)
    press(Qt.Key.Key_F)

    press(Qt.Key.Key_Escape)

    assert "You stepped away" in words_on(room.window)


def test_long_press_means_lighter_and_is_confirmed_by_a_tick(turning_room: Room) -> None:
    room = turning_room
    room.begin()

    with room.qtbot.waitSignal(room.stage.held):
        hold(room.stage)
    QTest.mouseRelease(room.stage, Qt.MouseButton.LeftButton, pos=MIDDLE)

    assert room.player.beside == ["tick"]
    assert "Of course. Lighter from here." in words_on(room.stage)
    assert room.player.state is PlayerState.PLAYING


def test_long_press_of_space_means_lighter(turning_room: Room) -> None:
    room = turning_room
    room.begin()

    with room.qtbot.waitSignal(room.stage.held):
        QTest.keyPress(room.stage, Qt.Key.Key_Space)
    QTest.keyRelease(room.stage, Qt.Key.Key_Space)

    assert button(room.stage, "I'm fine").isVisible()
    assert room.player.state is PlayerState.PLAYING


def test_button_makes_no_sound_for_eyes_that_are_open(turning_room: Room) -> None:
    turning_room.begin()

    button(turning_room.stage, "Lighter").click()

    assert turning_room.player.beside == []


def test_asking_while_paused_goes_on(turning_room: Room) -> None:
    room = turning_room
    room.begin()
    press(Qt.Key.Key_Space)

    press(Qt.Key.Key_X)

    assert room.player.state is PlayerState.PLAYING
    assert room.stage.caption.text in {SOOTHING, "Welcome."}


def test_practice_without_scripts_offers_no_turn(room: Room) -> None:
    room.begin()

    with room.qtbot.waitSignal(room.stage.held):
        hold(room.stage)

    assert "Lighter" not in words_on(room.stage)
    assert room.player.state is PlayerState.PAUSED


def test_practice_until_i_stop_comes_to_its_close_and_ends(
    turning_room: Room, assets: Path
) -> None:
    room = turning_room
    going_round(room, assets)
    room.perform(open_end=True)
    room.listen(300_000)

    press(Qt.Key.Key_E)
    with room.qtbot.waitSignal(room.pane.performance.ended):
        room.listen(240_000)

    assert room.practices()[0].finished
    assert "That was the practice" in words_on(room.window)


def test_enough_after_too_much_is_still_met_with_someone_to_call(
    turning_room: Room, assets: Path
) -> None:
    room = turning_room
    going_round(room, assets)
    room.perform(open_end=True)
    room.listen(60_000)
    press(Qt.Key.Key_X)
    room.listen(5_000)

    press(Qt.Key.Key_E)
    with room.qtbot.waitSignal(room.pane.performance.ended):
        room.listen(240_000)

    assert "You can let go of it now" in words_on(room.window)
    assert button(room.window, "Someone to call").isVisible()


def test_practice_until_i_stop_shows_no_end(turning_room: Room, assets: Path) -> None:
    room = turning_room
    going_round(room, assets)
    room.perform(open_end=True)

    press(Qt.Key.Key_Space)

    assert room.stage.progress.accessibleDescription() == "Until you stop"
    assert "Looking · until you stop" in words_on(room.stage)


def test_leaving_a_practice_until_i_stop_is_its_end(turning_room: Room, assets: Path) -> None:
    room = turning_room
    going_round(room, assets)
    room.perform(open_end=True)
    room.listen(70_000)

    press(Qt.Key.Key_Escape)

    assert [(one.planned_ms, one.finished) for one in room.practices()] == [(0, True)]
    assert room.setting.settings.read().left_at == {}


def test_session_that_waits_says_that_it_begins_in_a_moment(room: Room) -> None:
    room.perform(frame=Frame(delay_ms=10_000))
    waiting = room.stage.caption.text

    room.listen(11_000)

    assert (waiting, room.stage.caption.text) == ("Begins in a moment", "Welcome.")


def test_own_sentence_is_shown_in_the_silence_after_its_cue(room: Room, assets: Path) -> None:
    file = assets / "audio" / "looking" / "exercise.toml"
    file.write_text(file.read_text().replace('id = "safe"', 'id = "safe"\nown_sentence = 1'))
    room.setting.library.exercises = Library(assets).exercises
    pace = dataclasses.replace(offered_pace(room), own_sentences=("I can bend.",))
    room.perform(pace=pace)
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    spoken = room.stage.caption.text

    room.listen(4_000)

    assert (spoken, room.stage.caption.text) == ("You are here.", "I can bend.")


def test_letters_can_be_turned_off(turning_room: Room, setting: Setting) -> None:
    setting.settings.write(dataclasses.replace(setting.settings.read(), stage_letters=False))
    turning_room.begin()

    press(Qt.Key.Key_L)

    assert "I'm fine" not in words_on(turning_room.stage)
    assert button(turning_room.stage, "Hide captions").isVisible()


def test_letters_can_be_changed(turning_room: Room, setting: Setting) -> None:
    chosen = dataclasses.replace(setting.settings.read(), stage_keys={"lighter": "Q"})
    setting.settings.write(chosen)
    turning_room.begin()
    press(Qt.Key.Key_L)
    by_the_old_one = "I'm fine" in words_on(turning_room.stage)

    press(Qt.Key.Key_Q)

    assert (by_the_old_one, "I'm fine" in words_on(turning_room.stage)) == (False, True)


def offered_pace(room: Room) -> Pace:
    """Give the pace that is offered at first."""
    setting = room.setting
    offers = Offers(setting.journal, setting.practices(), setting.settings, setting.clock)
    exercise = setting.library.exercises[0]
    return offers.offer(exercise, offers.remembered(exercise)).wish.pace


def test_no_word_is_cut_where_the_window_is_narrow_and_the_text_large(
    turning_room: Room, assets: Path
) -> None:
    room = turning_room
    going_round(room, assets)
    room.setting.theme.apply("light", 200, reduce_motion=True)
    room.window.resize(640, 480)

    room.perform(open_end=True)

    words = ("Lighter", "Too much", "Enough for today", "Leave")
    buttons = [button(room.stage, one) for one in words]
    places = [QRect(one.mapTo(room.stage, QPoint()), one.size()) for one in buttons]
    assert room.stage.width() == 640
    assert all(room.stage.rect().contains(place) for place in places)
    assert all(one.width() >= one.sizeHint().width() for one in buttons)


def test_a_long_name_is_shortened_and_told_in_full(turning_room: Room) -> None:
    room = turning_room
    name = "A walk along the river " * 5
    (exercise, *others) = room.setting.library.exercises
    named = dataclasses.replace(exercise, title=name)
    room.setting.library.exercises = (named, *others)
    room.setting.theme.apply("light", 200, reduce_motion=True)
    room.window.resize(640, 480)

    room.perform()

    (head,) = [one for one in room.stage.findChildren(QLabel) if one.text() == name]
    leave = button(room.stage, "Leave")
    assert head.isVisible()
    assert head.toolTip() == name
    assert QAccessible.queryAccessibleInterface(head).text(QAccessible.Text.Name) == name
    assert leave.width() >= leave.sizeHint().width()
    assert head.geometry().right() < leave.geometry().left()
