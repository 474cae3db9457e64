"""One playing: the session heard, the stage seen, and the log kept, each knowing only itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from prt_desktop.audio.player import PlayerState
from prt_desktop.domain.exercise import Turn
from prt_desktop.ui.practise import words
from prt_desktop.ui.practise.captioning import Captioning

if TYPE_CHECKING:
    from prt_desktop.audio.session import Session
    from prt_desktop.audio.turning import Turning
    from prt_desktop.ui.practise.offers import Offer
    from prt_desktop.ui.practise.practice_log import PracticeLog
    from prt_desktop.ui.practise.stage import Stage


class Playing(QObject):
    """Listens to the session and shows it on the stage, to its end.

    Signals: `ended` with whether the session was heard to its end, once nobody is in the dark
    any more, and `fell_silent` as soon as nothing sounds; `captions_changed` and
    `volume_changed` with a choice to be remembered; `moved` with a position in ms and `turned_to`
    with a PlayerState, for whoever follows from outside the window.
    """

    ended = Signal(bool)
    fell_silent = Signal()
    moved = Signal(int)
    turned_to = Signal(PlayerState)
    length_changed = Signal(object)
    captions_changed = Signal(bool)
    volume_changed = Signal(int)

    def __init__(
        self, session: Session, turning: Turning, stage: Stage, log: PracticeLog, offer: Offer
    ) -> None:
        super().__init__()
        self._session = session
        self._turning = turning
        self._stage = stage
        self._log = log
        self._captions = Captioning(session, stage, wanted=offer.choices.captions)
        self._ends_in_silence = offer.exercise.ends_in_silence
        self._open_end = offer.wish.open_end
        self._planned_ms = session.timeline.length_ms
        self._over = self._told = False
        self._connect()
        session.listen(self)
        self.plan_changed()
        self.state_changed(session.state)

    @Slot()
    def leave(self) -> None:
        """Stop softly, wherever it stands; one that goes on until it is stopped is finished."""
        self._close(finished=self._open_end)
        self._tell_end()

    @Slot()
    def rest(self) -> None:
        """Pause because something lies over the stage, and keep what was heard."""
        if not self._over:
            self._session.pause()
            self._log.heard(self._session.heard_ms, finished=False)

    def position_changed(self, position_ms: int) -> None:
        """Let the line grow, and calm the words once they have been spoken."""
        self.moved.emit(position_ms)
        self._stage.progress.show_position(position_ms)
        self._captions.show()

    def cue_changed(self, index: int) -> None:  # noqa: ARG002 - the session knows its cue
        """Show the words of the cue that begins."""
        self._captions.show()

    def state_changed(self, state: PlayerState) -> None:
        """Show that it plays or rests; after an end in the dark nothing shows up."""
        self.turned_to.emit(state)
        if state is PlayerState.STOPPED and self._ends_dark:
            return  # a player stops before it tells the end
        playing = state is PlayerState.PLAYING
        self._stage.show_playing(playing=playing)
        if self._over or playing:
            self._stage.show_line("" if self._session.has_sound else words.no_sound())
            self._captions.tell(resting=False)
        elif state is PlayerState.PAUSED:
            self._stage.show_line(self.tr("Paused. Press anywhere to go on."))
            self._stage.progress.tell(self._session.position_ms)
            self._captions.tell(resting=True)
            self._log.heard(self._session.heard_ms, finished=False)

    @property
    def length_ms(self) -> int | None:
        """Give the length of the session on the wall clock; None while it has no end of its own."""
        length_ms = self._session.timeline.length_ms
        return None if self._open_end and length_ms >= self._planned_ms else length_ms

    @property
    def _ends_dark(self) -> bool:
        """Say whether the end is left dark; not after "too much", where someone to call waits."""
        return self._ends_in_silence and self._turning.turn is not Turn.TOO_MUCH

    def plan_changed(self) -> None:
        """Show the words and the end of the plan that the session goes on by."""
        self._stage.show_timeline(self._session.timeline, self.length_ms)
        self.length_changed.emit(self.length_ms)
        self._captions.show_anew()

    def finished(self) -> None:
        """End once the player is done telling so."""
        QTimer.singleShot(0, self, self._finish)

    def sound_lost(self) -> None:
        """Say softly that only the captions go on."""
        self._stage.show_line(self.tr("The sound is gone for now. The captions go on."))
        self._captions.show_anew()

    def sound_back(self) -> None:
        """Say softly that there is sound again."""
        self._stage.show_line("")
        self._stage.say(self.tr("The sound is back."))
        self._captions.show_anew()

    @Slot()
    def _finish(self) -> None:
        self._close(finished=True)
        if self._ends_dark and not self._told:
            self._stage.fall_dark()
        else:
            self._tell_end()

    @Slot()
    def _tell_end(self) -> None:
        if not self._told:
            self._told = True
            self.ended.emit(self._session.is_finished or self._open_end)

    @Slot()
    def _toggle_captions(self) -> None:
        self._captions.wanted = not self._captions.wanted
        self._captions.show_anew()
        self.captions_changed.emit(self._captions.wanted)

    @Slot(int)
    def _set_volume(self, percent: int) -> None:
        self._session.set_volume(percent)
        self.volume_changed.emit(percent)

    def _close(self, *, finished: bool) -> None:
        if self._over:
            return
        self._over = True
        self._session.close()
        self.fell_silent.emit()
        self._log.heard(self._session.heard_ms, finished=finished)

    def _connect(self) -> None:
        stage = self._stage
        stage.captions_wanted.connect(self._toggle_captions)
        stage.covered.connect(self.rest)
        stage.left.connect(self.leave)
        stage.volume_changed.connect(self._set_volume)
        stage.woken.connect(self._tell_end)
