"""The fit worksheet, the story, safety sentences and the first day, each filled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.first_day import Screen
from prt_desktop.domain.fit import FitGroup, Wait
from prt_desktop.domain.safety import FitPageId
from prt_desktop.domain.safety_messages import MessageArea, SafetyMessage
from prt_desktop.domain.story import GoalAbout, GoalState, Side
from prt_desktop.ui.first_day.pane import FirstDayPane
from prt_desktop.ui.fit.section import FitSection
from prt_desktop.ui.sentences.section import SentencesSection
from prt_desktop.ui.story.section import StorySection
from tests.builders import (
    a_check,
    a_fit_item,
    a_fit_page_answer,
    a_fit_reply,
    a_goal,
    a_story,
    an_event,
)
from tests.ui.setting import NOON, Setting, plain_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.widgets.pane import Pane

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]
DATA = Path("/home/sam/.local/share/prt-desktop")
WIDE, NARROW = (920, 1100), (700, 1300)
PLAIN = (
    ("moves", "It moves about among the places I know it in."),
    ("attention", "It fades, or is gone, while something holds my attention."),
)
MESSAGES = (
    SafetyMessage("slowly", MessageArea.ANYWHERE, "My pain was looked at. I can go slowly."),
    SafetyMessage("begin", MessageArea.ANYWHERE, "I do not need to be sure to begin."),
)


def fit(setting: Setting) -> Pane:
    items = [a_fit_item(item_id, text=text) for item_id, text in PLAIN]
    night = a_fit_item("night", text="It wakes me at night.", waits_for=Wait.CLEAR_AND_CHECK)
    maybe = a_fit_item("maybe", text="Much has helped for a while.", group=FitGroup.UNSURE)
    setting.library.fit_items = (*items, night, maybe)
    for page in FitPageId:
        setting.journal.add_answer(a_fit_page_answer(page, answered_at=NOON))
    ids = [item.id for item in setting.library.fit_items]
    setting.journal.fit_replies.keep_all([a_fit_reply(one, since=NOON) for one in ids])
    return FitSection(
        setting.theme, setting.journal, setting.library, setting.clock, setting.papers
    )


def story(setting: Setting) -> Pane:
    journal = setting.journal
    goals = [
        a_goal("Sit through a film", about=GoalAbout.SITTING, smallest="Ten minutes of one."),
        a_goal("Walk to the lake", state=GoalState.RESTS),
    ]
    events = [
        an_event(2016, "New job", month=5),
        an_event(2018, "My father fell ill", month=11, with_clinician=True),
        an_event(2019, "Moved house", month=2),
        an_event(2019, "First bad night", month=3, side=Side.PAIN),
        an_event(2019, "Gone for three weeks by the sea", month=9, side=Side.PAIN),
        an_event(2023, "A good year", side=Side.PAIN),
    ]
    journal.stories.keep(a_story())
    journal.goals.keep_all(goals)
    journal.life_events.keep_all(events)
    return StorySection(setting.theme, journal, setting.clock, setting.papers)


def sentences(setting: Setting) -> Pane:
    setting.journal.set_own_sentences(("My back was checked. I can bend a little.",))
    setting.journal.add_answer(a_check(NOON.date(), NOON))
    return SentencesSection(setting.theme, setting.journal, MESSAGES, setting.clock)


def first_day(setting: Setting) -> Pane:
    settings = replace(setting.settings.read(), first_day=Screen.DATA.value)
    setting.settings.write(settings)
    pane = FirstDayPane(setting.theme, setting.journal, setting.settings, DATA)
    pane.open("")
    return pane


@pytest.mark.parametrize("make", [fit, story, sentences, first_day])
def test_a_view_looks_as_it_did(
    make: Callable[[Setting], Pane],
    shown: Callable[..., QWidget],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    take_picture(f"own-{make.__name__}-light-100", shown(make, "light", 100, WIDE))


@pytest.mark.parametrize("make", [fit, story, first_day])
def test_a_view_stands_the_dark_and_large_letters(
    make: Callable[[Setting], Pane],
    shown: Callable[..., QWidget],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    take_picture(f"own-{make.__name__}-dark-200", shown(make, "dark", 200, NARROW))


@pytest.fixture
def shown(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Callable[..., QWidget]:
    """Give a function that shows a view to somebody who answered the safety pages."""

    def show(
        make: Callable[[Setting], Pane], colors: str, percent: int, size: tuple[int, int]
    ) -> QWidget:
        theme = plain_theme(qapp)
        theme.apply(colors, percent, reduce_motion=True)
        setting = Setting(theme, tmp_path / "data")
        setting.pass_safety_pages()
        pane = make(setting)
        qtbot.addWidget(pane)
        pane.refresh()
        pane.resize(*size)
        pane.show()
        return pane

    return show
