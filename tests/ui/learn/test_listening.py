"""A lesson is read aloud: the sentence is marked, and the voice and the pages go together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from prt_desktop.content.library import Library
from prt_desktop.domain.errors import SoundError
from prt_desktop.domain.reading_aloud import REST_MS
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place
from tests.ui.learn.listening_room import ListeningRoom, record_lessons
from tests.ui.learn.test_continuous import bar_of
from tests.ui.learn.test_reader import kept_lessons, page_of
from tests.ui.reading import button, focused, press, words_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.exercise import Recording
    from prt_desktop.domain.timeline import Timeline
    from tests.ui.setting import Setting

# "drawn" has two pages of two spoken sentences and one of four; "first" one of three, one of two.
SENTENCE_MS = 1_000
FIRST_PAGE_MS = 2 * SENTENCE_MS + REST_MS
DRAWN_MS = 2 * FIRST_PAGE_MS + 4 * SENTENCE_MS + REST_MS


@pytest.fixture
def room(setting: Setting, qtbot: QtBot) -> Iterator[ListeningRoom]:
    """Give the window of somebody whose lessons were recorded."""
    record_lessons(setting)
    room = ListeningRoom(setting, qtbot)
    yield room
    room.pane.shut()


@pytest.fixture
def quiet_room(setting: Setting, qtbot: QtBot) -> Iterator[ListeningRoom]:
    """Give the window of somebody whose lessons nobody recorded yet."""
    room = ListeningRoom(setting, qtbot)
    yield room
    room.pane.shut()


def change(setting: Setting, **choices: Any) -> None:
    """Change what is chosen in the settings."""
    setting.settings.write(replace(setting.settings.read(), **choices))


def listen(room: ListeningRoom) -> None:
    """Press the button that reads."""
    button(room.window, "Listen").click()


def test_the_button_reads_from_the_page_that_is_shown(room: ListeningRoom) -> None:
    room.open("drawn")
    press(Qt.Key.Key_Right)

    listen(room)
    room.hear(1_500)

    assert room.is_heard
    assert room.marked().startswith("Some found it so")
    assert "Page 2 of 3" in words_on(room.window)


def test_the_sentence_that_is_spoken_is_marked_softly(room: ListeningRoom) -> None:
    room.open("drawn")

    listen(room)
    room.hear(1_500)

    [mark] = page_of(room.window).extraSelections()
    assert mark.cursor.selectedText() == "Two rooms, and one alarm."
    assert mark.format.background().color() == room.setting.theme.color(Tone.ACCENT_SOFT)


def test_a_source_between_the_words_is_not_marked_for_spoken(room: ListeningRoom) -> None:
    room.open("first")

    listen(room)
    room.hear(2_500)

    assert room.marked() == "So said 151 adults"


def test_the_heading_is_marked_while_it_is_spoken(room: ListeningRoom) -> None:
    room.open("drawn")

    listen(room)
    room.hear(500)
    heading = next(one for one in room.window.findChildren(Label) if one.text() == "The drawing")
    in_heading = (heading.tone, room.marked())
    room.hear(1_000)

    assert in_heading == (Tone.ACCENT, "")
    assert (heading.tone, room.marked()[:9]) == (Tone.TEXT, "Two rooms")


def test_the_page_turns_when_the_voice_goes_on(room: ListeningRoom) -> None:
    room.open("drawn")
    listen(room)

    room.hear(FIRST_PAGE_MS - 100)
    before = words_on(room.window)
    room.hear(200)

    assert "Page 1 of 3" in before
    assert "Page 2 of 3" in words_on(room.window)


def test_a_page_turned_by_hand_moves_the_voice(room: ListeningRoom) -> None:
    room.open("drawn")
    listen(room)
    room.hear(500)

    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Left)
    room.hear(1_500)

    assert room.is_heard
    assert room.marked().startswith("Some found it so")


def test_letter_pauses_and_goes_on_where_it_was(room: ListeningRoom) -> None:
    room.open("drawn")
    press(Qt.Key.Key_L)
    room.hear(1_500)

    press(Qt.Key.Key_L)
    rested = room.is_heard
    room.hear(10_000)
    press(Qt.Key.Key_L)
    room.hear(100)

    assert not rested
    assert room.is_heard
    assert room.marked().startswith("Two rooms")


def test_the_button_says_what_a_press_does(room: ListeningRoom) -> None:
    room.open("drawn")
    listen(room)
    button(room.window, "Pause").click()

    go_on = button(room.window, "Go on")

    assert go_on.accessibleName() == "Go on reading aloud"
    assert go_on.accessibleDescription() == "Key: L"


def test_the_screen_reader_is_told(room: ListeningRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "prt_desktop.ui.learn.listening.announce", lambda _widget, words: said.append(words)
    )
    room.open("drawn")

    press(Qt.Key.Key_L)
    press(Qt.Key.Key_L)
    press(Qt.Key.Key_L)

    assert said == ["Reading aloud", "Paused", "Reading aloud"]


def test_the_focus_stays_on_the_button_when_the_voice_turns_the_page(room: ListeningRoom) -> None:
    room.open("drawn")
    listen(room)
    pause = button(room.window, "Pause")
    pause.setFocus()

    room.hear(FIRST_PAGE_MS + 500)

    assert focused() is pause
    assert "Page 2 of 3" in words_on(room.window)


def test_the_focus_goes_on_with_the_text_it_lay_in(room: ListeningRoom) -> None:
    room.open("drawn")
    press(Qt.Key.Key_L)

    room.hear(FIRST_PAGE_MS + 500)

    assert focused() is page_of(room.window)
    assert page_of(room.window).accessibleName() == "The source"


def test_after_the_last_page_comes_what_follows_in_silence(room: ListeningRoom) -> None:
    room.open("drawn")
    listen(room)

    with room.qtbot.waitSignal(room.aloud.heard_out):
        room.hear(DRAWN_MS + 500)

    assert not room.is_heard
    assert kept_lessons(room.setting) == ["drawn"]
    assert "Page 3 of 3" not in words_on(room.window)


def test_behind_the_last_page_the_voice_is_over(room: ListeningRoom) -> None:
    room.open("first")
    listen(room)

    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)

    assert not room.is_heard
    assert button(room.window, "Listen").isVisible()


@pytest.mark.parametrize("leave", ["lesson", "place", "search", "crisis"])
def test_leaving_makes_it_silent(room: ListeningRoom, leave: str) -> None:
    room.open("drawn")
    listen(room)
    room.hear(500)

    if leave == "lesson":
        press(Qt.Key.Key_Escape)
    elif leave == "search":
        press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    else:
        room.window.go(Place.PRACTISE if leave == "place" else Place.CRISIS)

    assert not room.is_heard
    assert list((room.setting.folder / "cache").glob("session-*.wav")) == []


def test_coming_back_to_a_lesson_offers_to_read_it_again(room: ListeningRoom) -> None:
    room.open("drawn")
    listen(room)
    room.window.go(Place.TODAY)

    room.window.go(Place.LEARN)
    listen(room)

    assert room.is_heard


def test_a_lesson_that_was_not_recorded_has_no_button(quiet_room: ListeningRoom) -> None:
    quiet_room.open("drawn")

    assert "Listen" not in words_on(quiet_room.window)


@pytest.mark.parametrize("letter", [Qt.Key.Key_L, Qt.Key.Key_S])
def test_its_letters_say_that_it_was_not_recorded(
    quiet_room: ListeningRoom, letter: Qt.Key
) -> None:
    quiet_room.open("first")

    press(letter)

    assert "has not been recorded yet" in words_on(quiet_room.window)
    assert not quiet_room.is_heard


def test_a_lesson_that_was_reworded_is_not_read(setting: Setting, qtbot: QtBot) -> None:
    record_lessons(setting)
    file = setting.library.assets / "lessons" / "02-drawn.md"
    file.write_text(file.read_text("utf-8").replace("Two rooms", "Three rooms"), "utf-8")
    setting.library = Library(setting.library.assets)
    room = ListeningRoom(setting, qtbot)

    room.open("drawn")

    assert "Listen" not in words_on(room.window)


def test_letters_that_are_turned_off_do_nothing(room: ListeningRoom) -> None:
    change(room.setting, stage_letters=False)
    room.open("drawn")

    press(Qt.Key.Key_L)
    press(Qt.Key.Key_S)

    assert not room.is_heard
    assert button(room.window, "Listen").accessibleDescription() == ""


def test_the_short_version_is_unfolded_and_read_by_one_letter(room: ListeningRoom) -> None:
    room.open("first")
    press(Qt.Key.Key_Right)

    press(Qt.Key.Key_S)

    assert room.is_heard
    assert "In short." in words_on(room.window)
    assert "Page 1 of 2" in words_on(room.window)
    assert room.marked() == ""


def test_the_short_version_rests_and_ends_unfolded(room: ListeningRoom) -> None:
    room.open("first")
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_S)
    rested = room.is_heard
    press(Qt.Key.Key_S)

    room.hear(SENTENCE_MS + REST_MS + 200)
    room.qtbot.waitUntil(lambda: not room.aloud.is_on)

    assert not rested
    assert "In short." in words_on(room.window)
    assert "Page 1 of 2" in words_on(room.window)


def test_folding_the_short_version_makes_it_silent(room: ListeningRoom) -> None:
    room.open("first")
    button(room.window, "Hear the 30-second version (S)").click()
    heard = room.is_heard

    press(Qt.Key.Key_Escape)

    assert heard
    assert not room.is_heard
    assert "In short." not in words_on(room.window)
    assert "Page 1 of 2" in words_on(room.window)


def test_the_lesson_can_be_read_after_its_short_version(room: ListeningRoom) -> None:
    room.open("drawn")
    press(Qt.Key.Key_S)
    room.hear(500)
    press(Qt.Key.Key_Right)

    press(Qt.Key.Key_L)
    room.hear(1_500)

    assert room.marked().startswith("Some found it so")


def test_without_a_sound_device_the_marks_go_on(setting: Setting, qtbot: QtBot) -> None:
    record_lessons(setting)
    room = ListeningRoom(setting, qtbot, has_sound=False)
    room.open("drawn")

    listen(room)
    room.hear(1_500)
    told = words_on(room.window)
    room.pane.shut()

    assert "No sound device was found." in told
    assert "No sound device was found." not in words_on(room.window)


def test_a_device_that_goes_and_comes_back_is_told(room: ListeningRoom) -> None:
    room.open("drawn")
    listen(room)

    room.player.lose_sound()
    lost = words_on(room.window)
    room.player.find_sound()

    assert "The sound is gone for now." in lost
    assert "The sound is gone for now." not in words_on(room.window)


def test_a_track_that_cannot_be_made_is_told(
    room: ListeningRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_timeline: Timeline, _recording: Recording, _position_ms: int) -> None:
        raise SoundError("There is no room. Nothing was lost.")

    monkeypatch.setattr(room.sound, "prepare", refuse)
    room.open("drawn")

    listen(room)

    assert "There is no room." in words_on(room.window)
    assert not room.is_heard


def test_voice_and_speech_rate_are_those_of_the_settings(room: ListeningRoom) -> None:
    change(room.setting, voice="nobody", rate=0.8, voice_volume=55)
    room.open("drawn")

    listen(room)
    room.hear(1_200)
    before = room.marked()
    room.hear(200)

    assert before == ""
    assert room.marked().startswith("Two rooms")
    assert room.player.volume == 55


def test_the_mark_is_there_after_the_text_grew(room: ListeningRoom) -> None:
    room.open("drawn")
    listen(room)
    room.hear(1_500)

    room.setting.theme.apply("dark", 150, reduce_motion=True)
    room.qtbot.waitUntil(lambda: bool(room.marked()))

    [mark] = page_of(room.window).extraSelections()
    assert mark.cursor.selectedText().startswith("Two rooms")
    assert mark.format.background().color() == room.setting.theme.color(Tone.ACCENT_SOFT)


def test_the_desktop_shows_a_reading_and_stays_awake(room: ListeningRoom) -> None:
    room.open("drawn")

    listen(room)
    room.hear(500)
    shown, awake = room.controls.playing, room.inhibitor.reason
    button(room.window, "Pause").click()
    resting = room.inhibitor.reason
    press(Qt.Key.Key_Escape)

    assert shown is not None
    assert shown.length_ms == DRAWN_MS
    assert awake
    assert not resting
    assert room.controls.playing is None


def test_pages_below_each_other_are_scrolled_without_moving_the_voice(room: ListeningRoom) -> None:
    change(room.setting, continuous=True)
    room.window.resize(800, 480)
    room.open("drawn")
    listen(room)
    room.hear(500)

    bar_of(room.window).setValue(bar_of(room.window).maximum())
    room.hear(1_000)

    assert room.is_heard
    assert room.aloud.page == 0
