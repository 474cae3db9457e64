"""The way through a bad day by one key from anywhere, in its order, without a score."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import textstat
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from prt_desktop.content.library import Library
from prt_desktop.domain.diary import EntryKind
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.domain.good_day import Sender
from prt_desktop.domain.safety import PageAnswer, PageId
from prt_desktop.ui.bad_day import words
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_bad_day, a_message
from tests.ui.conftest import shown
from tests.ui.reading import button, focused, open_row, press, words_on, write
from tests.ui.setting import ASSETS, NOON

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

QUESTIONS = "Three short questions first"
WORKABILITY = "Can I look at this with a little curiosity?"


@pytest.fixture
def bad_day(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Give the window with all that is shipped, on a bad day."""
    setting.library.exercises = Library(ASSETS).exercises
    setting.pass_safety_pages()
    setting.journal.messages.keep(a_message("It passed before."))
    window = shown(setting, qtbot)
    press(Qt.Key.Key_F2)
    return window


@pytest.fixture
def looking_back(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Give the window where a line is asked for, about a bad day two days ago."""
    setting.pass_safety_pages()
    setting.journal.bad_days.keep(a_bad_day(NOON - timedelta(days=2)))
    window = shown(setting, qtbot)
    button(window, "Write one line").click()
    return window


def none_of_these(window: MainWindow) -> None:
    button(window, "None of these").click()


@pytest.mark.parametrize("place", [Place.TODAY, Place.LEARN, Place.DIARY, Place.SETTINGS])
def test_one_key_from_anywhere_leads_there(window: MainWindow, place: Place) -> None:
    window.go(place)

    press(Qt.Key.Key_F2)

    assert window.place is Place.BAD_DAY
    assert QUESTIONS in words_on(window)


def test_the_way_goes_from_the_questions_to_the_message_to_the_choice(
    setting: Setting, bad_day: MainWindow
) -> None:
    assert QUESTIONS in words_on(bad_day)
    none_of_these(bad_day)
    assert "It passed before." in words_on(bad_day)
    button(bad_day, "Go on").click()
    assert WORKABILITY in words_on(bad_day)

    button(bad_day, "No, it is too much").click()

    assert "Then something kind" in words_on(bad_day)
    assert len(setting.journal.bad_days.all()) == 1


@pytest.mark.parametrize(
    ("answer", "title", "practice"),
    [
        ("Yes, with a little curiosity", "Then look at it, kindly", "somatic-tracking"),
        ("Only just", "Then a little is enough", "somatic-tracking-short"),
        ("No, it is too much", "Then something kind", "flare-companion"),
    ],
)
def test_each_answer_leads_to_its_practice(
    bad_day: MainWindow, answer: str, title: str, practice: str
) -> None:
    asked: list[tuple[Place, str]] = []
    bad_day.pane(Place.BAD_DAY).place_requested.connect(
        lambda place, target: asked.append((place, target))
    )
    none_of_these(bad_day)
    button(bad_day, "Go on").click()
    button(bad_day, answer).click()

    open_row(bad_day, title)

    [(place, target)] = asked
    answered = "" if practice == "flare-companion" else ":workability"
    assert (place, target) == (Place.PRACTISE, f"{practice}{answered}")


def test_a_tick_shows_the_action_first_with_soothing_beside_it_and_no_tracking(
    bad_day: MainWindow,
) -> None:
    button(bad_day, "Is this pain new, in a new place, or clearly different?").click()
    button(bad_day, "Go on with what I ticked").click()

    seen = words_on(bad_day)
    assert "Have this looked at before you practise." in seen
    assert "Open the two safety pages" in seen
    assert "Something soothing, meanwhile" in seen
    assert "It passed before." not in seen
    assert WORKABILITY not in seen


def test_with_an_open_flag_only_soothing_is_offered(setting: Setting, bad_day: MainWindow) -> None:
    setting.journal.add_answer(PageAnswer(PageId.SAME_DAY, ("fever",), setting.clock()))

    none_of_these(bad_day)
    button(bad_day, "Go on").click()

    seen = words_on(bad_day)
    assert "Then something kind" in seen
    assert "waits until a doctor has had a look" in seen


def test_the_next_thing_is_there_when_one_comes_back(bad_day: MainWindow) -> None:
    none_of_these(bad_day)
    bad_day.go(Place.TODAY)
    assert "The smallest next normal thing" in words_on(bad_day.pane(Place.TODAY))

    press(Qt.Key.Key_F2)
    open_row(bad_day, "The smallest next normal thing")

    assert "Enough for now" in words_on(bad_day)
    button(bad_day, "Back to Today").click()
    assert bad_day.place is Place.TODAY
    assert "The smallest next normal thing" not in words_on(bad_day.pane(Place.TODAY))


def test_it_can_begin_anew_when_it_is_hard_again(bad_day: MainWindow, setting: Setting) -> None:
    none_of_these(bad_day)
    press(Qt.Key.Key_F2)
    setting.clock.go_on(timedelta(minutes=30))

    button(bad_day, "It is hard again: start anew").click()

    assert QUESTIONS in words_on(bad_day)


def test_nothing_is_asked_about_causes_before_a_day_has_passed(
    setting: Setting, bad_day: MainWindow
) -> None:
    none_of_these(bad_day)
    for hours in (1, 20):
        setting.clock.now = NOON + timedelta(hours=hours)
        bad_day.journal_changed()
        bad_day.go(Place.TODAY)
        assert "What else was going on?" not in words_on(bad_day.pane(Place.TODAY))

    setting.clock.now = NOON + timedelta(hours=25)
    bad_day.journal_changed()

    assert "What else was going on?" in words_on(bad_day.pane(Place.TODAY))


def test_one_line_is_kept_in_the_diary_and_never_asked_for_again(
    setting: Setting, looking_back: MainWindow
) -> None:
    write("The move, and three short nights")
    press(Qt.Key.Key_Return)

    entry = setting.journal.entries()[-1]
    assert (entry.kind, entry.text) == (EntryKind.NOTE, "The move, and three short nights")
    assert looking_back.place is Place.TODAY
    assert "What else was going on?" not in words_on(looking_back.pane(Place.TODAY))


@pytest.mark.parametrize("hands", ["put_down", "shut"])
def test_a_half_written_line_is_there_again_after_a_lock_or_a_close(
    setting: Setting, looking_back: MainWindow, qtbot: QtBot, hands: str
) -> None:
    write("Half a line")

    getattr(looking_back.pane(Place.BAD_DAY), hands)()
    again = shown(setting, qtbot)
    button(again, "Write one line").click()

    line = focused()
    assert isinstance(line, QLineEdit)
    assert line.text() == "Half a line"


def test_a_half_written_line_is_kept_while_it_is_written(
    setting: Setting, looking_back: MainWindow, qtbot: QtBot
) -> None:
    assert looking_back.place is Place.BAD_DAY
    write("Half a line")

    qtbot.waitUntil(lambda: setting.journal.drafts.get(Form.LOOK_BACK) is not None)

    draft = setting.journal.drafts.get(Form.LOOK_BACK)
    assert draft == FormDraft({"words": "Half a line"})


def test_a_line_that_is_kept_leaves_no_draft(setting: Setting, looking_back: MainWindow) -> None:
    write("Half a line")
    looking_back.pane(Place.BAD_DAY).put_down()

    button(looking_back, "Keep it in the diary").click()
    looking_back.pane(Place.BAD_DAY).put_down()

    assert setting.journal.drafts.get(Form.LOOK_BACK) is None
    assert looking_back.place is Place.TODAY


def test_who_has_nothing_to_write_is_not_asked_again_and_loses_no_words(
    setting: Setting, looking_back: MainWindow
) -> None:
    none = button(looking_back, "Nothing to write")
    write("x")
    was_enabled = none.isEnabled()
    press(Qt.Key.Key_Backspace)

    none.click()

    assert not was_enabled
    assert not setting.journal.entries()
    assert looking_back.place is Place.TODAY
    assert "What else was going on?" not in words_on(looking_back.pane(Place.TODAY))


def test_escape_leads_back_to_today(bad_day: MainWindow) -> None:
    assert focused() is not None

    press(Qt.Key.Key_Escape)

    assert bad_day.place is Place.TODAY


def test_nothing_on_the_way_is_a_score(bad_day: MainWindow) -> None:
    seen = [words_on(bad_day)]
    none_of_these(bad_day)
    seen.append(words_on(bad_day))
    button(bad_day, "Go on").click()
    seen.append(words_on(bad_day))

    assert not any(character.isdigit() for text in seen for character in text)


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
def test_the_words_of_a_bad_day_are_read_with_six_years_of_school() -> None:
    said = [
        words.full_line(),
        words.short_line(),
        words.soothing_line(),
        words.waiting_line(),
        words.next_thing_line(),
        words.end_line(),
        words.look_back_line(),
        *(f"{one}." for one in words.small_things()),
        *(f"{words.message_title(a_message(sender=one))}." for one in Sender),
    ]

    assert textstat.flesch_kincaid_grade(" ".join(said)) <= 6.0
    assert [one for one in said if textstat.flesch_kincaid_grade(one) > 9.0] == []
