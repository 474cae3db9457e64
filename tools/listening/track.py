"""Checks a rendered session against its captions: words, times, loudness, silences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from listening import limits
from listening.measures import Measures, measure, sounding_spans
from listening.words import Comparison, compare
from narration.sound import length_ms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listening.recogniser import Recogniser
    from prt_desktop.audio.levels import Samples

_TIMES = re.compile(r"^((?:\d+:)?\d\d:\d\d\.\d{3}) --> ((?:\d+:)?\d\d:\d\d\.\d{3})")


class CaptionError(Exception):
    """A caption file cannot be read."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands on the screen from one time to another, in ms."""

    start_ms: int
    end_ms: int
    text: str


@dataclass(frozen=True, slots=True)
class TrackResult:
    """What was found out about a track."""

    measures: Measures
    comparison: Comparison
    latest_start_ms: int
    faults: tuple[str, ...]


def read_captions(vtt: str) -> list[Caption]:
    """Read WebVTT text; raises CaptionError."""
    blocks = re.split(r"\n\s*\n", vtt.replace("\r\n", "\n").strip("\ufeff\n"))
    if not blocks[0].startswith("WEBVTT"):
        raise CaptionError("captions begin with WEBVTT")
    captions = []
    for block in blocks[1:]:
        lines = block.splitlines()
        times = [(at, match) for at, line in enumerate(lines) if (match := _TIMES.match(line))]
        if times:
            at, match = times[0]
            text = re.sub(r"<[^>]*>", "", " ".join(lines[at + 1 :]))
            captions.append(Caption(_clock_ms(match[1]), _clock_ms(match[2]), text))
    if not captions:
        raise CaptionError("there is no caption")
    return captions


def listen_to_track(
    samples: Samples, rate: int, captions: list[Caption], recogniser: Recogniser
) -> TrackResult:
    """Measure and transcribe a session of one voice without a background."""
    measures = measure(samples, rate)
    wanted = " ".join(caption.text for caption in captions)
    comparison = compare(wanted, recogniser.hear_track(samples, rate))
    spans = [
        (length_ms(begin, rate), length_ms(end, rate))
        for begin, end in sounding_spans(samples, rate)
    ]
    latest = max((start_error_ms(caption, spans) for caption in captions), default=0)
    faults = (
        *track_faults(measures, comparison),
        *caption_faults(captions, spans, latest),
    )
    return TrackResult(measures, comparison, latest, faults)


def track_faults(measures: Measures, comparison: Comparison) -> Iterator[str]:
    """Say which limits the track's sound and words break."""
    if comparison.errors > limits.ALL_WORDS_WRONG * comparison.words:
        yield f"{comparison.errors} of {comparison.words} words misheard"
    if abs(measures.lufs - limits.CLIP_LUFS) > limits.TRACK_LUFS_TOLERANCE:
        yield f"loudness {measures.lufs:.1f} LUFS"
    if measures.true_peak_db > limits.TRUE_PEAK_DB:
        yield f"true peak {measures.true_peak_db:.2f} dBTP"
    if measures.tail_ms < limits.TRACK_END_MS:
        yield f"only {measures.tail_ms} ms of silence at the end"


def caption_faults(
    captions: list[Caption], spans: list[tuple[int, int]], latest_ms: int
) -> Iterator[str]:
    """Say where captions and sound do not agree; `spans` are the stretches of sound in ms."""
    if latest_ms > limits.CAPTION_START_MS:
        yield f"a caption is {latest_ms} ms away from its voice"
    for (_, begin), (end, _) in pairwise(spans):
        for caption in captions:
            inside = min(end, caption.end_ms) - max(begin, caption.start_ms)
            if inside > limits.LONGEST_INNER_SILENCE_MS:
                yield f"silence of {inside} ms in the caption at {caption.start_ms} ms"


def start_error_ms(caption: Caption, spans: list[tuple[int, int]]) -> int:
    """Say how far the nearest beginning of sound lies from a caption's start."""
    return min((abs(begin - caption.start_ms) for begin, _ in spans), default=caption.end_ms)


def _clock_ms(clock: str) -> int:
    *hours, minutes, seconds = clock.split(":")
    whole = (int(hours[0]) if hours else 0) * 3600 + int(minutes) * 60
    return whole * 1000 + round(float(seconds) * 1000)
