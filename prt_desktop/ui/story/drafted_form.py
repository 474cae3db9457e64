"""What every form of the story is: fields with a draft, kept by one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.form_draft import FormDraft
from prt_desktop.ui.form_drafts import DraftedPage
from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class DraftedForm(DraftedPage):
    """A subclass says what stands in its fields, and takes it back; `begin` ends its making.

    `value_id` names what is edited, or is None for something new. Signals: those of every such
    page.
    """

    def __init__(self, theme: Theme, title: str, line: str, value_id: str | None) -> None:
        super().__init__(theme, title, line)
        self._value_id = value_id
        self._at_first: dict[str, str] = {}
        self.fault = Label(theme, tone=Tone.CAUTION, weight=Weight.MEDIUM, parent=self)
        self.fault.hide()

    @property
    def draft(self) -> FormDraft:
        """Give the form as it stands; an empty draft where nothing was changed."""
        fields = self.fields()
        return FormDraft() if fields == self._at_first else FormDraft(fields, self._value_id)

    def fields(self) -> dict[str, str]:
        """Give what stands in the fields, by their names; nothing where nothing is written."""
        raise NotImplementedError

    def begin(self) -> None:
        """Know what stands in the fields before anybody writes."""
        self._at_first = self.fields()

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Say what is missing."""
        self.fault.setText(words)
        self.fault.show()
        announce(self, words)
