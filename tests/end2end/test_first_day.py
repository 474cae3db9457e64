"""One real thread from end to end: the program as it is built, on the shipped assets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette

from prt_desktop.app import Workshop, now
from prt_desktop.audio.silent import SilentPlayer
from prt_desktop.domain.diary import (
    EntryKind,
    LessonDetails,
    PracticeDetails,
    Reflection,
)
from prt_desktop.paths import assets, places
from prt_desktop.ui.practise.pane import PractisePane
from prt_desktop.ui.safety.crisis_card import CrisisCard
from prt_desktop.ui.widgets.pane import Place
from tests.ui.reading import button, press, tab_to, words_on, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.diary import Entry
    from prt_desktop.ui.main_window import MainWindow


class Home:
    """A person's computer: the program can be opened and closed on the same folder."""

    def __init__(self, qapp: QApplication, qtbot: QtBot, folder: Path) -> None:
        self._qapp = qapp
        self._qtbot = qtbot
        self._folder = folder
        self.time_ms = 0
        self.player = SilentPlayer(lambda: self.time_ms)
        self.workshop: Workshop | None = None

    def open(self) -> MainWindow:
        """Open the program and wait until it has nothing left to prepare."""
        self.workshop = Workshop(self._qapp, places(self._folder), assets(), now)
        self.workshop.make_player = lambda: self.player
        window = self.workshop.window
        self._qtbot.addWidget(window)
        with self._qtbot.waitSignal(window.ready):
            window.show()
        window.activateWindow()
        self._qtbot.waitUntil(window.isActiveWindow)
        return window

    def close(self) -> None:
        """Close the program."""
        assert self.workshop is not None
        self.practise_pane().shut()
        self.workshop.window.close()

    def practise_pane(self) -> PractisePane:
        """Give the pane of the practices."""
        assert self.workshop is not None
        pane = self.workshop.window.pane(Place.PRACTISE)
        assert isinstance(pane, PractisePane)
        return pane

    def let_it_play(self, ms: int) -> None:
        """Let time pass for the player."""
        self.time_ms += ms
        self.player.tick()

    def entries(self) -> tuple[Entry, ...]:
        """Read what is in the diary."""
        assert self.workshop is not None
        return self.workshop.journal.entries()


@pytest.fixture
def home(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Home]:
    """Give a computer on which the program was never opened."""
    qapp.setPalette(QPalette())
    qapp.setFont(QFont("DejaVu Sans", 9))
    home = Home(qapp, qtbot, tmp_path / "data")
    yield home
    home.close()


def test_first_day_is_all_there_when_the_program_is_opened_again(home: Home, qtbot: QtBot) -> None:
    window = home.open()

    answer_safety_pages(window)
    read_the_lesson(window)
    practise_seven_minutes(home, window, qtbot)
    write_a_line(window)
    home.close()
    again = home.open()

    kept = {entry.kind: entry for entry in home.entries()}
    assert set(kept) == {EntryKind.LESSON, EntryKind.PRACTICE, EntryKind.NOTE}
    assert kept[EntryKind.LESSON].details == LessonDetails("what-this-is")
    assert kept[EntryKind.PRACTICE].details == PracticeDetails(
        "somatic-tracking", 420_000, 420_000, finished=True, reflection=Reflection.CURIOUS
    )
    assert kept[EntryKind.NOTE].text == "It was easier than I had thought."
    assert "two short pages" not in words_on(again).lower()


def test_crisis_help_is_one_key_away_throughout_a_lesson(home: Home) -> None:
    window = home.open()
    answer_safety_pages(window)

    window.go(Place.LEARN)
    in_the_course = is_helped_at_f1(window)
    window.go(Place.LEARN, "what-this-is")
    on_a_page = is_helped_at_f1(window)
    read_the_lesson(window)
    at_its_end = is_helped_at_f1(window)

    assert in_the_course
    assert on_a_page
    assert at_its_end


def test_crisis_help_is_one_key_away_throughout_a_practice(home: Home, qtbot: QtBot) -> None:
    window = home.open()
    answer_safety_pages(window)
    pane, helped = home.practise_pane(), []

    window.go(Place.PRACTISE)
    helped.append(is_helped_at_f1(window))
    window.go(Place.PRACTISE, "somatic-tracking")
    helped.append(is_helped_at_f1(window))
    button(window, "Start seven minutes").click()
    helped.append(is_helped_at_f1(window))
    button(window, "No, nothing new").click()
    qtbot.waitUntil(lambda: "Only just" in words_on(window))
    helped.append(is_helped_at_f1(window))
    button(window, "Yes, with a little curiosity").click()
    assert pane.performance.stage is not None
    helped.append(is_helped_at_f1(window))
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: pane.performance.stage is None)
    helped.append(is_helped_at_f1(window))

    assert helped == [True] * 6


def is_helped_at_f1(window: MainWindow) -> bool:
    """Say whether F1 shows crisis help where the person is; it is closed again."""
    press(Qt.Key.Key_F1)
    [card] = window.findChildren(CrisisCard)
    is_helped = card.isVisible()
    press(Qt.Key.Key_Escape)
    assert not card.isVisible()
    return is_helped


def answer_safety_pages(window: MainWindow) -> None:
    """Go from Today through both pages, by keys alone."""
    tab_to("Open the first page")
    press(Qt.Key.Key_Return)
    for _ in range(2):
        tab_to("None of these")
        press(Qt.Key.Key_Return)
    assert window.place is Place.TODAY


def read_the_lesson(window: MainWindow) -> None:
    """Turn every page of the first lesson, and its questions, and end where it ends."""
    press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return)
    for _ in range(16):
        if "One thing to try" in words_on(window):
            return
        press(Qt.Key.Key_Right)
    raise AssertionError(f"the lesson does not end: {words_on(window)}")


def practise_seven_minutes(home: Home, window: MainWindow, qtbot: QtBot) -> None:
    """Play somatic tracking to its end and say how one was with it."""
    window.go(Place.PRACTISE, "somatic-tracking")
    button(window, "Start seven minutes").click()
    button(window, "No, nothing new").click()
    pane = home.practise_pane()
    qtbot.waitUntil(lambda: "Only just" in words_on(window))
    button(window, "Yes, with a little curiosity").click()
    assert pane.performance.stage is not None
    for _ in range(421):
        home.let_it_play(1_000)
    qtbot.waitUntil(lambda: pane.performance.stage is None)
    button(window, "Curious").click()


def write_a_line(window: MainWindow) -> None:
    """Write into the diary, by keys alone."""
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    write("It was easier than I had thought.")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "It was easier" in words_on(window) or "Saved" in words_on(window)
