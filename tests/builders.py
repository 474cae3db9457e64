"""Values and files to test with: each builder gives something good, to be changed in one place."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from prt_desktop.domain.bad_day import BadDay
from prt_desktop.domain.diary import (
    Entry,
    EntryKind,
    LessonDetails,
    LessonNote,
    Measure,
    MovementTrial,
    NextTime,
    PracticeDetails,
    Template,
    ThoughtRecord,
    VoiceMemo,
    new_entry_id,
)
from prt_desktop.domain.evidence_sheet import Belief, Column, EvidencePoint
from prt_desktop.domain.exercise import (
    Clip,
    Cue,
    Exercise,
    Gate,
    Guidance,
    Part,
    Pause,
    Recording,
)
from prt_desktop.domain.fit import FitGroup, FitItem, FitReply, Reply
from prt_desktop.domain.four_weeks import (
    Change,
    PlanStep,
    Rule,
    Task,
    TaskKind,
    Week,
    When,
)
from prt_desktop.domain.good_day import Message, SetbackPlan
from prt_desktop.domain.ladder import Rung
from prt_desktop.domain.lesson import Lesson, Page
from prt_desktop.domain.lesson import Part as CoursePart
from prt_desktop.domain.reading_aloud import (
    SHORT_CLIP_ID,
    clip_texts,
    page_clip_id,
    spoken_sentences,
)
from prt_desktop.domain.review import Review
from prt_desktop.domain.safety import (
    Check,
    FitPageAnswer,
    FitPageId,
    MiniCheckAnswer,
    NewSymptomAnswer,
    Occasion,
    PageAnswer,
    PageId,
    SafetyRecord,
)
from prt_desktop.domain.safety_plan import SafetyPlan
from prt_desktop.domain.spoken_text import sentences, text_sha256
from prt_desktop.domain.story import Goal, LifeEvent, Story

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from prt_desktop.domain.circumstances import BodyArea

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = NOON.date()
SAMPLE_RATE = 24_000


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.time = now

    def __call__(self) -> datetime:
        return self.time

    def move(self, **by: float) -> None:
        self.time += timedelta(**by)


def a_cue(cue_id: str = "look", **changes: Any) -> Cue:
    """Build a cue that is always spoken, with a pause of one to nine seconds."""
    cue = Cue(
        id=cue_id,
        block="watch",
        text=f"These are the words of {cue_id}.",
        pause=Pause(1_000, 9_000, 1.0),
        guidance=Guidance.SILENT,
    )
    return dataclasses.replace(cue, **changes)


def an_optional_cue(cue_id: str, rank: int, **changes: Any) -> Cue:
    """Build a cue that gives way, the higher its rank the sooner."""
    return a_cue(cue_id, rank=rank, **{"guidance": Guidance.FULL, **changes})


def an_exercise(*cues: Cue, **changes: Any) -> Exercise:
    """Build an exercise of these cues, or of an opening, an optional middle and a close."""
    exercise = Exercise(
        id="looking",
        title="Looking",
        part=Part.ATTEND,
        form="core",
        gate=Gate.NO_OPEN_FLAG,
        default_minutes=0.5,
        purpose="To look.",
        choose_else="When looking is too much.",
        posture="As you like.",
        cues=cues or (a_cue("open"), an_optional_cue("middle", 1), a_cue("close")),
    )
    return dataclasses.replace(exercise, **changes)


def lengths_of(exercise: Exercise, length_ms: int = 2_000) -> dict[str, int]:
    """Give every clip of an exercise the same length."""
    return dict.fromkeys(exercise.clip_texts(), length_ms)


def a_lesson(lesson_id: str = "first", **changes: Any) -> Lesson:
    """Build a lesson of one page."""
    lesson = Lesson(
        id=lesson_id,
        title="A first lesson",
        part=CoursePart.START,
        minutes=4,
        objectives=("Know one thing",),
        exercise=None,
        try_this="Look out of the window.",
        short="In short.",
        pages=(Page("One idea", "Some words.", 10),),
        folder="lessons",
    )
    return dataclasses.replace(lesson, **changes)


def an_entry(text: str = "A quiet day.", **changes: Any) -> Entry:
    """Build a note with an id of its own."""
    entry = Entry(new_entry_id(), NOON, EntryKind.NOTE, text)
    return dataclasses.replace(entry, **changes)


def a_practice(exercise_id: str = "looking", **changes: Any) -> Entry:
    """Build the entry of a practice heard to its end."""
    details = PracticeDetails(exercise_id, 420_000, 420_000, finished=True)
    return dataclasses.replace(
        Entry(new_entry_id(), NOON, EntryKind.PRACTICE, details=details), **changes
    )


def a_read_lesson(lesson_id: str = "first", **changes: Any) -> Entry:
    """Build the entry of a lesson read to its end."""
    return dataclasses.replace(
        Entry(new_entry_id(), NOON, EntryKind.LESSON, details=LessonDetails(lesson_id)), **changes
    )


def a_lesson_note(lesson_id: str = "first", **changes: Any) -> Entry:
    """Build the entry of a marked stretch of a lesson with a word at it."""
    details = LessonNote(lesson_id, 0, "Pain is an alarm.")
    entry = Entry(new_entry_id(), NOON, EntryKind.LESSON_NOTE, "Mine too.", details)
    return dataclasses.replace(entry, **changes)


def a_measure(**answers: int) -> Entry:
    """Build the entry of a whole measure, its answers changed by name."""
    given = {"pain": 5, "enjoyment": 4, "activity": 6, "fear": 3, "confidence": 5, "damage": 2}
    details = Measure(**{**given, **answers})
    return Entry(new_entry_id(), NOON, EntryKind.MEASURE, "A little easier.", details)


def a_memo(**changes: Any) -> Entry:
    """Build the entry of a spoken memo of three seconds."""
    entry = Entry(new_entry_id(), NOON, EntryKind.MEMO, "", VoiceMemo("a" * 32, 3_000))
    return dataclasses.replace(entry, **changes)


def a_point(text: str = "It moves about.", **changes: Any) -> EvidencePoint:
    """Build a point toward the alarm."""
    point = EvidencePoint(new_entry_id(), NOON, Column.TOWARD_ALARM, text)
    return dataclasses.replace(point, **changes)


def a_belief(sure: int = 50, **changes: Any) -> Belief:
    """Build how sure a person was at noon."""
    return dataclasses.replace(Belief(new_entry_id(), NOON, sure), **changes)


def a_rung(name: str = "Bend forward", **changes: Any) -> Rung:
    """Build a feared movement with a fear of four."""
    return dataclasses.replace(Rung(new_entry_id(), NOON, name, 4, "To lift my niece."), **changes)


def a_story(**changes: Any) -> Story:
    """Build a person's story."""
    values = {"told_at": NOON, "began": "In spring, after a move.", "wanted": "To dance."}
    return Story(**{**values, **changes})


