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


def write_practices(folder: Path) -> Path:
    """Write five practices, each filling one to four minutes, three by default; no clips."""
    write_assets(folder)
    for name, (title, head) in PRACTICES.items():
        text = EXERCISE_TOML.replace("9000]", "90000]").replace("= 0.3", "= 3")
        start, first_cue, cues = text.partition("[[cue]]")
        for line in ('part = "attend"\n', 'form = "core"\n', 'gate = "no_open_flag"\n'):
            start = start.replace(line, "")
        start = start.replace('"looking"', f'"{name}"').replace('"Looking"', f'"{title}"')
        if name.endswith("-short"):
            start += 'returns_to = "safety"\n'
        movements = MOVEMENTS if name == "movement-for-real" else ""
        target = folder / "audio" / name / "exercise.toml"
        target.parent.mkdir()
        target.write_text(f"{head}\n{start}{movements}\n{first_cue}{cues}", "utf-8")
    return folder
