"""The honesty card of one source: what stands behind a number, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from prt_desktop.domain.long_day import long_day
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, IconButton, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from prt_desktop.domain.citation import Reference
    from prt_desktop.ui.theme import Theme


class SourceCard(Card):
    """Opens in place below the text, with what finds the source: its DOI, or else its address.

    That can be copied and is never opened from here.

    Signals: `closed` when the person is done with it.
    """

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._reference: Reference | None = None
        self._title = Label(theme, weight=Weight.BOLD)
        self._where = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._close = IconButton(theme, Icon.CLOSE, self.tr("Close this source"))
        self._facts = [
            (Label(theme, words, Size.SMALL, Tone.MUTED, Weight.MEDIUM), Label(theme))
            for words in self._questions()
        ]
        self._finding = QLineEdit(self)
        self._copy = Button(theme, self.tr("Copy the DOI"), Look.PLAIN)
        self._lay_out()
        self._close.clicked.connect(self.closed)
        self._copy.clicked.connect(self._copy_finding)
        theme.changed.connect(self._refresh)
        self._refresh()

    @property
    def reference(self) -> Reference | None:
        """Give the source that was shown last."""
        return self._reference

    def show_reference(self, reference: Reference) -> None:
        """Show a source, and put the focus on the way out of its card."""
        self._reference = reference
        self._title.setText(reference.title)
        names = reference.label.rsplit(",", 1)[0]
        self._where.setText(f"{names}. {reference.published_in}")
        for (words, fact), text in zip(self._facts, _answers(reference), strict=True):
            words.setVisible(bool(text))
            fact.setText(text)
            fact.setVisible(bool(text))
        self._show_finding(reference)
        self.setAccessibleName(self.tr("Source: %s") % reference.label)
        self._close.set_name(self.tr("Close the source %s") % reference.label)
        self.show()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _copy_finding(self) -> None:
        if self._reference is not None:
            QGuiApplication.clipboard().setText(self._reference.doi or self._reference.url)

    @Slot()
    def _refresh(self) -> None:
        self._finding.setFont(self._theme.font(Size.SMALL))

    def _show_finding(self, reference: Reference) -> None:
        """Show what finds the source: its DOI, or else its address."""
        shown = f"doi:{reference.doi}" if reference.doi else reference.url
        self._finding.setText(shown)
        self._finding.setCursorPosition(0)
        doi, url = self.tr("DOI, the number that finds this source"), self.tr("Its address")
        self._finding.setAccessibleName(doi if reference.doi else url)
        copy_doi, copy_url = self.tr("Copy the DOI"), self.tr("Copy the address")
        self._copy.setText(copy_doi if reference.doi else copy_url)
        self._copy.updateGeometry()
        for widget in (self._finding, self._copy):
            widget.setVisible(bool(shown))

    def _questions(self) -> tuple[str, ...]:
        return (
            self.tr("What kind of study"),
            self.tr("Who took part"),
            self.tr("Who gave the care"),
            self.tr("Compared with"),
            self.tr("Limits"),
            self.tr("Who paid"),
            self.tr("How far it carries"),
            self.tr("What we saw of it"),
            self.tr("We last looked"),
        )

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.addWidget(self._title)
        names.addWidget(self._where)
        head = QHBoxLayout()
        head.addLayout(names, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        for words, fact in self._facts:
            together = QVBoxLayout()
            together.setSpacing(0)
            together.addWidget(words)
            together.addWidget(fact)
            self.body.addLayout(together)
        self._finding.setReadOnly(True)
        self._finding.setFrame(False)
        palette = self._finding.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self._finding.setPalette(palette)
        foot = QHBoxLayout()
        foot.addWidget(self._finding, 1)
        foot.addWidget(self._copy)
        self.body.addLayout(foot)


def _answers(reference: Reference) -> tuple[str, ...]:
    card = reference.card
    return (
        card.design,
        card.participants,
        card.delivered_by,
        card.compared_with,
        card.limits,
        card.funding,
        card.strength,
        reference.note,
        long_day(card.looked_on),
    )
