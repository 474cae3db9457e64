"""Measuring clips and tracks, with everything but the recogniser's model."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from listening.clips import (
    ClipFile,
    click_faults,
    file_faults,
    find_clips,
    judged,
    sound_faults,
    total_faults,
    voice_scores,
    word_faults,
)
from listening.hearing import Hearing
from listening.limits import MEAN_OVERALL
from listening.measures import Measures, noise_floor_db, sounding_spans
from listening.recogniser import LONGEST_PIECE_S, spoken_pieces
from listening.scores import WINDOW, Scores, windows
from listening.track import (
    Caption,
    CaptionError,
    caption_faults,
    read_captions,
    start_error_ms,
    track_faults,
)
from listening.words import compare
from narration.manifest import ClipRecord, Manifest
from narration.sound import SAMPLE_RATE, silence
from prt_desktop.domain.spoken_text import text_sha256
from tests.tools.speech import line, script, tone

if TYPE_CHECKING:
    from pathlib import Path

GOOD = Measures(5000, -19.1, -1.7, -80.0, 120, 150, 1250, -75.0, 0, 0)
HEARD = Hearing(SAMPLE_RATE, GOOD, "watch it", Scores(3.6, 4.2))
WATCH = line("watch", "Watch it.")
RECORD = ClipRecord("heart/watch.ogg", text_sha256("Watch it."), "recipe", 5000, -19.0, -1.7, ())


def clip(record: ClipRecord, path: Path) -> ClipFile:
    """Make a clip to be judged."""
    return ClipFile("tracking/heart/watch", "heart", path, WATCH, record)


def test_sound_is_found_between_silences() -> None:
    sound = np.concatenate([silence(500), tone(1, 300, 0.3), silence(800), tone(1, 300, 0.3)])

    spans = np.array(sounding_spans(sound, SAMPLE_RATE)) / SAMPLE_RATE

    assert spans == pytest.approx(np.array([[0.5, 1.5], [2.3, 3.3]]), abs=0.011)


def test_a_closure_inside_a_word_is_no_silence() -> None:
    sound = np.concatenate([tone(1, 300, 0.3), silence(20), tone(1, 300, 0.3)])

    assert len(sounding_spans(sound, SAMPLE_RATE)) == 1


def test_a_good_clip_has_no_fault(tmp_path: Path) -> None:
    assert judged(clip(RECORD, tmp_path), HEARD).faults == ()


@pytest.mark.parametrize(
    ("measures", "fault"),
    [
        (replace(GOOD, lufs=-20.1), "loudness -20.1 LUFS"),
        (replace(GOOD, true_peak_db=-1.2), "true peak -1.20 dBTP"),
        (replace(GOOD, floor_db=-45.0), "noise floor -45 dB"),
        (replace(GOOD, lead_ms=0), "0 ms of quiet at the start"),
        (replace(GOOD, tail_ms=900), "900 ms of quiet at the end"),
        (replace(GOOD, longest_silence_ms=2000), "a silence of 2000 ms inside"),
    ],
)
def test_each_broken_limit_is_told(measures: Measures, fault: str) -> None:
    assert list(sound_faults(measures)) == [fault]


@pytest.mark.parametrize(
    ("measures", "fault"),
    [
        (replace(GOOD, edge_db=-30.0), "an end at -30 dB may click"),
        (replace(GOOD, clicks_inside=2), "2 clicks inside, 0 at the ends"),
        (replace(GOOD, clicks_at_ends=1), "0 clicks inside, 1 at the ends"),
    ],
)
def test_each_click_is_told(measures: Measures, fault: str) -> None:
    assert list(click_faults(measures)) == [fault]


def test_a_clip_that_speaks_an_older_text_is_told(tmp_path: Path) -> None:
    older = replace(RECORD, text_sha256=text_sha256("Look at it."))

    assert list(file_faults(clip(older, tmp_path), HEARD)) == ["speaks an older text"]


def test_a_clip_of_another_length_than_recorded_is_told(tmp_path: Path) -> None:
    longer = replace(RECORD, length_ms=5100)

    assert list(file_faults(clip(longer, tmp_path), HEARD)) == [
        "lasts 5000 ms, its record says 5100"
    ]


def test_one_misheard_word_is_the_recognisers_own_slip() -> None:
    assert list(word_faults(compare("Watch it now.", "watch it how"))) == []
    assert list(word_faults(compare("Watch it now.", "what is now"))) == ["2 of 3 words misheard"]


@pytest.mark.parametrize(("wrong", "faults"), [(2, 0), (3, 1)])
def test_a_long_clip_may_lose_a_tenth_of_its_words(wrong: int, faults: int) -> None:
    spoken = " ".join(f"word{chr(97 + number)}" for number in range(25))

    heard = " ".join(spoken.split()[wrong:])

    assert len(list(word_faults(compare(spoken, heard)))) == faults


def test_more_than_three_words_in_a_hundred_are_too_many_over_all(tmp_path: Path) -> None:
    good = judged(clip(RECORD, tmp_path), HEARD)
    bad = judged(clip(RECORD, tmp_path), replace(HEARD, heard="watch"))

    assert list(total_faults([good] * 16 + [bad])) == []
    assert list(total_faults([good] * 15 + [bad] * 2)) == ["2 of 34 words misheard in all"]


def test_each_voice_is_held_to_its_own_mean_score(tmp_path: Path) -> None:
    bar = MEAN_OVERALL["heart"]
    above = judged(clip(RECORD, tmp_path), replace(HEARD, scores=Scores(bar + 0.1, 4.2)))
    below = judged(clip(RECORD, tmp_path), replace(HEARD, scores=Scores(bar - 0.2, 4.2)))

    (fault,) = total_faults([above, below])
    assert list(total_faults([above, above])) == []
    assert fault == f"heart: mean DNSMOS overall {bar - 0.05:.2f}, at least {bar:.2f} wanted"
    assert voice_scores([above], "michael") is None


def test_the_quiet_between_words_tells_the_noise_floor() -> None:
    noise = np.random.default_rng(1).standard_normal(3 * SAMPLE_RATE).astype(np.float32)
    spoken = np.concatenate([tone(1, 300, 0.3), silence(1000), tone(1, 300, 0.3)])

    assert noise_floor_db(spoken + 0.001 * noise, SAMPLE_RATE) == pytest.approx(-60, abs=1)


def test_a_short_sound_is_repeated_until_the_models_can_judge_it() -> None:
    short = np.arange(1000, dtype=np.float32)

    (window,) = windows(short)

    assert len(window) == WINDOW
    assert np.array_equal(window[:2000], np.tile(short, 2))


@pytest.mark.parametrize(("windows_long", "count"), [(1.4, 1), (1.6, 2), (5.0, 5)])
def test_a_long_sound_is_judged_in_windows_side_by_side(windows_long: float, count: int) -> None:
    sound = np.arange(round(windows_long * WINDOW), dtype=np.float32)

    found = windows(sound)

    assert [len(window) for window in found] == [WINDOW] * count
    assert found[0][0] + found[-1][-1] == pytest.approx(sound[-1], abs=2)


def test_an_exercise_without_any_clip_is_named(tmp_path: Path) -> None:
    assert list(find_clips([script(WATCH)], tmp_path, None)) == ["tracking: no clip has been made"]


def test_every_line_without_a_clip_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "tracking"
    (folder / "heart").mkdir(parents=True)
    (folder / RECORD.file).touch()
    Manifest(folder / "manifest.json", {"heart": {"watch": RECORD}}).save(("watch",))

    found = list(find_clips([script(WATCH, line("close", "Go on."))], tmp_path, None))

    assert found == [
        clip(RECORD, folder / RECORD.file),
        "tracking/heart/close: there is no clip",
    ]


def test_a_track_is_heard_in_pieces_cut_where_it_is_silent() -> None:
    spoken = np.concatenate([silence(1000), tone(9, 300, 0.3), silence(900)])
    track = np.tile(spoken, 3)

    pieces = spoken_pieces(track, SAMPLE_RATE)

    assert all(end - begin <= LONGEST_PIECE_S * SAMPLE_RATE for begin, end in pieces)
    assert not np.any(track[: pieces[0][0]])
    heard = sum(end - begin for begin, end in pieces) / SAMPLE_RATE
    assert 27 < heard < 32


VTT = """WEBVTT

