"""The 30-second version of a lesson, for a day when two paragraphs are too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size
from prt_desktop.ui.widgets.button import Button, IconButton, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class ShortCard(QWidget):
    """A quiet button that unfolds the short version in place, and folds it again.

    Beside it stands, where it was recorded, the button that has it read aloud. Signals: `folded`
    after it was folded, and `voice_wanted` when it is to be read, to rest or to go on.
    """

    folded = Signal()
    voice_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = ""
        self._button = Button(theme, "", Look.QUIET)
        self._voice = IconButton(theme, Icon.PLAY, "", Look.QUIET)
        self._card = Card(theme)
        self._words = Label(theme, size=Size.LEAD)
        self._card.body.addWidget(self._words)
        row = Flow(theme)
        row.addWidget(self._button)
        row.addWidget(self._voice)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addLayout(row)
        rows.addWidget(self._card)
        rows.addSpacing(theme.gap)
        self._button.clicked.connect(self._toggle)
        self._voice.clicked.connect(self.voice_wanted)
        self._show(unfolded=False)
        self._voice.hide()

    @property
    def unfolded(self) -> bool:
        """Say whether the short version can be read."""
        return self._card.isVisibleTo(self)

    def show_short(self, text: str) -> None:
        """Take the short version of another lesson, folded."""
        self._words.setText(text)
        self._card.setAccessibleName(text)
        self._show(unfolded=False)

    def offer_voice(self, *, offered: bool, letter: str) -> None:
        """Say whether it can be read aloud, and by which letter too, "" for none."""
        self._letter = letter
        self._voice.setVisible(offered)
        self.show_reading(on=False, playing=False)

    def show_reading(self, *, on: bool, playing: bool) -> None:
        """Say what a press of the voice's button does now."""
        words = self.tr("Go on reading") if on else self.tr("Hear the 30-second version")
        words = self.tr("Pause reading") if playing else words
        self._voice.set_icon(Icon.PAUSE if playing else Icon.PLAY)
        self._voice.set_name(f"{words} ({self._letter})" if self._letter else words)

    def unfold(self) -> None:
        """Show the short version."""
        self._show(unfolded=True)

    def fold(self) -> bool:
        """Fold the short version, and say whether there was anything to fold."""
        was_unfolded = self.unfolded
        self._show(unfolded=False)
        if was_unfolded:
            self.folded.emit()
        return was_unfolded

    @Slot()
    def _toggle(self) -> None:
        if not self.fold():
            self.unfold()

    def _show(self, *, unfolded: bool) -> None:
        self._card.setVisible(unfolded)
        folded = self.tr("Read the 30-second version")
        self._button.setText(self.tr("Close the short version") if unfolded else folded)
        self._button.set_icon(Icon.CHEVRON_UP if unfolded else Icon.CLOCK)
