"""The good copies that were made by themselves, the newest first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from prt_desktop.ui.privacy import words
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.row_list import Row, RowList
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from prt_desktop.storage.copies import Copy
    from prt_desktop.ui.theme import Theme


class CopiesPage(SubPage):
    """Signals: `chosen` with the path of a copy."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, copies: Sequence[Copy], now: datetime) -> None:
        line = self.tr("The last ten saves, one a day for two weeks, one a week for three months.")
        super().__init__(theme, self.tr("Good copies"), line)
        self._list = RowList(theme, self.tr("Good copies"), joined=True)
        rows = []
        for copy in copies:
            title = words.moment(copy.saved_at.astimezone(now.tzinfo))
            rows.append(Row(str(copy.path), title, "", title))
        if rows:
            self.column.add(self._list)
            self._list.show_rows(rows)
        else:
            none = self.tr("None yet: the first one is made when you next write something.")
            self.column.add(Label(theme, none, tone=Tone.MUTED))
        self.column.body.addStretch(1)
        self._list.chosen.connect(self._choose)

    @Slot(str)
    def _choose(self, path: str) -> None:
        self.chosen.emit(Path(path))
