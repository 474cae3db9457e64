"""A memo on its way from the microphone into the diary; what was said is not lost on it."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot

from prt_desktop.audio.recorder import RecorderState
from prt_desktop.audio.spoken import Spoken, spoken_from
from prt_desktop.domain.diary import VoiceMemo
from prt_desktop.domain.errors import StorageError
from prt_desktop.storage.atomic import storage_error
from prt_desktop.storage.memory import FolderInMemory
from prt_desktop.ui.widgets.errand import Errand
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prt_desktop.audio.player import Player
    from prt_desktop.audio.recorder import Recorder
    from prt_desktop.sound_files import Cancelled, Progress
    from prt_desktop.storage.memos import Memos

_FINISHED_WITHIN_MS = 10_000


class Step(Enum):
    """How far a memo is; only RECORDING takes sound in."""

    READY = auto()
    RECORDING = auto()
    PAUSED = auto()
    FINISHING = auto()
    SPOKEN = auto()


_STEPS = {
    RecorderState.RESTING: Step.READY,
    RecorderState.RECORDING: Step.RECORDING,
    RecorderState.PAUSED: Step.PAUSED,
}


class MemoTools(NamedTuple):
    """What memos are recorded, kept and heard with; recorder and player are made when asked for."""

    memos: Memos
    make_recorder: Callable[[], Recorder]
    make_player: Callable[[], Player]


class Speaking(QObject):
    """Records one memo at a time, in memory until it is kept; nothing before `begin`.

    `put` puts a memo where it belongs, under some words, and gives what it became; it raises
    StorageError. `trouble` is a sentence why nothing was recorded or why it ended by itself, or "".
    A page that comes and goes tells `enter` and `leave`; while there is none, a memo that is
    brought back is put where it belongs at once. `words` are those written under the memo so far.
    Signals: `changed` when the step or the trouble is another; `saved` with what `put` gave;
    `notice_requested` with a Notice.
    """

    changed = Signal()
    saved = Signal(object)
    notice_requested = Signal(Notice)

    def __init__(
        self, tools: MemoTools, put: Callable[[VoiceMemo, str], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._put = put
        self._recorder: Recorder | None = None
        self._folder: FolderInMemory | None = None
        self._finishing = False
        self.spoken: Spoken | None = None
        self._discarded: Spoken | None = None
        self.trouble = self.words = ""
        self._has_page = True
        self._errand = Errand(self)
        self._errand.done.connect(self._take)
        self._errand.failed.connect(self.failed)

    @property
    def step(self) -> Step:
        """How far the memo is."""
        if self.spoken is not None:
            return Step.SPOKEN
        if self._finishing or self._errand.running:
            return Step.FINISHING
        return Step.READY if self._heard_by is None else _STEPS[self._heard_by.state]

    @property
    def is_busy(self) -> bool:
        """Say whether the microphone is open or a memo is being made."""
        return self.step in {Step.RECORDING, Step.PAUSED, Step.FINISHING}

    @property
    def elapsed_ms(self) -> int:
        """How much was recorded so far."""
        return 0 if self._heard_by is None else self._heard_by.elapsed_ms

    @property
    def level(self) -> float:
        """How loud the microphone is, 0 to 1."""
        return 0.0 if self._heard_by is None else self._heard_by.level

    @Slot()
    def begin(self) -> None:
        """Begin to record: from here on, and not before, the microphone is listened to."""
        if self.step is not Step.READY:
            return
        self.trouble = ""
        if self._recorder is None:
            self._recorder = self._tools.make_recorder()
        if self._recorder.state is not RecorderState.RESTING:
            words = self.tr(
                "Another recording is just being ended. Press Record again in a moment."
            )
            self.failed(words)
            return
        self._recorder.listen(self)
        if self._folder is None:
            self._folder = FolderInMemory()
        self._recorder.start(self._folder.path)
        self.changed.emit()

    @Slot()
    def pause(self) -> None:
        """Take nothing in until `go_on`."""
        if self._heard_by is not None:
            self._heard_by.pause()
            self.changed.emit()

    @Slot()
    def go_on(self) -> None:
        """Take sound in again."""
        if self._heard_by is not None:
            self._heard_by.go_on()
            self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """End the recording; the memo is there in a moment."""
        if self._heard_by is not None and self.step in {Step.RECORDING, Step.PAUSED}:
            self._finishing = True
            self._heard_by.stop()
            self.changed.emit()

    def recorded(self, path: Path) -> None:
        """Make a memo of what was recorded, in a thread."""
        self._finishing = False
        self._errand.start(partial(_made, path))
        self.changed.emit()

    @Slot(str)
    def failed(self, sentence: str) -> None:
        """Tell why nothing was recorded, or why it ended by itself."""
        self._finishing = False
        self.trouble = sentence
        self.changed.emit()

    def keep(self, words: str) -> bool:
        """Put the memo where it belongs under these words; False, and told, where that fails."""
        if self.spoken is None or not self._keep(self.spoken, words):
            return False
        self.changed.emit()
        return True

    @Slot()
    def discard(self) -> None:
        """Put the memo aside; that can be undone until another is discarded or all is shut."""
        if self.spoken is not None:
            self._let_go(self._discarded)
            self._discarded, self.spoken, self.trouble = self.spoken, None, ""
            self.changed.emit()
            words = self.tr("Memo discarded. Nothing of it was kept.")
            self.notice_requested.emit(Notice(words, self.tr("Undo"), self._bring_back))

    def enter(self) -> None:
        """Know that there is a page to speak on."""
        self._has_page, self.trouble = True, ""

    def leave(self) -> None:
        """End the recording and keep what was said, as its page goes.

        It waits until the memo is made. A discarded one can still be brought back.
        """
        self._has_page = False
        self.stop()
        self._wait_until_made()
        if self.spoken is not None:
            self.keep(self.words)

    def shut(self) -> None:
        """End the recording, keep what was said, and let go of everything.

        For when the diary is locked or the window closes.
        """
        self.leave()
        if self._heard_by is not None:
            self._heard_by.listen(None)
        self._errand.shut()
        if self._folder is not None:
            self._folder.close()
        self._folder = self._discarded = None

    @property
    def _heard_by(self) -> Recorder | None:
        """The recorder while it tells this one, for all that speak share the one recorder."""
        recorder = self._recorder
        return recorder if recorder is not None and recorder.listener is self else None

    @Slot(object)
    def _take(self, spoken: Spoken) -> None:
        self.spoken = spoken
        self.changed.emit()

    def _keep(self, spoken: Spoken, words: str, again: Callable[[], None] | None = None) -> bool:
        try:
            sound_id = self._tools.memos.keep(_bytes(spoken))
            put = self._put(VoiceMemo(sound_id, spoken.length_ms), words.strip())
        except StorageError as error:
            told = self.tr(
                "%s What you said is still here: try again, before you close the window."
            )
            verb = "" if again is None else self.tr("Try again")
            self.notice_requested.emit(Notice(told % error, verb, again, lasting=True))
            return False
        self._let_go(spoken)
        if self.spoken is spoken:  # before it is told, since the page may be shut by that
            self.spoken, self.trouble = None, ""
        self.saved.emit(put)
        return True

    def _bring_back(self) -> None:
        """Undo the discarding; where there is no room for it on the page, it is kept at once."""
        discarded, self._discarded = self._discarded, None
        if discarded is None:
            return
        if self._has_page and self.step is Step.READY:
            self.spoken = discarded
            self.changed.emit()
        elif self._keep(discarded, "", self._bring_back):
            words = self.tr("It is back, and kept.")
            if self._has_page:
                words = self.tr("Another memo is on its way, so this one was kept already.")
            self.notice_requested.emit(Notice(words))
        else:
            self._discarded = discarded

    def _let_go(self, spoken: Spoken | None) -> None:
        if spoken is not None:
            spoken.path.unlink(missing_ok=True)

    def _wait_until_made(self) -> None:
        loop = QEventLoop()
        limit = QTimer(loop, singleShot=True, interval=_FINISHED_WITHIN_MS)
        limit.timeout.connect(loop.quit)
        self.changed.connect(loop.quit)
        limit.start()
        while self.step is Step.FINISHING and limit.isActive():
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _made(path: Path, _progress: Progress, _cancelled: Cancelled) -> Spoken:
    return spoken_from(path)


def _bytes(spoken: Spoken) -> bytes:
    try:
        return spoken.path.read_bytes()
    except OSError as error:
        raise storage_error(error, spoken.path) from error
