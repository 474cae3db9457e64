"""One practice that may go along, and how long it is to last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from prt_desktop.ui.files.packing import minutes_offered
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.dropdown import Dropdown

if TYPE_CHECKING:
    from prt_desktop.ui.practise.offers import Offer
    from prt_desktop.ui.theme import Theme


class PackRow(QWidget):
    """A tick and, once ticked, the minutes.

    Signals: `changed` when a person ticks or chooses other minutes.
    """

    changed = Signal()

    def __init__(self, theme: Theme, offer: Offer, *, ticked: bool) -> None:
        super().__init__()
        self.offer = offer
        self._offered = minutes_offered(offer)
        title = offer.exercise.title
        self._tick = CheckRow(theme, title)
        name = self.tr("Minutes for %s") % title
        self._minutes = Dropdown(theme, name)
        self._minutes.setAccessibleDescription(name)  # on Linux the name is what is chosen
        for one in self._offered:
            self._minutes.addItem(self.tr("%s min") % f"{one:g}")
        self._minutes.setCurrentIndex(self._offered.index(offer.choices.minutes))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.gap)
        row.addWidget(self._tick, 1)
        row.addWidget(self._minutes)
        self._keep_room()
        self._tick.toggled.connect(self._minutes.setVisible)
        self._tick.setChecked(ticked)
        self._minutes.setVisible(ticked)
        self._minutes.currentIndexChanged.connect(self.changed)
        self._tick.toggled.connect(self.changed)

    @property
    def ticked(self) -> bool:
        """Say whether this practice goes along."""
        return self._tick.isChecked()

    @property
    def minutes(self) -> float:
        """Give how long it is to last."""
        return self._offered[self._minutes.currentIndex()]

    def choose_minutes(self, minutes: float) -> None:
        """Choose the offered length that is nearest."""
        nearest = min(self._offered, key=lambda one: abs(one - minutes))
        self._minutes.setCurrentIndex(self._offered.index(nearest))

    def _keep_room(self) -> None:
        """Let nothing move when the minutes come and go."""
        policy = self._minutes.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._minutes.setSizePolicy(policy)
