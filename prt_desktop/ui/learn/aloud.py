"""The voice that reads a lesson: one session at a time, and what it says as it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from prt_desktop.audio.player import PlayerState
from prt_desktop.desktop.media_controls import NowPlaying
from prt_desktop.domain.errors import SoundError
from prt_desktop.domain.reading_aloud import (
    can_read,
    can_read_short,
    lesson_aloud,
    short_aloud,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.audio.session import Session
    from prt_desktop.audio.sound import Sound
    from prt_desktop.content.library import Library
    from prt_desktop.desktop.session_follower import SessionFollower
    from prt_desktop.domain.exercise import Recording
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.domain.reading_aloud import Mark, ReadingAloud
    from prt_desktop.storage.settings import Settings


class Aloud(QObject):
    """Reads the pages of a lesson, or its short version, in the voice that the settings choose.

    Signals: `page_reached` with the number of the page that begins, from 0; `marked` with the
    Mark of the sentence that is spoken, or None where there is none; `changed` when it begins,
    rests, goes on or is over; `heard_out` once the last page was heard; `told` with a sentence
    about the sound, or "" when all is well again; `failed` with a sentence when nothing can be
    read.
    """

    page_reached = Signal(int)
    marked = Signal(object)
    changed = Signal()
    heard_out = Signal()
    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        sound: Sound,
        library: Library,
        settings: Callable[[], Settings],
        follower: SessionFollower | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sound = sound
        self._library = library
        self._settings = settings
        self._follower = follower
        self._session: Session | None = None
        self._reading: ReadingAloud | None = None
        self._short = False
        self._page = -1
        self._mark: Mark | None = None
        if follower is not None:
            follower.stop_wanted.connect(self.stop)
            follower.volume_wanted.connect(self._set_volume)

    @property
    def is_on(self) -> bool:
        """Say whether something is being read, or rests."""
        return self._session is not None

    @property
    def is_playing(self) -> bool:
        """Say whether the voice goes on just now."""
        return self._session is not None and self._session.state is PlayerState.PLAYING

    @property
    def page(self) -> int:
        """Give the page that is read, from 0, or was read last."""
        return self._page

    @property
    def reads_short(self) -> bool:
        """Say whether it is the short version that is read."""
        return self.is_on and self._short

    def offers(self, lesson: Lesson) -> tuple[bool, bool]:
        """Say whether a lesson's pages, and whether its short version, can be heard."""
        recording = self._recording(lesson)
        if recording is None:
            return False, False
        return can_read(lesson, recording), can_read_short(recording)

    def read(self, lesson: Lesson, page: int) -> None:
        """Read from a page on; nothing happens where that is not recorded."""
        recording = self._recording(lesson)
        if recording is not None and can_read(lesson, recording):
            reading = lesson_aloud(lesson, recording, self._settings().rate)
            self._begin(reading, recording, reading.start_of(page), short=False)

    def read_short(self, lesson: Lesson) -> None:
        """Read the short version; nothing happens where that is not recorded."""
        recording = self._recording(lesson)
        if recording is not None and can_read_short(recording):
            reading = short_aloud(lesson, recording, self._settings().rate)
            self._begin(reading, recording, 0, short=True)

    def go_to(self, page: int) -> None:
        """Go to the beginning of a page, playing or resting."""
        if self._session is not None and self._reading is not None and page != self._page:
            self._page = page
            self._session.seek_to(self._reading.start_of(page))

    @Slot()
    def toggle(self) -> None:
        """Rest, or go on."""
        if self._session is not None:
            self._session.toggle()

    @Slot()
    def stop(self) -> None:
        """Fall silent, and forget where it was."""
        session, self._session, self._reading = self._session, None, None
        if session is None:
            return
        session.close()
        if self._follower is not None:
            self._follower.leave()
        self._show_mark(None)
        self.told.emit("")
        self.changed.emit()

    def position_changed(self, position_ms: int) -> None:
        """Tell which page and which sentence are read now."""
        if self._reading is None:
            return
        if self._follower is not None:
            self._follower.position_changed(position_ms)
        page = self._reading.page_at(position_ms)
        if page != self._page:
            self._page = page
            self.page_reached.emit(page)
        self._show_mark(self._reading.mark_at(position_ms))

    def cue_changed(self, index: int) -> None:
        """Do nothing: the position tells the page too."""

    def state_changed(self, state: PlayerState) -> None:
        """Tell that it reads or rests."""
        if self._follower is not None:
            self._follower.state_changed(state)
        self.changed.emit()

    def plan_changed(self) -> None:
        """Do nothing: a reading never turns to anything else."""

    def finished(self) -> None:
        """End once the player is done telling so."""
        QTimer.singleShot(0, self, self._finish)

    def sound_lost(self) -> None:
        """Say that only the marks go on."""
        self.told.emit(self.tr("The sound is gone for now. The marked sentence goes on."))

    def sound_back(self) -> None:
        """Say nothing any more."""
        self.told.emit("")

    @Slot()
    def _finish(self) -> None:
        was_whole = self._session is not None and self._session.is_finished and not self._short
        self.stop()
        if was_whole:
            self.heard_out.emit()

    @Slot(int)
    def _set_volume(self, percent: int) -> None:
        if self._session is not None:
            self._session.set_volume(percent)

    def _recording(self, lesson: Lesson) -> Recording | None:
        voice = self._library.lesson_voice(self._settings().voice)
        return self._library.lesson_recording(lesson, voice.id) if voice is not None else None

    def _begin(
        self, reading: ReadingAloud, recording: Recording, position_ms: int, *, short: bool
    ) -> None:
        self.stop()
        volume = self._settings().voice_volume
        try:
            session = self._sound.prepare(reading.timeline, recording, position_ms)
            self._sound.set_background(None, 0)
        except SoundError as error:
            self.failed.emit(str(error))
            return
        session.set_volume(volume)
        self._session, self._reading, self._short = session, reading, short
        self._page = reading.page_at(position_ms)
        session.listen(self)
        if self._follower is not None:
            self._follower.follow(session, NowPlaying(reading.timeline.length_ms, volume=volume))
        session.play()
        self._show_mark(reading.mark_at(position_ms))
        if not session.has_sound:
            self.told.emit(
                self.tr("No sound device was found. The sentences are marked all the same.")
            )

    def _show_mark(self, mark: Mark | None) -> None:
        if mark != self._mark:
            self._mark = mark
            self.marked.emit(mark)
