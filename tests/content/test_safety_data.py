"""The safety questions and practices that come along, held to what safety.md asks of them."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from prt_desktop.content.library import Library
from prt_desktop.domain.circumstances import BodyArea
from prt_desktop.domain.diary import Measure
from prt_desktop.domain.exercise import Gate, Guidance
from prt_desktop.domain.measures import ASKED as ASKED_OF_ONESELF
from prt_desktop.domain.safety import (
    Closed,
    FitPageAnswer,
    FitPageId,
    MiniCheckAnswer,
    Occasion,
    PageAnswer,
    SafetyRecord,
)
from prt_desktop.paths import assets
from prt_desktop.ui.measures.words import question
from tests.builders import NOON, TODAY, a_check, a_safety_record, both_pages

LIBRARY = Library(assets())
PAGES = LIBRARY.question_pages
FIT_PAGES = {page.id: page for page in LIBRARY.fit_pages}
CHECK = LIBRARY.mini_check
ASKED = [(page.id, question.id) for page in PAGES for question in page.questions]
THREE = [question.id for question in CHECK.questions] if CHECK is not None else []
GATED = [one for one in LIBRARY.exercises if one.gate is not Gate.OPEN]
INWARD = [
    *("mindful-minute", "outcome-independence", "somatic-tracking"),
    *("somatic-tracking-movement", "somatic-tracking-short"),
]
SELF_HARM = re.compile(
    r"suicid|\b(die|dying|death|dead|kill\w*|hopeless|worthless)\b|better off|self-harm"
    r"|(harm|hurt)(ing)? (my|your)self|end(ing)? (my|your|it|life)",
    re.I,
)
DAY = timedelta(days=1)
LATER = NOON + 2 * DAY
ROOT = Path(__file__).parents[2]

COLUMNS = {
    Gate.OPEN: {
        "body-settling",
        "flare-companion",
        "kind-words",
        "looking-around",
        "paced-breathing",
        "paced-hands",
        "warmth-and-position",
    },
    Gate.NO_OPEN_FLAG: {
        "mindful-minute",
        "outcome-independence",
        "pleasant-sensations",
        "reframing",
        "somatic-tracking",
        "somatic-tracking-short",
        "three-stokers",
        "write-and-let-go",
    },
    Gate.CHECKED: {
        "movement-for-real",
        "movement-imagined",
        "safety-reappraisal",
        "somatic-tracking-movement",
    },
}
"""The table of safety.md 4.5."""


def closed_of(record: SafetyRecord) -> set[Closed | None]:
    """Give why the gated practices that came along do not open."""
    return {record.closed(one.gate, LATER) for one in GATED}


def test_every_exercise_stands_in_its_column() -> None:
    stand = {gate: {one.id for one in LIBRARY.exercises if one.gate is gate} for gate in Gate}

    assert stand == COLUMNS


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked[1])
def test_a_question_ticked_alone_closes_every_gated_practice(asked: tuple[str, str]) -> None:
    page = next(one.id for one in PAGES if one.id == asked[0])
    ticked = PageAnswer(page, (asked[1],), NOON + DAY)

    record = a_safety_record(answers=(*both_pages(), ticked), checks=(a_check(),))

    assert GATED
    assert closed_of(record) == {Closed.OPEN_FLAG}
    assert record.closed(Gate.OPEN, LATER) is None


@pytest.mark.parametrize("question", THREE)
def test_each_of_the_three_questions_alone_pauses_and_asks_the_pages_again(question: str) -> None:
    ticked = MiniCheckAnswer((question,), (BodyArea.NECK,), Occasion.WEEKLY, NOON + DAY)
    asked = a_safety_record(checks=(a_check(),), mini_checks=(ticked,))
    answered = a_safety_record(
        answers=both_pages(NOON + DAY * 1.5), checks=(a_check(),), mini_checks=(ticked,)
    )

    assert closed_of(asked) == {Closed.PAGES_UNANSWERED}
    assert closed_of(answered) == {Closed.AREA_PAUSED}
    assert len(THREE) == 3


@pytest.mark.parametrize("page_id", FitPageId)
def test_a_tick_on_a_page_before_the_worksheet_waits_for_a_check(page_id: FitPageId) -> None:
    page = FIT_PAGES[page_id]
    together = [*page.always, *[one.id for one in page.questions if one.id not in page.always]]
    enough = len(page.always) + page.least

    for ticked in [together[:enough], [*page.always, *together[-page.least :]]]:
        asks = page.asks_for_check(ticked)
        others = tuple(FitPageAnswer(one, (), False, NOON) for one in FitPageId)
        answer = FitPageAnswer(page_id, tuple(ticked), asks, NOON + DAY)
        record = a_safety_record(checks=(a_check(),), fit_page_answers=(*others, answer))
        checked = a_safety_record(
            checks=(a_check(TODAY + DAY * 2),), fit_page_answers=(*others, answer)
        )

        assert record.before_fit(LATER).waits == (answer,)
        assert not record.before_fit(LATER).counts_gated
        assert checked.before_fit(LATER + DAY).counts_gated


@pytest.mark.parametrize("page_id", [FitPageId.ASK_A_DOCTOR, FitPageId.CLINICIAN_FIRST])
def test_one_tick_before_the_worksheet_is_enough_but_for_the_back(page_id: FitPageId) -> None:
    page = FIT_PAGES[page_id]

    assert all(page.asks_for_check([question.id]) for question in page.questions)


def test_signs_of_an_inflamed_back_ask_for_a_check_only_together() -> None:
    page = FIT_PAGES[FitPageId.BOOK_A_CHECK]
    first, *others = [question.id for question in page.questions]

    assert not page.asks_for_check([first, *others[:2]])
    assert page.asks_for_check([first, *others[:3]])
    assert page.asks_for_check([first, *others[-3:]])
    assert not page.asks_for_check(others)


def test_every_page_says_that_what_might_be_is_ticked() -> None:
    intros = [page.intro for page in (*PAGES, *LIBRARY.fit_pages)]

    assert CHECK is not None
    assert all("might" in intro for intro in [*intros, CHECK.intro])


def test_pages_of_signs_say_that_they_are_rare_and_worth_a_check() -> None:
    signs = [*PAGES, FIT_PAGES[FitPageId.ASK_A_DOCTOR]]

    assert all("rare" in page.intro and "worth a check" in page.intro for page in signs)
    assert "One sign alone means little" in FIT_PAGES[FitPageId.BOOK_A_CHECK].intro


def test_paced_breathing_holds_no_breath_and_stops_at_dizziness() -> None:
    breathing = next(one for one in LIBRARY.exercises if one.id == "paced-breathing")
    spoken = [cue.text for cue in breathing.cues]

    assert any("dizzy" in text and "let this go" in text for text in spoken)
    assert not [text for text in spoken if re.search(r"hold (your|the) breath", text, re.I)]
    assert "paced-hands" in {one.id for one in LIBRARY.exercises}


def test_practices_that_look_inward_offer_open_eyes() -> None:
    inward = [one for one in LIBRARY.exercises if one.id.startswith("somatic-tracking")]

    assert inward
    for exercise in inward:
        assert "open" in exercise.posture
        assert exercise.three_questions or re.search("panic|unreal", exercise.choose_else)
    assert any(one.form == "eyes open" for one in LIBRARY.exercises)


def test_eyes_are_never_shut_while_standing() -> None:
    may_stand = [
        one for one in LIBRARY.exercises if re.search(r"\bstand\b|as you are", one.posture, re.I)
    ]
    may_shut = [one for one in may_stand if re.search("shut|closed", one.posture)]

    assert len(may_shut) >= 5
    assert [one.id for one in may_shut if "open if you stand" not in one.posture] == []


@pytest.mark.parametrize("exercise_id", INWARD)
def test_practice_that_looks_inward_is_done_with_a_therapist_where_that_may_tip_over(
    exercise_id: str,
) -> None:
    [exercise] = [one for one in LIBRARY.exercises if one.id == exercise_id]

    for word in ("panic", "bad memories", "unreal", "psychosis", "therapist"):
        assert word in exercise.choose_else


def test_every_movement_stops_for_what_cannot_wait() -> None:
    movements = [(one.id, move) for one in LIBRARY.exercises for move in one.movements]

    assert len(movements) >= 12
    for _, movement in movements:
        now = " ".join(reason for reason in movement.stop if "medical help now" in reason)
        for sign in ("groin", "both legs", "bladder or bowel", "Chest pain", "breathing"):
            assert sign in now


@pytest.mark.parametrize("exercise_id", ["movement-for-real", "somatic-tracking-movement"])
def test_moving_for_real_is_told_what_cannot_wait_at_every_level_of_guidance(
    exercise_id: str,
) -> None:
    [exercise] = [one for one in LIBRARY.exercises if one.id == exercise_id]
    always = [cue.text for cue in exercise.cues if cue.guidance is Guidance.SILENT]
    [told] = [text for text in always if "help straight away" in text]

    for sign in ("chest pain", "breath", "both legs", "groin", "bladder or bowel"):
        assert sign in told


def test_emergency_number_stands_first_in_every_country() -> None:
    first = {country.country: country.lines[0] for country in LIBRARY.crisis}

    assert len(first) >= 10
    for line in first.values():
        assert re.search("emergenc|ambulance", line.name, re.I)


def test_every_practice_says_not_while_driving_or_in_the_bath() -> None:
    unsaid = [
        one.id for one in LIBRARY.exercises if not re.search("driving or in the bath", one.posture)
    ]

    assert unsaid == []


def test_nothing_that_reads_words_of_the_diary_knows_of_safety() -> None:
    domain = (ROOT / "prt_desktop" / "domain").glob("*.py")
    safety = [file for file in domain if file.stem in {"safety", "crisis", "safety_plan"}]
    files = [*safety, *(ROOT / "prt_desktop" / "ui" / "safety").glob("*.py")]

    reading = [file.name for file in files if re.search(r"\.entries\(|\.ratings", file.read_text())]

    assert len(files) > 12
    assert reading == []


def test_our_own_questions_ask_nothing_about_self_harm() -> None:
    asked = [words for item in ASKED_OF_ONESELF for words in question(item)]
    statements = [one.text for one in LIBRARY.fit_items]

    assert set(Measure(*[1] * 6).given()) == {item.value for item in ASKED_OF_ONESELF}
    assert len(asked) == 18
    assert len(statements) > 15
    assert [words for words in (*asked, *statements) if SELF_HARM.search(words)] == []
    assert SELF_HARM.search("Thoughts that you would be better off dead, or of hurting yourself")
