"""Decides which clips are missing or out of date, and makes only those."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from narration.clip import Clip, ClipError, Measurement, Narrator, compose, write_clip
from narration.manifest import ClipRecord, Manifest, read_manifest
from narration.recipe import Delivery, Take, fingerprint
from narration.scripts import Line, Script, Voice
from prt_desktop.domain.spoken_text import text_sha256

FIRST_GUESS_S_PER_PHONEME = 0.06
"""For the time left, until the first clip has been timed."""

State = Literal["new", "changed", "missing", "reworded", "current"]
"""`missing`: the record is right but its file is not there; `reworded`: the text was edited in a
way that cannot be heard (a comma kept its place, a citation moved), so only the record changes."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Task:
    """One line in one voice, the sounds it is made of, and how its clip stands to them."""

    line: Line
    voice: str
    delivery: Delivery
    phonemes: tuple[str, ...]
    recipe: str
    state: State
    takes: tuple[Take, ...] = ()

    @property
    def file(self) -> str:
        """The clip's place inside its script's folder."""
        return f"{self.voice}/{self.line.name}.ogg"

    @property
    def to_make(self) -> bool:
        """Whether the clip has to be spoken anew."""
        return self.state in ("new", "changed", "missing")

    def with_takes(self, takes: tuple[Take, ...]) -> Task:
        """Give the same task, spoken by these takes."""
        recipe = fingerprint(self.delivery, self.phonemes, takes)
        return replace(self, takes=takes, recipe=recipe)

    @property
    def size(self) -> int:
        """How much there is to speak, in phonemes."""
        return sum(map(len, self.phonemes))


@dataclass(frozen=True, slots=True)
class Plan:
    """What one script needs: its tasks, and the clips that no line asks for any more."""

    script: Script
    folder: Path
    manifest: Manifest
    tasks: tuple[Task, ...]
    gone: tuple[Path, ...]

    @property
    def to_make(self) -> tuple[Task, ...]:
        """The tasks whose clip has to be spoken anew."""
        return tuple(task for task in self.tasks if task.to_make)

    def save(self) -> None:
        """Save the manifest in the order of the script."""
        self.manifest.save(tuple(line.name for line in self.script.lines))


def plan_script(
    script: Script, voices: Iterable[Voice], out: Path, phonemes: Callable[[str], str]
) -> Plan:
    """Compare one script with the clips below `out`.

    `phonemes` is asked for every sentence, so that a change in the pronunciation list is seen in
    the clips it touches and in no others.
    """
    folder = out / script.folder
    manifest = read_manifest(folder)
    sounds = {line.name: tuple(map(phonemes, line.sentences)) for line in script.lines}
    tasks: list[Task] = []
    gone: list[Path] = []
    wanted = {f"{line.name}.ogg" for line in script.lines}
    for voice in voices:
        delivery = voice.delivery(script.kind)
        if delivery is None:
            continue
        for line in script.lines:
            record = manifest.find(voice.identifier, line.name)
            takes = _takes_that_fit(record, delivery, sounds[line.name])
            recipe = fingerprint(delivery, sounds[line.name], takes)
            state = _state(record, line, recipe, folder)
            tasks.append(
                Task(line, voice.identifier, delivery, sounds[line.name], recipe, state, takes)
            )
        clips = (folder / voice.identifier).glob("*.ogg")
        gone += sorted(path for path in clips if path.name not in wanted)
    return Plan(script, folder, manifest, tuple(tasks), tuple(gone))


def _takes_that_fit(
    record: ClipRecord | None, delivery: Delivery, phonemes: tuple[str, ...]
) -> tuple[Take, ...]:
    """Give the takes of a clip whose sounds are still the same; what was reworded has none."""
    takes = record.takes if record else ()
    same = record is not None and record.recipe == fingerprint(delivery, phonemes, takes)
    return takes if same else ()


def _state(record: ClipRecord | None, line: Line, recipe: str, folder: Path) -> State:
    if record is None:
        return "new"
    if record.recipe != recipe:
        return "changed"
    if not (folder / record.file).exists():
        return "missing"
    return "current" if record.text_sha256 == text_sha256(line.text) else "reworded"


class Production:
    """Carries plans out, one clip at a time, so that it may be stopped anywhere and go on later.

    `clock` returns seconds that only rise.
    """

    def __init__(
        self, narrator: Narrator, say: Say, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._narrator = narrator
        self._say = say
        self._clock = clock
        self._left = 0
        self._done = 0
        self._spent_s = 0.0

    @property
    def time_left_s(self) -> float:
        """How long the rest will take, judged by what has been made so far."""
        pace = self._spent_s / self._done if self._done else FIRST_GUESS_S_PER_PHONEME
        return self._left * pace

    def carry_out(self, plans: Iterable[Plan]) -> list[str]:
        """Make what is missing and remove what is gone; return one sentence for each failure."""
        plans = list(plans)
        self._left = sum(task.size for plan in plans for task in plan.to_make)
        failures: list[str] = []
        for plan in plans:
            _tidy(plan, self._say)
            for number, task in enumerate(plan.to_make, 1):
                place = f"{plan.script.identifier} {number}/{len(plan.to_make)} {task.file}"
                try:
                    self._make(plan, task, place)
                except ClipError as error:
                    failures.append(f"{plan.script.identifier} {task.file}: {error}")
                    self._say(f"{place}: not made: {error}")
        return failures

    def _make(self, plan: Plan, task: Task, place: str) -> None:
        begun = self._clock()
        clip = compose(self._narrator, task.phonemes, task.delivery, task.takes)
        path = plan.folder / task.file
        path.parent.mkdir(parents=True, exist_ok=True)
        measured = write_clip(path, clip.samples)
        record = record_of(task, clip, measured)
        plan.manifest.clips.setdefault(task.voice, {})[task.line.name] = record
        plan.save()
        self._spent_s += self._clock() - begun
        self._done += task.size
        self._left -= task.size
        self._say(
            f"{place} ({task.state}): {measured.length_ms / 1000:.1f} s, {measured.lufs:.1f} LUFS,"
            f" {measured.true_peak_db:.1f} dBTP; {said_time(self.time_left_s)} left"
        )


def record_of(task: Task, clip: Clip, measured: Measurement) -> ClipRecord:
    """Tell what is known of the clip that was made of a task."""
    return ClipRecord(
        task.file,
        text_sha256(task.line.text),
        task.recipe,
        measured.length_ms,
        measured.lufs,
        measured.true_peak_db,
        clip.sentences,
        task.takes,
    )


def _tidy(plan: Plan, say: Say) -> None:
    """Remove clips that no line asks for, and renew the records of reworded lines."""
    names = {line.name for line in plan.script.lines}
    before = {voice: dict(records) for voice, records in plan.manifest.clips.items()}
    for path in plan.gone:
        path.unlink()
        say(f"{plan.script.identifier}: removed {path.parent.name}/{path.name}, its text is gone")
    for records in plan.manifest.clips.values():
        for name in records.keys() - names:
            del records[name]
    for task in plan.tasks:
        record = plan.manifest.find(task.voice, task.line.name)
        if task.state == "reworded" and record is not None:
            fresh = replace(record, text_sha256=text_sha256(task.line.text))
            plan.manifest.clips[task.voice][task.line.name] = fresh
            say(
                f"{plan.script.identifier}: {task.file} sounds the same, only its record is renewed"
            )
    if plan.manifest.clips != before:
        plan.save()


def said_time(seconds: float) -> str:
    """Say a length of time roughly, as a person would."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min"
