"""Finding texts and voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from narration.recipe import Delivery
from narration.scripts import (
    PAUSES_MS,
    ScriptError,
    exercise_scripts,
    lesson_scripts,
    read_pronunciations,
    read_voices,
)
from prt_desktop.content.library import Library
from prt_desktop.domain.reading_aloud import SHORT_CLIP_ID, clip_texts, spoken_sentences
from prt_desktop.domain.spoken_text import text_sha256
from prt_desktop.paths import assets
from tests.tools.speech import HEART, MICHAEL

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.domain.lesson import Lesson

EXERCISE = """
id = "tracking"
[[cue]]
id = "arrive"
text = '''Welcome.
  Sit down.'''
[[cue]]
id = "safety"
text = "You are safe."
instead = "You are here."
"""

LESSON = """+++
id = "alarm"
title = "Alarm"
+++

## First page
It rings.

## Second page
It stops [@x].
"""


def written(folder: Path, name: str, text: str) -> Path:
    """Write a file and the folders above it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_every_cue_is_a_line_and_its_other_text_another(tmp_path: Path) -> None:
    written(tmp_path, "tracking/exercise.toml", EXERCISE)

    (script,) = exercise_scripts(tmp_path)

    assert [(line.name, line.text) for line in script.lines] == [
        ("arrive", "Welcome. Sit down."),
        ("safety", "You are safe."),
        ("safety.instead", "You are here."),
    ]
    assert script.lines[0].sentences == ("Welcome.", "Sit down.")


def test_a_cue_without_text_is_named(tmp_path: Path) -> None:
    written(tmp_path, "tracking/exercise.toml", '[[cue]]\nid = "arrive"\n')

    with pytest.raises(ScriptError, match="cue arrive has no text"):
        list(exercise_scripts(tmp_path))


def test_two_cues_of_one_name_are_refused(tmp_path: Path) -> None:
    cue = '[[cue]]\nid = "arrive"\ntext = "Hello."\n'
    written(tmp_path, "tracking/exercise.toml", cue + cue)

    with pytest.raises(ScriptError, match="two cues are called arrive"):
        list(exercise_scripts(tmp_path))


def test_an_id_that_could_leave_its_folder_is_refused(tmp_path: Path) -> None:
    written(tmp_path, "tracking/exercise.toml", '[[cue]]\nid = "../x"\ntext = "Hello."\n')

    with pytest.raises(ScriptError, match="is no id"):
        list(exercise_scripts(tmp_path))


def test_a_file_that_is_not_toml_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "tracking/exercise.toml", "[[cue\n")

    with pytest.raises(ScriptError, match=str(path)):
        list(exercise_scripts(tmp_path))


def test_every_page_of_a_lesson_is_a_line(tmp_path: Path) -> None:
    written(tmp_path, "02-alarm.md", LESSON)

    (script,) = lesson_scripts(tmp_path)

    assert script.folder == "lessons/alarm"
    assert [(line.name, line.sentences) for line in script.lines] == [
        ("01", ("First page.", "It rings.")),
        ("02", ("Second page.", "It stops.")),
    ]


def test_the_short_version_of_a_lesson_is_its_first_line(tmp_path: Path) -> None:
    lesson = LESSON.replace('id = "alarm"', 'id = "alarm"\nshort = "Pain is an alarm. It rings."')
    written(tmp_path, "02-alarm.md", lesson)

    (script,) = lesson_scripts(tmp_path)

    assert script.lines[0].name == "short"
    assert script.lines[0].sentences == ("Pain is an alarm.", "It rings.")


def test_a_figure_is_spoken_as_its_card_has_it(tmp_path: Path) -> None:
    cards = '[{"id": "a-2022", "custom": {"figures": {"people": {"value": "151", "row": 1}}}}]'
    written(tmp_path, "references.json", cards)
    written(tmp_path, "02-alarm.md", LESSON.replace("It rings.", "It rang for {a-2022.people}."))

    (script,) = lesson_scripts(tmp_path)

    assert script.lines[0].sentences[-1] == "It rang for 151."


def test_a_figure_without_a_card_is_named(tmp_path: Path) -> None:
    written(tmp_path, "02-alarm.md", LESSON.replace("It rings.", "It rang for {a-2022.people}."))

    with pytest.raises(ScriptError, match=r"no card has the figure a-2022\.people"):
        list(lesson_scripts(tmp_path))


def test_a_lesson_without_front_matter_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "02-alarm.md", "## Page\nText.\n")

    with pytest.raises(ScriptError, match=str(path)):
        list(lesson_scripts(tmp_path))


def test_a_voice_without_a_lesson_speed_reads_no_lessons(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "voices.toml",
        '[[voice]]\nid = "heart"\nsource = "Kokoro af_heart"\nspeed = 0.75\nlesson_speed = 0.95\n'
        '[[voice]]\nid = "michael"\nsource = "Kokoro am_michael"\nspeed = 0.8\n',
    )

    voices = read_voices(path)

    assert voices == (HEART, MICHAEL)
    assert MICHAEL.delivery("lesson") is None


def test_a_calm_voice_speaks_in_the_style_of_long_sentences(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "voices.toml",
        '[[voice]]\nid = "michael"\nsource = "Kokoro am_michael+am_echo"\nspeed = 0.89\n'
        "calm_phonemes = 300\n",
    )

    [voice] = read_voices(path)

    assert voice.delivery("exercise") == Delivery(
        "am_michael+am_echo", 0.89, PAUSES_MS["exercise"], calm_phonemes=300
    )


def test_guidance_leaves_longer_pauses_than_a_lesson() -> None:
    guidance, lesson = HEART.delivery("exercise"), HEART.delivery("lesson")

    assert guidance is not None
    assert lesson is not None
    assert guidance.pause_ms == PAUSES_MS["exercise"] > lesson.pause_ms
    assert guidance.speed < lesson.speed


def test_a_voice_of_an_unknown_maker_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "voices.toml", '[[voice]]\nid = "x"\nsource = "Own"\nspeed = 1.0\n')

    with pytest.raises(ScriptError, match="a voice needs"):
        read_voices(path)


def test_our_vocabulary_is_read_word_by_word(tmp_path: Path) -> None:
    path = written(tmp_path, "pronunciation.toml", '[us]\npsoas = "sOəs"\n')

    assert read_pronunciations(path) == {"psoas": "sOəs"}


@pytest.mark.parametrize("lesson", Library(assets()).lessons, ids=lambda lesson: lesson.id)
def test_a_shipped_lesson_is_spoken_as_the_program_shows_it(lesson: Lesson) -> None:
    script = next(
        one for one in lesson_scripts(assets() / "lessons") if one.identifier == lesson.id
    )

    spoken = {line.name: text_sha256(line.text) for line in script.lines}
    sentences = [line.sentences for line in script.lines if line.name != SHORT_CLIP_ID]
    assert spoken == {name: text_sha256(text) for name, text in clip_texts(lesson).items()}
    assert sentences == [spoken_sentences(page) for page in lesson.pages]
