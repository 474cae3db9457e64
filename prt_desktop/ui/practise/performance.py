"""A practice from the press of Start to its end: the log first, then the sound, then the stage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from prt_desktop.audio.player import PlayerState
from prt_desktop.audio.session import Session
from prt_desktop.audio.turning import Turning
from prt_desktop.desktop.media_controls import NowPlaying
from prt_desktop.domain.exercise import Guidance, Spoken, Turn
from prt_desktop.domain.left_at import left_at
from prt_desktop.practices import is_own
from prt_desktop.ui.practise.beside import Beside
from prt_desktop.ui.practise.ending import Ending
from prt_desktop.ui.practise.offers import Offer
from prt_desktop.ui.practise.playing import Playing
from prt_desktop.ui.practise.practice_log import PracticeLog
from prt_desktop.ui.practise.stage import Setup, Stage
from prt_desktop.ui.practise.steering import Steering
from prt_desktop.ui.practise.stop_rules import stop_rules
from prt_desktop.ui.stage_keys import working_keys
from prt_desktop.ui.widgets.pane import Notice, Place

if TYPE_CHECKING:
    from datetime import datetime

    from prt_desktop.audio.sound import Sound
    from prt_desktop.content.library import Library
    from prt_desktop.desktop.session_follower import SessionFollower
    from prt_desktop.domain.diary import Reflection
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.practise.choices import Choices
    from prt_desktop.ui.theme import Theme

COMPANION = "flare-companion"
GROUNDING = "looking-around"
_WORTH_KEEPING_MS = 30_000
_SPARSER = dict(zip(list(Guidance)[:-1], list(Guidance)[1:], strict=True))


@dataclass(frozen=True)
class _Act:
    """What belongs to the practice that is on."""

    session: Session
    offer: Offer
    stage: Stage
    steering: Steering
    playing: Playing
    beside: Beside


class Performance(QObject):
    """Puts one practice on at a time.

    Signals: `stage_opened` with the widget that is to cover the window, `stage_closed`;
    `ended` with an Ending; `changed` with the Choices and the id of the exercise after a choice
    made on the stage or after it; `place_left` with the id of the exercise and where it was left,
    a LeftAt, or None once it was finished; `place_requested` with a Place, such as Place.CRISIS;
    `notice_requested` with a Notice; `kept` after the diary was written and `failed` with a
    sentence when it could not be.
    """

    stage_opened = Signal(QWidget)
    stage_closed = Signal()
    ended = Signal(Ending)
    changed = Signal(object, str)
    place_left = Signal(str, object)
    place_requested = Signal(Place)
    notice_requested = Signal(Notice)
    kept = Signal()
    failed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        library: Library,
        settings: SettingsFile,
        sound: Sound,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._settings = settings
        self._sound = sound
        self._log = PracticeLog(journal, self)
        self._follower: SessionFollower | None = None
        self._act: _Act | None = None
        self._chosen: tuple[Choices, str] | None = None
        self._log.failed.connect(self.failed)
        self._log.kept.connect(self.kept)

    @property
    def stage(self) -> Stage | None:
        """Give the stage while there is one."""
        return self._act.stage if self._act is not None else None

    @property
    def is_heard(self) -> bool:
        """Say whether a practice plays just now."""
        return self._act is not None and self._act.session.state is PlayerState.PLAYING

    def be_followed(self, follower: SessionFollower) -> None:
        """Let every practice be shown outside the window, and keep the machine awake."""
        self._follower = follower
        follower.stop_wanted.connect(self.end)
        follower.volume_wanted.connect(self._set_volume)

    def begin(
        self, offer: Offer, session: Session, now: datetime, beside: Beside | None = None
    ) -> None:
        """Write that the practice begins, play, and open the stage over the first words.

        `beside` is what is written on the stage, if anything is.
        """
        beside = beside or Beside()
        exercise, wish, choices = offer.exercise, offer.wish, offer.choices
        self._chosen = (choices, exercise.id)
        self._log.begin(exercise.id, 0 if wish.open_end else session.timeline.length_ms, now)
        session.play()
        spoken = Spoken(exercise, wish.recording)
        turning = Turning(
            self._sound, session, spoken, offer.scripts, wish.pace, open_end=wish.open_end
        )
        keys = working_keys(self._settings.read())
        volume = choices.voice_volume
        turns = turning.turns if beside.takes_turns else frozenset[Turn]()
        rules = stop_rules(exercise, wish.pace.movement)
        setup = Setup(exercise.title, volume, keys, beside, rules, turns, wish.open_end)
        stage = Stage(self._theme, setup)
        steering = Steering(session, turning, stage, self._confirm)
        playing = Playing(session, turning, stage, self._log, offer)
        self._act = _Act(session, offer, stage, steering, playing, beside)
        self._connect(self._act)
        self._show_outside(self._act)
        self.stage_opened.emit(stage)
        if not beside.fold:
            beside.open()

    def reflect(self, reflection: Reflection) -> None:
        """Keep how the person was with the last practice."""
        self._log.reflect(reflection)

    @Slot()
    def make_sparser(self) -> None:
        """Have fewer words spoken the next time, as far as that goes."""
        if self._chosen is not None:
            choices, exercise_id = self._chosen
            sparser = _SPARSER.get(choices.guidance, choices.guidance)
            self._change(replace(choices, guidance=sparser), exercise_id)

    @Slot()
    def end(self) -> None:
        """Leave the practice softly, as when the window closes; nothing happens without one."""
        if self._act is not None:
            self._act.playing.leave()

    @Slot()
    def toggle(self) -> None:
        """Pause the practice that is on, or go on."""
        if self._act is not None:
            self._act.steering.toggle()

    @Slot()
    def start_over(self) -> None:
        """Begin the practice that is on anew, from its first word."""
        if self._act is not None:
            self._act.session.seek_to(0)
            self._act.steering.play()

    @Slot()
    def _ask_for_help(self) -> None:
        self.place_requested.emit(Place.CRISIS)

    @Slot(Place)
    def _go_to(self, place: Place) -> None:
        self.end()
        self.place_requested.emit(place)

    @Slot(bool)
    def _take_captions(self, captions: bool) -> None:
        if self._chosen is not None:
            self._change(replace(self._chosen[0], captions=captions), self._chosen[1])

    @Slot(int)
    def _take_volume(self, percent: int) -> None:
        if self._chosen is not None:
            self._change(replace(self._chosen[0], voice_volume=percent), self._chosen[1])

    @Slot(int)
    def _set_volume(self, percent: int) -> None:
        if self._act is not None:
            self._act.stage.set_volume(percent)

    @Slot(bool)
    def _close(self, finished: bool) -> None:
        act, self._act = self._act, None
        if act is None:
            return
        self.stage_closed.emit()
        self._keep_place(act, finished=finished)
        act.stage.deleteLater()
        act.playing.deleteLater()
        act.steering.deleteLater()
        act.beside.deleteLater()
        self.ended.emit(self._ending(act, finished=finished))

    def _connect(self, act: _Act) -> None:
        beside, playing, stage, steering = act.beside, act.playing, act.stage, act.steering
        beside.ended.connect(self._close)
        beside.folded.connect(stage.toggle_page)
        beside.held.connect(stage.close_down)
        beside.kept.connect(self.kept)
        beside.left.connect(playing.leave)
        beside.notice_requested.connect(self.notice_requested)
        beside.place_requested.connect(self._go_to)
        beside.rest_wanted.connect(steering.pause)
        playing.captions_changed.connect(self._take_captions)
        playing.ended.connect(beside.end)
        playing.volume_changed.connect(self._take_volume)
        stage.crisis_requested.connect(self._ask_for_help)
        steering.failed.connect(self.failed)

    def _confirm(self) -> None:
        tick = self._library.tick
        if tick is not None:
            self._sound.play_beside(tick)

    def _show_outside(self, act: _Act) -> None:
        """Show the practice on the desktop by a neutral name: it can be read on a lock screen."""
        follower, playing = self._follower, act.playing
        if follower is None:
            return
        volume = act.offer.choices.voice_volume
        follower.follow(act.session, NowPlaying(playing.length_ms, volume=volume))
        playing.fell_silent.connect(follower.leave)
        playing.length_changed.connect(follower.length_changed)
        playing.moved.connect(follower.position_changed)
        playing.turned_to.connect(follower.state_changed)
        playing.volume_changed.connect(follower.volume_changed)

    def _keep_place(self, act: _Act, *, finished: bool) -> None:
        exercise_id, session = act.offer.exercise.id, act.session
        plan, position_ms = session.timeline, session.position_ms
        nearest_edge_ms = min(position_ms - plan.spans[0].start_ms, plan.length_ms - position_ms)
        if finished:
            self.place_left.emit(exercise_id, None)
        elif not act.steering.was_turned and nearest_edge_ms > _WORTH_KEEPING_MS:
            self.place_left.emit(exercise_id, left_at(plan, position_ms))

    def _ending(self, act: _Act, *, finished: bool) -> Ending:
        there = {one.id for one in self._library.exercises}
        return Ending(
            finished,
            too_much=act.steering.turn is Turn.TOO_MUCH,
            may_be_sparser=finished
            and not act.steering.was_turned
            and not is_own(act.offer.exercise)
            and act.offer.choices.guidance in _SPARSER,
            companion=COMPANION if COMPANION in there else "",
            tool=act.offer.exercise.tool,
            grounding=GROUNDING if act.beside.grounds and GROUNDING in there else "",
        )

    def _change(self, choices: Choices, exercise_id: str) -> None:
        self._chosen = (choices, exercise_id)
        self.changed.emit(choices, exercise_id)
