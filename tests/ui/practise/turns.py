"""What a practice can turn to, with its clips, and the tick that confirms a long press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.content.library import Library
from tests.builders import (
    EXERCISE_TOML,
    a_cue,
    a_recording,
    an_exercise,
    manifest_of,
    write_clip,
    write_files,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.practise.conftest import Room

LIGHTER, SOOTHING = "Somewhere easier now.", "Feel what holds you."
SCRIPTS = (("turning-lighter", "lighter", LIGHTER), ("turning-soothing", "too_much", SOOTHING))


def write_turns(assets: Path) -> None:
    """Write both scripts and the tick into a folder of assets."""
    for script_id, turn, words in SCRIPTS:
        write_practice(assets, script_id, (words, "That is the end."), f'turn = "{turn}"')
    write_clip(assets / "audio" / "sounds" / "tick.ogg", 100)


def write_practice(assets: Path, exercise_id: str, texts: tuple[str, ...], more: str = "") -> None:
    """Write one exercise that says these texts, each followed by up to 90 s of silence."""
    folder = assets / "audio" / exercise_id
    cues = [a_cue(f"cue-{number}", text=text) for number, text in enumerate(texts)]
    exercise = an_exercise(*cues, id=exercise_id)
    head = EXERCISE_TOML.partition("[[cue]]")[0].replace('id = "looking"', f'id = "{exercise_id}"')
    tables = [
        f'[[cue]]\nid = "{cue.id}"\nblock = "all"\ntext = "{cue.text}"\npause_ms = [1000, 90000]\n'
        'weight = 1.0\nguidance = "silent"\n'
        for cue in cues
    ]
    toml = "\n".join([head.replace("= 0.3", "= 2") + more, *tables])
    write_files(assets, {f"audio/{exercise_id}/exercise.toml": toml})
    a_recording(folder, exercise)
    (folder / "manifest.json").write_bytes(manifest_of(exercise, ("heart",), 1_500))


def going_round(room: Room, assets: Path) -> None:
    """Let the practice be one that can go on until it is stopped."""
    file = assets / "audio" / "looking" / "exercise.toml"
    text = file.read_text().replace(
        "default_minutes = 3", 'default_minutes = 3\nreturns_to = "safety"'
    )
    file.write_text(text)
    room.setting.library.exercises = Library(assets).exercises
