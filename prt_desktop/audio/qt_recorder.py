"""The recorder that hears: QMediaRecorder takes the sound in, so no Python stands in its way.

What happens when devices go is measured behaviour of Qt 6.11, told where it matters.
"""

from __future__ import annotations

import math
import os
from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QIODevice, QObject, QTimer, QUrl, Slot
from PySide6.QtMultimedia import (
    QAudioDevice,
    QAudioFormat,
    QAudioInput,
    QAudioSource,
    QMediaCaptureSession,
    QMediaDevices,
    QMediaFormat,
    QMediaRecorder,
)

from prt_desktop.audio.clips import SAMPLE_RATE
from prt_desktop.audio.recorder import (
    LONGEST_MS,
    LONGEST_REACHED,
    MICROPHONE_LOST,
    NO_MICROPHONE,
    NOTHING_RECORDED,
    RecorderState,
)

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.audio.recorder import RecorderListener

_LOOK_EVERY_MS = 100
_STALLED_AFTER_MS = 2_500
_QUIETEST_DB = -60.0
_FULL_SCALE = 32_768
_STATES = {
    QMediaRecorder.RecorderState.StoppedState: RecorderState.RESTING,
    QMediaRecorder.RecorderState.RecordingState: RecorderState.RECORDING,
    QMediaRecorder.RecorderState.PausedState: RecorderState.PAUSED,
}


