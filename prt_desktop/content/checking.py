"""Everything that can be wrong in the assets: what `prt-desktop check` tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.content import exercises, lessons, plans, recordings
from prt_desktop.content.collisions import link_faults
from prt_desktop.content.evidence import figure_faults, point_faults
from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.tables import line_of, read_text
from prt_desktop.domain.reading_aloud import SHORT_CLIP_ID, clip_texts, page_clip_id

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from prt_desktop.content.library import Library
    from prt_desktop.content.recordings import WrongClip
    from prt_desktop.domain.lesson import Lesson


def check(library: Library) -> tuple[Fault, ...]:
    """Read every asset, with its links and clips, and give all that is wrong."""
    voices = tuple(voice.id for voice in library.voices)
    linked = [*_lesson_faults(library), *_evidence_faults(library), *_clip_faults(library, voices)]
    linked += [*_lesson_clip_faults(library), *_collision_faults(library), *_plan_faults(library)]
    _ = (
        library.references,
        library.question_pages,
        library.fit_pages,
        library.mini_check,
        library.crisis,
    )
    _ = (library.safety_messages, library.fit_items, library.soundscapes)
    return (*library.faults, *linked)


def _lesson_faults(library: Library) -> list[Fault]:
    points = library.evidence.points if library.evidence is not None else ()
    names = [exercise.id for exercise in library.exercises]
    links = lessons.Links(library.references, names, library.glossary, points)
    found: list[Fault] = []
    seen: set[str] = set()
    for lesson in library.lessons:
        path = _path_of(library, lesson)
        if lesson.id in seen:
            found.append(Fault(path, 1, f"the id {lesson.id} is used twice"))
        seen.add(lesson.id)
        found += lessons.link_faults(path, lesson, links)
    return found


def _evidence_faults(library: Library) -> list[Fault]:
    if library.evidence is None or not library.references:
        return []
    folder = library.assets / "lessons"
    found = figure_faults(folder / "references.json", library.references, library.evidence)
    if len(library.lessons) < len(library.lesson_files()):
        return found  # what a lesson that cannot be read would cover is not missed yet
    return found + point_faults(folder / "evidence.toml", library.lessons, library.evidence)


def _collision_faults(library: Library) -> list[Fault]:
    """Hold points and fit items to the questions and rows they name, where all can be read."""
    pages, mini_check = library.question_pages, library.mini_check
    if library.evidence is None or mini_check is None or not pages:
        return []
    asked = [one for page in (*pages, *library.fit_pages) for one in page.questions]
    questions = {one.id for one in (*mini_check.questions, *asked)}
    rows = library.evidence.rows.keys()
    found: list[Fault] = []
    if library.starter_points:
        found += link_faults(library.points_file, library.starter_points, questions, rows)
    if library.fit_items:
        found += link_faults(library.fit_file, library.fit_items, questions, rows)
    return found


def _plan_faults(library: Library) -> list[Fault]:
    """Hold the plan to the lessons and exercises it names, where all of those can be read."""
    if library.four_weeks is None or len(library.lessons) < len(library.lesson_files()):
        return []
    lesson_ids = [lesson.id for lesson in library.lessons]
    practised = [exercise.id for exercise in library.exercises]
    return plans.link_faults(library.plan_file, library.four_weeks, lesson_ids, practised)


def _clip_faults(library: Library, voices: tuple[str, ...]) -> list[Fault]:
    audio = library.assets / "audio"
    return [
        fault
        for exercise in library.everything_to_play
        for fault in exercises.clip_faults(audio / exercise.id, exercise, voices)
    ]


def _lesson_clip_faults(library: Library) -> list[Fault]:
    """Compare the lessons with their clips where any were made; translations have none."""
    voices = [voice.id for voice in library.voices if voice.reads_lessons]
    found: list[Fault] = []
    for lesson in library.lessons:
        folder = library.lesson_clips(lesson)
        made = (folder / recordings.MANIFEST_NAME).is_file()
        if not made or lesson.language != lessons.ENGLISH:
            continue
        try:
            wrong = recordings.wrong_clips(folder, clip_texts(lesson), voices)
        except FaultyAssetError as error:
            found += error.faults
        else:
            found += _wrong_clip_faults(_path_of(library, lesson), lesson, wrong)
    return found


def _path_of(library: Library, lesson: Lesson) -> Path:
    """Find a lesson's file; a translation that gave way is not the file of the English one."""
    file = next(file for file in library.lesson_files() if file.stem[3:] == lesson.id)
    is_english = lesson.language == lessons.ENGLISH
    return library.assets / "lessons" / file.name if is_english else file


def _wrong_clip_faults(path: Path, lesson: Lesson, wrong: Sequence[WrongClip]) -> list[Fault]:
    """Tell which clips are not as the lesson is now, each at the line of its page."""
    lines = {page_clip_id(number): page.line for number, page in enumerate(lesson.pages)}
    lines[SHORT_CLIP_ID] = line_of(read_text(path), "short =")
    return [Fault(path, lines[one.clip_id], f"{one.name}: {one.message}") for one in wrong]
