"""The movement ladder: rungs by fear, a try from questions to comparison, and the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from prt_desktop.domain.circumstances import Circumstances, Ratings
from prt_desktop.domain.diary import Draft, EntryKind, MovementTrial, NextTime
from prt_desktop.domain.exercise import Tool
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.domain.safety import Check, MiniCheck, Occasion, Question
from prt_desktop.ui.ladder.section import GUIDED, IMAGINED, MovementsSection
from prt_desktop.ui.practise.shelves import HARD_MOMENT
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.word_table import WordTable
from tests.builders import a_movement, a_rung, a_trial, an_exercise
from tests.ui.practise.tools.conftest import BEND, TURN
from tests.ui.reading import (
    WAYS_OUT,
    button,
    leave,
    named,
    open_row,
    press,
    spoken_name,
    spoken_rows,
    tab_stops,
    tab_to,
    words_on,
    write,
)
from tests.ui.setting import NOON

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.ladder import Rung
    from prt_desktop.ui.widgets.pane import Notice
    from tests.ui.setting import Setting

    Show = Callable[[], MovementsSection]

RUNGS, SPARED = "Movements, the least feared first", "What did not happen"
ASKED = ("Is this pain new?", "Is there numbness?", "Has there been a fall?")


@pytest.fixture
def show(setting: Setting, qtbot: QtBot) -> Callable[[], MovementsSection]:
    """Give a function that shows the section, with a practice of two movements."""
    movements = (BEND, TURN)
    guided = an_exercise(id=GUIDED, tool=Tool.PREDICTION, movements=movements)
    setting.library.exercises = (guided, an_exercise(id=HARD_MOMENT))
    questions = tuple(Question(str(at), words, "4.4") for at, words in enumerate(ASKED))
    setting.library.mini_check = MiniCheck("Three questions", "Tick.", "See a doctor.", questions)

    def shown() -> MovementsSection:
        section = MovementsSection(setting.theme, setting.journal, setting.library, setting.clock)
        qtbot.addWidget(section)
        section.refresh()
        section.resize(1000, 1000)
        section.show()
        section.activateWindow()
        qtbot.waitUntil(section.isActiveWindow)
        return section

    return shown


def checked(setting: Setting) -> None:
    """Answer both pages an hour ago and record a clinician's check of today."""
    setting.clock.go_on(timedelta(hours=-1))
    setting.pass_safety_pages()
    setting.clock.go_on(timedelta(hours=1))
    setting.journal.add_answer(Check("Dr Amari", NOON.date(), "back", "Fine.", NOON))


def a_bend(fear: int = 4) -> Rung:
    """Build the rung of one of the practice's movements."""
    return a_rung("Bending forward", movement_id="bend", fear=fear, value="To lift my niece.")


def test_a_rung_is_added_by_keyboard_alone(setting: Setting, show: Show) -> None:
    section = show()
    tab_to("Add a movement")
    press(Qt.Key.Key_Return)

    press(Qt.Key.Key_Space)
    tab_to("0")
    press(Qt.Key.Key_4)
    tab_to("Why do I want it back?")
    write("To lift my niece.")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Escape)

    [rung] = setting.journal.rungs.all()
    assert (rung.name, rung.movement_id, rung.fear) == ("Bending forward", "bend", 4)
    assert spoken_rows(section, RUNGS) == [
        "Bending forward. fear 4 of 10. To lift my niece. a good place to start"
    ]


@pytest.mark.parametrize("way", WAYS_OUT)
def test_a_movement_left_half_written_is_there_again(
    setting: Setting, show: Show, way: str
) -> None:
    section = show()
    button(section, "Add a movement").click()
    button(section, "Bending forward").click()
    named(section, QPlainTextEdit, "Why do I want it back?").setPlainText("To lift my niece.")
    button(section, "Ask a clinician about this one first").click()
    leave(section, way)

    again = show()
    button(again, "Add a movement").click()
    button(again, "4").click()
    button(again, "Save it").click()

    [rung] = setting.journal.rungs.all()
    assert (rung.movement_id, rung.fear, rung.value) == ("bend", 4, "To lift my niece.")
    assert rung.needs_clinician
    assert setting.journal.drafts.get(Form.RUNG) is None


def test_a_changed_movement_is_gone_on_with_in_its_place(setting: Setting, show: Show) -> None:
    rung = a_bend()
    setting.journal.rungs.keep(rung)
    section = show()
    open_row(section, RUNGS)
    button(section, "Change it").click()
    button(section, "7").click()
    press(Qt.Key.Key_Escape)

    button(section, "Change it").click()
    button(section, "Save it").click()

    assert setting.journal.rungs.all() == (replace(rung, fear=7),)


def test_a_begun_movement_is_put_away_and_brought_back(setting: Setting, show: Show) -> None:
    section = show()
    notices: list[Notice] = []
    section.notice_requested.connect(notices.append)
    setting.journal.drafts.keep(FormDraft({"name": "Wave", "fear": "3"}), Form.RUNG)
    button(section, "Add a movement").click()
    put_away = notices[-1].run
    assert put_away is not None
    put_away()
    gone = setting.journal.drafts.get(Form.RUNG)

    undo = notices[-1].run
    assert undo is not None
    undo()
    button(section, "Save it").click()

    assert gone is None
    [rung] = setting.journal.rungs.all()
    assert (rung.name, rung.fear) == ("Wave", 3)


