"""The diary keeps words safe: written, changed, deleted, undone, and found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from prt_desktop.domain.diary import Draft, Entry, EntryKind
from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.diary.timeline_model import ROW_ROLE, TimelineModel
from prt_desktop.ui.diary.timeline_view import TimelineView
from prt_desktop.ui.theme import Size
from prt_desktop.ui.widgets.pane import Place
from tests.ui.conftest import shown
from tests.ui.reading import button, named, press, tab_to, words_on, write
from tests.ui.setting import NOON, some_entries

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from prt_desktop.ui.theme import Theme
    from tests.ui.setting import Setting

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def diary(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Give the window with the diary open and some entries in it."""
    setting.pass_safety_pages()
    setting.journal.add_all(some_entries())
    window = shown(setting, qtbot)
    window.go(Place.DIARY)
    return window


def test_entry_is_written_and_saved_by_keyboard(setting: Setting, diary: MainWindow) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("The kettle, the window, the cat.")
    press(Qt.Key.Key_Return, CTRL)

    newest = setting.journal.entries()[-1]
    assert (newest.kind, newest.text) == (EntryKind.NOTE, "The kettle, the window, the cat.")
    assert newest.created_at == NOON
    assert rows(diary)[:2] == ["Today", "Today, 12:30. A note: The kettle, the window, the cat."]


def test_kind_is_one_of_four_words(setting: Setting, diary: MainWindow) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("I lifted the child.")

    button(diary, "Something I did").click()
    button(diary, "Save the entry").click()

    assert setting.journal.entries()[-1].kind is EntryKind.DID


def test_timeline_shows_days_with_the_newest_first(diary: MainWindow) -> None:
    assert rows(diary) == [
        "Today",
        "Today, 11:30. A note: A quiet morning.",
        "Today, 10:30. Somatic tracking, 10 minutes, I was curious",
        "Today, 09:30. Read: Pain is an alarm",
        "Yesterday",
        f"Yesterday, 12:30. A surprise: {some_entries()[2].text}",
        "Yesterday, 10:30. Something I did: Walked to the baker.",
        "Sunday 15 November",
        "Sunday 15 November, 12:30. A feeling: Tired and a little hopeful.",
    ]


def test_arrows_pass_over_the_headings(diary: MainWindow) -> None:
    view = timeline(diary)
    view.setFocus()

    for _ in range(3):
        press(Qt.Key.Key_Down)

    assert view.entry is not None
    assert view.entry.id == "c" * 32


def test_enter_opens_an_entry_and_saving_changes_it(setting: Setting, diary: MainWindow) -> None:
    timeline(diary).choose("f" * 32)
    timeline(diary).setFocus()
    setting.clock.go_on(timedelta(minutes=5))

    press(Qt.Key.Key_Return)
    told = words_on(diary)
    write(" And rain.")
    press(Qt.Key.Key_Return, CTRL)

    changed = setting.journal.entries()[-1]
    assert "You are changing the entry of: Today, 11:30." in told
    assert changed.text == "A quiet morning. And rain."
    assert changed.edited_at == setting.clock.now
    assert len(setting.journal.entries()) == 6


def test_delete_takes_an_entry_away_and_undo_brings_it_back(
    setting: Setting, diary: MainWindow
) -> None:
    timeline(diary).choose("f" * 32)
    timeline(diary).setFocus()

    press(Qt.Key.Key_Delete)
    gone = [entry.id for entry in setting.journal.entries()]
    button(diary, "Undo").click()

    assert "f" * 32 not in gone
    assert setting.journal.entries()[-1].id == "f" * 32
    assert "Today, 11:30. A note: A quiet morning." in rows(diary)


def test_entry_that_cannot_be_saved_stays_in_the_composer(
    setting: Setting, diary: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_entry: Entry) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(setting.journal, "add", refuse)
    press(Qt.Key.Key_N, CTRL)
    write("Do not lose me")
    press(Qt.Key.Key_Return, CTRL)

    assert written(diary) == "Do not lose me"
    assert "The disk is full. Your words are still in the window" in words_on(diary)


def test_entry_whose_draft_cannot_be_forgotten_is_saved_all_the_same(
    setting: Setting, diary: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_of: object = None) -> None:
        raise StorageError("The draft is held by another program.")

    monkeypatch.setattr(setting.journal.drafts, "drop", refuse)
    press(Qt.Key.Key_N, CTRL)
    write("Kept")
    press(Qt.Key.Key_Return, CTRL)

    assert [one.text for one in setting.journal.entries()].count("Kept") == 1
    assert written(diary) == ""
    assert "Saved in your diary." in words_on(diary)
    assert "still in the window" not in words_on(diary)


def test_draft_is_kept_within_two_seconds_and_found_at_the_next_start(
    setting: Setting, qtbot: QtBot
) -> None:
    diary = shown(setting, qtbot)
    press(Qt.Key.Key_N, CTRL)
    write("Half a thou")
    qtbot.waitUntil(lambda: setting.journal.drafts.get() is not None, timeout=3_000)

    diary.close()
    again = shown(setting, qtbot)
    again.go(Place.DIARY, "new")

    assert written(again) == "Half a thou"
    assert "You were writing this when the program closed." in words_on(again)


@pytest.mark.usefixtures("diary")
def test_draft_is_kept_at_once_when_the_diary_is_left(setting: Setting) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("Half a thou")

    press(Qt.Key.Key_1, CTRL)

    assert setting.journal.drafts.get() == Draft("Half a thou")