def a_goal(text: str = "Walk to the lake", **changes: Any) -> Goal:
    """Build a goal."""
    values = {"id": new_entry_id(), "added_at": NOON, "text": text}
    return Goal(**{**values, **changes})


def an_event(year: int = 2019, text: str = "Moved house", **changes: Any) -> LifeEvent:
    """Build an event of the line of life and pain."""
    values = {"id": new_entry_id(), "added_at": NOON, "year": year, "text": text}
    return LifeEvent(**{**values, **changes})


def a_fit_item(item_id: str = "moves", **changes: Any) -> FitItem:
    """Build a statement of the fit worksheet, which points toward the alarm."""
    values = {"text": "It moves about.", "source": "Safety 4.3", "group": FitGroup.TOWARD}
    return FitItem(item_id, **{**values, **changes})


def a_fit_reply(item_id: str = "moves", reply: Reply = Reply.YES, **changes: Any) -> FitReply:
    """Build an answer on the fit worksheet."""
    return FitReply(item_id, reply, **{"since": NOON, **changes})


def a_plan_step(step_id: str, kind: TaskKind = TaskKind.DEED, **changes: Any) -> PlanStep:
    """Build a step of the plan: a deed unless told, a rest by its kind."""
    words = {"title": f"Do {step_id}", "line": "A small thing."}
    gate = changes.pop("gate", Gate.OPEN)
    return PlanStep(step_id, Task(kind, **{**words, **changes}), gate)


def a_rest(step_id: str = "rest") -> PlanStep:
    """Build a rest day of the plan."""
    return a_plan_step(step_id, TaskKind.REST)


