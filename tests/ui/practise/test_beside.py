"""On the stage: a page to write on and let go, a thought beside the voice, and when to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from prt_desktop.audio.player import PlayerState
from prt_desktop.content.library import Library
from prt_desktop.domain.diary import Entry, EntryKind, PracticeDetails
from prt_desktop.domain.exercise import Tool
from prt_desktop.ui.practise.stop_rules import StopRules
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_check
from tests.ui.practise.conftest import MINUTE_MS
from tests.ui.practise.practices import write_tools
from tests.ui.practise.test_names import check_all
from tests.ui.practise.tools.test_writing import MARKER, files_with
from tests.ui.practise.turns import write_turns
from tests.ui.reading import button, focused, press, tab_to, words_on, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.practise.conftest import Room
    from tests.ui.setting import Setting

CTRL = Qt.KeyboardModifier.ControlModifier
ASKED = "What is to become of them?"
RULE = "Stop if memories of trauma come, or panic, or if things feel unreal."


@pytest.fixture
def room(setting: Setting, tmp_path: Path, enter: Callable[..., Room]) -> Room:
    """Give the window of somebody with a recorded check, with the practices with pages."""
    assets = write_tools(tmp_path / "tools")
    write_turns(assets)
    setting.library = Library(assets)
    now = setting.clock()
    setting.journal.add_answer(a_check(now.date(), now))
    room = enter(setting)
    room.answer_nothing_new()
    return room


def start(room: Room, exercise_id: str) -> None:
    """Go to a practice and press Start."""
    room.window.go(Place.PRACTISE, exercise_id)
    room.start()


def written(room: Room) -> str:
    """Give what stands in the field of the stage."""
    [field] = [one for one in room.stage.findChildren(QPlainTextEdit) if one.isVisible()]
    return field.toPlainText()


def entries(room: Room) -> dict[EntryKind, Entry]:
    """Give what is in the diary."""
    return {entry.kind: entry for entry in room.setting.journal.entries()}


def begun(room: Room) -> list[str]:
    """Name the practices that were begun."""
    return [one.exercise_id for one in room.practices()]


def test_writing_is_the_stage_while_the_voice_goes_on(room: Room) -> None:
    start(room, "write-and-let-go")

    write("The first words.")

    assert written(room) == "The first words."
    assert RULE in words_on(room.stage)
    assert room.stage.caption.text == "Welcome."
    assert room.player.state is PlayerState.PLAYING
    assert button(room.stage, "Pause (Space)").isVisible()


def test_letters_and_arrows_belong_to_the_field(room: Room) -> None:
    start(room, "write-and-let-go")
    room.listen(30_000)

    write("lx t")
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    write("c")

    assert written(room) == "lxc t"
    assert room.player.state is PlayerState.PLAYING
    assert "I'm fine" not in words_on(room.stage)


def test_every_control_of_the_writing_stage_is_named_and_large(room: Room) -> None:
    start(room, "write-and-let-go")
    write("Words.")
    press(Qt.Key.Key_Escape)

    check_all(room.stage)


def test_writing_without_words_ends_with_the_voice(room: Room) -> None:
    start(room, "write-and-let-go")

    room.listen_to_the_end()

    assert "That was the practice" in words_on(room.window)


def test_words_outlast_the_voice_and_fade_without_a_trace(room: Room) -> None:
    start(room, "write-and-let-go")
    write(MARKER)
    room.listen(3 * MINUTE_MS)
    room.qtbot.waitUntil(lambda: "That was the time." in words_on(room.stage))
    kept_until_then = written(room)

    button(room.stage, "Fade away").click()

    [(kind, entry)] = entries(room).items()
    assert kept_until_then == MARKER
    assert kind is EntryKind.PRACTICE
    assert entry.details == PracticeDetails("write-and-let-go", 180_000, 180_000, finished=True)
    assert files_with(MARKER, room.setting.folder) == []
    assert "That was the practice" in words_on(room.window)


def test_over_means_that_nothing_plays_again(room: Room) -> None:
    start(room, "write-and-let-go")
    write("Words.")
    room.listen(3 * MINUTE_MS)
    room.qtbot.waitUntil(lambda: room.player.state is PlayerState.STOPPED)

    room.stage.setFocus()
    press(Qt.Key.Key_Space)
    room.pane.performance.toggle()
    room.pane.performance.start_over()

    assert room.player.state is PlayerState.STOPPED
    assert written(room) == "Words."
    assert "Pause (Space)" not in words_on(room.stage)


def test_kept_words_are_in_the_diary_and_told(room: Room) -> None:
    changed: list[bool] = []
    start(room, "write-and-let-go")
    write("Unsent.")
    room.pane.journal_changed.connect(lambda: changed.append(True))

    button(room.stage, "Keep in my diary").click()

    assert entries(room)[EntryKind.WRITING].text == "Unsent."
    assert changed == [True]
    assert room.is_on()


def test_leaving_with_words_lets_the_voice_rest_and_asks(room: Room) -> None:
    start(room, "write-and-let-go")
    write("Words.")

    press(Qt.Key.Key_Escape)
    asked, rested = words_on(room.stage), room.player.state
    button(room.stage, "Fade away").click()

    assert ASKED in asked
    assert rested is PlayerState.PAUSED
    assert "You stepped away" in words_on(room.window)


def test_going_on_writing_stays_on_the_stage(room: Room) -> None:
    start(room, "write-and-let-go")
    write("Words.")
    button(room.stage, "Leave").click()

    button(room.stage, "Go on writing").click()
    write(" More.")

    assert written(room) == "Words. More."
    assert ASKED not in words_on(room.stage)


def test_stop_from_outside_asks_too(room: Room) -> None:
    start(room, "write-and-let-go")
    write("Words.")

    room.pane.performance.end()
    asked = words_on(room.stage)
    button(room.stage, "Keep in my diary").click()

    assert ASKED in asked
    assert entries(room)[EntryKind.WRITING].text == "Words."
    assert "You stepped away" in words_on(room.window)


def test_grounding_begins_looking_around_without_a_question(room: Room) -> None:
    start(room, "write-and-let-go")

    button(room.stage, "Grounding").click()

    assert begun(room) == ["write-and-let-go", "looking-around"]
    assert room.is_on()
    assert room.stage.accessibleName() == "Looking around the room"


def test_grounding_with_words_asks_what_becomes_of_them_first(room: Room) -> None:
    start(room, "write-and-let-go")
    write(MARKER)
    button(room.stage, "Grounding").click()
    asked, meanwhile = words_on(room.stage), begun(room)

    button(room.stage, "Fade away").click()

    assert ASKED in asked
    assert meanwhile == ["write-and-let-go"]
    assert begun(room) == ["write-and-let-go", "looking-around"]
    assert files_with(MARKER, room.setting.folder) == []


def test_grounding_after_the_voice_is_over(room: Room) -> None:
    start(room, "write-and-let-go")
    write("Words.")
    room.listen(3 * MINUTE_MS)
    room.qtbot.waitUntil(lambda: "That was the time." in words_on(room.stage))
    button(room.stage, "Grounding").click()

    button(room.stage, "Keep in my diary").click()

    assert begun(room) == ["write-and-let-go", "looking-around"]


def test_grounding_is_forgotten_by_going_on_writing(room: Room) -> None:
    start(room, "write-and-let-go")
    write("Words.")
    button(room.stage, "Grounding").click()
    button(room.stage, "Go on writing").click()

    press(Qt.Key.Key_Escape)
    button(room.stage, "Fade away").click()

    assert begun(room) == ["write-and-let-go"]


def test_crisis_card_over_the_writing_keeps_the_words(room: Room) -> None:
    start(room, "write-and-let-go")
    write("Words.")

    press(Qt.Key.Key_F1)
    rested = room.player.state
    room.window.close_crisis()

    assert rested is PlayerState.PAUSED
    assert written(room) == "Words."
    assert focused() in room.stage.findChildren(QPlainTextEdit)


def test_window_closed_behind_the_crisis_card_lets_the_words_go(room: Room) -> None:
    start(room, "write-and-let-go")
    write(MARKER)
    press(Qt.Key.Key_F1)

    closed = room.window.close()
    room.pane.shut()

    assert closed
    assert set(entries(room)) == {EntryKind.PRACTICE}
    assert files_with(MARKER, room.setting.folder) == []


def test_thought_is_written_beside_the_voice_by_keys(room: Room) -> None:
    start(room, "reframing")
    tab_to("Write it down")
    press(Qt.Key.Key_Space)
    write("My back was stiff.")

    press(Qt.Key.Key_Escape)

    draft = room.setting.journal.drafts.get(Tool.THOUGHT_RECORD)
    assert draft is not None
    assert draft.details is not None
    assert draft.details.texts[0] == "My back was stiff."
    assert room.is_on()
    assert room.player.state is PlayerState.PLAYING
    assert "Write it down" in words_on(room.stage)


def test_thought_kept_beside_the_voice_is_in_the_diary(room: Room) -> None:
    start(room, "reframing")
    button(room.stage, "Write it down").click()

    for words in ("My back was stiff.", "The day is lost.", "Some of them were fine."):
        write(words)
        press(Qt.Key.Key_Return, CTRL)

    assert set(entries(room)) == {EntryKind.PRACTICE, EntryKind.THOUGHT}
    assert room.is_on()
    assert "Step 1 of 3" not in words_on(room.stage)


def test_new_symptom_in_a_thought_leads_from_the_stage_to_its_question(room: Room) -> None:
    start(room, "reframing")
    button(room.stage, "Write it down").click()

    button(room.stage, "Something is new").click()

    assert room.pane.performance.stage is None
    assert room.window.place is Place.NEW_SYMPTOM


@pytest.mark.parametrize(
    ("movement", "rule"),
    [
        ("Bending forward", "You cannot come up again: hold on, and have it looked at."),
        ("Another one", "New numbness or weakness: stop, and have it looked at."),
    ],
)
def test_stop_rules_of_the_movement_are_in_sight_on_the_stage(
    room: Room, movement: str, rule: str
) -> None:
    start(room, "movement-for-real")
    button(room.window, "None of these").click()
    button(room.window, movement).click()
    if movement == "Another one":
        write("Wave")

    button(room.window, "Go on to the practice").click()

    [panel] = room.stage.findChildren(StopRules)
    assert panel.isVisible()
    assert rule in words_on(panel)
    assert panel.height() >= panel.height_for(panel.width())


def test_practice_without_a_movement_has_no_stop_rules_on_the_stage(room: Room) -> None:
    start(room, "looking")

    [panel] = room.stage.findChildren(StopRules)
    assert not panel.isVisible()
