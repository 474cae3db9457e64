"""What the program says about itself."""

from __future__ import annotations

import re

import pytest
import textstat

from prt_desktop.content.claims import FORBIDDEN
from prt_desktop.export.about_page import PURPOSE, about_page

PAGE = about_page("1.2.3", "/home/sam/prt-desktop")
TEXTS = [paragraph.text for section in PAGE for paragraph in section.paragraphs]
WORDS = "\n".join([*(section.heading for section in PAGE), *TEXTS])


def test_about_page_says_who_should_not_use_it() -> None:
    for words in ("under 18", "trauma", "panic", "psychosis", "while you drive", "bath"):
        assert words in WORDS
    assert "It cannot ring anyone. No one reads what you write here." in WORDS


def test_about_page_names_its_purpose_version_and_end() -> None:
    assert PAGE[0].paragraphs[0].text == PURPOSE
    assert "version 1.2.3" in WORDS
    assert "/home/sam/prt-desktop" in WORDS
    for heading in ("Who should not use it", "What it needs", "How to update", "How to erase"):
        assert heading in WORDS


@pytest.mark.parametrize("phrase", FORBIDDEN)
def test_about_page_promises_nothing(phrase: str) -> None:
    assert not re.search(phrase, WORDS, re.IGNORECASE)


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
def test_about_page_is_read_with_six_years_of_school() -> None:
    assert textstat.flesch_kincaid_grade(" ".join(TEXTS)) <= 6
