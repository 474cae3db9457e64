"""Practices with their clips: the one of the builders, two that are open, one that waits."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.builders import EXERCISE_TOML, write_assets

if TYPE_CHECKING:
    from pathlib import Path

PRACTICES = {
    "kind-words": ("Kind words", 'part = "pleasant"\nform = "words"\ngate = "open"\n'),
    "warm-hands": ("Warm hands", 'part = "pleasant"\nform = "warm"\ngate = "open"\n'),
    "movement-for-real": (
        "A movement for real",
        'part = "evidence"\nform = "for real"\ngate = "checked"\n',
    ),
}


def write_spoken_practices(folder: Path) -> Path:
    """Write four practices, each filling one to four minutes, three by default."""
    write_assets(folder)
    long = EXERCISE_TOML.replace("9000]", "90000]").replace("= 0.3", "= 3")
    first = folder / "audio" / "looking"
    for name, (title, head) in PRACTICES.items():
        text = long.replace('"looking"', f'"{name}"').replace('"Looking"', f'"{title}"')
        for line in ('part = "attend"\n', 'form = "core"\n', 'gate = "no_open_flag"\n'):
            text = text.replace(line, "", 1)
        shutil.copytree(first, folder / "audio" / name)
        if name == "movement-for-real":
            text = text.replace("rank = 1\n", "rank = 1\nown_sentence = 1\n")
        (folder / "audio" / name / "exercise.toml").write_text(head + text, "utf-8")
    (first / "exercise.toml").write_text(long, "utf-8")
    return folder
