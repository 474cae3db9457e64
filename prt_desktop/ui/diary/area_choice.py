"""Where it was: parts of the body, chosen on the picture or from the list."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.diary.body_map import BodyMap
from prt_desktop.ui.diary.circumstance_words import area_words
from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets.chip import Chip
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prt_desktop.domain.circumstances import BodyArea
    from prt_desktop.ui.theme import Theme


class _Way(Enum):
    """How parts are chosen."""

    PICTURE = auto()
    LIST = auto()


class AreaChoice(QWidget):
    """The picture and the list show the same choice; what is chosen stands in words above.

    The picture comes first unless it is asked for `by_list`, which is shorter.

    Signals: `changed` when a person changed it.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, by_list: bool = False
    ) -> None:
        super().__init__(parent)
        self._areas: list[BodyArea] = []
        self._told = Label(theme, tone=Tone.MUTED)
        ways = [(_Way.PICTURE, self.tr("Picture")), (_Way.LIST, self.tr("List"))]
        question = self.tr("Where in the body")
        first = _Way.LIST if by_list else _Way.PICTURE
        self._ways: ChoiceRow[_Way] = ChoiceRow(theme, question, ways, first)
        self._map = BodyMap(theme)
        self._list = QWidget()
        self._chips = {area: Chip(theme, word) for area, word in area_words().items()}
        flow = Flow(theme)
        for chip in self._chips.values():
            flow.addWidget(chip)
            chip.toggled.connect(self._take_chips)
        self._list.setLayout(flow)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Label(theme, question, weight=Weight.MEDIUM))
        rows.addWidget(self._told)
        rows.addWidget(self._ways)
        rows.addWidget(self._map, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._list)
        self._map.chosen.connect(self._take_part)
        self._ways.chosen.connect(self._show_way)
        self._show_way()
        self.show_areas(())

    @property
    def areas(self) -> tuple[BodyArea, ...]:
        """Give the parts in the order in which they were chosen."""
        return tuple(self._areas)

    def show_areas(self, areas: Iterable[BodyArea]) -> None:
        """Show these parts as chosen without telling anyone."""
        self._areas = list(areas)
        self._map.show_areas(self._areas)
        for area, chip in self._chips.items():
            chip.blockSignals(True)
            chip.setChecked(area in self._areas)
            chip.blockSignals(False)
        words = area_words()
        self._told.setText(", ".join(words[area] for area in self._areas))
        self._told.setVisible(bool(self._areas))

    @Slot(object, bool)
    def _take_part(self, area: BodyArea, on: bool) -> None:
        others = [one for one in self._areas if one is not area]
        self.show_areas([*others, area] if on else others)
        self.changed.emit()

    @Slot()
    def _take_chips(self) -> None:
        on = [area for area, chip in self._chips.items() if chip.isChecked()]
        kept = [area for area in self._areas if area in on]
        self.show_areas([*kept, *(area for area in on if area not in kept)])
        self.changed.emit()

    @Slot()
    def _show_way(self) -> None:
        by_list = self._ways.value is _Way.LIST
        self._map.setVisible(not by_list)
        self._list.setVisible(by_list)
