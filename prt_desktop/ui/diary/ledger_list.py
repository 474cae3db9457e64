"""A list that grows out of the diary by itself, newest first; each row opens its entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.local_day import local_day
from prt_desktop.ui.diary.words import day_words
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from prt_desktop.domain.diary import Entry
    from prt_desktop.ui.theme import Theme

_FEW = 5


class LedgerList(QWidget):
    """The newest few under a heading, all of them on demand; `words` tells an entry in a line.

    Signals: `opened` with the id of an entry.
    """

    opened = Signal(str)

    def __init__(
        self,
        theme: Theme,
        heading: str,
        nothing_yet: str,
        words: Callable[[Entry], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._entries: tuple[Entry, ...] = ()
        self._now: datetime | None = None
        self._all_shown = False
        self._nothing = Label(theme, nothing_yet, tone=Tone.MUTED)
        self._list = RowList(theme, heading, joined=True)
        self._more = Button(theme, "", Look.PLAIN)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(Label(theme, heading, Size.LEAD, weight=Weight.BOLD))
        rows.addWidget(self._nothing)
        rows.addWidget(self._list)
        rows.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.chosen.connect(self.opened)
        self._more.clicked.connect(self._show_all)

    def show_entries(self, entries: Sequence[Entry], now: datetime) -> None:
        """Show entries that stand newest first."""
        self._entries = tuple(entries)
        self._now = now
        self._refresh()

    @Slot()
    def _show_all(self) -> None:
        self._all_shown = True
        self._refresh()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        count = len(self._entries)
        shown = self._entries if self._all_shown else self._entries[:_FEW]
        self._list.show_rows([self._row(entry) for entry in shown])
        self._list.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._more.setText(self.tr("Show all %d") % count)
        self._more.setVisible(count > len(shown))

    def _row(self, entry: Entry) -> Row:
        words = self._words(entry)
        day = entry_day(entry, self._now)
        return Row(entry.id, words, day, self.tr("%s. %s") % (words.rstrip("."), day))


def entry_day(entry: Entry, now: datetime | None) -> str:
    """Name the day of an entry as one who reads it now would."""
    here = local_day(entry.created_at, now or entry.created_at)
    return day_words(here, now.date() if now else here)
