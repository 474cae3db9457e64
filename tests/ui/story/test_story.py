"""The person's own story, goals and line: written by keys, kept as drafts, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QPlainTextEdit

from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.domain.story import GoalAbout, GoalState, Side
from prt_desktop.ui.story.life_line import LifeLine
from prt_desktop.ui.story.section import StorySection
from prt_desktop.ui.widgets.dropdown import Dropdown
from prt_desktop.ui.widgets.line_edit import LineEdit
from tests.builders import a_goal, a_story, an_event
from tests.ui.reading import (
    button,
    focused,
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

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.widgets.pane import Notice
    from tests.ui.setting import Setting

    Show = Callable[[], StorySection]

GOALS, LINE = "My goals", "What stands on the line"
BEGAN, WANTED = "When and how did it begin?", "What do you want back?"
BEGAN_GOAL = "What do I want back?"
DONE = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def show(setting: Setting, qtbot: QtBot) -> Show:
    """Give a function that shows the section on the journal as it is then."""

    def shown() -> StorySection:
        section = StorySection(setting.theme, setting.journal, setting.clock, setting.papers)
        qtbot.addWidget(section)
        section.refresh()
        section.resize(1000, 900)
        section.show()
        section.activateWindow()
        qtbot.waitUntil(section.isActiveWindow)
        return section

    return shown


def notices_of(section: StorySection) -> list[Notice]:
    found: list[Notice] = []
    section.notice_requested.connect(found.append)
    return found


def undo(notice: Notice) -> None:
    assert notice.run is not None
    notice.run()


def test_a_story_is_told_by_keyboard_alone(setting: Setting, show: Show) -> None:
    section = show()
    tab_to("Tell my story")

    press(Qt.Key.Key_Space)
    write("After the move.")
    press(Qt.Key.Key_Return, DONE)

    [story] = setting.journal.stories.all()
    assert (story.began, story.tried) == ("After the move.", "")
    assert "After the move." in words_on(section)
    assert "What I tried" not in words_on(section)


def test_a_half_told_story_is_found_again(setting: Setting, show: Show) -> None:
    section = show()
    button(section, "Tell my story").click()
    write("After the mo")
    press(Qt.Key.Key_Escape)
    kept = setting.journal.drafts.get(Form.STORY)

    again = show()
    button(again, "Tell my story").click()

    assert kept is not None
    assert named(again, QPlainTextEdit, BEGAN).toPlainText() == "After the mo"
    assert setting.journal.stories.all() == ()


def test_looking_into_a_form_leaves_no_draft(setting: Setting, show: Show) -> None:
    setting.journal.stories.keep(a_story())
    section = show()
    button(section, "Change my story").click()

    press(Qt.Key.Key_Escape)

    assert setting.journal.drafts.get(Form.STORY) is None


def test_a_changed_story_comes_back_by_undo(setting: Setting, show: Show) -> None:
    setting.journal.stories.keep(a_story(wanted="To dance."))
    section = show()
    notices = notices_of(section)
    button(section, "Change my story").click()
    named(section, QPlainTextEdit, WANTED).setPlainText("To swim.")
    button(section, "Save my story").click()
    changed = setting.journal.stories.all()[0].wanted

    undo(notices[-1])

    assert (changed, setting.journal.stories.all()[0].wanted) == ("To swim.", "To dance.")
    assert setting.journal.drafts.get(Form.STORY) is None


def test_a_story_without_words_is_taken_away_and_can_come_back(
    setting: Setting, show: Show
) -> None:
    story = a_story(began="In May.", wanted="")
    setting.journal.stories.keep(story)
    section = show()
    notices = notices_of(section)
    button(section, "Change my story").click()
    named(section, QPlainTextEdit, BEGAN).setPlainText(" ")

    button(section, "Save my story").click()
    gone = setting.journal.stories.all()
    undo(notices[-1])

    assert (gone, setting.journal.stories.all()) == ((), (story,))


def test_a_goal_is_added_with_what_it_is_about(setting: Setting, show: Show) -> None:
    section = show()
    button(section, "Add a goal").click()
    write("Sit through a film")
    named(section, Dropdown, "What it is about").setCurrentIndex(2)

    press(Qt.Key.Key_Return, DONE)

    [goal] = setting.journal.goals.all()
    assert (goal.text, goal.about) == ("Sit through a film", GoalAbout.SITTING)
    assert spoken_rows(section, GOALS) == ["Sit through a film. Sitting"]
    assert spoken_name(focused()) == GOALS


def test_a_goal_without_words_says_what_is_missing(setting: Setting, show: Show) -> None:
    section = show()
    button(section, "Add a goal").click()

    button(section, "Save the goal").click()

    assert setting.journal.goals.all() == ()
    assert "Please write a few words first." in words_on(section)


def test_a_goal_can_rest_and_can_be_removed_and_undone(setting: Setting, show: Show) -> None:
    goal = a_goal()
    setting.journal.goals.keep(goal)
    section = show()
    notices = notices_of(section)
    open_row(section, GOALS)
    button(section, "It rests for now").click()
    button(section, "Save the goal").click()
    state = setting.journal.goals.all()[0].state
    open_row(section, GOALS)
    button(section, "Remove it").click()
    gone = setting.journal.goals.all()

    undo(notices[-1])

    assert (state, gone) == (GoalState.RESTS, ())
    assert [one.state for one in setting.journal.goals.all()] == [GoalState.RESTS]


def test_an_event_needs_a_year_that_has_been(setting: Setting, show: Show) -> None:
    section = show()
    button(section, "Add to the line").click()
    write("Moved house")
    named(section, LineEdit, "Year").setText("2050")

    button(section, "Put it on the line").click()

    assert setting.journal.life_events.all() == ()
    assert "Please write the year, such as 2023." in words_on(section)


def test_the_list_says_what_the_line_draws(setting: Setting, show: Show) -> None:
    setting.journal.life_events.keep(an_event(2021, "First bad night", side=Side.PAIN, month=3))
    section = show()
    button(section, "Add to the line").click()
    write("Moved house")
    named(section, LineEdit, "Year").setText("2019")
    button(section, "I would rather look at this with my clinician").click()

    button(section, "Put it on the line").click()

    assert spoken_rows(section, LINE) == [
        "1. 2019. In my life. Moved house. with my clinician",
        "2. March 2021. With the pain. First bad night",
    ]
    line = section.findChild(LifeLine)
    assert line is not None
    assert "from 2019 until today with 2 numbered points" in line.accessibleName()


def test_a_half_written_form_opens_first_so_that_it_is_not_lost(
    setting: Setting, show: Show
) -> None:
    walk, swim = a_goal("Walk"), a_goal("Swim")
    setting.journal.goals.keep_all((walk, swim))
    setting.journal.drafts.keep(FormDraft({"text": "Walk to the la"}, walk.id), Form.GOAL)
    section = show()
    notices = notices_of(section)

    open_row(section, GOALS, 1)

    assert named(section, QPlainTextEdit, BEGAN_GOAL).toPlainText() == "Walk to the la"
    assert "You had begun this, and it is not saved yet." in notices[-1].text


def test_a_form_begun_by_mistake_can_be_put_away_and_had_back(setting: Setting, show: Show) -> None:
    setting.journal.drafts.keep(FormDraft({"text": "Walk to the la"}), Form.GOAL)
    section = show()
    notices = notices_of(section)
    button(section, "Add a goal").click()

    undo(notices[-1])
    gone = setting.journal.drafts.get(Form.GOAL)
    undo(notices[-1])

    assert gone is None
    assert named(section, QPlainTextEdit, BEGAN_GOAL).toPlainText() == "Walk to the la"


def test_a_goal_that_was_only_looked_at_is_not_begun(setting: Setting, show: Show) -> None:
    walk, swim = a_goal("Walk"), a_goal("Swim")
    setting.journal.goals.keep_all((walk, swim))
    section = show()
    open_row(section, GOALS, 0)
    field = named(section, QPlainTextEdit, BEGAN_GOAL)
    field.setPlainText("Walk far")
    field.setPlainText("Walk")
    button(section, "Back").click()

    open_row(section, GOALS, 1)

    assert named(section, QPlainTextEdit, BEGAN_GOAL).toPlainText() == "Swim"


def test_words_stay_in_the_form_when_saving_fails(
    setting: Setting, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StorageError("The disk is full.")

    section = show()
    notices = notices_of(section)
    button(section, "Add a goal").click()
    write("Walk")
    monkeypatch.setattr(setting.journal.goals, "keep_all", refuse)

    button(section, "Save the goal").click()

    assert notices[-1].text == "The disk is full."
    assert named(section, QPlainTextEdit, BEGAN_GOAL).toPlainText() == "Walk"


@pytest.mark.parametrize("end", [StorySection.put_down, StorySection.shut])
def test_what_is_half_written_is_kept_by_a_lock_and_when_the_window_closes(
    setting: Setting, show: Show, end: Callable[[StorySection], None]
) -> None:
    section = show()
    button(section, "Add to the line").click()
    write("Mov")

    end(section)

    kept = setting.journal.drafts.get(Form.LIFE_EVENT)
    assert kept is not None
    assert kept.text("text") == "Mov"


def test_every_control_has_a_name(setting: Setting, show: Show) -> None:
    setting.journal.goals.keep(a_goal())
    setting.journal.life_events.keep(an_event())
    section = show()
    first = [spoken_name(one) for one in tab_stops(section)]
    button(section, "Add to the line").click()

    second = [spoken_name(one) for one in tab_stops(section)]

    assert all(first)
    assert all(second)


def test_nothing_told_offers_nothing_to_print(show: Show) -> None:
    section = show()

    assert "Save as PDF" not in words_on(section)


def test_all_that_is_told_goes_onto_paper_and_concludes_nothing(
    setting: Setting, show: Show, tmp_path: Path
) -> None:
    setting.journal.stories.keep(a_story(began="After <the> move.", tried=""))
    setting.journal.goals.keep(a_goal(text="Walk to the lake", state=GoalState.RESTS))
    setting.journal.life_events.keep(an_event(text="The new job", with_clinician=True))
    setting.papers.path = tmp_path / "story.pdf"
    section = show()

    button(section, "Save as PDF").click()

    document = QPdfDocument()
    document.load(str(tmp_path / "story.pdf"))
    text = " ".join(document.getAllText(0).text().split())
    assert setting.papers.asked == ["My story"]
    for words in ("After <the> move.", "Walk to the lake", "It rests for now", "The new job"):
        assert words in text
    assert "(with my clinician)" in text
    assert "The order says when, and nothing of why." in text
    assert "What I tried" not in text
