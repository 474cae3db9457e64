"""Safety sentences: closed until a check, a bank by area, and at most three of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from prt_desktop.domain.circumstances import BodyArea, Circumstances
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.domain.safety import Check
from prt_desktop.domain.safety_messages import MessageArea, SafetyMessage
from prt_desktop.ui.sentences.section import SentencesSection
from prt_desktop.ui.widgets.dropdown import Dropdown
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_new_symptom, an_entry
from tests.ui.reading import (
    button,
    focused,
    named,
    open_row,
    press,
    spoken_name,
    spoken_rows,
    tab_stops,
    words_on,
    write,
)
from tests.ui.setting import NOON

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.widgets.pane import Notice
    from tests.ui.setting import Setting

    Show = Callable[[], SentencesSection]

BANK = "Sentences to begin with"
SLOWLY = SafetyMessage("slowly", MessageArea.ANYWHERE, "I can go slowly.")
NECK = SafetyMessage("neck", MessageArea.NECK_AND_SHOULDERS, "My neck can turn a little.")
FIRST, SECOND = "First sentence", "Second sentence"


@pytest.fixture
def show(setting: Setting, qtbot: QtBot) -> Show:
    """Give a function that shows the section on the journal as it is then."""

    def shown() -> SentencesSection:
        section = SentencesSection(setting.theme, setting.journal, (SLOWLY, NECK), setting.clock)
        qtbot.addWidget(section)
        section.refresh()
        section.resize(1000, 900)
        section.show()
        section.activateWindow()
        qtbot.waitUntil(section.isActiveWindow)
        return section

    return shown


def record_check(setting: Setting) -> None:
    """Record a clinician's check of today."""
    setting.pass_safety_pages()
    setting.journal.add_answer(Check("Dr Amari", NOON.date(), "neck", "Fine.", NOON))


def text_in(section: SentencesSection, place: str) -> str:
    return named(section, QPlainTextEdit, place).toPlainText()


@pytest.mark.parametrize(
    ("pages", "words", "place"),
    [
        (False, "Two short pages of safety questions come first.", Place.SAFETY_PAGES),
        (True, "this page waits until a clinician", Place.CHECK),
    ],
)
def test_the_sentences_wait_in_a_friendly_way(
    setting: Setting, show: Show, pages: bool, words: str, place: Place
) -> None:
    if pages:
        setting.pass_safety_pages()
    section = show()
    asked: list[tuple[Place, str]] = []
    section.place_requested.connect(lambda one, target: asked.append((one, target)))

    button(section, "Record a check" if pages else "Open the pages").click()

    assert words in words_on(section)
    assert asked == [(place, "")]


def test_a_message_is_made_ones_own_by_keys(setting: Setting, show: Show) -> None:
    record_check(setting)
    section = show()

    open_row(section, BANK)
    press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Backspace)
    write(" today.")
    button(section, "Keep these sentences").click()

    assert setting.journal.own_sentences() == ("I can go slowly today.",)


def test_the_bank_opens_where_pain_was_told(setting: Setting, show: Show) -> None:
    record_check(setting)
    setting.journal.add(an_entry(circumstances=Circumstances(areas=(BodyArea.NECK,))))
    section = show()
    first = spoken_rows(section, BANK)

    named(section, Dropdown, "Where in the body?").setCurrentIndex(0)

    assert first == ["My neck can turn a little."]
    assert spoken_rows(section, BANK) == ["I can go slowly."]


def test_a_fourth_sentence_finds_no_place(setting: Setting, show: Show) -> None:
    record_check(setting)
    setting.journal.set_own_sentences(("One.", "Two.", "Three."))
    section = show()

    open_row(section, BANK)

    assert "All three places are taken. Empty one first." in words_on(section)
    assert [text_in(section, FIRST), text_in(section, SECOND)] == ["One.", "Two."]


def test_kept_sentences_come_back_by_undo(setting: Setting, show: Show) -> None:
    record_check(setting)
    setting.journal.set_own_sentences(("One.",))
    section = show()
    notices: list[Notice] = []
    section.notice_requested.connect(notices.append)
    named(section, QPlainTextEdit, FIRST).setPlainText("Other.")
    button(section, "Keep these sentences").click()
    changed = setting.journal.own_sentences()

    undo = notices[-1].run
    assert undo is not None
    undo()

    assert (changed, setting.journal.own_sentences()) == (("Other.",), ("One.",))
    assert text_in(section, FIRST) == "One."


@pytest.mark.parametrize("end", [SentencesSection.put_down, SentencesSection.shut])
def test_half_written_sentences_survive_a_lock_and_the_window(
    setting: Setting, show: Show, end: Callable[[SentencesSection], None]
) -> None:
    record_check(setting)
    section = show()
    named(section, QPlainTextEdit, SECOND).setPlainText("My neck ma")

    end(section)
    again = show()

    assert setting.journal.drafts.get(Form.SENTENCES) is not None
    assert text_in(again, SECOND) == "My neck ma"
    assert setting.journal.own_sentences() == ()


def test_a_sentence_starred_elsewhere_is_not_hidden_by_a_letter_typed_and_taken_back(
    setting: Setting, show: Show
) -> None:
    record_check(setting)
    section = show()
    for text in ("M", ""):
        named(section, QPlainTextEdit, FIRST).setPlainText(text)
    section.put_down()

    setting.journal.set_own_sentences(("I can go slowly.",))
    section.refresh()
    section.open("")

    assert text_in(section, FIRST) == "I can go slowly."


def test_what_was_half_written_beside_a_practice_is_shown_here(
    setting: Setting, show: Show
) -> None:
    record_check(setting)
    section = show()
    setting.journal.drafts.keep(FormDraft({"0": "Half", "1": "", "2": ""}), Form.SENTENCES)

    section.open("")

    assert text_in(section, FIRST) == "Half"


def test_a_new_symptom_closes_them_and_keeps_what_was_written(setting: Setting, show: Show) -> None:
    record_check(setting)
    setting.journal.set_own_sentences(("One.",))
    section = show()
    named(section, QPlainTextEdit, SECOND).setPlainText("Half")

    setting.journal.add_answer(a_new_symptom(NOON))
    section.refresh()

    kept = setting.journal.drafts.get(Form.SENTENCES)
    assert "One." not in words_on(section)
    assert setting.journal.own_sentences() == ("One.",)
    assert kept is not None
    assert kept.text("1") == "Half"


def test_a_star_on_the_sheet_shows_here_at_once(setting: Setting, show: Show) -> None:
    record_check(setting)
    section = show()

    setting.journal.set_own_sentences(("Starred.",))
    section.refresh()

    assert text_in(section, FIRST) == "Starred."


def test_every_control_has_a_name(setting: Setting, show: Show) -> None:
    record_check(setting)
    section = show()

    assert all(spoken_name(one) for one in tab_stops(section))
    assert focused() is not None
