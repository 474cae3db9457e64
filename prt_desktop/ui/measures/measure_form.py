"""Our own questions on one page; every one may be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.domain.diary import Measure
from prt_desktop.domain.measures import ASKED
from prt_desktop.ui.measures.words import question
from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.scale import Scale
from prt_desktop.ui.widgets.sub_page import SubPage
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class MeasureForm(SubPage):
    """Six numbers and a few words; nothing is shown of what was answered before.

    Signals: `saved` with the Measure and the words, and `left`.
    """

    saved = Signal(object, str)

    def __init__(self, theme: Theme, measure: Measure, text: str) -> None:
        super().__init__(theme, self.tr("How it has been"), self._about())
        given = measure.given()
        self._scales: dict[str, Scale] = {}
        for item in ASKED:
            words, low, high = question(item)
            scale = Scale(theme, words, (low, high))
            scale.set_value(given.get(item.value))
            scale.chosen.connect(self._follow)
            self._scales[item.value] = scale
            self.column.add(scale)
            self.column.space(2)
        self._area = TextArea(theme, "", lines=3)
        self._area.edit.setPlainText(text)
        words = self.tr("On the whole, how have things changed? In my own words")
        self.column.add(Field(theme, words, self._area))
        says = self.tr("Please answer one of them, or write a word.")
        self._fault = Label(theme, says, tone=Tone.CAUTION, weight=Weight.MEDIUM)
        self.column.add(self._fault)
        self._fault.hide()
        self._save = Button(theme, self.tr("Save in my diary"), Look.PRIMARY)
        self.set_buttons([self._save])
        self._area.edit.textChanged.connect(self._follow)
        self._save.clicked.connect(self._tell)

    def take_focus(self) -> None:
        """Put the focus on the first question."""
        first = next(iter(self._scales.values()))
        first.focus_stop.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _follow(self) -> None:
        self._fault.hide()

    @Slot()
    def _tell(self) -> None:
        measure = Measure(**{name: scale.value for name, scale in self._scales.items()})
        text = self._area.text.strip()
        if not measure.given() and not text:
            self._fault.show()
            announce(self, self._fault.text())
            self.take_focus()
            return
        self.saved.emit(measure, text)

    def _about(self) -> str:
        return self.tr(
            "These are our own questions, not a validated scale. Answer by the buttons or the "
            "number keys, and leave out what you like. No answer is better than another."
        )
