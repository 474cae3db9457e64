"""The crisis card: numbers from data, words that hold without any, and an honest date."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from prt_desktop.export import crisis_page
from prt_desktop.ui.safety.crisis_card import CrisisCard
from prt_desktop.ui.widgets.dropdown import Dropdown
from tests.ui.reading import named, words_on

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.setting import Setting

# The offscreen platform says this of every window that tells its least size anew.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def card(setting: Setting, qtbot: QtBot) -> CrisisCard:
    """Give the card with its country chosen."""
    card = CrisisCard(setting.theme, setting.library, setting.settings, setting.clock)
    qtbot.addWidget(card)
    card.show()
    choose(card, "Erewhon")
    return card


def test_numbers_of_the_country_are_shown_with_their_date(card: CrisisCard) -> None:
    seen = words_on(card)

    assert "000" in seen
    assert "0123 456" in seen
    assert "These numbers were last checked on 1 November 2026." in seen


def test_numbers_older_than_a_year_say_so(setting: Setting, card: CrisisCard) -> None:
    fresh = words_on(card)
    setting.clock.go_on(timedelta(days=400))

    card.refresh()

    assert "may have changed" not in fresh
    assert "These numbers are more than a year old and may have changed." in words_on(card)
    assert "If one does not answer, see below how to find it." in words_on(card)


def test_the_page_to_take_along_says_what_the_card_says(card: CrisisCard) -> None:
    seen = words_on(card)

    assert crisis_page.DANGER in seen
    for part in crisis_page.WORDS:
        assert part.heading in seen
        assert all(line.text in seen for line in part.paragraphs)


def test_chosen_country_is_remembered(setting: Setting, card: CrisisCard) -> None:
    named(card, Dropdown, "Country").activated.emit(1)

    assert setting.settings.read().country == "Erewhon"


def test_no_country_leaves_the_words_that_hold_everywhere(card: CrisisCard) -> None:
    choose(card, "Choose your country")

    seen = words_on(card)
    assert "000" not in seen
    assert "The lock screen of a mobile phone" in seen


def test_card_works_without_any_data(setting: Setting, qtbot: QtBot) -> None:
    setting.library.crisis = ()
    card = CrisisCard(setting.theme, setting.library, setting.settings, setting.clock)
    qtbot.addWidget(card)
    card.show()

    seen = words_on(card)

    assert "It cannot contact anyone, and nobody reads what you write here." in seen
    assert "Tell a person you trust, and ask them to stay with you." in seen
    assert "Move away from anything you could harm yourself with." in seen


def choose(card: CrisisCard, country: str) -> None:
    """Choose a country."""
    dropdown = named(card, Dropdown, "Country")
    dropdown.setCurrentIndex(dropdown.findText(country))
