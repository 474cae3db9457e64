"""One playing: the session heard, the stage seen, and the log kept, each knowing only itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from prt_desktop.audio.player import PlayerState
from prt_desktop.ui.practise import words

if TYPE_CHECKING:
    from prt_desktop.audio.session import Session
    from prt_desktop.ui.practise.practice_log import PracticeLog
    from prt_desktop.ui.practise.stage import Stage

_REST_AFTER_MS = 1_500


class Playing(QObject):
    """Listens to the session and shows it on the stage; what the person does goes the other way.

    Signals: `ended` with whether the session was heard to its end; `captions_changed` and
    `volume_changed` with a choice to be remembered.
    """

    ended = Signal(bool)
    captions_changed = Signal(bool)
    volume_changed = Signal(int)

    def __init__(self, session: Session, stage: Stage, log: PracticeLog, *, captions: bool) -> None:
        super().__init__()
        self._session = session
        self._stage = stage
        self._log = log
        self._captions = captions
        self._over = False
        self._connect()
        session.listen(self)
        self._show_cue()
        self.state_changed(session.state)

    @Slot()
    def leave(self) -> None:
        """Stop softly, wherever it stands."""
        self._end(finished=False)

    @Slot()
    def rest(self) -> None:
        """Pause because something lies over the stage, and keep what was heard."""
        if not self._over:
            self._session.pause()
            self._log.heard(self._session.heard_ms, finished=False)

    def position_changed(self, position_ms: int) -> None:
        """Let the line grow, and calm the words once they have been spoken."""
        self._stage.progress.show_position(position_ms)
        spoken_until_ms = self._session.span.speech_end_ms + _REST_AFTER_MS
        self._stage.caption.set_resting(resting=position_ms > spoken_until_ms)

    def cue_changed(self, index: int) -> None:  # noqa: ARG002 - the session knows its cue
        """Show the words of the cue that begins."""
        self._show_cue()

    def state_changed(self, state: PlayerState) -> None:
        """Show that it plays or rests."""
        playing = state is PlayerState.PLAYING
        self._stage.show_playing(playing=playing)
        if self._over or playing:
            self._stage.show_line("" if self._session.has_sound else words.no_sound())
            self._stage.caption.tell(self._session.span.text if self._is_voiceless() else "")
        elif state is PlayerState.PAUSED:
            self._stage.show_line(self.tr("Paused. Press anywhere to go on."))
            self._stage.progress.tell(self._session.position_ms)
            self._stage.caption.tell(self._session.span.text)
            self._log.heard(self._session.heard_ms, finished=False)

    def plan_changed(self) -> None:
        """Show the words and the end of the plan that the session goes on by."""
        self._show_cue()

    def finished(self) -> None:
        """End once the player is done telling so."""
        QTimer.singleShot(0, self, self._finish)

    def sound_lost(self) -> None:
        """Say softly that only the captions go on."""
        self._stage.show_line(self.tr("The sound is gone for now. The captions go on."))
        self._show_cue()

    def sound_back(self) -> None:
        """Say softly that there is sound again."""
        self._stage.show_line(self.tr("The sound is back."))
        self._show_cue()

    @Slot()
    def _finish(self) -> None:
        self._end(finished=True)

    @Slot()
    def _toggle(self) -> None:
        if not self._over:
            self._session.toggle()

    @Slot(int)
    def _skip(self, by_ms: int) -> None:
        self._session.skip(by_ms)

    @Slot()
    def _previous(self) -> None:
        self._session.previous_cue()

    @Slot()
    def _next(self) -> None:
        self._session.next_cue()

    @Slot()
    def _toggle_captions(self) -> None:
        self._captions = not self._captions
        self._show_cue()
        self.captions_changed.emit(self._captions)

    @Slot(int)
    def _set_volume(self, percent: int) -> None:
        self._session.set_volume(percent)
        self.volume_changed.emit(percent)

    def _show_cue(self) -> None:
        """Show the words; without a voice for them they are shown even where captions are off."""
        span, voiceless = self._session.span, self._is_voiceless()
        self._stage.show_captions(shown=self._captions or voiceless, wanted=self._captions)
        self._stage.caption.show_text(span.text)
        if voiceless:
            self._stage.caption.announce()
        else:
            self._stage.caption.tell("")

    def _is_voiceless(self) -> bool:
        session = self._session
        return not session.has_sound or session.span.clip_id in session.missing

    def _end(self, *, finished: bool) -> None:
        if self._over:
            return
        self._over = True
        self._session.close()
        self._log.heard(self._session.heard_ms, finished=finished)
        self.ended.emit(finished)

    def _connect(self) -> None:
        stage = self._stage
        stage.captions_wanted.connect(self._toggle_captions)
        stage.covered.connect(self.rest)
        stage.left.connect(self.leave)
        stage.next_wanted.connect(self._next)
        stage.previous_wanted.connect(self._previous)
        stage.skipped.connect(self._skip)
        stage.toggled.connect(self._toggle)
        stage.volume_changed.connect(self._set_volume)
