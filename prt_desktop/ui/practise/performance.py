"""A practice from the press of Start to its end: the log first, then the sound, then the stage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from prt_desktop.ui.practise.playing import Playing
from prt_desktop.ui.practise.practice_log import PracticeLog
from prt_desktop.ui.practise.stage import Stage
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from datetime import datetime

    from prt_desktop.audio.session import Session
    from prt_desktop.domain.diary import Reflection
    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.practise.choices import Choices
    from prt_desktop.ui.theme import Theme


class Performance(QObject):
    """Puts one practice on at a time.

    Signals: `stage_opened` with the widget that is to cover the window, `stage_closed`;
    `ended` with whether it was heard to its end; `changed` with the Choices and the id of the
    exercise after a choice made on the stage; `place_requested` with Place.CRISIS; `kept` after
    the diary was written and `failed` with a sentence when it could not be.
    """

    stage_opened = Signal(QWidget)
    stage_closed = Signal()
    ended = Signal(bool)
    changed = Signal(object, str)
    place_requested = Signal(Place)
    kept = Signal()
    failed = Signal(str)

    def __init__(self, theme: Theme, journal: Journal, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._log = PracticeLog(journal, self)
        self._stage: Stage | None = None
        self._playing: Playing | None = None
        self._chosen: tuple[Choices, str] | None = None
        self._log.failed.connect(self.failed)
        self._log.kept.connect(self.kept)

    @property
    def stage(self) -> Stage | None:
        """Give the stage while there is one."""
        return self._stage

    def begin(self, exercise: Exercise, session: Session, choices: Choices, now: datetime) -> None:
        """Write that the practice begins, play, and open the stage over the first words."""
        timeline = session.timeline
        self._log.begin(exercise.id, timeline.length_ms, now)
        session.play()
        stage = Stage(self._theme, exercise.title, timeline, choices.voice_volume)
        playing = Playing(session, stage, self._log, captions=choices.captions)
        self._stage, self._playing, self._chosen = stage, playing, (choices, exercise.id)
        stage.crisis_requested.connect(self._ask_for_help)
        playing.captions_changed.connect(self._take_captions)
        playing.volume_changed.connect(self._take_volume)
        playing.ended.connect(self._close)
        self.stage_opened.emit(stage)

    def reflect(self, reflection: Reflection) -> None:
        """Keep how the person was with the last practice."""
        self._log.reflect(reflection)

    @Slot()
    def end(self) -> None:
        """Leave the practice softly, as when the window closes; nothing happens without one."""
        if self._playing is not None:
            self._playing.leave()

    @Slot()
    def _ask_for_help(self) -> None:
        self.place_requested.emit(Place.CRISIS)

    @Slot(bool)
    def _take_captions(self, captions: bool) -> None:
        if self._chosen is not None:
            self._change(replace(self._chosen[0], captions=captions), self._chosen[1])

    @Slot(int)
    def _take_volume(self, percent: int) -> None:
        if self._chosen is not None:
            self._change(replace(self._chosen[0], voice_volume=percent), self._chosen[1])

    @Slot(bool)
    def _close(self, finished: bool) -> None:
        stage, playing = self._stage, self._playing
        self._stage = self._playing = None
        self.stage_closed.emit()
        if stage is not None and playing is not None:
            stage.deleteLater()
            playing.deleteLater()
        self.ended.emit(finished)

    def _change(self, choices: Choices, exercise_id: str) -> None:
        self._chosen = (choices, exercise_id)
        self.changed.emit(choices, exercise_id)
