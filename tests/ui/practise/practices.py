"""A shelf of practices as the real ones are: each with its part, its gate and its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import EXERCISE_TOML, write_assets

if TYPE_CHECKING:
    from pathlib import Path

MOVEMENTS = """
[[movement]]
id = "sit"
name = "Sitting down and staying"
smallest = "Sit down slowly on a firm chair."
stop = ["Chest pain: stop, and get medical help now.", "It is too much today: leave it."]

[[movement]]
id = "bend"
name = "Bending forward"
smallest = "Slide one hand a little way down your thigh."
stop = ["You cannot come up again: hold on, and have it looked at."]
"""

PRACTICES = {
    "somatic-tracking": (
        "Somatic tracking",
        'part = "attend"\nform = "core"\ngate = "no_open_flag"\nworkability = true',
    ),
    "somatic-tracking-short": (
        "Somatic tracking, short",
        'part = "attend"\nform = "short"\ngate = "no_open_flag"\nworkability = true',
    ),
    "flare-companion": (
        "Company in a flare",
        'part = "pleasant"\nform = "flare"\ngate = "open"\nthree_questions = true',
    ),
    "kind-words": ("Kind words", 'part = "pleasant"\nform = "words"\ngate = "open"'),
    "movement-for-real": (
        "A movement for real",
        'part = "evidence"\nform = "for real"\ngate = "checked"\nthree_questions = true',
    ),
}


CUE = """
[[cue]]
id = "%s"
block = "safety"
text = "%s"
pause_ms = [1000, 90000]
weight = 1.0
guidance = "silent"
"""

MOVE_CUE = CUE % ("move", "Do it a very little.") + (
    '[cue.movement]\nsit = "Sit a very little."\nbend = "Bend a very little."\n'
)

OWN_CUE = (CUE % ("own", "Now one of your own.")).replace("silent", "full") + (
    "rank = 2\nown_sentence = 1\n"
)

WITH_TOOLS = {
    "safety-reappraisal": (
        "Messages of safety",
        'part = "attend"\nform = "core"\ngate = "checked"\ntool = "own_sentences"',
        OWN_CUE,
    ),
    "reframing": (
        "A fairer sentence",
        'part = "emotions"\nform = "core"\ngate = "no_open_flag"\ntool = "thought_record"',
        CUE % ("thought", "Which thought is it?"),
    ),
    "movement-for-real": (
        "A movement for real",
        PRACTICES["movement-for-real"][1] + '\ntool = "prediction"',
        MOVE_CUE + OWN_CUE,
    ),
    "write-and-let-go": (
        "Write and let go",
        'part = "emotions"\nform = "writing"\ngate = "no_open_flag"\ntool = "writing"',
        CUE % ("begin", "You can begin now."),
    ),
    "looking-around": (
        "Looking around the room",
        'part = "pleasant"\nform = "eyes open"\ngate = "open"',
        CUE % ("look", "Look around."),
    ),
}


def write_practices(folder: Path) -> Path:
    """Write five practices, each filling one to four minutes, three by default; no clips."""
    write_assets(folder)
    for name, (title, head) in PRACTICES.items():
        _write(folder, name, title, head, "")
    return folder


def write_tools(folder: Path) -> Path:
    """Write a practice for each page of one's own writing, and two without; no clips."""
    write_assets(folder)
    _write(folder, "looking", "Looking", PRACTICES["somatic-tracking"][1].partition("work")[0], "")
    for name, (title, head, cues) in WITH_TOOLS.items():
        _write(folder, name, title, head, cues)
    return folder


def _write(folder: Path, name: str, title: str, head: str, more_cues: str) -> None:
    text = EXERCISE_TOML.replace("9000]", "90000]").replace("= 0.3", "= 3")
    start, first_cue, cues = text.partition("[[cue]]")
    for line in ('part = "attend"\n', 'form = "core"\n', 'gate = "no_open_flag"\n'):
        start = start.replace(line, "")
    start = start.replace('"looking"', f'"{name}"').replace('"Looking"', f'"{title}"')
    if name.endswith("-short"):
        start += 'returns_to = "safety"\n'
    movements = MOVEMENTS if MOVE_CUE in more_cues else ""
    target = folder / "audio" / name / "exercise.toml"
    target.parent.mkdir(exist_ok=True)
    before, last_cue, close = cues.rpartition("[[cue]]")
    cues = f"{first_cue}{before}{more_cues}\n{last_cue}{close}"
    target.write_text(f"{head}\n{start}{movements}\n{cues}", "utf-8")
