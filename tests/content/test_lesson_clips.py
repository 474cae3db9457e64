"""The clips of a lesson: found by page, held against the text, and told where they are older."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from prt_desktop.content.checking import check
from prt_desktop.content.library import Library
from tests.builders import write_assets, write_lesson_clips

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.domain.lesson import Lesson

LESSON = "lessons/01-first.md"
CLIPS = "audio/lessons/first"


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """Give assets with one lesson of two pages, spoken, and no fault."""
    write_assets(tmp_path)
    write_lesson_clips(tmp_path, first_of(tmp_path))
    return tmp_path


def first_of(assets: Path) -> Lesson:
    """Read the lesson."""
    return Library(assets).lessons[0]


def reword(assets: Path, old: str, new: str) -> None:
    """Change words of the lesson."""
    file = assets / LESSON
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def missing(assets: Path, voice: str = "heart") -> tuple[str, ...]:
    """Name the clips of the lesson that cannot be heard."""
    return Library(assets).lesson_recording(first_of(assets), voice).missing


def test_a_lesson_has_a_clip_for_each_page_and_for_its_short_version(assets: Path) -> None:
    recording = Library(assets).lesson_recording(first_of(assets), "heart")

    assert set(recording.clips) == {"short", "01", "02"}
    assert recording.missing == ()
    assert recording.clips["02"].sentences_ms == ((50, 950), (1_050, 1_950))
    assert recording.clips["02"].path == assets / CLIPS / "heart" / "02.ogg"


def test_a_page_that_was_reworded_has_no_clip_any_more(assets: Path) -> None:
    reword(assets, "A last line.", "Another last line.")

    assert missing(assets) == ("02",)


def test_a_figure_that_changed_makes_its_page_older_than_its_text(assets: Path) -> None:
    cards = assets / "lessons" / "references.json"
    cards.write_text(cards.read_text("utf-8").replace('"151"', '"152"'), "utf-8")

    assert missing(assets) == ("01",)


def test_line_breaks_make_no_clip_older(assets: Path) -> None:
    reword(assets, "A last line.", "A\nlast line.")

    assert missing(assets) == ()


def test_a_lesson_that_nobody_spoke_misses_all_its_clips(assets: Path) -> None:
    assert missing(assets, "nobody") == ("short", "01", "02")


def test_lessons_are_read_by_the_chosen_voice_or_by_one_that_reads_them(assets: Path) -> None:
    voices = assets / "audio" / "voices.toml"
    heart = voices.read_text("utf-8")
    alone = heart.replace("heart", "michael").replace("lesson_speed = 0.95\n", "")
    voices.write_text(alone + heart + heart.replace("heart", "emma"), "utf-8")
    library = Library(assets)

    chosen = [library.lesson_voice(voice) for voice in ("emma", "michael", "nobody")]

    assert [voice.id for voice in chosen if voice] == ["emma", "heart", "heart"]


def test_where_no_voice_reads_lessons_there_is_none(assets: Path) -> None:
    voices = assets / "audio" / "voices.toml"
    voices.write_text(voices.read_text("utf-8").replace("lesson_speed = 0.95\n", ""), "utf-8")

    assert Library(assets).lesson_voice("heart") is None


def test_check_finds_no_fault_in_a_spoken_lesson(assets: Path) -> None:
    assert [str(fault) for fault in check(Library(assets)) if "lessons" in str(fault)] == []


def test_check_names_the_page_whose_clip_is_older(assets: Path) -> None:
    reword(assets, "A last line.", "Another last line.")

    faults = [str(fault) for fault in check(Library(assets)) if "clip" in fault.message]

    line = (assets / LESSON).read_text("utf-8").split("\n").index("## Another") + 1
    assert f"{assets / LESSON}:{line}: heart/02: the clip speaks an older text" in faults


def test_check_says_nothing_of_lessons_that_were_not_spoken_yet(assets: Path) -> None:
    (assets / CLIPS / "manifest.json").unlink()

    assert [str(one) for one in check(Library(assets)) if "heart/0" in one.message] == []


def test_check_tells_of_a_manifest_that_cannot_be_read(assets: Path) -> None:
    (assets / CLIPS / "manifest.json").write_text("{", "utf-8")

    faults = [str(fault) for fault in check(Library(assets))]

    assert any("lessons/first/manifest.json:1: this manifest cannot be read" in f for f in faults)
    assert missing(assets) == ("short", "01", "02")


def test_a_broken_record_costs_no_lesson(assets: Path) -> None:
    manifest = assets / CLIPS / "manifest.json"
    table = json.loads(manifest.read_text("utf-8"))
    del table["clips"]["heart"]["01"]["length_ms"]
    manifest.write_text(json.dumps(table), "utf-8")

    assert missing(assets) == ("short", "01", "02")
