"""What the assets and a person's own recordings hold, as text or JSON for the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from prt_desktop.content.checking import check as check_assets
from prt_desktop.content.library import Library, translations
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.own_audio import OWN_VOICE
from prt_desktop.domain.timeline import Pace, length_range

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prt_desktop.content.faults import Fault
    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.storage.own_audio import OwnAudio

_HALF_MINUTE_MS = 30_000


def check(assets: Path) -> tuple[tuple[Fault, ...], str]:
    """Give all faults of a folder of assets, its translated courses too, and what it holds."""
    library = Library(assets)
    courses = (library, *(Library(assets, one) for one in translations(assets)))
    faults = tuple(dict.fromkeys(fault for course in courses for fault in check_assets(course)))
    clips = sum(
        len(library.recording(exercise, voice.id).clips)
        for exercise in library.exercises
        for voice in library.voices
    )
    questions = sum(len(page.questions) for page in library.question_pages)
    counts = (
        f"{len(library.lessons)} lessons, {len(library.exercises)} exercises, {clips} clips in "
        f"{len(library.voices)} voices, {len(library.soundscapes)} soundscapes, "
        f"{len(library.references)} sources, {questions} safety questions, "
        f"{len(library.starter_points)} points of evidence, {len(library.crisis)} countries: "
        "no faults"
    )
    return faults, counts


def lessons(assets: Path, *, as_json: bool) -> str:
    """List the lessons: id, title, minutes, part, objectives, citations, exercise, opens."""
    rows = [
        {
            "id": lesson.id,
            "title": lesson.title,
            "minutes": lesson.minutes,
            "part": lesson.part.value,
            "objectives": list(lesson.objectives),
            "citations": list(lesson.citations),
            "exercise": lesson.exercise,
            "opens": lesson.opens,
        }
        for lesson in Library(assets).lessons
    ]
    return _written(rows, _lesson_line, as_json=as_json)


def exercises(assets: Path, own: OwnAudio, *, as_json: bool) -> str:
    """List the exercises: id, title, part, minutes, voices, forms, gated.

    Those of a person's own come last, and have `own` too.
    """
    library = Library(assets)
    rows = [_exercise_row(library, exercise) for exercise in library.exercises]
    rows += [_own_row(own, exercise) for exercise in own.exercises()]
    return _written(rows, _exercise_line, as_json=as_json)


def minutes_range(library: Library, exercise: Exercise) -> tuple[float, float]:
    """Give the lengths in minutes that every voice can fill, in half minutes drawn inward.

    Without any voice the words of the cues say how long they would take.
    """
    voices = [voice.id for voice in library.voices] or [""]
    ranges = [
        length_range(exercise, library.recording(exercise, voice).lengths_ms, Pace(checked=c))
        for voice in voices
        for c in (True, False)
    ]
    shortest = -(-max(low for low, _ in ranges) // _HALF_MINUTE_MS)
    longest = min(high for _, high in ranges) // _HALF_MINUTE_MS
    return shortest / 2, longest / 2


def _exercise_row(library: Library, exercise: Exercise) -> dict[str, Any]:
    spoken = [v.id for v in library.voices if not library.recording(exercise, v.id).missing]
    return {
        "id": exercise.id,
        "title": exercise.title,
        "part": exercise.part.value,
        "minutes": list(minutes_range(library, exercise)),
        "voices": spoken,
        "forms": [exercise.form],
        "gated": exercise.gate is Gate.CHECKED,
    }


def _own_row(own: OwnAudio, exercise: Exercise) -> dict[str, Any]:
    lengths_ms = own.recording(exercise.id).lengths_ms
    shortest_ms, longest_ms = length_range(exercise, lengths_ms, Pace())
    shortest, longest = -(-shortest_ms // _HALF_MINUTE_MS), longest_ms // _HALF_MINUTE_MS
    return {
        "id": exercise.id,
        "title": exercise.title,
        "part": exercise.part.value,
        "minutes": [shortest / 2, longest / 2],
        "voices": [OWN_VOICE],
        "forms": [exercise.form],
        "gated": False,
        "own": True,
    }


def _written(
    rows: list[dict[str, Any]], line: Callable[[dict[str, Any]], str], *, as_json: bool
) -> str:
    if as_json:
        return json.dumps(rows, indent=1) + "\n"  # in ASCII, which no encoding spoils
    return "".join(f"{line(row)}\n" for row in rows)


def _lesson_line(row: dict[str, Any]) -> str:
    return f"{row['id']}  {row['title']}  {row['minutes']} minutes"


def _exercise_line(row: dict[str, Any]) -> str:
    shortest, longest = row["minutes"]
    return f"{row['id']}  {row['title']}  {shortest:g} to {longest:g} minutes"
