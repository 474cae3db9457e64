"""Pages to take along: plain text and HTML that say the same."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

import pytest

from prt_desktop.domain.crisis import CrisisCountry, CrisisLine
from prt_desktop.domain.exercise import Movement
from prt_desktop.domain.timeline import Pace, timeline
from prt_desktop.export.crisis_page import TITLE, crisis_page
from prt_desktop.export.file_name import LONGEST, portable_name
from prt_desktop.export.id3 import id3_tag
from prt_desktop.export.page import Section, page_html, page_text, section
from prt_desktop.export.transcript import transcript
from tests.builders import TODAY, a_cue, an_exercise, lengths_of

LINE = CrisisLine("Listening", "0800 <1> 23", "Day & night.", "https://example.org/", TODAY)


class Reader(HTMLParser):
    """Reads a page as a phone would: its words, its tags, and what it links to."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] != ["style"]:
            self.words += data.split()


def words(page: bytes) -> list[str]:
    """Give the words of a plain page without its underlines."""
    lines = page.decode("utf-8-sig").splitlines()
    return " ".join(line for line in lines if line.strip("=-")).split()


def a_session(**changes: str) -> tuple[Section, ...]:
    exercise = an_exercise(
        a_cue("one", block="arrive", text="Welcome  here."),
        a_cue("two", block="close", text="That is <all>."),
        **changes,
    )
    return transcript(exercise, timeline(exercise, lengths_of(exercise), 15_000, Pace()))


def test_both_forms_of_a_page_say_the_same() -> None:
    sections = (*a_session(), *crisis_page([CrisisCountry("Austria", TODAY, (LINE,))]))

    read = Reader(page_html("A & b", sections))

    title_twice = ["A", "&", "b", *words(page_text("A & b", sections))]
    assert read.words == title_twice


def test_a_page_needs_no_script_and_fetches_nothing() -> None:
    read = Reader(page_html(TITLE, crisis_page([CrisisCountry("Austria", TODAY, (LINE,))])))

    assert read.links == ["tel:0800123"]
    assert not {"script", "link", "img", "iframe"} & set(read.tags)


def test_a_transcript_tells_when_each_line_is_said() -> None:
    text = page_text("Looking", a_session()).decode("utf-8-sig")

    assert "0:00  Welcome here." in text
    assert "0:07  That is <all>." in text
    assert text.index("The words") < text.index("0:00")


def test_a_transcript_says_first_what_the_page_before_says() -> None:
    text = page_text("Looking", a_session(purpose="For ease.", choose_else="If too much.")).decode()

    assert text.index("For ease.") < text.index("If too much.") < text.index("The words")
    assert "As you like." in text


def test_a_transcript_of_a_movement_tells_when_to_stop() -> None:
    exercise = an_exercise()
    session = timeline(exercise, lengths_of(exercise), 15_000, Pace())
    bend = Movement("bend", "Bending", "A little way.", ("Numb: stop.", "Too much: leave it."))

    text = page_text("Looking", transcript(exercise, session, bend)).decode()

    assert text.index("The movement: Bending") < text.index("Numb: stop.") < text.index("0:00")
    assert "Too much: leave it." in text


def test_the_crisis_page_shows_each_number_with_the_day_it_was_seen() -> None:
    line = CrisisLine("Help", "142", "Talk.", "https://a.example/", TODAY, date(2025, 3, 1))

    text = page_text(TITLE, crisis_page([CrisisCountry("Austria", TODAY, (line,))])).decode()

    assert (
        "\n142\nHelp. Talk. Seen on 23 November 2026 at https://a.example/, a page of 1 March"
        in text
    )
    assert "last checked on 23 November 2026" in text


def test_a_number_for_messages_is_not_rung_at_a_touch() -> None:
    call = CrisisLine("One", "988", "Call or text.", "https://a.example/", TODAY)
    write = CrisisLine("Two", "50808", "Text HELLO.", "https://b.example/", TODAY)

    read = Reader(page_html(TITLE, crisis_page([CrisisCountry("Here", TODAY, (call, write))])))

    assert read.links == ["tel:988"]
    assert "50808" in read.words


def test_an_empty_text_leaves_no_empty_paragraph() -> None:
    assert section("Heading", "", "Words.").paragraphs == section("Heading", "Words.").paragraphs


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Somatic tracking", "Somatic tracking"),
        ('What: "this" / that?', "What this that"),
        ("Mu\u0308tig  sein.", "M\u00fctig sein"),
        ("con", "con session"),
        ("LPT1.old", "LPT1.old session"),
        ("...", "Session"),
        ("a\u200bb\x07c", "ab c"),
    ],
)
def test_a_name_can_be_kept_on_a_card_of_a_phone(title: str, name: str) -> None:
    assert portable_name(title) == name


def test_a_long_name_is_cut() -> None:
    assert len(portable_name("word " * 40)) <= LONGEST


def test_a_tag_says_its_own_length() -> None:
    tag = id3_tag("Gr\u00fc\u00dfe " * 20, "PRT Desktop", 7)

    size = sum(byte << 7 * place for place, byte in enumerate(reversed(tag[6:10])))
    assert tag[:3] == b"ID3"
    assert all(byte < 0x80 for byte in tag[6:10])
    assert size == len(tag) - 10 > 0x80
    assert "Gr\u00fc\u00dfe".encode("utf-16")[2:] in tag
