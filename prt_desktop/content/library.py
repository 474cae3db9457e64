"""Everything the program can teach and play, read from the assets when first asked for."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from prt_desktop.content import evidence_points, exercises, lessons, plans, recordings, safety
from prt_desktop.content.collisions import link_faults
from prt_desktop.content.evidence import figure_faults, point_faults, read_evidence
from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.fit import read_fit_items
from prt_desktop.content.glossary import read_glossary
from prt_desktop.content.references import read_references
from prt_desktop.content.safety_messages import read_safety_messages
from prt_desktop.content.soundscapes import read_soundscapes
from prt_desktop.content.tables import read_source, shaped_all, used_twice
from prt_desktop.domain.exercise import Voice
from prt_desktop.domain.reading_aloud import clip_texts
from prt_desktop.domain.timeline import BELL_CLIP_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.crisis import CrisisCountry
    from prt_desktop.domain.evidence import Evidence
    from prt_desktop.domain.evidence_sheet import StarterPoint
    from prt_desktop.domain.exercise import Clip, Exercise, Recording
    from prt_desktop.domain.fit import FitItem
    from prt_desktop.domain.four_weeks import FourWeeks
    from prt_desktop.domain.glossary import Term
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.domain.safety import FitPage, MiniCheck, QuestionPage
    from prt_desktop.domain.safety_messages import SafetyMessage
    from prt_desktop.domain.soundscape import Soundscape

Asset = TypeVar("Asset")


@dataclass(frozen=True, slots=True)
class VoiceTable:
    """The part of a `[[voice]]` that the program shows; the rest is the narration tool's."""

    id: str
    name: str
    description: str
    lesson_speed: float | None = None


def translations(assets: Path) -> tuple[str, ...]:
    """Give the languages, besides English, that there is a course in, by their folders' names."""
    return tuple(sorted({file.parent.name for file in (assets / "lessons").glob("*/*.md")}))


def course_language(assets: Path, wanted: Iterable[str]) -> str:
    """Choose the first wanted language that there is a course in; English where there is none.

    `wanted` are codes as systems name them, the dearest first: "de-AT", "de". A course in
    "de" serves both.
    """
    for code in wanted:
        for language in (code, code.partition("-")[0]):
            if language in {lessons.ENGLISH, *translations(assets)}:
                return language
    return lessons.ENGLISH


