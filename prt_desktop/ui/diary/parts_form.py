"""The parts of a thought or a movement, each in a field of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.diary import MovementTrial
from prt_desktop.ui.diary.words import part_words
from prt_desktop.ui.theme import Size, Weight
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from prt_desktop.domain.diary import OwnWords
    from prt_desktop.ui.theme import Theme

_LINES = 2


class PartsForm(QWidget):
    """Shows what is written in an entry of several parts, to be changed.

    Signals: `changed` after every change of words.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._details: OwnWords | None = None
        self._areas: list[TextArea] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.gap * 2)

    @property
    def details(self) -> OwnWords | None:
        """Give the parts as they are written now, or None while none are shown."""
        if self._details is None:
            return None
        return self._details.with_texts([area.text for area in self._areas])

    def show_details(self, details: OwnWords | None) -> None:
        """Show other parts, or none."""
        self._details = details
        self._areas.clear()
        self._clear()
        if isinstance(details, MovementTrial):
            name = Label(self._theme, details.movement, Size.LEAD, weight=Weight.MEDIUM)
            self._rows.addWidget(name)
        for words, text in _parts(details):
            area = TextArea(self._theme, words, lines=_LINES)
            area.edit.setPlainText(text)
            area.edit.textChanged.connect(self.changed)
            self._areas.append(area)
            field = Field(self._theme, words, area)
            self._rows.addWidget(field)
            field.show()
        self._rows.addStretch(1)

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()

    def follow_in_tab_order(self, before: QWidget) -> None:
        """Let Tab lead from `before` through the parts to what came after it."""
        for area in self._areas:
            QWidget.setTabOrder(before, area.edit)
            before = area.edit

    def take_focus(self) -> None:
        """Put the cursor in the first part."""
        if self._areas:
            self._areas[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)


def _parts(details: OwnWords | None) -> list[tuple[str, str]]:
    if details is None:
        return []
    return list(zip(part_words(details), details.texts, strict=True))
