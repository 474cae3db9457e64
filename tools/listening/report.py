"""Sets what was found out in lines for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listening.clips import voice_scores

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listening.clips import ClipResult
    from listening.loops import LoopMeasures
    from listening.track import TrackResult

NAME_WIDTH = 56
CLIP_HEADINGS = (
    *("clip", "wrong", "seconds", "LUFS", "dBTP", "floor"),
    *("lead", "tail", "gap", "clicks", "DNSMOS", "P.808"),
)
LOOP_HEADINGS = ("soundscape", "seconds", "LUFS", "dBTP", "step dB", "of usual")


def row(cells: Sequence[str]) -> str:
    """Set one line of a table."""
    name, *figures = cells
    return f"{name:{NAME_WIDTH}}" + "".join(f"{figure:>9}" for figure in figures)


def fault_lines(faults: Sequence[str]) -> Iterator[str]:
    """Set what is wrong below the row it belongs to."""
    yield from (f"    FAULT {fault}" for fault in faults)


def clip_row(result: ClipResult) -> str:
    """Set one clip's figures, with its mishearings and faults below it.

    Clicks are those inside and those at the ends.
    """
    measures, comparison, scores = result.hearing.measures, result.comparison, result.hearing.scores
    cells = [
        result.clip.name,
        f"{comparison.errors}/{comparison.words}",
        f"{measures.length_ms / 1000:.1f}",
        f"{measures.lufs:.1f}",
        f"{measures.true_peak_db:.1f}",
        f"{measures.floor_db:.0f}",
        str(measures.lead_ms),
        str(measures.tail_ms),
        str(measures.longest_silence_ms),
        f"{measures.clicks_inside}+{measures.clicks_at_ends}",
        *([f"{scores.overall:.2f}", f"{scores.p808:.2f}"] if scores else []),
    ]
    notes = [f"    misheard {' '.join(map(str, comparison.mismatches))}"]
    lines = [row(cells), *(notes if comparison.mismatches else []), *fault_lines(result.faults)]
    return "\n".join(lines)


def loop_row(name: str, measures: LoopMeasures, faults: Sequence[str]) -> str:
    """Set one soundscape's figures, with its faults below it."""
    cells = [
        name,
        f"{measures.length_s:.0f}",
        f"{measures.lufs:.1f}",
        f"{measures.peak_db:.1f}",
        f"{measures.step_db:.0f}",
        f"{measures.step_ratio:.2f}",
    ]
    return "\n".join([row(cells), *fault_lines(faults)])


def summary(results: list[ClipResult]) -> str:
    """Say the figures over all clips in a few lines."""
    words = sum(result.comparison.words for result in results)
    errors = sum(result.comparison.errors for result in results)
    measures = [result.hearing.measures for result in results]
    lufs = [one.lufs for one in measures]
    seconds = sum(one.length_ms for one in measures) / 1000
    lines = [
        (
            f"{len(results)} clips, {seconds:.0f} s: {errors} of {words} words misheard"
            f" ({errors / max(1, words):.1%}), {min(lufs):.1f} to {max(lufs):.1f} LUFS,"
            f" peak {max(one.true_peak_db for one in measures):.2f} dBTP"
        )
    ]
    for voice in sorted({result.clip.voice for result in results}):
        scores = voice_scores(results, voice)
        if scores:
            lines.append(
                f"{voice}: mean DNSMOS overall {scores.overall:.2f}, P.808 {scores.p808:.2f} (of 5)"
            )
    return "\n".join(lines)


def track_report(result: TrackResult, captions: int) -> str:
    """Say the figures of a track."""
    measures, comparison = result.measures, result.comparison
    share = comparison.errors / max(1, comparison.words)
    return "\n".join(
        [
            f"length             {measures.length_ms / 1000:.3f} s, {captions} captions",
            f"words misheard     {comparison.errors} of {comparison.words} ({share:.1%})",
            *(f"                   {mismatch}" for mismatch in comparison.mismatches),
            f"loudness           {measures.lufs:.2f} LUFS",
            f"true peak          {measures.true_peak_db:.2f} dBTP",
            (
                f"longest silence    {measures.longest_silence_ms / 1000:.1f} s inside,"
                f" {measures.lead_ms / 1000:.1f} s before, {measures.tail_ms / 1000:.1f} s after"
            ),
            f"captions off by    {result.latest_start_ms} ms at most",
        ]
    )