def a_week(week_id: str, *steps: PlanStep) -> Week:
    """Build a week of these steps."""
    return Week(week_id, week_id.capitalize(), "A few small steps.", steps)


def a_rule(when: When, *changes: Change, **others: Any) -> Rule:
    """Build a rule that says its own name."""
    rule = Rule(when.value, when, f"Because of {when.value}", "It changes a step.", changes)
    return dataclasses.replace(rule, **others)


def a_bad_day(begun_at: datetime = NOON, **changes: Any) -> BadDay:
    """Build a bad day that nobody has gone on from yet."""
    return dataclasses.replace(BadDay(new_entry_id(), begun_at), **changes)


def a_message(text: str = "You have been here before.", **changes: Any) -> Message:
    """Build a written message from oneself."""
    return dataclasses.replace(Message(new_entry_id(), NOON, text=text), **changes)


def a_setback_plan(**changes: Any) -> SetbackPlan:
    """Build a plan for setbacks with a word for everything."""
    steps = ("Slow down.", "Hear my message.", "Go for a short walk.")
    plan = SetbackPlan(new_entry_id(), NOON, "Short nights.", steps, "Kim")
    return dataclasses.replace(plan, **changes)


def a_review(**changes: Any) -> Review:
    """Build a weekly review with a few words."""
    review = Review(
        new_entry_id(), NOON, "A fair week.", "The stairs.", "A long walk.", "The pool."
    )
    return dataclasses.replace(review, **changes)


def a_template(name: str = "Evening", **changes: Any) -> Template:
    """Build a template of a note."""
    template = Template(new_entry_id(), name, EntryKind.NOTE, "Three things today:")
    return dataclasses.replace(template, **changes)


def a_thought_record(**changes: Any) -> ThoughtRecord:
    """Build a thought with its situation and a fairer sentence."""
    record = ThoughtRecord("I bent down.", "It is ruined.", "I have felt this before.")
    return dataclasses.replace(record, **changes)


def a_trial(**changes: Any) -> MovementTrial:
    """Build a movement of an exercise, predicted, tried and thought over."""
    trial = MovementTrial(
        "movement",
        "Bend forward",
        "bend",
        "It will grab me.",
        "A pull, then less.",
        "It did not grab me.",
        "The story was louder.",
        NextTime.SAME,
    )
    return dataclasses.replace(trial, **changes)


def a_thought(record: ThoughtRecord | None = None, **changes: Any) -> Entry:
    """Build the entry of a thought."""
    details = record or a_thought_record()
    return dataclasses.replace(
        Entry(new_entry_id(), NOON, EntryKind.THOUGHT, details=details), **changes
    )


def a_movement(trial: MovementTrial | None = None, **changes: Any) -> Entry:
    """Build the entry of a movement tried."""
    details = trial or a_trial()
    return dataclasses.replace(
        Entry(new_entry_id(), NOON, EntryKind.MOVEMENT, details=details), **changes
    )


def an_answer(
    page: PageId = PageId.EMERGENCY, *ticked: str, answered_at: datetime = NOON
) -> PageAnswer:
    """Build the answer to a page: "none of these" unless something is ticked."""
    return PageAnswer(page, ticked, answered_at)


def a_new_symptom(answered_at: datetime = NOON, *, something_new: bool = True) -> NewSymptomAnswer:
    """Build a yes to "anything new or different?"."""
    return NewSymptomAnswer(something_new, answered_at)


def a_check(
    on: date = TODAY, recorded_at: datetime | None = None, areas: tuple[BodyArea, ...] = ()
) -> Check:
    """Build a clinician's check, recorded on its day in the evening."""
    at = recorded_at or datetime(on.year, on.month, on.day, 20, tzinfo=UTC)
    return Check("Dr Sample", on, "lower back", "Nothing that worries me.", at, areas)


def a_mini_check(
    *ticked: str, areas: tuple[BodyArea, ...] = (), answered_at: datetime = NOON
) -> MiniCheckAnswer:
    """Build the answer to the three questions in a flare: "none of these" unless ticked."""
    return MiniCheckAnswer(ticked, areas, Occasion.FLARE, answered_at)


def a_fit_page_answer(
    page: FitPageId = FitPageId.BOOK_A_CHECK, *ticked: str, answered_at: datetime = NOON
) -> FitPageAnswer:
    """Build the answer to a page before the fit worksheet; any tick asks for a check."""
    return FitPageAnswer(page, ticked, bool(ticked), answered_at)


