"""A person's own recording as an exercise whose silences stretch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.exercise import Exercise, Gate, Guidance, Part
from prt_desktop.domain.own_audio import (
    LONGEST_PAUSE_MS,
    LONGEST_TITLE,
    OwnPiece,
    OwnRecording,
    clean_title,
    own_exercise,
)
from prt_desktop.domain.timeline import Pace, length_range, timeline

PIECES = st.lists(
    st.builds(OwnPiece, st.integers(400, 600_000), st.integers(0, 200_000)), min_size=1, max_size=8
)


def an_own_exercise(*pieces: OwnPiece) -> Exercise:
    return own_exercise(OwnRecording("a" * 32, "A walk", Part.ATTEND, pieces))


def lengths_ms(exercise: Exercise, pieces: list[OwnPiece]) -> dict[str, int]:
    return {cue.id: one.length_ms for cue, one in zip(exercise.cues, pieces, strict=True)}


def test_it_waits_while_a_red_flag_is_open() -> None:
    assert an_own_exercise(OwnPiece(60_000, 0)).gate is Gate.NO_OPEN_FLAG


def test_every_piece_is_spoken_at_every_guidance() -> None:
    exercise = an_own_exercise(OwnPiece(5_000, 6_000), OwnPiece(5_000, 6_000))

    assert {cue.guidance for cue in exercise.cues} == {Guidance.SILENT}
    assert {cue.rank for cue in exercise.cues} == {None}


def test_pieces_are_numbered_unless_they_have_words_of_their_own() -> None:
    exercise = an_own_exercise(OwnPiece(5_000, 6_000), OwnPiece(5_000, 0, "Look around."))

    assert [cue.text for cue in exercise.cues] == ["Part 1", "Look around."]
    assert [cue.id for cue in exercise.cues] == ["part-001", "part-002"]


def test_a_single_piece_is_called_by_the_title() -> None:
    (cue,) = an_own_exercise(OwnPiece(5_000, 0)).cues

    assert cue.text == "A walk"


@pytest.mark.parametrize(
    ("silence_ms", "shortest_ms", "longest_ms"),
    [(2_000, 1_000, 4_000), (12_000, 4_000, 24_000), (60_000, 20_000, 45_000)],
)
def test_a_silence_shrinks_to_a_third_and_grows_to_double(
    silence_ms: int, shortest_ms: int, longest_ms: int
) -> None:
    first, _ = an_own_exercise(OwnPiece(5_000, silence_ms), OwnPiece(5_000, 0)).cues

    assert (first.pause.shortest_ms, first.pause.longest_ms) == (shortest_ms, longest_ms)


def test_at_its_own_length_every_silence_is_as_it_was() -> None:
    pieces = [OwnPiece(5_000, 6_000), OwnPiece(5_000, 9_000), OwnPiece(5_000, 3_000)]
    exercise = an_own_exercise(*pieces)

    session = timeline(exercise, lengths_ms(exercise, pieces), 33_000, Pace())

    pauses_ms = [span.end_ms - span.speech_end_ms for span in session.spans]
    assert exercise.default_minutes == pytest.approx(33 / 60)
    assert pauses_ms == pytest.approx([6_000, 9_000, 3_000], abs=1)


@given(pieces=PIECES)
def test_any_recording_can_be_played_at_its_usual_length_and_at_a_half_minute(
    pieces: list[OwnPiece],
) -> None:
    exercise = an_own_exercise(*pieces)
    lengths = lengths_ms(exercise, pieces)

    shortest_ms, longest_ms = length_range(exercise, lengths, Pace())

    usual_ms = round(exercise.default_minutes * 60_000)
    assert shortest_ms <= usual_ms <= longest_ms
    assert -(-shortest_ms // 30_000) * 30_000 <= longest_ms
    assert all(0 < cue.pause.shortest_ms <= cue.pause.longest_ms for cue in exercise.cues)
    assert all(cue.pause.longest_ms <= LONGEST_PAUSE_MS for cue in exercise.cues)
    assert timeline(exercise, lengths, usual_ms, Pace()).length_ms == usual_ms


@given(title=st.text())
def test_a_title_is_one_short_line_that_can_be_kept(title: str) -> None:
    clean = clean_title(title)

    assert clean == clean_title(clean)
    assert clean.isprintable()
    assert len(clean.encode()) >= len(clean)
    assert len(clean) <= LONGEST_TITLE