@pytest.mark.usefixtures("diary")
def test_saved_entry_leaves_no_draft(setting: Setting) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("Whole")
    press(Qt.Key.Key_1, CTRL)
    press(Qt.Key.Key_N, CTRL)

    press(Qt.Key.Key_Return, CTRL)

    assert setting.journal.drafts.get() is None


def test_words_put_away_come_back_with_undo(diary: MainWindow) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("Perhaps not")

    button(diary, "Put it away").click()
    emptied = written(diary)
    button(diary, "Undo").click()

    assert (emptied, written(diary)) == ("", "Perhaps not")


def test_undo_puts_away_what_was_begun_since_and_offers_it_too(diary: MainWindow) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("First")
    tab_to("Put it away")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_N, CTRL)
    write("Second")

    button(diary, "Undo").click()
    first = written(diary)
    button(diary, "Undo").click()

    assert (first, written(diary)) == ("First", "Second")


def test_what_undo_brings_back_is_the_draft_at_once(setting: Setting, diary: MainWindow) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("Perhaps not")
    button(diary, "Put it away").click()

    button(diary, "Undo").click()

    assert setting.journal.drafts.get() == Draft("Perhaps not")


def test_escape_rests_the_composer_and_keeps_the_words(diary: MainWindow) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("Later")

    press(Qt.Key.Key_Escape)

    assert "Save the entry" not in words_on(diary)
    assert written(diary) == "Later"


def test_opening_an_entry_does_not_write_over_unsaved_words(diary: MainWindow) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("Unsaved")
    press(Qt.Key.Key_Escape)
    timeline(diary).choose("f" * 32)
    timeline(diary).setFocus()

    press(Qt.Key.Key_Return)

    assert written(diary) == "Unsaved"
    assert "Save it or put it away first." in words_on(diary)


def test_composer_stays_small_until_it_is_wanted(diary: MainWindow) -> None:
    diary.go(Place.SETTINGS)
    button(diary, "Dark").setFocus()

    diary.go(Place.DIARY)
    diary.go(Place.TODAY)
    diary.go(Place.DIARY)

    assert "Save the entry" not in words_on(diary)


def test_press_into_the_composer_makes_it_large(diary: MainWindow) -> None:
    field = named(diary, QPlainTextEdit, "What you want to write")

    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)

    assert "Save the entry" in words_on(diary)


def test_empty_diary_says_what_it_is_for(first_window: MainWindow) -> None:
    first_window.go(Place.DIARY)

    assert "Nothing here yet." in words_on(first_window.pane(Place.DIARY))


def test_whole_diary_journey_needs_no_mouse(setting: Setting, diary: MainWindow) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("By hand")
    tab_to("A feeling" if button(diary, "A feeling").isChecked() else "A note")
    press(Qt.Key.Key_Right)
    tab_to("Save the entry")
    press(Qt.Key.Key_Space)
    tab_to("Delete")
    press(Qt.Key.Key_Space)
    tab_to("Undo")
    press(Qt.Key.Key_Space)

    assert setting.journal.entries()[-1].text == "By hand"
    assert setting.journal.entries()[-1].kind is EntryKind.SURPRISE


def test_entry_of_two_thousand_words_takes_no_more_room_than_eight_lines(
    theme: Theme, qtbot: QtBot
) -> None:
    model = TimelineModel()
    view = TimelineView(theme, model)
    qtbot.addWidget(view)
    view.resize(700, 600)
    long = Entry("a" * 32, NOON, EntryKind.NOTE, "word " * 2_000)

    model.show_entries((long,), {}, NOON)

    height = view.sizeHintForIndex(model.index_of(long.id)).height()
    assert height < 12 * 1.4 * theme.metrics(Size.BODY).height()


def test_change_of_one_entry_touches_only_its_row() -> None:
    model = TimelineModel()
    entries = some_entries()
    model.show_entries(entries, {}, NOON)
    removed: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda _parent, first, last: removed.append((first, last)))

    model.show_entries((*entries[:-1], replace(entries[-1], text="Changed")), {}, NOON)

    assert removed == [(1, 1)]


def test_days_are_those_of_the_persons_own_zone() -> None:
    model = TimelineModel()
    late = Entry("a" * 32, datetime(2026, 11, 23, 23, 30, tzinfo=UTC), EntryKind.NOTE, "Late")
    far_away = NOON.astimezone(timezone(timedelta(hours=5)))

    model.show_entries((late,), {}, far_away)

    assert model.data(model.index(0)) == "Today"
    assert model.time_words(late) == "04:30"


def test_summer_time_moves_no_entry_over_midnight() -> None:
    model = TimelineModel()
    summer = timezone(timedelta(hours=2))
    late = Entry("a" * 32, datetime(2026, 7, 14, 0, 30, tzinfo=summer), EntryKind.NOTE, "Late")

    model.show_entries((late,), {}, NOON.astimezone(timezone(timedelta(hours=1))))

    assert model.data(model.index(0), ROW_ROLE) == date(2026, 7, 14)
    assert model.time_words(late) == "00:30"


def timeline(window: MainWindow) -> TimelineView:
    """Find the list of entries."""
    return window.pane(Place.DIARY).findChildren(TimelineView)[0]


def rows(window: MainWindow) -> list[str]:
    """Give the rows as a screen reader says them."""
    model = timeline(window).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def written(window: MainWindow) -> str:
    """Give the words in the composer."""
    return named(window, QPlainTextEdit, "What you want to write").toPlainText()
