"""A session asked for by name, checked against the safety gates and written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from prt_desktop.audio.render import render
from prt_desktop.content.library import Library
from prt_desktop.domain.errors import ContentError, GateClosedError
from prt_desktop.domain.exercise import Gate, Guidance
from prt_desktop.domain.own_audio import OWN_FORM, OWN_VOICE
from prt_desktop.domain.safety import Closed, SafetyRecord
from prt_desktop.domain.timeline import Pace, timeline
from prt_desktop.export.webvtt import webvtt
from prt_desktop.storage.atomic import write_whole
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.own_audio import OwnAudio

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from prt_desktop.domain.exercise import Exercise, Recording
    from prt_desktop.domain.soundscape import Soundscape
    from prt_desktop.paths import Places

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks to have rendered; `voice` None means the first voice there is."""

    exercise: str
    length_ms: int
    voice: str | None
    guidance: str
    silence: float
    soundscape: str | None


def write_session(
    wish: Wish,
    assets: Path,
    where: Places,
    now: Callable[[], datetime],
    out: Path,
    progress: Callable[[int, int], None],
) -> None:
    """Write the track to `out` and its captions beside it as `.vtt`.

    Raises GateClosedError naming what an exercise waits for, LengthRefusedError, ContentError
    for a name that is not known, SoundError and StorageError.
    """
    library, own = Library(assets), OwnAudio(where.data, now)
    known = {one.id: one for one in (*library.exercises, *own.exercises())}
    exercise = _named(wish.exercise, known, "exercise")
    soundscape = _soundscape(wish, library)
    recording = _recording(wish, exercise, library, own)
    checked = _checked(exercise, where, now)
    pace = Pace(Guidance(wish.guidance), wish.silence, checked=checked)
    session = timeline(exercise, recording.lengths_ms, wish.length_ms, pace)
    missing = [span.clip_id for span in session.spans if span.clip_id in recording.missing]
    if missing:
        raise ContentError(f"The voice {recording.voice} has no clip for: {', '.join(missing)}.")
    render(session, recording, out, soundscape, progress)
    write_whole(out.with_suffix(".vtt"), webvtt(session).encode())


def _recording(wish: Wish, exercise: Exercise, library: Library, own: OwnAudio) -> Recording:
    """Find the clips in the voice wished for; a person's own recording has one voice only."""
    if exercise.form == OWN_FORM:
        _named(wish.voice or OWN_VOICE, {OWN_VOICE: OWN_VOICE}, "voice")
        return own.recording(exercise.id)
    voices = {one.id: one for one in library.voices}
    voice = _named(wish.voice or next(iter(voices), ""), voices, "voice")
    return library.recording(exercise, voice.id)


def _checked(exercise: Exercise, where: Places, now: Callable[[], datetime]) -> bool:
    """Say whether a clinician's check is recorded; refuse what the journal's answers close.

    A rendered file may be heard by anybody, so questions never answered are not asked here:
    what needs no check is then rendered in its neutral form.
    """
    recorded = (where.data / "journal.json").exists()
    safety = Journal(where.data, now).safety() if recorded else SafetyRecord()
    if exercise.gate is not Gate.OPEN and safety.open_flags():
        raise GateClosedError(Closed.OPEN_FLAG.sentence)
    checked = safety.valid_check(now()) is not None
    if exercise.gate is Gate.CHECKED and not checked:
        raise GateClosedError(
            f"{exercise.title} waits for a clinician's check. Record the check in the program "
            "first: who checked this pain, and when."
        )
    return checked


def _soundscape(wish: Wish, library: Library) -> Soundscape | None:
    if wish.soundscape is None:
        return None
    return _named(wish.soundscape, {one.id: one for one in library.soundscapes}, "soundscape")


def _named(name: str, known: dict[str, Named], what: str) -> Named:
    if name not in known:
        raise ContentError(f"There is no {what} {name!r}. There are: {', '.join(known) or 'none'}.")
    return known[name]
