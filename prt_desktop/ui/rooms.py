"""The panes behind the places, each built when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from prt_desktop.ui.widgets.pane import Notice, Pane, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping


class Rooms(QStackedWidget):
    """Shows the pane of one place, and keeps every pane true to the journal.

    Signals: those of the panes, passed on; `changed` after one of them wrote to the journal.
    """

    changed = Signal()
    notice_requested = Signal(Notice)
    place_requested = Signal(Place, str)
    stage_requested = Signal(QWidget)
    stage_left = Signal()

    def __init__(self, makers: Mapping[Place, Callable[[], Pane]]) -> None:
        super().__init__()
        self._makers = makers
        self._panes: dict[Place, Pane] = {}
        self._stale = set(makers)
        self._place = Place.TODAY
        self._first: Callable[[], Place] | None = None
        self._closed = False

    @property
    def places(self) -> Collection[Place]:
        """Say which places there are."""
        return self._makers.keys()

    @property
    def place(self) -> Place:
        """Say which place is shown."""
        return self._place

    @property
    def is_busy(self) -> bool:
        """Say whether something goes on in a pane that must not be cut off unasked."""
        return any(pane.is_busy for pane in self._panes.values())

    @property
    def is_turning_a_key(self) -> bool:
        """Say whether a lock has to wait until a key of the vault is made."""
        return any(pane.is_turning_a_key for pane in self._panes.values())

    def begin_at(self, first: Callable[[], Place]) -> None:
        """Ask for the place to be shown first; until then it is Today."""
        self._first = first

    def begin(self) -> Place:
        """Give the place to be shown first, once; then the place that is shown."""
        if self._first is not None:
            self._place, self._first = self._first(), None
        return self._place

    def close_doors(self) -> None:
        """Build and fill nothing until a place is shown again."""
        self._closed = True

    def empty(self) -> None:
        """Let every pane keep what is half-written, and go unless it stays."""
        self._closed = True
        self._stale = set(self._makers)
        for place, pane in list(self._panes.items()):
            pane.put_down()
            if not pane.stays:
                del self._panes[place]
                pane.shut()
                self.removeWidget(pane)
                pane.hide()
                pane.deleteLater()

    @Slot()
    def shut(self) -> None:
        """Let every pane that is still there let go of everything, as the program ends."""
        for pane in self._panes.values():
            pane.shut()

    def pane(self, place: Place) -> Pane:
        """Give the pane of a place, built if it was not yet."""
        if place not in self._panes:
            pane = self._makers[place]()
            self._panes[place] = pane
            self.addWidget(pane)
            pane.journal_changed.connect(self._take_change)
            pane.notice_requested.connect(self.notice_requested)
            pane.place_requested.connect(self.place_requested)
            pane.stage_left.connect(self.stage_left)
            pane.stage_requested.connect(self.stage_requested)
        return self._panes[place]

    def stand(self) -> None:
        """Show the place in front; if it is of use unfilled, `fill_front` is left for later."""
        pane = self.pane(self._place)
        if pane.stands_unfilled:
            self.setCurrentWidget(pane)
        else:
            self.show_place(self._place, "")

    def fill_front(self) -> None:
        """Fill the place in front, unless it is."""
        self._fill(self._place)

    def show_place(self, place: Place, target: str) -> None:
        """Show the pane of a place, filled, with `target` open."""
        self._place = place
        self._closed = False
        pane = self.pane(place)
        self._fill(place)
        self.setCurrentWidget(pane)
        pane.open(target)

    def build_next(self) -> bool:
        """Build and fill one more pane so that the first switch to it is quick; False at the end.

        The pane is laid out at its size while still hidden.
        """
        for place in () if self._closed else self._makers:
            if place not in self._panes:
                pane = self.pane(place)
                self._fill(place)
                pane.resize(self.size())
                pane.ensurePolished()
                return True
        return False

    def mark_changed(self) -> None:
        """Let every pane show the journal as it is now; the one in front at once."""
        self._stale |= set(self._makers)
        self._fill(self._place)

    def focus_first(self) -> None:
        """Put the focus on the first control of the pane in front, unless it has it already."""
        pane = self.pane(self._place)
        focus = QApplication.focusWidget()
        if focus is not None and pane.isAncestorOf(focus):
            return
        widget = pane.nextInFocusChain()
        while widget is not None and widget is not pane:
            if _takes_tab(widget, pane):
                widget.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
                return
            widget = widget.nextInFocusChain()

    @Slot()
    def _take_change(self) -> None:
        sender = self.sender()
        self._stale |= {place for place, pane in self._panes.items() if pane is not sender}
        self._fill(self._place)
        self.changed.emit()

    def _fill(self, place: Place) -> None:
        if place in self._stale and not self._closed:
            self._stale.discard(place)
            self.pane(place).refresh()


def _takes_tab(widget: QWidget, pane: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus)
    return tab and pane.isAncestorOf(widget) and widget.isEnabled() and widget.isVisibleTo(pane)
