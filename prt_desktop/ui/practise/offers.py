"""What an exercise can be like now: its gate, its choices, its lengths and its session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import MovementTrial
from prt_desktop.domain.exercise import Exercise, Spoken, Tool, Turn
from prt_desktop.domain.safety import Closed
from prt_desktop.domain.timeline import NO_FRAME, Frame, Pace
from prt_desktop.ui.practise import words
from prt_desktop.ui.practise.choices import Choices, Lengths, lengths, remembered
from prt_desktop.ui.practise.doors import OwnDoors
from prt_desktop.ui.practise.preparation import Wish

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.circumstances import BodyArea
    from prt_desktop.domain.left_at import LeftAt
    from prt_desktop.domain.timeline import Timeline
    from prt_desktop.practices import Practices
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.practise.doors import Doors

_WORTH_GOING_ON_MS = 20_000  # with less behind or ahead, one begins anew


@dataclass(frozen=True, slots=True)
class Listed:
    """An exercise with why it does not open, or None, and with what it can fill."""

    exercise: Exercise
    closed: Closed | None
    lengths: Lengths


@dataclass(frozen=True, slots=True)
class Offer:
    """An exercise as it can be offered now.

    `closed` is None when it may open; `neutral` says that some cues wait for a check; `missing`
    tells in a line which sentences have no voice, or is empty. `scripts` are what the session can
    turn to, in the same voice. `resume_ms` is where it was left last time, in this plan, 0 when
    there is nothing to go on with; `unfolded` shows the choices of how it sounds. `asks_person`
    says that the person's own questions come before it, `asks_for_clinician` that a clinician in
    the room is asked for. `waiting_trial` names a movement that was predicted and not compared yet;
    `has_own` says that the person's own sentences come in it.
    """

    exercise: Exercise
    choices: Choices
    lengths: Lengths
    closed: Closed | None
    neutral: bool
    missing: str
    wish: Wish
    scripts: Mapping[Turn, Spoken]
    resume_ms: int = 0
    unfolded: bool = False
    asks_person: bool = True
    asks_for_clinician: bool = False
    waiting_trial: str = ""
    has_own: bool = False


class Offers:
    """Makes offers from what is recorded, what there is, and what was chosen last time.

    `doors` say what may open; a demonstration has others.
    """

    def __init__(
        self,
        journal: Journal,
        practices: Practices,
        settings: SettingsFile,
        clock: Callable[[], datetime],
    ) -> None:
        self.doors: Doors = OwnDoors(journal, clock)
        self._journal = journal
        self._practices = practices
        self._library = practices.library
        self._settings = settings
        self._ranges: dict[tuple[str, str], Lengths] = {}

    def listed(self) -> list[Listed]:
        """Give every exercise with its gate and what it can fill as it is usually spoken."""
        voice = self._settings.read().voice
        return [
            Listed(one, self.doors.closed(one), self._range(one, voice))
            for one in self._practices.exercises()
        ]

    def practise_for(self, areas: tuple[BodyArea, ...]) -> None:
        """Take the parts of the body that the next practice is for; none when not known."""
        self.doors.practise_for(areas)

    def remembered(self, exercise: Exercise) -> Choices:
        """Give the choices of last time."""
        library = self._library
        return remembered(self._settings.read(), exercise, library.voices, library.soundscapes)

    def offer(self, exercise: Exercise, choices: Choices) -> Offer:
        """Offer an exercise with these choices, its length drawn in to what fits."""
        checked = self.doors.checked
        wish, fits = self._wish(exercise, choices, checked=checked)
        plan = wish.timeline()
        settings = self._settings.read()
        return Offer(
            exercise,
            replace(choices, minutes=fits.fitting(choices.minutes)),
            fits,
            self.doors.closed(exercise),
            neutral=not checked and any(cue.instead for cue in exercise.cues),
            missing=words.captions_only(plan.spans, wish.recording.clips),
            wish=wish,
            scripts=self._scripts(choices.voice),
            resume_ms=_resume_ms(settings.left_at.get(exercise.id), plan, exercise),
            unfolded=settings.sound_unfolded,
            asks_person=self.doors.asks_person(exercise),
            asks_for_clinician=self.doors.asks_for_clinician(exercise),
            waiting_trial=self._waiting_trial(exercise),
            has_own=any(span.own_sentence for span in plan.spans),
        )

    def _wish(self, exercise: Exercise, choices: Choices, *, checked: bool) -> tuple[Wish, Lengths]:
        recording = self._practices.recording(exercise, choices.voice)
        movement = choices.movement or None
        own = self._journal.own_sentences() if checked else ()
        pace = Pace(choices.guidance, choices.silence, choices.rate, checked, movement, own)
        bell = self._library.bell if choices.bell else None
        frame = Frame(choices.delay_s * 1000, bell=bell is not None)
        fits = lengths(exercise, recording, pace, frame)
        soundscapes = {one.id: one for one in self._library.soundscapes}
        wish = Wish(
            exercise,
            recording.with_clip(bell) if bell is not None else recording,
            fits.fitting_ms(fits.fitting(choices.minutes)),
            pace,
            frame,
            soundscapes.get(choices.background),
            choices.fade_s * 1000,
            choices.open_end,
        )
        return wish, fits

    def _range(self, exercise: Exercise, voice: str) -> Lengths:
        """Find once what an exercise can fill; it takes some milliseconds each."""
        key = (exercise.id, voice)
        if key not in self._ranges:
            recording = self._practices.recording(exercise, voice)
            self._ranges[key] = lengths(exercise, recording, Pace(), NO_FRAME)
        return self._ranges[key]

    def _waiting_trial(self, exercise: Exercise) -> str:
        if exercise.tool is not Tool.PREDICTION:
            return ""
        draft = self._journal.drafts.get(exercise.tool)
        found = draft.details if draft is not None else None
        if isinstance(found, MovementTrial) and found.exercise_id == exercise.id:
            return found.movement
        return ""

    def _scripts(self, voice: str) -> dict[Turn, Spoken]:
        return {
            script.turn: Spoken(script, self._library.recording(script, voice))
            for script in self._library.scripts
            if script.turn is not None
        }


def _resume_ms(left: LeftAt | None, plan: Timeline, exercise: Exercise) -> int:
    """Give the place to go on from, or 0 at the edges of the session, where none is worth it."""
    if left is None:
        return 0
    place_ms = left.place_in(plan, exercise)
    nearest_edge_ms = min(place_ms - plan.spans[0].start_ms, plan.length_ms - place_ms)
    return place_ms if nearest_edge_ms >= _WORTH_GOING_ON_MS else 0
