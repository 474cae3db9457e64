"""The words of the plan are plain, and hold no verdict, number or promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import textstat

from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_message, a_review
from tests.ui.reading import words_on
from tests.ui.setting import still_exercise

if TYPE_CHECKING:
    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
TARGETS = (
    "month",
    "month:look",
    "messages",
    "messages:new",
    "setback",
    "keeping_on",
    "keeping_on:new",
    "keeping_on:end",
)
NEVER = ("score", "streak", "cure", "harmless", "well done", "missed", "failed", "behind")


def ended(line: str) -> str:
    return line if line[-1:] in {".", "!", "?", ":"} else f"{line}."


@pytest.fixture
def seen(setting: Setting, window: MainWindow) -> list[str]:
    """Give every line that the pages of the plan show."""
    setting.journal.messages.keep(a_message())
    setting.journal.reviews.keep(a_review())
    window.journal_changed()
    lines: dict[str, None] = {}
    for target in TARGETS:
        window.go(Place.PLAN, target)
        lines |= dict.fromkeys(words_on(window.pane(Place.PLAN)).splitlines())
    return [line for line in lines if line]


def test_the_pages_are_read_with_six_years_of_school(seen: list[str]) -> None:
    assert len(seen) > 40
    assert textstat.flesch_kincaid_grade(" ".join(map(ended, seen))) <= 6.0
    long = [line for line in seen if len(line.split()) > 8 and line != still_exercise().purpose]
    assert [line for line in long if textstat.flesch_kincaid_grade(line) > 9.0] == []


def test_nobody_is_counted_praised_or_blamed(seen: list[str]) -> None:
    told = " ".join(seen).casefold()

    assert [word for word in NEVER if word in told] == []
    assert "!" not in told