class QtRecorder(QObject):
    """Keeps the contract of `Recorder` on Qt Multimedia, as WAV in mono at 24 kHz.

    When the device or the sound server goes, Qt tells nothing: no error comes and the list of
    devices stays as it was, but nothing is recorded any more. A recording that stands still for
    2.5 s has lost its microphone.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: RecorderListener | None = None
        self._path: Path | None = None
        self._why = ""
        self._reached_ms = 0
        self._moved_at = QElapsedTimer()
        self._input: QAudioInput | None = None
        self._media = QMediaRecorder(self)
        self._media.setMediaFormat(_wav())
        self._media.setAudioChannelCount(1)
        self._media.setAudioSampleRate(SAMPLE_RATE)
        self._session = QMediaCaptureSession(self)
        self._session.setRecorder(self._media)
        self._meter = _Meter(self)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._media.recorderStateChanged.connect(self._on_state)
        self._media.errorOccurred.connect(self._on_error)

    @property
    def state(self) -> RecorderState:
        """What the recorder is doing."""
        return _STATES[self._media.recorderState()]

    @property
    def elapsed_ms(self) -> int:
        """How much was recorded so far."""
        return self._reached_ms if self._path is None else self._media.duration()

    @property
    def level(self) -> float:
        """How loud the microphone is just now."""
        return self._meter.level if self.state is RecorderState.RECORDING else 0.0

    @property
    def listener(self) -> RecorderListener | None:
        """Who is told what comes of recording."""
        return self._listener

    def listen(self, listener: RecorderListener | None) -> None:
        """Tell `listener` what comes of recording from now on."""
        self._listener = listener

    def start(self, folder: Path) -> None:
        """Begin to record into a new file; nothing happens while one is recorded."""
        if self._path is not None:
            return
        self._why, self._reached_ms = "", 0
        device = QMediaDevices.defaultAudioInput()
        if device.isNull():
            self._fail(NO_MICROPHONE)
            return
        self._path = folder / f"memo-{os.urandom(8).hex()}.wav"
        self._choose(device)
        self._media.setOutputLocation(QUrl.fromLocalFile(str(self._path)))
        self._media.record()
        if self._path is not None:  # an error may have come already
            self._watch(device)

    def pause(self) -> None:
        """Take nothing in until `go_on`."""
        if self.state is RecorderState.RECORDING:
            self._media.pause()
            self._timer.stop()
            self._meter.end()

    def go_on(self) -> None:
        """Take sound in again."""
        if self.state is RecorderState.PAUSED:
            self._media.record()
            self._watch(QMediaDevices.defaultAudioInput())

    def stop(self) -> None:
        """End the recording; Qt writes the file to its end in a moment."""
        if self._path is not None:
            self._media.stop()

    def _choose(self, device: QAudioDevice) -> None:
        """Take a device, and leave it alone where it is the one of before."""
        if self._input is None:
            self._input = QAudioInput(device, self)
            self._session.setAudioInput(self._input)
        elif self._input.device() != device:
            self._input.setDevice(device)

    def _watch(self, device: QAudioDevice) -> None:
        self._meter.begin(device)
        self._moved_at.start()
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        self._meter.look()
        elapsed_ms = self.elapsed_ms
        if elapsed_ms != self._reached_ms:
            self._reached_ms = elapsed_ms
            self._moved_at.start()
        if elapsed_ms >= LONGEST_MS:
            self._why = LONGEST_REACHED
            self.stop()
        elif self._moved_at.elapsed() >= _STALLED_AFTER_MS:
            self._why = MICROPHONE_LOST if elapsed_ms else NOTHING_RECORDED
            self.stop()

    @Slot(QMediaRecorder.RecorderState)
    def _on_state(self, state: QMediaRecorder.RecorderState) -> None:
        if state is QMediaRecorder.RecorderState.StoppedState:
            self._end()

    @Slot(QMediaRecorder.Error, str)
    def _on_error(self, _error: QMediaRecorder.Error, words: str) -> None:
        if self._path is None:  # Qt tells one trouble more than once
            return
        self._why = self.tr(
            "The microphone could not be recorded (%s). What was recorded before is safe. See "
            "whether this program may use the microphone, then press Record again."
        ) % (words or self.tr("no reason given"))
        if self.state is RecorderState.RESTING:
            self._end()

    def _end(self) -> None:
        """Tell what came of it, once: Qt is done with the file."""
        if self._path is None:
            return
        self._timer.stop()
        self._meter.end()
        self._reached_ms = self._media.duration()
        path, self._path = self._path, None
        if self._reached_ms and path.exists():
            if self._listener:
                self._listener.recorded(path)
        else:
            path.unlink(missing_ok=True)
            self._why = self._why or NOTHING_RECORDED
        if self._why:
            self._fail(self._why)

    def _fail(self, sentence: str) -> None:
        if self._listener:
            self._listener.failed(sentence)


class _Meter(QObject):
    """How loud the microphone is: a second, small ear, since the recorder does not tell.

    It may lose sound while Python is busy; nothing that is kept goes through it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.level = 0.0
        self._source: QAudioSource | None = None
        self._heard: QIODevice | None = None

    def begin(self, device: QAudioDevice) -> None:
        """Listen to a device."""
        form = QAudioFormat()
        form.setSampleRate(SAMPLE_RATE)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._source = QAudioSource(device, form, self)
        self._heard = self._source.start()

    def look(self) -> None:
        """Take in what was heard since the last look."""
        if self._heard is not None and self._heard.isOpen():
            content = self._heard.readAll().data()
            self.level = _level(array("h", content[: len(content) // 2 * 2]))

    def end(self) -> None:
        """Listen no more."""
        if self._source is not None:
            self._source.stop()
            self._source.deleteLater()
        self._source = self._heard = None
        self.level = 0.0


def _level(samples: array[int]) -> float:
    """Give how loud samples are: 0 at -60 dB of full scale and below, 1 at full scale."""
    power = sum(one * one for one in samples) / max(1, len(samples))
    if not power:
        return 0.0
    db = 10 * math.log10(power) - 20 * math.log10(_FULL_SCALE)
    return min(1.0, max(0.0, 1 - db / _QUIETEST_DB))


def _wav() -> QMediaFormat:
    form = QMediaFormat(QMediaFormat.FileFormat.Wave)
    form.setAudioCodec(QMediaFormat.AudioCodec.Wave)
    return form
