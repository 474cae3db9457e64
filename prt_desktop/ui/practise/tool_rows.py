"""On the page before: the quiet ways to one's own writing that goes with a practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.exercise import Tool
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.widgets.button import Button, Look

if TYPE_CHECKING:
    from prt_desktop.ui.practise.offers import Offer
    from prt_desktop.ui.theme import Theme


class ToolRows(QWidget):
    """One row for each page that can be written on now; none where there is nothing to write.

    Signals: `tool_requested` with the Tool whose page is to be opened.
    """

    tool_requested = Signal(Tool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        pencil = Icon.PENCIL
        self._sentences = Button(theme, self.tr("Your own sentences"), Look.PLAIN, pencil)
        thought = self.tr("Write it down instead, or beside the voice")
        self._thought = Button(theme, thought, Look.PLAIN, pencil)
        self._compare = Button(theme, "", Look.PLAIN, pencil)
        self._compare.set_shortens()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for row in (self._sentences, self._thought, self._compare):
            rows.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)
        self._sentences.clicked.connect(self._open_sentences)
        self._thought.clicked.connect(self._open_thought)
        self._compare.clicked.connect(self._open_comparison)

    def show_offer(self, offer: Offer) -> None:
        """Show the rows of an exercise that is open; a closed one has none."""
        exercise = offer.exercise
        own = exercise.tool is Tool.OWN_SENTENCES or any(one.own_sentence for one in exercise.cues)
        self._sentences.setVisible(own)
        self._thought.setVisible(exercise.tool is Tool.THOUGHT_RECORD)
        self._compare.setText(self.tr("What came of it: %s") % offer.waiting_trial)
        self._compare.setToolTip(self._compare.text())
        self._compare.setVisible(bool(offer.waiting_trial))
        rows = (self._sentences, self._thought, self._compare)
        is_open = offer.closed is None
        self.setVisible(is_open and not all(row.isHidden() for row in rows))

    @Slot()
    def _open_sentences(self) -> None:
        self.tool_requested.emit(Tool.OWN_SENTENCES)

    @Slot()
    def _open_thought(self) -> None:
        self.tool_requested.emit(Tool.THOUGHT_RECORD)

    @Slot()
    def _open_comparison(self) -> None:
        self.tool_requested.emit(Tool.PREDICTION)
