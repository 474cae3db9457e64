"""Messages for bad days, the plan for setbacks, and the end: kept, undone, and never lost."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.domain.good_day import Sender
from prt_desktop.domain.plan import CORE_PRACTICE
from prt_desktop.storage.memos import sounds_in_use
from prt_desktop.ui.left_words import keep_left_words
from prt_desktop.ui.plan.speak_page import SpeakPage
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_message, a_review, a_setback_plan
from tests.ui.conftest import shown
from tests.ui.reading import (
    button,
    focused,
    named,
    open_row,
    press,
    spoken_rows,
    tab_to,
    words_on,
    write,
)
from tests.ui.setting import NOON

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.good_day import Message
    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

MESSAGES = "Messages for a bad day"


@pytest.fixture
def messages(window: MainWindow) -> MainWindow:
    """Give the window with the messages open."""
    window.go(Place.PLAN, "messages")
    return window


def say(setting: Setting, messages: MainWindow, qtbot: QtBot, way: str = "Say one") -> None:
    """Say a message for a while, and wait until it is made."""
    button(messages, way).click()
    button(messages, "Record").click()
    setting.now_ms += 4_000
    button(messages, "Stop").click()
    qtbot.waitUntil(lambda: "Not kept yet" in words_on(messages))


def leave_speaking(messages: MainWindow, qtbot: QtBot) -> None:
    """Go back from the page on which a message is spoken, until it is gone."""
    [page] = messages.findChildren(SpeakPage)
    gone: list[bool] = []
    page.destroyed.connect(lambda: gone.append(True))
    button(messages, "Back").click()
    qtbot.waitUntil(lambda: bool(gone))


def test_a_message_is_written_and_kept_by_keyboard_alone(
    setting: Setting, messages: MainWindow
) -> None:
    tab_to("Write one")
    press(Qt.Key.Key_Return)
    write("You have been here before.")
    tab_to("Show this one on a bad day")
    press(Qt.Key.Key_Space)
    tab_to("Keep it")
    press(Qt.Key.Key_Return)

    [message] = setting.journal.messages.all()
    assert message.text == "You have been here before."
    assert message.for_bad_days
    assert spoken_rows(messages, MESSAGES) == [
        "From you, on a good day. You have been here before. For bad days"
    ]


def test_leaving_a_message_keeps_it_and_undo_takes_it_away(
    setting: Setting, messages: MainWindow
) -> None:
    button(messages, "Write one").click()
    write("Hold on.")

    press(Qt.Key.Key_Escape)

    assert [one.text for one in setting.journal.messages.all()] == ["Hold on."]
    button(messages, "Undo").click()
    assert setting.journal.messages.all() == ()


def test_a_friends_message_has_the_name_of_the_friend(
    setting: Setting, messages: MainWindow
) -> None:
    button(messages, "Write one").click()
    button(messages, "A friend").click()
    named(messages, QLineEdit, "Who it is").setText("Kim")
    named(messages, QPlainTextEdit, "The words").setPlainText("Call me.")
    button(messages, "Keep it").click()

    [message] = setting.journal.messages.all()
    assert (message.sender, message.who) == (Sender.FRIEND, "Kim")
    assert spoken_rows(messages, MESSAGES)[0].startswith("From Kim, for you")


def test_only_one_message_is_the_one_for_bad_days(setting: Setting, messages: MainWindow) -> None:
    setting.journal.messages.keep(a_message("Old.", for_bad_days=True))
    setting.journal.messages.keep(a_message("New."))
    messages.journal_changed()

    open_row(messages, MESSAGES, at=1)
    button(messages, "Show this one on a bad day").click()
    button(messages, "Keep it").click()

    chosen = {one.text: one.for_bad_days for one in setting.journal.messages.all()}
    assert chosen == {"Old.": False, "New.": True}
    button(messages, "Undo").click()
    chosen = {one.text: one.for_bad_days for one in setting.journal.messages.all()}
    assert chosen == {"Old.": True, "New.": False}


def test_a_removed_message_can_be_brought_back(setting: Setting, messages: MainWindow) -> None:
    message = a_message("Hold on.")
    setting.journal.messages.keep(message)
    messages.journal_changed()
    open_row(messages, MESSAGES)

    button(messages, "Remove it").click()
    assert setting.journal.messages.all() == ()
    button(messages, "Undo").click()

    assert setting.journal.messages.all() == (message,)


def test_a_message_is_spoken_and_kept_in_the_same_place_as_memos(
    setting: Setting, messages: MainWindow, qtbot: QtBot
) -> None:
    say(setting, messages, qtbot)

    button(messages, "Keep this message").click()

    [message] = setting.journal.messages.all()
    assert message.memo is not None
    assert sounds_in_use(setting.journal) == {message.memo.sound_id}
    assert setting.memo_tools().memos.sound(message.memo.sound_id).is_file()
    assert setting.journal.entries() == ()
    assert "Listen" in words_on(messages)


def test_a_message_that_was_kept_is_not_said_to_have_failed(
    setting: Setting, messages: MainWindow, qtbot: QtBot
) -> None:
    say(setting, messages, qtbot)

    button(messages, "Keep this message").click()

    assert len(setting.journal.messages.all()) == 1
    assert "failed" not in words_on(messages)
    assert "What you said is still here" not in words_on(messages)


def test_going_back_keeps_what_was_said(
    setting: Setting, messages: MainWindow, qtbot: QtBot
) -> None:
    say(setting, messages, qtbot)

    button(messages, "Back").click()

    [message] = setting.journal.messages.all()
    assert message.memo is not None
    assert len(spoken_rows(messages, MESSAGES)) == 1


def test_written_words_are_there_again_when_nothing_was_said(
    setting: Setting, messages: MainWindow
) -> None:
    button(messages, "Write one").click()
    write("This will pass.")
    button(messages, "Show this one on a bad day").click()
    button(messages, "Say it").click()

    press(Qt.Key.Key_Escape)
    shown_again = named(messages, QPlainTextEdit, "The words").toPlainText()
    button(messages, "Keep it").click()

    assert shown_again == "This will pass."
    [message] = setting.journal.messages.all()
    assert (message.text, message.for_bad_days) == ("This will pass.", True)
    assert setting.journal.drafts.get(Form.MESSAGE) is None


def test_written_words_outlast_a_close_on_the_page_to_speak(
    setting: Setting, messages: MainWindow, qtbot: QtBot
) -> None:
    button(messages, "Write one").click()
    write("This will pass.")
    button(messages, "Say it").click()
    messages.pane(Place.PLAN).shut()

    again = shown(setting, qtbot)
    again.go(Place.PLAN, "messages")

    assert named(again, QPlainTextEdit, "The words").toPlainText() == "This will pass."


def test_written_words_go_with_what_is_said(
    setting: Setting, messages: MainWindow, qtbot: QtBot
) -> None:
    button(messages, "Write one").click()
    write("This will pass.")
    say(setting, messages, qtbot, "Say it")

    button(messages, "Keep this message").click()

    [message] = setting.journal.messages.all()
    assert (message.text, message.memo is not None) == ("This will pass.", True)
    assert setting.journal.drafts.get(Form.MESSAGE) is None


@pytest.mark.parametrize("way", ["Say it", "Show this one on a bad day"])
def test_another_message_is_opened_and_the_one_that_was_written_is_kept(
    setting: Setting, messages: MainWindow, way: str
) -> None:
    old = a_message("Old.")
    setting.journal.messages.keep(old)
    button(messages, "Write one").click()
    write("This will pass.")
    button(messages, way).click()

    messages.go(Place.PLAN, f"messages:{old.id}")

    assert named(messages, QPlainTextEdit, "The words").toPlainText() == "Old."
    assert {one.text for one in setting.journal.messages.all()} == {"Old.", "This will pass."}


def test_a_discarded_message_comes_back_after_its_page_was_left(
    setting: Setting, messages: MainWindow, qtbot: QtBot
) -> None:
    say(setting, messages, qtbot)
    button(messages, "Discard").click()
    leave_speaking(messages, qtbot)

    button(messages, "Undo").click()

    [message] = setting.journal.messages.all()
    assert message.memo is not None
    assert setting.memo_tools().memos.sound(message.memo.sound_id).is_file()
    assert len(spoken_rows(messages, MESSAGES)) == 1
    assert "It is back, and kept." in words_on(messages)


def test_a_discarded_message_comes_back_to_its_words(
    setting: Setting, messages: MainWindow, qtbot: QtBot
) -> None:
    button(messages, "Write one").click()
    write("This will pass.")
    say(setting, messages, qtbot, "Say it")
    button(messages, "Discard").click()
    leave_speaking(messages, qtbot)
    write("Soon. ")

    button(messages, "Undo").click()
    heard = button(messages, "Listen").isVisible()
    button(messages, "Keep it").click()

    [message] = setting.journal.messages.all()
    assert heard
    assert message.memo is not None
    assert message.text == "Soon. This will pass."


def test_a_discarded_message_is_one_of_its_own_beside_one_that_was_spoken_since(
    setting: Setting, messages: MainWindow, qtbot: QtBot
) -> None:
    say(setting, messages, qtbot)
    button(messages, "Discard").click()
    button(messages, "Record").click()
    setting.now_ms += 2_000
    button(messages, "Stop").click()
    qtbot.waitUntil(lambda: "Not kept yet" in words_on(messages))
    button(messages, "Keep this message").click()

    button(messages, "Undo").click()

    assert len({one.memo for one in setting.journal.messages.all()}) == 2


def test_a_discarded_message_that_cannot_be_kept_can_be_asked_for_again(
    setting: Setting, messages: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_message: Message) -> None:
        raise StorageError("The disk is full.")

    say(setting, messages, qtbot)
    button(messages, "Discard").click()
    leave_speaking(messages, qtbot)
    with monkeypatch.context() as full:
        full.setattr(setting.journal.messages, "keep", refuse)
        button(messages, "Undo").click()
    told = words_on(messages)

    button(messages, "Try again").click()

    assert "The disk is full." in told
    assert len(setting.journal.messages.all()) == 1


def test_what_was_said_is_kept_when_the_window_closes(
    setting: Setting, messages: MainWindow
) -> None:
    button(messages, "Say one").click()
    button(messages, "Record").click()
    setting.now_ms += 4_000

    messages.pane(Place.PLAN).shut()

    [message] = setting.journal.messages.all()
    assert message.memo is not None


def test_a_half_written_message_is_there_again_after_a_crash(
    setting: Setting, messages: MainWindow, qtbot: QtBot
) -> None:
    button(messages, "Write one").click()
    write("Half of a")
    messages.pane(Place.PLAN).shut()
    assert setting.journal.messages.all() == ()

    again = shown(setting, qtbot)
    again.go(Place.PLAN, "messages")

    assert named(again, QPlainTextEdit, "The words").toPlainText() == "Half of a"


def test_a_begun_message_is_put_away_and_brought_back(
    setting: Setting, messages: MainWindow
) -> None:
    told = {"who": "Kim", "text": "Half of a", "sender": "friend", "for_bad_days": "for_bad_days"}
    draft = FormDraft(told)
    setting.journal.drafts.keep(draft, Form.MESSAGE)
    messages.go(Place.PLAN, "messages")
    button(messages, "Put it away").click()
    gone, seen = setting.journal.drafts.get(Form.MESSAGE), words_on(messages)

    button(messages, "Undo").click()

    assert gone is None
    assert "Write one" in seen
    assert named(messages, QLineEdit, "Who it is").text() == "Kim"
    assert named(messages, QPlainTextEdit, "The words").toPlainText() == "Half of a"
    assert button(messages, "Show this one on a bad day").isChecked()


def test_the_setback_plan_is_kept_and_undone(setting: Setting, window: MainWindow) -> None:
    window.go(Place.PLAN, "setback")
    named(window, QPlainTextEdit, "How it starts").setPlainText("Short nights.")
    named(window, QLineEdit, "What I do first").setText("Slow down.")
    named(window, QPlainTextEdit, "Whom I call").setPlainText("Kim")

    button(window, "Keep this plan").click()

    [plan] = setting.journal.setback_plans.all()
    assert (plan.early_signs, plan.steps[0], plan.whom_to_call) == (
        "Short nights.",
        "Slow down.",
        "Kim",
    )
    button(window, "Undo").click()
    assert setting.journal.setback_plans.all() == ()


def test_what_is_typed_into_the_setback_plan_survives_a_crash(
    setting: Setting, window: MainWindow, qtbot: QtBot
) -> None:
    setting.journal.setback_plans.keep(a_setback_plan())
    window.journal_changed()
    window.go(Place.PLAN, "setback")
    named(window, QLineEdit, "Then").setText("Ask for help.")
    window.pane(Place.PLAN).shut()

    again = shown(setting, qtbot)
    again.go(Place.PLAN, "setback")

    assert named(again, QLineEdit, "Then").text() == "Ask for help."
    assert setting.journal.setback_plans.all()[0].steps[1] == "Hear my message."


def test_a_lock_takes_what_is_kept_for_nothing_left_behind(
    setting: Setting, window: MainWindow
) -> None:
    window.go(Place.PLAN, "setback")
    named(window, QPlainTextEdit, "How it starts").setFocus()
    write("Short nights.")
    button(window, "Keep this plan").click()

    keep_left_words(window, setting.journal)

    assert setting.journal.drafts.get() is None


def test_what_another_process_changed_does_not_write_over_what_is_typed(
    setting: Setting, window: MainWindow
) -> None:
    window.go(Place.PLAN, "setback")
    named(window, QLineEdit, "Then").setText("Mine.")
    setting.journal.setback_plans.keep(a_setback_plan())

    window.journal_changed()

    assert named(window, QLineEdit, "Then").text() == "Mine."


def test_a_week_is_looked_back_on_without_any_number(setting: Setting, window: MainWindow) -> None:
    window.go(Place.PLAN, "keeping_on")
    button(window, "Look back on the week").click()
    write("A fair week.")
    named(window, QPlainTextEdit, "What surprised you?").setPlainText("The stairs.")
    button(window, "Keep it").click()

    [review] = setting.journal.reviews.all()
    assert review.texts == ("A fair week.", "The stairs.", "", "")
    rows = spoken_rows(window, "Weeks looked back on")
    assert rows == ["24 November 2026. A fair week. The stairs."]


def test_a_review_can_be_changed_and_removed(setting: Setting, window: MainWindow) -> None:
    review = a_review()
    setting.journal.reviews.keep(review)
    window.journal_changed()
    window.go(Place.PLAN, "keeping_on")
    open_row(window, "Weeks looked back on")

    button(window, "Remove it").click()
    button(window, "Undo").click()

    assert setting.journal.reviews.all() == (review,)


def test_the_voice_says_less_when_that_is_chosen(setting: Setting, window: MainWindow) -> None:
    window.go(Place.PLAN, "keeping_on")

    button(window, "Fewer words").click()

    assert setting.settings.read().guidance[CORE_PRACTICE] == "sparse"


def test_packing_up_only_stops_the_suggestions(setting: Setting, window: MainWindow) -> None:
    window.go(Place.PLAN, "keeping_on:end")
    assert focused().property("text") == "Stay a while"

    button(window, "Pack up").click()

    window.go(Place.TODAY)
    seen = words_on(window.pane(Place.TODAY))
    assert "Read the lesson" not in seen
    assert "It is a bad day" in seen
    assert [one.id for one in setting.journal.plan_choices.all()] == ["packed:"]


def test_the_end_leads_to_a_backup(window: MainWindow) -> None:
    window.go(Place.PLAN, "keeping_on:end")

    button(window, "Save a copy of my diary").click()

    assert window.place is Place.PRIVACY


def test_a_draft_of_a_review_is_there_again(setting: Setting, window: MainWindow) -> None:
    window.go(Place.PLAN, "keeping_on:new")
    write("Half")

    window.pane(Place.PLAN).shut()

    draft = setting.journal.drafts.get(Form.REVIEW)
    assert draft is not None
    assert draft.text("week") == "Half"


def test_a_review_left_for_packing_up_is_not_lost(window: MainWindow) -> None:
    window.go(Place.PLAN, "keeping_on:new")
    write("Half a week")

    window.go(Place.PLAN, "keeping_on:end")
    button(window, "Stay a while").click()
    window.go(Place.PLAN, "keeping_on:new")

    field = named(window, QPlainTextEdit, "How was the week, in your own words?")
    assert field.toPlainText() == "Half a week"


def test_a_begun_review_is_put_away_and_brought_back(setting: Setting, window: MainWindow) -> None:
    setting.journal.drafts.keep(FormDraft({"week": "Half a week"}), Form.REVIEW)
    window.go(Place.PLAN, "keeping_on")

    button(window, "Put it away").click()
    gone = setting.journal.drafts.get(Form.REVIEW)
    button(window, "Undo").click()

    field = named(window, QPlainTextEdit, "How was the week, in your own words?")
    assert gone is None
    assert field.toPlainText() == "Half a week"


def test_thirteen_months_later_everything_still_opens(setting: Setting, window: MainWindow) -> None:
    setting.journal.messages.keep(a_message())
    setting.journal.reviews.keep(a_review())
    setting.journal.setback_plans.keep(a_setback_plan())
    setting.clock.now = NOON + timedelta(days=395)

    for section in ("month", "messages", "setback", "keeping_on"):
        window.go(Place.PLAN, section)
        window.journal_changed()

    assert "You have been here before." in " ".join(
        message.text for message in setting.journal.messages.all()
    )
    assert window.place is Place.PLAN
