"""The 30-second version of a lesson, for a day when two paragraphs are too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class ShortCard(QWidget):
    """A quiet button that unfolds the short version in place, and folds it again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = Button(theme, "", Look.QUIET)
        self._card = Card(theme)
        self._words = Label(theme, size=Size.LEAD)
        self._card.body.addWidget(self._words)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._card)
        rows.addSpacing(theme.gap)
        self._button.clicked.connect(self._toggle)
        self._show(unfolded=False)

    @property
    def unfolded(self) -> bool:
        """Say whether the short version can be read."""
        return self._card.isVisibleTo(self)

    def show_short(self, text: str) -> None:
        """Take the short version of another lesson, folded."""
        self._words.setText(text)
        self._card.setAccessibleName(text)
        self._show(unfolded=False)

    def fold(self) -> bool:
        """Fold the short version, and say whether there was anything to fold."""
        was_unfolded = self.unfolded
        self._show(unfolded=False)
        return was_unfolded

    @Slot()
    def _toggle(self) -> None:
        self._show(unfolded=not self.unfolded)

    def _show(self, *, unfolded: bool) -> None:
        self._card.setVisible(unfolded)
        folded = self.tr("Read the 30-second version")
        self._button.setText(self.tr("Close the 30-second version") if unfolded else folded)
        self._button.set_icon(Icon.CHEVRON_UP if unfolded else Icon.CLOCK)
