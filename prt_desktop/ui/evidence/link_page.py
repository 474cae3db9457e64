"""Which entries a point rests on: surprises first, found as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.domain.evidence_sheet import linkable
from prt_desktop.domain.folding import fold
from prt_desktop.ui.diary.ledger_list import entry_day
from prt_desktop.ui.diary.words import kind_word
from prt_desktop.ui.evidence.words import entry_words, rests_on
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit
from prt_desktop.ui.widgets.row_list import Row, RowList
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from prt_desktop.domain.diary import Entry
    from prt_desktop.ui.theme import Theme

_MOST = 40


class LinkPage(SubPage):
    """A line to search with and a list; Enter links an entry or lets it go.

    Signals: `linked` with the ids, and `left`.
    """

    linked = Signal(tuple)

    def __init__(
        self, theme: Theme, entries: Sequence[Entry], linked: Sequence[str], now: datetime
    ) -> None:
        super().__init__(theme, self.tr("What this point rests on"), self._about())
        self._now = now
        self._ids = list(linked)
        self._offered = linkable(entries)
        self._folded = {one.id: fold(entry_words(one)) for one in self._offered}
        self._search = LineEdit(theme, self.tr("Find an entry"), self.tr("Find an entry"))
        self._list = RowList(theme, self.tr("Entries to rest on"), joined=True)
        self._says = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._done = Button(theme, self.tr("Done"), Look.PRIMARY)
        self.column.add(self._search)
        self.column.add(self._says)
        self.column.add(self._list)
        self.set_buttons([self._done])
        self._done.clicked.connect(self._tell)
        self._list.chosen.connect(self._turn)
        self._search.textChanged.connect(self._refresh)
        self._refresh()

    def take_focus(self) -> None:
        """Put the cursor into the search."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _tell(self) -> None:
        self.linked.emit(tuple(self._ids))

    @Slot(str)
    def _turn(self, entry_id: str) -> None:
        linked = entry_id not in self._ids
        if linked:
            self._ids.append(entry_id)
        else:
            self._ids.remove(entry_id)
        self._refresh()
        announce(self, self.tr("linked") if linked else self.tr("not linked any more"))

    @Slot()
    def _refresh(self) -> None:
        words = fold(self._search.text()).split()
        found = [
            one for one in self._offered if all(word in self._folded[one.id] for word in words)
        ]
        self._list.show_rows([self._row(one) for one in found[:_MOST]])
        self._list.setVisible(bool(found))
        says = rests_on(len(self._ids)) or self.tr("rests on no entry yet")
        if len(found) > _MOST:
            says = self.tr("%s; the first %d of %d are shown") % (says, _MOST, len(found))
        elif not self._offered:
            says = self.tr("Your diary has no entries to link yet.")
        elif not found:
            says = self.tr("No entry has these words.")
        self._says.setText(f"{says[0].upper()}{says[1:]}")

    def _row(self, entry: Entry) -> Row:
        linked = entry.id in self._ids
        words = entry_words(entry)
        day = f"{kind_word(entry.kind)}, {entry_day(entry, self._now)}"
        mark = self.tr("linked") if linked else ""
        icon, tone = (Icon.CHECK, Tone.ACCENT) if linked else (Icon.PLUS, Tone.MUTED)
        spoken = ". ".join(one for one in (mark, words, day) if one)
        return Row(entry.id, words, day, spoken, mark, icon, tone)

    def _about(self) -> str:
        return self.tr("Link what you wrote in the diary. Enter links an entry, or lets it go.")
