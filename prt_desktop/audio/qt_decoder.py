"""The process that decodes what soundfile cannot: Qt's decoder, written out as plain samples.

It runs without a window. Qt is never told which format to give: for some files it would then
wait for ever.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Slot
from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE_MS = 2_000
_DONE, _FAILED = 0, 1
_KINDS = {
    QAudioFormat.SampleFormat.UInt8: "uint8",
    QAudioFormat.SampleFormat.Int16: "int16",
    QAudioFormat.SampleFormat.Int32: "int32",
    QAudioFormat.SampleFormat.Float: "float32",
}


def write_decoded(path: Path, out: BinaryIO) -> int:
    """Write a line that describes the sound and then all of it; give the exit code."""
    application = QCoreApplication([])
    decoding = _Decoding(path, out)
    decoding.start()
    return application.exec()


class _Decoding(QObject):
    """Writes each buffer as it comes, and gives up when none comes for two seconds."""

    def __init__(self, path: Path, out: BinaryIO) -> None:
        super().__init__()
        self._out = out
        self._has_head = False
        self._decoder = QAudioDecoder(self)
        self._decoder.setSource(QUrl.fromLocalFile(str(path)))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._fail)
        self._decoder.bufferReady.connect(self._write)
        self._decoder.finished.connect(self._finish)
        self._decoder.error.connect(self._fail)

    def start(self) -> None:
        """Begin to decode once the event loop runs."""
        self._patience.start()
        QTimer.singleShot(0, self._decoder.start)

    @Slot()
    def _write(self) -> None:
        try:
            while self._decoder.bufferAvailable():
                buffer = self._decoder.read()
                if not self._has_head:
                    self._out.write(self._head(buffer.format()))
                    self._has_head = True
                self._out.write(bytes(buffer.constData()))
        except OSError:  # nobody listens any more
            self._fail()
        self._patience.start()

    @Slot()
    def _finish(self) -> None:
        self._write()
        self._out.flush()
        QCoreApplication.exit(_DONE if self._has_head else _FAILED)

    @Slot()
    def _fail(self) -> None:
        QCoreApplication.exit(_FAILED)

    def _head(self, form: QAudioFormat) -> bytes:
        told = {
            "rate": form.sampleRate(),
            "channels": form.channelCount(),
            "kind": _KINDS.get(form.sampleFormat(), ""),
            "length_ms": self._decoder.duration(),
        }
        return json.dumps(told).encode() + b"\n"
