"""Every sentence that is said of a shipped lesson is found in the page that is shown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from prt_desktop.content.library import Library
from prt_desktop.domain.reading_aloud import heading_count, spoken_sentences
from prt_desktop.ui.learn.page_view import PageView
from prt_desktop.ui.learn.spoken_mark import SpokenMark
from tests.ui.setting import ASSETS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.lesson import Lesson, Page
    from prt_desktop.ui.theme import Theme

LIBRARY = Library(ASSETS)
WORD = re.compile(r"\w+")


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> PageView:
    """Give a view that is laid out, of the width of a column."""
    view = PageView(theme, LIBRARY.references, LIBRARY.glossary)
    qtbot.addWidget(view)
    view.resize(600, 400)
    return view


def marked_words(view: PageView) -> list[str]:
    """Give the words that are marked."""
    marks = view.extraSelections()
    return WORD.findall(" ".join(mark.cursor.selectedText() for mark in marks))


def mark_all(view: PageView, mark: SpokenMark, page: Page) -> list[list[str]]:
    """Mark one sentence after the other, and give the words of each mark."""
    found = []
    for number in range(heading_count(page), len(spoken_sentences(page))):
        mark.show_sentence(view, page, number)
        found.append(marked_words(view))
    return found


@pytest.mark.parametrize("lesson", LIBRARY.lessons, ids=lambda lesson: lesson.id)
def test_each_sentence_is_marked_from_its_first_word_to_its_last(
    lesson: Lesson, view: PageView, theme: Theme
) -> None:
    mark = SpokenMark(theme, view)
    for page in lesson.pages:
        view.show_page(page, Path(lesson.folder))

        marked = mark_all(view, mark, page)

        said = [WORD.findall(one) for one in spoken_sentences(page)[heading_count(page) :]]
        ends = [(words[0], words[-1]) for words in said]
        assert [(words[0], words[-1]) for words in marked if words] == ends
        assert all(len(there) >= len(words) for there, words in zip(marked, said, strict=True))


def test_a_mark_that_is_taken_away_leaves_the_page_as_it_was(view: PageView, theme: Theme) -> None:
    lesson = LIBRARY.lessons[0]
    view.show_page(lesson.pages[0], Path(lesson.folder))
    before = view.toHtml()
    mark = SpokenMark(theme, view)
    mark.show_sentence(view, lesson.pages[0], 2)

    mark.clear()

    assert marked_words(view) == []
    assert view.toHtml() == before
