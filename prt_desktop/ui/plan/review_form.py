"""The weekly ten minutes: four questions, no scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from prt_desktop.domain.form_draft import FormDraft
from prt_desktop.ui.form_drafts import DraftedPage
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from prt_desktop.domain.review import Review
    from prt_desktop.ui.theme import Theme

FIELDS = ("week", "surprised", "left_out", "next_step")


class ReviewForm(DraftedPage):
    """The form; going back keeps what stands in it as saving does.

    Signals: `removed`, and those of every form with a draft.
    """

    removed = Signal()

    def __init__(self, theme: Theme, review: Review, *, is_new: bool) -> None:
        line = self.tr("Any of these can stay empty. Ten minutes are enough.")
        super().__init__(theme, self.tr("Looking back on the week"), line)
        self._review = review
        self._areas = [TextArea(theme, "", lines=2) for _ in FIELDS]
        self._save = Button(theme, self.tr("Keep it"), Look.PRIMARY)
        self._remove = Button(theme, self.tr("Remove it"), Look.PLAIN, Icon.BIN)
        words = (
            self.tr("How was the week, in your own words?"),
            self.tr("What surprised you?"),
            self.tr("What did you wisely leave out?"),
            self.tr("What is the next small step?"),
        )
        for area, text, asked in zip(self._areas, review.texts, words, strict=True):
            area.edit.setPlainText(text)
            area.edit.textChanged.connect(self.changed)
            self.column.add(Field(theme, asked, area))
            self.column.space(1)
        self.set_buttons([self._save, self._remove])
        self._remove.setVisible(not is_new)
        self._remove.clicked.connect(self.removed)
        self._save.clicked.connect(self.leave)

    @property
    def review(self) -> Review:
        """Give the review as it stands in the form."""
        return self._review.with_texts([area.text.strip() for area in self._areas])

    @property
    def draft(self) -> FormDraft:
        """Give what stands in the fields, for a draft; an empty one where nothing was changed."""
        if self.review == self._review:
            return FormDraft()
        texts = (area.text for area in self._areas)
        return FormDraft(dict(zip(FIELDS, texts, strict=True)), self._review.id)

    def fill(self, draft: FormDraft) -> None:
        """Put what a draft holds into the fields."""
        for area, name in zip(self._areas, FIELDS, strict=True):
            area.edit.setPlainText(draft.text(name))

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        self._areas[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
