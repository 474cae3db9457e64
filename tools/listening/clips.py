"""Checks the clips of the manifests, one by one and in all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from listening import limits
from listening.hearing import Hearing
from listening.scores import Scores
from listening.words import Comparison, compare
from narration.manifest import ClipRecord, read_manifest
from narration.scripts import Line, Script
from narration.sound import SAMPLE_RATE
from prt_desktop.domain.spoken_text import text_sha256

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from listening.measures import Measures


@dataclass(frozen=True, slots=True)
class ClipFile:
    """A clip to listen to: its file, its record, and the line it speaks."""

    name: str
    voice: str
    path: Path
    line: Line
    record: ClipRecord


@dataclass(frozen=True, slots=True)
class ClipResult:
    """What was found out about one clip, held against its text and its limits."""

    clip: ClipFile
    hearing: Hearing
    comparison: Comparison
    faults: tuple[str, ...]


def find_clips(scripts: Iterable[Script], out: Path, voice: str | None) -> Iterator[ClipFile | str]:
    """Yield every clip of the scripts, or a sentence where one should be and is not."""
    for script in scripts:
        manifest = read_manifest(out / script.folder)
        if not manifest.clips and script.kind == "exercise":
            yield f"{script.identifier}: no clip has been made"
        for voice_id in sorted(manifest.clips):
            if voice not in (None, voice_id):
                continue
            for line in script.lines:
                name = f"{script.identifier}/{voice_id}/{line.name}"
                record = manifest.find(voice_id, line.name)
                path = out / script.folder / (record.file if record else "")
                if record is None or not path.is_file():
                    yield f"{name}: there is no clip"
                else:
                    yield ClipFile(name, voice_id, path, line, record)


def judged(clip: ClipFile, hearing: Hearing) -> ClipResult:
    """Hold what was heard in a clip against its text and the limits."""
    comparison = compare(" ".join(clip.line.sentences), hearing.heard)
    faults = (
        *file_faults(clip, hearing),
        *sound_faults(hearing.measures),
        *click_faults(hearing.measures),
        *word_faults(comparison),
    )
    return ClipResult(clip, hearing, comparison, faults)


def file_faults(clip: ClipFile, hearing: Hearing) -> Iterator[str]:
    """Say where the file is not what its record tells."""
    measures = hearing.measures
    if hearing.rate_hz != SAMPLE_RATE:
        yield f"has {hearing.rate_hz} samples a second"
    if clip.record.text_sha256 != text_sha256(clip.line.text):
        yield "speaks an older text"
    if abs(clip.record.length_ms - measures.length_ms) > 1:
        yield f"lasts {measures.length_ms} ms, its record says {clip.record.length_ms}"


def sound_faults(measures: Measures) -> Iterator[str]:
    """Say which limits the sound breaks."""
    if abs(measures.lufs - limits.CLIP_LUFS) > limits.CLIP_LUFS_TOLERANCE:
        yield f"loudness {measures.lufs:.1f} LUFS"
    if measures.true_peak_db > limits.TRUE_PEAK_DB:
        yield f"true peak {measures.true_peak_db:.2f} dBTP"
    if measures.floor_db > limits.NOISE_FLOOR_DB:
        yield f"noise floor {measures.floor_db:.0f} dB"
    ends = (
        ("start", measures.lead_ms, limits.LONGEST_START_MS),
        ("end", measures.tail_ms, limits.LONGEST_END_MS),
    )
    for side, quiet_ms, longest_ms in ends:
        if not limits.SHORTEST_END_MS <= quiet_ms <= longest_ms:
            yield f"{quiet_ms} ms of quiet at the {side}"
    if measures.longest_silence_ms > limits.LONGEST_INNER_SILENCE_MS:
        yield f"a silence of {measures.longest_silence_ms} ms inside"


def click_faults(measures: Measures) -> Iterator[str]:
    """Say where it clicks, or may."""
    if measures.edge_db > limits.EDGE_DB:
        yield f"an end at {measures.edge_db:.0f} dB may click"
    if measures.clicks_inside or measures.clicks_at_ends:
        yield f"{measures.clicks_inside} clicks inside, {measures.clicks_at_ends} at the ends"


def word_faults(comparison: Comparison) -> Iterator[str]:
    """Say when more words than the recogniser's own slips went wrong."""
    long = comparison.words >= limits.LONG_CLIP_WORDS
    allowed = limits.CLIP_WORDS_WRONG * comparison.words if long else limits.CLIP_WORDS_FREE
    if comparison.errors > allowed:
        yield f"{comparison.errors} of {comparison.words} words misheard"


def total_faults(results: list[ClipResult]) -> Iterator[str]:
    """Say which limits are broken over all clips of one listening."""
    words = sum(result.comparison.words for result in results)
    errors = sum(result.comparison.errors for result in results)
    if errors > limits.ALL_WORDS_WRONG * words:
        yield f"{errors} of {words} words misheard in all"
    for voice, bar in limits.MEAN_OVERALL.items():
        scores = voice_scores(results, voice)
        if scores and scores.overall < bar:
            yield f"{voice}: mean DNSMOS overall {scores.overall:.2f}, at least {bar:.2f} wanted"
    p808 = [result.hearing.scores.p808 for result in results if result.hearing.scores]
    if p808 and sum(p808) / len(p808) < limits.MEAN_P808:
        yield f"mean P.808 score {sum(p808) / len(p808):.2f}"


def voice_scores(results: list[ClipResult], voice: str) -> Scores | None:
    """Give the mean scores of one voice's clips, if any were scored."""
    scores = [
        result.hearing.scores
        for result in results
        if result.clip.voice == voice and result.hearing.scores
    ]
    if not scores:
        return None
    return Scores(
        sum(one.overall for one in scores) / len(scores),
        sum(one.p808 for one in scores) / len(scores),
    )
