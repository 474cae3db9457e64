"""`prt-desktop import`: from a file to a rendered session; killed, nothing half is left."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
import soundfile

from prt_desktop.audio.importing import Watch
from prt_desktop.cli import main
from prt_desktop.domain.errors import ImportStoppedError
from prt_desktop.domain.safety import PageAnswer, PageId
from prt_desktop.own_exercises import import_file
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.own_audio import OwnAudio
from tests.audio.own_sounds import a_file, a_guide, a_voice, write_sound
from tests.builders import NOON, Clock

CHECKOUT = Path(__file__).resolve().parents[2]

# The most memory of the process by Linux' own count: a child's `ru_maxrss` holds its parent's.
MEASURED = """
import sys
from pathlib import Path
from prt_desktop.cli import main
code = main(sys.argv[1:])
status = Path("/proc/self/status").read_text()
print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))
sys.exit(code)
"""
MOST_MEMORY_KB = 80_000


def run(*arguments: str) -> int:
    return main(list(arguments))


def test_a_file_becomes_an_exercise_that_is_listed_and_rendered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write_sound(tmp_path / "walk.flac", a_guide([3, 6, 4], 6), kind="flac")
    place = ("--data-dir", str(tmp_path / "data"))

    assert run(*place, "import", str(source), "--title", "A walk", "--cut") == 0
    own_id = capsys.readouterr().out.strip()
    assert run(*place, "exercises", "--json") == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    out = tmp_path / "session.wav"
    assert run(*place, "render", own_id, "--minutes", "0.5", "--out", str(out)) == 0

    assert rows[own_id]["own"] is True
    assert rows[own_id]["title"] == "A walk"
    assert rows[own_id]["minutes"] == [0.5, 1.0]
    assert all("own" not in row for name, row in rows.items() if name != own_id)
    assert soundfile.info(out).frames == 30 * 24_000
    assert "Part 3" in out.with_suffix(".vtt").read_text("utf-8")


def test_without_a_title_a_file_keeps_its_name(tmp_path: Path) -> None:
    source = write_sound(tmp_path / "By the lake.wav", a_voice(2))
    own = OwnAudio(tmp_path / "data", Clock())

    exercise = import_file(own, source)

    assert exercise.title == "By the lake"
    assert own.exercises() == (exercise,)


def test_a_file_that_cannot_be_taken_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "words.mp3"
    source.write_text("Only words.", "utf-8")

    code = run("--data-dir", str(tmp_path / "data"), "import", str(source), "--title", "Words")

    told = capsys.readouterr()
    assert (code, told.out, told.err.count("\n")) == (1, "", 1)
    assert told.err.startswith("words.mp3 is damaged or holds no sound")


def test_own_audio_waits_while_a_red_flag_is_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = OwnAudio(tmp_path, Clock())
    exercise = import_file(own, a_file(tmp_path / "files", "wav"))
    Journal(tmp_path, Clock()).add_answer(PageAnswer(PageId.EMERGENCY, ("chest",), NOON))
    out = tmp_path / "session.wav"

    code = run(
        *("--data-dir", str(tmp_path), "render", exercise.id, "--minutes", "0.5"),
        *("--out", str(out)),
    )

    assert code == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not out.exists()


def test_a_stopped_import_leaves_nothing(tmp_path: Path) -> None:
    source = write_sound(tmp_path / "long.wav", a_voice(20))
    own = OwnAudio(tmp_path / "data", Clock())
    answers = iter([False] * 12)

    with pytest.raises(ImportStoppedError):
        import_file(own, source, watch=Watch(is_stopped=lambda: next(answers, True)))

    assert {path.name for path in (tmp_path / "data" / "own-audio").iterdir()} == {"adding.lock"}


@pytest.mark.parametrize(
    "times", [pytest.param(4), pytest.param(60, marks=pytest.mark.soak)], ids=["some", "many"]
)
def test_a_killed_import_leaves_nothing_half(tmp_path: Path, times: int) -> None:
    source = write_sound(tmp_path / "guide.wav", a_guide([3, 6, 4], 6))
    folder, moments = tmp_path / "data", random.Random(os.urandom(8))
    command = [sys.executable, "-m", "prt_desktop", "--data-dir", str(folder), "import"]
    for _ in range(times):
        process = subprocess.Popen(
            [*command, str(source), "--cut"],
            cwd=CHECKOUT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(moments.uniform(0.5, 5))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    own = OwnAudio(folder, Clock())
    own.remove_leftovers()

    assert own.unreadable == ()
    assert all(own.recording(one.id).missing == () for one in own.exercises())
    assert not list(folder.glob("own-audio/.adding-*"))


@pytest.mark.skipif(sys.platform != "linux", reason="Linux counts the most memory of a process")
@pytest.mark.parametrize(
    "minutes", [pytest.param(2), pytest.param(120, marks=pytest.mark.soak)], ids=["2", "120"]
)
@pytest.mark.parametrize("cut", [(), ("--cut",)], ids=["whole", "cut"])
def test_memory_does_not_grow_with_the_file(
    tmp_path: Path, minutes: int, cut: tuple[str, ...]
) -> None:
    source = tmp_path / "long.ogg"
    minute = a_guide([5, 10], 22.5)
    with soundfile.SoundFile(source, "w", 24_000, 1, "VORBIS", format="OGG") as file:
        for second in range(60 * minutes):
            at = second % 60 * 24_000
            file.write(minute[at : at + 24_000])
    place = ["--data-dir", str(tmp_path / "data")]

    ended = subprocess.run(
        [sys.executable, "-c", MEASURED, *place, "import", str(source), *cut],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert int(ended.stdout.split()[-1]) < MOST_MEMORY_KB
