"""Faults in what makes a practice special: movements, own sentences, rounds, turns and tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.content.exercises import read_exercise
from prt_desktop.content.faults import FaultyAssetError
from prt_desktop.domain.exercise import Movement, Tool, Turn
from tests.builders import EXERCISE_TOML, write_files

if TYPE_CHECKING:
    from pathlib import Path

POSTURE = 'posture = "As you like."\n'
MOVEMENTS = """
[[movement]]
id = "sit"
name = "Sitting down"
smallest = "Sit down once."
stop = ["A new pain: stop.", "You feel faint: stop."]

[[movement]]
id = "bend"
name = "Bending"
smallest = "Slide one hand down."
stop = ["Both legs go numb: get help now."]
"""
SPOKEN = """
[cue.movement]
sit = "Sit."
bend = "Bend."
"""
KEYS = """\
returns_to = "safety"
workability = true
three_questions = true
ends_in_silence = true
tool = "prediction"
turn = "too_much"
"""
WHOLE = EXERCISE_TOML.replace(POSTURE, POSTURE + KEYS + MOVEMENTS)
WHOLE = WHOLE.replace('instead = "You are here."\n', "").replace(
    "rank = 1\n", f"rank = 1\nown_sentence = 1\n{SPOKEN}"
)


def read(folder: Path, text: str) -> list[tuple[int, str]]:
    """Read an exercise that is written so, and give its faults as line and message."""
    write_files(folder / "looking", {"exercise.toml": text})
    with pytest.raises(FaultyAssetError) as told:
        read_exercise(folder / "looking")
    assert {fault.path.name for fault in told.value.faults} == {"exercise.toml"}
    return [(fault.line, fault.message) for fault in told.value.faults]


def test_all_that_makes_a_practice_special_is_read(tmp_path: Path) -> None:
    write_files(tmp_path / "looking", {"exercise.toml": WHOLE})

    exercise = read_exercise(tmp_path / "looking")

    assert exercise.returns_to == "safety"
    assert exercise.workability
    assert exercise.three_questions
    assert exercise.ends_in_silence
    assert exercise.tool is Tool.PREDICTION
    assert exercise.turn is Turn.TOO_MUCH
    assert exercise.movements[1] == Movement(
        "bend", "Bending", "Slide one hand down.", ("Both legs go numb: get help now.",)
    )
    assert exercise.cues[1].own_sentence == 1
    assert exercise.cues[1].by_movement == {"sit": "Sit.", "bend": "Bend."}
    assert set(exercise.clip_texts()) == {"open", "safe", "safe.sit", "safe.bend", "close"}


def test_without_them_an_exercise_is_plain(tmp_path: Path) -> None:
    write_files(tmp_path / "looking", {"exercise.toml": EXERCISE_TOML})

    exercise = read_exercise(tmp_path / "looking")

    assert (exercise.returns_to, exercise.tool, exercise.turn) == (None, None, None)
    asks = (exercise.workability, exercise.three_questions, exercise.ends_in_silence)
    assert asks == (False, False, False)
    assert exercise.movements == ()


SLIPS = [
    ('returns_to = "safety"', 'returns_to = "watch"', "returns_to", "between the first and"),
    ('returns_to = "safety"', 'returns_to = "arrive"', "returns_to", "between the first and"),
    ('returns_to = "safety"', 'returns_to = "close"', "returns_to", "between the first and"),
    ('returns_to = "safety"', "returns_to = 3", "returns_to", "`returns_to`: expected"),
    ("workability = true", 'workability = "yes"', "workability", "`workability`: expected"),
    ("three_questions = true", "three_questions = 1", "three_questions", "`three_questions`"),
    ("ends_in_silence = true", 'ends_in_silence = ""', "ends_in_silence", "`ends_in_silence`"),
    ('tool = "prediction"', 'tool = "hammer"', "tool =", "`tool`: invalid"),
    ('turn = "too_much"', 'turn = "harder"', "turn =", "`turn`: invalid"),
    ('id = "bend"', 'id = "sit"', 'id = "sit"\nname = "Bending"', "the id sit is used twice"),
    ('id = "bend"', 'id = "Bend"', 'id = "Bend"', "`id` must be in kebab-case, such as sit"),
    ('id = "bend"', 'id = "instead"', 'id = "instead"', "cannot be the id of a movement"),
    ('name = "Bending"\n', "", '[[movement]]\nid = "bend"', "`name` is missing"),
    ('name = "Bending"', 'name = " "', 'name = " "', "`name` says nothing"),
    ('"Slide one hand down."', '""', 'smallest = ""', "`smallest` says nothing"),
    ('smallest = "Slide', 'least = "Slide', "least", "`least` is not known here"),
    ('["Both legs go numb: get help now."]', "[]", "stop = []", "must say when to stop"),
    ('["Both legs go numb: get help now."]', '[""]', 'stop = [""]', "a rule of `stop` says"),
    ('["Both legs go numb: get help now."]', '"Stop."', 'stop = "Stop."', "`stop`: expected"),
    (MOVEMENTS, "\nmovement = 5\n", "movement = 5", "`[[movement]]` tables are expected"),
    (MOVEMENTS, "", '[[cue]]\nid = "safe"', "one text for each of: no movement"),
    (SPOKEN, "", "[[movement]]", "no cue speaks of the movements"),
    (
        'tool = "prediction"',
        'tool = "writing"',
        'tool = "writing"',
        "whose page asks for one of the movements",
    ),
    ('bend = "Bend."\n', "", '[[cue]]\nid = "safe"', "one text for each of: sit, bend"),
    ('bend = "Bend."', 'lift = "Lift."', '[[cue]]\nid = "safe"', "one text for each of: sit, bend"),
    ('bend = "Bend."', 'bend = " "', '[[cue]]\nid = "safe"', "a text of `[cue.movement]`"),
    ('bend = "Bend."', "bend = 5", '[[cue]]\nid = "safe"', "`movement`: expected"),
    ("rank = 1\n", 'rank = 1\ninstead = "Here."\n', '[[cue]]\nid = "safe"', "not both"),
    ("own_sentence = 1", "own_sentence = 4", "own_sentence", "1, 2 or 3"),
    ("own_sentence = 1", "own_sentence = 0", "own_sentence", "1, 2 or 3"),
    ("rank = 1\n", "", "own_sentence", "its cue has a `rank`"),
    (
        'block = "close"',
        'block = "arrive"',
        'block = "arrive"\ntext = "The end."',
        "the cues of a block stand together",
    ),
]


@pytest.mark.parametrize(("old", "new", "at", "words"), SLIPS, ids=[slip[3] for slip in SLIPS])
def test_a_slip_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, at: str, words: str
) -> None:
    assert old in WHOLE
    text = WHOLE.replace(old, new, 1)

    faults = read(tmp_path, text)

    line = text[: text.index(at)].count("\n") + 1
    assert [told for told, message in faults if words in message] == [line], faults


def test_all_faults_of_movements_are_told_at_once(tmp_path: Path) -> None:
    text = WHOLE.replace('"Sitting down"', '""').replace('"Sit down once."', '""')
    text = text.replace('id = "bend"', 'id = "B"').replace('tool = "prediction"', "tool = 1")

    faults = read(tmp_path, text)

    assert len(faults) == 5
