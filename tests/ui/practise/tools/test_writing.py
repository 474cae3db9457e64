"""Write and let go: what fades is nowhere, what is kept is in the diary, and leaving asks."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from prt_desktop.domain.diary import EntryKind
from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.practise.tools.writing import FADE_MS
from tests.ui.practise.tools.conftest import MINUTE_MS
from tests.ui.reading import button, focused, press, tab_to, words_on, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.diary import Entry
    from prt_desktop.ui.practise.tools.writing import WritingPage
    from prt_desktop.ui.widgets.pane import Notice
    from tests.ui.practise.tools.conftest import Stopwatch
    from tests.ui.setting import Setting

MARKER = "marker-of-something-unsent"
CTRL = Qt.KeyboardModifier.ControlModifier


def test_what_faded_is_in_no_file_and_on_no_clipboard(
    setting: Setting, writing: WritingPage, qtbot: QtBot
) -> None:
    write(MARKER)
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_C, CTRL)
    writing.hide()  # where the other pages keep their drafts
    writing.show()

    with qtbot.waitSignal(writing.faded):
        button(writing, "Fade away").click()

    writing.window().close()
    assert files_with(MARKER, setting.folder) == []
    assert not any(MARKER in text for text in clipboards())
    assert setting.journal.entries() == ()


def test_the_search_for_the_marker_finds_what_is_kept(
    setting: Setting, writing: WritingPage
) -> None:
    write(MARKER)

    button(writing, "Keep in my diary").click()

    assert setting.folder / "journal.json" in files_with(MARKER, setting.folder)


def test_faded_text_does_not_come_back_by_undo_or_paste(writing: WritingPage) -> None:
    write(MARKER)
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_X, CTRL)
    press(Qt.Key.Key_V, CTRL)

    button(writing, "Fade away").click()
    field(writing).setFocus()
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_V, CTRL)

    assert field(writing).toPlainText() == ""
    assert not field(writing).document().isUndoAvailable()
    assert not field(writing).document().isRedoAvailable()


def test_cut_and_paste_work_within_the_page(writing: WritingPage) -> None:
    write("One two")
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_X, CTRL)
    between = field(writing).toPlainText()

    press(Qt.Key.Key_V, CTRL)
    press(Qt.Key.Key_V, CTRL)

    assert (between, field(writing).toPlainText()) == ("", "One twoOne two")


def test_text_fades_for_a_moment_where_motion_is_welcome(
    setting: Setting, writing: WritingPage, qtbot: QtBot
) -> None:
    setting.theme.apply("light", 100, reduce_motion=False)
    write(MARKER)

    with qtbot.waitSignal(writing.faded, timeout=5 * FADE_MS):
        button(writing, "Fade away").click()
        while_fading = field(writing).toPlainText(), field(writing).isReadOnly()

    assert while_fading == (MARKER, True)
    assert (field(writing).toPlainText(), field(writing).isReadOnly()) == ("", False)


def test_kept_text_is_an_entry_and_leaves_the_page(
    setting: Setting, writing: WritingPage, qtbot: QtBot
) -> None:
    write("Unsent.")

    with qtbot.waitSignal(writing.kept) as kept:
        tab_to("Keep in my diary")
        press(Qt.Key.Key_Space)

    [entry] = setting.journal.entries()
    assert (entry.kind, entry.text) == (EntryKind.WRITING, "Unsent.")
    assert kept.args == ["Unsent."]
    assert not writing.has_words


def test_text_that_cannot_be_kept_stays_on_the_page(
    setting: Setting, writing: WritingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_entry: Entry) -> None:
        raise StorageError("The disk is full.")

    told: list[Notice] = []
    writing.notice_requested.connect(told.append)
    monkeypatch.setattr(setting.journal, "add", refuse)
    write("Unsent.")

    button(writing, "Keep in my diary").click()

    assert field(writing).toPlainText() == "Unsent."
    assert told[0].text.startswith("The disk is full. Your words are still on the page")


def test_empty_page_is_left_at_once(writing: WritingPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(writing.left):
        press(Qt.Key.Key_Escape)


def test_leaving_with_words_asks_and_fading_then_leaves(writing: WritingPage, qtbot: QtBot) -> None:
    write("Unsent.")

    with qtbot.assertNotEmitted(writing.left):
        press(Qt.Key.Key_Escape)
    asked = words_on(writing)
    with qtbot.waitSignals([writing.faded, writing.left]):
        button(writing, "Fade away").click()

    assert "Your words are still here. What is to become of them?" in asked


def test_going_on_writing_takes_the_question_back(writing: WritingPage, qtbot: QtBot) -> None:
    write("Unsent.")
    press(Qt.Key.Key_Escape)

    press(Qt.Key.Key_Space)
    with qtbot.assertNotEmitted(writing.left):
        button(writing, "Fade away").click()

    assert "What is to become of them?" not in words_on(writing)
    assert focused() is field(writing)


@pytest.mark.parametrize(("answer", "kept"), [("Fade away", 0), ("Keep in my diary", 1)])
def test_closing_the_window_with_words_asks_and_then_closes(
    setting: Setting, writing: WritingPage, answer: str, kept: int
) -> None:
    write("Unsent.")

    closed_at_once = writing.close()
    asked = words_on(writing)
    button(writing, answer).click()

    assert not closed_at_once
    assert "What is to become of them?" in asked
    assert not writing.isVisible()
    assert len(setting.journal.entries()) == kept


def test_window_closed_while_the_text_fades_closes(setting: Setting, writing: WritingPage) -> None:
    setting.theme.apply("light", 100, reduce_motion=False)
    write("Unsent.")
    button(writing, "Fade away").click()

    assert writing.close()
    assert not writing.has_words


def test_stop_rule_and_grounding_are_always_to_be_seen(
    writing: WritingPage, watch: Stopwatch, qtbot: QtBot
) -> None:
    rule = "Stop if memories of trauma come, or panic, or if things feel unreal."
    seen = [words_on(writing)]
    write("Unsent.")
    seen.append(words_on(writing))
    press(Qt.Key.Key_Escape)
    seen.append(words_on(writing))
    watch.time_ms = 11 * MINUTE_MS

    with qtbot.waitSignal(writing.grounding_requested):
        button(writing, "Grounding").click()

    assert all(rule in words for words in seen)
    assert writing.has_words


def test_end_of_the_time_takes_nothing_away(
    writing: WritingPage, watch: Stopwatch, qtbot: QtBot
) -> None:
    write("Unsent.")

    watch.time_ms = 10 * MINUTE_MS
    qtbot.waitUntil(lambda: "That was the time." in words_on(writing))

    assert field(writing).toPlainText() == "Unsent."
    assert not field(writing).isReadOnly()


def test_a_new_beginning_has_an_empty_page(writing: WritingPage) -> None:
    write("Unsent.")

    writing.begin(MINUTE_MS)

    assert not writing.has_words


def field(page: WritingPage) -> QPlainTextEdit:
    """Find the field."""
    return page.findChildren(QPlainTextEdit)[0]


def clipboards() -> list[str]:
    """Read what other programs could paste."""
    board = QGuiApplication.clipboard()
    modes = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
    return [board.text(mode) for mode in modes]


def files_with(words: str, data: Path) -> list[Path]:
    """Find the files under the data, home and temporary folders that hold these words."""
    folders = {data, Path.home().parent, Path(tempfile.gettempdir()) / "prt-desktop"}
    found = {file for folder in folders for file in folder.rglob("*") if file.is_file()}
    return sorted(file for file in found if words.encode() in file.read_bytes())
