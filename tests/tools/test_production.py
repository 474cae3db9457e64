"""Making only what has changed, and being stopped in the middle of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from narration.manifest import read_manifest
from narration.production import Plan, Production, plan_script, said_time
from narration.scripts import Voice
from prt_desktop.domain.spoken_text import text_sha256
from tests.tools.speech import HEART, MICHAEL, SilentNarrator, ToneNarrator, line, script

if TYPE_CHECKING:
    from pathlib import Path

    from narration.recipe import Delivery
    from narration.scripts import Script
    from prt_desktop.audio.levels import Samples

WELCOME = line("welcome", "Welcome. Sit down.")
WATCH = line("watch", "Watch the sensation.")
BOTH = script(WELCOME, WATCH)


def plan(
    folder: Path, of: Script = BOTH, narrator: ToneNarrator | None = None, voice: Voice = HEART
) -> Plan:
    """Compare a script with a folder, in one voice."""
    return plan_script(of, [voice], folder, (narrator or ToneNarrator()).phonemes)


def make(folder: Path, of: Script = BOTH, narrator: ToneNarrator | None = None) -> list[str]:
    """Make what is missing, and return what was spoken."""
    narrator = narrator or ToneNarrator()
    failures = Production(narrator, lambda _line: None).carry_out([plan(folder, of, narrator)])
    assert failures == []
    return narrator.spoken


def states(made: Plan) -> dict[str, str]:
    """Give how each line's clip stands."""
    return {task.line.name: task.state for task in made.tasks}


def test_a_new_script_is_spoken_whole(tmp_path: Path) -> None:
    spoken = make(tmp_path)

    assert spoken == ["af_heart: welcome.", "af_heart: sit down.", "af_heart: watch the sensation."]
    assert (tmp_path / "tracking/heart/welcome.ogg").is_file()
    assert (tmp_path / "tracking/heart/watch.ogg").is_file()


def test_nothing_is_spoken_twice(tmp_path: Path) -> None:
    make(tmp_path)

    assert make(tmp_path) == []


def test_only_the_clip_whose_text_changed_is_spoken_again(tmp_path: Path) -> None:
    make(tmp_path)

    spoken = make(tmp_path, script(WELCOME, line("watch", "Watch it.")))

    assert spoken == ["af_heart: watch it."]


def test_a_change_in_the_pronunciation_list_touches_the_clips_with_that_word(
    tmp_path: Path,
) -> None:
    make(tmp_path)

    spoken = make(tmp_path, narrator=ToneNarrator({"sensation.": "sensayshun."}))

    assert spoken == ["af_heart: watch the sensayshun."]


def test_another_speed_makes_every_clip_anew(tmp_path: Path) -> None:
    make(tmp_path)

    slower = plan(tmp_path, voice=Voice("heart", "af_heart", 0.7, None))

    assert states(slower) == {"welcome": "changed", "watch": "changed"}


def test_another_voice_does_not_touch_the_first(tmp_path: Path) -> None:
    make(tmp_path)
    narrator = ToneNarrator()
    plans = [plan_script(BOTH, [HEART, MICHAEL], tmp_path, narrator.phonemes)]

    Production(narrator, lambda _line: None).carry_out(plans)

    assert {sound.partition(":")[0] for sound in narrator.spoken} == {"am_michael"}
    assert set(read_manifest(tmp_path / "tracking").clips) == {"heart", "michael"}


def test_a_voice_that_does_not_read_lessons_is_left_out(tmp_path: Path) -> None:
    lesson = script(WELCOME).__class__("alarm", "lesson", "lessons/alarm", (WELCOME,))

    planned = plan_script(lesson, [HEART, MICHAEL], tmp_path, ToneNarrator().phonemes)

    assert [task.voice for task in planned.tasks] == ["heart"]


def test_a_clip_whose_file_was_lost_is_made_again(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "tracking/heart/watch.ogg").unlink()

    assert make(tmp_path) == ["af_heart: watch the sensation."]


def test_a_clip_whose_cue_is_gone_is_removed(tmp_path: Path) -> None:
    make(tmp_path)

    make(tmp_path, script(WELCOME))

    assert not (tmp_path / "tracking/heart/watch.ogg").exists()
    assert set(read_manifest(tmp_path / "tracking").clips["heart"]) == {"welcome"}


def test_a_change_that_cannot_be_heard_renews_the_record_alone(tmp_path: Path) -> None:
    make(tmp_path)
    louder = line("watch", "WATCH the sensation.")

    spoken = make(tmp_path, script(WELCOME, louder))

    record = read_manifest(tmp_path / "tracking").find("heart", "watch")
    assert spoken == []
    assert record is not None
    assert record.text_sha256 == text_sha256(louder.text)


def test_the_record_tells_what_lies_in_the_file(tmp_path: Path) -> None:
    make(tmp_path)

    table = json.loads((tmp_path / "tracking/manifest.json").read_text("utf-8"))
    record = table["clips"]["heart"]["welcome"]

    assert table["format"] == 1
    assert record["file"] == "heart/welcome.ogg"
    assert record["text_sha256"] == text_sha256("Welcome. Sit down.")
    assert record["lufs"] == pytest.approx(-19.0, abs=0.5)
    assert record["true_peak_db"] <= -1.5
    (first_start, first_end), (second_start, second_end) = record["sentences"]
    assert first_start == 80
    assert 900 <= second_start - first_end <= 1200
    assert record["length_ms"] - second_end == pytest.approx(80, abs=2)


class StoppedNarrator(ToneNarrator):
    """A narrator that is interrupted after its first clip, as by Ctrl+C."""

    def speak(self, phonemes: str, delivery: Delivery) -> Samples:
        """Speak two sentences, then be interrupted."""
        if len(self.spoken) == 2:
            raise KeyboardInterrupt
        return super().speak(phonemes, delivery)


def test_what_was_finished_before_an_interruption_is_kept(tmp_path: Path) -> None:
    narrator = StoppedNarrator()

    with pytest.raises(KeyboardInterrupt):
        Production(narrator, lambda _line: None).carry_out([plan(tmp_path, narrator=narrator)])

    assert make(tmp_path) == ["af_heart: watch the sensation."]


def test_a_clip_that_fails_is_told_and_the_others_are_made(tmp_path: Path) -> None:
    narrator = SilentNarrator()

    failures = Production(narrator, lambda _line: None).carry_out(
        [plan(tmp_path, narrator=narrator)]
    )

    assert failures == [
        "tracking heart/welcome.ogg: sentence 1 came out silent: welcome.",
        "tracking heart/watch.ogg: sentence 1 came out silent: watch the sensation.",
    ]
    assert not (tmp_path / "tracking/manifest.json").exists()


def test_progress_says_how_long_the_rest_will_take(tmp_path: Path) -> None:
    ticks = iter([0.0, 10.0, 10.0, 30.0])
    told: list[str] = []
    narrator = ToneNarrator()

    Production(narrator, told.append, lambda: next(ticks)).carry_out(
        [plan(tmp_path, narrator=narrator)]
    )

    assert "tracking 1/2 heart/welcome.ogg (new)" in told[0]
    assert told[0].endswith("12 s left")
    assert told[1].endswith("0 s left")


@pytest.mark.parametrize(("seconds", "said"), [(0, "0 s"), (89, "89 s"), (600, "10 min")])
def test_a_length_of_time_is_said_roughly(seconds: float, said: str) -> None:
    assert said_time(seconds) == said
