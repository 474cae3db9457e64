"""Checks the clips of the manifests, one by one and in all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from listening import limits
from listening.measures import Measures, measure, opinion_scores
from listening.words import Comparison, compare
from narration.manifest import ClipRecord, read_manifest
from narration.scripts import Line, Script
from narration.sound import SAMPLE_RATE, read_sound
from narration.texts import text_sha256

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from listening.recogniser import Recogniser


@dataclass(frozen=True, slots=True)
class ClipFile:
    """A clip to listen to: its file, its record, and the line it speaks."""

    name: str
    path: Path
    line: Line
    record: ClipRecord


@dataclass(frozen=True, slots=True)
class ClipResult:
    """What was found out about one clip; `scores` are DNSMOS overall and P.808, if asked for."""

    clip: ClipFile
    measures: Measures
    comparison: Comparison
    scores: tuple[float, float] | None
    faults: tuple[str, ...]


def find_clips(scripts: Iterable[Script], out: Path, voice: str | None) -> Iterator[ClipFile | str]:
    """Yield every clip of the scripts, or a sentence where one should be and is not."""
    for script in scripts:
        manifest = read_manifest(out / script.folder)
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
                    yield ClipFile(name, path, line, record)


def listen_to(clip: ClipFile, recogniser: Recogniser, *, score: bool) -> ClipResult:
    """Measure and transcribe one clip; raises SoundFileError."""
    samples, rate = read_sound(clip.path)
    if samples.ndim != 1 or rate != SAMPLE_RATE:
        samples = samples.reshape(len(samples), -1)[:, 0]
    measures = measure(samples, rate)
    wanted = " ".join(clip.line.sentences)
    comparison = compare(wanted, recogniser.hear(samples, rate))
    scores = opinion_scores(samples, rate) if score else None
    faults = (*file_faults(clip, rate, measures), *sound_faults(measures), *word_faults(comparison))
    return ClipResult(clip, measures, comparison, scores, faults)


def file_faults(clip: ClipFile, rate: int, measures: Measures) -> Iterator[str]:
    """Say where the file is not what its record tells."""
    if rate != SAMPLE_RATE:
        yield f"has {rate} samples a second"
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
    if measures.edge_db > limits.EDGE_DB:
        yield f"an end at {measures.edge_db:.0f} dB may click"
    for side, quiet_ms in (("start", measures.lead_ms), ("end", measures.tail_ms)):
        if not limits.SHORTEST_END_MS <= quiet_ms <= limits.LONGEST_END_MS:
            yield f"{quiet_ms} ms of quiet at the {side}"
    if measures.longest_silence_ms > limits.LONGEST_INNER_SILENCE_MS:
        yield f"a silence of {measures.longest_silence_ms} ms inside"


def word_faults(comparison: Comparison) -> Iterator[str]:
    """Say when more words than the recogniser's own slips went wrong."""
    allowed = max(limits.CLIP_WORDS_FREE, limits.CLIP_WORDS_WRONG * comparison.words)
    if comparison.errors > allowed:
        yield f"{comparison.errors} of {comparison.words} words misheard"


def total_faults(results: list[ClipResult]) -> Iterator[str]:
    """Say which limits are broken over all clips of one listening."""
    words = sum(result.comparison.words for result in results)
    errors = sum(result.comparison.errors for result in results)
    if errors > limits.ALL_WORDS_WRONG * words:
        yield f"{errors} of {words} words misheard in all"
    p808 = [result.scores[1] for result in results if result.scores]
    if p808 and sum(p808) / len(p808) < limits.MEAN_P808:
        yield f"mean P.808 score {sum(p808) / len(p808):.2f}"
