"""When each cue is spoken, for exercises made up by hypothesis."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from prt_desktop.domain.errors import LengthRefusedError
from prt_desktop.domain.exercise import Cue, Exercise, Guidance, Pause
from prt_desktop.domain.timeline import (
    Frame,
    Pace,
    Timeline,
    length_range,
    longest_within,
    timeline,
)
from tests.builders import a_cue, an_exercise, an_optional_cue, lengths_of
from tests.domain.strategies import Case, cases, frames, rounds

FRACTIONS = st.floats(0, 1)


def place(case: Case, fraction: float) -> Timeline:
    """Place the cues at a length within the range; a gap between two choices is left aside."""
    shortest_ms, longest_ms = length_range(case.exercise, case.lengths_ms, case.pace)
    wanted_ms = shortest_ms + round(fraction * (longest_ms - shortest_ms))
    try:
        return timeline(case.exercise, case.lengths_ms, wanted_ms, case.pace)
    except LengthRefusedError:
        assume(False)
        raise


def with_pace(case: Case, **changes: Any) -> Case:
    return Case(case.exercise, case.lengths_ms, dataclasses.replace(case.pace, **changes))


def kept_ids(case: Case, wanted_ms: int) -> set[str]:
    """Name the cues that were kept, spoken or left as silence by sparse guidance."""
    full = with_pace(case, guidance=Guidance.FULL)
    session = timeline(full.exercise, full.lengths_ms, wanted_ms, full.pace)
    return {span.cue_id for span in session.spans}


@given(cases(), FRACTIONS)
def test_a_session_lasts_exactly_as_long_as_wanted(case: Case, fraction: float) -> None:
    shortest_ms, longest_ms = length_range(case.exercise, case.lengths_ms, case.pace)
    wanted_ms = shortest_ms + round(fraction * (longest_ms - shortest_ms))

    session = place(case, fraction)

    assert session.length_ms == wanted_ms
    assert session.spans[-1].end_ms == wanted_ms


@given(cases(), FRACTIONS)
def test_spans_follow_each_other_without_gap_from_zero(case: Case, fraction: float) -> None:
    session = place(case, fraction)

    assert session.spans[0].start_ms == 0
    assert all(before.end_ms == after.start_ms for before, after in pairwise(session.spans))
    assert all(s.start_ms <= s.speech_end_ms <= s.end_ms for s in session.spans)


@given(cases(), FRACTIONS)
def test_cues_keep_the_order_of_the_script(case: Case, fraction: float) -> None:
    session = place(case, fraction)

    order = [cue.id for cue in case.exercise.cues]
    places = [order.index(span.cue_id) for span in session.spans]
    assert places == sorted(set(places))


@given(cases(), FRACTIONS)
def test_speech_takes_the_time_of_its_clip_at_the_chosen_rate(case: Case, fraction: float) -> None:
    session = place(case, fraction)

    for span in session.spans:
        spoken_ms = span.speech_end_ms - span.start_ms
        assert spoken_ms == round(case.lengths_ms[span.clip_id] / case.pace.rate)


@given(cases(), FRACTIONS)
def test_pauses_stay_within_their_bounds(case: Case, fraction: float) -> None:
    full = with_pace(case, guidance=Guidance.FULL)

    session = place(full, fraction)

    bounds = {cue.id: cue.pause for cue in case.exercise.cues}
    for span in session.spans:
        pause = bounds[span.cue_id]
        assert pause.shortest_ms <= span.end_ms - span.speech_end_ms <= pause.longest_ms


@given(cases(), FRACTIONS)
def test_cues_without_a_rank_are_always_kept(case: Case, fraction: float) -> None:
    session = place(case, fraction)

    essential = {cue.id for cue in case.exercise.cues if cue.rank is None}
    assert essential <= kept_ids(case, session.length_ms)


@given(cases(), FRACTIONS)
def test_the_highest_rank_gives_way_first(case: Case, fraction: float) -> None:
    session = place(case, fraction)

    kept = kept_ids(case, session.length_ms)
    ranks = [(cue.rank, cue.id in kept) for cue in case.exercise.cues if cue.rank is not None]
    highest_kept = max((rank for rank, is_kept in ranks if is_kept), default=0)
    lowest_gone = min((rank for rank, is_kept in ranks if not is_kept), default=99)
    assert highest_kept < lowest_gone


@given(cases(), FRACTIONS, st.floats(0.5, 3.0))
def test_more_silence_never_keeps_more_cues(case: Case, fraction: float, silence: float) -> None:
    session = place(case, fraction)
    other = with_pace(case, silence=silence)

    less, more = sorted((case, other), key=lambda one: one.pace.silence)

    assert kept_ids(more, session.length_ms) <= kept_ids(less, session.length_ms)


@given(cases(), FRACTIONS, FRACTIONS)
def test_a_longer_session_never_keeps_fewer_cues(case: Case, one: float, other: float) -> None:
    first, second = place(case, one), place(case, other)

    shorter, longer = sorted((first, second), key=lambda session: session.length_ms)

    assert kept_ids(case, shorter.length_ms) <= kept_ids(case, longer.length_ms)


@given(cases(), FRACTIONS)
def test_sparser_guidance_speaks_fewer_cues_at_the_same_times(case: Case, fraction: float) -> None:
    full = place(with_pace(case, guidance=Guidance.FULL), fraction)

    session = place(case, fraction)

    told = {span.cue_id: span.start_ms for span in full.spans}
    assert {span.cue_id: span.start_ms for span in session.spans}.items() <= told.items()
    assert session.length_ms == full.length_ms


@given(cases(), FRACTIONS)
def test_even_silent_guidance_speaks_the_opening_and_the_close(case: Case, fraction: float) -> None:
    session = place(with_pace(case, guidance=Guidance.SILENT), fraction)

    spoken = {cue.id for cue in case.exercise.cues if cue.guidance is Guidance.SILENT}
    assert session.spans[0].cue_id == "open"
    assert session.spans[-1].cue_id == "close"
    assert {span.cue_id for span in session.spans} <= spoken


@given(cases(), FRACTIONS)
def test_without_a_check_neutral_words_take_the_place_of_the_others(
    case: Case, fraction: float
) -> None:
    session = place(with_pace(case, checked=False), fraction)

    cues = {cue.id: cue for cue in case.exercise.cues}
    for span in session.spans:
        instead = cues[span.cue_id].instead
        assert span.text == (instead or cues[span.cue_id].text)
        assert span.clip_id == (f"{span.cue_id}.instead" if instead else span.cue_id)


@given(cases(), FRACTIONS)
def test_a_check_changes_words_and_clips_but_never_the_length(case: Case, fraction: float) -> None:
    alike = Case(case.exercise, lengths_of(case.exercise), case.pace)

    neutral = place(with_pace(alike, checked=False), fraction)
    checked = place(with_pace(alike, checked=True), fraction)

    assert neutral.length_ms == checked.length_ms
    assert [s.start_ms for s in neutral.spans] == [s.start_ms for s in checked.spans]
    assert all(span.clip_id == span.cue_id for span in checked.spans)


@given(cases(), st.integers(1, 10_000_000))
def test_a_length_outside_is_refused_with_the_range(case: Case, by_ms: int) -> None:
    shortest_ms, longest_ms = length_range(case.exercise, case.lengths_ms, case.pace)

    for wanted_ms in (shortest_ms - by_ms, longest_ms + by_ms):
        with pytest.raises(LengthRefusedError) as refused:
            timeline(case.exercise, case.lengths_ms, wanted_ms, case.pace)
        assert (refused.value.shortest_ms, refused.value.longest_ms) == (shortest_ms, longest_ms)
        assert refused.value.wanted_ms == wanted_ms


@given(cases())
def test_both_ends_of_the_range_can_be_filled(case: Case) -> None:
    shortest_ms, longest_ms = length_range(case.exercise, case.lengths_ms, case.pace)

    for wanted_ms in (shortest_ms, longest_ms):
        assert timeline(case.exercise, case.lengths_ms, wanted_ms, case.pace).spans


@given(cases(), FRACTIONS, FRACTIONS)
def test_every_position_lies_in_the_span_that_is_found_for_it(
    case: Case, fraction: float, where: float
) -> None:
    session = place(case, fraction)
    position_ms = int(where * (session.length_ms - 1))

    span = session.spans[session.index_at(position_ms)]

    assert span.start_ms <= position_ms < span.end_ms


@given(cases(), FRACTIONS)
def test_positions_outside_fall_into_the_first_and_the_last_span(
    case: Case, fraction: float
) -> None:
    session = place(case, fraction)

    assert session.index_at(-1) == 0
    assert session.index_at(session.length_ms + 1) == len(session.spans) - 1


@given(cases(), FRACTIONS, st.integers(0, 3_600_000))
def test_a_time_survives_the_way_into_the_track_and_back(
    case: Case, fraction: float, wall_ms: int
) -> None:
    session = place(case, fraction)

    there_and_back_ms = session.to_wall_ms(session.to_media_ms(wall_ms))

    assert wall_ms <= there_and_back_ms <= wall_ms + 1


@given(rounds(), FRACTIONS, frames)
def test_a_frame_stands_around_the_wanted_length(case: Case, fraction: float, frame: Frame) -> None:
    shortest_ms, longest_ms = length_range(case.exercise, case.lengths_ms, case.pace, frame)
    wanted_ms = shortest_ms + round(fraction * (longest_ms - shortest_ms))
    lead_ms, tail_ms = frame.lead_ms(), frame.tail_ms(case.exercise)
    fits_ms = longest_within(
        case.exercise, case.lengths_ms, wanted_ms - lead_ms - tail_ms, case.pace
    )
    assume(fits_ms == wanted_ms - lead_ms - tail_ms)

    session = timeline(case.exercise, case.lengths_ms, wanted_ms, case.pace, frame)

    assert session.length_ms == frame.delay_ms + wanted_ms
    assert session.spans[0].start_ms == frame.delay_ms + lead_ms
    assert session.spans[-1].end_ms == session.length_ms
    assert session.spans[-1].speech_end_ms <= session.length_ms - tail_ms
    rung = [frame.delay_ms] * bool(lead_ms) + [session.length_ms - tail_ms] * bool(tail_ms)
    assert list(session.bells_ms) == rung


@given(rounds(), FRACTIONS)
def test_all_that_sounds_is_told_in_order_at_the_times_of_the_captions(
    case: Case, fraction: float
) -> None:
    session = place(case, fraction)

    told = [(span.clip_id, span.start_ms, span.speech_end_ms) for span in session.spans]
    assert [(one.clip_id, one.start_ms, one.end_ms) for one in session.soundings] == told


@given(rounds(), FRACTIONS)
def test_pauses_hold_no_more_than_theirs_and_what_was_left_unspoken(
    case: Case, fraction: float
) -> None:
    session = place(case, fraction)

    places = {cue.id: place for place, cue in enumerate(case.exercise.cues)}
    starts = [places[span.cue_id] for span in session.spans]
    for span, start, end in zip(session.spans, starts, [*starts[1:], len(places)], strict=True):
        cues = case.exercise.cues[start:end]
        speech_ms = sum(spoken_ms(case, cue) for cue in cues[1:])
        silence_ms = span.end_ms - span.speech_end_ms
        assert silence_ms >= cues[0].pause.shortest_ms
        assert silence_ms <= speech_ms + sum(cue.pause.longest_ms for cue in cues)


def spoken_ms(case: Case, cue: Cue) -> int:
    clip_id = cue.clip_id(checked=case.pace.checked, movement=case.pace.movement)
    return round(case.lengths_ms[clip_id] / case.pace.rate)


@given(rounds(), FRACTIONS)
def test_a_movement_and_own_sentences_choose_the_words(case: Case, fraction: float) -> None:
    session = place(case, fraction)

    cues = {cue.id: cue for cue in case.exercise.cues}
    for span in session.spans:
        cue, own = cues[span.cue_id], cues[span.cue_id].own_sentence
        moves = case.pace.movement in cue.by_movement
        assert (span.clip_id == f"{cue.id}.sit") is moves
        assert (span.text == "The words for sitting.") is moves
        assert span.own_sentence == (case.pace.own_sentences[own - 1] if own else "")


def test_time_beyond_all_but_one_pause_goes_to_that_one() -> None:
    short, long = Pause(1_000, 2_000, 9.0), Pause(1_000, 50_000, 0.01)
    exercise = an_exercise(*(a_cue(f"cue-{n}", pause=short) for n in range(5)), a_cue(pause=long))

    session = timeline(exercise, lengths_of(exercise), 50_000, Pace())

    silences = [span.end_ms - span.speech_end_ms for span in session.spans]
    assert silences == [2_000] * 5 + [28_000]


def test_a_pause_that_cannot_be_stretched_is_never_a_millisecond_off() -> None:
    fixed, free = Pause(3, 3, 1.0), Pause(0, 100, 1.0)
    exercise = an_exercise(
        a_cue("one", pause=free), a_cue("two", pause=fixed), a_cue("three", pause=free)
    )

    session = timeline(exercise, lengths_of(exercise, 10), 30 + 3 + 21, Pace())

    assert [s.end_ms - s.speech_end_ms for s in session.spans] == [11, 3, 10]


def test_extra_time_is_shared_by_weight() -> None:
    exercise = an_exercise(
        a_cue("one", pause=Pause(1_000, 60_000, 1.0)),
        a_cue("two", pause=Pause(1_000, 60_000, 3.0)),
    )

    session = timeline(exercise, lengths_of(exercise, 1_000), 8_000, Pace())

    assert [s.end_ms - s.speech_end_ms for s in session.spans] == [2_000, 4_000]


def test_a_full_pause_hands_its_share_to_the_others() -> None:
    exercise = an_exercise(
        a_cue("one", pause=Pause(0, 100, 5.0)), a_cue("two", pause=Pause(0, 9_000, 1.0))
    )

    session = timeline(exercise, lengths_of(exercise, 1_000), 6_000, Pace())

    assert [s.end_ms - s.speech_end_ms for s in session.spans] == [100, 3_900]


def test_a_cue_left_out_by_guidance_stays_as_silence_of_its_length() -> None:
    exercise = an_exercise(a_cue("open"), a_cue("middle", guidance=Guidance.FULL), a_cue("close"))
    lengths_ms = lengths_of(exercise, 2_000)

    session = timeline(exercise, lengths_ms, 12_000, Pace(Guidance.SPARSE))

    assert [(s.cue_id, s.start_ms, s.end_ms) for s in session.spans] == [
        ("open", 0, 8_000),
        ("close", 8_000, 12_000),
    ]


def test_more_silence_lets_an_optional_cue_give_way() -> None:
    exercise = an_exercise()
    lengths_ms = lengths_of(exercise, 2_000)

    busy = timeline(exercise, lengths_ms, 12_000, Pace(silence=0.5))
    quiet = timeline(exercise, lengths_ms, 12_000, Pace(silence=3.0))

    assert [span.cue_id for span in busy.spans] == ["open", "middle", "close"]
    assert [span.cue_id for span in quiet.spans] == ["open", "close"]


def test_where_no_choice_leaves_the_silence_asked_for_the_quietest_is_taken() -> None:
    exercise = an_exercise(a_cue("open"), an_optional_cue("middle", 1), a_cue("close"))
    lengths_ms = lengths_of(exercise, 2_000)

    session = timeline(exercise, lengths_ms, 6_500, Pace(silence=3.0))

    assert [span.cue_id for span in session.spans] == ["open", "close"]


def test_cues_of_one_rank_give_way_together() -> None:
    exercise = an_exercise(
        a_cue("open"), an_optional_cue("left", 1), an_optional_cue("right", 1), a_cue("close")
    )

    session = timeline(exercise, lengths_of(exercise, 2_000), 8_000, Pace())

    assert [span.cue_id for span in session.spans] == ["open", "close"]


def test_faster_speech_shortens_the_session_and_slower_lengthens_it() -> None:
    exercise: Exercise = an_exercise()
    lengths_ms = lengths_of(exercise, 10_000)

    slow, usual, fast = (
        length_range(exercise, lengths_ms, Pace(rate=rate)) for rate in (0.8, 1.0, 1.1)
    )

    assert slow > usual > fast


def test_an_unknown_clip_is_an_error() -> None:
    exercise = an_exercise()

    with pytest.raises(KeyError):
        timeline(exercise, {}, 12_000, Pace())


@pytest.mark.parametrize("silence", [0.49, 3.01, -1.0, float("nan"), float("inf")])
def test_a_silence_factor_outside_its_range_is_refused(silence: float) -> None:
    with pytest.raises(ValueError, match="silence"):
        Pace(silence=silence)


@pytest.mark.parametrize("rate", [0.79, 1.11, 0.0, float("nan")])
def test_a_speech_rate_outside_its_range_is_refused(rate: float) -> None:
    with pytest.raises(ValueError, match="rate"):
        Pace(rate=rate)
