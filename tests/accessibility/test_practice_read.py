"""A whole practice with a screen reader, at the usual and at the largest text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.app import now
from prt_desktop.domain.diary import PracticeDetails, Reflection
from prt_desktop.domain.exercise import Turn
from prt_desktop.storage.journal import Journal
from tests.accessibility.desktop import Reading
from tests.accessibility.journey import ALL_WORDS, Journey
from tests.accessibility.keyboard import Keyboard
from tests.accessibility.material import at_text_size, linked_assets
from tests.sound.pulse import DEVICE, Recorder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.accessibility.desktop import Desktop
    from tests.sound.pulse import PulseServer

pytestmark = [pytest.mark.soak, pytest.mark.sound]

SIZES = [100, 200]
BOTH = (Turn.LIGHTER, Turn.TOO_MUCH)


@pytest.mark.parametrize("percent", SIZES)
@pytest.mark.usefixtures("recorder")
def test_page_before_says_and_takes_every_choice(
    sounding_desktop: Desktop, tmp_path: Path, percent: int
) -> None:
    data = at_text_size(tmp_path / "data", percent)
    material = linked_assets(tmp_path / "assets", BOTH)

    with Reading(sounding_desktop, data, material) as window:
        journey = Journey(window, Keyboard(sounding_desktop))
        journey.choose_practice()
        journey.answer_pages()
        window.press("10", "radio button")
        longer = window.find("Start", "push button")
        window.press("7", "radio button")
        window.press("How it sounds")
        window.press("Short", "radio button")
        window.press("Show captions", "check box")
        window.set_value("Loudness of the voice", 55)
        tree = journey.look("page before")

    assert longer.name == "Start ten minutes"
    assert "checked" in tree.named("Short", "radio button").states
    assert "checked" not in tree.named("Show captions", "check box").states
    assert tree.named("Loudness of the voice", "slider").value == 55
    assert tree.has("55 %")
    assert journey.told == []


@pytest.mark.parametrize("percent", SIZES)
@pytest.mark.usefixtures("recorder")
def test_practice_is_done_with_a_screen_reader(
    sounding_desktop: Desktop, tmp_path: Path, percent: int
) -> None:
    data = at_text_size(tmp_path / "data", percent)
    material = linked_assets(tmp_path / "assets", BOTH)

    with Reading(sounding_desktop, data, material) as window:
        journey = Journey(window, Keyboard(sounding_desktop))
        journey.choose_practice()
        journey.answer_pages()
        journey.start()
        playing = journey.look("playing")
        journey.play_about()
        journey.leave()
        announced = window.announced()

    [entry] = Journal(data, now).entries()
    assert isinstance(entry.details, PracticeDetails)
    assert entry.details.reflection is Reflection.CURIOUS
    assert playing.named("Caption").description == ""
    assert [one for one in announced if one.startswith("Welcome.")] == []
    assert journey.told == []


def test_captions_are_read_when_the_voice_does_not_speak(
    server: PulseServer, recorder: Recorder, sounding_desktop: Desktop, tmp_path: Path
) -> None:
    material = linked_assets(tmp_path / "assets", BOTH)

    with Reading(sounding_desktop, tmp_path / "data", material) as window:
        journey = Journey(window, Keyboard(sounding_desktop))
        journey.choose_practice()
        journey.answer_pages()
        journey.start()
        spoken = window.tree().named("Caption").description
        recorder.stop()
        server.remove_device(DEVICE)
        first = window.find_described("Caption")
        window.press("Next sentence", "push button")
        second = window.find_described("Caption", unlike=first.description)
        window.press("Lighter", "push button")
        lighter = window.find_described("Caption", like="Of course. This is lighter.")
        announced = window.announced()
        server.add_device(DEVICE)
        with Recorder(server, DEVICE):
            window.find("The sound is back.", "label")
            silent_again = window.tree().named("Caption").description

    assert (spoken, silent_again) == ("", "")
    assert {first.description, second.description, lighter.description} <= set(announced)


@pytest.mark.usefixtures("recorder")
def test_window_lives_and_says_so_when_the_sound_server_dies(
    server: PulseServer, sounding_desktop: Desktop, tmp_path: Path
) -> None:
    material = linked_assets(tmp_path / "assets", BOTH)

    with Reading(sounding_desktop, tmp_path / "data", material) as window:
        journey = Journey(window, Keyboard(sounding_desktop))
        journey.choose_practice()
        journey.answer_pages()
        journey.start()
        server.kill()
        window.find("The sound is gone for now.", "label")
        window.press("Next sentence", "push button")
        window.press("Lighter", "push button")
        lighter = window.find_described("Caption", like="Of course. This is lighter.")
        lives = window.is_alive

    assert lives
    assert lighter.description


def test_sentence_chosen_in_the_transcript_is_gone_to(
    server: PulseServer, recorder: Recorder, sounding_desktop: Desktop, tmp_path: Path
) -> None:
    material = linked_assets(tmp_path / "assets", BOTH)

    with Reading(sounding_desktop, tmp_path / "data", material) as window:
        keyboard = Keyboard(sounding_desktop)
        journey = Journey(window, keyboard)
        journey.choose_practice()
        journey.answer_pages()
        journey.start()
        recorder.stop()
        server.remove_device(DEVICE)
        window.find_described("Caption")
        window.press("Show the transcript", "push button")
        words = window.find(ALL_WORDS, "list")
        wanted = window.tree().named(ALL_WORDS, "list").children[4]
        keyboard.press("Home", *["Down"] * 4, "Return")
        reached = window.find_described("Caption", like=wanted.name)

    assert "focusable" in words.states
    assert reached.description == wanted.name
