"""A quiet page to write on and let go: until it is kept, its text is nowhere but here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPropertyAnimation, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QGraphicsOpacityEffect, QVBoxLayout, QWidget

from prt_desktop.domain.diary import Entry, EntryKind, new_entry_id
from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.practise.progress_line import ProgressLine
from prt_desktop.ui.practise.tools.page import ToolPage
from prt_desktop.ui.practise.tools.private_edit import PrivateEdit
from prt_desktop.ui.practise.tools.writing_end import WritingEnd
from prt_desktop.ui.widgets.column import Strip
from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme

FADE_MS = 600
TICK_MS = 1_000


class WritingPage(ToolPage):
    """One field, a thin line of time, the rule for stopping, and two equal ways to end.

    Nothing written here is saved, drafted, logged or copied until the person keeps it; kept, it
    is an entry of the diary. Leaving or closing the window with words in the field asks first.
    Signals: `kept` with the text once the diary holds it; `faded` when it is gone;
    `grounding_requested`; `written_on` when the question before leaving was answered so; and
    those of every tool's page.
    """

    kept = Signal(str)
    faded = Signal()
    grounding_requested = Signal()
    written_on = Signal()

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        clock: Callable[[], datetime],
        now_ms: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._journal = journal
        self._clock = clock
        self._now_ms = now_ms
        self._began_ms = self._length_ms = 0
        self._closing: QWidget | None = None
        self._watched: QWidget | None = None
        self._leaving = False
        self._edit = PrivateEdit()
        self._line = ProgressLine(theme)
        self._end = WritingEnd(theme)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._ticks = QTimer(self, interval=TICK_MS)
        self._lay_out()
        self._connect()

    @property
    def has_words(self) -> bool:
        """Say whether anything is written that is neither kept nor faded."""
        return bool(self._edit.toPlainText().strip())

    def begin(self, length_ms: int) -> None:
        """Begin with an empty field and so much time; when it is over, nothing is taken away."""
        self._edit.forget()
        self._began_ms, self._length_ms = self._now_ms(), length_ms
        self._line.begin(length_ms)
        self._end.rest()
        self._show_time()
        self._ticks.start()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_to_leave(self) -> bool:
        """Say whether the page may be left now; with words in it, ask what becomes of them."""
        if not self.has_words:
            self._edit.forget()
            self._ticks.stop()
            return True
        self._end.ask()
        return False

    @Slot()
    def leave(self) -> None:
        """Go back, or ask first."""
        self._leaving = True
        if self.ask_to_leave():
            self._leaving = False
            self.left.emit()

    @Slot()
    def fade_away(self) -> None:
        """Let the text fade, and forget it; under reduced motion at once."""
        self._edit.setReadOnly(True)
        self._end.setEnabled(False)
        if self._theme.fade_ms == 0:
            self._forget()
            return
        self._effect.setEnabled(True)
        self._fade.setDuration(FADE_MS)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.start()

    @Slot()
    def keep(self) -> None:
        """Save the text in the diary; if that fails, it stays in the field."""
        text = self._edit.toPlainText().strip()
        entry = Entry(new_entry_id(), self._clock(), EntryKind.WRITING, text)
        try:
            self._journal.add(entry)
        except StorageError as error:
            words = self.tr("%s Your words are still on the page: try again, or let them fade.")
            self.notice_requested.emit(Notice(words % error, lasting=True))
            return
        self._clear()
        self.kept.emit(text)
        self._finish()

    @Slot()
    def go_on_writing(self) -> None:
        """Take the question away and write on."""
        self._closing = None
        self._leaving = False
        self._end.rest()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.written_on.emit()

    @Slot()
    def _forget(self) -> None:
        self._clear()
        self.faded.emit()
        self._finish()

    @Slot()
    def _show_time(self) -> None:
        passed = self._now_ms() - self._began_ms
        self._line.show_position(passed)
        self._line.tell(passed)
        if passed >= self._length_ms > 0:
            self._ticks.stop()
            self._end.say_over()

    @Slot()
    def _follow(self) -> None:
        self._end.show_words(written=self.has_words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask before the window closes over words; out of sight they are let go instead."""
        if watched is not self._watched or event.type() != QEvent.Type.Close:
            return False
        if self._fade.state() is QPropertyAnimation.State.Running or not self.isVisible():
            self._fade.stop()
            self._clear()
        if self.has_words and self._watched is not None:
            event.ignore()
            self._closing = self._watched
            self._end.ask()
            return True
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Look out for the window's closing from now on."""
        super().showEvent(event)
        if self._watched is not self.window():
            if self._watched is not None:
                self._watched.removeEventFilter(self)
            self._watched = self.window()
            self._watched.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the line of time fit the new width."""
        super().resizeEvent(event)
        self._show_time()

    def _clear(self) -> None:
        self._edit.forget()
        self._edit.setReadOnly(False)
        self._effect.setEnabled(False)
        self._end.setEnabled(True)
        self._end.rest()

    def _finish(self) -> None:
        self._ticks.stop()
        closing, self._closing = self._closing, None
        leaving, self._leaving = self._leaving, False
        if closing is not None:
            closing.close()
        elif leaving:
            self.left.emit()

    def _lay_out(self) -> None:
        name = self.tr("What you write, for nobody else")
        self.setAccessibleName(self.tr("Write and let go"))
        placeholder = self.tr("Write the first words that come, however small")
        area = TextArea(self._theme, name, placeholder, lines=2, edit=self._edit)
        self._edit.setGraphicsEffect(self._effect)
        strip = Strip(self._theme)
        strip.body.setSpacing(16)
        strip.body.addWidget(area, 1)
        strip.body.addWidget(self._end)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 16)
        rows.setSpacing(24)
        rows.addWidget(self._line)
        rows.addWidget(strip, 1)

    def _connect(self) -> None:
        self._edit.textChanged.connect(self._follow)
        self._end.fade_requested.connect(self.fade_away)
        self._end.grounding_requested.connect(self.grounding_requested)
        self._end.keep_requested.connect(self.keep)
        self._end.write_on_requested.connect(self.go_on_writing)
        self._fade.finished.connect(self._forget)
        self._ticks.timeout.connect(self._show_time)
