"""Looking for entries as one types: a field, a kind, a tag, and how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.domain.diary import EntryKind
from prt_desktop.domain.diary_search import Wanted
from prt_desktop.ui.diary.words import kind_word
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.dropdown import Dropdown
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

    from prt_desktop.ui.theme import Theme


class Finder(QWidget):
    """A field that opens two filters when it is entered; Esc closes them and ends the search.

    Signals: `wanted_changed` when something else is looked for; `opened` with whether a search
    is on; `stepped_down` when the keys want to go on to what was found.
    """

    wanted_changed = Signal()
    opened = Signal(bool)
    stepped_down = Signal()

    def __init__(self, theme: Theme, beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self._field = _Field(theme, self.tr("Search your entries"))
        self._kinds = Dropdown(theme, self.tr("Kind"))
        self._kinds.addItem(self.tr("Every kind"), None)
        for kind in EntryKind:
            self._kinds.addItem(kind_word(kind), kind)
        self._tags = Dropdown(theme, self.tr("Tag"))
        self._count = Label(theme, "", Size.SMALL, Tone.MUTED)
        self._count.set_wraps(wraps=False)
        self._end = Button(theme, self.tr("End the search"), Look.PLAIN)
        self._more = QWidget()
        self.offer_tags(())
        self._lay_out(theme, beside)
        self._connect()

    @property
    def is_open(self) -> bool:
        """Say whether a search is on."""
        return self._open

    @property
    def wanted(self) -> Wanted:
        """Give what is looked for."""
        kind, tag = self._kinds.currentData(), self._tags.currentData()
        return Wanted(self._field.text(), kind and EntryKind(kind), tag or "")

    def offer_tags(self, tags: Sequence[str]) -> None:
        """Let one of these tags be looked for; the one that is stays chosen if it is there."""
        chosen = self._tags.currentData()
        with QSignalBlocker(self._tags):
            self._tags.clear()
            self._tags.addItem(self.tr("Every tag"), "")
            for tag in tags:
                self._tags.addItem(tag, tag)
            self._tags.setCurrentIndex(max(0, self._tags.findData(chosen)))

    def tell(self, count: int) -> None:
        """Say how many were found."""
        if self.wanted.is_empty:
            words = ""
        elif count == 0:
            words = self.tr("Nothing was found")
        else:
            words = self.tr("1 entry") if count == 1 else self.tr("%s entries") % f"{count:,}"
        if words and words != self._count.text():
            announce(self._count, words)
        self._count.setText(words)

    @Slot()
    def begin(self) -> None:
        """Put the cursor in the field and show the filters."""
        self._set_open(is_open=True)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def end(self) -> None:
        """Look for nothing any more."""
        if not self._open:
            return
        with QSignalBlocker(self._field), QSignalBlocker(self._kinds), QSignalBlocker(self._tags):
            self._field.clear()
            self._kinds.setCurrentIndex(0)
            self._tags.setCurrentIndex(0)
        self._set_open(is_open=False)
        self.wanted_changed.emit()

    @Slot()
    def _open_itself(self) -> None:
        self._set_open(is_open=True)

    def _set_open(self, *, is_open: bool) -> None:
        if is_open is not self._open:
            self._open = is_open
            self._more.setVisible(is_open)
            self.opened.emit(is_open)

    def _lay_out(self, theme: Theme, beside: QWidget) -> None:
        first = QHBoxLayout()
        first.addWidget(self._field, 1)
        first.addWidget(beside)
        flow = Flow(theme)
        self._count.setMinimumHeight(theme.target)
        self._count.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        for widget in (self._kinds, self._tags, self._end, self._count):
            flow.addWidget(widget)
        self._more.setLayout(flow)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(first)
        rows.addWidget(self._more)
        self._more.setVisible(False)

    def _connect(self) -> None:
        self._end.clicked.connect(self.end)
        self._field.entered.connect(self._open_itself)
        self._field.stepped_down.connect(self.stepped_down)
        self._field.textChanged.connect(self.wanted_changed)
        self._kinds.currentIndexChanged.connect(self.wanted_changed)
        self._tags.currentIndexChanged.connect(self.wanted_changed)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.end)


class _Field(SearchField):
    """The field.

    Signals: `entered` when a press puts the cursor in it, or something is typed.
    """

    entered = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.textEdited.connect(self.entered)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Open the filters where it was pressed on purpose."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.MouseFocusReason:
            self.entered.emit()
