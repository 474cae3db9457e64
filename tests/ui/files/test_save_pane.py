"""A practice saved as a sound file from the page before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import soundfile

from prt_desktop.domain.errors import SoundError
from prt_desktop.domain.safety import PageAnswer, PageId
from prt_desktop.paths import Places
from prt_desktop.sound_files import SoundFiles
from prt_desktop.ui.widgets.pane import Place
from tests.ui.reading import button, focused, words_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.files.conftest import Desk
    from tests.ui.setting import Setting

SAVE = "Save as a sound file"
SAVED = "Saved, with captions beside it"


@pytest.fixture
def before(desk: Desk, tmp_path: Path) -> Desk:
    """Give the page before a practice, with a place to save to."""
    desk.setting.dialogs.answer = tmp_path / "out" / "looking.mp3"
    desk.go(Place.PRACTISE, "looking")
    return desk


def test_a_practice_is_saved_as_it_was_chosen(before: Desk) -> None:
    before.press(SAVE)
    before.wait_for(SAVED)

    [(wish, out)] = before.setting.stand_in.saved
    assert (wish.exercise, wish.length_ms, wish.voice) == ("looking", 180_000, "heart")
    assert out == before.setting.dialogs.answer


def test_a_changed_length_is_saved_too(before: Desk) -> None:
    before.press("A little longer")

    before.press(SAVE)
    before.wait_for(SAVED)

    assert before.setting.stand_in.saved[0][0].length_ms == 240_000
    assert before.setting.dialogs.suggested == ["Looking 4 min"]


def test_the_page_says_what_will_be_in_the_file(before: Desk) -> None:
    before.press(SAVE)
    before.wait_for(SAVED)

    assert before.sees("Three minutes, spoken by Heart.")


def test_choosing_no_place_leads_back_to_the_practice(before: Desk) -> None:
    before.setting.dialogs.answer = None

    before.press(SAVE)
    before.wait_for("Start three minutes")

    assert before.setting.stand_in.saved == []
    assert before.window.place is Place.PRACTISE


def test_progress_is_shown_while_it_is_written(before: Desk) -> None:
    before.setting.stand_in.hold()

    before.press(SAVE)
    before.wait_for("3 of 7 minutes")

    assert before.sees("Writing looking.mp3")
    assert focused() is button(before.window, "Cancel")


def test_the_end_shows_the_folder(before: Desk, tmp_path: Path) -> None:
    before.press(SAVE)
    before.wait_for(SAVED)

    before.press("Show in folder")

    assert before.setting.opened == [tmp_path / "out"]
    assert before.sees(f"looking.mp3, in {tmp_path / 'out'}")


def test_a_cancelled_file_is_not_saved_and_can_be_tried_again(before: Desk) -> None:
    before.setting.stand_in.hold()
    before.press(SAVE)
    before.wait_for("3 of 7 minutes")

    before.press("Cancel")
    before.wait_for("Stopped. Nothing was saved.")
    before.setting.stand_in.go_on()
    before.press("Choose a place")
    before.wait_for(SAVED)

    assert len(before.setting.stand_in.saved) == 2


def test_an_error_is_one_sentence_with_a_way_on(before: Desk) -> None:
    sentence = "looking.mp3 could not be written. Free some space or choose another folder."
    before.setting.stand_in.error = SoundError(sentence)

    before.press(SAVE)
    before.wait_for(sentence)

    assert focused() is button(before.window, "Choose another place")


def test_choosing_no_other_place_keeps_the_error_in_sight(before: Desk) -> None:
    before.setting.stand_in.error = SoundError("It could not be written.")
    before.press(SAVE)
    before.wait_for("It could not be written.")

    before.setting.dialogs.answer = None
    before.press("Choose another place")

    assert before.sees("It could not be written.")


def test_somebody_who_went_on_is_told_in_the_bar(before: Desk) -> None:
    before.setting.stand_in.hold()
    before.press(SAVE)
    before.wait_for("3 of 7 minutes")

    before.go(Place.TODAY)
    before.setting.stand_in.go_on()
    before.wait_for("looking.mp3, in")

    assert before.window.place is Place.TODAY


def test_what_is_being_written_is_shown_again_on_coming_back(before: Desk) -> None:
    before.setting.stand_in.hold()
    before.press(SAVE)
    before.wait_for("3 of 7 minutes")

    before.press("Back to the practice")
    before.press(SAVE)

    assert before.sees("Writing looking.mp3")
    assert len(before.setting.stand_in.saved) == 1


def test_a_closed_gate_offers_no_sound_file(
    setting: Setting, sit_down: Callable[[Setting], Desk]
) -> None:
    setting.journal.add_answer(PageAnswer(PageId.SAME_DAY, ("fever",), setting.clock()))
    desk = sit_down(setting)

    desk.go(Place.PRACTISE, "looking")

    assert SAVE not in words_on(desk.window)


def test_a_voice_that_is_not_recorded_offers_no_sound_file(before: Desk) -> None:
    for clip in (before.setting.library.assets / "audio" / "looking" / "heart").iterdir():
        clip.unlink()
    before.window.journal_changed()

    assert not before.sees(SAVE)


def test_an_unforeseen_fault_ends_the_errand_and_is_raised(before: Desk) -> None:
    before.setting.stand_in.error = ZeroDivisionError("a fault of ours")

    with before.qtbot.captureExceptions() as raised:
        before.press(SAVE)
        before.wait_for("Something went wrong that we did not foresee.")

    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_the_real_engine_writes_sound_and_captions(
    setting: Setting, sit_down: Callable[[Setting], Desk], tmp_path: Path
) -> None:
    where = Places(setting.folder, setting.folder / "cache")
    setting.real_engine = SoundFiles(setting.library.assets, where, setting.clock)
    desk = sit_down(setting)
    setting.dialogs.answer = tmp_path / "looking.mp3"
    desk.go(Place.PRACTISE, "looking")

    desk.press(SAVE)
    desk.qtbot.waitUntil(lambda: desk.sees(SAVED), timeout=30_000)

    assert round(soundfile.info(tmp_path / "looking.mp3").duration) == 180
    assert (tmp_path / "looking.vtt").read_text("utf-8").startswith("WEBVTT")
    assert {one.name for one in tmp_path.iterdir()} >= {"looking.mp3", "looking.vtt"}
    assert not list(tmp_path.glob(".*"))
