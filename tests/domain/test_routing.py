"""Where a session goes: round and round, into any time at all, and over to another plan."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.domain.exercise import Clip, Cue, Exercise, Guidance, Pause
from prt_desktop.domain.routing import (
    BREATH_MS,
    LATEST_TURN_MS,
    OPEN_END_MS,
    closing,
    filled,
    left_in_silence,
    rest_of,
    turned,
    turning_point_ms,
    until_stopped,
)
from prt_desktop.domain.timeline import (
    BELL_MS,
    NO_FRAME,
    Frame,
    Pace,
    Timeline,
    is_planned,
    length_range,
    longest_within,
    timeline,
)
from tests.builders import a_cue, an_exercise, an_optional_cue, lengths_of
from tests.domain.strategies import Case, frames, rounds

FULL = Pace()
SECOND_MS = 1_000
ROUND = an_exercise(
    a_cue("open", block="arrive"),
    *(an_optional_cue(f"watch-{n}", n, pause=Pause(5_000, 40_000, 2.0)) for n in range(1, 8)),
    a_cue("end", block="close"),
    returns_to="watch",
)


def said(plan: Timeline) -> list[str]:
    return [span.cue_id for span in plan.spans]


def is_whole(plan: Timeline) -> bool:
    """Say whether the spans follow each other without a gap up to the end, and always rise."""
    spans = plan.spans
    joined = all(before.end_ms == after.start_ms for before, after in pairwise(spans))
    rising = all(before.start_ms < after.start_ms for before, after in pairwise(spans))
    inside = all(one.start_ms <= one.speech_end_ms <= one.end_ms for one in spans)
    return joined and rising and inside and (not spans or spans[-1].end_ms == plan.length_ms)


def block_of(case: Case) -> list[Cue]:
    block = [cue for cue in case.exercise.cues if cue.block == case.exercise.returns_to]
    return [cue for cue in block if is_planned(cue, case.pace)]


@given(rounds(), st.integers(0, OPEN_END_MS), st.booleans(), st.data())
def test_any_time_is_filled_to_the_millisecond(
    case: Case, wanted_ms: int, bell: bool, data: st.DataObject
) -> None:
    after = data.draw(st.sampled_from(["", *(cue.id for cue in case.exercise.cues)]))

    plan = filled(case.exercise, case.lengths_ms, wanted_ms, case.pace, after=after, bell=bell)

    assert plan.length_ms == wanted_ms
    assert is_whole(plan)
    assert plan.bells_ms in ((), (wanted_ms - BELL_MS,))


@given(rounds(), st.integers(0, OPEN_END_MS), st.booleans())
def test_what_fills_a_time_ends_in_the_last_cue_of_its_script(
    case: Case, wanted_ms: int, bell: bool
) -> None:
    last_ms = round(case.lengths_ms["end"] / case.pace.rate)

    plan = filled(case.exercise, case.lengths_ms, wanted_ms, case.pace, bell=bell)

    assert said(plan)[-1:] == (["end"] if wanted_ms >= last_ms else [])


@given(rounds(), st.integers(0, OPEN_END_MS))
def test_a_bell_is_rung_at_the_end_where_the_words_leave_room(case: Case, wanted_ms: int) -> None:
    last_ms = round(case.lengths_ms["end"] / case.pace.rate)

    plan = filled(case.exercise, case.lengths_ms, wanted_ms, case.pace, bell=True)

    if wanted_ms >= last_ms + BELL_MS:
        assert plan.bells_ms == (wanted_ms - BELL_MS,)
        assert plan.spans[-1].speech_end_ms <= wanted_ms - BELL_MS


@given(rounds(), st.integers(0, OPEN_END_MS))
def test_full_guidance_begins_a_filled_time_at_once(case: Case, wanted_ms: int) -> None:
    pace = replace(case.pace, guidance=Guidance.FULL)

    plan = filled(case.exercise, case.lengths_ms, wanted_ms, pace)

    assert not plan.spans or plan.spans[0].start_ms == 0


@given(rounds(), st.integers(0, OPEN_END_MS))
def test_what_is_left_in_silence_fills_its_time_and_never_calls_back(
    case: Case, wanted_ms: int
) -> None:
    plan = left_in_silence(case.exercise, case.lengths_ms, wanted_ms, case.pace)

    assert plan.length_ms == wanted_ms
    assert is_whole(plan)
    assert "end" not in said(plan)
    assert len(set(said(plan))) == len(said(plan))


def test_what_is_left_in_silence_is_said_once_in_its_usual_time() -> None:
    plan = left_in_silence(ROUND, lengths_of(ROUND), 3_600_000, FULL)

    assert said(plan) == ["open", *(f"watch-{n}" for n in range(1, 8))]
    assert plan.spans[-1].speech_end_ms < 120_000
    assert plan.spans[-1].end_ms == 3_600_000


def test_a_single_block_is_said_whole_before_the_silence() -> None:
    plan = left_in_silence(an_exercise(), lengths_of(an_exercise()), 600_000, FULL)

    assert said(plan) == ["open", "middle", "close"]


@settings(max_examples=40)
@given(rounds(), frames)
def test_a_session_until_stopped_is_three_hours_long_and_whole(case: Case, frame: Frame) -> None:
    plan = until_stopped(case.exercise, case.lengths_ms, case.pace, frame)

    assert plan.length_ms == OPEN_END_MS + frame.delay_ms
    assert is_whole(plan)
    assert said(plan)[0] == "open"
    assert said(plan)[-1] == "end"


@settings(max_examples=40)
@given(rounds())
def test_no_cue_is_said_twice_in_a_row(case: Case) -> None:
    speakable = [cue for cue in block_of(case) if case.pace.guidance.speaks(cue.guidance)]

    plan = until_stopped(case.exercise, case.lengths_ms, case.pace, NO_FRAME)

    if len(speakable) > 1:
        assert all(before != after for before, after in pairwise(said(plan)))


@settings(max_examples=40)
@given(rounds())
def test_every_round_says_all_of_its_block(case: Case) -> None:
    pace = replace(case.pace, guidance=Guidance.FULL)
    block = {cue.id for cue in block_of(case)}

    plan = until_stopped(case.exercise, case.lengths_ms, pace, NO_FRAME)

    watched = [cue_id for cue_id in said(plan) if cue_id in block]
    whole, left = divmod(len(watched), len(block))
    for number in range(whole):
        assert set(watched[number * len(block) : (number + 1) * len(block)]) == block
    assert len(set(watched[whole * len(block) :])) == left


def test_rounds_have_different_orders() -> None:
    plan = until_stopped(ROUND, lengths_of(ROUND), FULL, NO_FRAME)

    watched = said(plan)[1:-1]
    orders = {tuple(watched[k : k + 7]) for k in range(0, len(watched) - 7, 7)}
    assert len(orders) > 5
    assert len(watched) > 70


def test_more_silence_says_less_in_a_session_until_stopped() -> None:
    busy, quiet = (
        until_stopped(ROUND, lengths_of(ROUND), Pace(silence=silence), NO_FRAME)
        for silence in (0.5, 3.0)
    )

    assert len(quiet.spans) < len(busy.spans)


def test_the_same_session_until_stopped_is_planned_each_time() -> None:
    one, other = (until_stopped(ROUND, lengths_of(ROUND), FULL, NO_FRAME) for _ in range(2))

    assert one == other


def test_three_hours_are_planned_fast() -> None:
    begun_s = time.process_time()

    for _ in range(5):
        until_stopped(ROUND, lengths_of(ROUND), FULL, Frame(bell=True))

    assert (time.process_time() - begun_s) / 5 < 0.2


def test_a_session_until_stopped_needs_a_block_to_return_to() -> None:
    with pytest.raises(ValueError, match="no block"):
        until_stopped(an_exercise(), lengths_of(an_exercise()), FULL, NO_FRAME)


def test_what_no_pause_can_fill_becomes_silence_before_the_last_cue() -> None:
    exercise = an_exercise()

    plan = filled(exercise, lengths_of(exercise), 100_000, FULL)

    longest_ms = length_range(exercise, lengths_of(exercise), FULL)[1]
    assert said(plan) == ["open", "middle", "close"]
    assert plan.spans[1].end_ms - plan.spans[1].speech_end_ms == 9_000 + 100_000 - longest_ms
    assert plan.spans[2].end_ms - plan.spans[2].speech_end_ms == 9_000


def test_going_on_in_the_middle_of_the_block_goes_round_in_all_of_it() -> None:
    plan = filled(ROUND, lengths_of(ROUND), 3_600_000, FULL, after="watch-7")

    assert set(said(plan)) == {*(f"watch-{n}" for n in range(1, 8)), "end"}
    assert said(plan)[0] != "watch-7"
    assert said(plan)[-1] == "end"


def test_without_need_nothing_is_said_twice() -> None:
    plan = filled(ROUND, lengths_of(ROUND), 150_000, FULL, after="watch-3")

    assert said(plan) == ["watch-4", "watch-5", "watch-6", "watch-7", "end"]


@given(rounds(), st.data())
def test_the_rest_goes_on_behind_a_cue_and_keeps_the_last(case: Case, data: st.DataObject) -> None:
    ids = [cue.id for cue in case.exercise.cues]
    place = data.draw(st.integers(0, len(ids) - 1))

    rest = rest_of(case.exercise, ids[place])

    assert [cue.id for cue in rest.cues] == (ids[place + 1 :] or ids[-1:])


def test_after_an_unknown_cue_everything_is_left() -> None:
    assert rest_of(ROUND, "of another script") == ROUND


def test_the_close_is_what_is_spoken_of_the_last_block() -> None:
    exercise = an_exercise(
        a_cue("open", block="arrive"),
        an_optional_cue("look-back", 1, block="close"),
        a_cue("end", block="close"),
        returns_to="arrive",
    )

    full, silent = closing(exercise), closing(exercise, Guidance.SILENT)

    assert [cue.id for cue in full.cues] == ["look-back", "end"]
    assert [cue.id for cue in silent.cues] == ["end"]
    assert full.returns_to is silent.returns_to is None


@given(rounds(), st.integers(0, 1_200_000))
def test_the_longest_session_within_a_time_can_be_placed(case: Case, wanted_ms: int) -> None:
    fits_ms = longest_within(case.exercise, case.lengths_ms, wanted_ms, case.pace)

    shortest_ms, longest_ms = length_range(case.exercise, case.lengths_ms, case.pace)
    if fits_ms is None:
        assert wanted_ms < shortest_ms
    else:
        assert fits_ms <= min(wanted_ms, longest_ms)
        plan = timeline(case.exercise, case.lengths_ms, fits_ms, case.pace)
        assert plan.length_ms == fits_ms


SPOKEN = Clip("open", Path("open.ogg"), 8_000, ((100, 1_000), (2_000, 7_900)))
TOLD = an_exercise(a_cue("open", pause=Pause(5_000, 5_000, 1.0)), a_cue("close"))
TOLD_PLAN = timeline(TOLD, {"open": 8_000, "close": 8_000}, 30_000, FULL)


@pytest.mark.parametrize(
    ("position_ms", "turns_at_ms"),
    [
        (0, 0),  # before the first sound
        (500, 1_130),  # at the end of the sentence, when it has died away
        (1_500, 1_500),  # between two sentences
        (2_100, 2_100 + LATEST_TURN_MS),  # in a sentence that is too long to wait for
        (7_000, 8_030),  # near the end of the clip
        (9_000, 9_000),  # in silence
    ],
)
def test_words_stop_at_the_end_of_a_sentence_or_soon(position_ms: int, turns_at_ms: int) -> None:
    assert turning_point_ms(TOLD_PLAN, SPOKEN, position_ms) == turns_at_ms


def test_a_clip_without_sentences_is_one_sentence() -> None:
    clip = Clip("open", Path("open.ogg"), 8_000)

    assert turning_point_ms(TOLD_PLAN, clip, 7_500) == 8_130
    assert turning_point_ms(TOLD_PLAN, clip, 1_000) == 1_000 + LATEST_TURN_MS
    assert turning_point_ms(TOLD_PLAN, None, 1_000) == 1_000


def test_slower_speech_moves_the_end_of_a_sentence() -> None:
    plan = timeline(TOLD, {"open": 8_000, "close": 8_000}, 30_000, Pace(rate=0.8))

    assert turning_point_ms(plan, SPOKEN, 100 + SECOND_MS) == round(1_000 / 0.8) + 130


@given(rounds(), st.integers(10_000, 1_800_000), st.data())
def test_a_turn_keeps_what_was_heard_and_the_promised_end(
    case: Case, wanted_ms: int, data: st.DataObject
) -> None:
    now = filled(case.exercise, case.lengths_ms, wanted_ms, case.pace)
    at_ms = data.draw(st.integers(0, wanted_ms - BREATH_MS))
    script: Exercise = replace(TOLD, id="other")
    left_ms = wanted_ms - at_ms - BREATH_MS
    onward = filled(script, lengths_of(script), left_ms, FULL, bell=data.draw(st.booleans()))

    joined = turned(now, at_ms, onward, "other")

    heard = [span for span in now.spans if span.start_ms < at_ms]
    kept = joined.spans[: len(heard)]
    assert joined.length_ms == wanted_ms
    assert is_whole(joined)
    assert kept[:-1] == tuple(heard[:-1])
    assert all(one.clip_id == other.clip_id for one, other in zip(kept, heard, strict=True))
    assert all(span.speech_end_ms <= at_ms for span in kept)
    assert all(span.clip_id.startswith("other/") for span in joined.spans[len(heard) :])
    assert joined.spans[len(heard)].start_ms == at_ms + BREATH_MS if onward.spans else True
    assert [bell - at_ms - BREATH_MS for bell in joined.bells_ms] == list(onward.bells_ms)


def test_a_bell_that_still_rings_gives_way_to_the_new_words() -> None:
    now = timeline(ROUND, lengths_of(ROUND), 120_000, FULL, Frame(bell=True))
    onward = filled(ROUND, lengths_of(ROUND), 117_500, FULL)

    joined = turned(now, 2_000, onward, "other")

    bell, words = joined.soundings[:2]
    assert (bell.clip_id, bell.start_ms, bell.end_ms) == ("bell", 0, 2_000 + BREATH_MS)
    assert words.start_ms == bell.end_ms
