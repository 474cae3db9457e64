"""A place of several sections: a row of words, and the section that is shown under it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from prt_desktop.ui.widgets.choice_row import ChoiceRow, Shape
from prt_desktop.ui.widgets.column import column_span
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from prt_desktop.ui.theme import Theme
    from prt_desktop.ui.widgets.page_stack import PageStack
    from prt_desktop.ui.widgets.pane import Notice

_EDGE = 24


class SectionPane(Pane):
    """A section: a pane under the row of sections, which keeps the contract of every pane.

    Signals: those of a pane; `whole_wanted` with True when it wants the pane to itself, without
    the row of sections, and with False when that comes back.
    """

    whole_wanted = Signal(bool)

    def stand_on(self, stack: PageStack) -> None:
        """Show a stack; whatever lies over its first page has the pane to itself."""
        fill(self, stack)
        stack.covered.connect(self.whole_wanted)

    def say(self, notice: Notice | None) -> None:
        """Say something quietly, where there is something to say."""
        if notice is not None:
            self.notice_requested.emit(notice)


@dataclass(frozen=True, slots=True)
class Section:
    """A section by its id, the word that leads to it, and how its pane is built."""

    id: StrEnum
    word: str
    make: Callable[[], SectionPane]


@dataclass(frozen=True, slots=True)
class Titles:
    """What a screen reader calls a place, and the row of its sections."""

    place: str
    row: str


class SectionedPane(Pane):
    """Leads to the sections, each built when it is first shown, and keeps them true.

    `open` takes the name of a section, a name and what to open there ("evidence:ID"), or what
    the first section takes ("new").
    """

    def __init__(
        self,
        theme: Theme,
        titles: Titles,
        sections: Sequence[Section],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._makers = {section.id: section.make for section in sections}
        self._panes: dict[StrEnum, SectionPane] = {}
        self._stale = set(self._makers)
        self._whole: set[StrEnum] = set()
        self._first = self._shown = sections[0].id
        self.setAccessibleName(titles.place)
        words = [(section.id, section.word) for section in sections]
        self._row: ChoiceRow[StrEnum] = ChoiceRow(
            theme, titles.row, words, self._shown, shape=Shape.UNDERLINED
        )
        self._theme = theme
        self._head = QWidget()
        self._margins = QVBoxLayout(self._head)
        self._margins.addWidget(self._row)
        self._stack = QStackedWidget()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 16, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self._head)
        rows.addWidget(self._stack, 1)
        self._row.chosen.connect(self._choose)
        theme.changed.connect(self._place_head)
        self._stack.setCurrentWidget(self.section(self._shown))

    @property
    def is_busy(self) -> bool:
        """Say whether something goes on in a section, such as a memo that is being recorded."""
        return any(pane.is_busy for pane in self._panes.values())

    def put_down(self) -> None:
        """Keep what is half-written in the sections."""
        for pane in self._panes.values():
            pane.put_down()

    def section(self, section_id: StrEnum) -> SectionPane:
        """Give a section, built if it was not yet; KeyError where there is none."""
        if section_id not in self._panes:
            pane = self._makers[section_id]()
            self._panes[section_id] = pane
            self._stack.addWidget(pane)
            pane.journal_changed.connect(self._take_change)
            pane.notice_requested.connect(self.notice_requested)
            pane.place_requested.connect(self.place_requested)
            pane.stage_left.connect(self.stage_left)
            pane.stage_requested.connect(self.stage_requested)
            pane.whole_wanted.connect(self._give_whole)
        return self._panes[section_id]

    def open(self, target: str) -> None:
        """Come to the front with a section, or with something in one."""
        name, _, within = target.partition(":")
        section_id = next((one for one in self._makers if one == name), None)
        if section_id is not None:
            self._show(section_id, within)
        else:
            self._show(self._first if target else self._shown, target)

    def refresh(self) -> None:
        """Show the journal as it is now."""
        self._stale = set(self._makers)
        self._fill()

    @Slot()
    def shut(self) -> None:
        """Let every section that was built let go."""
        for pane in self._panes.values():
            pane.shut()

    @Slot(object)
    def _choose(self, section_id: StrEnum) -> None:
        self._show(section_id, "")
        self._row.focus_stop.setFocus()

    @Slot()
    def _take_change(self) -> None:
        changed = self.sender()
        self._stale |= {one for one, pane in self._panes.items() if pane is not changed}
        self._fill()
        self.journal_changed.emit()

    @Slot(bool)
    def _give_whole(self, whole: bool) -> None:
        pane = self.sender()
        wanting = {one for one, known in self._panes.items() if known is pane}
        self._whole = self._whole | wanting if whole else self._whole - wanting
        self._show_head()

    @Slot()
    def _place_head(self) -> None:
        """Let the row begin where the column does, or farther left where it needs the room."""
        left, _ = column_span(self._theme, self.width())
        room = self.width() - _EDGE - self._row.sizeHint().width()
        self._margins.setContentsMargins(min(left, max(_EDGE, room)), 0, _EDGE, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the row over the column."""
        super().resizeEvent(event)
        self._place_head()

    def _show(self, section_id: StrEnum, target: str) -> None:
        self._shown = section_id
        pane = self.section(section_id)
        self._row.set_value(section_id)
        self._fill()
        self._stack.setCurrentWidget(pane)
        self._show_head()
        pane.open(target)

    def _show_head(self) -> None:
        self._head.setVisible(self._shown not in self._whole)

    def _fill(self) -> None:
        if self._shown in self._stale:
            self._stale.discard(self._shown)
            self.section(self._shown).refresh()
