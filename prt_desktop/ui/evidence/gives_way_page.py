"""Three sentences are there already: which one gives way to a fourth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.row_list import Row, RowList
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.ui.theme import Theme


class GivesWayPage(SubPage):
    """Asks by a list of the sentences; going back leaves them as they are.

    Signals: `chosen` with the sentence that gives way, and `left`.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, sentence: str, sentences: Sequence[str]) -> None:
        line = self.tr(
            "There is room for three sentences of your own, and all three are taken. Which one "
            "gives its place to this one? The point itself is saved either way."
        )
        super().__init__(theme, self.tr("Which sentence gives way?"), line)
        self._sentences = tuple(sentences)
        self.column.add(Label(theme, sentence, tone=Tone.TEXT))
        self.column.space(1)
        self._list = RowList(theme, self.tr("Your own sentences"), joined=True)
        rows = [Row(str(at), one, "", one) for at, one in enumerate(self._sentences)]
        self._list.show_rows(rows)
        self.column.add(self._list)
        stay = Button(theme, self.tr("None of them"), Look.QUIET)
        self.column.body.addWidget(stay, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.body.addStretch(1)
        stay.clicked.connect(self.leave)
        self._list.chosen.connect(self._tell)

    def take_focus(self) -> None:
        """Put the focus on the first sentence."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _tell(self, place: str) -> None:
        self.chosen.emit(self._sentences[int(place)])
