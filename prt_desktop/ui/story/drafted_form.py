"""What every form of the story is: fields whose words survive a crash, kept by one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.domain.form_draft import FormDraft
from prt_desktop.ui.draft_keeper import DraftKeeper
from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from prt_desktop.domain.form_draft import Form
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class DraftedForm(SubPage):
    """A form with a draft; a subclass says what stands in its fields, and takes it back.

    `value_id` names what is edited, or is None for something new. Leaving keeps the draft; only
    saving and removing let it go. Signals: `drafts.failed` with a sentence, and `left`.
    """

    def __init__(self, theme: Theme, title: str, line: str, journal: Journal, form: Form) -> None:
        super().__init__(theme, title, line)
        self.value_id: str | None = None
        self.drafts = DraftKeeper(journal, form, self.draft, self)
        self.fault = Label(theme, tone=Tone.CAUTION, weight=Weight.MEDIUM, parent=self)
        self.fault.hide()

    def fields(self) -> dict[str, str]:
        """Give what stands in the fields, by their names; nothing where nothing is written."""
        return {}

    def fill(self, draft: FormDraft) -> None:
        """Put what a draft holds into the fields."""
        self.value_id = draft.value_id

    def begin(self, draft: FormDraft) -> None:
        """Begin with what a draft holds."""
        self.fill(draft)
        self.drafts.settle()

    def draft(self) -> FormDraft:
        """Give the form as it stands."""
        return FormDraft(self.fields(), self.value_id)

    def say(self, words: str) -> None:
        """Say what is missing."""
        self.fault.setText(words)
        self.fault.show()
        announce(self, words)

    @Slot()
    def leave(self) -> None:
        """Go back; what was written is kept as a draft."""
        self.drafts.keep_if_touched()
        super().leave()
