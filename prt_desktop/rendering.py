"""A session asked for by name, checked against the safety gates and written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from prt_desktop.audio.mixing import FADE_MS, Background
from prt_desktop.audio.render import render
from prt_desktop.content.library import Library
from prt_desktop.domain.crisis import CrisisCountry, numbers_from, with_own
from prt_desktop.domain.errors import ContentError, GateClosedError, JournalUnreadableError
from prt_desktop.domain.exercise import Exercise, Gate, Guidance, Movement, Recording
from prt_desktop.domain.own_audio import OWN_FORM, OWN_VOICE
from prt_desktop.domain.safety import Closed, SafetyRecord
from prt_desktop.domain.timeline import NO_FRAME, Frame, Pace, Timeline, length_range, timeline
from prt_desktop.export.webvtt import webvtt
from prt_desktop.storage.atomic import write_whole
from prt_desktop.storage.copies import Copies
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.own_audio import OwnAudio
from prt_desktop.storage.settings import SettingsFile
from prt_desktop.storage.vault_places import COPIES_NAME, JOURNAL_NAME, keys_are_there

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from prt_desktop.paths import Places
    from prt_desktop.storage.seal import Seal

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks to have rendered; `voice` None means the first voice there is.

    `background_volume` is loudness as heard, 0 to 100, and `fade_ms` the time in which the
    background comes and goes; `movement` names the movement of a graded practice.
    `own_sentences` leaves room for the person's own safety sentences and writes them in the
    captions: private words, which a file holds only when asked to.
    """

    exercise: str
    length_ms: int
    voice: str | None = None
    guidance: str = "full"
    silence: float = 1.0
    soundscape: str | None = None
    rate: float = 1.0
    movement: str | None = None
    frame: Frame = NO_FRAME
    fade_ms: int = FADE_MS
    background_volume: int = 100
    own_sentences: bool = False


@dataclass(frozen=True, slots=True)
class Composition:
    """A session that may be written: what is said when, by which clips, over what."""

    exercise: Exercise
    movement: Movement | None
    timeline: Timeline
    recording: Recording
    background: Background | None