def test_a_rung_needs_a_movement_and_its_fear(setting: Setting, show: Show) -> None:
    section = show()
    button(section, "Add a movement").click()

    button(section, "Save it").click()
    first = words_on(section)
    button(section, "Turning to look behind").click()
    button(section, "Save it").click()

    assert "Please choose a movement, or name one." in first
    assert "Please choose how much fear it brings." in words_on(section)
    assert setting.journal.rungs.all() == ()


def test_the_least_feared_rung_stands_first(setting: Setting, show: Show) -> None:
    setting.journal.rungs.keep(a_rung("Lift", fear=8, needs_clinician=True, value=""))
    setting.journal.rungs.keep(a_rung("Reach", fear=2, value=""))

    section = show()

    assert spoken_rows(section, RUNGS) == [
        "Reach. fear 2 of 10",
        "Lift. fear 8 of 10. ask a clinician first",
    ]


def test_movement_work_waits_for_a_check(setting: Setting, show: Show) -> None:
    setting.pass_safety_pages()
    setting.journal.rungs.keep(a_bend())
    section = show()
    asked: list[tuple[Place, str]] = []
    section.place_requested.connect(lambda place, target: asked.append((place, target)))

    open_row(section, RUNGS)
    seen = words_on(section)
    button(section, "Record a clinician's check").click()

    assert "Try it on my own" not in seen
    assert BEND.stop[0] in seen
    assert asked == [(Place.CHECK, "")]


def test_a_rung_to_be_asked_about_waits_until_a_clinician_said_yes(
    setting: Setting, show: Show
) -> None:
    checked(setting)
    setting.journal.rungs.keep(a_rung(needs_clinician=True))
    section = show()
    open_row(section, RUNGS)
    before = words_on(section)

    button(section, "A clinician says it is fine").click()

    assert "Try it on my own" not in before
    assert "Try it on my own" in words_on(section)
    assert not setting.journal.rungs.all()[0].needs_clinician


def test_a_try_goes_from_the_questions_to_the_diary(setting: Setting, show: Show) -> None:
    checked(setting)
    rung = a_bend(fear=6)
    setting.journal.rungs.keep(rung)
    section = show()
    open_row(section, RUNGS)

    button(section, "Try it on my own").click()
    button(section, "None of these").click()
    named(section, QPlainTextEdit, "What do you expect?").setPlainText("It will grab me.")
    button(section, "Go on to the movement").click()
    meanwhile = words_on(section)
    button(section, "Tell what happened").click()
    named(section, QPlainTextEdit, "What did not happen?").setPlainText("It did not grab me.")
    button(section, "5").click()
    button(section, "A little wider").click()
    button(section, "Save in my diary").click()

    [entry] = setting.journal.entries()
    assert entry.details == MovementTrial(
        GUIDED,
        "Bending forward",
        "bend",
        "It will grab me.",
        did_not_happen="It did not grab me.",
        next_time=NextTime.WIDER,
        rung_id=rung.id,
    )
    assert entry.circumstances == Circumstances(Ratings(fear=5))
    assert BEND.stop[0] in meanwhile
    assert BEND.smallest in meanwhile
    assert "Fear: 6 of 10 at first, 5 now." in words_on(section)
    assert setting.journal.drafts.get(Tool.PREDICTION) is None


def test_a_tick_among_the_questions_shows_what_to_do_and_closes_the_ladder(
    setting: Setting, show: Show
) -> None:
    checked(setting)
    setting.journal.rungs.keep(a_bend())
    section = show()
    open_row(section, RUNGS)
    button(section, "Try it on my own").click()

    button(section, ASKED[2]).click()
    button(section, "Go on with what I ticked").click()
    shown = words_on(section)
    button(section, "Back").click()

    assert "See a doctor." in shown
    assert setting.journal.safety().mini_checks[-1].occasion is Occasion.MOVEMENT
    assert len(setting.journal.safety().pauses()) == 1
    assert "Try it on my own" not in words_on(section)


def test_a_prediction_waits_and_is_compared_later(setting: Setting, show: Show) -> None:
    checked(setting)
    setting.journal.rungs.keep(a_bend())
    section = show()
    open_row(section, RUNGS)
    button(section, "Try it on my own").click()
    button(section, "None of these").click()
    named(section, QPlainTextEdit, "What do you expect?").setPlainText("It will grab me.")
    button(section, "Go on to the movement").click()
    button(section, "Later, or not today").click()
    button(section, "Back").click()

    again = show()
    seen = words_on(again)
    button(again, "Tell what happened").click()

    assert "You have written down what you expect of: Bending forward." in seen
    assert "It will grab me." in words_on(again)


