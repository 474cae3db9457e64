"""Words of a lesson are marked and written at, by keys or with the mouse, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from prt_desktop.domain.diary import EntryKind, LessonNote
from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.learn.lesson_notes import LessonNotes
from prt_desktop.ui.learn.note_card import NoteCard
from prt_desktop.ui.learn.pane import LearnPane
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_lesson_note
from tests.ui.learn.test_reader import page_of
from tests.ui.reading import button, named, press, tab_to, words_on, write

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.diary import Entry
    from prt_desktop.ui.learn.page_view import PageView
    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

SOURCE = "Some found it so"


def kept_notes(setting: Setting) -> list[Entry]:
    entries = setting.journal.entries()
    return [entry for entry in entries if entry.kind is EntryKind.LESSON_NOTE]


def quotes(setting: Setting) -> list[str]:
    details = [note.details for note in kept_notes(setting)]
    return [one.quote for one in details if isinstance(one, LessonNote)]


def marked_in(text: PageView) -> str:
    """Give what stands on the ground of a mark."""
    found = []
    block = text.document().begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            if part.fragment().charFormat().background().style() != Qt.BrushStyle.NoBrush:
                found.append(part.fragment().text())
            part += 1
        block = block.next()
    return "".join(found)


def at_the_source(window: MainWindow) -> PageView:
    """Open the second page of the drawn lesson."""
    window.go(Place.LEARN, "drawn")
    press(Qt.Key.Key_Right)
    return page_of(window)


def marked(window: MainWindow) -> PageView:
    """Mark the first sentence of the second page by keys; the note is open."""
    text = at_the_source(window)
    press(Qt.Key.Key_M)
    press(Qt.Key.Key_Return)
    return text


def select(text: PageView, words: str) -> None:
    """Select words as a mouse does that is let go behind them."""
    start = text.shown_text().index(words)
    cursor = QTextCursor(text.document())
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.words_selected.emit(cursor.selectedText(), text.cursorRect(cursor))


def test_a_sentence_is_marked_by_keys_alone(window: MainWindow, setting: Setting) -> None:
    text = marked(window)

    [quote] = quotes(setting)
    assert quote.startswith(SOURCE)
    assert quote.endswith("too.")
    assert SOURCE in marked_in(text)


def test_arrows_choose_another_sentence_and_shift_takes_in_more(
    window: MainWindow, setting: Setting
) -> None:
    window.go(Place.LEARN, "drawn")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_M)

    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Return)

    [quote] = quotes(setting)
    assert quote.startswith("One bell, and no gong. Some wrote of it")


def test_escape_lets_go_and_stays_in_the_lesson(window: MainWindow, setting: Setting) -> None:
    text = at_the_source(window)
    press(Qt.Key.Key_M)

    press(Qt.Key.Key_Escape)

    assert not text.textCursor().hasSelection()
    assert "Page 2 of 3" in words_on(window)
    assert quotes(setting) == []


def test_words_written_at_a_mark_are_kept_when_the_page_is_turned(
    window: MainWindow, setting: Setting
) -> None:
    marked(window)

    write("Mine too.")
    button(window, "Next page").click()
    button(window, "Back").click()

    [note] = kept_notes(setting)
    assert note.text == "Mine too."
    assert "Mine too." in words_on(window)


def test_words_written_at_a_mark_are_kept_while_one_writes(
    window: MainWindow, setting: Setting, qtbot: QtBot
) -> None:
    marked(window)

    write("Half a th")

    qtbot.waitUntil(lambda: kept_notes(setting)[0].text == "Half a th", timeout=10_000)
    assert named(window, QPlainTextEdit, "Your words at it").hasFocus()


def test_escape_closes_the_note_and_goes_back_to_the_text(
    window: MainWindow, setting: Setting
) -> None:
    text = marked(window)
    write("Mine.")

    press(Qt.Key.Key_Escape)

    assert text.hasFocus()
    assert [card.isVisible() for card in window.findChildren(NoteCard)] == [False]
    assert kept_notes(setting)[0].text == "Mine."


def test_selected_words_are_marked_by_the_button_beside_them(
    window: MainWindow, setting: Setting
) -> None:
    text = at_the_source(window)

    select(text, "found it so")
    button(window, "Mark this").click()

    assert quotes(setting) == ["found it so"]


def test_button_goes_when_the_words_are_let_go(window: MainWindow) -> None:
    text = at_the_source(window)
    select(text, "found it so")

    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))

    assert "Mark this" not in words_on(window)


def test_a_mark_leads_to_its_note(window: MainWindow, setting: Setting) -> None:
    text = marked(window)
    write("Mine.")
    press(Qt.Key.Key_Escape)

    text.anchorClicked.emit(QUrl(f"note:{kept_notes(setting)[0].id}"))

    assert named(window, QPlainTextEdit, "Your words at it").toPlainText() == "Mine."


def test_a_source_within_a_mark_keeps_leading_to_its_card(window: MainWindow) -> None:
    text = marked(window)

    block = text.document().findBlock(text.shown_text().index(SOURCE))

    hrefs, part = set(), block.begin()
    while not part.atEnd():
        hrefs.add(part.fragment().charFormat().anchorHref().split(":")[0])
        part += 1
    assert hrefs >= {"source", "note"}


def test_a_mark_that_was_taken_away_can_be_put_back(window: MainWindow, setting: Setting) -> None:
    text = marked(window)
    write("Mine.")

    button(window, "Take the mark away").click()
    gone = (kept_notes(setting), marked_in(text))
    button(window, "Undo").click()

    assert gone == ([], "")
    assert kept_notes(setting)[0].text == "Mine."
    assert SOURCE in marked_in(text)


def test_a_note_whose_words_are_gone_is_still_shown(window: MainWindow, setting: Setting) -> None:
    details = LessonNote("drawn", 1, "Words of an older lesson.")
    setting.journal.add(a_lesson_note("drawn", text="I liked this.", details=details))

    at_the_source(window)

    words = words_on(window)
    assert "I liked this." in words
    assert "The lesson has other words here now." in words


def test_notes_are_shown_in_a_lesson_read_as_a_whole(window: MainWindow, setting: Setting) -> None:
    setting.journal.add(a_lesson_note("drawn", details=LessonNote("drawn", 1, SOURCE)))
    setting.settings.write(replace(setting.settings.read(), continuous=True))

    window.go(Place.LEARN, "drawn")

    assert "Mine too." in words_on(window)
    tab_to("Change the note at “Some found it so”")


def test_letter_for_marking_can_be_turned_off(window: MainWindow, setting: Setting) -> None:
    setting.settings.write(replace(setting.settings.read(), stage_letters=False))
    text = at_the_source(window)

    press(Qt.Key.Key_M)

    assert not text.textCursor().hasSelection()


def test_a_mark_that_cannot_be_kept_is_told(
    window: MainWindow, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_entry: Entry) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(setting.journal, "add", refuse)
    text = marked(window)

    assert "The disk is full." in words_on(window)
    assert marked_in(text) == ""


def test_words_that_cannot_be_kept_stay_at_their_mark_until_they_can(
    window: MainWindow, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_entry: Entry) -> None:
        raise StorageError("The disk is full.")

    marked(window)
    write("Mine too.")
    with monkeypatch.context() as full:
        full.setattr(setting.journal, "replace", refuse)
        press(Qt.Key.Key_Escape)
        field = named(window, QPlainTextEdit, "Your words at it")
        left = (field.isVisible(), field.toPlainText(), kept_notes(setting)[0].text)
    press(Qt.Key.Key_Escape)

    assert left == (True, "Mine too.", "")
    assert kept_notes(setting)[0].text == "Mine too."


def test_words_at_a_mark_that_was_taken_away_in_the_diary_are_kept_anew(
    window: MainWindow, setting: Setting
) -> None:
    marked(window)
    setting.journal.remove(kept_notes(setting)[0].id)
    write("Mine too.")

    press(Qt.Key.Key_Escape)

    assert [note.text for note in kept_notes(setting)] == ["Mine too."]


def test_journal_is_told_when_a_note_was_kept(window: MainWindow, qtbot: QtBot) -> None:
    pane = next(one for one in window.findChildren(LearnPane))
    at_the_source(window)
    assert window.findChildren(LessonNotes)

    with qtbot.waitSignal(pane.journal_changed):
        press(Qt.Key.Key_M)
        press(Qt.Key.Key_Return)
