"""A page of a lesson: its heading, its text, and a person's notes at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.learn.notes_below import NotesBelow
from prt_desktop.ui.learn.page_view import PageView
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.lesson import Page
    from prt_desktop.ui.theme import Theme


class Sheet(QWidget):
    """Shows one page; what belongs between the heading and the text is put there by `add`."""

    def __init__(
        self,
        theme: Theme,
        references: Mapping[str, Reference],
        terms: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heading = Label(theme, size=Size.DISPLAY, weight=Weight.BOLD)
        self.text = PageView(theme, references, terms)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.gap)
        self._rows.addWidget(self._heading)
        self._rows.addSpacing(theme.gap // 2)
        self._rows.addWidget(self.text)
        self.below = NotesBelow(theme, self)
        self.below.hide()
        self._rows.addWidget(self.below)

    def add(self, widget: QWidget) -> None:
        """Put something between the heading and the text."""
        self._rows.insertWidget(self._rows.indexOf(self.text), widget)

    def show_page(self, page: Page, folder: Path) -> None:
        """Show a page; its figures lie in `folder`."""
        self._heading.setText(page.heading)
        self.text.show_page(page, folder)

    def open_below(self, card: QWidget) -> None:
        """Put a card right below the text."""
        self._rows.insertWidget(self._rows.indexOf(self.text) + 1, card)

    def mark_heading(self, *, spoken: bool) -> None:
        """Mark the heading softly while it is spoken."""
        self._heading.set_tone(Tone.ACCENT if spoken else Tone.TEXT)

    def set_among_others(self, *, among: bool) -> None:
        """Give the heading its size: smaller where other pages stand above and below."""
        self._heading.set_size(Size.TITLE if among else Size.DISPLAY)
