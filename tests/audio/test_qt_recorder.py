"""Without any microphone the recorder says so and records nothing; with one, see tests/sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.audio.qt_recorder import QtRecorder
from prt_desktop.audio.recorder import NO_MICROPHONE, RecorderState
from tests.audio.hearing import RecorderNotes

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


def test_no_microphone_is_told_in_a_sentence_that_says_what_to_do(
    qapp: QApplication, tmp_path: Path
) -> None:
    recorder, notes = QtRecorder(qapp), RecorderNotes()
    recorder.listen(notes)

    for _ in range(2):
        recorder.start(tmp_path)
    recorder.pause()
    recorder.stop()

    assert notes.failures == [NO_MICROPHONE, NO_MICROPHONE]
    assert recorder.state is RecorderState.RESTING
    assert (recorder.elapsed_ms, recorder.level) == (0, 0.0)
    assert list(tmp_path.iterdir()) == []
    recorder.deleteLater()
