"""The page of what goes together: what was looked at, what was found, and never why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from prt_desktop.domain.days import Day
from prt_desktop.ui.diary.looking_back.patterns_view import PatternsView
from tests.ui.looking_back_days import TODAY, days_over
from tests.ui.reading import button, words_on

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.theme import Theme


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> PatternsView:
    """Show the page before anything is looked at."""
    view = PatternsView(theme)
    qtbot.addWidget(view)
    view.resize(700, 800)
    view.show()
    return view


def look(view: PatternsView, days: list[Day], qtbot: QtBot) -> str:
    """Look at days, wait for what was found, and give the words."""
    view.show_days(days)
    qtbot.waitUntil(lambda: "Looked at" in words_on(view))
    return words_on(view)


def test_an_empty_diary_teaches_what_is_needed(view: PatternsView) -> None:
    view.show_days([])

    assert "Nothing to look at yet" in words_on(view)


def test_it_says_that_it_is_looking(view: PatternsView, qtbot: QtBot) -> None:
    view.show_days(days_over(100))

    assert words_on(view) == "Looking…"
    qtbot.waitUntil(lambda: "Looked at" in words_on(view))


def test_a_finding_stands_with_counts_and_without_a_why(view: PatternsView, qtbot: QtBot) -> None:
    said = look(view, days_over(120), qtbot)

    assert "Looked at, on 99 days, against fear and confidence: poor sleep, rain, visit" in said
    assert "On the 34 days with “poor sleep” your fear was about" in said
    assert "That says they go together, not why." in said
    assert "because" not in said


def test_what_is_not_clear_and_not_yet_is_folded_away(view: PatternsView, qtbot: QtBot) -> None:
    said = look(view, days_over(120), qtbot)

    button(view, "Nothing clear (5)").click()
    button(view, "Cannot tell yet (2)").click()

    unfolded = words_on(view)
    assert "Nothing clear: they may well be alike." not in said
    assert "Nothing clear: they may well be alike." in unfolded
    assert "more would be needed, among them" in unfolded


def test_nothing_that_stands_out_is_no_sign(view: PatternsView, qtbot: QtBot) -> None:
    days = [Day(day.on, {"fear": 5.0}, day.tags) for day in days_over(120)]

    said = look(view, days, qtbot)

    assert "Nothing stands out" in said
    assert "no sign of anything" in said


def test_new_days_are_looked_at_again_and_replace_what_was_found(
    view: PatternsView, qtbot: QtBot
) -> None:
    look(view, days_over(120), qtbot)

    view.show_days(days_over(20))
    qtbot.waitUntil(lambda: "Nothing stands out" in words_on(view))

    assert "Looked at, on 18 days" in words_on(view)


def test_days_that_change_while_it_looks_are_the_ones_shown(
    view: PatternsView, qtbot: QtBot
) -> None:
    view.show_days(days_over(600))
    view.show_days(days_over(20))

    qtbot.waitUntil(lambda: "Looked at, on 18 days" in words_on(view))

    assert "go together," not in words_on(view)


def test_nothing_is_looked_at_out_of_sight(theme: Theme, qtbot: QtBot) -> None:
    view = PatternsView(theme)
    qtbot.addWidget(view)

    view.show_days(days_over(100))

    first = next(label.text() for label in view.findChildren(QLabel))
    assert first.startswith("Nothing to look at")
    view.show()
    qtbot.waitUntil(lambda: "Looked at" in words_on(view))


def test_closing_while_it_looks_leaves_nothing_running(view: PatternsView) -> None:
    view.show_days(days_over(1_000))

    view.shut()

    assert words_on(view) == "Looking…"


def test_tags_without_numbers_leave_nothing_to_look_at(view: PatternsView, qtbot: QtBot) -> None:
    view.show_days([Day(TODAY, tags=frozenset({"rain"}))])

    qtbot.waitUntil(lambda: "Nothing to look at yet" in words_on(view))

    assert "Looked at" not in words_on(view)
