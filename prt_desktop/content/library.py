"""Everything the program can teach and play, read from the assets when first asked for."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from prt_desktop.content import exercises, lessons, plans, recordings
from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.references import read_references
from prt_desktop.content.tables import read_source, shaped_all, used_twice
from prt_desktop.domain.exercise import Voice

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

# Today waits for lessons, exercises and the plan; what else there is is imported when asked for.

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
        found = (self._lesson(file) for file in self.lesson_files())
        return tuple(lesson for lesson in found if lesson is not None)

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises by id."""
        return tuple(one for one in self.everything_to_play if one.turn is None)

    @cached_property
    def scripts(self) -> tuple[Exercise, ...]:
        """What a running session can turn to; nobody chooses these from a list."""
        return tuple(one for one in self.everything_to_play if one.turn is not None)

    @cached_property
    def bell(self) -> Clip | None:
        """The soft bell, where it can be found and decoded."""
        from prt_desktop.domain.timeline import BELL_CLIP_ID  # noqa: PLC0415

        path = self.assets / "audio" / "sounds" / "bell.ogg"
        return recordings.read_sound(path, BELL_CLIP_ID)

    @cached_property
    def tick(self) -> Clip | None:
        """The tick that confirms a long press, where it can be found and decoded."""
        return recordings.read_sound(self.assets / "audio" / "sounds" / "tick.ogg", "tick")

    @cached_property
    def everything_to_play(self) -> tuple[Exercise, ...]:
        """The exercises and the scripts by id."""
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
        from prt_desktop.content.glossary import read_glossary  # noqa: PLC0415

        folder = self.assets / "lessons"
        translated = folder / self.language / "glossary.toml"
        path = translated if translated.is_file() else folder / "glossary.toml"
        found = self._usable([path], read_glossary)
        return found[0] if found else {}

    @cached_property
    def evidence(self) -> Evidence | None:
        """The evidence sheet that the cards are held to; None if it cannot be read."""
        from prt_desktop.content.evidence import read_evidence  # noqa: PLC0415

        found = self._usable([self.assets / "lessons" / "evidence.toml"], read_evidence)
        return found[0] if found else None

    @cached_property
    def question_pages(self) -> tuple[QuestionPage, ...]:
        """The safety pages in their fixed order; empty if they cannot be read."""
        from prt_desktop.content import safety  # noqa: PLC0415

        found = self._usable(
            [self.assets / "safety" / "red-flags.toml"], safety.read_question_pages
        )
        return found[0] if found else ()

    @cached_property
    def fit_pages(self) -> tuple[FitPage, ...]:
        """The pages before the fit worksheet in their order; empty if they cannot be read."""
        from prt_desktop.content import safety  # noqa: PLC0415

        found = self._usable([self.assets / "safety" / "before-fit.toml"], safety.read_fit_pages)
        return found[0] if found else ()

    @cached_property
    def mini_check(self) -> MiniCheck | None:
        """The three questions; None if they cannot be read."""
        from prt_desktop.content import safety  # noqa: PLC0415

        path = self.assets / "safety" / "three-questions.toml"
        found = self._usable([path], safety.read_mini_check)
        return found[0] if found else None

    @cached_property
    def crisis(self) -> tuple[CrisisCountry, ...]:
        """The countries of the crisis card by name."""
        from prt_desktop.content import safety  # noqa: PLC0415

        files = sorted((self.assets / "safety" / "crisis").glob("*.toml"))
        return self._usable(files, safety.read_crisis_country)

    @cached_property
    def safety_messages(self) -> tuple[SafetyMessage, ...]:
        """The bank of safety messages; empty if it cannot be read."""
        from prt_desktop.content.safety_messages import read_safety_messages  # noqa: PLC0415

        path = self.assets / "plan" / "safety-messages.toml"
        found = self._usable([path], read_safety_messages)
        return found[0] if found else ()

    @cached_property
    def fit_items(self) -> tuple[FitItem, ...]:
        """The statements of the fit worksheet; empty if they cannot be read."""
        from prt_desktop.content.fit import read_fit_items  # noqa: PLC0415

        found = self._usable([self.fit_file], read_fit_items)
        return found[0] if found else ()

    @cached_property
    def starter_points(self) -> tuple[StarterPoint, ...]:
        """The points to begin an evidence sheet with; empty if they cannot be read."""
        from prt_desktop.content import evidence_points  # noqa: PLC0415

        found = self._usable([self.points_file], evidence_points.read_starter_points)
        return found[0] if found else ()

    @cached_property
    def four_weeks(self) -> FourWeeks | None:
        """The four-week plan; None if it cannot be read."""
        found = self._usable([self.plan_file], plans.read_four_weeks)
        return found[0] if found else None

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """The voices that exercises may be recorded in."""
        found = self._usable([self.assets / "audio" / "voices.toml"], _read_voices)
        return found[0] if found else ()

    @cached_property
    def soundscapes(self) -> tuple[Soundscape, ...]:
        """The background sounds."""
        from prt_desktop.content.soundscapes import read_soundscapes  # noqa: PLC0415

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
        from prt_desktop.domain.reading_aloud import clip_texts  # noqa: PLC0415

        folder = self.lesson_clips(lesson)
        texts = clip_texts(lesson)
        return recordings.read_recording(folder, texts, voice, as_written_now=True)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was wrong in the files read so far."""
        return tuple(fault for found in self._faults.values() for fault in found)

    def lesson_files(self) -> list[Path]:
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

    @property
    def points_file(self) -> Path:
        """Where the points to begin an evidence sheet with stand."""
        return self.assets / "diary" / "evidence-points.toml"

    @property
    def fit_file(self) -> Path:
        """Where the statements of the fit worksheet stand."""
        return self.assets / "safety" / "fit.toml"

    @property
    def plan_file(self) -> Path:
        """Where the four weeks stand."""
        return self.assets / "plan" / "four-weeks.toml"

    def lesson_clips(self, lesson: Lesson) -> Path:
        """Name the folder of a lesson's clips."""
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
