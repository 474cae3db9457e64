"""A rung to be added or changed: which movement, its fear, and why it is wanted back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.domain.circumstances import HIGHEST
from prt_desktop.domain.form_draft import FormDraft
from prt_desktop.ui.form_drafts import DraftedPage
from prt_desktop.ui.practise.tools.movement_choice import MovementChoice
from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.scale import Scale
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.exercise import Movement
    from prt_desktop.domain.ladder import Rung
    from prt_desktop.ui.theme import Theme


class RungForm(DraftedPage):
    """Asks for a movement and its fear; the rest may be left out.

    Signals: `saved` with the Rung, and those of every form with a draft.
    """

    saved = Signal(object)

    def __init__(
        self, theme: Theme, movements: Sequence[Movement], rung: Rung, *, is_new: bool
    ) -> None:
        title = self.tr("A movement for the ladder") if is_new else self.tr("Change this movement")
        super().__init__(theme, title)
        self._rung = rung
        self._is_new = is_new
        self._choice = MovementChoice(theme, movements)
        question = self.tr("How much fear does it bring? Fear, not pain")
        self._fear = Scale(theme, question, (self.tr("none"), self.tr("the most")))
        self._value = TextArea(theme, "", lines=2)
        self._ask = CheckRow(theme, self.tr("Ask a clinician about this one first"))
        self._fault = Label(theme, tone=Tone.CAUTION, weight=Weight.MEDIUM)
        self._save = Button(theme, self.tr("Save it"), Look.PRIMARY)
        self._lay_out(theme)
        self._choice.show_movement(rung.movement_id, rung.name)
        self._fear.set_value(None if is_new else rung.fear)
        self._value.edit.setPlainText(rung.value)
        self._ask.setChecked(rung.needs_clinician)
        self._before = self._fields
        self._connect()

    @property
    def draft(self) -> FormDraft:
        """Give what stands in the fields, where it is anything new."""
        fields = self._fields
        value_id = None if self._is_new else self._rung.id
        return FormDraft({} if fields == self._before else fields, value_id)

    def fill(self, draft: FormDraft) -> None:
        """Put what a draft holds into the fields."""
        fear = draft.text("fear")
        self._choice.show_movement(draft.text("movement") or None, draft.text("name"))
        known = fear.isdecimal() and int(fear) <= HIGHEST
        self._fear.set_value(int(fear) if known else None)
        self._value.edit.setPlainText(draft.text("value"))
        self._ask.setChecked(bool(draft.text("ask")))

    def take_focus(self) -> None:
        """Put the focus on the choice of the movement."""
        self._choice.take_focus()

    @property
    def _fields(self) -> dict[str, str]:
        fear = self._fear.value
        return {
            "movement": self._choice.movement_id or "",
            "name": self._choice.name,
            "fear": "" if fear is None else str(fear),
            "value": self._value.text,
            "ask": "yes" if self._ask.isChecked() else "",
        }

    @Slot()
    def _tell(self) -> None:
        fear = self._fear.value
        if not self._choice.name:
            self._say(self.tr("Please choose a movement, or name one."))
            self._choice.take_focus()
        elif fear is None:
            self._say(self.tr("Please choose how much fear it brings."))
            self._fear.focus_stop.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            rung = replace(
                self._rung,
                name=self._choice.name,
                movement_id=self._choice.movement_id,
                fear=fear,
                value=" ".join(self._value.text.split()),
                needs_clinician=self._ask.isChecked(),
            )
            self.saved.emit(rung)

    def _say(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.show()
        announce(self, words)

    def _connect(self) -> None:
        for changed in (self._choice.changed, self._fear.chosen):
            changed.connect(self._fault.hide)
            changed.connect(self.changed)
        self._ask.toggled.connect(self.changed)
        self._value.edit.textChanged.connect(self.changed)
        self._save.clicked.connect(self._tell)

    def _lay_out(self, theme: Theme) -> None:
        column = self.column
        column.add(self._choice)
        column.space(2)
        column.add(self._fear)
        column.space(2)
        hint = self.tr("For example: to lift my niece, to sit through a film.")
        column.add(Field(theme, self.tr("Why do I want it back?"), self._value, hint))
        column.space(1)
        column.add(self._ask)
        column.add(self._fault)
        self._fault.hide()
        self.set_buttons([self._save])
