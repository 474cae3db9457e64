"""Up to three safety sentences of one's own, which the practices leave room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.diary import MOST_OWN_SENTENCES
from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.domain.own_sentences import draft_of, sentences_in, texts_to_show
from prt_desktop.ui.draft_keeper import DraftKeeper
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise.tools.page import ToolPage
from prt_desktop.ui.practise.tools.starters import Starters
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.footer import Footer
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QHideEvent

    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme

_LINES = 2


class OwnSentencesPage(ToolPage):
    """Three places to write in, starters to choose from, and one button that keeps them.

    What was left half-written is there again, here and in the plan, where the same are written.
    Starters are offered only while a clinician's check is recorded. Signals: `kept` with the
    sentences that the journal now holds, and those of every tool's page.
    """

    kept = Signal(tuple)

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        starters: Sequence[str],
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._clock = clock
        self._areas = [TextArea(theme, name, lines=_LINES) for name in self._places()]
        self._drafts = DraftKeeper(journal, Form.SENTENCES, self._draft, self)
        self._starters = Starters(theme, starters)
        self._leave = Button(theme, self.tr("Back"), Look.PLAIN, Icon.CHEVRON_LEFT)
        self._keep = Button(theme, self.tr("Keep these sentences"), Look.PRIMARY)
        self._lay_out(theme)
        self._connect()

    @property
    def sentences(self) -> tuple[str, ...]:
        """Give what is written in the three places."""
        return sentences_in(area.text for area in self._areas)

    def open(self) -> None:
        """Show what is half-written, or what the journal holds, and what may be offered now."""
        draft, kept = self._journal.drafts.get(Form.SENTENCES), self._journal.own_sentences()
        for area, text in zip(self._areas, texts_to_show(draft, kept), strict=True):
            area.edit.setPlainText(text)
        self._drafts.settle()
        checked = self._journal.safety().valid_check(self._clock()) is not None
        self._starters.set_offered(offered=checked)
        self._areas[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def go_on(self) -> None:
        """Keep what is written."""
        sentences = self.sentences
        try:
            self._journal.set_own_sentences(sentences)
        except StorageError as error:
            self.tell_failure(str(error))
        else:
            self._drafts.let_go()
            self.kept.emit(sentences)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is half-written when the page is left."""
        super().hideEvent(event)
        self._drafts.keep_if_touched()

    @Slot(str)
    def _take(self, starter: str) -> None:
        empty = [area for area in self._areas if not area.text.strip()]
        if empty:
            empty[0].edit.setPlainText(starter)
        else:
            self._starters.say_full()
            self._follow()

    @Slot(str)
    def _give_back(self, starter: str) -> None:
        for area in self._areas:
            if " ".join(area.text.split()) == starter:
                area.edit.clear()

    @Slot()
    def _follow(self) -> None:
        self._starters.show_chosen(self.sentences)

    def _draft(self) -> FormDraft:
        return draft_of([area.text for area in self._areas], self._journal.own_sentences())

    def _places(self) -> tuple[str, ...]:
        places = (self.tr("First sentence"), self.tr("Second sentence"), self.tr("Third sentence"))
        return places[:MOST_OWN_SENTENCES]

    def _lay_out(self, theme: Theme) -> None:
        title = self.tr("Sentences of your own")
        self.setAccessibleName(title)
        column = Column(theme, title)
        column.body.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, self._why(), tone=Tone.MUTED))
        column.space(2)
        for words, area in zip(self._places(), self._areas, strict=True):
            column.add(Field(theme, words, area))
            column.space(1)
        column.space(1)
        column.add(self._starters)
        column.body.addStretch(1)
        footer = Footer(theme, column)
        footer.body.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(column, 1)
        rows.addWidget(footer)

    def _connect(self) -> None:
        for area in self._areas:
            area.edit.textChanged.connect(self._follow)
            area.edit.textChanged.connect(self._drafts.touch)
        self._drafts.failed.connect(self.tell_failure)
        self._keep.clicked.connect(self.go_on)
        self._leave.clicked.connect(self.leave)
        self._starters.chosen.connect(self._take)
        self._starters.place_requested.connect(self.place_requested)
        self._starters.given_back.connect(self._give_back)

    def _why(self) -> str:
        return self.tr(
            "Short, and believable today. A practice leaves room for them. They are company, not "
            "a trick to make a sensation go."
        )