NOTE made by hand

1
00:01.000 --> 00:03.500
Welcome.

01:00:02.250 --> 01:00:04.000 line:90%
<v Heart>Sit down.
Rest.
"""


def test_captions_are_read_with_their_times() -> None:
    assert read_captions(VTT) == [
        Caption(1000, 3500, "Welcome."),
        Caption(3_602_250, 3_604_000, "Sit down. Rest."),
    ]


@pytest.mark.parametrize("text", ["", "hello", "WEBVTT\n"])
def test_a_file_without_captions_is_refused(text: str) -> None:
    with pytest.raises(CaptionError):
        read_captions(text)


def test_a_caption_is_held_against_the_nearest_beginning_of_sound() -> None:
    assert start_error_ms(Caption(1000, 2000, "a"), [(200, 400), (1120, 1900)]) == 120


def test_a_gap_inside_a_caption_is_told_and_one_between_captions_is_not() -> None:
    captions = [Caption(1000, 9000, "a"), Caption(30_000, 31_000, "b")]

    faults = list(caption_faults(captions, [(1080, 3000), (6000, 8900), (30_080, 30_900)], 80))

    assert faults == ["silence of 3000 ms in the caption at 1000 ms"]


def test_a_caption_far_from_its_voice_is_told() -> None:
    assert list(caption_faults([], [], 900)) == ["a caption is 900 ms away from its voice"]


def test_a_track_must_end_in_silence() -> None:
    cut_short = replace(GOOD, tail_ms=0)

    assert list(track_faults(cut_short, compare("a", "a"))) == ["only 0 ms of silence at the end"]
