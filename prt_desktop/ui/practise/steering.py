"""What a person wishes during a practice, passed on to the session and softly confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from prt_desktop.audio.player import PlayerState
from prt_desktop.domain.errors import SoundError
from prt_desktop.domain.exercise import Turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.audio.session import Session
    from prt_desktop.audio.turning import Turning
    from prt_desktop.ui.practise.stage import Stage


class Steering(QObject):
    """Leads from the stage to the session; `confirm` makes a soft sound for closed eyes.

    Signals: `failed` with a sentence when the session could not turn, and goes on as it was.
    """

    failed = Signal(str)

    def __init__(
        self, session: Session, turning: Turning, stage: Stage, confirm: Callable[[], None]
    ) -> None:
        super().__init__()
        self.was_turned = False
        self._session = session
        self._turning = turning
        self._stage = stage
        self._confirm = confirm
        self._connect()

    @property
    def turn(self) -> Turn | None:
        """Say what the session has turned to, if it has."""
        return self._turning.turn

    @Slot()
    def toggle(self) -> None:
        """Pause or go on."""
        if not self._session.is_finished:
            self._session.toggle()

    @Slot()
    def play(self) -> None:
        """Go on, if it rests."""
        if self._session.state is not PlayerState.PLAYING:
            self._session.play()

    @Slot()
    def pause(self) -> None:
        """Rest, if it plays."""
        if self._session.state is PlayerState.PLAYING:
            self._session.pause()

    @Slot(int)
    def skip(self, by_ms: int) -> None:
        """Go some way on or back."""
        self._session.skip(by_ms)

    @Slot()
    def previous(self) -> None:
        """Go to the beginning of this sentence, or to the one before."""
        self._session.previous_cue()

    @Slot()
    def next(self) -> None:
        """Go to the next sentence."""
        self._session.next_cue()

    @Slot(int)
    def jump(self, index: int) -> None:
        """Go to a sentence that was chosen from all of them."""
        self._session.go_to_cue(index)

    @Slot(Turn)
    def turn_to(self, turn: Turn) -> None:
        """Turn to something lighter, or to something soothing, and never ask why."""
        if turn not in self._turning.turns or self._session.is_finished:
            return
        if turn is Turn.LIGHTER:
            words = self.tr("Of course. Lighter from here.")
        else:
            words = self.tr("Of course. Something soothing from here.")
        self._go(lambda: self._turning.turn_to(turn), words)

    @Slot()
    def hold(self) -> None:
        """Take a long press for "lighter"; where there is nothing lighter it is a press."""
        if Turn.LIGHTER not in self._turning.turns:
            self.toggle()
            return
        if not self._session.is_finished:
            self._confirm()
            self.turn_to(Turn.LIGHTER)

    @Slot()
    def fine(self) -> None:
        """Go back to the practice, from wherever it was turned to."""
        if self._turning.turn is not None:
            self._go(self._turning.fine, self.tr("Back to the practice."))

    @Slot()
    def enough(self) -> None:
        """Come to the close of a practice without an end of its own."""
        if self._stage.offers_enough and not self._session.is_finished:
            self._go(self._finish, self.tr("Enough for today. A few words to close."))

    def _finish(self) -> bool:
        self._turning.finish()
        self._stage.offer(self._turning.turns, enough=False)
        return True

    def _go(self, turn: Callable[[], bool], words: str) -> None:
        try:
            changed = turn()
        except SoundError as error:
            self.failed.emit(str(error))
            return
        self.was_turned = self.was_turned or changed
        self._stage.show_turn(self._turning.turn)
        if changed:
            self._stage.say(words)
        self.play()

    def _connect(self) -> None:
        stage = self._stage
        stage.cue_chosen.connect(self.jump)
        stage.enough_wanted.connect(self.enough)
        stage.fine_wanted.connect(self.fine)
        stage.held.connect(self.hold)
        stage.next_wanted.connect(self.next)
        stage.pause_wanted.connect(self.pause)
        stage.play_wanted.connect(self.play)
        stage.previous_wanted.connect(self.previous)
        stage.skipped.connect(self.skip)
        stage.tapped.connect(self.toggle)
        stage.turn_wanted.connect(self.turn_to)
