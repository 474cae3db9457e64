"""One number of the crisis card, written down by a person or a clinician."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.domain.crisis import LONGEST_NAME, LONGEST_WORDS, OwnNumber, is_number
from prt_desktop.domain.form_draft import FormDraft
from prt_desktop.ui.form_drafts import DraftedPage
from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme


class NumberForm(DraftedPage):
    """Four fields; it is kept only when it says whose number it is and can be rung.

    `value_id` names the number that is changed, or is None for a new one. Signals: `saved` with
    an OwnNumber of today, and those of every form with a draft.
    """

    saved = Signal(object)

    def __init__(
        self, theme: Theme, number: OwnNumber, today: date, value_id: str | None = None
    ) -> None:
        super().__init__(theme, self.tr("A number to ring"), self._about())
        self._today = today
        self._value_id = value_id
        self._country = LineEdit(theme, "", self.tr("For example Spain"))
        self._name = LineEdit(theme, "", self.tr("For example my therapist, or a help line"))
        self._number = LineEdit(theme, "", self.tr("For example 0123 456 789"))
        self._what = LineEdit(theme, "", self.tr("For example someone to listen, day or night"))
        self._fault = Label(theme, tone=Tone.CAUTION, weight=Weight.MEDIUM)
        for edit, text, most in (
            (self._country, number.country, LONGEST_NAME),
            (self._name, number.name, LONGEST_NAME),
            (self._number, number.number, LONGEST_NAME),
            (self._what, number.what, LONGEST_WORDS),
        ):
            edit.setMaxLength(most)
            edit.setText(text)
            edit.textChanged.connect(self.changed)
        self._before = self._fields
        self.column.add(Field(theme, self.tr("Country"), self._country))
        self.column.add(Field(theme, self.tr("Whose number is it?"), self._name))
        self.column.add(Field(theme, self.tr("The number"), self._number))
        self.column.add(
            Field(theme, self.tr("What is it for? (you can leave this out)"), self._what)
        )
        self.column.add(self._fault)
        self._fault.hide()
        keep = Button(theme, self.tr("Keep this number"), Look.PRIMARY)
        self.set_buttons([keep])
        keep.clicked.connect(self._keep)

    @property
    def draft(self) -> FormDraft:
        """Give what stands in the fields, where it is anything new."""
        fields = self._fields
        return FormDraft({} if fields == self._before else fields, self._value_id)

    def fill(self, draft: FormDraft) -> None:
        """Put what a draft holds into the fields."""
        self._country.setText(draft.text("country"))
        self._name.setText(draft.text("name"))
        self._number.setText(draft.text("number"))
        self._what.setText(draft.text("what"))

    @property
    def _fields(self) -> dict[str, str]:
        return {
            "country": self._country.text(),
            "name": self._name.text(),
            "number": self._number.text(),
            "what": self._what.text(),
        }

    def take_focus(self) -> None:
        """Put the focus on the first field that is empty."""
        fields = (self._country, self._name, self._number)
        first = next((one for one in fields if not one.text()), self._number)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _keep(self) -> None:
        fault = self._first_fault()
        if fault is not None:
            words, widget = fault
            self._fault.setText(words)
            self._fault.show()
            announce(self, words)
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        country, name, number, what = (text.strip() for text in self._fields.values())
        self.saved.emit(OwnNumber(country, name, number, what, self._today))

    def _first_fault(self) -> tuple[str, QWidget] | None:
        if not self._country.text().strip():
            return self.tr("Please say for which country it is."), self._country
        if not self._name.text().strip():
            return self.tr("Please say whose number it is."), self._name
        if not is_number(self._number.text().strip()):
            words = self.tr("Please write the number in digits, two at least.")
            return words, self._number
        return None

    def _about(self) -> str:
        return self.tr(
            "Write down only a number that you have seen on a page of the service or the state, "
            "or that a clinician gave you. Everyone at this computer can see it, also while the "
            "diary is locked."
        )
