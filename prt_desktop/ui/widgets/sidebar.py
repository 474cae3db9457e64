"""The named places at the left of the window, and crisis help at their foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPainterPath
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.nav_button import NavButton
from prt_desktop.ui.widgets.painting import brush
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QPaintEvent

    from prt_desktop.ui.theme import Theme

KEYS = {
    Place.TODAY: "Ctrl+1",
    Place.LEARN: "Ctrl+2",
    Place.PRACTISE: "Ctrl+3",
    Place.DIARY: "Ctrl+4",
    Place.PLAN: "Ctrl+5",
    Place.SAFETY: "Ctrl+6",
    Place.SETTINGS: "Ctrl+,",
    Place.LOCK: "Ctrl+Shift+L",
    Place.CRISIS: "F1",
}
_ICONS = {
    Place.TODAY: Icon.TODAY,
    Place.LEARN: Icon.LEARN,
    Place.PRACTISE: Icon.PRACTISE,
    Place.DIARY: Icon.DIARY,
    Place.PLAN: Icon.PLAN,
    Place.SAFETY: Icon.SAFETY,
    Place.SETTINGS: Icon.SETTINGS,
    Place.LOCK: Icon.LOCK,
    Place.CRISIS: Icon.HELP,
}

_WITHIN = dict.fromkeys((Place.SAVE_SESSION, Place.PHONE_PACK, Place.OWN_AUDIO), Place.PRACTISE)
_WITHIN[Place.BAD_DAY] = _WITHIN[Place.FIRST_DAY] = Place.TODAY
_WITHIN |= dict.fromkeys((Place.PRIVACY, Place.PEOPLE, Place.REMINDERS), Place.SETTINGS)
_ACTS = {Place.LOCK, Place.CRISIS}


class Sidebar(QWidget):
    """The places there are rooms for, and crisis help; icons alone when it is narrow.

    While the diary lies in a vault, there is also a way to lock it.

    Signals: `place_chosen` with a Place.
    """

    place_chosen = Signal(Place)

    def __init__(
        self, theme: Theme, places: Collection[Place], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Places"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._group = QButtonGroup(self)
        self._buttons: dict[Place, NavButton] = {}
        self._toggled = -1
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 20, 12, 16)
        rows.setSpacing(2)
        for place, word in self._words().items():
            if place not in _ACTS and place not in places:
                continue
            if place is Place.SETTINGS:
                rows.addStretch(1)
            rows.addWidget(self._button(place, word))
        # A screen reader toggles a place without pressing or clicking it.
        self._group.idPressed.connect(self._begin)
        self._group.idToggled.connect(self._take)
        self._group.idClicked.connect(self._choose)
        self._buttons[Place.CRISIS].clicked.connect(self._choose_crisis)
        self._buttons[Place.LOCK].clicked.connect(self._choose_lock)
        self.offer_lock(offered=False)

    def show_place(self, place: Place) -> None:
        """Mark where the person is; a place without a button leaves the mark as it is."""
        place = _WITHIN.get(place, place)
        if place in self._buttons and place not in _ACTS:
            self._group.blockSignals(True)
            self._buttons[place].setChecked(True)
            self._group.blockSignals(False)

    def give_tab_stop(self) -> None:
        """Let Tab land on the place where the person is; arrows lead to the others."""
        focus = QtCore.Qt.FocusPolicy
        for button in self._group.buttons():
            button.setFocusPolicy(focus.StrongFocus if button.isChecked() else focus.ClickFocus)

    def offer_lock(self, *, offered: bool) -> None:
        """Show the way to lock the diary, or hide it."""
        self._buttons[Place.LOCK].setVisible(offered)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, or words too."""
        for button in self._buttons.values():
            button.set_narrow(narrow=narrow)

    def wide_hint(self) -> int:
        """Give the width with the words (px)."""
        return max(button.wide_hint() for button in self._buttons.values()) + 24

    @Slot(int)
    def _begin(self, _number: int) -> None:
        self._toggled = -1

    @Slot(int, bool)
    def _take(self, number: int, on: bool) -> None:
        if on:
            self._toggled = number
            self._tell(number)

    @Slot(int)
    def _choose(self, number: int) -> None:
        """Tell of a click, unless it toggled the place and was told of by that."""
        toggled, self._toggled = self._toggled, -1
        if number != toggled:
            self._tell(number)

    @Slot()
    def _choose_crisis(self) -> None:
        self.place_chosen.emit(Place.CRISIS)

    @Slot()
    def _choose_lock(self) -> None:
        self.place_chosen.emit(Place.LOCK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a ground a shade apart from the pane's."""
        painter = QPainter(self)
        path = QPainterPath()
        path.addRect(QRectF(self.rect()))
        painter.fillPath(path, brush(self._theme.mix(Tone.LINE, Tone.SURFACE, 0.12)))

    def _tell(self, number: int) -> None:
        self.place_chosen.emit(list(self._buttons)[number])

    def _words(self) -> dict[Place, str]:
        return {
            Place.TODAY: self.tr("Today"),
            Place.LEARN: self.tr("Learn"),
            Place.PRACTISE: self.tr("Practise"),
            Place.DIARY: self.tr("Diary"),
            Place.PLAN: self.tr("My plan"),
            Place.SAFETY: self.tr("Safety"),
            Place.SETTINGS: self.tr("Settings"),
            Place.LOCK: self.tr("Lock"),
            Place.CRISIS: self.tr("Crisis help"),
        }

    def _button(self, place: Place, word: str) -> NavButton:
        keys = QKeySequence(KEYS[place]).toString(QKeySequence.SequenceFormat.NativeText)
        button = NavButton(self._theme, _ICONS[place], word, keys)
        self._buttons[place] = button
        if place not in _ACTS:
            button.setCheckable(True)
            self._group.addButton(button, len(self._buttons) - 1)
        return button
