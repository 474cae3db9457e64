"""The first day by keyboard alone: counted, left midway, and found again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from prt_desktop.content.library import Library
from prt_desktop.domain.first_day import Screen
from prt_desktop.domain.safety import PageId
from prt_desktop.storage.settings import SettingsFile
from prt_desktop.ui.first_day.beginning import first_place
from prt_desktop.ui.first_day.pane import FirstDayPane
from prt_desktop.ui.first_day.words import screen_words
from prt_desktop.ui.widgets.pane import Place
from tests.ui.reading import button, focused, press, words_on
from tests.ui.setting import ASSETS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

    Start = Callable[[], MainWindow]

MOST_PRESSES = 60
PATIENCE_MS = 60_000
NONE = "None of these"
MOST_WORDS = 4 * 200
"""What somebody reads in four minutes at 200 words a minute, which is unhurried."""


@pytest.fixture
def start(setting: Setting, qtbot: QtBot) -> Start:
    """Give a function that opens the program as it opens for a person."""

    def opened() -> MainWindow:
        window = setting.window()
        window.rooms.begin_at(partial(first_place, setting.settings, lambda: setting.journal))
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.ready, timeout=PATIENCE_MS):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
        return window

    return opened


def tab_to_counted(words: str) -> int:
    """Press Tab until a button with these words has the focus, and count the presses."""
    for count in range(MOST_PRESSES):
        here = focused()
        if isinstance(here, QAbstractButton) and here.text() == words:
            return count
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {words!r}")


def test_the_first_day_is_done_by_keys_in_under_sixty_presses(
    setting: Setting, start: Start
) -> None:
    setting.library = Library(ASSETS)
    window = start()
    presses = 0

    for words in ("Go on", "Go on without one", "Open the first page", NONE, NONE):
        presses += tab_to_counted(words) + 1
        press(Qt.Key.Key_Space)

    assert presses < MOST_PRESSES
    assert window.place is Place.TODAY
    assert {answer.page for answer in setting.journal.safety().answers} == set(PageId)
    assert first_place(setting.settings, lambda: setting.journal) is Place.TODAY


def test_the_words_of_the_first_day_are_read_in_four_minutes(tmp_path: Path) -> None:
    library = Library(ASSETS)
    texts = [
        text
        for screen in (Screen.WELCOME, Screen.DATA, Screen.SAFETY)
        for part in screen_words(screen, tmp_path, in_vault=False).paragraphs
        for text in part
    ]
    for page in library.question_pages:
        texts += [page.title, page.intro, *(question.text for question in page.questions)]

    assert len(" ".join(texts).split()) <= MOST_WORDS


def test_it_goes_on_where_it_was_left_when_the_program_is_opened_again(start: Start) -> None:
    first = start()
    press(Qt.Key.Key_Space)
    first.close()

    again = start()

    assert again.place is Place.FIRST_DAY
    assert "Your diary is yours" in words_on(again)
    assert isinstance(focused(), QAbstractButton)


def test_each_screen_is_on_the_disk_before_it_is_left(setting: Setting, qtbot: QtBot) -> None:
    """So a kill at any moment loses at most the screen that was being read."""
    pane = FirstDayPane(setting.theme, setting.journal, setting.settings, setting.folder)
    qtbot.addWidget(pane)
    pane.open("")
    pane.show()
    kept = [SettingsFile(setting.folder).read().first_day]

    for words in ("Go on", "Go on without one"):
        button(pane, words).click()
        kept.append(SettingsFile(setting.folder).read().first_day)

    assert kept == ["", "data", "safety"]


def test_skipping_leads_to_today_and_is_not_asked_again(setting: Setting, start: Start) -> None:
    window = start()

    button(window, "Skip this for now").click()

    assert window.place is Place.TODAY
    assert "two short pages" in words_on(window).lower()
    assert first_place(setting.settings, lambda: setting.journal) is Place.TODAY


def test_a_passphrase_is_offered_and_leads_back(setting: Setting, start: Start) -> None:
    setting.settings.write(replace(setting.settings.read(), first_day="data"))
    window = start()
    button(window, "Protect it now").click()
    asked = (window.place, "New passphrase" in words_on(window))

    press(Qt.Key.Key_Escape)

    assert asked == (Place.PRIVACY, True)
    assert window.place is Place.FIRST_DAY
    assert "Your diary is yours" in words_on(window)
