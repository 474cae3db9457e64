"""Today offers one next step in warm words, and one line for a surprise."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from prt_desktop.content.library import Library
from prt_desktop.domain.diary import EntryKind
from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.domain.safety import PageAnswer, PageId
from prt_desktop.ui.today.words import greeting
from prt_desktop.ui.widgets.pane import Place
from tests.builders import REFERENCES, a_bad_day, an_answer, write_files
from tests.ui.conftest import show, shown
from tests.ui.reading import (
    button,
    focused,
    named,
    press,
    spoken_name,
    spoken_rows,
    words_on,
    write,
)
from tests.ui.setting import NOON, some_entries

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.diary import Entry
    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

CTRL = Qt.KeyboardModifier.ControlModifier


def test_first_day_begins_with_the_safety_pages(first_window: MainWindow) -> None:
    button(first_window, "Open the first page").click()

    assert first_window.place is Place.SAFETY_PAGES


def test_next_lesson_is_offered_by_its_title(window: MainWindow) -> None:
    seen = words_on(window.pane(Place.TODAY))

    assert "Pain is an alarm" in seen
    assert "about 5 minutes" in seen


def test_lesson_leads_to_the_lessons(window: MainWindow) -> None:
    button(window, "Read the lesson").click()

    assert window.place is Place.LEARN


def test_one_step_is_enough_but_the_next_one_can_be_taken(setting: Setting, qtbot: QtBot) -> None:
    setting.pass_safety_pages()
    setting.journal.add(some_entries()[3])

    window = shown(setting, qtbot)

    assert "That is enough for today" in words_on(window.pane(Place.TODAY))
    button(window, "Go on with the next step").click()
    assert "Somatic tracking" in words_on(window.pane(Place.TODAY))
    assert spoken_name(focused()) == "Go to the practice"


def test_the_day_after_is_a_rest_day(setting: Setting, qtbot: QtBot) -> None:
    setting.pass_safety_pages()
    setting.journal.add(replace(some_entries()[3], created_at=NOON - timedelta(days=1)))

    window = shown(setting, qtbot)

    seen = words_on(window.pane(Place.TODAY))
    assert "A rest day" in seen
    assert "Take a step anyway" in seen


def test_a_suggestion_says_which_rule_brought_it_and_leads_to_it(
    setting: Setting, qtbot: QtBot
) -> None:
    setting.pass_safety_pages()
    setting.journal.add(replace(some_entries()[3], created_at=NOON - timedelta(days=3)))
    setting.journal.bad_days.keep(a_bad_day(NOON - timedelta(hours=20), went_on=True))

    window = shown(setting, qtbot)

    assert "Because today or yesterday was a bad day." in words_on(window.pane(Place.TODAY))
    button(window, "Something else").click()
    button(window.pane(Place.PLAN), "Switch this rule off").click()
    rows = spoken_rows(window.pane(Place.PLAN), "Steps of this week")
    assert rows[-1] == "Somatic tracking. Next"


def test_a_deed_is_done_by_saying_so_and_can_be_undone(setting: Setting, qtbot: QtBot) -> None:
    setting.pass_safety_pages()
    setting.journal.add(replace(some_entries()[3], created_at=NOON - timedelta(days=3)))
    setting.journal.bad_days.keep(a_bad_day(NOON - timedelta(hours=20), went_on=True))
    window = shown(setting, qtbot)

    button(window, "I have done it").click()

    assert "That is enough for today" in words_on(window.pane(Place.TODAY))
    button(window, "Undo").click()
    assert "A cup of tea" in words_on(window.pane(Place.TODAY))
    assert setting.journal.plan_choices.all() == ()


def test_the_door_for_a_bad_day_stands_on_today(window: MainWindow) -> None:
    button(window, "It is a bad day").click()

    assert window.place is Place.BAD_DAY


def test_a_bad_day_that_is_past_can_be_passed_over(setting: Setting, qtbot: QtBot) -> None:
    setting.pass_safety_pages()
    setting.journal.bad_days.keep(a_bad_day(NOON - timedelta(days=2), went_on=True))
    window = shown(setting, qtbot)
    assert "What else was going on?" in words_on(window.pane(Place.TODAY))

    button(window, "Pass").click()

    assert "Pain is an alarm" in words_on(window.pane(Place.TODAY))
    assert setting.journal.bad_days.all()[0].looked_back


def test_the_quick_line_can_be_a_note(setting: Setting, window: MainWindow) -> None:
    press(Qt.Key.Key_J, CTRL)
    button(window, "A note").click()
    named(window, QLineEdit, "A note for today").setFocus()
    write("A slow morning")
    press(Qt.Key.Key_Return)

    entry = setting.journal.entries()[-1]
    assert (entry.kind, entry.text) == (EntryKind.NOTE, "A slow morning")


def test_day_with_everything_done_offers_nothing_to_press(setting: Setting, qtbot: QtBot) -> None:
    setting.pass_safety_pages()
    setting.journal.add_all(some_entries())

    window = shown(setting, qtbot)

    seen = words_on(window.pane(Place.TODAY))
    assert "That is enough for today" in seen
    assert "Read the lesson" not in seen


def test_open_flag_shows_its_action_and_the_way_to_a_check(setting: Setting, qtbot: QtBot) -> None:
    setting.journal.add_answer(PageAnswer(PageId.SAME_DAY, ("fever",), setting.clock()))

    window = shown(setting, qtbot)

    assert "Ring your doctor today" in words_on(window.pane(Place.TODAY))
    button(window, "Record a clinician's check").click()
    assert window.place is Place.CHECK


def test_broken_content_is_told_only_when_nothing_can_be_offered(
    setting: Setting, qtbot: QtBot
) -> None:
    setting.pass_safety_pages()
    setting.journal.add(some_entries()[5])
    sources, broken = json.dumps(REFERENCES), "no front matter"
    files = {"lessons/references.json": sources, "lessons/01-broken.md": broken}
    write_files(setting.folder, files)
    setting.library = Library(setting.folder)

    window = shown(setting, qtbot)

    seen = words_on(window.pane(Place.TODAY))
    assert "The lessons and practices cannot be read" in seen
    assert "01-broken.md" in seen


def test_surprise_is_kept_with_one_key_and_one_line(setting: Setting, window: MainWindow) -> None:
    press(Qt.Key.Key_J, CTRL)
    write("The stairs were fine")
    press(Qt.Key.Key_Return)

    entry = setting.journal.entries()[-1]
    assert (entry.kind, entry.text) == (EntryKind.SURPRISE, "The stairs were fine")
    assert "Kept in your diary." in words_on(window)


def test_kept_surprise_can_be_undone_and_comes_back_into_the_line(
    setting: Setting, window: MainWindow
) -> None:
    press(Qt.Key.Key_J, CTRL)
    line = focused()
    write("The stairs were fine")
    press(Qt.Key.Key_Return)

    button(window, "Undo").click()

    assert setting.journal.entries() == ()
    assert line.property("text") == "The stairs were fine"


def quick_line(window: MainWindow) -> QLineEdit:
    """Find the line for a surprise."""
    return named(window, QLineEdit, "Something that did not behave like an injury")


def test_line_and_door_stand_before_anything_is_read_and_stay_where_they_are(
    setting: Setting, qtbot: QtBot
) -> None:
    setting.pass_safety_pages()
    stood: list[tuple[str, QPoint, QPoint]] = []

    def look() -> None:
        pane = window.pane(Place.TODAY)
        door = button(pane, "It is a bad day").mapTo(window, QPoint())
        stood.append((words_on(pane), quick_line(window).mapTo(window, QPoint()), door))

    window = setting.window(reading=(look,))
    window.filled.connect(look)
    show(window, qtbot)

    (before, *places_before), (after, *places_after) = stood
    assert "Pain is an alarm" not in before
    assert "Pain is an alarm" in after
    assert places_before == places_after


@pytest.mark.parametrize("hands", ["put_down", "shut"])
def test_half_a_line_stands_in_the_line_again_after_a_lock_or_a_close(
    setting: Setting, window: MainWindow, qtbot: QtBot, hands: str
) -> None:
    quick_line(window).setText("The stairs were")
    button(window.pane(Place.TODAY), "A note").click()

    getattr(window.pane(Place.TODAY), hands)()
    again = setting.window()
    show(again, qtbot)

    assert named(again, QLineEdit, "A note for today").text() == "The stairs were"
    assert button(again.pane(Place.TODAY), "A note").isChecked()


def test_half_a_line_is_kept_while_it_is_written(
    setting: Setting, window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClicks(quick_line(window), "The stairs were")

    qtbot.waitUntil(lambda: setting.journal.drafts.get(Form.LINE) is not None)

    draft = setting.journal.drafts.get(Form.LINE)
    assert draft is not None
    assert "The stairs were" in draft.fields.values()


def test_line_that_is_kept_leaves_no_draft(setting: Setting, window: MainWindow) -> None:
    quick_line(window).setText("The stairs were fine")
    window.pane(Place.TODAY).put_down()
    before = setting.journal.drafts.get(Form.LINE)

    QTest.keyClick(quick_line(window), Qt.Key.Key_Return)
    window.pane(Place.TODAY).put_down()

    assert before is not None
    assert setting.journal.drafts.get(Form.LINE) is None


def test_line_begun_before_the_last_one_was_read_is_put_behind_it(
    setting: Setting, qtbot: QtBot
) -> None:
    setting.pass_safety_pages()
    setting.journal.drafts.keep(FormDraft({"words": "The stairs", "kind": "surprise"}), Form.LINE)

    window = setting.window(reading=(lambda: quick_line(window).setText("were fine"),))
    show(window, qtbot)

    assert quick_line(window).text() == "The stairs were fine"


def test_line_that_cannot_be_kept_is_told_and_stays(
    setting: Setting, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StorageError("The disk is full.")

    quick_line(window).setText("The stairs were")
    monkeypatch.setattr(setting.journal.drafts, "keep", refuse)

    window.pane(Place.TODAY).put_down()

    assert "The disk is full. Your line is still here" in words_on(window)
    assert quick_line(window).text() == "The stairs were"


def test_undo_puts_a_line_before_what_was_begun_since(window: MainWindow) -> None:
    QTest.keyClicks(quick_line(window), "The stairs were fine")
    QTest.keyClick(quick_line(window), Qt.Key.Key_Return)
    QTest.keyClicks(quick_line(window), "and so")

    button(window, "Undo").click()

    assert quick_line(window).text() == "The stairs were fine and so"


def test_line_kept_before_anything_is_read_is_in_the_diary(setting: Setting, qtbot: QtBot) -> None:
    setting.pass_safety_pages()

    def keep() -> None:
        QTest.keyClicks(quick_line(window), "The stairs were fine")
        QTest.keyClick(quick_line(window), Qt.Key.Key_Return)

    window = setting.window(reading=(keep,))
    show(window, qtbot)

    assert [entry.text for entry in setting.journal.entries()] == ["The stairs were fine"]
    assert quick_line(window).text() == ""


@pytest.mark.parametrize("percent", [100, 200])
def test_line_that_is_being_written_stays_in_sight_when_the_next_step_comes(
    setting: Setting, qtbot: QtBot, percent: int
) -> None:
    setting.theme.apply("light", percent, reduce_motion=True)
    setting.journal.add_answer(an_answer(PageId.EMERGENCY, "numb"))
    window = setting.window(reading=(lambda: quick_line(window).setFocus(),))
    window.resize(1120, 760)
    show(window, qtbot)

    line = quick_line(window)

    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect())


def test_nothing_is_prepared_while_a_question_is_asked(setting: Setting, qtbot: QtBot) -> None:
    setting.pass_safety_pages()
    read: list[str] = []

    def ask() -> None:
        with window.preparation.put_off():
            asked = QEventLoop()
            QTimer.singleShot(20, asked.quit)
            asked.exec()
            read.append("asked")

    def begin() -> None:
        QTimer.singleShot(0, ask)

    window = setting.window(reading=(begin, lambda: None, lambda: read.append("read")))
    window.filled.connect(lambda: read.append("filled"))
    show(window, qtbot)

    assert read.index("asked") < read.index("filled")


def test_what_cannot_be_read_does_not_keep_the_rest_from_being_prepared(
    setting: Setting, qtbot: QtBot
) -> None:
    setting.pass_safety_pages()

    def fail() -> None:
        raise StorageError("The disk is gone.")

    window = setting.window(reading=(fail,))
    with qtbot.captureExceptions() as told:
        show(window, qtbot)

    assert [str(one[1]) for one in told] == ["The disk is gone."]
    assert "Pain is an alarm" in words_on(window)


def test_another_place_can_be_opened_before_anything_is_read(
    setting: Setting, qtbot: QtBot
) -> None:
    window = setting.window(reading=(lambda: window.go(Place.DIARY),))

    show(window, qtbot)

    assert window.place is Place.DIARY


def test_surprise_that_is_a_new_symptom_leads_to_the_question(window: MainWindow) -> None:
    press(Qt.Key.Key_J, CTRL)
    write("My foot is numb")

    button(window, "Is it a new symptom? Look at that first").click()

    assert window.place is Place.NEW_SYMPTOM


def test_surprise_that_cannot_be_saved_stays_in_the_line(
    setting: Setting, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_entry: Entry) -> None:
        raise StorageError("The disk is full. Nothing was lost.")

    monkeypatch.setattr(setting.journal, "add", refuse)
    press(Qt.Key.Key_J, CTRL)
    write("The stairs were fine")
    press(Qt.Key.Key_Return)

    assert focused().property("text") == "The stairs were fine"
    assert "The disk is full. Nothing was lost." in words_on(window)


def test_entry_of_another_process_changes_the_next_step(
    setting: Setting, window: MainWindow
) -> None:
    setting.journal.add(replace(some_entries()[3], created_at=NOON))

    window.journal_changed()

    assert "That is enough for today" in words_on(window.pane(Place.TODAY))


@pytest.mark.parametrize(
    ("hours", "words"),
    [(-6, "Good morning"), (0, "Good afternoon"), (7, "Good evening"), (12, "Good evening")],
)
def test_greeting_knows_the_time_of_day(hours: int, words: str) -> None:
    assert greeting(NOON + timedelta(hours=hours)) == words
