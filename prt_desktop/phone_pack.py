"""A folder for the phone: sessions as MP3 with their words, crisis help, and a page that explains.

It appears whole or not at all: everything is made in a neighbouring folder, which then takes the
name.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from itertools import starmap
from typing import TYPE_CHECKING

from prt_desktop.audio.render import render
from prt_desktop.domain.errors import ContentError, GateClosedError, LengthRefusedError
from prt_desktop.domain.exercise import Guidance
from prt_desktop.domain.own_audio import OWN_FORM
from prt_desktop.domain.timeline import Frame
from prt_desktop.export import crisis_page
from prt_desktop.export.file_name import portable_name
from prt_desktop.export.id3 import id3_tag
from prt_desktop.export.pack_notes import pack_notes
from prt_desktop.export.page import page_html, page_text
from prt_desktop.export.transcript import transcript
from prt_desktop.export.webvtt import webvtt
from prt_desktop.rendering import Wish, named
from prt_desktop.storage.atomic import storage_error
from prt_desktop.storage.pack_folder import PackFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from prt_desktop.domain.crisis import CrisisCountry
    from prt_desktop.export.page import Section
    from prt_desktop.rendering import Composition, Rendering
    from prt_desktop.storage.settings import Settings

ALBUM = "PRT Desktop"
_MINUTE_MS = 60_000
_SOUND = "sound.mp3"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exercise that is not in a pack, and a sentence saying why."""

    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Pack:
    """What was written: the files' names without endings, and what is not among them."""

    sessions: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def usual_wishes(
    rendering: Rendering,
    settings: Settings,
    exercises: Sequence[str] = (),
    minutes: float | None = None,
) -> tuple[Wish, ...]:
    """Wish for sessions as the window would play them; without ids for every exercise.

    `minutes` None means as long as each was last time. Raises ContentError for an unknown id.
    """
    for name in exercises:
        named(name, rendering.exercises, "exercise")
    ids = dict.fromkeys(exercises or rendering.exercises)
    return tuple(_usual_wish(rendering, settings, name, minutes) for name in ids)


def write_pack(
    rendering: Rendering,
    wishes: Sequence[Wish],
    country: str,
    out: Path,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Pack | None:
    """Write a pack to the folder `out` and say what is in it; None if cancelled.

    Lengths are drawn in to what each exercise can fill; what may not be heard yet or has no
    clips is left out and told. `country` names the crisis card's, and "" means all of them. The
    folder may be new, empty or an earlier pack. Raises GateClosedError or ContentError when no
    session is left, SoundError and StorageError.
    """
    folder = PackFolder(out)
    sessions, left_out = _composed(rendering, wishes)
    pack = Pack(tuple(starmap(_name, enumerate(sessions, 1))), left_out)
    try:
        with folder.unfinished() as unfinished:
            if not _write_sessions(unfinished, pack, sessions, progress, cancelled):
                return None
            _write_pages(unfinished, pack, sessions, _countries(rendering, country))
            folder.finish(unfinished)
    except OSError as error:
        raise storage_error(error, out) from error
    return pack


def _usual_wish(
    rendering: Rendering, settings: Settings, exercise_id: str, minutes: float | None
) -> Wish:
    exercise, library = rendering.exercises[exercise_id], rendering.library
    wanted = minutes or settings.minutes.get(exercise_id, exercise.default_minutes)
    guidance = settings.guidance.get(exercise_id, "")
    known = {one.id for one in library.voices} if exercise.form != OWN_FORM else set()
    movements = {one.id for one in exercise.movements}
    soundscapes = {one.id for one in library.soundscapes}
    return Wish(
        exercise_id,
        round(wanted * _MINUTE_MS),
        voice=settings.voice if settings.voice in known else None,
        guidance=guidance if guidance in set(Guidance) else Guidance.FULL,
        silence=settings.silence,
        soundscape=settings.background if settings.background in soundscapes else None,
        rate=settings.rate,
        movement=settings.movement if settings.movement in movements else None,
        frame=Frame(bell=settings.bell and library.bell is not None),
        fade_ms=settings.fade_s * 1000,
        background_volume=settings.background_volume,
    )


def _composed(
    rendering: Rendering, wishes: Sequence[Wish]
) -> tuple[list[Composition], tuple[LeftOut, ...]]:
    """Plan every session that may be heard; raises the first reason when none may."""
    sessions: list[Composition] = []
    refused: list[tuple[str, ContentError | GateClosedError | LengthRefusedError]] = []
    for wish in wishes:
        try:
            shortest_ms, longest_ms = rendering.length_range(wish)
            length_ms = min(longest_ms, max(shortest_ms, wish.length_ms))
            sessions.append(rendering.compose(replace(wish, length_ms=length_ms)))
        except (ContentError, GateClosedError, LengthRefusedError) as error:
            refused.append((rendering.exercises[wish.exercise].title, error))
    if not sessions:
        raise refused[0][1] if refused else ContentError("There is no exercise to put in a pack.")
    return sessions, tuple(LeftOut(title, str(error)) for title, error in refused)


def _write_sessions(
    folder: Path,
    pack: Pack,
    sessions: Sequence[Composition],
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> bool:
    total_ms = sum(one.timeline.length_ms for one in sessions)
    before_ms = 0
    sound = folder / _SOUND

    def tell(done_ms: int, _length_ms: int) -> None:
        if progress:
            progress(before_ms + done_ms, total_ms)

    for number, (name, one) in enumerate(zip(pack.sessions, sessions, strict=True), 1):
        if not render(one.timeline, one.recording, sound, one.background, tell, cancelled):
            return False
        with (folder / f"{name}.mp3").open("wb") as tagged, sound.open("rb") as plain:
            tagged.write(id3_tag(one.exercise.title, ALBUM, number))
            shutil.copyfileobj(plain, tagged)
        sound.unlink()
        (folder / f"{name}.vtt").write_bytes(webvtt(one.timeline).encode())
        words = transcript(one.exercise, one.timeline, one.movement)
        _write_page(folder, name, one.exercise.title, words)
        before_ms += one.timeline.length_ms
    return True


def _write_pages(
    folder: Path,
    pack: Pack,
    sessions: Sequence[Composition],
    countries: Sequence[CrisisCountry],
) -> None:
    _write_page(folder, crisis_page.TITLE, crisis_page.TITLE, crisis_page.crisis_page(countries))
    lengths_ms = [one.timeline.length_ms for one in sessions]
    notes = pack_notes(
        list(zip(pack.sessions, lengths_ms, strict=True)),
        [f"{one.title}: {one.why}" for one in pack.left_out],
    )
    (folder / "README.txt").write_bytes(page_text(f"{ALBUM}: sessions for your phone", notes))


def _write_page(folder: Path, name: str, title: str, sections: Sequence[Section]) -> None:
    (folder / f"{name}.txt").write_bytes(page_text(title, sections))
    (folder / f"{name}.html").write_bytes(page_html(title, sections))


def _name(number: int, session: Composition) -> str:
    return f"{number:02} {portable_name(session.exercise.title)}"


def _countries(rendering: Rendering, country: str) -> tuple[CrisisCountry, ...]:
    chosen = tuple(one for one in rendering.crisis if one.country == country)
    return chosen or rendering.crisis