def a_safety_plan(**changes: Any) -> SafetyPlan:
    """Build a safety plan with a few lines in it."""
    plan = SafetyPlan(new_entry_id(), NOON, "I stop answering.", people="Alex, next door")
    return dataclasses.replace(plan, **changes)


def both_pages(answered_at: datetime = NOON) -> tuple[PageAnswer, ...]:
    """Build "none of these" on both pages."""
    return tuple(an_answer(page, answered_at=answered_at) for page in PageId)


def a_safety_record(**changes: Any) -> SafetyRecord:
    """Build the record of somebody who answered both pages with "none of these"."""
    return dataclasses.replace(SafetyRecord(answers=both_pages()), **changes)


def a_tone(length_ms: int, amplitude: int = 8_000, rate: int = SAMPLE_RATE) -> NDArray[np.int16]:
    """Make a sound that can be told from silence and from a louder one."""
    import numpy  # noqa: PLC0415 - values are built without it

    wave = numpy.sin(numpy.arange(length_ms * rate // 1000) * 0.05)
    tone: NDArray[np.int16] = (amplitude * wave).astype(numpy.int16)
    return tone


def write_clip(path: Path, length_ms: int, amplitude: int = 8_000) -> None:
    """Write a clip as the narration tool does: Ogg Vorbis, mono, 24 kHz."""
    import soundfile  # noqa: PLC0415 - values are built without it

    path.parent.mkdir(parents=True, exist_ok=True)
    tone = a_tone(length_ms, amplitude)
    soundfile.write(path, tone, SAMPLE_RATE, format="OGG", subtype="VORBIS")


def a_recording(
    folder: Path, exercise: Exercise, length_ms: int = 1_500, voice: str = "heart"
) -> Recording:
    """Write the clips of an exercise, each of another loudness, and give them as a recording."""
    clips = {}
    for number, clip_id in enumerate(exercise.clip_texts()):
        path = folder / voice / f"{clip_id}.ogg"
        write_clip(path, length_ms, 4_000 + 500 * number)
        clips[clip_id] = Clip(clip_id, path, length_ms)
    return Recording(voice, clips, lengths_of(exercise, length_ms))


EXERCISE_TOML = """\
id = "looking"
title = "Looking"
part = "attend"
form = "core"
gate = "no_open_flag"
default_minutes = 0.3
purpose = "To look."
choose_else = "When looking is too much."
posture = "As you like."

[[cue]]
id = "open"
block = "arrive"
text = "Welcome."
pause_ms = [1000, 9000]
weight = 1.0
guidance = "silent"

[[cue]]
id = "safe"
block = "safety"
text = "You are safe."
instead = "You are here."
pause_ms = [1000, 9000]
weight = 1.0
guidance = "full"
rank = 1

[[cue]]
id = "close"
block = "close"
text = "The end."
pause_ms = [1000, 9000]
weight = 1.0
guidance = "silent"
"""

LESSON_HEAD = """\
id = "first"
title = "A first lesson"
part = "start"
minutes = 4
objectives = ["Know one thing"]
exercise = "looking"
try_this = "Look out of the window."
short = "In short."
points = ["F1"]

[[question]]
ask = "What can one page do?"
[[question.answer]]
text = "Say one thing"
said = "So it is."
fits = true
[[question.answer]]
text = "Say everything"
said = "That would be much for one page."
"""

VOICES_TOML = """\
[[voice]]
id = "heart"
name = "Heart"
description = "A warm woman's voice"
speed = 0.82
lesson_speed = 0.95
"""

SOUNDSCAPES_TOML = """\
[[soundscape]]
id = "rain"
name = "Rain"
description = "Steady rain"
file = "rain.flac"
lufs = -32.0
"""

RED_FLAGS_TOML = """\
checked_on = 2026-11-23

[[page]]
id = "emergency"
title = "Now"
intro = "Tick what applies."
action = "Ring the emergency number."

[[page.question]]
id = "chest"
text = "Is there chest pain?"
source = "NHS"

[[page]]
id = "same-day"
title = "Today"
intro = "Tick what applies."
action = "Ring your doctor."

[[page.question]]
id = "fever"
text = "Is there a fever?"
source = "NHS"
"""

BEFORE_FIT_TOML = """\
checked_on = 2026-11-23

[[page]]
id = "book-a-check"
title = "Book"
intro = "Tick what applies."
action = "Book a check."
always = ["early"]
least = 1

[[page.question]]
id = "early"
text = "Did it begin early?"
source = "NICE"

[[page.question]]
id = "night"
text = "Does it wake you?"
source = "NICE"
checked_on = 2026-11-25

[[page]]
id = "ask-a-doctor"
title = "Ask"
intro = "Tick what applies."
action = "Ask a doctor."

[[page.question]]
id = "rash"
text = "Is there a rash?"
source = "None"

[[page]]
id = "clinician-first"
title = "Talk"
intro = "Tick what applies."
action = "Talk first."

[[page.question]]
id = "leg"
text = "Is the leg worse?"
source = "Trials"
"""

THREE_QUESTIONS_TOML = """\
checked_on = 2026-11-23
title = "Three questions first"
intro = "Tick what is so."
action = "Have this looked at first."

[[question]]
id = "different"
text = "Is this pain different?"
source = "4.4"

[[question]]
id = "signs"
text = "Is there numbness?"
source = "4.4"

[[question]]
id = "fall"
text = "Has there been a fall?"
source = "4.4"
"""

COUNTRY_TOML = """\
country = "Austria"
checked_on = 2026-11-23

[[line]]
name = "Telefonseelsorge"
number = "142"
what = "Someone to listen."
page = "https://www.telefonseelsorge.at/"
seen_on = 2026-11-23
"""

MESSAGES_TOML = """\
[[message]]
id = "slowly"
area = "anywhere"
text = "Today I can go slowly."

[[message]]
id = "neck"
area = "neck_and_shoulders"
text = "My neck can turn a little."
"""

FIT_TOML = """\
checked_on = 2026-11-26

[[item]]
id = "moves"
text = "It moves about."
source = "Safety 4.3"
group = "toward"
row = 1

[[item]]
id = "night"
text = "It wakes me at night."
source = "Safety 4.3, trap"
group = "toward"
waits_for = "clear_and_check"
collides_with = ["fever"]
"""

POINTS_TOML = """\
[[point]]
id = "moves"
text = "It moves about."
source = "Techniques 3.3"
row = 1

[[point]]
id = "both-legs"
text = "It is in both legs."
source = "Safety 4.3"
collides_with = ["fever"]
"""

FOUR_WEEKS_TOML = """\
[[week]]
id = "begin"
title = "Before you begin"
about = "What this is."

[[week.step]]
id = "read"
kind = "lesson"
target = "first"

[[week.step]]
id = "rest"
kind = "rest"
title = "A rest day"
line = "Nothing to do today."

[[week.step]]
id = "look"
kind = "practice"
target = "looking"

[[rule]]
id = "bad-day"
when = "bad_day"
because = "Because it was a bad day"
does = "Something kinder."

[[rule.change]]
step = "look"
kind = "deed"
title = "A cup of tea"
line = "Sit by the window."

[[other]]
id = "fun"
kind = "deed"
title = "Something for fun"
line = "Ten minutes."
"""

CARD = {
    "design": "A trial.",
    "participants": "{people} adults.",
    "delivered_by": "Therapists.",
    "compared_with": "Usual care.",
    "limits": "Small.",
    "funding": "Not known.",
    "strength": "One trial.",
    "looked_on": "2026-11-23",
    "figures": {
        "people": {"value": "151", "row": 1},
    },
}

REFERENCES = [
    {
        "id": "ashar-2022",
        "type": "article-journal",
        "title": "A trial",
        "author": [{"family": "Ashar", "given": "Yoni K."}, {"family": "Gordon"}],
        "container-title": "JAMA Psychiatry",
        "issued": {"date-parts": [[2022]]},
        "DOI": "10.1001/x",
        "custom": CARD,
    }
]


EVIDENCE_TOML = """\
[[row]]
id = 1
says = "A trial of adults with back pain."
source = "The paper"
confidence = "A"
[row.figures]
"ashar-2022.people" = "151"

[[point]]
id = "F1"
says = "What it is."
"""

GLOSSARY_TOML = """\
[[term]]
id = "alarm"
word = "alarm"
meaning = "What warns you."
"""


def lesson_text(head: str = LESSON_HEAD, words: int = 320) -> str:
    """Write a lesson with one citation and as many words as a lesson needs."""
    prose = " ".join(["word"] * words)
    cited = "So said {ashar-2022.people} adults [@ashar-2022]."
    body = f"## One idea\n\n{prose}. {cited}\n\n## Another\n\nA last line.\n"
    return f"+++\n{head}+++\n\n{body}"


def manifest_of(exercise: Exercise, voices: tuple[str, ...], length_ms: int) -> bytes:
    """Write what the narration tool says of clips of one length."""
    clips = {
        voice: {
            clip_id: {
                "file": f"{voice}/{clip_id}.ogg",
                "text_sha256": text_sha256(text),
                "recipe": "r",
                "length_ms": length_ms,
            }
            for clip_id, text in exercise.clip_texts().items()
        }
        for voice in voices
    }
    return json.dumps({"format": 1, "clips": clips}).encode()


def write_lesson_clips(assets: Path, lesson: Lesson, voice: str = "heart") -> dict[str, int]:
    """Write what the narration tool makes of a lesson, a second a sentence; give the lengths."""
    folder = assets / "audio" / "lessons" / lesson.id
    counts = {SHORT_CLIP_ID: len(sentences(lesson.short))}
    for number, page in enumerate(lesson.pages):
        counts[page_clip_id(number)] = len(spoken_sentences(page))
    records = {}
    for clip_id, count in counts.items():
        write_clip(folder / voice / f"{clip_id}.ogg", 1_000 * count)
        records[clip_id] = {
            "file": f"{voice}/{clip_id}.ogg",
            "text_sha256": text_sha256(clip_texts(lesson)[clip_id]),
            "recipe": "r",
            "length_ms": 1_000 * count,
            "sentences": [(1_000 * k + 50, 1_000 * k + 950) for k in range(count)],
        }
    manifest = {"format": 1, "clips": {voice: records}}
    write_files(folder, {"manifest.json": json.dumps(manifest, indent=1)})
    return {clip_id: 1_000 * count for clip_id, count in counts.items()}


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write texts and bytes under a folder, by their relative names."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def write_assets(folder: Path) -> Path:
    """Write a small folder of assets without any fault, clips included."""
    write_files(
        folder,
        {
            "audio/voices.toml": VOICES_TOML,
            "audio/looking/exercise.toml": EXERCISE_TOML,
            "audio/soundscapes/soundscapes.toml": SOUNDSCAPES_TOML,
            "lessons/01-first.md": lesson_text(),
            "lessons/references.json": json.dumps(REFERENCES, indent=1),
            "lessons/evidence.toml": EVIDENCE_TOML,
            "lessons/glossary.toml": GLOSSARY_TOML,
            "safety/red-flags.toml": RED_FLAGS_TOML,
            "safety/before-fit.toml": BEFORE_FIT_TOML,
            "safety/three-questions.toml": THREE_QUESTIONS_TOML,
            "safety/crisis/austria.toml": COUNTRY_TOML,
            "safety/fit.toml": FIT_TOML,
            "plan/safety-messages.toml": MESSAGES_TOML,
            "diary/evidence-points.toml": POINTS_TOML,
            "plan/four-weeks.toml": FOUR_WEEKS_TOML,
        },
    )
    write_loop(folder / "audio" / "soundscapes" / "rain.flac")
    exercise = an_exercise(
        a_cue("open", text="Welcome."),
        an_optional_cue("safe", 1, text="You are safe.", instead="You are here."),
        a_cue("close", text="The end."),
    )
    a_recording(folder / "audio" / "looking", exercise)
    manifest = manifest_of(exercise, ("heart",), 1_500)
    (folder / "audio" / "looking" / "manifest.json").write_bytes(manifest)
    return folder


def write_loop(path: Path, length_ms: int = 3_000, amplitude: int = 1_000) -> None:
    """Write a background loop: FLAC, stereo, 48 kHz."""
    import numpy  # noqa: PLC0415 - values are built without it
    import soundfile  # noqa: PLC0415

    path.parent.mkdir(parents=True, exist_ok=True)
    tone = a_tone(length_ms, amplitude, 48_000)
    soundfile.write(path, numpy.stack([tone, tone], 1), 48_000, format="FLAC", subtype="PCM_16")
