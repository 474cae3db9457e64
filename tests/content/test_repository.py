"""The assets that come along: every file is a test, and every lesson keeps the claim rules."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest

from prt_desktop.content.checking import check
from prt_desktop.content.claims import FORBIDDEN
from prt_desktop.content.exercises import clip_faults, read_exercise, read_recording
from prt_desktop.content.lessons import WORDS
from prt_desktop.content.library import Library
from prt_desktop.content.safety import (
    read_crisis_country,
    read_fit_pages,
    read_mini_check,
    read_question_pages,
)
from prt_desktop.content.soundscapes import read_soundscapes
from prt_desktop.domain.exercise import Gate, Guidance
from prt_desktop.domain.fit import FitGroup, Wait
from prt_desktop.domain.lesson import Part
from prt_desktop.domain.safety_messages import MessageArea, messages_for
from prt_desktop.domain.timeline import Pace, timeline
from prt_desktop.listings import minutes_range
from prt_desktop.paths import assets

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.content.faults import Fault
    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.lesson import Lesson

ASSETS = assets()
LIBRARY = Library(ASSETS)
LESSONS = {lesson.id: lesson for lesson in LIBRARY.lessons}
TRIAL = "ashar-2022"
# What stands beside any figure of the trial; a clinician is told in the words of the trade.
TOLD_TO_EVERYBODY = (
    *("back pain", "mild", "volunteer", "knew", "therapist"),
    "developers|develop PRT|made PRT",
)
TOLD_TO_CLINICIANS = ("back pain", "mild", "volunteer", "blinded", "therapist", "developers")
LESSON_FILES = sorted((ASSETS / "lessons").glob("*.md"))
EXERCISE_FOLDERS = sorted(file.parent for file in (ASSETS / "audio").glob("*/exercise.toml"))
COUNTRY_FILES = sorted((ASSETS / "safety" / "crisis").glob("*.toml"))
VOICE_IDS = tuple(voice.id for voice in LIBRARY.voices)

each_lesson_file = pytest.mark.parametrize("file", LESSON_FILES, ids=lambda file: file.name)
each_lesson = pytest.mark.parametrize("lesson", LIBRARY.lessons, ids=lambda lesson: lesson.id)
each_folder = pytest.mark.parametrize("folder", EXERCISE_FOLDERS, ids=lambda folder: folder.name)
each_country = pytest.mark.parametrize("file", COUNTRY_FILES, ids=lambda file: file.stem)
each_voice = pytest.mark.parametrize("voice", VOICE_IDS)
each_reference = pytest.mark.parametrize(
    "reference", LIBRARY.references.values(), ids=lambda reference: reference.key
)


@cache
def faults_of_all() -> tuple[Fault, ...]:
    """Check all assets, once, and only where a test asks."""
    return check(LIBRARY)


def test_everything_is_there() -> None:
    assert LIBRARY.lessons
    assert LIBRARY.exercises
    assert LIBRARY.references
    assert LIBRARY.crisis
    assert LIBRARY.soundscapes
    assert set(VOICE_IDS) >= {"heart", "michael"}


@each_lesson_file
def test_a_lesson_has_no_fault(file: Path) -> None:
    assert [fault for fault in faults_of_all() if fault.path == file] == []
    assert file.stem[3:] in {lesson.id for lesson in LIBRARY.lessons}


@pytest.mark.parametrize("name", ["references.json", "evidence.toml", "glossary.toml"])
def test_what_stands_behind_the_lessons_has_no_fault(name: str) -> None:
    path = ASSETS / "lessons" / name

    assert [fault for fault in faults_of_all() if fault.path == path] == []


def test_the_course_is_whole() -> None:
    parts = Counter(lesson.part for lesson in LIBRARY.lessons)

    assert len(LIBRARY.lessons) >= 24
    assert set(parts) == set(Part)


@each_folder
def test_an_exercise_has_no_fault_and_all_its_clips(folder: Path) -> None:
    exercise = read_exercise(folder)

    assert clip_faults(folder, exercise, VOICE_IDS) == []
    assert all(not read_recording(folder, exercise, voice).missing for voice in VOICE_IDS)


@each_country
def test_a_country_has_no_fault(file: Path) -> None:
    country = read_crisis_country(file)

    assert country.lines
    assert all(line.number.strip() for line in country.lines)


def test_the_safety_pages_have_no_fault() -> None:
    pages = read_question_pages(ASSETS / "safety" / "red-flags.toml")

    assert all(page.action and page.questions for page in pages)


def test_the_pages_before_the_fit_worksheet_have_no_fault() -> None:
    pages = read_fit_pages(ASSETS / "safety" / "before-fit.toml")

    assert all(page.action and page.questions for page in pages)


def test_every_safety_question_has_its_source_and_the_day_it_was_checked() -> None:
    pages = (*LIBRARY.question_pages, *LIBRARY.fit_pages)
    check = LIBRARY.mini_check
    assert check is not None

    asked = [*check.questions, *(question for page in pages for question in page.questions)]

    assert len(asked) == 9 + 9 + 10 + 7 + 9 + 3
    assert all(question.source.strip() and question.checked_on for question in asked)


def test_a_page_of_safety_questions_is_short_and_names_no_odds() -> None:
    for page in LIBRARY.question_pages:
        assert len(page.questions) <= 9
    for fit_page in LIBRARY.fit_pages:
        assert len(fit_page.questions) <= 10
    for one in (*LIBRARY.question_pages, *LIBRARY.fit_pages):
        assert not re.search(r"%|percent|chance|likely|harmless|score", f"{one.intro} {one.action}")


def test_the_three_questions_have_no_fault() -> None:
    check = read_mini_check(ASSETS / "safety" / "three-questions.toml")

    assert check.action.strip()
    assert len(check.questions) == 3


def test_soundscapes_have_no_fault() -> None:
    assert read_soundscapes(ASSETS / "audio" / "soundscapes" / "soundscapes.toml")


@each_reference
def test_the_card_of_a_source_is_complete(reference: Reference) -> None:
    fields = dataclasses.asdict(reference.card)

    assert all(str(value).strip() for value in fields.values())
    assert reference.title.strip()
    assert reference.journal.strip()
    assert 1900 < reference.year < 2100


@each_lesson_file
def test_a_lesson_that_names_the_trial_names_its_limits(file: Path) -> None:
    lesson = LESSONS[file.stem.partition("-")[2]]
    if f"{{{TRIAL}." not in file.read_text("utf-8"):
        return
    words = " ".join(page.markdown for page in lesson.pages)
    limits = TOLD_TO_CLINICIANS if lesson.part is Part.CLINICIAN else TOLD_TO_EVERYBODY

    missing = {limit for limit in limits if not re.search(limit, words, re.IGNORECASE)}

    assert missing == set()


@each_lesson
def test_a_lesson_asks_gentle_questions_with_words_for_every_answer(lesson: Lesson) -> None:
    assert 2 <= len(lesson.questions) <= 3
    for question in lesson.questions:
        assert all(answer.said.strip() for answer in question.answers)


@each_lesson
def test_a_lesson_is_short_and_its_pictures_have_words(lesson: Lesson) -> None:
    assert WORDS[0] <= lesson.word_count <= WORDS[1]
    for page in lesson.pages:
        assert all(len(picture.alt.split()) >= 4 for picture in page.pictures)


EXERCISES = {exercise.id: exercise for exercise in LIBRARY.exercises}
TRACKING = EXERCISES["somatic-tracking"]
each_exercise = pytest.mark.parametrize("name", EXERCISES)
SAYS_SAFE = re.compile(r"\b(safe|safety|injur\w*|harm\w*|danger\w*|damage\w*|all right)\b", re.I)


@each_exercise
def test_a_cue_that_speaks_of_safety_has_neutral_words_for_those_without_a_check(
    name: str,
) -> None:
    exercise = EXERCISES[name]
    if exercise.gate is Gate.CHECKED:
        return
    for cue in exercise.cues:
        assert cue.instead or not SAYS_SAFE.search(cue.text), cue.id
        assert not SAYS_SAFE.search(cue.text_for(checked=False)), cue.id


@each_exercise
@pytest.mark.parametrize("phrase", FORBIDDEN)
def test_an_exercise_promises_nothing(name: str, phrase: str) -> None:
    spoken = list(EXERCISES[name].clip_texts().values())

    assert not [text for text in spoken if re.search(phrase, text, re.IGNORECASE)]


@each_exercise
def test_the_usual_length_of_an_exercise_can_be_chosen(name: str) -> None:
    shortest, longest = minutes_range(LIBRARY, EXERCISES[name])

    assert shortest <= EXERCISES[name].default_minutes <= longest


@each_exercise
@each_voice
@pytest.mark.parametrize("checked", [True, False])
def test_every_half_minute_offered_can_be_filled(name: str, voice: str, checked: bool) -> None:
    exercise = EXERCISES[name]
    lengths_ms = LIBRARY.recording(exercise, voice).lengths_ms
    shortest, longest = minutes_range(LIBRARY, exercise)

    for halves, silence in product(range(round(2 * shortest), round(2 * longest) + 1), (0.5, 1, 3)):
        session = timeline(
            exercise, lengths_ms, halves * 30_000, Pace(silence=silence, checked=checked)
        )
        assert session.spans[-1].end_ms == halves * 30_000


@each_voice
@pytest.mark.parametrize("checked", [True, False])
@pytest.mark.parametrize("minutes", range(3, 21))
def test_somatic_tracking_fills_every_minute_from_three_to_twenty(
    minutes: int, voice: str, checked: bool
) -> None:
    lengths_ms = LIBRARY.recording(TRACKING, voice).lengths_ms

    for guidance, silence in product(Guidance, (0.5, 1.0, 3.0)):
        pace = Pace(guidance, silence, checked=checked)
        session = timeline(TRACKING, lengths_ms, minutes * 60_000, pace)

        assert session.spans[-1].end_ms == session.length_ms == minutes * 60_000


@each_voice
@pytest.mark.parametrize("minutes", range(3, 21))
def test_no_silence_is_longer_than_the_script_asks(minutes: int, voice: str) -> None:
    lengths_ms = LIBRARY.recording(TRACKING, voice).lengths_ms
    longest_ms = max(cue.pause.longest_ms for cue in TRACKING.cues)

    for silence in (0.5, 1.0, 2.0, 3.0):
        session = timeline(TRACKING, lengths_ms, minutes * 60_000, Pace(silence=silence))
        assert max(s.end_ms - s.speech_end_ms for s in session.spans) <= longest_ms


def test_the_silence_slider_is_felt_in_a_ten_minute_session() -> None:
    lengths_ms = LIBRARY.recording(TRACKING, "heart").lengths_ms

    busy, quiet = (
        timeline(TRACKING, lengths_ms, 600_000, Pace(silence=silence)) for silence in (0.5, 3.0)
    )

    assert len(quiet.spans) < len(busy.spans)


@each_voice
@pytest.mark.parametrize("rate", [0.8, 0.9, 1.0, 1.1])
def test_slower_and_faster_speech_fill_ten_minutes_too(rate: float, voice: str) -> None:
    lengths_ms = LIBRARY.recording(TRACKING, voice).lengths_ms

    assert timeline(TRACKING, lengths_ms, 600_000, Pace(rate=rate)).length_ms == 600_000


PROMISES = (
    "safe",
    "harmless",
    "nothing wrong",
    "not dangerous",
    "damage",
    "cure",
    "go away",
    "heal",
)


def test_safety_messages_are_short_sentences_for_every_area_that_promise_nothing() -> None:
    messages = LIBRARY.safety_messages
    texts = [one.text for one in messages]
    general = messages_for(messages, MessageArea.ANYWHERE)

    assert 28 <= len(texts) == len(set(texts)) <= 40
    assert 10 <= len(general) <= 14
    assert all(messages_for(messages, area) for area in MessageArea)
    assert all(text.endswith(".") for text in texts)
    assert [one for one in texts if any(word in one.lower() for word in PROMISES)] == []


def test_the_fit_worksheet_keeps_the_table_of_traps() -> None:
    waits = {one.id: one.waits_for for one in LIBRARY.fit_items if one.waits_for is not None}
    relief = next(one for one in LIBRARY.fit_items if one.id == "much-helped-for-a-while")

    assert waits == {
        "night-or-morning": Wait.CLEAR_AND_CHECK,
        "whole-arm-or-leg": Wait.CHECK,
        "both-sides-alike": Wait.CLEAR_AND_CHECK,
        "spreads": Wait.TWO_WEEKS,
    }
    assert relief.group is FitGroup.UNSURE


def test_the_fit_worksheet_has_something_for_each_group_and_no_verdict() -> None:
    texts = " ".join(one.text for one in LIBRARY.fit_items).lower()

    assert {one.group for one in LIBRARY.fit_items} == set(FitGroup)
    assert [word for word in (*PROMISES, "score", "diagnos") if word in texts] == ["heal"]
