"""Whatever bytes an asset holds, a reader tells what is wrong and nothing else escapes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.content.evidence_points import read_starter_points
from prt_desktop.content.exercises import read_exercise, read_recording
from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.lessons import read_lesson
from prt_desktop.content.plans import read_four_weeks
from prt_desktop.content.references import read_references
from prt_desktop.content.safety import (
    read_crisis_country,
    read_fit_pages,
    read_mini_check,
    read_question_pages,
)
from prt_desktop.content.soundscapes import read_soundscapes
from tests.builders import (
    BEFORE_FIT_TOML,
    COUNTRY_TOML,
    EXERCISE_TOML,
    FOUR_WEEKS_TOML,
    POINTS_TOML,
    RED_FLAGS_TOML,
    REFERENCES,
    SOUNDSCAPES_TOML,
    THREE_QUESTIONS_TOML,
    an_exercise,
    lesson_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOOD = {
    read_exercise: ("looking/exercise.toml", EXERCISE_TOML),
    read_lesson: ("01-first.md", lesson_text(words=30)),
    read_references: ("references.json", json.dumps(REFERENCES, indent=1)),
    read_question_pages: ("red-flags.toml", RED_FLAGS_TOML),
    read_fit_pages: ("before-fit.toml", BEFORE_FIT_TOML),
    read_mini_check: ("three-questions.toml", THREE_QUESTIONS_TOML),
    read_crisis_country: ("austria.toml", COUNTRY_TOML),
    read_soundscapes: ("soundscapes.toml", SOUNDSCAPES_TOML),
    read_four_weeks: ("four-weeks.toml", FOUR_WEEKS_TOML),
    read_starter_points: ("evidence-points.toml", POINTS_TOML),
}
READERS = pytest.mark.parametrize("read", GOOD, ids=lambda read: read.__name__)
VALUES = (
    "0",
    "-1",
    '""',
    "[]",
    "{}",
    "true",
    "nan",
    "[1]",
    "[[1]]",
    "2026-11-23",
    "1e999",
    "{a=1}",
)


def read_text(read: Callable[[Path], object], folder: Path, content: bytes) -> None:
    """Let a reader loose on a file; whatever it says must lie within the file."""
    path = folder / GOOD[read][0]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    lines = content.count(b"\n") + content.replace(b"\r\n", b"").count(b"\r") + 1

    faults = faults_of(read, path.parent if read is read_exercise else path)

    assert all(1 <= fault.line <= lines for fault in faults)
    assert all(fault.path == path for fault in faults)


def faults_of(read: Callable[[Path], object], asset: Path) -> tuple[Fault, ...]:
    try:
        read(asset)
    except FaultyAssetError as error:
        return error.faults
    return ()


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """Spoil a good text: cut, double or swap pieces, and put other values behind the keys."""
    for _ in range(draw(st.integers(1, 4))):
        lines = text.split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        key, mark, _ = lines[at].partition("=")
        kind = draw(st.sampled_from(("value", "drop", "double", "junk", "cut")))
        if kind == "value" and mark:
            lines[at] = f"{key}= {draw(st.sampled_from(VALUES))}"
        elif kind == "drop":
            del lines[at]
        elif kind == "double":
            lines.insert(at, lines[at])
        elif kind == "junk":
            lines[at] += draw(st.text(max_size=8))
        else:
            lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
        text = "\n".join(lines) or "\n"
    return text


@READERS
@settings(max_examples=60)
@given(data=st.data())
def test_a_spoilt_file_is_told_and_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, read: Callable[[Path], object], data: st.DataObject
) -> None:
    text = data.draw(spoilt(GOOD[read][1]))

    read_text(read, tmp_path_factory.getbasetemp(), text.encode("utf-8", "replace"))


@READERS
@settings(max_examples=40)
@given(content=st.binary() | st.text().map(str.encode))
def test_arbitrary_bytes_are_told_and_never_crash(
    tmp_path_factory: pytest.TempPathFactory, read: Callable[[Path], object], content: bytes
) -> None:
    read_text(read, tmp_path_factory.getbasetemp(), content)


@pytest.mark.parametrize("nest", ["a = " + "[" * 20_000, "[" * 20_000, "+++\na = " + "[" * 20_000])
@READERS
def test_a_nesting_beyond_all_bounds_is_told(
    tmp_path: Path, read: Callable[[Path], object], nest: str
) -> None:
    path = tmp_path / GOOD[read][0]
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{nest}\n+++\n", "utf-8")

    with pytest.raises(FaultyAssetError):
        read(path.parent if read is read_exercise else path)


@settings(max_examples=60)
@given(content=st.binary() | st.text().map(str.encode) | st.just(b"[" * 20_000))
def test_any_manifest_gives_a_recording(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "manifest.json").write_bytes(content)
    exercise = an_exercise()

    recording = read_recording(folder, exercise, "heart")

    assert set(recording.lengths_ms) == set(exercise.clip_texts())
