"""Our own questions on one page; every one may be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.domain.circumstances import HIGHEST
from prt_desktop.domain.diary import Measure
from prt_desktop.domain.form_draft import FormDraft
from prt_desktop.domain.measures import ASKED
from prt_desktop.ui.form_drafts import DraftedPage
from prt_desktop.ui.measures.words import question
from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.scale import Scale
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class MeasureForm(DraftedPage):
    """Six numbers and a few words; nothing is shown of what was answered before.

    `value_id` names the answers that are changed, or is None for new ones. Signals: `saved` with
    the Measure and the words, and those of every form with a draft.
    """

    saved = Signal(object, str)

    def __init__(
        self, theme: Theme, measure: Measure, text: str, value_id: str | None = None
    ) -> None:
        super().__init__(theme, self.tr("How it has been"), self._about())
        self._before = (measure, text.strip())
        self._value_id = value_id
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

    @property
    def draft(self) -> FormDraft:
        """Give what is answered so far, by the names of the questions."""
        if self._answers == self._before:
            return FormDraft({}, self._value_id)
        given, text = self._answers
        answers = {name: str(value) for name, value in given.given().items()}
        return FormDraft({**answers, "text": text}, self._value_id)

    def fill(self, draft: FormDraft) -> None:
        """Put what a draft holds into the fields."""
        for name, scale in self._scales.items():
            answer = draft.text(name)
            known = answer.isdecimal() and int(answer) <= HIGHEST
            scale.set_value(int(answer) if known else None)
        self._area.edit.setPlainText(draft.text("text"))

    @property
    def _answers(self) -> tuple[Measure, str]:
        given = {name: scale.value for name, scale in self._scales.items()}
        return Measure(**given), self._area.text.strip()

    def take_focus(self) -> None:
        """Put the focus on the first question."""
        first = next(iter(self._scales.values()))
        first.focus_stop.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _follow(self) -> None:
        self._fault.hide()
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        measure, text = self._answers
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
