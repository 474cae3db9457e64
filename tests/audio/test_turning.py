"""A running session that turns lighter, soothes, goes back, or comes to its end when told to."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from prt_desktop.audio.player import PlayerState
from prt_desktop.audio.session import TURN_FADE_MS
from prt_desktop.audio.silent import SilentPlayer
from prt_desktop.audio.sound import Sound
from prt_desktop.audio.turning import Turning
from prt_desktop.domain.exercise import Clip, Guidance, Pause, Spoken, Turn
from prt_desktop.domain.own_audio import OWN_FORM
from prt_desktop.domain.routing import BREATH_MS, LATEST_TURN_MS, OPEN_END_MS, until_stopped
from prt_desktop.domain.timeline import (
    BELL_CLIP_ID,
    BELL_MS,
    NO_FRAME,
    Frame,
    Pace,
    Timeline,
    length_range,
    timeline,
)
from tests.audio.hearing import SessionNotes
from tests.builders import a_cue, a_recording, an_exercise, an_optional_cue, write_clip

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from prt_desktop.audio.session import Session
    from prt_desktop.domain.exercise import Exercise

CLIP_MS = 1_200
STEP_MS = 50
LENGTH_MS = 180_000
ANSWER_MS = LATEST_TURN_MS + BREATH_MS + 2 * STEP_MS
WATCHED = [an_optional_cue(f"watch-{n}", n, pause=Pause(3_000, 30_000, 2.0)) for n in range(1, 7)]


def a_script(name: str, turn: Turn | None = None) -> Exercise:
    """Build an exercise that goes round: an opening, a block to watch, and a close of two cues."""
    return an_exercise(
        a_cue(f"{name}-open", block="arrive"),
        *(dataclasses.replace(cue, id=f"{name}-{cue.id}") for cue in WATCHED),
        an_optional_cue(f"{name}-back", 7, block="close"),
        a_cue(f"{name}-end", block="close"),
        id=name,
        returns_to="watch",
        default_minutes=1.0,
        turn=turn,
    )


EXERCISE = a_script("looking")
EVENING = dataclasses.replace(EXERCISE, ends_in_silence=True)
OWN, SHORT = (
    an_exercise(a_cue("looking-end", pause=Pause(1_000, most_ms, 1.0)), form=OWN_FORM)
    for most_ms in (LENGTH_MS, 1_000)
)
SCRIPTS = {turn: a_script(turn.value.replace("_", "-"), turn) for turn in Turn}


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Spoken]:
    """Write the clips of the exercise, of both scripts, and of the bell."""
    folder = tmp_path_factory.mktemp("clips")
    write_clip(folder / "bell.ogg", 2_000)
    bell = Clip(BELL_CLIP_ID, folder / "bell.ogg", 2_000)
    everything = (EXERCISE, *SCRIPTS.values())
    recordings = [a_recording(folder / one.id, one, CLIP_MS) for one in everything]
    return {
        one.id: Spoken(one, recording.with_clip(bell))
        for one, recording in zip(everything, recordings, strict=True)
    }


class Stage:
    """A session that can be turned, and the clock it runs on."""

    def __init__(
        self,
        folder: Path,
        spoken: dict[str, Spoken],
        pace: Pace | None = None,
        frame: Frame = NO_FRAME,
        *,
        open_end: bool = False,
        exercise: Exercise = EXERCISE,
    ) -> None:
        self.now_ms = 0
        self.folder = folder
        self.player = SilentPlayer(lambda: self.now_ms)
        self.sound = Sound(folder, lambda: self.player)
        pace = pace or Pace()
        recording = spoken["looking"].recording
        longest_ms = length_range(exercise, recording.lengths_ms, pace, frame)[1]
        length_ms = min(LENGTH_MS, longest_ms)
        plan = (
            until_stopped(exercise, recording.lengths_ms, pace, frame)
            if open_end
            else timeline(exercise, recording.lengths_ms, length_ms, pace, frame)
        )
        self.session: Session = self.sound.prepare(plan, recording)
        scripts = {turn: spoken[one.id] for turn, one in SCRIPTS.items()}
        played = Spoken(exercise, recording)
        self.turning = Turning(self.sound, self.session, played, scripts, pace, open_end=open_end)
        self.notes = SessionNotes()
        self.session.listen(self.notes)

    @property
    def plan(self) -> Timeline:
        return self.session.timeline

    def let_pass(self, ms: int) -> None:
        """Let time pass in the steps in which a real player tells its position."""
        until_ms = self.now_ms + ms
        while self.now_ms < until_ms:
            self.now_ms = min(until_ms, self.now_ms + STEP_MS)
            self.player.tick()

    def answer(self) -> None:
        """Let the time pass in which a turn must have been answered."""
        self.let_pass(ANSWER_MS)

    def said_from(self, position_ms: int) -> list[str]:
        return [span.cue_id for span in self.plan.spans if span.start_ms > position_ms]


@pytest.fixture
def stage(tmp_path: Path, spoken: dict[str, Spoken]) -> Iterator[Stage]:
    stage = Stage(tmp_path, spoken)
    yield stage
    stage.session.close()


@pytest.mark.parametrize("turn", Turn)
@pytest.mark.parametrize("pressed_ms", [0, 400, 5_000, 61_500, 150_000])
def test_new_words_begin_within_three_seconds_and_the_end_is_kept(
    stage: Stage, turn: Turn, pressed_ms: int
) -> None:
    stage.session.play()
    stage.let_pass(pressed_ms)

    turned = stage.turning.turn_to(turn)
    stage.answer()

    script = SCRIPTS[turn]
    begun = next(span for span in stage.plan.spans if span.cue_id == f"{script.id}-open")
    assert turned
    assert stage.turning.turn is turn
    assert begun.start_ms <= pressed_ms + 3_000
    assert stage.session.span == begun
    assert stage.plan.length_ms == LENGTH_MS
    assert stage.plan.spans[-1].cue_id == f"{script.id}-end"
    assert stage.notes.plans == 1


def test_words_heard_before_a_turn_stay_as_they_were(stage: Stage) -> None:
    before = stage.plan
    stage.session.play()
    stage.let_pass(60_000)

    stage.turning.turn_to(Turn.LIGHTER)
    stage.answer()

    heard = [span for span in before.spans if span.end_ms <= 60_000]
    assert list(stage.plan.spans[: len(heard)]) == heard


def test_a_turned_session_is_played_to_its_promised_end(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(40_000)
    stage.turning.turn_to(Turn.TOO_MUCH)

    stage.let_pass(LENGTH_MS)

    assert stage.session.is_finished
    assert stage.notes.positions[-1] == LENGTH_MS
    assert stage.notes.ends == 1
    assert not stage.session.missing


def test_fine_goes_on_behind_the_cue_it_was_left_at(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(60_000)
    left_at = stage.session.span.cue_id
    stage.turning.turn_to(Turn.LIGHTER)
    stage.let_pass(20_000)

    went_back = stage.turning.fine()
    stage.answer()

    ids = [cue.id for cue in EXERCISE.cues]
    assert went_back
    assert stage.turning.turn is None
    assert stage.session.span.cue_id == ids[ids.index(left_at) + 1]
    assert stage.plan.spans[-1].cue_id == "looking-end"
    assert stage.plan.length_ms == LENGTH_MS


def test_a_second_turn_at_once_forgets_nothing_of_the_exercise(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(60_000)
    left_at = stage.session.span.cue_id

    stage.turning.turn_to(Turn.LIGHTER)
    stage.answer()
    stage.turning.fine()
    stage.turning.turn_to(Turn.TOO_MUCH)
    stage.answer()
    stage.turning.fine()
    stage.answer()

    ids = [cue.id for cue in EXERCISE.cues]
    assert stage.session.span.cue_id == ids[ids.index(left_at) + 1]


def test_the_same_turn_twice_is_one(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(10_000)

    first, second = (stage.turning.turn_to(Turn.LIGHTER) for _ in range(2))

    assert (first, second) == (True, False)
    stage.answer()
    assert stage.notes.plans == 1


def test_lighter_in_a_practice_that_ends_in_silence_calls_nobody_back(
    tmp_path: Path, spoken: dict[str, Spoken]
) -> None:
    stage = Stage(tmp_path, spoken, exercise=EVENING)
    stage.session.play()
    stage.let_pass(30_000)

    stage.turning.turn_to(Turn.LIGHTER)
    stage.answer()

    said = stage.said_from(30_000)
    assert said == ["lighter-open", *(f"lighter-watch-{n}" for n in range(1, 7))]
    assert stage.plan.length_ms == LENGTH_MS
    stage.session.close()


def test_too_much_in_a_practice_that_ends_in_silence_ends_with_ground(
    tmp_path: Path, spoken: dict[str, Spoken]
) -> None:
    stage = Stage(tmp_path, spoken, exercise=EVENING)
    stage.session.play()
    stage.let_pass(30_000)

    stage.turning.turn_to(Turn.TOO_MUCH)
    stage.answer()

    assert stage.said_from(30_000)[-1] == "too-much-end"
    stage.session.close()


def test_lighter_goes_round_where_no_end_was_promised(
    tmp_path: Path, spoken: dict[str, Spoken]
) -> None:
    stage = Stage(tmp_path, spoken, open_end=True, exercise=EVENING)
    stage.session.play()
    stage.let_pass(30_000)

    stage.turning.turn_to(Turn.LIGHTER)
    stage.answer()

    assert len(stage.said_from(30_000)) > 100
    stage.session.close()


def test_own_recording_goes_on_where_it_was_left_and_ends_later(
    tmp_path: Path, spoken: dict[str, Spoken]
) -> None:
    stage = Stage(tmp_path, spoken, exercise=OWN)
    before = stage.plan
    stage.session.play()
    stage.let_pass(60_000)
    stage.turning.turn_to(Turn.LIGHTER)
    stage.let_pass(100_000)

    went_back = stage.turning.fine()
    stage.let_pass(LATEST_TURN_MS)
    gone_on_ms = stage.session.position_ms

    assert went_back
    assert stage.turning.turn is None
    assert stage.plan == before
    assert 60_000 <= gone_on_ms <= 60_000 + LATEST_TURN_MS
    assert stage.session.heard_ms <= 160_000 + LATEST_TURN_MS
    stage.let_pass(LENGTH_MS - gone_on_ms + STEP_MS)
    assert stage.session.is_finished
    stage.session.close()


def test_own_recording_is_left_once_however_often_it_turns(
    tmp_path: Path, spoken: dict[str, Spoken]
) -> None:
    stage = Stage(tmp_path, spoken, exercise=OWN)
    stage.session.play()
    stage.let_pass(60_000)

    stage.turning.turn_to(Turn.LIGHTER)
    stage.let_pass(20_000)
    stage.turning.fine()
    stage.turning.turn_to(Turn.TOO_MUCH)
    stage.let_pass(20_000)
    stage.turning.fine()
    stage.let_pass(LATEST_TURN_MS)

    assert 60_000 <= stage.session.position_ms <= 60_000 + LATEST_TURN_MS
    stage.session.close()


def test_own_recording_that_is_fine_before_it_turned_just_goes_on(
    tmp_path: Path, spoken: dict[str, Spoken]
) -> None:
    stage = Stage(tmp_path, spoken, exercise=OWN)
    before = stage.plan
    stage.session.play()
    stage.let_pass(100)

    stage.turning.turn_to(Turn.LIGHTER)
    stage.turning.fine()
    stage.answer()

    assert stage.plan == before
    assert 0 <= stage.session.position_ms - (100 + ANSWER_MS) <= TURN_FADE_MS
    stage.session.close()


def test_own_recording_can_be_fine_again_before_its_first_word(
    tmp_path: Path, spoken: dict[str, Spoken]
) -> None:
    stage = Stage(tmp_path, spoken, frame=Frame(delay_ms=20_000), exercise=OWN)
    before = stage.plan
    stage.session.play()
    stage.let_pass(5_000)

    stage.turning.turn_to(Turn.LIGHTER)
    stage.turning.fine()
    stage.answer()

    assert stage.plan == before
    stage.session.close()


def test_nothing_turns_where_no_word_was_said_and_none_would_be(
    tmp_path: Path, spoken: dict[str, Spoken]
) -> None:
    stage = Stage(tmp_path, spoken, frame=Frame(delay_ms=20_000), exercise=SHORT)
    stage.session.play()
    stage.let_pass(20_000 - STEP_MS)

    told = []
    for turn in (Turn.LIGHTER, Turn.TOO_MUCH, Turn.LIGHTER):
        told.append(stage.turning.turn_to(turn))
        stage.let_pass(BREATH_MS - STEP_MS)

    assert told == [True, True, False]
    assert stage.turning.turn is Turn.TOO_MUCH
    assert stage.session.span.cue_id == "too-much-end"
    stage.session.close()


def test_fine_without_a_turn_changes_nothing(stage: Stage) -> None:
    before = stage.plan
    stage.session.play()
    stage.let_pass(10_000)

    assert stage.turning.fine() is False
    assert stage.plan is before


def test_a_paused_session_turns_at_once_and_stays_paused(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(30_000)
    stage.session.pause()

    stage.turning.turn_to(Turn.TOO_MUCH)

    assert stage.notes.plans == 1
    assert stage.session.state is PlayerState.PAUSED
    stage.session.play()
    stage.let_pass(BREATH_MS + 2 * STEP_MS)
    assert stage.session.span.cue_id == "too-much-open"


def test_a_jump_before_the_turn_carries_it_out(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(30_000)
    stage.session.seek_to(stage.plan.spans[2].start_ms + 100)
    stage.turning.turn_to(Turn.LIGHTER)
    pending = stage.notes.plans

    stage.session.next_cue()

    assert pending == 0
    assert stage.notes.plans == 1
    assert stage.session.span.cue_id == "lighter-open"
    assert stage.session.position_ms == stage.session.span.start_ms


def speak(stage: Stage) -> None:
    """Let the third cue be spoken, so that a turn waits for the end of its sentence."""
    stage.session.play()
    stage.let_pass(30_000)
    stage.session.seek_to(stage.plan.spans[2].start_ms + 100)


def test_a_cue_chosen_before_the_turn_is_looked_up_in_the_new_plan(stage: Stage) -> None:
    speak(stage)
    before_ms = stage.plan.spans[-1].start_ms
    stage.turning.finish()

    stage.session.go_to_cue(len(stage.plan.spans) - 1)

    assert stage.session.span.cue_id == "looking-end"
    assert stage.session.position_ms == stage.session.span.start_ms < before_ms


def test_a_cue_heard_before_the_turn_is_gone_back_to(stage: Stage) -> None:
    speak(stage)
    stage.turning.turn_to(Turn.LIGHTER)
    wanted = stage.plan.spans[1]

    stage.session.go_to_cue(1)

    assert stage.session.span.cue_id == wanted.cue_id
    assert stage.session.position_ms == wanted.start_ms


def test_a_cue_that_the_turn_leaves_out_is_not_gone_to(stage: Stage) -> None:
    speak(stage)
    stage.turning.turn_to(Turn.LIGHTER)

    stage.session.go_to_cue(len(stage.plan.spans) - 1)
    stage.answer()

    assert stage.session.span.cue_id == "lighter-open"


def test_closing_before_the_turn_leaves_no_track(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(100)
    stage.turning.turn_to(Turn.LIGHTER)

    stage.session.close()

    assert list(stage.folder.glob("*.wav")) == []


def test_a_finished_session_turns_no_more(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(LENGTH_MS + 1_000)

    told = [stage.turning.turn_to(Turn.LIGHTER), stage.turning.fine(), stage.turning.finish()]

    assert told == [False, False, False]
    assert stage.notes.plans == 0


def test_in_the_last_half_second_nothing_turns(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(LENGTH_MS - 300)

    assert stage.turning.turn_to(Turn.TOO_MUCH) is False
    stage.let_pass(1_000)
    assert stage.session.is_finished


def test_an_unknown_turn_is_an_error(tmp_path: Path, spoken: dict[str, Spoken]) -> None:
    stage = Stage(tmp_path, spoken)
    turning = Turning(stage.sound, stage.session, spoken["looking"], {}, Pace())

    with pytest.raises(KeyError):
        turning.turn_to(Turn.LIGHTER)
    assert turning.turns == frozenset()
    stage.session.close()


@pytest.mark.parametrize("guidance", Guidance)
def test_finish_comes_to_the_spoken_close_and_ends(
    tmp_path: Path, spoken: dict[str, Spoken], guidance: Guidance
) -> None:
    stage = Stage(tmp_path, spoken, Pace(guidance), open_end=True)
    stage.session.play()
    stage.let_pass(45_000)

    finished = stage.turning.finish()
    stage.answer()
    again = stage.turning.finish()

    first = "looking-back" if guidance is Guidance.FULL else "looking-end"
    assert (finished, again) == (True, False)
    assert stage.session.span.cue_id == first
    assert stage.plan.length_ms < 60_000
    stage.let_pass(60_000)
    assert stage.session.is_finished
    stage.session.close()


def test_enough_after_too_much_comes_to_the_close_that_grounds(
    tmp_path: Path, spoken: dict[str, Spoken]
) -> None:
    stage = Stage(tmp_path, spoken, Pace(Guidance.SILENT), open_end=True)
    stage.session.play()
    stage.let_pass(45_000)
    stage.turning.turn_to(Turn.TOO_MUCH)
    stage.let_pass(10_000)

    finished = stage.turning.finish()
    stage.answer()
    again = stage.turning.finish()

    assert (finished, again) == (True, False)
    assert stage.turning.turn is Turn.TOO_MUCH
    assert stage.session.span.cue_id == "too-much-back"
    assert stage.said_from(55_000) == ["too-much-back", "too-much-end"]
    assert not stage.session.missing
    stage.let_pass(30_000)
    assert stage.session.is_finished
    stage.session.close()


def test_enough_after_too_much_never_ends_later(tmp_path: Path, spoken: dict[str, Spoken]) -> None:
    stage = Stage(tmp_path, spoken, open_end=True)
    stage.session.play()
    stage.let_pass(45_000)
    stage.turning.turn_to(Turn.TOO_MUCH)
    stage.answer()
    rests_until_ms = stage.plan.length_ms
    stage.let_pass(rests_until_ms - stage.session.position_ms - 5_000)

    stage.turning.finish()
    stage.answer()

    assert stage.plan.length_ms == rests_until_ms
    stage.session.close()


def test_enough_after_lighter_comes_to_the_close_of_the_exercise(
    tmp_path: Path, spoken: dict[str, Spoken]
) -> None:
    stage = Stage(tmp_path, spoken, open_end=True)
    stage.session.play()
    stage.let_pass(45_000)
    stage.turning.turn_to(Turn.LIGHTER)
    stage.let_pass(10_000)

    stage.turning.finish()
    stage.answer()

    assert stage.turning.turn is None
    assert stage.said_from(55_000) == ["looking-back", "looking-end"]
    stage.session.close()


def test_an_open_session_rests_after_too_much_but_is_open_again_when_fine(
    tmp_path: Path, spoken: dict[str, Spoken]
) -> None:
    stage = Stage(tmp_path, spoken, open_end=True)
    stage.session.play()
    stage.let_pass(45_000)

    stage.turning.turn_to(Turn.TOO_MUCH)
    stage.answer()
    rests_until_ms = stage.plan.length_ms
    stage.turning.fine()
    stage.answer()

    assert rests_until_ms <= 45_000 + 63_000
    assert stage.plan.length_ms == OPEN_END_MS
    assert len(stage.said_from(45_000)) > 100
    stage.session.close()


def test_before_the_first_word_the_whole_exercise_is_still_to_come(
    tmp_path: Path, spoken: dict[str, Spoken]
) -> None:
    stage = Stage(tmp_path, spoken, frame=Frame(delay_ms=20_000, bell=True))
    stage.session.play()
    stage.let_pass(5_000)
    stage.turning.turn_to(Turn.LIGHTER)
    stage.answer()

    stage.turning.fine()
    stage.answer()

    assert stage.session.span.cue_id == "looking-open"
    assert stage.plan.length_ms == LENGTH_MS + 20_000
    stage.session.close()


def test_the_promised_bell_still_rings_at_the_end(
    tmp_path: Path, spoken: dict[str, Spoken]
) -> None:
    stage = Stage(tmp_path, spoken, frame=Frame(bell=True))
    stage.session.play()
    stage.let_pass(50_000)

    stage.turning.turn_to(Turn.TOO_MUCH)
    stage.answer()
    soothed = stage.plan
    stage.turning.fine()
    stage.answer()

    for plan in (soothed, stage.plan):
        assert plan.bells_ms == (0, LENGTH_MS - BELL_MS)
        assert plan.spans[-1].speech_end_ms <= LENGTH_MS - BELL_MS
    stage.session.close()


class TurnedAtWill(RuleBasedStateMachine):
    """Presses anything at any time; the end is kept and the plan stays whole."""

    folder: Path
    spoken: dict[str, Spoken]

    @initialize(
        open_end=st.booleans(),
        guidance=st.sampled_from(Guidance),
        rate=st.sampled_from((0.8, 1.0, 1.1)),
        bell=st.booleans(),
    )
    def begin(self, open_end: bool, guidance: Guidance, rate: float, bell: bool) -> None:
        pace, frame = Pace(guidance, rate=rate), Frame(bell=bell)
        self.stage = Stage(self.folder, self.spoken, pace, frame, open_end=open_end)
        self.end_ms = self.stage.plan.length_ms
        self.open_end = open_end
        self.may_end_sooner = False
        self.stage.session.play()

    @rule(ms=st.integers(0, 40_000))
    def wait(self, ms: int) -> None:
        self.stage.let_pass(ms)

    @rule(turn=st.sampled_from(Turn))
    def turn(self, turn: Turn) -> None:
        pressed_ms = self.stage.session.position_ms
        if self.stage.turning.turn_to(turn):
            self.may_end_sooner = self.open_end and turn is Turn.TOO_MUCH
            self.stage.session.play()
            self.stage.answer()
            opens = f"{SCRIPTS[turn].id}-open"
            new = [span for span in self.stage.plan.spans if span.start_ms > pressed_ms]
            if new and new[0].cue_id == opens:
                assert new[0].start_ms <= pressed_ms + 3_000
            if turn is Turn.TOO_MUCH and new:
                assert new[-1].cue_id == "too-much-end"

    @rule()
    def fine(self) -> None:
        if self.stage.turning.fine():
            self.may_end_sooner = False
            self.stage.answer()

    @rule()
    def finish(self) -> None:
        before_ms = self.end_ms
        if self.stage.turning.finish():
            self.may_end_sooner = False
            self.stage.session.play()
            self.stage.answer()
            self.end_ms = self.stage.plan.length_ms
            assert self.end_ms <= before_ms
            self.stage.let_pass(100)

    @rule(press=st.sampled_from(("toggle", "next_cue", "previous_cue")))
    def press(self, press: str) -> None:
        session = self.stage.session
        {"toggle": session.toggle, "next_cue": session.next_cue}.get(press, session.previous_cue)()

    @rule(by_ms=st.integers(-60_000, 60_000), turn=st.sampled_from(Turn))
    def turn_and_skip_at_once(self, by_ms: int, turn: Turn) -> None:
        if self.stage.turning.turn_to(turn):
            self.may_end_sooner = self.open_end and turn is Turn.TOO_MUCH
        self.stage.session.skip(by_ms)

    @precondition(lambda self: self.stage.turning.turn is None)
    @rule(share=st.floats(0, 1))
    def seek(self, share: float) -> None:
        self.stage.session.seek_to(round(share * min(self.end_ms, LENGTH_MS)))

    @invariant()
    def the_end_is_kept(self) -> None:
        if self.may_end_sooner:
            assert self.stage.plan.length_ms <= self.end_ms
        else:
            assert self.stage.plan.length_ms == self.end_ms

    @invariant()
    def the_plan_is_whole(self) -> None:
        spans, session = self.stage.plan.spans, self.stage.session
        assert spans[-1].end_ms == self.stage.plan.length_ms
        assert all(a.end_ms == b.start_ms < b.end_ms for a, b in pairwise(spans))
        assert session.index == self.stage.plan.index_at(session.position_ms)
        assert 0 <= session.position_ms <= self.stage.plan.length_ms
        assert not session.missing

    def teardown(self) -> None:
        if hasattr(self, "stage"):
            self.stage.session.close()
            assert list(self.folder.glob("*.wav")) == []
            assert self.stage.notes.ends == int(self.stage.session.is_finished)


def test_whatever_is_pressed_whenever_the_end_is_kept(
    tmp_path: Path, spoken: dict[str, Spoken]
) -> None:
    machine = type("Turned", (TurnedAtWill,), {"folder": tmp_path, "spoken": spoken})

    run_state_machine_as_test(machine, settings=settings(max_examples=8, stateful_step_count=10))

    assert list(tmp_path.iterdir()) == []
