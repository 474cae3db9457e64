"""One's own writing with a practice: sentences, a thought, and a movement from end to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPlainTextEdit

from prt_desktop.content.library import Library
from prt_desktop.domain.diary import Draft, EntryKind, MovementTrial, NextTime, ThoughtRecord
from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.exercise import Tool
from prt_desktop.ui.practise.offers import Offers
from prt_desktop.ui.practise.tools.thought_record import ThoughtRecordPage
from prt_desktop.ui.practise.transcript import TranscriptList
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_check, a_trial
from tests.ui.practise.conftest import MINUTE_MS
from tests.ui.practise.practices import write_tools
from tests.ui.practise.turns import write_turns
from tests.ui.reading import button, focused, named, press, spoken_name, tab_to, words_on, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.practise.conftest import Room
    from tests.ui.setting import Setting

CTRL = Qt.KeyboardModifier.ControlModifier
SENTENCE = "I have climbed these stairs before."
WRITE = "Write it down instead, or beside the voice"


@pytest.fixture
def checked(setting: Setting, tmp_path: Path) -> Setting:
    """Give the setting of somebody with a recorded check, and the practices with pages."""
    assets = write_tools(tmp_path / "tools")
    write_turns(assets)
    setting.library = Library(assets)
    now = setting.clock()
    setting.journal.add_answer(a_check(now.date(), now))
    return setting


@pytest.fixture
def room(checked: Setting, enter: Callable[..., Room]) -> Room:
    room = enter(checked)
    room.answer_nothing_new()
    return room


def open_practice(room: Room, exercise_id: str) -> None:
    """Go to the page before a practice."""
    room.window.go(Place.PRACTISE, exercise_id)


def predict(room: Room, movement: str, prediction: str = "") -> None:
    """Start a movement, answer the three questions, choose it and write what is expected."""
    open_practice(room, "movement-for-real")
    room.start()
    button(room.window, "None of these").click()
    button(room.window, movement).click()
    if prediction:
        tab_to("What do you expect?")
        write(prediction)
    button(room.window, "Go on to the practice").click()


def spoken(room: Room) -> list[str]:
    """Give all that the practice says."""
    [words] = room.stage.findChildren(TranscriptList)
    return [str(words.model().index(row, 0).data()) for row in range(words.model().rowCount())]


def captions(room: Room) -> list[str]:
    """Listen to the practice for three minutes less a second, and give the words shown."""
    shown = [room.stage.caption.text]
    for _ in range(3 * MINUTE_MS // 1_000 - 1):
        room.listen(1_000)
        if room.stage.caption.text != shown[-1]:
            shown.append(room.stage.caption.text)
    return shown


def diary_rows(room: Room) -> list[str]:
    """Give what the timeline of the diary tells."""
    rows = named(room.window, QListView, "Entries, newest first").model()
    return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]


def told(setting: Setting) -> list[EntryKind]:
    """Name the kinds of what is in the diary, in the order of writing."""
    return [entry.kind for entry in setting.journal.entries()]


def waiting_trial(setting: Setting) -> MovementTrial | None:
    """Give the movement that waits on disk to be compared."""
    draft = setting.journal.drafts.get(Tool.PREDICTION)
    found = draft.details if draft is not None else None
    return found if isinstance(found, MovementTrial) else None


def test_own_sentences_written_on_the_way_are_shown_in_the_practice(room: Room) -> None:
    open_practice(room, "safety-reappraisal")
    button(room.window, "Your own sentences").click()
    write(SENTENCE)
    button(room.window, "Keep these sentences").click()

    room.start()
    shown = captions(room)

    assert shown.index("Now one of your own.") + 1 == shown.index(SENTENCE)


def test_own_sentences_are_left_out_without_a_check(setting: Setting, tmp_path: Path) -> None:
    setting.library = Library(write_tools(tmp_path / "tools"))
    setting.journal.set_own_sentences([SENTENCE])
    offers = Offers(setting.journal, setting.practices(), setting.settings, setting.clock)
    exercise = next(one for one in setting.library.exercises if one.id == "safety-reappraisal")

    offer = offers.offer(exercise, offers.remembered(exercise))

    assert offer.wish.pace.own_sentences == ()


@pytest.mark.parametrize("leave", [Qt.Key.Key_Escape, None])
def test_own_sentences_are_there_again_after_they_were_left_half_written(
    room: Room, leave: Qt.Key | None
) -> None:
    open_practice(room, "safety-reappraisal")
    button(room.window, "Your own sentences").click()
    write(SENTENCE)
    if leave is not None:
        press(leave)
    else:
        room.window.go(Place.TODAY)

    open_practice(room, "safety-reappraisal")
    button(room.window, "Your own sentences").click()

    assert named(room.window, QPlainTextEdit, "First sentence").toPlainText() == SENTENCE
    assert room.setting.journal.own_sentences() == ()


def test_own_sentences_lead_back_to_the_page_before(room: Room) -> None:
    open_practice(room, "safety-reappraisal")
    tab_to("Your own sentences")
    press(Qt.Key.Key_Space)
    written_on = spoken_name(focused())

    press(Qt.Key.Key_Escape)

    assert written_on == "First sentence"
    assert "Start three minutes" in words_on(room.window)


def test_movement_with_room_for_a_sentence_offers_own_sentences_too(room: Room) -> None:
    open_practice(room, "movement-for-real")

    assert "Your own sentences" in words_on(room.window)


def test_practice_without_writing_offers_none(room: Room) -> None:
    open_practice(room, "looking")

    seen = words_on(room.window)

    assert "Your own sentences" not in seen
    assert WRITE not in seen


def test_thought_is_written_down_instead_of_the_voice_by_keys_alone(room: Room) -> None:
    changed: list[bool] = []
    room.pane.journal_changed.connect(lambda: changed.append(True))
    open_practice(room, "reframing")
    tab_to(WRITE)
    press(Qt.Key.Key_Space)

    for words in ("My back was stiff.", "The day is lost.", "Some of them were fine."):
        write(words)
        press(Qt.Key.Key_Return, CTRL)

    assert told(room.setting) == [EntryKind.THOUGHT]
    assert changed == [True]
    assert "Start three minutes" in words_on(room.window)


def test_thought_is_written_down_after_the_practice(room: Room) -> None:
    open_practice(room, "reframing")
    room.start()
    room.listen_to_the_end()
    button(room.window, "Write the thought down").click()
    write("My back was stiff.")

    button(room.window, "Leave it for later").click()

    assert "How was I with it?" in words_on(room.window)
    assert room.setting.journal.drafts.get(Tool.THOUGHT_RECORD) is not None


def put_a_thought_away(room: Room, words: str) -> None:
    """Write the beginning of a thought, put it away, and leave its page."""
    open_practice(room, "reframing")
    button(room.window, WRITE).click()
    write(words)
    button(room.window, "Put it away").click()
    [page] = room.window.findChildren(ThoughtRecordPage)
    gone: list[bool] = []
    page.destroyed.connect(lambda: gone.append(True))
    button(room.window, "Leave it for later").click()
    room.qtbot.waitUntil(lambda: bool(gone))


def test_thought_that_was_put_away_comes_back_after_its_page_was_left(room: Room) -> None:
    put_a_thought_away(room, "My back was stiff.")

    button(room.window, "Undo").click()
    button(room.window, WRITE).click()

    assert "What happened: My back was stiff." in words_on(room.window)


def test_thought_that_comes_back_is_shown_on_the_page_that_is_open_by_then(room: Room) -> None:
    put_a_thought_away(room, "My back was stiff.")
    button(room.window, WRITE).click()
    write("The stairs.")

    button(room.window, "Undo").click()
    first = named(room.window, QPlainTextEdit, "What happened?").toPlainText()
    button(room.window, "Undo").click()

    assert first == "My back was stiff."
    assert named(room.window, QPlainTextEdit, "What happened?").toPlainText() == "The stairs."


def test_thought_that_cannot_be_brought_back_can_be_asked_for_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_draft: Draft, _of: Tool) -> None:
        raise StorageError("The disk is full.")

    put_a_thought_away(room, "My back was stiff.")
    with monkeypatch.context() as full:
        full.setattr(room.setting.journal.drafts, "keep", refuse)
        button(room.window, "Undo").click()
    told = words_on(room.window)

    button(room.window, "Try again").click()

    draft = room.setting.journal.drafts.get(Tool.THOUGHT_RECORD)
    assert "The disk is full." in told
    assert draft is not None
    assert draft.details == ThoughtRecord("My back was stiff.")


def test_page_after_another_practice_asks_for_no_thought(room: Room) -> None:
    room.begin()

    room.listen_to_the_end()

    assert "Write the thought down" not in words_on(room.window)


def test_movement_that_is_chosen_is_the_one_that_is_spoken(room: Room) -> None:
    predict(room, "Bending forward")

    assert "Bend a very little." in spoken(room)
    assert room.setting.settings.read().movement == "bend"


def test_movement_in_own_words_is_spoken_of_in_general(room: Room) -> None:
    open_practice(room, "movement-for-real")
    room.start()
    button(room.window, "None of these").click()
    button(room.window, "Another one").click()
    write("Wave")
    button(room.window, "Go on to the practice").click()

    assert "Do it a very little." in spoken(room)


def test_page_before_leaves_the_choice_of_the_movement_to_the_prediction(room: Room) -> None:
    open_practice(room, "movement-for-real")

    assert "Bending forward" not in words_on(room.window)


def test_prediction_is_left_back_to_the_page_before_and_found_again(room: Room) -> None:
    open_practice(room, "movement-for-real")
    room.start()
    button(room.window, "None of these").click()
    button(room.window, "Bending forward").click()
    tab_to("What do you expect?")
    write("It will grab me.")
    press(Qt.Key.Key_Escape)

    room.start()

    kept = waiting_trial(room.setting)
    assert kept is not None
    assert (kept.movement_id, kept.prediction) == ("bend", "It will grab me.")
    assert "Slide one hand a little way down your thigh." in words_on(room.window)


def test_day_of_a_movement_from_the_prediction_to_the_diary(room: Room) -> None:
    predict(room, "Bending forward", "It will grab me.")
    room.listen_to_the_end()
    expected = words_on(room.window)

    write("A pull, then less.")
    button(room.window, "The same again").click()
    button(room.window, "Save in my diary").click()
    button(room.window, "Curious").click()
    room.window.go(Place.DIARY)

    details = {entry.kind: entry.details for entry in room.setting.journal.entries()}
    assert "It will grab me." in expected
    assert set(details) == {EntryKind.PRACTICE, EntryKind.MOVEMENT}
    assert details[EntryKind.MOVEMENT] == MovementTrial(
        "movement-for-real",
        "Bending forward",
        "bend",
        "It will grab me.",
        "A pull, then less.",
        next_time=NextTime.SAME,
    )
    assert waiting_trial(room.setting) is None
    assert any("A movement: Bending forward" in row for row in diary_rows(room))


def test_comparison_can_be_left_and_is_offered_again(room: Room) -> None:
    predict(room, "Bending forward", "It will grab me.")
    room.listen_to_the_end()

    button(room.window, "Leave it for later").click()
    asked = words_on(room.window)
    open_practice(room, "movement-for-real")
    button(room.window, "What came of it: Bending forward").click()

    assert "How was I with it?" in asked
    assert "It will grab me." in words_on(room.window)


def test_comparison_waits_where_it_was_too_much(room: Room) -> None:
    predict(room, "Bending forward", "It will grab me.")
    press(Qt.Key.Key_X)

    room.pane.performance.end()

    assert "You can let go of it now" in words_on(room.window)
    assert waiting_trial(room.setting) is not None


def test_movement_without_a_written_prediction_is_compared_too(room: Room) -> None:
    predict(room, "Bending forward")

    room.listen_to_the_end()

    assert "After the movement" in words_on(room.window)


def test_after_a_crash_a_half_written_comparison_leads_on_where_it_was(
    checked: Setting, enter: Callable[..., Room]
) -> None:
    trial = a_trial(exercise_id="movement-for-real", happened="A pull, then less.")
    checked.journal.drafts.keep(Draft("", EntryKind.MOVEMENT, details=trial), Tool.PREDICTION)
    room = enter(checked)
    open_practice(room, "movement-for-real")

    button(room.window, "What came of it: Bend forward").click()
    button(room.window, "Save in my diary").click()

    [entry] = checked.journal.entries()
    assert entry.details == trial
    assert "Start three minutes" in words_on(room.window)


def test_another_practice_is_not_asked_what_came_of_the_movement(room: Room) -> None:
    predict(room, "Bending forward", "It will grab me.")
    room.listen_to_the_end()
    button(room.window, "Leave it for later").click()
    room.begin()

    room.listen_to_the_end()

    assert "How was I with it?" in words_on(room.window)
    assert "After the movement" not in words_on(room.window)
