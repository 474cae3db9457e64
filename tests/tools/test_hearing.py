"""Listening by several processes, and not listening twice to the same clip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from listening.crew import Progress, hear_all
from listening.hearing import Hearing, HearingCache, content_sha256
from listening.measures import Measures
from listening.scores import Scores
from narration.sound import SAMPLE_RATE, SoundFileError

if TYPE_CHECKING:
    from pathlib import Path

MEASURES = Measures(5000, -19.1, -1.7, -80.0, 120, 150, 1250, -75.0, 0, 0)
SCORES = Scores(3.5, 4.2)


def echo(path: Path, *, scored: bool, known: Hearing | None = None) -> Hearing:
    """Hear what is written in a file, unless that is known."""
    heard = known or Hearing(SAMPLE_RATE, MEASURES, path.read_text("utf-8"), None)
    return replace(heard, scores=SCORES if scored else None)


def deaf(path: Path, *, scored: bool, known: Hearing | None = None) -> Hearing:
    """Hear nothing."""
    assert known is None
    raise SoundFileError(f"{path.name}: cannot be read, scored {scored}")


def spoken(folder: Path, *texts: str) -> list[Path]:
    """Write clips that say a text each."""
    paths = [folder / f"{number}.ogg" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    return paths


def untold(line: str) -> None:
    """Keep what is told to oneself."""
    assert line


@pytest.mark.parametrize("workers", [1, 2])
def test_every_clip_is_heard_whoever_does_it(tmp_path: Path, workers: int) -> None:
    paths = spoken(tmp_path, "one", "two", "three")

    heard = hear_all(paths, HearingCache(tmp_path), echo, workers=workers, scored=True, tell=untold)

    assert [heard[path].heard for path in paths] == ["one", "two", "three"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_file_that_cannot_be_read_ends_the_listening(tmp_path: Path, workers: int) -> None:
    paths = spoken(tmp_path, "one", "two", "three")

    with pytest.raises(SoundFileError, match="cannot be read"):
        hear_all(paths, HearingCache(tmp_path), deaf, workers=workers, scored=True, tell=untold)


def test_only_what_has_changed_is_heard_again(tmp_path: Path) -> None:
    cache = HearingCache(tmp_path / "kept")
    paths = spoken(tmp_path, "one", "two")
    hear_all(paths, cache, echo, workers=1, scored=True, tell=untold)
    paths[1].write_text("new", "utf-8")
    asked: list[Path] = []

    def listening(path: Path, *, scored: bool, known: Hearing | None) -> Hearing:
        asked.append(path)
        return echo(path, scored=scored, known=known)

    heard = hear_all(paths, cache, listening, workers=1, scored=True, tell=untold)

    assert asked == [paths[1]]
    assert [heard[path].heard for path in paths] == ["one", "new"]


def test_what_was_heard_before_a_failure_is_kept(tmp_path: Path) -> None:
    cache = HearingCache(tmp_path / "kept")
    good, bad = spoken(tmp_path, "one", "two")

    def half_deaf(path: Path, *, scored: bool, known: Hearing | None) -> Hearing:
        return (deaf if path == bad else echo)(path, scored=scored, known=known)

    with pytest.raises(SoundFileError):
        hear_all([good, bad], cache, half_deaf, workers=1, scored=True, tell=untold)

    assert cache.find(content_sha256(good), scored=True) == echo(good, scored=True)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_was_heard_without_scores_is_only_scored(tmp_path: Path, workers: int) -> None:
    cache = HearingCache(tmp_path / "kept")
    paths = spoken(tmp_path, "one", "two")
    before = replace(echo(paths[0], scored=False), heard="heard before")
    cache.keep(content_sha256(paths[0]), before)

    heard = hear_all(paths, cache, echo, workers=workers, scored=True, tell=untold)

    assert heard[paths[0]] == replace(before, scores=SCORES)
    assert heard[paths[1]] == echo(paths[1], scored=True)
    assert cache.find(content_sha256(paths[0]), scored=True) == heard[paths[0]]


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"method": 0}', '{"method": 1, "scores": 3}'])
def test_what_cannot_be_read_is_not_known(tmp_path: Path, damage: str) -> None:
    (tmp_path / "abc.json").write_text(damage, "utf-8")

    assert HearingCache(tmp_path).find("abc", scored=False) is None


def test_progress_is_told_now_and_then_and_at_the_end() -> None:
    times = iter([0.0, 1.0, 6.0, 7.0, 8.0])
    told: list[str] = []
    progress = Progress(4, told.append, lambda: next(times))

    for _ in range(4):
        progress.advance(12_000)

    assert told == [
        "2 of 4 clips, 4.0 times real time, about 0 min left",
        "4 of 4 clips, 6.0 times real time, about 0 min left",
    ]


def test_a_hearing_is_named_by_what_the_file_holds(tmp_path: Path) -> None:
    one, same, other = spoken(tmp_path, "one", "one", "two")

    assert content_sha256(one) == content_sha256(same) != content_sha256(other)
    assert replace(echo(one, scored=False), scores=SCORES) == echo(same, scored=True)
