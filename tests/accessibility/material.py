"""The shipped assets with made-up turns, and what a person has on the first day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from prt_desktop.content.exercises import read_exercise
from prt_desktop.paths import assets
from prt_desktop.storage.settings import SettingsFile
from tests.builders import manifest_of, write_files
from tests.sound.material import spoken

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.domain.exercise import Turn

CLIP_MS = 2_500
VOICES = ("heart", "michael")
TURN_TOML = """\
id = "{name}"
title = "{name}"
part = "pleasant"
form = "turn"
gate = "open"
default_minutes = 3
purpose = "A session turns to this."
choose_else = "Choose to stop if it is too much."
posture = "Stay as you are."
turn = "{turn}"
returns_to = "rest"

[[cue]]
id = "hello"
block = "turn"
text = "Of course. This is {turn}."
pause_ms = [1000, 4000]
weight = 0.5
guidance = "silent"

[[cue]]
id = "rest"
block = "rest"
text = "Rest here for a while."
pause_ms = [1000, 6000]
weight = 1.0
guidance = "sparse"
rank = 1

[[cue]]
id = "end"
block = "close"
text = "Come back when you like."
pause_ms = [1000, 4000]
weight = 0.5
guidance = "silent"
"""


def linked_assets(folder: Path, turns: tuple[Turn, ...]) -> Path:
    """Give the shipped assets, in which a session can turn to made-up words."""
    audio = folder / "audio"
    audio.mkdir(parents=True)
    own = {f"turn-{turn.value.replace('_', '-')}": turn for turn in turns}
    for one in assets().iterdir():
        if one.name != "audio":
            (folder / one.name).symlink_to(one)
    for one in (assets() / "audio").iterdir():
        if not one.name.startswith("turning-"):
            (audio / one.name).symlink_to(one)
    for name, turn in own.items():
        _write_turn(audio / name, turn)
    return folder


def at_text_size(data: Path, percent: int) -> Path:
    """Give the data folder of a person who reads at a text size, in percent."""
    file = SettingsFile(data)
    file.write(replace(file.read(), text_percent=percent, country="Austria"))
    return data


def _write_turn(folder: Path, turn: Turn) -> None:
    text = TURN_TOML.format(name=folder.name, turn=turn.value)
    write_files(folder, {"exercise.toml": text})
    exercise = read_exercise(folder)
    write_files(folder, {"manifest.json": manifest_of(exercise, VOICES, CLIP_MS)})
    for voice in VOICES:
        spoken(folder / voice, exercise, CLIP_MS)
