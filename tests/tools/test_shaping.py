"""Cutting, trimming and fading one spoken sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from narration.shaping import Utterance, breathed, cut_from_context, faded, quietest, trimmed
from narration.sound import SAMPLE_RATE, length_ms, sample_count, silence
from tests.tools.speech import tone

if TYPE_CHECKING:
    from prt_desktop.audio.levels import Samples

WORD_MS = 400


def words(count: int, gap_ms: int) -> Samples:
    """Make so many tones with silences between them, and before and behind."""
    parts = [silence(gap_ms)]
    for _ in range(count):
        parts += [faded(tone(WORD_MS / 1000, 300, 0.4)), silence(gap_ms)]
    return np.concatenate(parts)


def test_trimming_leaves_80_ms_at_both_ends() -> None:
    sound = np.concatenate([silence(700), tone(1, 300, 0.4), silence(900)])

    assert length_ms(len(trimmed(sound))) == pytest.approx(1160, abs=1)


def test_trimming_adds_quiet_where_there_is_too_little() -> None:
    assert length_ms(len(trimmed(tone(1, 300, 0.4)))) == pytest.approx(1160, abs=1)


def test_a_soft_ending_is_kept() -> None:
    soft = np.concatenate([tone(1, 300, 0.4), tone(0.15, 300, 0.0016)])

    assert length_ms(len(trimmed(soft))) == pytest.approx(1310, abs=6)


def test_the_faint_hiss_after_a_word_is_cut_off() -> None:
    hiss = np.random.default_rng(1).standard_normal(sample_count(400)) * 0.0004
    sound = np.concatenate([tone(1, 300, 0.4), hiss.astype(np.float32)])

    assert length_ms(len(trimmed(sound))) == pytest.approx(1160, abs=6)


def test_a_breath_long_after_the_last_word_is_cut_off() -> None:
    sound = np.concatenate([tone(1, 300, 0.4), silence(300), tone(0.2, 300, 0.0016)])

    assert length_ms(len(trimmed(sound))) == pytest.approx(1360, abs=6)


def test_a_breath_long_before_the_first_word_is_cut_short() -> None:
    sound = np.concatenate([tone(0.5, 300, 0.0016), tone(1, 300, 0.4)])

    assert length_ms(len(trimmed(sound))) == pytest.approx(80 + 120 + 1000 + 80, abs=6)


def test_a_soft_beginning_is_kept() -> None:
    soft = np.concatenate([tone(0.1, 300, 0.0016), tone(1, 300, 0.4)])

    assert length_ms(len(trimmed(soft))) == pytest.approx(80 + 100 + 1000 + 80, abs=6)


def test_silence_trims_to_nothing() -> None:
    assert trimmed(silence(500)).size == 0


def test_both_ends_fade_to_nothing_within_12_ms() -> None:
    sound = faded(np.ones(SAMPLE_RATE, np.float32))

    inside = sample_count(12)
    assert abs(sound[0]) < 0.001
    assert abs(sound[-1]) < 0.001
    assert np.all(sound[inside:-inside] == 1.0)


def test_a_comma_gets_room_to_breathe() -> None:
    first, gap = sample_count(WORD_MS), sample_count(100)
    sound = words(2, 100)
    starts = np.array([gap, gap + first, gap + first + gap // 2, 2 * gap + first, len(sound)])

    result = breathed(Utterance(sound, "a, b", starts))

    assert length_ms(len(result) - len(sound)) == pytest.approx(350 - 100, abs=25)


def test_a_comma_that_was_spoken_through_is_left_alone() -> None:
    sound = tone(1, 300, 0.4)
    starts = np.array([0, 9600, 10_000, 12_000, len(sound)])

    assert len(breathed(Utterance(sound, "a, b", starts))) == len(sound)


def test_a_gap_that_is_long_enough_stays_as_it_is() -> None:
    first, gap = sample_count(WORD_MS), sample_count(500)
    sound = words(2, 500)
    starts = np.array([gap, gap + first, gap + first + gap // 2, 2 * gap + first, len(sound)])

    assert len(breathed(Utterance(sound, "a, b", starts))) == len(sound)


def test_a_splice_does_not_click() -> None:
    first, gap = sample_count(WORD_MS), sample_count(100)
    hum = np.asarray(words(2, 100) + 0.002, np.float32)
    starts = np.array([gap, gap + first, gap + first + gap // 2, 2 * gap + first, len(hum)])

    steps = np.abs(np.diff(breathed(Utterance(hum, "a, b", starts))))

    assert steps.max() <= np.abs(np.diff(hum)).max() + 1e-6


def test_the_quietest_instant_is_found_in_the_gap() -> None:
    sound = words(2, 100)

    middle = quietest(sound, sample_count(300), sample_count(700))

    assert sample_count(500) <= middle <= sample_count(600)


def test_a_short_sentence_is_cut_out_between_its_carriers() -> None:
    word, gap = sample_count(WORD_MS), sample_count(100)
    sound = words(3, 100)
    bounds = [gap, gap + word, 2 * gap + word, 2 * gap + 2 * word, 3 * gap + 2 * word, len(sound)]
    whole = Utterance(sound, "a b a", np.array(bounds))

    inner = cut_from_context(whole, "a", "b")

    assert inner.phonemes == "b"
    assert length_ms(len(trimmed(inner.samples))) == pytest.approx(WORD_MS + 160, abs=5)