class Library:
    """The assets of one folder; a file that cannot be used is left out and told in `faults`.

    `language` is the code of a translated course, whose lessons lie in a folder of that name
    below the English ones; what it lacks is given in English.
    """

    def __init__(self, assets: Path, language: str = lessons.ENGLISH) -> None:
        self.assets = assets
        self.language = language
        self._faults: dict[Path, tuple[Fault, ...]] = {}

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        """The lessons in the order of their numbers."""
        found = (self._lesson(file) for file in self._lesson_files())
        return tuple(lesson for lesson in found if lesson is not None)

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises by id."""
        return tuple(one for one in self._all_exercises if one.turn is None)

    @cached_property
    def scripts(self) -> tuple[Exercise, ...]:
        """What a running session can turn to; nobody chooses these from a list."""
        return tuple(one for one in self._all_exercises if one.turn is not None)

    @cached_property
    def bell(self) -> Clip | None:
        """The soft bell, where it can be found and decoded."""
        path = self.assets / "audio" / "sounds" / "bell.ogg"
        return recordings.read_sound(path, BELL_CLIP_ID)

    @cached_property
    def tick(self) -> Clip | None:
        """The tick that confirms a long press, where it can be found and decoded."""
        return recordings.read_sound(self.assets / "audio" / "sounds" / "tick.ogg", "tick")

    @cached_property
    def _all_exercises(self) -> tuple[Exercise, ...]:
        files = sorted((self.assets / "audio").glob("*/exercise.toml"))
        return self._usable([file.parent for file in files], exercises.read_exercise)

    @cached_property
    def references(self) -> dict[str, Reference]:
        """The sources by their keys."""
        path = self.assets / "lessons" / "references.json"
        found = self._usable([path], read_references)
        return found[0] if found else {}

    @cached_property
    def glossary(self) -> dict[str, Term]:
        """The terms by their ids, in the order of their words; translated where there is one."""
        folder = self.assets / "lessons"
        translated = folder / self.language / "glossary.toml"
        path = translated if translated.is_file() else folder / "glossary.toml"
        found = self._usable([path], read_glossary)
        return found[0] if found else {}

    @cached_property
    def evidence(self) -> Evidence | None:
        """The evidence sheet that the cards are held to; None if it cannot be read."""
        found = self._usable([self.assets / "lessons" / "evidence.toml"], read_evidence)
        return found[0] if found else None

    @cached_property
    def question_pages(self) -> tuple[QuestionPage, ...]:
        """The safety pages in their fixed order; empty if they cannot be read."""
        found = self._usable(
            [self.assets / "safety" / "red-flags.toml"], safety.read_question_pages
        )
        return found[0] if found else ()

    @cached_property
    def fit_pages(self) -> tuple[FitPage, ...]:
        """The pages before the fit worksheet in their order; empty if they cannot be read."""
        found = self._usable([self.assets / "safety" / "before-fit.toml"], safety.read_fit_pages)
        return found[0] if found else ()

    @cached_property
    def mini_check(self) -> MiniCheck | None:
        """The three questions; None if they cannot be read."""
        path = self.assets / "safety" / "three-questions.toml"
        found = self._usable([path], safety.read_mini_check)
        return found[0] if found else None

    @cached_property
    def crisis(self) -> tuple[CrisisCountry, ...]:
        """The countries of the crisis card by name."""
        files = sorted((self.assets / "safety" / "crisis").glob("*.toml"))
        return self._usable(files, safety.read_crisis_country)

    @cached_property
    def safety_messages(self) -> tuple[SafetyMessage, ...]:
        """The bank of safety messages; empty if it cannot be read."""
        path = self.assets / "plan" / "safety-messages.toml"
        found = self._usable([path], read_safety_messages)
        return found[0] if found else ()

    @cached_property
    def fit_items(self) -> tuple[FitItem, ...]:
        """The statements of the fit worksheet; empty if they cannot be read."""
        found = self._usable([self._fit_file], read_fit_items)
        return found[0] if found else ()

    @cached_property
    def starter_points(self) -> tuple[StarterPoint, ...]:
        """The points to begin an evidence sheet with; empty if they cannot be read."""
        found = self._usable([self._points_file], evidence_points.read_starter_points)
        return found[0] if found else ()

    @cached_property
    def four_weeks(self) -> FourWeeks | None:
        """The four-week plan; None if it cannot be read."""
        found = self._usable([self._plan_file], plans.read_four_weeks)
        return found[0] if found else None

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """The voices that exercises may be recorded in."""
        found = self._usable([self.assets / "audio" / "voices.toml"], _read_voices)
        return found[0] if found else ()

    @cached_property
    def soundscapes(self) -> tuple[Soundscape, ...]:
        """The background sounds."""
        path = self.assets / "audio" / "soundscapes" / "soundscapes.toml"
        found = self._usable([path], read_soundscapes)
        return found[0] if found else ()

    def recording(self, exercise: Exercise, voice: str) -> Recording:
        """Find the clips of an exercise in a voice; missing ones are told in the recording."""
        return exercises.read_recording(self.assets / "audio" / exercise.id, exercise, voice)

    def lesson_voice(self, chosen: str) -> Voice | None:
        """Give the chosen voice if it reads lessons, else the first that does."""
        reading = [voice for voice in self.voices if voice.reads_lessons]
        return next((one for one in reading if one.id == chosen), next(iter(reading), None))

    def lesson_recording(self, lesson: Lesson, voice: str) -> Recording:
        """Find the clips of a lesson in a voice: its pages, and the short version.

        Missing ones are told in the recording; so is one that speaks an older text.
        """
        folder = self._lesson_clips(lesson)
        texts = clip_texts(lesson)
        return recordings.read_recording(folder, texts, voice, as_written_now=True)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was wrong in the files read so far."""
        return tuple(fault for found in self._faults.values() for fault in found)

    def check(self) -> tuple[Fault, ...]:
        """Read every asset, with its links and clips, and give all that is wrong."""
        voices = tuple(voice.id for voice in self.voices)
        linked = [*self._lesson_faults(), *self._evidence_faults(), *self._clip_faults(voices)]
        linked += [*self._lesson_clip_faults(), *self._collision_faults(), *self._plan_faults()]
        _ = (self.references, self.question_pages, self.fit_pages, self.mini_check, self.crisis)
        _ = (self.safety_messages, self.fit_items, self.soundscapes)
        return (*self.faults, *linked)

    def _lesson_files(self) -> list[Path]:
        """Find the lessons of the language, and the English ones that it lacks, by their names."""
        folder = self.assets / "lessons"
        files = {file.name: file for file in folder.glob("*.md")}
        files |= {file.name: file for file in (folder / self.language).glob("*.md")}
        return [files[name] for name in sorted(files)]

    def _lesson(self, file: Path) -> Lesson | None:
        """Read a lesson; a translation that cannot be used gives way to the English one."""
        english = self.assets / "lessons" / file.name
        language = lessons.ENGLISH if file == english else self.language

        def read(path: Path) -> Lesson:
            return lessons.read_lesson(path, self.references or None, language)

        found = self._usable([file], read)
        if not found and file != english and english.is_file():
            return self._lesson(english)
        return found[0] if found else None

    def _lesson_faults(self) -> list[Fault]:
        points = self.evidence.points if self.evidence is not None else ()
        names = [exercise.id for exercise in self.exercises]
        links = lessons.Links(self.references, names, self.glossary, points)
        found: list[Fault] = []
        seen: set[str] = set()
        for lesson in self.lessons:
            path = self._path_of(lesson)
            if lesson.id in seen:
                found.append(Fault(path, 1, f"the id {lesson.id} is used twice"))
            seen.add(lesson.id)
            found += lessons.link_faults(path, lesson, links)
        return found

    def _path_of(self, lesson: Lesson) -> Path:
        """Find a lesson's file; a translation that gave way is not the file of the English one."""
        file = next(file for file in self._lesson_files() if file.stem[3:] == lesson.id)
        is_english = lesson.language == lessons.ENGLISH
        return self.assets / "lessons" / file.name if is_english else file

    def _evidence_faults(self) -> list[Fault]:
        if self.evidence is None or not self.references:
            return []
        folder = self.assets / "lessons"
        found = figure_faults(folder / "references.json", self.references, self.evidence)
        if len(self.lessons) < len(self._lesson_files()):
            return found  # what a lesson that cannot be read would cover is not missed yet
        return found + point_faults(folder / "evidence.toml", self.lessons, self.evidence)

    @property
    def _points_file(self) -> Path:
        return self.assets / "diary" / "evidence-points.toml"

    @property
    def _fit_file(self) -> Path:
        return self.assets / "safety" / "fit.toml"

    def _collision_faults(self) -> list[Fault]:
        """Hold points and fit items to the questions and rows they name, where all can be read."""
        pages, mini_check = self.question_pages, self.mini_check
        if self.evidence is None or mini_check is None or not pages:
            return []
        asked = [one for page in (*pages, *self.fit_pages) for one in page.questions]
        questions = {one.id for one in (*mini_check.questions, *asked)}
        rows = self.evidence.rows.keys()
        found: list[Fault] = []
        if self.starter_points:
            found += link_faults(self._points_file, self.starter_points, questions, rows)
        if self.fit_items:
            found += link_faults(self._fit_file, self.fit_items, questions, rows)
        return found

    @property
    def _plan_file(self) -> Path:
        return self.assets / "plan" / "four-weeks.toml"

    def _plan_faults(self) -> list[Fault]:
        """Hold the plan to the lessons and exercises it names, where all of those can be read."""
        if self.four_weeks is None or len(self.lessons) < len(self._lesson_files()):
            return []
        lesson_ids = [lesson.id for lesson in self.lessons]
        practised = [exercise.id for exercise in self.exercises]
        return plans.link_faults(self._plan_file, self.four_weeks, lesson_ids, practised)

    def _clip_faults(self, voices: tuple[str, ...]) -> list[Fault]:
        audio = self.assets / "audio"
        return [
            fault
            for exercise in self._all_exercises
            for fault in exercises.clip_faults(audio / exercise.id, exercise, voices)
        ]

    def _lesson_clip_faults(self) -> list[Fault]:
        """Compare the lessons with their clips where any were made; translations have none."""
        voices = [voice.id for voice in self.voices if voice.reads_lessons]
        found: list[Fault] = []
        for lesson in self.lessons:
            folder = self._lesson_clips(lesson)
            made = (folder / recordings.MANIFEST_NAME).is_file()
            if not made or lesson.language != lessons.ENGLISH:
                continue
            try:
                wrong = recordings.wrong_clips(folder, clip_texts(lesson), voices)
            except FaultyAssetError as error:
                found += error.faults
            else:
                found += lessons.clip_faults(self._path_of(lesson), lesson, wrong)
        return found

    def _lesson_clips(self, lesson: Lesson) -> Path:
        return self.assets / "audio" / "lessons" / lesson.id

    def _usable(self, files: Iterable[Path], read: Callable[[Path], Asset]) -> tuple[Asset, ...]:
        usable: list[Asset] = []
        for file in files:
            try:
                usable.append(read(file))
            except FaultyAssetError as error:
                self._faults[file] = error.faults
        return tuple(usable)


def _read_voices(path: Path) -> tuple[Voice, ...]:
    source = read_source(path)
    found = source.tables.get("voice", [])
    if isinstance(found, list):
        found = [_shown(one) for one in found]
    tables, faults = shaped_all(source, found, VoiceTable, "voice")
    faults += used_twice(source, {index: one.id for index, one in tables.items()}, "voice")
    if faults or not tables:
        raise FaultyAssetError(faults or [source.fault("at least one `[[voice]]` is expected")])
    return tuple(
        Voice(one.id, one.name, one.description, one.lesson_speed is not None)
        for one in tables.values()
    )


def _shown(table: object) -> object:
    """Leave out of a voice's table what the narration tool alone reads."""
    if not isinstance(table, dict):
        return table
    shown = [one.name for one in fields(VoiceTable)]
    return {key: table[key] for key in shown if key in table}
