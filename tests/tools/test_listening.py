"""Measuring clips and tracks, with everything but the recogniser's model."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from listening.clips import ClipFile, file_faults, find_clips, sound_faults, word_faults
from listening.measures import Measures, sounding_spans
from listening.recogniser import LONGEST_PIECE_S, spoken_pieces
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
from narration.texts import text_sha256
from tests.tools.speech import line, script, tone

if TYPE_CHECKING:
    from pathlib import Path

GOOD = Measures(5000, -19.1, -1.7, -80.0, 120, 150, 1250)
WATCH = line("watch", "Watch it.")
RECORD = ClipRecord("heart/watch.ogg", text_sha256("Watch it."), "recipe", 5000, -19.0, -1.7, ())


def clip(record: ClipRecord, path: Path) -> ClipFile:
    """Make a clip to be judged."""
    return ClipFile("tracking/heart/watch", path, WATCH, record)


def test_sound_is_found_between_silences() -> None:
    sound = np.concatenate([silence(500), tone(1, 300, 0.3), silence(800), tone(1, 300, 0.3)])

    spans = np.array(sounding_spans(sound, SAMPLE_RATE)) / SAMPLE_RATE

    assert spans == pytest.approx(np.array([[0.5, 1.5], [2.3, 3.3]]), abs=0.011)


def test_a_closure_inside_a_word_is_no_silence() -> None:
    sound = np.concatenate([tone(1, 300, 0.3), silence(20), tone(1, 300, 0.3)])

    assert len(sounding_spans(sound, SAMPLE_RATE)) == 1


def test_a_good_clip_has_no_fault(tmp_path: Path) -> None:
    assert list(sound_faults(GOOD)) == []
    assert list(file_faults(clip(RECORD, tmp_path), SAMPLE_RATE, GOOD)) == []


@pytest.mark.parametrize(
    ("measures", "fault"),
    [
        (replace(GOOD, lufs=-20.0), "loudness -20.0 LUFS"),
        (replace(GOOD, true_peak_db=-1.2), "true peak -1.20 dBTP"),
        (replace(GOOD, edge_db=-30.0), "an end at -30 dB may click"),
        (replace(GOOD, lead_ms=0), "0 ms of quiet at the start"),
        (replace(GOOD, tail_ms=900), "900 ms of quiet at the end"),
        (replace(GOOD, longest_silence_ms=2000), "a silence of 2000 ms inside"),
    ],
)
def test_each_broken_limit_is_told(measures: Measures, fault: str) -> None:
    assert list(sound_faults(measures)) == [fault]


def test_a_clip_that_speaks_an_older_text_is_told(tmp_path: Path) -> None:
    older = replace(RECORD, text_sha256=text_sha256("Look at it."))

    assert list(file_faults(clip(older, tmp_path), SAMPLE_RATE, GOOD)) == ["speaks an older text"]


def test_a_clip_of_another_length_than_recorded_is_told(tmp_path: Path) -> None:
    longer = replace(RECORD, length_ms=5100)

    assert list(file_faults(clip(longer, tmp_path), SAMPLE_RATE, GOOD)) == [
        "lasts 5000 ms, its record says 5100"
    ]


def test_one_misheard_word_is_the_recognisers_own_slip() -> None:
    assert list(word_faults(compare("Watch it now.", "watch it how"))) == []
    assert list(word_faults(compare("Watch it now.", "what is now"))) == ["2 of 3 words misheard"]


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
