"""Every script that comes along: timed, gated and worded as it must be, in every voice."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest

from prt_desktop.content.exercises import read_exercise, read_recording
from prt_desktop.content.library import Library
from prt_desktop.domain.exercise import Gate, Guidance
from prt_desktop.domain.routing import OPEN_END_MS, filled, until_stopped
from prt_desktop.domain.timeline import (
    Frame,
    Pace,
    Timeline,
    is_planned,
    length_range,
    longest_within,
    timeline,
)
from prt_desktop.paths import assets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from prt_desktop.domain.exercise import Cue, Exercise

AUDIO = assets() / "audio"
FOLDERS = sorted(file.parent for file in AUDIO.glob("*/exercise.toml"))
VOICES = tuple(voice.id for voice in Library(assets()).voices)
OWN = ("My back was looked at.", "It has hurt like this before.", "I have got through it.")
SAYS_SAFE = re.compile(
    r"\b(safe|safely|safety|injur\w*|harm\w*|danger\w*|damage\w*|all right|checked)\b",
    re.IGNORECASE,
)
FORBIDDEN = re.compile(
    r"\b(cures?|treats?|rewires?|heals?|guarantee\w*|harmless|no pain,? no gain|push through)\b"
    r"|switch(es|ed)? (it |the pain |your pain )?off|all in your head|nothing is wrong with you"
    r"|\bhold(ing)? (your|the) breath|[!();\"0-9\u2013\u2014\[\]]",
    re.IGNORECASE,
)
STOPS = re.compile(r"\bstop\b", re.IGNORECASE)
STOCK_WORDS = 8  # shorter ones, such as "eyes open or shut, both are fine", may come back
SHARE_OF_SPARSE = (0.4, 0.7)

each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def paces(exercise: Exercise) -> Iterator[Pace]:
    """Give each level of guidance, checked or not, with and without all that is one's own."""
    movement = exercise.movements[0].id if exercise.movements else None
    for guidance, checked in product(Guidance, (False, True)):
        yield Pace(guidance, checked=checked)
        yield Pace(guidance, checked=checked, movement=movement, own_sentences=OWN)


