"""The fit worksheet: what comes first, three groups, one page, and never a sum."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument

from prt_desktop.content.library import Library
from prt_desktop.domain.fit import FitGroup, FitReply, Reply, Wait
from prt_desktop.domain.safety import Check, FitPageAnswer, FitPageId
from prt_desktop.ui.fit.section import FitSection
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_fit_item
from tests.ui.reading import (
    button,
    named,
    open_row,
    press,
    spoken_name,
    spoken_rows,
    tab_stops,
    tab_to,
    words_on,
)
from tests.ui.setting import ASSETS, NOON

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.widgets.pane import Notice
    from tests.ui.setting import Setting

    Show = Callable[[], FitSection]

TOWARD, UNSURE, ASK = (
    "Points toward the alarm system",
    "Points I am unsure about",
    "Ask my clinician",
)
MOVES = a_fit_item("moves", text="It moves about.")
NIGHT = a_fit_item(
    "night", text="It wakes me at night.", waits_for=Wait.CLEAR_AND_CHECK, collides_with=("fever",)
)
SPREADS = a_fit_item(
    "spreads", text="It has spread.", waits_for=Wait.TWO_WEEKS, collides_with=("fever",)
)
MAYBE = a_fit_item("maybe", text="Much has helped for a while.", group=FitGroup.UNSURE)


@pytest.fixture
def show(setting: Setting, qtbot: QtBot) -> Show:
    """Give a function that shows the section on the journal as it is then."""
    setting.library = Library(ASSETS)
    setting.library.fit_items = (MOVES, NIGHT, SPREADS, MAYBE)

    def shown() -> FitSection:
        section = FitSection(
            setting.theme, setting.journal, setting.library, setting.clock, setting.papers
        )
        qtbot.addWidget(section)
        section.refresh()
        section.resize(1000, 900)
        section.show()
        section.activateWindow()
        qtbot.waitUntil(section.isActiveWindow)
        return section

    return shown


def answer_all_pages(setting: Setting) -> None:
    """Answer every page that stands before the worksheet with "none of these"."""
    setting.pass_safety_pages()
    for page in FitPageId:
        setting.journal.add_answer(FitPageAnswer(page, (), asks_for_check=False, answered_at=NOON))


def reply(setting: Setting, *replies: tuple[str, Reply]) -> None:
    setting.journal.fit_replies.keep_all([FitReply(one, said, NOON) for one, said in replies])


def places_asked(section: FitSection) -> list[tuple[Place, str]]:
    asked: list[tuple[Place, str]] = []
    section.place_requested.connect(lambda place, target: asked.append((place, target)))
    return asked


def test_the_safety_pages_come_first(show: Show) -> None:
    section = show()
    asked = places_asked(section)

    button(section, "Open the pages").click()

    assert "Answer the statements" not in words_on(section)
    assert asked == [(Place.SAFETY_PAGES, "")]


def test_then_the_pages_before_fit_by_keys(setting: Setting, show: Show) -> None:
    setting.pass_safety_pages()
    section = show()
    tab_to("Open the first of them")
    press(Qt.Key.Key_Space)

    for _ in FitPageId:
        tab_to("None of these")
        press(Qt.Key.Key_Space)

    assert {one.page for one in setting.journal.safety().fit_page_answers} == set(FitPageId)
    assert "Answer the statements" in words_on(section)


def test_what_asks_for_a_check_closes_the_worksheet_in_a_friendly_way(
    setting: Setting, show: Show
) -> None:
    setting.pass_safety_pages()
    section = show()
    button(section, "Open the first of them").click()
    button(section, "None of these").click()
    page = setting.library.fit_pages[1]
    button(section, page.questions[0].text).click()
    button(section, "Go on with what I ticked").click()
    action = words_on(section)

    button(section, "Go on").click()
    button(section, "None of these").click()

    assert page.action in action
    assert "a check comes first" in words_on(section)
    assert "Answer the statements" not in words_on(section)


def test_escape_leaves_a_page_unanswered(setting: Setting, show: Show) -> None:
    setting.pass_safety_pages()
    section = show()
    button(section, "Open the first of them").click()

    press(Qt.Key.Key_Escape)

    assert setting.journal.safety().fit_page_answers == ()
    assert "A few more questions come first." in words_on(section)


def test_statements_are_answered_by_keys_and_kept_at_once(setting: Setting, show: Show) -> None:
    answer_all_pages(setting)
    section = show()
    tab_to("Answer the statements")
    press(Qt.Key.Key_Space)

    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    kept = {one.id: one.reply for one in setting.journal.fit_replies.all()}
    button(section, "See my answers").click()

    assert kept == {"moves": Reply.YES, "night": Reply.YES}
    assert spoken_rows(section, TOWARD) == ["It moves about."]
    assert spoken_rows(section, ASK)[0].startswith("It wakes me at night. Not counted yet")


def test_a_check_lets_a_trap_count(setting: Setting, show: Show) -> None:
    answer_all_pages(setting)
    reply(setting, ("night", Reply.YES), ("maybe", Reply.YES), ("moves", Reply.NO))
    section = show()
    before = spoken_rows(section, ASK)

    setting.journal.add_answer(Check("Dr Amari", NOON.date(), "back", "Fine.", NOON))
    section.refresh()

    assert len(before) == 1
    assert spoken_rows(section, TOWARD) == ["It wakes me at night."]
    assert spoken_rows(section, UNSURE) == [
        "It moves about. No, not for me.",
        "Much has helped for a while. Yes. It says little either way, so it is a maybe.",
    ]
    assert "Checked by Dr Amari on 24 November 2026." in words_on(section)


def test_what_spread_leads_to_the_question_of_something_new(setting: Setting, show: Show) -> None:
    answer_all_pages(setting)
    section = show()
    asked = places_asked(section)
    button(section, "Answer the statements").click()
    row = named(section, ChoiceRow, "It has spread.")
    row.focus_stop.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)

    button(section, "It is new: look at it first").click()

    assert asked == [(Place.NEW_SYMPTOM, "")]


def test_a_row_leads_back_to_its_statement(setting: Setting, show: Show) -> None:
    answer_all_pages(setting)
    reply(setting, ("moves", Reply.YES))
    section = show()

    open_row(section, TOWARD)
    press(Qt.Key.Key_Right)

    assert [one.reply for one in setting.journal.fit_replies.all()] == [Reply.NOT_SURE]


def test_removed_answers_come_back_by_undo(setting: Setting, show: Show) -> None:
    answer_all_pages(setting)
    reply(setting, ("moves", Reply.YES), ("maybe", Reply.NO))
    section = show()
    notices: list[Notice] = []
    section.notice_requested.connect(notices.append)
    button(section, "Remove my answers").click()
    gone = setting.journal.fit_replies.all()

    undo = notices[-1].run
    assert undo is not None
    undo()

    assert gone == ()
    assert len(setting.journal.fit_replies.all()) == 2
    assert spoken_rows(section, TOWARD) == ["It moves about."]


def test_no_sum_and_no_verdict_stands_anywhere(setting: Setting, show: Show) -> None:
    answer_all_pages(setting)
    setting.library.fit_items = Library(ASSETS).fit_items
    reply(setting, *((item.id, Reply.YES) for item in setting.library.fit_items))
    section = show()

    words = words_on(section)

    assert re.findall(r"\d+ (?:of|out of|/) ?\d+|\d+ ?%", words) == []
    assert "There is no score and no result" in words


def test_all_answers_fit_on_one_page_for_the_clinician(
    setting: Setting, show: Show, tmp_path: Path
) -> None:
    answer_all_pages(setting)
    setting.library.fit_items = items = Library(ASSETS).fit_items
    reply(setting, *((item.id, list(Reply)[at % 3]) for at, item in enumerate(items)))
    setting.papers.path = tmp_path / "fit.pdf"
    section = show()

    button(section, "Save as PDF").click()

    document = QPdfDocument()
    document.load(str(tmp_path / "fit.pdf"))
    text = " ".join(document.getAllText(0).text().split())
    assert document.pageCount() == 1
    assert all(item.text in text for item in items)
    assert "No clinician's check of this pain is written down" in text


def test_every_control_has_a_name(setting: Setting, show: Show) -> None:
    answer_all_pages(setting)
    reply(setting, ("moves", Reply.YES))
    section = show()
    first = [spoken_name(one) for one in tab_stops(section)]
    button(section, "Change my answers").click()

    second = [spoken_name(one) for one in tab_stops(section)]

    assert all(first)
    assert all(second)
