"""A clip is spoken in several ways, and the best take of each sentence is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from narration import takes
from narration.clip import compose
from narration.manifest import read_manifest
from narration.production import Production, plan_script
from narration.recipe import Take, fingerprint
from narration.takes import Remembering, best_takes
from tests.tools.speech import CALM, HEART, ToneNarrator, line, script

if TYPE_CHECKING:
    from pathlib import Path

    from narration.manifest import ClipRecord
    from narration.production import Plan
    from prt_desktop.audio.levels import Samples

QUICK, SLOW, SLOWEST = Take(0, 1.0), Take(130, 0.75), Take(130, 0.5)
SENTENCES = ("welcome.", "sit down here.")
WITHOUT_WAYS = replace(CALM, style="bf_emma")


@pytest.fixture(autouse=True)
def ways(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the stand-in be spoken quickly, then slowly, then more slowly still."""
    monkeypatch.setattr(takes, "WAYS", {CALM.style: (QUICK, SLOW, SLOWEST)})


def likes_long(samples: Samples) -> float:
    """Like what is long, up to 5."""
    return min(5.0, len(samples) / 10_000)


def likes_a_short_welcome(samples: Samples) -> float:
    """Like the first sentence short and the second long."""
    return 1 / len(samples) if len(samples) < 20_000 else float(len(samples))


def likes_all(_takes: tuple[Take, ...]) -> float:
    """Like every clip, whatever its takes, the same."""
    return 1.0


def test_the_best_take_of_each_sentence_is_chosen(tmp_path: Path) -> None:
    narrator = Remembering(ToneNarrator(), likes_a_short_welcome, tmp_path)

    chosen = best_takes(narrator, SENTENCES, CALM, enough=1e9, ways=3, judge=likes_all)

    assert chosen == (QUICK, SLOWEST)


def test_takes_that_are_better_beside_each_other_are_preferred(tmp_path: Path) -> None:
    narrator = Remembering(ToneNarrator(), lambda _: 3.0, tmp_path)
    liked: dict[tuple[Take, ...], float] = {
        (QUICK, QUICK): 1.0,
        (QUICK, SLOW): 2.0,
        (SLOWEST, SLOW): 3.0,
    }

    chosen = best_takes(
        narrator, SENTENCES, CALM, enough=1e9, ways=3, judge=lambda takes: liked.get(takes, 0.0)
    )

    assert chosen == (SLOWEST, SLOW)


def test_a_take_that_is_far_worse_alone_is_not_tried_beside_others(tmp_path: Path) -> None:
    narrator = Remembering(ToneNarrator(), likes_long, tmp_path)

    chosen = best_takes(
        narrator, SENTENCES, CALM, enough=1e9, ways=3, judge=lambda takes: takes.count(QUICK)
    )

    assert chosen == (SLOWEST, SLOWEST)


def test_no_more_ways_are_tried_than_asked_for(tmp_path: Path) -> None:
    narrator = Remembering(ToneNarrator(), likes_long, tmp_path)

    chosen = best_takes(narrator, SENTENCES, CALM, enough=1e9, ways=2, judge=likes_all)

    assert chosen == (SLOW, SLOW)


def test_a_sentence_that_is_good_enough_is_not_spoken_again(tmp_path: Path) -> None:
    narrator = ToneNarrator()
    remembering = Remembering(narrator, lambda _: 4.0, tmp_path)

    chosen = best_takes(remembering, SENTENCES, CALM, enough=3.5, ways=3, judge=likes_all)

    assert chosen == (QUICK, QUICK)
    assert len(narrator.spoken) == len(SENTENCES)


def test_a_style_without_other_ways_has_no_takes(tmp_path: Path) -> None:
    narrator = Remembering(ToneNarrator(), likes_long, tmp_path)

    chosen = best_takes(narrator, SENTENCES, WITHOUT_WAYS, enough=1e9, ways=3, judge=likes_all)

    assert chosen == ()


def test_nothing_is_spoken_twice_even_by_the_next_run(tmp_path: Path) -> None:
    first = Remembering(ToneNarrator(), likes_long, tmp_path)
    chosen = best_takes(first, SENTENCES, CALM, enough=1e9, ways=3, judge=likes_all)
    before = compose(first, SENTENCES, CALM, chosen)
    narrator = ToneNarrator()
    next_run = Remembering(narrator, likes_long, tmp_path)

    again = best_takes(next_run, SENTENCES, CALM, enough=1e9, ways=3, judge=likes_all)

    assert again == chosen
    assert np.array_equal(compose(next_run, SENTENCES, CALM, chosen).samples, before.samples)
    assert narrator.spoken == []


def test_two_takes_of_one_sentence_are_kept_apart(tmp_path: Path) -> None:
    narrator = Remembering(ToneNarrator(), likes_long, tmp_path)

    quick, slow = (narrator.speak(SENTENCES[0], CALM.of(take)) for take in (QUICK, SLOW))

    assert len(narrator.speak(SENTENCES[0], CALM.of(QUICK))) == len(quick)
    assert len(slow) > len(quick)


def test_a_clip_with_takes_is_current_and_made_again_the_same_way(tmp_path: Path) -> None:
    plan = made_with(tmp_path, (SLOW, SLOWEST))
    length_ms = record(tmp_path).length_ms
    (tmp_path / "tracking" / "heart" / "welcome.ogg").unlink()

    [task] = planned(tmp_path).tasks
    Production(ToneNarrator(), print).carry_out([planned(tmp_path)])

    assert [one.state for one in plan.tasks] == ["current"]
    assert (task.state, task.takes) == ("missing", (SLOW, SLOWEST))
    assert record(tmp_path).length_ms == length_ms


def test_a_reworded_clip_is_spoken_in_the_voices_own_way_again(tmp_path: Path) -> None:
    made_with(tmp_path, (SLOW, SLOWEST))

    [task] = planned(tmp_path, "Welcome. Stand up here.").tasks

    assert (task.state, task.takes) == ("changed", ())


def made_with(folder: Path, chosen: tuple[Take, ...]) -> Plan:
    """Make a clip in the voice's own way, and then with takes; give the plan of after that."""
    Production(ToneNarrator(), print).carry_out([planned(folder)])
    [task] = planned(folder).tasks
    manifest = read_manifest(folder / "tracking")
    before = manifest.clips["heart"]["welcome"]
    manifest.clips["heart"]["welcome"] = replace(
        before, takes=chosen, recipe=fingerprint(task.delivery, task.phonemes, chosen)
    )
    manifest.save(("welcome",))
    (folder / "tracking" / "heart" / "welcome.ogg").unlink()
    Production(ToneNarrator(), print).carry_out([planned(folder)])
    return planned(folder)


def record(folder: Path) -> ClipRecord:
    """Read what is known of the clip."""
    found = read_manifest(folder / "tracking").find("heart", "welcome")
    assert found is not None
    return found


def planned(folder: Path, text: str = "Welcome. Sit down here.") -> Plan:
    """Compare the script of one line with the folder."""
    narrator = ToneNarrator()
    return plan_script(script(line("welcome", text)), [HEART], folder, narrator.phonemes)
