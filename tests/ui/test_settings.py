"""Settings show at once and are saved at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.line_edit import LineEdit
from prt_desktop.ui.widgets.pane import Place
from tests.ui.reading import button, named, words_on

if TYPE_CHECKING:
    from prt_desktop.storage.settings import Settings
    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting


@pytest.fixture
def settings_shown(window: MainWindow) -> MainWindow:
    """Give the window with the settings open."""
    window.go(Place.SETTINGS)
    return window


def test_dark_is_worn_and_kept_at_once(setting: Setting, settings_shown: MainWindow) -> None:
    button(settings_shown, "Dark").click()

    assert setting.theme.color(Tone.SURFACE).lightness() < 64
    assert setting.settings.read().theme == "dark"


def test_text_size_is_worn_and_kept_at_once(setting: Setting, settings_shown: MainWindow) -> None:
    button(settings_shown, "150 %").click()

    assert setting.theme.scale == 1.5
    assert setting.settings.read().text_percent == 150


def test_motion_and_captions_are_kept(setting: Setting, settings_shown: MainWindow) -> None:
    button(settings_shown, "Keep everything still (reduce motion)").click()
    button(settings_shown, "Show the spoken words during a practice").click()

    kept = setting.settings.read()
    assert kept.reduce_motion
    assert not kept.captions
    assert setting.theme.fade_ms == 0


def test_pain_is_asked_for_only_when_somebody_lets_the_diary(
    setting: Setting, settings_shown: MainWindow
) -> None:
    before = setting.settings.read().rate_pain

    button(settings_shown, "Let the diary ask how strong pain is, once a week at most").click()

    assert not before
    assert setting.settings.read().rate_pain
    assert "had recovered less often" in words_on(settings_shown)


def test_ticks_toggled_by_a_screen_reader_are_kept(
    setting: Setting, settings_shown: MainWindow
) -> None:
    button(settings_shown, "Keep everything still (reduce motion)").toggle()
    button(settings_shown, "Show the spoken words during a practice").toggle()
    button(settings_shown, "Let single letters work in practices and lessons").toggle()

    kept = setting.settings.read()
    assert (kept.reduce_motion, kept.captions, kept.stage_letters) == (True, False, False)


def test_settings_shown_again_change_nothing(setting: Setting, settings_shown: MainWindow) -> None:
    setting.settings.write(replace(setting.settings.read(), reduce_motion=True, captions=False))
    kept = setting.settings.read()

    settings_shown.go(Place.TODAY)
    settings_shown.go(Place.SETTINGS)

    assert setting.settings.read() == kept
    assert button(settings_shown, "Keep everything still (reduce motion)").isChecked()


def test_letter_of_a_practice_can_be_changed(setting: Setting, settings_shown: MainWindow) -> None:
    QTest.keyClicks(letter_box(settings_shown, "Lighter"), "q")

    assert setting.settings.read().stage_keys["lighter"] == "Q"


def test_letter_that_was_taken_is_exchanged(setting: Setting, settings_shown: MainWindow) -> None:
    QTest.keyClicks(letter_box(settings_shown, "Lighter"), "x")

    kept = setting.settings.read().stage_keys
    assert (kept["lighter"], kept["too_much"]) == ("X", "L")
    assert letter_box(settings_shown, "Too much").text() == "L"


def test_letters_of_a_practice_can_be_turned_off(
    setting: Setting, settings_shown: MainWindow
) -> None:
    button(settings_shown, "Let single letters work in practices and lessons").click()

    assert not setting.settings.read().stage_letters


def letter_box(window: MainWindow, name: str) -> LineEdit:
    """Find the box of one letter, ready to be written over."""
    box = named(window, LineEdit, name)
    box.selectAll()
    return box


def test_settings_that_cannot_be_saved_are_told(
    setting: Setting, settings_shown: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_settings: Settings) -> None:
        raise StorageError("The folder cannot be written to. Nothing was lost.")

    monkeypatch.setattr(setting.settings, "write", refuse)

    button(settings_shown, "Dark").click()

    assert "The folder cannot be written to." in words_on(settings_shown)


def test_data_folder_is_named_and_opened(setting: Setting, settings_shown: MainWindow) -> None:
    button(settings_shown, "Open the folder").click()

    assert setting.opened == [Path("/home/sam/.local/share/prt-desktop")]
    assert "/home/sam/.local/share/prt-desktop" in words_on(settings_shown)


def test_purpose_says_that_it_neither_diagnoses_nor_treats(settings_shown: MainWindow) -> None:
    seen = words_on(settings_shown)

    assert "used alongside a clinician" in seen
    assert "It does not diagnose and it does not treat." in seen
