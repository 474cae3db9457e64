"""One day of the whole program without its window: answered, read, practised, written, found."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from prt_desktop.audio.silent import SilentPlayer
from prt_desktop.audio.sound import Sound
from prt_desktop.content.library import Library
from prt_desktop.domain.diary import (
    Entry,
    EntryKind,
    LessonDetails,
    PracticeDetails,
    Reflection,
    new_entry_id,
)
from prt_desktop.domain.plan import StepKind, next_step
from prt_desktop.domain.safety import Check, PageAnswer, PageId
from prt_desktop.domain.timeline import Pace, timeline
from prt_desktop.export.json_diary import diary_json
from prt_desktop.paths import assets
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.whole import whole_diary
from tests.builders import Clock

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.domain.plan import Step
    from prt_desktop.domain.timeline import Timeline


class Person:
    """Somebody with a journal, who does what Today offers."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.folder = folder
        self.library = Library(assets())
        self.journal = Journal(folder / "data", self.clock)

    @property
    def step(self) -> Step:
        return next_step(
            self.journal.safety(),
            self.journal.entries(),
            self.library.lessons,
            self.library.exercises,
            self.clock(),
        )

    def answer_pages(self, *ticked: str) -> None:
        self.clock.move(minutes=1)
        self.journal.add_answer(PageAnswer(PageId.EMERGENCY, ticked, self.clock()))
        self.journal.add_answer(PageAnswer(PageId.SAME_DAY, (), self.clock()))

    def read_lesson(self, lesson_id: str) -> None:
        self.clock.move(minutes=4)
        details = LessonDetails(lesson_id)
        self.journal.add(Entry(new_entry_id(), self.clock(), EntryKind.LESSON, details=details))

    def practise(self, exercise_id: str, minutes: int) -> Timeline:
        """Play a whole session by the clock and keep it with the one question's answer."""
        exercise = next(one for one in self.library.exercises if one.id == exercise_id)
        recording = self.library.recording(exercise, "heart")
        checked = self.journal.safety().valid_check(self.clock()) is not None
        length_ms = minutes * 60_000
        played = timeline(exercise, recording.lengths_ms, length_ms, Pace(checked=checked))
        now_ms = 0
        player = SilentPlayer(lambda: now_ms)
        session = Sound(self.folder / "cache", lambda: player).prepare(played, recording)
        session.play()
        while not session.is_finished:
            now_ms += 500
            player.tick()
        details = PracticeDetails(
            exercise_id, length_ms, session.heard_ms, finished=True, reflection=Reflection.CURIOUS
        )
        session.close()
        self.clock.move(minutes=minutes)
        self.journal.add(Entry(new_entry_id(), self.clock(), EntryKind.PRACTICE, details=details))
        return played

    def write(self, text: str) -> None:
        self.clock.move(minutes=1)
        self.journal.add(Entry(new_entry_id(), self.clock(), EntryKind.NOTE, text))


def test_a_first_day_goes_from_the_safety_pages_to_rest(tmp_path: Path) -> None:
    person = Person(tmp_path)
    steps = [person.step.kind]
    person.answer_pages()
    steps.append(person.step.kind)
    person.read_lesson(str(person.step.target))
    steps.append(person.step.kind)
    played = person.practise(str(person.step.target), 1)
    steps.append(person.step.kind)
    person.write("It moved to the left while I looked.")
    steps.append(person.step.kind)

    assert steps == [
        StepKind.SAFETY_PAGES,
        StepKind.LESSON,
        StepKind.PRACTICE,
        StepKind.WRITE,
        StepKind.REST,
    ]
    assert not any("safe" in span.text for span in played.spans)


def test_all_of_it_is_there_after_opening_again(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.answer_pages()
    person.read_lesson("pain-is-an-alarm")
    person.practise("somatic-tracking", 3)
    person.write("It moved.")

    again = Journal(tmp_path / "data", person.clock)

    assert [entry.kind for entry in again.entries()] == ["lesson", "practice", "note"]
    practice = json.loads(diary_json(whole_diary(again)))[1]["details"]
    assert practice["heard_ms"] == practice["planned_ms"] == 180_000
    assert practice["reflection"] == "curious"
    assert again.safety().unanswered_pages() == ()
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_ticked_sign_closes_the_practice_until_somebody_looked(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.answer_pages("chest-pain")
    closed = person.step.kind
    person.clock.move(days=1)
    check = Check("Dr Sample", person.clock().date(), "chest", "All clear.", person.clock())
    person.journal.add_answer(check)

    played = person.practise("somatic-tracking", 10)

    assert closed is StepKind.SEE_SOMEONE
    assert person.journal.safety().open_flags() == ()
    assert any("safe" in span.text for span in played.spans)


def test_a_week_away_is_not_mentioned(tmp_path: Path) -> None:
    person = Person(tmp_path)
    person.answer_pages()
    person.read_lesson("pain-is-an-alarm")
    tomorrow = next_step(
        person.journal.safety(),
        person.journal.entries(),
        person.library.lessons,
        person.library.exercises,
        person.clock() + timedelta(days=1),
    )

    person.clock.move(days=7)

    assert person.step == tomorrow
