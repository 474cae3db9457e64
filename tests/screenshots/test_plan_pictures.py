"""The plan, a bad day, and Today with what the plan brings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest

from prt_desktop.domain.safety import Check
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_bad_day, a_message, a_review, a_setback_plan
from tests.ui.reading import button
from tests.ui.setting import NOON, Setting, plain_theme, some_entries

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]
SIZE, NARROW = (924, 760), (640, 900)
DAY = timedelta(days=1)


class Scene(NamedTuple):
    """Something to be seen: a place, what is open there, and what was pressed."""

    name: str
    place: Place
    target: str = ""
    presses: tuple[str, ...] = ()


TODAY = Scene("today", Place.TODAY)
MONTH = Scene("month", Place.PLAN, "month")
STEP = Scene("step", Place.PLAN, "month:look")
RULES = Scene("rules", Place.PLAN, "month", ("The rules of this plan",))
HANDOUT = Scene("handout", Place.PLAN, "month", ("A page to print",))
MESSAGES = Scene("messages", Place.PLAN, "messages")
MESSAGE = Scene("message", Place.PLAN, "messages:new")
SETBACK = Scene("setback", Place.PLAN, "setback")
KEEPING_ON = Scene("keeping-on", Place.PLAN, "keeping_on")
REVIEW = Scene("review", Place.PLAN, "keeping_on:new")
END = Scene("end", Place.PLAN, "keeping_on:end")
HEARD = Scene("bad-day-message", Place.BAD_DAY, "", ("None of these",))
KIND = Scene("bad-day-kind", Place.BAD_DAY, "", ("None of these", "Go on", "No, it is too much"))
NEXT = Scene("bad-day-next", Place.BAD_DAY, "", (*KIND.presses, "Go on without one"))
ALL = (TODAY, MONTH, STEP, RULES, HANDOUT, MESSAGES, MESSAGE, SETBACK, KEEPING_ON, REVIEW, END)
BAD_DAY = (HEARD, KIND, NEXT)


def fill(setting: Setting) -> None:
    """Write what a person may have after two weeks, with a bad day yesterday."""
    setting.pass_safety_pages()
    journal = setting.journal
    journal.add_answer(Check("Dr Amari", NOON.date(), "back", "Fine.", NOON))
    journal.add(replace(some_entries()[3], created_at=NOON - 3 * DAY))
    journal.bad_days.keep(a_bad_day(NOON - DAY, went_on=True, looked_back=True, id="a" * 32))
    words = "You have been here before, and it passed. Put the kettle on, and call Kim."
    journal.messages.keep(a_message(words, for_bad_days=True, id="b" * 32))
    journal.messages.keep(a_message("One thing at a time.", id="c" * 32))
    journal.set_own_sentences(["My back has carried me for years."])
    journal.setback_plans.keep(a_setback_plan(id="d" * 32))
    journal.reviews.keep(a_review(id="e" * 32))


@pytest.mark.parametrize("scene", [*ALL, *BAD_DAY], ids=lambda scene: scene.name)
def test_the_plan_looks_as_it_did(
    scene: Scene,
    pane_at: Callable[..., QWidget],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    pane = pane_at(scene, "light", 100, SIZE)

    take_picture(f"plan-{scene.name}-light-100", pane)


@pytest.mark.parametrize("scene", [TODAY, STEP, HEARD], ids=lambda scene: scene.name)
def test_the_plan_stands_the_dark_large_letters_and_little_room(
    scene: Scene,
    pane_at: Callable[..., QWidget],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    pane = pane_at(scene, "dark", 200, NARROW)

    take_picture(f"plan-{scene.name}-dark-200", pane)


@pytest.fixture
def pane_at(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Callable[..., QWidget]:
    """Give a function that shows the pane of a place by itself."""

    def show(scene: Scene, colors: str, percent: int, size: tuple[int, int]) -> QWidget:
        theme = plain_theme(qapp)
        theme.apply(colors, percent, reduce_motion=True)
        setting = Setting(theme, tmp_path / "data")
        fill(setting)
        pane = setting.pane(scene.place)
        qtbot.addWidget(pane)
        pane.refresh()
        pane.resize(*size)
        pane.show()
        pane.open(scene.target)
        for words in scene.presses:
            button(pane, words).click()
        return pane

    return show
