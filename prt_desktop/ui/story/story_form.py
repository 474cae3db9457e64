"""The four questions of the story; each may stay empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.domain.story import Story, StoryPart
from prt_desktop.ui.story.drafted_form import DraftedForm
from prt_desktop.ui.story.words import part_question
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.form_draft import FormDraft
    from prt_desktop.ui.theme import Theme


class StoryForm(DraftedForm):
    """Asks the questions; what is empty is not told.

    Signals: `saved` with the Story, and those of every such form.
    """

    saved = Signal(object)

    def __init__(self, theme: Theme, clock: Callable[[], datetime], told: Story | None) -> None:
        line = self.tr("Answer what you like. A few words are enough, and none are fine too.")
        super().__init__(theme, self.tr("My story"), line, None)
        self._clock = clock
        self._areas = {part: TextArea(theme, "", lines=3) for part in StoryPart}
        for part, area in self._areas.items():
            self.column.add(Field(theme, part_question(part), area))
            self.column.space(1)
            area.edit.setPlainText(told.parts.get(part, "") if told is not None else "")
            area.edit.textChanged.connect(self.changed)
        about = self.tr("It stays in your diary on this computer. Nobody else reads it.")
        self.column.add(Label(theme, about, Size.SMALL, Tone.MUTED))
        save = Button(theme, self.tr("Save my story"), Look.PRIMARY)
        self.set_buttons([save])
        save.clicked.connect(self._tell)
        self.begin()

    @property
    def story(self) -> Story:
        """Give the story as it stands in the form."""
        texts = {part.value: area.text.strip() for part, area in self._areas.items()}
        return Story(self._clock(), **texts)

    def fields(self) -> dict[str, str]:
        """Give the answers by the names of their parts."""
        return {part.value: area.text for part, area in self._areas.items()}

    def fill(self, draft: FormDraft) -> None:
        """Put the answers into their fields."""
        for part, area in self._areas.items():
            area.edit.setPlainText(draft.text(part.value))

    def take_focus(self) -> None:
        """Put the cursor into the first answer."""
        self._areas[StoryPart.BEGAN].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _tell(self) -> None:
        self.saved.emit(self.story)