def three_lengths(exercise: Exercise, lengths_ms: dict[str, int], pace: Pace) -> list[int]:
    """Give the shortest, a middle and the longest session that can be placed."""
    shortest_ms, longest_ms = length_range(exercise, lengths_ms, pace)
    middle_ms = longest_within(exercise, lengths_ms, (shortest_ms + longest_ms) // 2, pace)
    return [shortest_ms, middle_ms or shortest_ms, longest_ms]


def words(cues: Sequence[Cue]) -> int:
    return sum(len(cue.text.split()) for cue in cues)


def spoken_at(exercise: Exercise, level: Guidance) -> list[Cue]:
    return [cue for cue in exercise.cues if level.speaks(cue.guidance)]


def unheard_ms(lengths_ms: dict[str, int], pace: Pace, cue: Cue) -> int:
    """Give the most that a cue which is not spoken adds to the silence before it."""
    clip_id = cue.clip_id(checked=pace.checked, movement=pace.movement)
    return round(lengths_ms[clip_id] / pace.rate) + cue.pause.longest_ms


def assert_pauses_within_bounds(
    exercise: Exercise, lengths_ms: dict[str, int], pace: Pace, session: Timeline
) -> None:
    places = {cue.id: place for place, cue in enumerate(exercise.cues)}
    starts = [places[span.cue_id] for span in session.spans]
    for span, start, end in zip(session.spans, starts, [*starts[1:], len(places)], strict=True):
        most_ms = sum(unheard_ms(lengths_ms, pace, cue) for cue in exercise.cues[start + 1 : end])
        pause = exercise.cues[start].pause
        silence_ms = span.end_ms - span.speech_end_ms
        assert pause.shortest_ms <= silence_ms <= pause.longest_ms + most_ms, span.cue_id


@each_folder
@pytest.mark.parametrize("voice", VOICES)
def test_every_length_is_exact_loses_nothing_and_keeps_its_pauses(folder: Path, voice: str) -> None:
    exercise = read_exercise(folder)
    lengths_ms = dict(read_recording(folder, exercise, voice).lengths_ms)

    for pace in paces(exercise):
        kept = [cue.id for cue in spoken_at(exercise, pace.guidance) if cue.rank is None]
        for wanted_ms in three_lengths(exercise, lengths_ms, pace):
            session = timeline(exercise, lengths_ms, wanted_ms, pace)
            said = [span.cue_id for span in session.spans]

            assert session.spans[-1].end_ms == session.length_ms == wanted_ms
            assert [cue_id for cue_id in said if cue_id in kept] == kept
            assert_pauses_within_bounds(exercise, lengths_ms, pace, session)
        fullest = [cue.id for cue in spoken_at(exercise, pace.guidance) if is_planned(cue, pace)]
        assert said == fullest  # at the longest


@each_folder
@pytest.mark.parametrize("voice", VOICES)
def test_every_half_minute_in_its_range_can_be_placed(folder: Path, voice: str) -> None:
    exercise = read_exercise(folder)
    lengths_ms = dict(read_recording(folder, exercise, voice).lengths_ms)

    for checked, silence in product((False, True), (0.5, 3.0)):
        pace = Pace(checked=checked, silence=silence)
        shortest_ms, longest_ms = length_range(exercise, lengths_ms, pace)
        for wanted_ms in range(-(-shortest_ms // 30_000) * 30_000, longest_ms + 1, 30_000):
            assert timeline(exercise, lengths_ms, wanted_ms, pace).length_ms == wanted_ms


@each_folder
def test_guidance_thins_out_by_half_and_keeps_both_ends(folder: Path) -> None:
    exercise = read_exercise(folder)

    sparse = words(spoken_at(exercise, Guidance.SPARSE)) / words(exercise.cues)
    cue_only = words(spoken_at(exercise, Guidance.CUE_ONLY)) / words(exercise.cues)
    silent = spoken_at(exercise, Guidance.SILENT)

    assert SHARE_OF_SPARSE[0] <= sparse <= SHARE_OF_SPARSE[1]
    assert cue_only < sparse
    assert {exercise.cues[0].id, exercise.cues[-1].id} <= {cue.id for cue in silent}


@each_folder
def test_words_of_safety_wait_for_a_check(folder: Path) -> None:
    exercise = read_exercise(folder)
    if exercise.gate is Gate.CHECKED:
        return

    spoken = [cue.text_for(checked=False) for cue in exercise.cues]
    spoken += [text for cue in exercise.cues for text in cue.by_movement.values()]

    assert [text for text in spoken if SAYS_SAFE.search(text)] == []


@each_folder
def test_nothing_is_promised_pushed_or_hard_to_speak(folder: Path) -> None:
    texts = read_exercise(folder).clip_texts().items()

    assert {clip_id: text for clip_id, text in texts if FORBIDDEN.search(text)} == {}
    assert {clip_id for clip_id, text in texts if text.strip()[-1] not in ".?"} == set()


@each_folder
def test_each_rank_is_given_once(folder: Path) -> None:
    ranks = Counter(cue.rank for cue in read_exercise(folder).cues if cue.rank is not None)

    assert [rank for rank, count in ranks.items() if count > 1] == []


@each_folder
def test_movements_say_when_to_stop_and_are_asked_about_first(folder: Path) -> None:
    exercise = read_exercise(folder)
    if not exercise.movements:
        return

    always = [cue.text for cue in exercise.cues if cue.rank is None]
    assert exercise.gate is Gate.CHECKED
    assert exercise.three_questions
    for movement in exercise.movements:
        assert len(movement.stop) >= 3, movement.id
        assert any("get medical help" in rule for rule in movement.stop), movement.id
    assert any(STOPS.search(text) for text in always)


@each_folder
def test_what_is_moved_for_real_says_when_to_stop_at_any_guidance(folder: Path) -> None:
    exercise = read_exercise(folder)
    moves = exercise.three_questions and "movement" in exercise.id
    if not moves or exercise.form == "in imagination":
        return

    spoken = [cue.text for cue in spoken_at(exercise, Guidance.SILENT) if cue.rank is None]

    assert any(STOPS.search(text) for text in spoken)


@each_folder
def test_an_own_sentence_finds_room(folder: Path) -> None:
    cues = [cue for cue in read_exercise(folder).cues if cue.own_sentence]

    assert all(cue.pause.shortest_ms >= 7_000 for cue in cues)
    assert [cue.own_sentence for cue in cues] == list(range(1, len(cues) + 1))


@each_folder
def test_what_goes_round_is_varied_and_lasts_three_hours(folder: Path) -> None:
    exercise = read_exercise(folder)
    if exercise.returns_to is None:
        return
    lengths_ms = read_recording(folder, exercise, VOICES[0]).lengths_ms
    block = [cue for cue in exercise.cues if cue.block == exercise.returns_to]

    for guidance in Guidance:
        plan = until_stopped(exercise, lengths_ms, Pace(guidance), Frame(bell=True))

        assert plan.length_ms == OPEN_END_MS
        assert plan.spans[-1].cue_id == exercise.cues[-1].id
    assert len(block) >= 6


@each_folder
def test_what_is_turned_to_is_open_to_all_and_fills_any_time(folder: Path) -> None:
    exercise = read_exercise(folder)
    if exercise.turn is None:
        return
    lengths_ms = read_recording(folder, exercise, VOICES[0]).lengths_ms
    last = exercise.cues[-1]

    for wanted_ms in (15_000, 40_000, 75_000, 200_000, 1_000_000, 7_000_000):
        plan = filled(exercise, lengths_ms, wanted_ms, Pace())

        assert plan.length_ms == wanted_ms
        assert (plan.spans[0].start_ms, plan.spans[-1].cue_id) == (0, last.id)
    assert exercise.gate is Gate.OPEN
    assert exercise.returns_to is not None


def sentences(text: str) -> list[str]:
    found = re.split(r"(?<=[.?])\s+", text.strip())
    return [re.sub(r"[^a-z ]", "", one.lower()) for one in found if len(one.split()) >= STOCK_WORDS]


def test_no_sentence_is_said_twice_in_all_the_scripts() -> None:
    said: dict[str, set[str]] = {}
    for folder in FOLDERS:
        for cue in read_exercise(folder).cues:
            forms = [cue.text, cue.instead or "", *cue.by_movement.values()]
            for sentence in {one for form in forms for one in sentences(form)}:
                said.setdefault(sentence, set()).add(f"{folder.name}/{cue.id}")

    twice = {sentence: cues for sentence, cues in said.items() if len(cues) > 1}

    assert twice == {}


@each_folder
def test_a_silence_factor_says_less_or_the_same(folder: Path) -> None:
    exercise = read_exercise(folder)
    lengths_ms = dict(read_recording(folder, exercise, VOICES[0]).lengths_ms)
    middle_ms = three_lengths(exercise, lengths_ms, Pace())[1]

    busy, quiet = (
        timeline(exercise, lengths_ms, middle_ms, replace(Pace(), silence=silence))
        for silence in (0.5, 3.0)
    )

    assert len(quiet.spans) <= len(busy.spans)