class Rendering:
    """Composes sessions for one person, by the gates of safety.md 4.5, and writes them."""

    def __init__(
        self,
        assets: Path,
        where: Places,
        now: Callable[[], datetime],
        newest_seal: Callable[[], Seal] | None = None,
    ) -> None:
        self.library = Library(assets)
        self._where = where
        self._now = now
        self._newest_seal = newest_seal
        self._own = OwnAudio(where.data, now, newest_seal)

    @property
    def crisis(self) -> tuple[CrisisCountry, ...]:
        """The countries of the crisis card, with the numbers written down by oneself."""
        own = numbers_from(SettingsFile(self._where.data).read().own_numbers)
        return with_own(self.library.crisis, own)

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        """All exercises by id, the person's own sound files last."""
        return {one.id: one for one in (*self.library.exercises, *self._own.exercises())}

    def write(
        self,
        wish: Wish,
        out: Path,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bool:
        """Write the track to `out` and its captions beside it as `.vtt`; False if cancelled.

        Raises what `compose` raises, SoundError and StorageError.
        """
        one = self.compose(wish)
        if not render(one.timeline, one.recording, out, one.background, progress, cancelled):
            return False
        write_whole(out.with_suffix(".vtt"), webvtt(one.timeline).encode())
        return True

    def compose(self, wish: Wish) -> Composition:
        """Plan a session and make sure that it may be heard.

        Raises GateClosedError naming what an exercise waits for, LengthRefusedError,
        ContentError for a name that is not known or a clip that is not there, and StorageError
        where the answers to the safety questions cannot be read.
        """
        exercise, movement, recording = self._asked_for(wish)
        background = self._background(wish)
        pace = self._pace(wish, exercise)
        lengths_ms = recording.lengths_ms
        session = timeline(exercise, lengths_ms, wish.length_ms, pace, wish.frame)
        missing = [one.clip_id for one in session.soundings if one.clip_id not in recording.clips]
        if missing:
            raise ContentError(
                f"The voice {recording.voice} has no clip for: {', '.join(missing)}."
            )
        return Composition(exercise, movement, session, recording, background)

    def length_range(self, wish: Wish) -> tuple[int, int]:
        """Give the shortest and the longest length in ms that a wish could have."""
        exercise, _movement, recording = self._asked_for(wish)
        pace = self._pace(wish, exercise)
        return length_range(exercise, recording.lengths_ms, pace, wish.frame)

    def _asked_for(self, wish: Wish) -> tuple[Exercise, Movement | None, Recording]:
        exercise = named(wish.exercise, self.exercises, "exercise")
        movement = None
        if wish.movement is not None:
            movements = {one.id: one for one in exercise.movements}
            movement = named(wish.movement, movements, "movement")
        recording = self._recording(wish, exercise)
        if wish.frame.bell and self.library.bell is not None:
            recording = recording.with_clip(self.library.bell)
        return exercise, movement, recording

    def _recording(self, wish: Wish, exercise: Exercise) -> Recording:
        """Find the clips in the voice wished for; a person's own recording has one voice only."""
        if exercise.form == OWN_FORM:
            named(wish.voice or OWN_VOICE, {OWN_VOICE: OWN_VOICE}, "voice")
            return self._own.recording(exercise.id)
        voices = {one.id: one for one in self.library.voices}
        voice = named(wish.voice or next(iter(voices), ""), voices, "voice")
        return self.library.recording(exercise, voice.id)

    def _background(self, wish: Wish) -> Background | None:
        if wish.soundscape is None:
            return None
        soundscapes = {one.id: one for one in self.library.soundscapes}
        soundscape = named(wish.soundscape, soundscapes, "soundscape")
        return Background(soundscape, wish.background_volume, wish.fade_ms)

    def _pace(self, wish: Wish, exercise: Exercise) -> Pace:
        checked = self._checked(exercise)
        own = self._journal.own_sentences() if checked and wish.own_sentences else ()
        guidance = Guidance(wish.guidance)
        return Pace(guidance, wish.silence, wish.rate, checked, wish.movement, own)

    @property
    def _journal(self) -> Journal:
        seal = None if self._newest_seal is None else self._newest_seal()
        return Journal(self._where.data, self._now, seal)

    def _checked(self, exercise: Exercise) -> bool:
        """Say whether a clinician's check is recorded; refuse what the journal's answers close.

        A rendered file may be heard by anybody, so where no safety question was ever answered
        none is asked: what needs no check is then rendered in its neutral form.
        """
        safety = self._safety()
        closed = safety.closed(exercise.gate, self._now())
        if closed is Closed.PAGES_UNANSWERED and safety == SafetyRecord(checks=safety.checks):
            unchecked = exercise.gate is Gate.CHECKED and safety.valid_check(self._now()) is None
            closed = Closed.CHECK_MISSING if unchecked else None
        if closed is Closed.CHECK_MISSING:
            raise GateClosedError(
                f"{exercise.title} waits for a clinician's check. Record the check in the program "
                "first: who checked this pain, and when."
            )
        if closed is not None:
            raise GateClosedError(closed.sentence)
        return safety.valid_check(self._now()) is not None

    def _safety(self) -> SafetyRecord:
        """Read the answers; an empty record only where nothing tells of a journal.

        Nothing is made in a folder without a diary. Raises JournalUnreadableError for a journal
        that is gone while good copies of it, or the keys of its vault, are there.
        """
        folder = self._where.data
        copies = Copies(folder / COPIES_NAME).newest_first(self._now())
        if copies or (folder / JOURNAL_NAME).exists():
            return self._journal.safety()
        if keys_are_there(folder):
            raise JournalUnreadableError(
                f"The journal {folder / JOURNAL_NAME} is gone, but the keys of its vault are there."
            )
        return SafetyRecord()


def named(name: str, known: dict[str, Named], what: str) -> Named:
    """Find what somebody named; raises ContentError saying what there is."""
    if name not in known:
        raise ContentError(f"There is no {what} {name!r}. There are: {', '.join(known) or 'none'}.")
    return known[name]
