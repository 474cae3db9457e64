"""The evidence sheet: points, columns, stars, links, numbers, and a page for the clinician."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QPlainTextEdit

from prt_desktop.domain.diary import EntryKind
from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.evidence_sheet import Column
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.ui.widgets.line_edit import LineEdit
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.row_list import RowList, RowRole
from prt_desktop.ui.widgets.word_table import WordTable
from tests.builders import a_belief, a_point, an_entry
from tests.ui.evidence.conftest import record_check
from tests.ui.reading import (
    WAYS_OUT,
    button,
    focused,
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
    from pathlib import Path

    from prt_desktop.ui.evidence.section import EvidenceSection
    from prt_desktop.ui.widgets.pane import Notice
    from tests.ui.setting import Setting

    Show = Callable[[], EvidenceSection]

TOWARD, UNSURE = "Points toward the alarm system", "Points I am still unsure about"
THREE = ("One.", "Two.", "Three.")


def test_an_own_point_is_written_by_keyboard_alone(setting: Setting, show: Show) -> None:
    section = show()
    tab_to("Choose points to begin with")
    press(Qt.Key.Key_Tab)

    press(Qt.Key.Key_Return)
    write("It was gone on holiday.")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    [point] = setting.journal.points.all()
    assert (point.text, point.column) == ("It was gone on holiday.", Column.TOWARD_ALARM)
    assert spoken_rows(section, TOWARD) == ["It was gone on holiday"]


def test_a_point_without_words_is_not_saved(setting: Setting, show: Show) -> None:
    section = show()
    button(section, "Add a point of my own").click()

    button(section, "Save the point").click()

    assert setting.journal.points.all() == ()
    assert "Please write a few words first." in words_on(section)
    assert isinstance(focused(), QPlainTextEdit)


def test_starters_come_onto_the_sheet_and_are_not_offered_again(
    setting: Setting, show: Show
) -> None:
    section = show()
    button(section, "Choose points to begin with").click()
    button(section, "It moves about.").click()

    button(section, "Put them on my sheet").click()
    button(section, "Choose points to begin with").click()

    assert [point.text for point in setting.journal.points.all()] == ["It moves about."]
    assert "It moves about." not in words_on(section)


def test_a_starter_that_meets_a_red_flag_stays_grey_until_a_check_is_recorded(
    setting: Setting, show: Show
) -> None:
    section = show()
    button(section, "Choose points to begin with").click()
    button(section, "It is in both legs.").click()
    button(section, "Put them on my sheet").click()
    row = named(section, RowList, TOWARD).model().index(0, 0)
    before = (row.data(RowRole.ROW).faint, spoken_rows(section, TOWARD))

    record_check(setting)
    section.refresh()

    assert before == (True, ["It is in both legs. waits for a check"])
    assert spoken_rows(section, TOWARD) == ["It is in both legs"]
    assert "Record a check" not in words_on(section)


def test_a_grey_point_says_why_and_leads_to_the_check(setting: Setting, show: Show) -> None:
    setting.journal.points.keep(a_point(waits_for_check=True))
    section = show()
    asked: list[tuple[Place, str]] = []
    section.place_requested.connect(lambda place, target: asked.append((place, target)))
    open_row(section, TOWARD)

    button(section, "Record a check").click()

    assert "counts as evidence once a check" in words_on(section)
    assert not button(section, "Keep it as one of my own safety sentences").isEnabled()
    assert asked == [(Place.CHECK, "")]


def test_a_point_moves_to_the_other_column_and_loses_its_star(setting: Setting, show: Show) -> None:
    setting.journal.points.keep(a_point())
    setting.journal.set_own_sentences(("It moves about.", "Slowly."))
    section = show()
    open_row(section, TOWARD)

    button(section, UNSURE).click()
    button(section, "Save the point").click()

    assert spoken_rows(section, UNSURE) == ["It moves about"]
    assert setting.journal.own_sentences() == ("Slowly.",)


def test_a_star_makes_a_sentence_of_ones_own(setting: Setting, show: Show) -> None:
    setting.journal.points.keep(a_point())
    section = show()
    open_row(section, TOWARD)

    button(section, "Keep it as one of my own safety sentences").click()
    button(section, "Save the point").click()

    assert setting.journal.own_sentences() == ("It moves about.",)
    assert spoken_rows(section, TOWARD) == ["It moves about. one of my sentences"]


def test_a_sentence_taken_away_elsewhere_takes_the_star_away(setting: Setting, show: Show) -> None:
    setting.journal.points.keep(a_point())
    setting.journal.set_own_sentences(("It moves about.",))
    section = show()

    setting.journal.set_own_sentences(())
    section.refresh()

    assert spoken_rows(section, TOWARD) == ["It moves about"]


def test_a_fourth_star_asks_which_sentence_gives_way(setting: Setting, show: Show) -> None:
    setting.journal.points.keep(a_point())
    setting.journal.set_own_sentences(THREE)
    section = show()
    open_row(section, TOWARD)
    button(section, "Keep it as one of my own safety sentences").click()
    button(section, "Save the point").click()
    asked = setting.journal.own_sentences()

    open_row(section, "Your own sentences", 1)

    assert asked == THREE
    assert setting.journal.own_sentences() == ("One.", "It moves about.", "Three.")
    assert spoken_rows(section, TOWARD) == ["It moves about. one of my sentences"]


def test_none_may_give_way(setting: Setting, show: Show) -> None:
    setting.journal.points.keep(a_point())
    setting.journal.set_own_sentences(THREE)
    section = show()
    open_row(section, TOWARD)
    button(section, "Keep it as one of my own safety sentences").click()
    button(section, "Save the point").click()

    button(section, "None of them").click()

    assert setting.journal.own_sentences() == THREE
    assert spoken_rows(section, TOWARD) == ["It moves about"]


def test_a_removed_point_comes_back_with_its_star(setting: Setting, show: Show) -> None:
    point = a_point()
    setting.journal.points.keep(point)
    setting.journal.set_own_sentences(("It moves about.",))
    section = show()
    notices: list[Notice] = []
    section.notice_requested.connect(notices.append)
    open_row(section, TOWARD)
    button(section, "Remove it").click()
    gone = (setting.journal.points.all(), setting.journal.own_sentences())

    undo = notices[-1].run
    assert undo is not None
    undo()

    assert gone == ((), ())
    assert setting.journal.points.all() == (point,)
    assert setting.journal.own_sentences() == ("It moves about.",)


def test_entries_are_found_linked_and_opened(setting: Setting, show: Show) -> None:
    setting.journal.points.keep(a_point())
    surprise = an_entry("The stairs were fine.", kind=EntryKind.SURPRISE)
    setting.journal.add_all((surprise, an_entry("A note about rain.")))
    section = show()
    asked: list[tuple[Place, str]] = []
    section.place_requested.connect(lambda place, target: asked.append((place, target)))
    open_row(section, TOWARD)
    button(section, "Choose entries").click()
    offered = spoken_rows(section, "Entries to rest on")
    write("STAIRS")
    found = spoken_rows(section, "Entries to rest on")
    open_row(section, "Entries to rest on")

    button(section, "Done").click()
    open_row(section, "Entries it rests on")
    button(section, "Save the point").click()

    assert len(offered) == 2
    assert found == [offered[0]]
    assert asked == [(Place.DIARY, f"entries:{surprise.id}")]
    assert setting.journal.points.all()[0].entry_ids == (surprise.id,)
    assert spoken_rows(section, TOWARD) == ["It moves about. rests on 1 entry"]


def test_how_sure_one_is_is_kept_by_keys_and_stands_in_a_table(
    setting: Setting, show: Show
) -> None:
    setting.journal.beliefs.keep(a_belief(30, rated_at=NOON - timedelta(days=3)))
    section = show()
    tab_to("0")
    press(Qt.Key.Key_7)

    button(section, "Keep this number").click()
    button(section, "All numbers").click()

    assert [one.sure for one in setting.journal.beliefs.all()] == [30, 70]
    assert "2 numbers so far, between 30 and 70 of 100. The newest is 70." in words_on(section)
    table = named(section, WordTable, "How sure I was, as a table").model()
    assert [table.index(0, column).data() for column in (0, 1)] == ["Today", "70"]


def test_the_newest_number_is_removed_with_undo(setting: Setting, show: Show) -> None:
    kept = a_belief(30)
    setting.journal.beliefs.keep(kept)
    section = show()
    notices: list[Notice] = []
    section.notice_requested.connect(notices.append)
    button(section, "Remove the newest number").click()
    gone = setting.journal.beliefs.all()

    undo = notices[-1].run
    assert undo is not None
    undo()

    assert gone == ()
    assert setting.journal.beliefs.all() == (kept,)


def test_exceptions_gather_by_themselves_and_open_their_entry(setting: Setting, show: Show) -> None:
    surprise = an_entry("The stairs were fine.", kind=EntryKind.SURPRISE)
    setting.journal.add(surprise)
    section = show()
    asked: list[tuple[Place, str]] = []
    section.place_requested.connect(lambda place, target: asked.append((place, target)))

    open_row(section, "Exceptions")
    button(section, "Note such a moment").click()

    assert asked == [(Place.DIARY, f"entries:{surprise.id}"), (Place.TODAY, "surprise")]


def test_the_page_for_the_clinician_is_one_page_without_a_score(
    setting: Setting, show: Show, tmp_path: Path
) -> None:
    setting.journal.points.keep(a_point())
    setting.journal.points.keep(a_point("After a box.", column=Column.UNSURE, ask_clinician=True))
    setting.journal.points.keep(a_point("In both legs.", waits_for_check=True))
    setting.papers.path = tmp_path / "sheet.pdf"
    section = show()

    button(section, "Save a page for my clinician").click()

    document = QPdfDocument()
    document.load(str(tmp_path / "sheet.pdf"))
    text = document.getAllText(0).text()
    assert document.pageCount() == 1
    asked, toward, unsure, grey = (
        text.index(words)
        for words in ("ask you about", "toward the alarm", "still unsure", "Not counted")
    )
    assert asked < toward < unsure < grey < text.index("In both legs.")
    assert toward < text.index("It moves about.") < unsure


def test_a_point_that_cannot_be_saved_stays_in_the_form(
    setting: Setting, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = show()
    notices: list[Notice] = []
    section.notice_requested.connect(notices.append)
    button(section, "Add a point of my own").click()
    write("It moves.")

    def refuse(_value: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(setting.journal.points, "keep", refuse)
    button(section, "Save the point").click()

    assert [notice.text for notice in notices] == ["The disk is full."]
    assert focused_text() == "It moves."


@pytest.mark.parametrize("way", WAYS_OUT)
def test_a_point_left_half_written_is_there_again(setting: Setting, show: Show, way: str) -> None:
    section = show()
    button(section, "Add a point of my own").click()
    write("It was gone on hol")
    button(section, UNSURE).click()
    button(section, "Ask my clinician about it").click()
    leave(section, way)

    again = show()
    button(again, "Add a point of my own").click()
    told = focused_text()
    button(again, "Save the point").click()

    assert told == "It was gone on hol"
    [point] = setting.journal.points.all()
    assert (point.text, point.column, point.ask_clinician) == (told, Column.UNSURE, True)
    assert setting.journal.drafts.get(Form.POINT) is None


def test_a_changed_point_is_gone_on_with_before_another_is_opened(
    setting: Setting, show: Show
) -> None:
    first, other = a_point("It moves."), a_point("Other.")
    for point in (first, other):
        setting.journal.points.keep(point)
    section = show()
    section.open(first.id)
    write("Slowly. ")
    button(section, "Back").click()

    section.open(other.id)
    begun = focused_text()
    button(section, "Save the point").click()

    assert "Slowly. " in begun
    assert {one.id for one in setting.journal.points.all()} == {first.id, other.id}
    assert any("Slowly." in one.text for one in setting.journal.points.all())


def test_a_begun_point_is_put_away_and_brought_back(setting: Setting, show: Show) -> None:
    section = show()
    notices: list[Notice] = []
    section.notice_requested.connect(notices.append)
    button(section, "Add a point of my own").click()
    write("It moves.")
    press(Qt.Key.Key_Escape)
    button(section, "Add a point of my own").click()
    told = notices[-1].text
    do(notices[-1])
    gone = setting.journal.drafts.get(Form.POINT)

    do(notices[-1])

    assert told == "You had begun this, and it is not saved yet."
    assert gone is None
    assert focused_text() == "It moves."


def test_what_was_begun_meanwhile_can_be_had_back_too(setting: Setting, show: Show) -> None:
    section = show()
    notices: list[Notice] = []
    section.notice_requested.connect(notices.append)
    drafts = setting.journal.drafts
    drafts.keep(FormDraft({"text": "It moves."}), Form.POINT)
    button(section, "Add a point of my own").click()
    do(notices[-1])
    put_away = notices[-1]
    button(section, "Add a point of my own").click()
    write("Other.")

    do(put_away)
    first = focused_text()
    do(notices[-1])

    assert (first, focused_text()) == ("It moves.", "Other.")


def do(notice: Notice) -> None:
    """Do what a notice offers."""
    assert notice.run is not None
    notice.run()


def test_a_point_that_was_only_looked_at_leaves_no_draft(setting: Setting, show: Show) -> None:
    point = a_point("It moves.")
    setting.journal.points.keep(point)
    section = show()
    section.open(point.id)
    write("x")
    press(Qt.Key.Key_Backspace)

    press(Qt.Key.Key_Escape)

    assert setting.journal.drafts.get(Form.POINT) is None


def focused_text() -> str:
    """Give what stands in the field that has the focus."""
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    return field.toPlainText()


def test_every_control_has_a_name_and_room(setting: Setting, show: Show) -> None:
    setting.journal.points.keep(a_point(waits_for_check=True))
    setting.journal.beliefs.keep(a_belief(30))
    section = show()
    stops = list(tab_stops(section))
    button(section, "Add a point of my own").click()
    stops += tab_stops(section)
    button(section, "Choose entries").click()
    stops += tab_stops(section)

    nameless = [stop for stop in stops if not spoken_name(stop).strip()]
    small = {spoken_name(one) for one in stops if one.height() < 44 or one.width() < 44}

    assert nameless == []
    assert small == set()
    assert any(isinstance(stop, LineEdit) for stop in stops)