def test_another_try_begins_only_once_the_first_is_told(setting: Setting, show: Show) -> None:
    checked(setting)
    waiting = a_trial(movement="Turning", rung_id="x" * 32)
    from_practice(setting, waiting)
    setting.journal.rungs.keep(a_bend())
    section = show()
    notices: list[Notice] = []
    section.notice_requested.connect(notices.append)
    open_row(section, RUNGS)

    button(section, "Try it on my own").click()

    assert "what you expect of: Turning" in notices[-1].text
    draft = setting.journal.drafts.get(Tool.PREDICTION)
    assert draft is not None
    assert draft.details == waiting


def test_a_waiting_prediction_is_put_away_with_undo(setting: Setting, show: Show) -> None:
    waiting = a_trial()
    from_practice(setting, waiting)
    section = show()
    notices: list[Notice] = []
    section.notice_requested.connect(notices.append)
    button(section, "Put it away").click()
    gone = setting.journal.drafts.get(Tool.PREDICTION)

    undo = notices[-1].run
    assert undo is not None
    undo()

    back = setting.journal.drafts.get(Tool.PREDICTION)
    assert gone is None
    assert back is not None
    assert back.details == waiting


@pytest.mark.parametrize(
    ("words", "practice"),
    [("Try it with a voice", GUIDED), ("Only in imagination", IMAGINED)],
)
def test_a_practice_is_handed_the_rung(
    setting: Setting, show: Show, words: str, practice: str
) -> None:
    checked(setting)
    rung = a_bend()
    setting.journal.rungs.keep(rung)
    section = show()
    asked: list[tuple[Place, str]] = []
    section.place_requested.connect(lambda place, target: asked.append((place, target)))
    open_row(section, RUNGS)

    button(section, words).click()

    draft = setting.journal.drafts.get(Tool.PREDICTION)
    assert asked == [(Place.PRACTISE, practice)]
    assert draft is not None
    assert draft.details == MovementTrial(practice, rung.name, "bend", rung_id=rung.id)


def test_a_bad_day_leads_to_a_lower_rung(setting: Setting, show: Show) -> None:
    checked(setting)
    setting.journal.rungs.keep(a_bend(fear=6))
    setting.journal.rungs.keep(a_rung("Reach", fear=2))
    section = show()
    open_row(section, RUNGS, 1)

    button(section, "A bad day? Repeat a lower rung: Reach").click()

    assert "Fear: 2 of 10." in words_on(section)
    assert "A bad day" not in words_on(section)


def test_the_fear_of_a_rung_is_told_over_time(setting: Setting, show: Show) -> None:
    rung = a_rung(fear=6, added_at=NOON - timedelta(days=3))
    setting.journal.rungs.keep(rung)
    beside = Circumstances(Ratings(fear=3))
    trial = a_trial(rung_id=rung.id)
    setting.journal.add(a_movement(trial, created_at=NOON, circumstances=beside))
    section = show()
    open_row(section, RUNGS)

    button(section, "All numbers").click()

    table = named(section, WordTable, "Fear over time, as a table").model()
    cells = [[table.index(row, column).data() for column in (0, 1)] for row in (0, 1)]
    assert cells == [["Today", "3"], ["Saturday 21 November", "6"]]


def test_a_rung_rests_is_taken_up_and_is_removed_with_undo(setting: Setting, show: Show) -> None:
    rung = a_bend()
    setting.journal.rungs.keep(rung)
    section = show()
    notices: list[Notice] = []
    section.notice_requested.connect(notices.append)
    open_row(section, RUNGS)
    button(section, "Let it rest").click()
    resting = setting.journal.rungs.all()[0].rests
    open_row(section, RUNGS)
    button(section, "Take it up again").click()
    open_row(section, RUNGS)
    button(section, "Remove it").click()
    gone = setting.journal.rungs.all()

    undo = notices[-1].run
    assert undo is not None
    undo()

    assert resting
    assert gone == ()
    assert setting.journal.rungs.all() == (rung,)


def test_what_did_not_happen_gathers_and_opens_its_entry(setting: Setting, show: Show) -> None:
    entry = a_movement(created_at=NOON)
    setting.journal.add(entry)
    section = show()
    asked: list[tuple[Place, str]] = []
    section.place_requested.connect(lambda place, target: asked.append((place, target)))
    told = spoken_rows(section, SPARED)

    open_row(section, SPARED)

    assert told == ["Bend forward: It did not grab me. Today"]
    assert asked == [(Place.DIARY, f"entries:{entry.id}")]


def test_every_control_of_the_ladder_has_a_name_and_room(setting: Setting, show: Show) -> None:
    checked(setting)
    setting.journal.rungs.keep(a_bend())
    section = show()
    stops = list(tab_stops(section))
    open_row(section, RUNGS)
    stops += tab_stops(section)
    button(section, "Change it").click()
    stops += tab_stops(section)

    assert [stop for stop in stops if not spoken_name(stop).strip()] == []
    assert [one for one in stops if one.height() < 44 or one.width() < 44] == []


def from_practice(setting: Setting, trial: MovementTrial) -> None:
    """Keep a prediction as a practice of movements does."""
    setting.journal.drafts.keep(Draft("", EntryKind.MOVEMENT, details=trial), Tool.PREDICTION)
