"""A field with its words above it: the one helper that names both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class Field(QWidget):
    """A widget under its label; the label is its buddy and its accessible name.

    `hint`, where given, stands under the label in muted words and becomes the description.
    """

    def __init__(
        self,
        theme: Theme,
        words: str,
        widget: QWidget,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        label = Label(theme, words, weight=Weight.MEDIUM)
        label.setBuddy(widget)
        rows.addWidget(label)
        if hint:
            rows.addWidget(Label(theme, hint, Size.SMALL, Tone.MUTED))
            widget.setAccessibleDescription(hint)
        rows.addWidget(widget)
        target = widget.focusProxy() or widget
        if isinstance(target, ChoiceRow):
            target.set_question(words)
        else:
            target.setAccessibleName(words)
