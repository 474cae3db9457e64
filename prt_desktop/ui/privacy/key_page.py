"""The recovery key, shown once: to print, to save, to copy, and to be said to be kept."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication

from prt_desktop.ui.paper import Paper
from prt_desktop.ui.paper_outlet import PaperOutlet
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from prt_desktop.ui.papers import Papers
    from prt_desktop.ui.theme import Theme

_COLUMNS = 19  # four groups of four with the dashes between


class KeyPage(SubPage):
    """Shows a key that lies nowhere else.

    Signals: `kept` when the person says that they have it; `notice_requested` with a Notice.
    """

    kept = Signal()
    notice_requested = Signal(Notice)

    def __init__(self, theme: Theme, key: str, day: date, papers: Papers) -> None:
        super().__init__(theme, self.tr("Your recovery key"), self._what_it_is())
        self._key = key
        self._day = day
        self._outlet = PaperOutlet(papers)
        self._print = Button(theme, self.tr("Print it"))
        self._save = Button(theme, self.tr("Save as PDF"))
        self._copy = Button(theme, self.tr("Copy it"))
        self._kept = Button(theme, self.tr("I have kept it"), Look.PRIMARY)
        self._lay_out(theme)
        self.back.hide()
        self.set_buttons([self._kept])
        self._copy.clicked.connect(self._copy_key)
        self._kept.clicked.connect(self.kept)
        self._print.clicked.connect(self._print_out)
        self._save.clicked.connect(self._save_pdf)

    @Slot()
    def leave(self) -> None:
        """Stay: Escape must not take away what is shown only once."""

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at what is to be done with it."""
        super().showEvent(event)
        self._print.setFocus()

    @Slot()
    def _copy_key(self) -> None:
        QGuiApplication.clipboard().setText(self._key)
        words = self.tr("Copied. It is taken off the clipboard in a minute.")
        self.notice_requested.emit(Notice(words))

    @Slot()
    def _print_out(self) -> None:
        self._tell(self._outlet.print_out(self, self._paper()))

    @Slot()
    def _save_pdf(self) -> None:
        self._tell(self._outlet.save_pdf(self, self._paper()))

    def _tell(self, notice: Notice | None) -> None:
        if notice is not None:
            self.notice_requested.emit(notice)

    def _paper(self) -> Paper:
        title = self.tr("Recovery key")
        lines = (
            self.tr("It opens the diary of PRT Desktop without its passphrase."),
            self.tr("Keep it where you keep important papers, and not beside the computer."),
            self.tr("Capitals and dashes make no difference when it is typed."),
        )
        below = "".join(f"<p>{escape(line)}</p>" for line in lines)
        html = f"<h1>{escape(title)}</h1><h2>{escape(self._key)}</h2>{below}"
        return Paper(self._theme, title, self._day, html)

    def _lay_out(self, theme: Theme) -> None:
        shown = f"{self._key[:_COLUMNS]}\n{self._key[_COLUMNS + 1 :]}"
        label = Label(theme, shown, Size.TITLE, weight=Weight.MEDIUM)
        label.setAccessibleName(self.tr("Recovery key: %s") % self._key)
        card = Card(theme)
        card.body.addWidget(label)
        buttons = Flow(theme)
        for button in (self._print, self._save, self._copy):
            buttons.addWidget(button)
        self.column.add(card)
        self.column.space(1)
        self.column.add(buttons)
        self.column.space(1)
        self.column.add(Label(theme, self._where_to_keep_it(), tone=Tone.MUTED))

    def _what_it_is(self) -> str:
        return self.tr(
            "It opens the diary when the passphrase is forgotten. It is shown this once and lies "
            "nowhere on this computer."
        )

    def _where_to_keep_it(self) -> str:
        return self.tr(
            "On paper, with your important papers, is best. A PDF on this computer opens the "
            "diary for whoever finds it. Whoever has the key can read everything."
        )
