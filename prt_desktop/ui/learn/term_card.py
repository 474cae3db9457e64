"""What a hard word means, in plain ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from prt_desktop.domain.lesson import Page
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.learn.page_view import PageView
from prt_desktop.ui.theme import Size, Weight
from prt_desktop.ui.widgets.button import IconButton
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.glossary import Term
    from prt_desktop.ui.theme import Theme


class TermCard(Card):
    """Opens in place below the text in which the word stands.

    Signals: `closed` when the person is done with it.
    """

    closed = Signal()

    def __init__(
        self, theme: Theme, references: Mapping[str, Reference], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._word = Label(theme, size=Size.LEAD, weight=Weight.BOLD)
        self._close = IconButton(theme, Icon.CLOSE, self.tr("Close this word"))
        self.meaning = PageView(theme, references)
        head = QHBoxLayout()
        head.addWidget(self._word, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.meaning)
        self._close.clicked.connect(self.closed)

    def show_term(self, term: Term) -> None:
        """Show a word with its meaning, and put the focus on the way out of its card."""
        self._word.setText(term.word)
        self.meaning.show_page(Page(term.word, term.meaning, 0), Path())
        self.setAccessibleName(self.tr("What “%s” means") % term.word)
        self._close.set_name(self.tr("Close the word “%s”") % term.word)
        for widget in (self, self._close):
            widget.setAccessibleDescription(self.meaning.toPlainText().strip())
        self.show()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
