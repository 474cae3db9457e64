"""The diary's sections: one row of words, each leading to a page that is built when first shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from prt_desktop.ui.diary.section import SectionId, diary_titles, section_word
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.sectioned import Section, SectionedPane, SectionPane
from tests.ui.reading import button, focused, press, words_on

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.theme import Theme


class Page(SectionPane):
    """A section that notes what is asked of it."""

    def __init__(self, theme: Theme, word: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.filled = 0
        QVBoxLayout(self).addWidget(Button(theme, word))

    def open(self, target: str) -> None:
        self.opened.append(target)

    def refresh(self) -> None:
        self.filled += 1


class Diary:
    """A diary of two sections."""

    def __init__(self, theme: Theme) -> None:
        self.pages: dict[SectionId, Page] = {}
        self.theme = theme
        self.pane = SectionedPane(
            theme,
            diary_titles(),
            [
                Section(one, section_word(one), partial(self.make, one))
                for one in (SectionId.ENTRIES, SectionId.EVIDENCE)
            ],
        )

    def make(self, section_id: SectionId) -> Page:
        """Build the page of a section."""
        self.pages[section_id] = Page(self.theme, f"On {section_id}")
        return self.pages[section_id]


@pytest.fixture
def diary(theme: Theme, qtbot: QtBot) -> Diary:
    """Give a diary of two sections, shown with the first."""
    diary = Diary(theme)
    qtbot.addWidget(diary.pane)
    diary.pane.refresh()
    diary.pane.show()
    diary.pane.activateWindow()
    qtbot.waitUntil(diary.pane.isActiveWindow)
    return diary


def test_section_is_built_when_it_is_first_shown(diary: Diary) -> None:
    before = set(diary.pages)

    button(diary.pane, "Evidence").click()

    assert before == {SectionId.ENTRIES}
    assert diary.pages[SectionId.EVIDENCE].filled == 1
    assert "On evidence" in words_on(diary.pane)
    assert "On entries" not in words_on(diary.pane)


def test_sections_are_gone_through_by_arrows_and_left_by_tab(diary: Diary) -> None:
    button(diary.pane, "Entries").setFocus()

    press(Qt.Key.Key_Right)
    stays = focused()
    press(Qt.Key.Key_Tab)

    assert stays is button(diary.pane, "Evidence")
    assert focused() is button(diary.pane, "On evidence")


@pytest.mark.parametrize(
    ("target", "section_id", "within"),
    [
        ("evidence", SectionId.EVIDENCE, ""),
        ("evidence:abc", SectionId.EVIDENCE, "abc"),
        ("new", SectionId.ENTRIES, "new"),
        ("", SectionId.ENTRIES, ""),
    ],
)
def test_target_leads_into_its_section(
    diary: Diary, target: str, section_id: SectionId, within: str
) -> None:
    diary.pane.open(target)

    assert diary.pages[section_id].isVisible()
    assert diary.pages[section_id].opened == [within]


def test_change_in_one_section_is_shown_in_the_other_when_it_comes_to_the_front(
    diary: Diary,
) -> None:
    diary.pane.open("evidence")
    changed: list[bool] = []
    diary.pane.journal_changed.connect(lambda: changed.append(True))

    diary.pages[SectionId.EVIDENCE].journal_changed.emit()
    before = diary.pages[SectionId.ENTRIES].filled
    diary.pane.open("entries")

    assert changed == [True]
    assert (before, diary.pages[SectionId.ENTRIES].filled) == (1, 2)
    assert diary.pages[SectionId.EVIDENCE].filled == 1


def test_section_may_have_the_pane_to_itself(diary: Diary) -> None:
    diary.pages[SectionId.ENTRIES].whole_wanted.emit(True)
    alone = words_on(diary.pane)

    diary.pane.open("evidence")
    elsewhere = words_on(diary.pane)
    diary.pane.open("entries")
    diary.pages[SectionId.ENTRIES].whole_wanted.emit(False)

    assert alone == "On entries"
    assert "Entries" in elsewhere
    assert "Evidence" in words_on(diary.pane)
