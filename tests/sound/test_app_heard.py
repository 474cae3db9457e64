"""The app in a real window on a screen and a sound server of its own, as it is heard."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from benchmarks import screen
from prt_desktop.cli import main
from prt_desktop.domain.safety import NewSymptomAnswer, PageAnswer, PageId
from prt_desktop.storage.journal import Journal
from tests.sound.commanded import Commanded, Event
from tests.sound.matching import band, first_sound_ms, steady_lags_ms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from tests.sound.pulse import PulseServer, Recorder

pytestmark = [pytest.mark.sound, pytest.mark.soak]

EXERCISE, MINUTES = "somatic-tracking", 7
SKIP_MS = 15_000
SPEECH_HZ = (100.0, 3_000.0)  # above, the ways of resampling differ
ANY_PLAYER_LOSES_MS = 60
SILENT_MS = 300


@pytest.fixture
def display() -> Iterator[str]:
    """Start a screen."""
    if not screen.is_installed():
        pytest.skip(screen.MISSING)
    with screen.Screen() as running:
        yield running.display


@pytest.fixture
def answered(tmp_path: Path) -> Path:
    """Give a data folder in which everything asked before a practice is answered."""
    folder = tmp_path / "data"
    journal = Journal(folder, now)
    for page in PageId:
        journal.add_answer(PageAnswer(page, (), now()))
    journal.add_answer(NewSymptomAnswer(something_new=False, answered_at=now()))
    return folder


def now() -> datetime:
    """Give the time here."""
    return datetime.now().astimezone()


def started_after_the_question(app: Commanded) -> Event:
    """Press Start, and say that one can look with a little curiosity."""
    app.tell("press Start")
    return app.tell("press Yes, with")


def rendered(data: Path, out: Path) -> NDArray[np.float64]:
    """Let the command line render what the window is going to play."""
    words = ["--data-dir", str(data), "render", EXERCISE, "--minutes", str(MINUTES)]
    assert main([*words, "--voice", "heart", "--out", str(out)]) == 0
    samples: NDArray[np.float64] = soundfile.read(out)[0]
    return band(samples, *SPEECH_HZ)


def test_window_plays_what_render_writes_through_pause_and_skip(
    server: PulseServer, recorder: Recorder, display: str, answered: Path, tmp_path: Path
) -> None:
    track = rendered(answered, tmp_path / "session.wav")
    on_screen = {**server.environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    with Commanded("tests.sound.driver", ["--data-dir", str(answered)], on_screen) as app:
        app.watch(1.5)
        app.tell(f"open {EXERCISE}")
        started = started_after_the_question(app)
        app.watch(12.0)
        paused = app.tell("key Space")
        app.watch(2.0)
        resumed = app.tell("key Space")
        app.watch(8.0)
        skipped = app.tell("key Right")
        app.watch(12.0)
        code = app.end()

    heard = band(recorder.samples, *SPEECH_HZ)
    marks = [recorder.index_at(one.at_s) for one in (started, paused, resumed, skipped)]
    first, rest, second, third = np.split(heard, marks)[1:]
    played = steady_lags_ms(track, first, 0, 10_000)
    resting = rest[len(rest) // 4 :]
    went_on = steady_lags_ms(track, second, 13_000, 19_000)
    skipped_on = steady_lags_ms(track, third, 37_000, 45_000)
    assert code == 0
    assert max(played) - min(played) <= ANY_PLAYER_LOSES_MS
    assert first_sound_ms(resting) is None
    assert max(went_on) - min(went_on) <= ANY_PLAYER_LOSES_MS
    assert max(skipped_on) - min(skipped_on) <= ANY_PLAYER_LOSES_MS
    place_before_ms = len(second) / 24 - went_on[-1]
    assert -skipped_on[0] == pytest.approx(place_before_ms + SKIP_MS, abs=SILENT_MS)


def test_window_that_is_put_away_plays_on(
    server: PulseServer, recorder: Recorder, display: str, answered: Path, tmp_path: Path
) -> None:
    track = rendered(answered, tmp_path / "session.wav")
    on_screen = {**server.environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    with Commanded("tests.sound.driver", ["--data-dir", str(answered)], on_screen) as app:
        app.watch(1.5)
        app.tell(f"open {EXERCISE}")
        started = started_after_the_question(app)
        app.watch(6.0)
        app.tell("hide")
        app.watch(12.0)
        app.tell("show")
        app.watch(6.0)
        code = app.end()

    heard = band(recorder.since(started.at_s), *SPEECH_HZ)
    played = steady_lags_ms(track, heard, 0, 23_000)
    assert code == 0
    assert max(played) - min(played) <= ANY_PLAYER_LOSES_MS
