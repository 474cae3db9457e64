"""Sentences of one's own: three places, starters only after a check, kept in the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.form_draft import Form
from prt_desktop.domain.safety import Check
from prt_desktop.ui.practise.tools.own_sentences import OwnSentencesPage
from prt_desktop.ui.widgets.pane import Place
from tests.ui.practise.tools.conftest import STARTERS
from tests.ui.reading import button, named, press, tab_to, words_on, write
from tests.ui.setting import NOON

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.widgets.pane import Notice
    from tests.ui.setting import Setting


@pytest.fixture
def checked(setting: Setting, sentences: OwnSentencesPage) -> OwnSentencesPage:
    """Give the page of somebody whose pain was checked today."""
    setting.journal.add_answer(Check("Dr Amari", NOON.date(), "back", "Fine.", NOON))
    sentences.open()
    return sentences


def test_sentences_are_written_and_kept_by_keyboard(
    setting: Setting, sentences: OwnSentencesPage, qtbot: QtBot
) -> None:
    write("It has passed before.")
    press(Qt.Key.Key_Tab)
    write("I am in my kitchen.")
    with qtbot.waitSignal(sentences.kept) as kept:
        tab_to("Keep these sentences")
        press(Qt.Key.Key_Space)

    wanted = ("It has passed before.", "I am in my kitchen.")
    assert setting.journal.own_sentences() == wanted
    assert kept.args == [wanted]


def test_sentences_kept_before_stand_in_their_places(
    setting: Setting, sentences: OwnSentencesPage
) -> None:
    setting.journal.set_own_sentences(("One.", "Two."))

    sentences.open()

    assert place(sentences, "First sentence").toPlainText() == "One."
    assert place(sentences, "Third sentence").toPlainText() == ""


def test_a_sentence_on_two_lines_is_kept_on_one(sentences: OwnSentencesPage) -> None:
    place(sentences, "Second sentence").setPlainText(" I am\nhere. ")

    assert sentences.sentences == ("I am here.",)


def test_starters_wait_for_a_check_and_say_so(sentences: OwnSentencesPage, qtbot: QtBot) -> None:
    seen = words_on(sentences)

    with qtbot.waitSignal(sentences.place_requested) as asked:
        button(sentences, "Record a check").click()

    assert not any(starter in seen for starter in STARTERS)
    assert "once a clinician's check of this pain is recorded" in seen
    assert asked.args == [Place.CHECK]


def test_starter_is_ticked_into_an_empty_place_and_out_again(checked: OwnSentencesPage) -> None:
    write("Mine.")
    button(checked, STARTERS[1]).click()
    with_it = checked.sentences

    button(checked, STARTERS[1]).click()

    assert with_it == ("Mine.", STARTERS[1])
    assert checked.sentences == ("Mine.",)


def test_starter_that_was_changed_is_no_longer_ticked(checked: OwnSentencesPage) -> None:
    button(checked, STARTERS[0]).click()

    place(checked, "First sentence").appendPlainText("Kindly.")

    assert not button(checked, STARTERS[0]).isChecked()


def test_a_fourth_starter_is_refused_in_words(checked: OwnSentencesPage) -> None:
    for starter in STARTERS:
        button(checked, starter).click()

    assert checked.sentences == STARTERS[:3]
    assert not button(checked, STARTERS[3]).isChecked()
    assert "All three places are taken." in words_on(checked)


def test_sentences_that_cannot_be_saved_stay_on_the_page(
    setting: Setting, sentences: OwnSentencesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_sentences: Sequence[str]) -> None:
        raise StorageError("The disk is full.")

    told: list[Notice] = []
    sentences.notice_requested.connect(told.append)
    monkeypatch.setattr(setting.journal, "set_own_sentences", refuse)
    write("Mine.")

    sentences.go_on()

    assert told[0].text.startswith("The disk is full. Your words are still in the window")
    assert sentences.sentences == ("Mine.",)


def test_escape_leaves_the_sentences_as_they_were(
    setting: Setting, sentences: OwnSentencesPage, qtbot: QtBot
) -> None:
    write("Mine.")

    with qtbot.waitSignal(sentences.left):
        press(Qt.Key.Key_Escape)

    assert setting.journal.own_sentences() == ()


def test_sentences_left_half_written_are_there_again(
    setting: Setting, sentences: OwnSentencesPage, show_page: Callable[[QWidget], None]
) -> None:
    setting.journal.set_own_sentences(("One.",))
    sentences.open()
    place(sentences, "Second sentence").setPlainText("Tw")
    sentences.hide()

    again = OwnSentencesPage(setting.theme, setting.journal, STARTERS, setting.clock)
    show_page(again)
    again.open()

    assert again.sentences == ("One.", "Tw")
    assert setting.journal.own_sentences() == ("One.",)


def test_sentences_that_are_kept_leave_no_draft(
    setting: Setting, sentences: OwnSentencesPage
) -> None:
    write("Mine.")
    sentences.hide()
    half_written = setting.journal.drafts.get(Form.SENTENCES)

    sentences.go_on()

    assert half_written is not None
    assert setting.journal.drafts.get(Form.SENTENCES) is None


def test_sentences_as_they_were_leave_no_draft(
    setting: Setting, sentences: OwnSentencesPage
) -> None:
    setting.journal.set_own_sentences(("One.",))
    sentences.open()
    place(sentences, "First sentence").setPlainText("On")
    place(sentences, "First sentence").setPlainText("One.")

    sentences.hide()

    assert setting.journal.drafts.get(Form.SENTENCES) is None


def place(page: OwnSentencesPage, name: str) -> QPlainTextEdit:
    """Find one of the three places."""
    return named(page, QPlainTextEdit, name)
