"""Words and sources are explained in place, by keys alone, and nothing leads out of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextCharFormat

from prt_desktop.ui.learn.page_view import PageView
from prt_desktop.ui.learn.term_card import TermCard
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.pane import Place
from tests.ui.learn.conftest import open_lessons
from tests.ui.learn.test_reader import page_of, source_card
from tests.ui.reading import button, focused, press, tab_to, words_on

if TYPE_CHECKING:
    import pytest
    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting


def open_last_page(window: MainWindow) -> None:
    """Open the page that names a hard word and a source without a DOI."""
    window.go(Place.LEARN, "drawn")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)


def term_card(window: MainWindow) -> TermCard:
    """Give the card of hard words, shown or not."""
    return next(one for one in window.findChildren(TermCard) if one.window() is window)


def page_texts(window: MainWindow) -> list[str]:
    """Give the texts that are to be seen."""
    return [
        view.toPlainText().strip() for view in window.findChildren(PageView) if view.isVisible()
    ]


def look_of(window: MainWindow, word: str) -> QTextCharFormat:
    """Give how a word of the page looks."""
    cursor: QTextCursor = page_of(window).document().find(word)
    return cursor.charFormat()


def test_hard_word_stands_on_quiet_dots_unlike_a_source(
    window: MainWindow, setting: Setting
) -> None:
    open_last_page(window)

    look = look_of(window, "bell")

    assert look.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine
    assert look.foreground().color() == setting.theme.color(Tone.TEXT)


def test_word_that_the_glossary_lacks_is_plain(window: MainWindow) -> None:
    open_last_page(window)

    assert not look_of(window, "gong").isAnchor()


def test_hard_word_is_explained_by_keys_and_escape_leads_back(window: MainWindow) -> None:
    open_last_page(window)

    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    shown = term_card(window).isVisible()
    meaning = term_card(window).accessibleDescription()
    on_the_way_out = focused().accessibleName()
    press(Qt.Key.Key_Escape)

    assert shown
    assert meaning == "What rings softly (Ashar and Gordon, 2022)."
    assert on_the_way_out == "Close the word “bell”"
    assert not term_card(window).isVisible()
    assert focused() is page_of(window)


def test_source_of_a_meaning_opens_below_it_and_closes_first(window: MainWindow) -> None:
    open_last_page(window)
    page_of(window).anchorClicked.emit(QUrl("term:bell"))
    term_card(window).meaning.anchorClicked.emit(QUrl("source:ashar-2022"))
    both = (term_card(window).isVisible(), source_card(window).isVisible())

    press(Qt.Key.Key_Escape)
    after_one = (term_card(window).isVisible(), source_card(window).isVisible())
    press(Qt.Key.Key_Escape)

    assert both == (True, True)
    assert after_one == (True, False)
    assert not term_card(window).isVisible()


def test_only_one_card_is_open_below_a_text(window: MainWindow) -> None:
    open_last_page(window)
    page_of(window).anchorClicked.emit(QUrl("term:bell"))

    page_of(window).anchorClicked.emit(QUrl("source:ashar-2022"))

    assert source_card(window).isVisible()
    assert not term_card(window).isVisible()


def test_turning_the_page_puts_the_card_away(window: MainWindow) -> None:
    open_last_page(window)
    page_of(window).anchorClicked.emit(QUrl("term:bell"))

    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Right)

    assert not term_card(window).isVisible()


def test_glossary_shows_every_word_and_escape_leads_back(window: MainWindow) -> None:
    button(window, "Hard words, explained").click()
    told = words_on(window)
    tab_to("Words with B")
    words = page_texts(window)
    press(Qt.Key.Key_Escape)

    assert "B\nS" in told
    assert words == [
        "bell\nWhat rings softly (Ashar and Gordon, 2022).",
        "scan\nA picture of the inside.",
    ]
    assert "Start here" in words_on(window)


def test_source_of_a_word_in_the_glossary_opens_in_place(window: MainWindow) -> None:
    button(window, "Hard words, explained").click()
    tab_to("Words with B")

    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    named_button = focused().accessibleName()
    press(Qt.Key.Key_Escape)

    assert named_button == "Close the source Ashar and Gordon, 2022"
    assert "B\nS" in words_on(window)


def test_course_without_a_glossary_offers_none(setting: Setting, qtbot: QtBot) -> None:
    setting.library.glossary = {}

    window = open_lessons(setting, qtbot)

    assert "Hard words, explained" not in words_on(window)


def test_source_says_where_it_stands_and_what_was_seen_of_it(window: MainWindow) -> None:
    open_last_page(window)

    page_of(window).anchorClicked.emit(QUrl("source:page-2026"))

    seen = words_on(source_card(window))
    assert "Ashar and Gordon. JAMA Psychiatry, 2022" in seen
    assert "The writer was not seen." in seen


def test_address_of_a_source_without_a_doi_can_be_copied(
    window: MainWindow, qapp: QApplication
) -> None:
    open_last_page(window)
    page_of(window).anchorClicked.emit(QUrl("source:page-2026"))

    button(window, "Copy the address").click()

    assert qapp.clipboard().text() == "https://example.org/page"


def test_source_opens_in_place_and_escape_closes_it(window: MainWindow) -> None:
    window.go(Place.LEARN, "drawn")
    press(Qt.Key.Key_Right)

    page_of(window).anchorClicked.emit(QUrl("source:ashar-2022"))
    seen = words_on(source_card(window))
    named_button = focused().accessibleName()
    press(Qt.Key.Key_Escape)

    assert "151 adults." in seen
    assert "23 November 2026" in seen
    assert named_button == "Close the source Ashar and Gordon, 2022"
    assert not source_card(window).isVisible()
    assert focused() is page_of(window)


def test_source_is_reached_by_keys(window: MainWindow) -> None:
    window.go(Place.LEARN, "drawn")
    press(Qt.Key.Key_Right)

    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)

    assert source_card(window).isVisible()


def test_doi_can_be_copied(window: MainWindow, qapp: QApplication) -> None:
    window.go(Place.LEARN, "first")
    page_of(window).anchorClicked.emit(QUrl("source:ashar-2022"))

    button(window, "Copy the DOI").click()

    assert qapp.clipboard().text() == "10.1001/x"


def test_no_link_is_ever_followed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.go(Place.LEARN, "drawn")
    press(Qt.Key.Key_Right)

    page_of(window).anchorClicked.emit(QUrl("https://example.org/elsewhere"))

    assert opened == []
    assert not page_of(window).openLinks()
    assert "https://" not in page_of(window).toHtml()
    assert not source_card(window).isVisible()
