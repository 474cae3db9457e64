"""The course as a whole: translated lessons, numbers from their cards, terms explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.content.checking import check
from prt_desktop.content.library import Library, course_language
from prt_desktop.domain.lesson import Destination
from tests.builders import LESSON_HEAD, lesson_text, write_assets, write_files

if TYPE_CHECKING:
    from pathlib import Path

GERMAN = LESSON_HEAD.replace("A first lesson", "Eine erste Lektion")


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    return write_assets(tmp_path / "assets")


def test_a_number_on_a_page_is_the_number_on_its_card(assets: Path) -> None:
    library = Library(assets)

    [lesson] = library.lessons

    assert "So said 151 adults" in lesson.pages[0].markdown
    assert library.references["ashar-2022"].card.participants == "151 adults."


def test_without_its_cards_a_lesson_can_still_be_read(assets: Path) -> None:
    (assets / "lessons" / "references.json").unlink()

    [lesson] = Library(assets).lessons

    assert "So said … adults" in lesson.pages[0].markdown


def test_a_lesson_may_open_a_place_instead_of_a_practice(assets: Path) -> None:
    file = assets / "lessons" / "01-first.md"
    file.write_text(file.read_text().replace('exercise = "looking"', 'opens = "diary"'))

    [lesson] = Library(assets).lessons

    assert (lesson.exercise, lesson.opens) == (None, Destination.DIARY)


def test_a_translated_lesson_is_found_by_its_folder(assets: Path) -> None:
    write_files(assets, {"lessons/de/01-first.md": lesson_text(GERMAN)})

    [lesson] = Library(assets, "de").lessons

    assert (lesson.title, lesson.language) == ("Eine erste Lektion", "de")


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (["de-AT", "de"], "de"),
        (["de-AT"], "de"),
        (["pt-BR", "pt"], "en"),
        (["pt-BR", "de-DE", "en-US"], "de"),
        (["en-GB", "en", "de"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_course_is_in_the_first_wanted_language_that_has_one(
    assets: Path, wanted: list[str], chosen: str
) -> None:
    write_files(assets, {"lessons/de/01-first.md": lesson_text(GERMAN)})

    assert course_language(assets, wanted) == chosen


def test_a_translated_lesson_is_not_in_the_english_course(assets: Path) -> None:
    write_files(assets, {"lessons/de/01-first.md": lesson_text(GERMAN)})

    [lesson] = Library(assets).lessons

    assert lesson.title == "A first lesson"


def test_a_lesson_that_a_translation_lacks_is_given_in_english_and_says_so(assets: Path) -> None:
    second = LESSON_HEAD.replace('"first"', '"second"')
    write_files(
        assets,
        {
            "lessons/02-second.md": lesson_text(second),
            "lessons/de/01-first.md": lesson_text(GERMAN),
        },
    )

    lessons = Library(assets, "de").lessons

    assert [lesson.language for lesson in lessons] == ["de", "en"]


def test_a_faulty_translation_gives_way_to_the_english_lesson(assets: Path) -> None:
    write_files(assets, {"lessons/de/01-first.md": "no lesson"})
    library = Library(assets, "de")

    [lesson] = library.lessons

    assert lesson.language == "en"
    assert [fault.path.parent.name for fault in library.faults] == ["de"]


def test_a_claim_in_another_language_is_left_to_its_translators(assets: Path) -> None:
    german = lesson_text(GERMAN).replace("A last line.", "Die Eule cures.")
    write_files(assets, {"lessons/de/01-first.md": german})

    assert check(Library(assets, "de")) == ()


def test_terms_come_in_the_order_of_their_words(assets: Path) -> None:
    terms = '[[term]]\nid = "{0}"\nword = "{0}"\nmeaning = "A word."\n'
    text = "".join(terms.format(word) for word in ("wave", "alarm"))
    write_files(assets, {"lessons/glossary.toml": text})

    assert list(Library(assets).glossary) == ["alarm", "wave"]
