"""`assets/audio/<exercise>/exercise.toml` and its clips, as exercises and recordings."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prt_desktop.content import recordings
from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.tables import (
    Source,
    headed,
    read_source,
    read_text,
    shaped_all,
    used_twice,
)
from prt_desktop.domain.exercise import (
    Cue,
    Exercise,
    Gate,
    Guidance,
    Movement,
    Part,
    Pause,
    Tool,
    Turn,
)

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.domain.exercise import Recording

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class ExerciseTable:
    """The head of an `exercise.toml`."""

    id: str
    title: str
    part: Part
    form: str
    gate: Gate
    default_minutes: float
    purpose: str
    choose_else: str
    posture: str
    returns_to: str | None = None
    workability: bool = False
    three_questions: bool = False
    ends_in_silence: bool = False
    tool: Tool | None = None
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class CueTable:
    """One `[[cue]]`; `pause_ms` is the shortest and the longest silence after it."""

    id: str
    block: str
    text: str
    pause_ms: tuple[int, int]
    weight: float
    guidance: Guidance
    rank: int | None = None
    instead: str | None = None
    own_sentence: int | None = None
    movement: dict[str, str] = field(default_factory=dict)


def read_exercise(folder: Path) -> Exercise:
    """Read the exercise in a folder; raises FaultyAssetError with all that is wrong."""
    source = read_source(folder / "exercise.toml")
    table, cues, faults = headed(source, ExerciseTable, CueTable, "cue", beside="movement")
    found = source.tables.get("movement", [])
    movements, wrong = shaped_all(source, found, Movement, "movement")
    faults += wrong
    if table is not None and table.id != folder.name:
        faults.append(source.fault(f"the id must be the folder's name, {folder.name}", key="id"))
    faults += _cue_faults(source, cues)
    faults += _movement_faults(source, movements, cues)
    if table is not None:
        faults += _block_faults(source, table, cues)
        if movements and table.tool is not Tool.PREDICTION:
            message = '`tool` must be "prediction", whose page asks for one of the movements'
            faults.append(source.fault(message, key="tool"))
    if faults or table is None:
        raise FaultyAssetError(faults)
    return _exercise(table, tuple(movements.values()), list(cues.values()))


def read_recording(folder: Path, exercise: Exercise, voice: str) -> Recording:
    """Find the clips of one voice; missing ones are told in the recording."""
    return recordings.read_recording(folder, exercise.clip_texts(), voice)


def clip_faults(folder: Path, exercise: Exercise, voices: tuple[str, ...]) -> list[Fault]:
    """Compare texts and clips: each clip must be there and speak the text as it stands now."""
    source = Source(folder / "exercise.toml", read_text(folder / "exercise.toml"))
    try:
        wrong = recordings.wrong_clips(folder, exercise.clip_texts(), voices)
    except FaultyAssetError as error:
        return list(error.faults)
    return [
        source.fault(f"{one.name}: {one.message}", "cue", _cue_index(exercise, one.clip_id))
        for one in wrong
    ]


def _exercise(
    table: ExerciseTable, movements: tuple[Movement, ...], cues: list[CueTable]
) -> Exercise:
    return Exercise(
        id=table.id,
        title=table.title,
        part=table.part,
        form=table.form,
        gate=table.gate,
        default_minutes=table.default_minutes,
        purpose=table.purpose,
        choose_else=table.choose_else,
        posture=table.posture,
        cues=tuple(_cue(cue) for cue in cues),
        returns_to=table.returns_to,
        workability=table.workability,
        three_questions=table.three_questions,
        ends_in_silence=table.ends_in_silence,
        tool=table.tool,
        turn=table.turn,
        movements=movements,
    )


def _cue(table: CueTable) -> Cue:
    shortest_ms, longest_ms = table.pause_ms
    pause = Pause(shortest_ms, longest_ms, table.weight)
    return Cue(
        table.id,
        table.block,
        table.text,
        pause,
        table.guidance,
        table.rank,
        table.instead,
        table.own_sentence,
        table.movement,
    )


def _cue_faults(source: Source, cues: dict[int, CueTable]) -> list[Fault]:
    found = source.tables.get("cue")
    if not found:
        return [source.fault("at least one `[[cue]]` table is expected")]
    faults = used_twice(source, {index: cue.id for index, cue in cues.items()}, "cue")
    last = len(found) - 1 if isinstance(found, list) else 0
    for index, cue in cues.items():
        faults += [source.fault(text, "cue", index, key) for key, text in _wrong_in(cue)]
        is_optional = cue.rank is not None or cue.guidance is not Guidance.SILENT
        if index in {0, last} and is_optional:
            message = "the first and the last cue are always spoken: no `rank`, guidance silent"
            faults.append(source.fault(message, "cue", index))
    return faults


def _block_faults(source: Source, table: ExerciseTable, cues: dict[int, CueTable]) -> list[Fault]:
    """Find cues that stand apart from their block, and a block that cannot be returned to."""
    blocks: list[str] = []
    faults = []
    for index, cue in cues.items():
        if cue.block in blocks[:-1]:
            faults.append(source.fault("the cues of a block stand together", "cue", index, "block"))
        if cue.block not in blocks[-1:]:
            blocks.append(cue.block)
    if table.returns_to is not None and table.returns_to not in blocks[1:-1]:
        message = "`returns_to` must name a block between the first and the last"
        faults.append(source.fault(message, key="returns_to"))
    return faults


def _movement_faults(
    source: Source, movements: dict[int, Movement], cues: dict[int, CueTable]
) -> list[Fault]:
    """Find movements that lack a name, a smallest form or a stop rule, or that no cue speaks of."""
    ids = {index: movement.id for index, movement in movements.items()}
    faults = used_twice(source, ids, "movement")
    for index, movement in movements.items():
        rules = [
            (not _KEBAB.fullmatch(movement.id), "id", "`id` must be in kebab-case, such as sit"),
            (movement.id == "instead", "id", "`instead` cannot be the id of a movement"),
            (not movement.name.strip(), "name", "`name` says nothing"),
            (not movement.smallest.strip(), "smallest", "`smallest` says nothing"),
            (not movement.stop, "stop", "`stop` must say when to stop"),
            (not all(map(str.strip, movement.stop)), "stop", "a rule of `stop` says nothing"),
        ]
        faults += [
            source.fault(text, "movement", index, key) for wrong, key, text in rules if wrong
        ]
    for index, cue in cues.items():
        if cue.movement and cue.movement.keys() != set(ids.values()):
            known = ", ".join(ids.values()) or "no movement, for there is none"
            message = f"`[cue.movement]` must have one text for each of: {known}"
            faults.append(source.fault(message, "cue", index))
        if cue.movement and cue.instead is not None:
            message = "a cue has `instead` or `[cue.movement]`, not both"
            faults.append(source.fault(message, "cue", index))
    if movements and not any(cue.movement for cue in cues.values()):
        faults.append(source.fault("no cue speaks of the movements", "movement"))
    return faults


def _wrong_in(cue: CueTable) -> list[tuple[str, str]]:
    shortest_ms, longest_ms = cue.pause_ms
    rules = [
        (not _KEBAB.fullmatch(cue.id), "id", "`id` must be in kebab-case, such as arrive-eyes"),
        (not cue.text.strip(), "text", "`text` says nothing"),
        (cue.instead is not None and not cue.instead.strip(), "instead", "`instead` says nothing"),
        (
            not 0 <= shortest_ms <= longest_ms,
            "pause_ms",
            "`pause_ms` must be [shortest, longest], from 0 up",
        ),
        (not 0 < cue.weight < math.inf, "weight", "`weight` must be above 0"),
        (cue.rank is not None and cue.rank < 1, "rank", "`rank` counts from 1"),
        (
            cue.own_sentence is not None
            and (cue.own_sentence not in (1, 2, 3) or cue.rank is None),
            "own_sentence",
            "`own_sentence` is 1, 2 or 3, and its cue has a `rank`",
        ),
        (
            not all(map(str.strip, cue.movement.values())),
            "",
            "a text of `[cue.movement]` says nothing",
        ),
        (
            cue.rank is not None and cue.guidance is Guidance.SILENT,
            "guidance",
            "a cue with a `rank` cannot be spoken in silence",
        ),
    ]
    return [(key, message) for wrong, key, message in rules if wrong]


def _cue_index(exercise: Exercise, clip_id: str) -> int:
    cue_id = clip_id.partition(".")[0]
    return next(index for index, cue in enumerate(exercise.cues) if cue.id == cue_id)
