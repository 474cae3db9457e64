"""One playing of a made-up session in a process of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tests.sound.commanded import Commanded
from tests.sound.material import laid_out, spoken, talking, track_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.sound.actor import Part


class Playing(Commanded):
    """A session that is prepared and waits for `tell("play")`."""

    def __init__(self, part: Part, environment: Mapping[str, str]) -> None:
        exercise = talking(part.cues, part.pause_ms)
        recording = spoken(Path(part.folder) / "clips", exercise, part.clip_ms)
        self.timeline = laid_out(exercise, recording, part.length_ms)
        self.track = track_of(self.timeline, recording)
        offscreen = {**environment, "QT_QPA_PLATFORM": "offscreen"}
        super().__init__("tests.sound.actor", [msgspec.json.encode(part).decode()], offscreen)
