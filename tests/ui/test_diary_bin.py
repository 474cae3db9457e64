"""What was removed is put back or let go, and a template is kept, started from, and deleted."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from prt_desktop.domain.diary import EntryKind
from prt_desktop.ui.diary.template_menu import TemplateMenu
from prt_desktop.ui.diary.timeline_view import TimelineView
from prt_desktop.ui.widgets.line_edit import LineEdit
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_template
from tests.ui.conftest import shown
from tests.ui.reading import button, named, press, words_on, write
from tests.ui.setting import some_entries
from tests.ui.test_diary import CTRL

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

NOTE, DID = "f" * 32, "b" * 32


@pytest.fixture
def bin_shown(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Give the window with the bin open and two entries in it."""
    setting.pass_safety_pages()
    setting.journal.add_all(some_entries())
    setting.journal.remove(NOTE)
    setting.journal.remove(DID)
    window = shown(setting, qtbot)
    window.go(Place.DIARY, "bin")
    return window


def binned(window: MainWindow) -> TimelineView:
    """Find the list of removed entries."""
    return named(window, TimelineView, "Removed entries")


def test_removed_entry_says_when_it_goes_and_is_put_back(
    setting: Setting, bin_shown: MainWindow
) -> None:
    view = binned(bin_shown)
    view.choose(NOTE)
    told = view.currentIndex().data()

    press(Qt.Key.Key_Return)

    assert told == (
        "Today, 11:30. A note: A quiet morning. (Goes for good on Thursday 24 December)"
    )
    assert setting.journal.entries()[-1].id == NOTE
    assert [one.entry.id for one in setting.journal.bin()] == [DID]


def test_letting_go_for_good_asks_once(setting: Setting, bin_shown: MainWindow) -> None:
    binned(bin_shown).choose(NOTE)

    press(Qt.Key.Key_Delete)
    asked = words_on(bin_shown)
    button(bin_shown, "Keep").click()
    kept = len(setting.journal.bin())
    press(Qt.Key.Key_Delete)
    button(bin_shown, "Let go for good").click()

    assert "Let this entry go? It cannot be brought back." in asked
    assert kept == 2
    assert [one.entry.id for one in setting.journal.bin()] == [DID]


def test_bin_is_emptied_at_once(setting: Setting, bin_shown: MainWindow) -> None:
    button(bin_shown, "Empty the bin").click()
    asked = words_on(bin_shown)
    button(bin_shown, "Let go for good").click()

    assert "Let all 2 entries go?" in asked
    assert setting.journal.bin() == ()
    assert "Nothing is in the bin." in words_on(bin_shown)


def test_entry_that_another_window_put_back_is_no_fault(
    setting: Setting, bin_shown: MainWindow
) -> None:
    binned(bin_shown).choose(NOTE)
    setting.journal.put_back(NOTE)

    button(bin_shown, "Put back").click()

    assert [one.entry.id for one in setting.journal.bin()] == [DID]


def test_bin_older_than_thirty_days_is_empty(setting: Setting, bin_shown: MainWindow) -> None:
    setting.clock.go_on(timedelta(days=31))

    bin_shown.journal_changed()

    assert "Nothing is in the bin." in words_on(bin_shown)


def test_entry_is_kept_as_a_template_under_its_first_words(
    setting: Setting, window: MainWindow
) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("Three things today:")
    button(window, "A surprise").click()

    choice(window, "Keep this as a template").trigger()

    kept = setting.journal.templates.all()
    assert [(one.name, one.kind, one.text) for one in kept] == [
        ("Three things today:", EntryKind.SURPRISE, "Three things today:")
    ]
    button(window, "Rename").click()
    write("Evening")
    press(Qt.Key.Key_Return)
    assert [one.name for one in setting.journal.templates.all()] == ["Evening"]


def test_starting_from_a_template_puts_away_what_was_written(
    setting: Setting, window: MainWindow
) -> None:
    setting.journal.templates.keep(a_template("Evening & night"))
    press(Qt.Key.Key_N, CTRL)
    write("Half a thou")

    choice(window, "Start from: Evening && night").trigger()
    started = written(window)
    button(window, "Undo").click()

    assert started == "Three things today:"
    assert written(window) == "Half a thou"


def test_deleted_template_comes_back_with_undo(setting: Setting, window: MainWindow) -> None:
    setting.journal.templates.keep(a_template())
    window.go(Place.DIARY, "templates")

    button(window, "Delete the template Evening").click()
    gone = setting.journal.templates.all()
    button(window, "Undo").click()

    assert gone == ()
    assert named(window, LineEdit, "Name of the template").text() == "Evening"


def choice(window: MainWindow, words: str) -> QAction:
    """Give a choice of the menu of templates."""
    menu = window.findChildren(TemplateMenu)[0].menu_shown
    return next(one for one in menu.actions() if one.text().replace("&K", "K") == words)


def written(window: MainWindow) -> str:
    """Give the words in the composer."""
    return named(window, QPlainTextEdit, "What you want to write").toPlainText()
