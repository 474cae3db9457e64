"""Each fault of an asset is told with its file and line; nothing else ever escapes a reader."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from prt_desktop.content.checking import check
from prt_desktop.content.exercises import read_exercise, read_recording
from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.library import Library
from prt_desktop.content.references import read_references
from tests.builders import (
    COUNTRY_TOML,
    EVIDENCE_TOML,
    EXERCISE_TOML,
    FIT_TOML,
    FOUR_WEEKS_TOML,
    GLOSSARY_TOML,
    MESSAGES_TOML,
    POINTS_TOML,
    RED_FLAGS_TOML,
    REFERENCES,
    SOUNDSCAPES_TOML,
    THREE_QUESTIONS_TOML,
    VOICES_TOML,
    lesson_text,
    write_assets,
    write_clip,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EXERCISE = "audio/looking/exercise.toml"
MANIFEST = "audio/looking/manifest.json"
VOICES = "audio/voices.toml"
SOUNDSCAPES = "audio/soundscapes/soundscapes.toml"
LESSON = "lessons/01-first.md"
SOURCES = "lessons/references.json"
EVIDENCE = "lessons/evidence.toml"
GLOSSARY = "lessons/glossary.toml"
PAGES = "safety/red-flags.toml"
CHECK = "safety/three-questions.toml"
BEFORE_FIT = "safety/before-fit.toml"
COUNTRY = "safety/crisis/austria.toml"
MESSAGES = "plan/safety-messages.toml"
FIT = "safety/fit.toml"
POINTS = "diary/evidence-points.toml"
PLAN = "plan/four-weeks.toml"

SECOND_PAGE = RED_FLAGS_TOML[RED_FLAGS_TOML.index('[[page]]\nid = "same-day"') :]
LAST_QUESTION = THREE_QUESTIONS_TOML[THREE_QUESTIONS_TOML.index('[[question]]\nid = "fall"') :]
TWIN = VOICES_TOML.replace("Heart", "Twin")
TWICE = MESSAGES_TOML + MESSAGES_TOML.replace("Today", "Now")
SECOND_CUE = EXERCISE_TOML[EXERCISE_TOML.index('[[cue]]\nid = "safe"') :]


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    return write_assets(tmp_path / "assets")


def change(assets: Path, name: str, old: str, new: str) -> str:
    """Change one place of a file and give its new text."""
    path = assets / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path.read_text("utf-8")


def line_of(text: str, fragment: str) -> int:
    return text[: text.index(fragment)].count("\n") + 1


def test_good_assets_have_no_faults(assets: Path) -> None:
    assert check(Library(assets)) == ()


@dataclass(frozen=True)
class Slip:
    """One change that makes a file faulty, where the fault must be seen, and its words."""

    name: str
    old: str
    new: str
    at: str
    words: str


SLIPS = [
    Slip(EXERCISE, 'title = "Looking"\n', "", 'id = "looking"', "`title` is missing"),
    Slip(EXERCISE, "default_minutes = 0.3", 'default_minutes = "long"', "default_minutes", "float"),
    Slip(EXERCISE, 'part = "attend"', 'part = "other"', "part =", "part"),
    Slip(EXERCISE, 'gate = "no_open_flag"', 'gate = "none"', "gate =", "gate"),
    Slip(EXERCISE, 'title = "Looking"', 'titel = "Looking"', "titel", "not known here"),
    Slip(EXERCISE, 'id = "looking"', 'id = "seeing"', 'id = "seeing"', "the folder's name"),
    Slip(EXERCISE, "[1000, 9000]", "[9000, 1000]", "[9000", "[shortest, longest]"),
    Slip(EXERCISE, "[1000, 9000]", "[-1, 9000]", "[-1", "[shortest, longest]"),
    Slip(EXERCISE, "[1000, 9000]", "[1000]", "[1000]", "pause_ms"),
    Slip(EXERCISE, "weight = 1.0", "weight = 0", "weight = 0", "above 0"),
    Slip(EXERCISE, "weight = 1.0", "weight = nan", "weight = nan", "above 0"),
    Slip(EXERCISE, "weight = 1.0", "weight = inf", "weight = inf", "above 0"),
    Slip(EXERCISE, "rank = 1", "rank = 0", "rank = 0", "counts from 1"),
    Slip(EXERCISE, 'id = "safe"', 'id = "open"', '"open"\nblock = "safety"', "used twice"),
    Slip(EXERCISE, 'id = "safe"', 'id = "../safe"', "../safe", "kebab-case"),
    Slip(EXERCISE, 'id = "safe"', 'id = "safe.instead"', "safe.instead", "kebab-case"),
    Slip(EXERCISE, '"You are safe."', '" "', 'text = " "', "says nothing"),
    Slip(EXERCISE, '"You are here."', '""', 'instead = ""', "says nothing"),
    Slip(EXERCISE, 'guidance = "full"', 'guidance = "silent"', '"silent"\nrank', "in silence"),
    Slip(EXERCISE, 'guidance = "silent"', 'guidance = "full"', "[[cue]]", "always spoken"),
    Slip(EXERCISE, 'guidance = "full"', 'guidance = "loud"', '"loud"', "guidance"),
    Slip(EXERCISE, 'block = "safety"\n', "", SECOND_CUE[:20], "`block` is missing"),
    Slip(EXERCISE, "[[cue]]", "[cue]", SECOND_CUE[:20], "not TOML"),
    Slip(EXERCISE, 'id = "looking"', 'id = "looking', 'id = "looking', "not TOML"),
    Slip(EXERCISE, 'text = "Welcome."', 'text = "Hello."', '[[cue]]\nid = "open"', "older text"),
    Slip(MANIFEST, '"format"', "format", "{", "cannot be read"),
    Slip(VOICES, 'name = "Heart"\n', "", "[[voice]]", "`name` is missing"),
    Slip(VOICES, VOICES_TOML, "", "", "at least one"),
    Slip(VOICES, VOICES_TOML, "voice = 5", "voice = 5", "expected here"),
    Slip(VOICES, VOICES_TOML, "voice = [5]", "voice", "expected here"),
    Slip(VOICES, VOICES_TOML, VOICES_TOML + TWIN, 'id = "heart"\nname = "Twin"', "used twice"),
    Slip(SOUNDSCAPES, 'file = "rain.flac"', 'file = "snow.flac"', "[[soundscape]]", "is missing"),
    Slip(SOUNDSCAPES, SOUNDSCAPES_TOML, "soundscape = 1", "soundscape", "expected here"),
    Slip(SOUNDSCAPES, "lufs = -32.0", "lufs = true", "lufs", "lufs"),
    Slip(POINTS, 'source = "Techniques 3.3"\n', "", "[[point]]", "`source` is missing"),
    Slip(POINTS, '"Safety 4.3"', '" "', 'source = " "', "says nothing"),
    Slip(POINTS, '"It moves about."', f'"{"moves " * 30}"', "text = ", "1 to 160"),
    Slip(POINTS, 'id = "both-legs"', 'id = "moves"', '"moves"\ntext = "It is in', "used twice"),
    Slip(POINTS, '["fever"]', '["rain"]', '["rain"]', "no safety question is called rain"),
    Slip(POINTS, "row = 1", "row = 99", "row = 99", "has no row 99"),
    Slip(POINTS, "row = 1", 'column = "middle"', "column", "column"),
    Slip(POINTS, POINTS_TOML, "", "", "at least one"),
    Slip(PLAN, 'target = "first"', 'target = "last"', '"last"', "no lesson is called last"),
    Slip(PLAN, 'target = "looking"', 'target = "lying"', '"lying"', "no practice is called lying"),
    Slip(PLAN, 'target = "first"\n', "", "[[week.step]]", "a lesson needs a `target`"),
    Slip(PLAN, 'kind = "deed"', 'kind = "page"', "[[rule.change]]", "a page needs a `target`"),
    Slip(PLAN, 'kind = "deed"', 'kind = "feat"', 'kind = "feat"', "kind"),
    Slip(
        PLAN,
        'line = "Nothing to do today."\n',
        "",
        '[[week.step]]\nid = "rest"',
        "needs `title` and `line`",
    ),
    Slip(PLAN, 'kind = "rest"', 'kind = "deed"', "[[week]]", "a week needs a rest"),
    Slip(PLAN, 'id = "look"', 'id = "read"', 'id = "read"\nkind = "practice"', "used twice"),
    Slip(PLAN, 'step = "look"', 'step = "run"', 'step = "run"', "no step is called run"),
    Slip(PLAN, 'when = "bad_day"', 'when = "rain"', 'when = "rain"', "when"),
    Slip(PLAN, '"Because it was', '"Because %s was', "[[rule]]", "says nothing for %s"),
    Slip(PLAN, "[[other]]", "[[another]]", "[[another]]", "`another` is not known here"),
    Slip(PLAN, FOUR_WEEKS_TOML, "", "", "at least one"),
    Slip(LESSON, "+++\nid", "id", "id", "begins with a line of +++"),
    Slip(LESSON, 'one page."\n+++', 'one page."', "+++", "not closed"),
    Slip(LESSON, 'id = "first"', 'id = "second"', 'id = "second"', "the file's name"),
    Slip(LESSON, "minutes = 4", "minutes = 9", "minutes = 9", "3 to 6 minutes"),
    Slip(LESSON, '["Know one thing"]', "[]", "objectives", "at least one objective"),
    Slip(LESSON, '"In short."', f'"{"long " * 61}"', "short =", "at most 60 words"),
    Slip(LESSON, 'try_this = "Look out of the window."\n', "", "id =", "`try_this` is missing"),
    Slip(LESSON, "A last line.", "", "## Another", "is empty"),
    Slip(LESSON, "## One idea", "# One idea", "# One idea", "before the first"),
    Slip(LESSON, "[@ashar-2022]", "[@nobody-1999]", "[@nobody-1999]", "has no nobody-1999"),
    Slip(LESSON, "A last line.", "![](no.svg)", "![](no.svg)", "no alternative text"),
    Slip(LESSON, "A last line.", "![Words](no.svg)", "![Words]", "the picture no.svg is missing"),
    Slip(LESSON, 'exercise = "looking"', 'exercise = "x"', "exercise =", "there is no exercise x"),
    Slip(LESSON, "word " * 100, "", "\n## One idea", "300 to 700 words"),
    Slip(LESSON, "A last line.", "word " * 500, "\n## One idea", "300 to 700 words"),
    Slip(LESSON, 'exercise = "looking"\n', "", 'id = "first"', "leads to one `exercise`"),
    Slip(LESSON, "minutes = 4", 'minutes = 4\nopens = "moon"', 'opens = "moon"', "moon"),
    Slip(LESSON, '["F1"]', '["F1", "F99"]', "points =", "evidence.toml has no F99"),
    Slip(EVIDENCE, 'id = "F1"', 'id = "F2"', 'id = "F2"', "no lesson covers F2"),
    Slip(LESSON, "fits = true", "fits = false", "[[question]]", "no answer `fits`"),
    Slip(LESSON, 'said = "So it is."\n', "", "[[question]]", "said"),
    Slip(LESSON, "ashar-2022.people}", "ashar-2022.cats}", "ashar-2022.cats", "no card has"),
    Slip(LESSON, "{ashar-2022.people}", "151", "151", "is not from a card"),
    Slip(LESSON, "{ashar-2022.people}", "a hundred", "a hundred", "is not from a card"),
    Slip(LESSON, "adults [@ashar-2022]", "adults", "{ashar-2022.people}", "does not cite"),
    Slip(LESSON, "A last line.", "A [word](term:moon).", "term:moon", "glossary.toml has no moon"),
    Slip(LESSON, '"In short."', '"In 5 words."', '"In 5', "a number stands here"),
    Slip(LESSON, "A last line.", "This cures you.", "## Another", "'cures' is never said"),
    Slip(LESSON, "A last line.", "It is rewired now.", "## Another", "'rewired' is never said"),
    Slip(SOURCES, '"151"', '"152"', '"people": {', "row 1 says '151'"),
    Slip(SOURCES, '"row": 1', '"row": 2', '"people": {', "row 2 says nothing"),
    Slip(SOURCES, "{people} adults", "{cats} adults", '"ashar-2022"', "no figure cats"),
    Slip(EVIDENCE, EVIDENCE_TOML, "", "", "at least one `[[row]]`"),
    Slip(EVIDENCE, "id = 1", 'id = "one"', 'id = "one"', "`id`"),
    Slip(GLOSSARY, GLOSSARY_TOML, "", "", "at least one `[[term]]`"),
    Slip(GLOSSARY, '"What warns you."', '" "', 'meaning = " "', "says nothing"),
    Slip(SOURCES, '"limits": "Small."', '"limit": ""', '"ashar-2022"', "limits"),
    Slip(SOURCES, "2022\n", '"soon"\n', '"ashar-2022"', "ashar-2022"),
    Slip(SOURCES, '"date-parts"', '"raw"', '"ashar-2022"', "ashar-2022"),
    Slip(SOURCES, "[\n {", "{", "{", "a list of CSL items"),
    Slip(MESSAGES, MESSAGES_TOML, "", "", "at least one"),
    Slip(MESSAGES, MESSAGES_TOML, TWICE, 'id = "slowly"\narea = "anywhere"\ntext = "Now', "twice"),
    Slip(MESSAGES, 'id = "slowly"\n', "", "[[message]]", "`id` is missing"),
    Slip(MESSAGES, '"anywhere"', '"nowhere"', "area =", "area"),
    Slip(MESSAGES, "Today I can", "Today I can " * 9, "text =", "1 to 70"),
    Slip(MESSAGES, '"Today I can go slowly."', '" "', "text =", "1 to 70"),
    Slip(FIT, "checked_on = 2026-11-26\n", "", "", "`checked_on` is missing"),
    Slip(FIT, FIT_TOML, "checked_on = 2026-11-26", "", "at least one"),
    Slip(FIT, 'id = "night"', 'id = "moves"', '"moves"\ntext = "It wakes', "used twice"),
    Slip(FIT, '"It moves about."', f'"{"moves " * 30}"', "text = ", "1 to 120"),
    Slip(FIT, '"Safety 4.3"', '" "', 'source = " "', "says nothing"),
    Slip(FIT, 'group = "toward"', 'group = "score"', "group = ", "group"),
    Slip(FIT, '"clear_and_check"', '"luck"', "waits_for", "waits_for"),
    Slip(FIT, 'waits_for = "clear_and_check"\n', "", '[[item]]\nid = "night"', "stand together"),
    Slip(FIT, '["fever"]', "[]", "waits_for", "stand together"),
    Slip(FIT, "row = 1", 'row = 1\nwaits_for = "check"', "waits_for", "stand together"),
    Slip(
        FIT, 'group = "toward"\nwaits', 'group = "ask_clinician"\nwaits', 'group = "ask', "nothing"
    ),
    Slip(FIT, '["fever"]', '["rain"]', '["rain"]', "no safety question is called rain"),
    Slip(FIT, "row = 1", "row = 99", "row = 99", "has no row 99"),
    Slip(PAGES, 'id = "same-day"', 'id = "emergency"', "[[page]]", "in this order"),
    Slip(PAGES, 'id = "fever"', 'id = "chest"', '"chest"\ntext = "Is there a', "used twice"),
    Slip(PAGES, SECOND_PAGE, "", "[[page]]", "in this order"),
    Slip(PAGES, 'text = "Is there a fever?"\n', "", '[[page.question]]\nid = "fever"', "text"),
    Slip(PAGES, "checked_on = 2026-11-23", 'checked_on = "soon"', "checked_on", "checked_on"),
    Slip(BEFORE_FIT, 'id = "ask-a-doctor"', 'id = "book-a-check"', "[[page]]", "in this order"),
    Slip(BEFORE_FIT, "least = 1", "least = 2", "[[page]]", "not for more than is asked"),
    Slip(
        BEFORE_FIT,
        'always = ["early"]\nleast = 1',
        "least = 0",
        "[[page]]",
        "must ask for something",
    ),
    Slip(
        BEFORE_FIT,
        'always = ["early"]',
        'always = ["late"]',
        "[[page]]",
        "not for more than is asked",
    ),
    Slip(
        BEFORE_FIT, 'id = "rash"', 'id = "night"', '"night"\ntext = "Is there a rash', "used twice"
    ),
    Slip(CHECK, LAST_QUESTION, "", "checked_on", "three `[[question]]`"),
    Slip(CHECK, 'id = "fall"', 'id = "signs"', '"signs"\ntext = "Has', "used twice"),
    Slip(CHECK, 'action = "Have this looked at first."\n', "", "checked_on", "`action`"),
    Slip(PAGES, 'action = "Ring your doctor."\n', "", '[[page]]\nid = "same-day"', "`action`"),
    Slip(COUNTRY, "https://www", "www", "[[line]]", "with the page where it was seen"),
    Slip(COUNTRY, 'number = "142"', "number = 142", "number = 142", "number"),
    Slip(COUNTRY, "seen_on = 2026-11-23", "seen_on = 2026-11-33", "2026-11-33", "not TOML"),
    Slip(COUNTRY, COUNTRY_TOML[COUNTRY_TOML.index("[[line]]") :], "", "country", "at least one"),
]


@pytest.mark.parametrize("slip", SLIPS, ids=[f"{s.name}: {s.words}" for s in SLIPS])
def test_a_slip_is_told_with_its_file_and_line(assets: Path, slip: Slip) -> None:
    text = change(assets, slip.name, slip.old, slip.new)

    faults = check(Library(assets))

    told = [fault for fault in faults if slip.words in fault.message]
    assert told, [str(fault) for fault in faults]
    assert told[0].path == assets / slip.name or slip.name == MANIFEST
    assert told[0].line == line_of(text, slip.at)


@pytest.mark.parametrize(
    "name",
    [
        SOURCES,
        EVIDENCE,
        GLOSSARY,
        PAGES,
        BEFORE_FIT,
        CHECK,
        MESSAGES,
        FIT,
        POINTS,
        VOICES,
        SOUNDSCAPES,
    ],
)
def test_a_file_that_must_be_there_is_missed(assets: Path, name: str) -> None:
    (assets / name).unlink()

    faults = check(Library(assets))

    assert f"{assets / name}:1: this file is missing" in [str(fault) for fault in faults]


@pytest.mark.parametrize(
    "name",
    [
        EXERCISE,
        LESSON,
        SOURCES,
        EVIDENCE,
        GLOSSARY,
        PAGES,
        BEFORE_FIT,
        CHECK,
        MESSAGES,
        FIT,
        POINTS,
        COUNTRY,
        VOICES,
        SOUNDSCAPES,
    ],
)
def test_a_file_that_is_no_text_is_told(assets: Path, name: str) -> None:
    (assets / name).write_bytes(b"\xff\xfe\x00")

    faults = check(Library(assets))

    assert Fault(assets / name, 1, "this file cannot be read as text") in faults


def test_all_faults_of_a_folder_are_told_at_once(assets: Path) -> None:
    change(assets, EXERCISE, "weight = 1.0", "weight = -1")
    change(assets, EXERCISE, 'part = "attend"', 'part = "x"')
    change(assets, EXERCISE, 'block = "safety"\n', "")
    change(assets, LESSON, "minutes = 4", "minutes = 60")
    change(assets, LESSON, "A last line.", "")
    change(assets, COUNTRY, "https://www", "www")
    change(assets, COUNTRY, "checked_on = 2026-11-23\n", "")
    change(assets, PAGES, 'source = "NHS"\n', "")
    change(assets, PAGES, "checked_on = 2026-11-23\n", "")
    change(assets, SOURCES, '"Small."', "7")

    faults = check(Library(assets))

    names = [fault.path.relative_to(assets).as_posix() for fault in faults]
    counts = {name: names.count(name) for name in set(names)}
    assert counts == {EXERCISE: 3, LESSON: 2, COUNTRY: 2, PAGES: 2, SOURCES: 1}


def test_two_lessons_of_one_id_are_told(assets: Path) -> None:
    (assets / "lessons" / "02-first.md").write_text(lesson_text(), "utf-8")

    faults = check(Library(assets))

    assert [fault.message for fault in faults] == ["the id first is used twice"]


def test_a_lesson_without_its_number_is_told(assets: Path) -> None:
    (assets / LESSON).rename(assets / "lessons" / "first.md")

    faults = check(Library(assets))

    assert any("NN-name.md" in fault.message for fault in faults)


def test_a_source_that_stands_there_twice_is_told(assets: Path) -> None:
    (assets / SOURCES).write_text(json.dumps(REFERENCES * 2), "utf-8")

    with pytest.raises(FaultyAssetError, match="ashar-2022 stands here twice"):
        read_references(assets / SOURCES)


def test_a_source_without_an_author_is_told(assets: Path) -> None:
    (assets / SOURCES).write_text(json.dumps([{**REFERENCES[0], "author": []}]), "utf-8")

    with pytest.raises(FaultyAssetError, match="at least one author"):
        read_references(assets / SOURCES)


def test_a_faulty_file_leaves_the_others_usable(assets: Path) -> None:
    change(assets, EXERCISE, "weight = 1.0", "weight = -1")

    library = Library(assets)

    assert library.exercises == ()
    assert [lesson.id for lesson in library.lessons] == ["first"]
    assert [fault.path for fault in library.faults] == [assets / EXERCISE]


def test_an_empty_folder_is_told_without_a_crash(tmp_path: Path) -> None:
    faults = check(Library(tmp_path))

    assert {fault.message for fault in faults} == {"this file is missing"}


def test_unusual_line_ends_do_not_move_the_lines_told(assets: Path) -> None:
    change(assets, EXERCISE, "To look.", "To\u2028look\u0085and\x0b".replace("\x0b", " "))
    text = change(assets, EXERCISE, "weight = 1.0", "weight = 0")

    [fault] = check(Library(assets))[:1]

    assert fault.line == line_of(text, "weight = 0")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda path: path.unlink(), "the clip's file is missing"),
        (lambda path: path.write_bytes(b"not sound"), "cannot be decoded"),
        (lambda path: path.write_bytes(b""), "cannot be decoded"),
        (lambda path: write_clip(path, 1_700), "the clip lasts 1700 ms, the manifest says 1500"),
    ],
)
def test_a_missing_or_broken_clip_is_told_at_its_cue(
    assets: Path, spoil: Callable[[Path], object], message: str
) -> None:
    spoil(assets / "audio" / "looking" / "heart" / "safe.instead.ogg")

    [fault] = check(Library(assets))

    assert message in fault.message
    assert fault.message.startswith("heart/safe.instead: ")
    assert fault.line == line_of(EXERCISE_TOML, '[[cue]]\nid = "safe"')


def test_a_clip_that_was_never_made_is_told(assets: Path) -> None:
    change(assets, MANIFEST, '"close"', '"closed"')

    [fault] = check(Library(assets))

    assert fault.message == "heart/close: this clip has not been made yet"


def test_without_a_manifest_the_clips_are_told_once(assets: Path) -> None:
    (assets / MANIFEST).unlink()

    [fault] = check(Library(assets))

    assert str(fault) == f"{assets / MANIFEST}:1: no clips have been made yet"


def test_a_recording_keeps_a_length_for_every_clip_that_is_missing(assets: Path) -> None:
    exercise = read_exercise(assets / "audio" / "looking")
    (assets / "audio" / "looking" / "heart" / "open.ogg").unlink()

    known = read_recording(assets / "audio" / "looking", exercise, "heart")
    guessed = read_recording(assets / "audio" / "looking", exercise, "nobody")

    assert known.missing == ("open",)
    assert known.lengths_ms["open"] == 1_500
    assert set(guessed.missing) == set(exercise.clip_texts())
    assert all(length_ms > 0 for length_ms in guessed.lengths_ms.values())


def test_a_number_too_long_to_read_is_told(assets: Path) -> None:
    change(assets, EXERCISE, "weight = 1.0", "weight = " + "9" * 5_000)

    with pytest.raises(FaultyAssetError, match="this is not TOML"):
        read_exercise(assets / "audio" / "looking")


def test_a_fault_is_written_as_file_line_and_message(tmp_path: Path) -> None:
    fault = Fault(tmp_path / "a.toml", 7, "`title` is missing")

    assert str(fault) == f"{tmp_path / 'a.toml'}:7: `title` is missing"
