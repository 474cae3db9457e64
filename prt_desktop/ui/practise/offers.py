"""What an exercise can be like now: its gate, its choices, its lengths and its session."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from prt_desktop.domain.exercise import Exercise
from prt_desktop.domain.safety import Closed
from prt_desktop.domain.timeline import Pace
from prt_desktop.ui.practise import words
from prt_desktop.ui.practise.choices import Choices, Lengths, lengths, remembered
from prt_desktop.ui.practise.preparation import Wish

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.content.library import Library
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile


@dataclass(frozen=True, slots=True)
class Offer:
    """An exercise as it can be offered now.

    `closed` is None when it may open; `neutral` says that some cues wait for a check;
    `missing` tells in a line which sentences have no voice, or is empty.
    """

    exercise: Exercise
    choices: Choices
    lengths: Lengths
    closed: Closed | None
    neutral: bool
    missing: str
    wish: Wish


class Offers:
    """Makes offers from what is recorded, what there is, and what was chosen last time."""

    def __init__(
        self,
        journal: Journal,
        library: Library,
        settings: SettingsFile,
        clock: Callable[[], datetime],
    ) -> None:
        self._journal = journal
        self._library = library
        self._settings = settings
        self._clock = clock

    def remembered(self, exercise: Exercise) -> Choices:
        """Give the choices of last time."""
        library = self._library
        return remembered(self._settings.read(), exercise, library.voices, library.soundscapes)

    def offer(self, exercise: Exercise, choices: Choices) -> Offer:
        """Offer an exercise with these choices, its length drawn in to what fits."""
        now, safety = self._clock(), self._journal.safety()
        checked = safety.valid_check(now) is not None
        recording = self._library.recording(exercise, choices.voice)
        pace = Pace(silence=choices.silence, checked=checked)
        fits = lengths(exercise, recording, pace)
        choices = replace(choices, minutes=min(fits.most, max(fits.fewest, choices.minutes)))
        soundscapes = {one.id: one for one in self._library.soundscapes}
        soundscape = soundscapes.get(choices.background)
        wish = Wish(exercise, recording, fits.fitting_ms(choices.minutes), pace, soundscape)
        return Offer(
            exercise,
            choices,
            fits,
            safety.closed(exercise.gate, now),
            neutral=not checked and any(cue.instead for cue in exercise.cues),
            missing=words.captions_only(wish.timeline().spans, recording.clips),
            wish=wish,
        )
