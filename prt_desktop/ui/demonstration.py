"""The demonstration: the same window in big type, of which nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from prt_desktop.desktop.starting import start_beside
from prt_desktop.storage.settings import Settings
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.ui.practise.pane import PractisePane
    from prt_desktop.ui.theme import Theme

BIG_PERCENT = 200


def in_the_room(settings: Settings) -> Settings:
    """Give the settings of a demonstration: how it looks and sounds, and nothing personal."""
    return Settings(
        theme=settings.theme,
        text_percent=BIG_PERCENT,
        reduce_motion=settings.reduce_motion,
        voice=settings.voice,
        captions=True,
        silence=settings.silence,
        rate=settings.rate,
        sound_unfolded=settings.sound_unfolded,
        bell=settings.bell,
        fade_s=settings.fade_s,
        delay_s=settings.delay_s,
        background=settings.background,
        background_volume=settings.background_volume,
        voice_volume=settings.voice_volume,
        country=settings.country,
        continuous=settings.continuous,
        stage_letters=settings.stage_letters,
        stage_keys=settings.stage_keys,
    )


def begin_demonstration(data: Path) -> bool:
    """Open a program of its own beside this one, and say whether that worked."""
    return start_beside(["--data-dir", str(data), "--demonstrate"])


class DemonstrationBanner(QWidget):
    """Says all the time that this is a demonstration and that nothing is kept."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = _tr("Demonstration. Nothing is saved.")
        label = Label(theme, words, Size.SMALL, weight=Weight.BOLD)
        label.set_wraps(wraps=False)
        card = Card(theme, Tone.CAUTION)
        card.body.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.gap, theme.gap, theme.gap, 0)
        row.addWidget(card)
        self.setAccessibleName(words)


class Clicker(QObject):
    """Lets the keys of a presenter's clicker start, pause, go on and begin anew.

    Page down and the slide show's key take the next step, page up begins anew, and the key for
    a blank screen pauses and goes on. Away from the practices, and under crisis help, the keys
    are free, for a lesson turns its pages with them.
    """

    def __init__(self, window: QWidget, pane: PractisePane) -> None:
        super().__init__(window)
        self._pane = pane
        steps = {
            "PgDown": self.advance,
            "F5": self.advance,
            "Shift+F5": self.advance,
            "PgUp": pane.performance.start_over,
            ".": pane.performance.toggle,
        }
        self._shortcuts = [QShortcut(QKeySequence(keys), window) for keys in steps]
        for shortcut, step in zip(self._shortcuts, steps.values(), strict=True):
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(step)
        pane.performance.stage_opened.connect(self._watch)
        self._watch(pane)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hold the keys while the practices or their stage can be seen."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._hold_keys()
        return False

    @Slot()
    def advance(self) -> None:
        """Take the one next step: begin the practice in front, or pause it and go on."""
        if self._pane.performance.stage is not None:
            self._pane.performance.toggle()
        elif self._pane.before.isVisible():
            self._pane.before.start_requested.emit(False)

    @Slot(QWidget)
    def _watch(self, widget: QWidget) -> None:
        widget.installEventFilter(self)
        self._hold_keys()

    def _hold_keys(self) -> None:
        stage = self._pane.performance.stage
        seen = self._pane.isVisible() or (stage is not None and stage.isVisible())
        for shortcut in self._shortcuts:
            shortcut.setEnabled(seen)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Demonstration", text)
