"""Three places for sentences of one's own, and a bank to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.diary import MOST_OWN_SENTENCES
from prt_desktop.domain.own_sentences import sentences_in
from prt_desktop.domain.safety_messages import MessageArea, messages_for
from prt_desktop.ui.sentences.words import area_word
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.dropdown import Dropdown
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.footer import Footer
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.row_list import Row, RowList
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.safety_messages import SafetyMessage
    from prt_desktop.ui.theme import Theme

_LINES = 2


class SentencesPage(QWidget):
    """A message of the bank goes into the first empty place, to be made one's own there.

    Signals: `kept` with the sentences; `touched` when a word was changed.
    """

    kept = Signal(tuple)
    touched = Signal()

    def __init__(
        self, theme: Theme, messages: Sequence[SafetyMessage], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._messages = {one.id: one for one in messages}
        self._column = Column(theme, self.tr("safety sentences"))
        self._areas = [TextArea(theme, "", lines=_LINES) for _ in range(MOST_OWN_SENTENCES)]
        self._where = Dropdown(theme, "")
        for area in MessageArea:
            self._where.addItem(area_word(area), area.value)
        self._bank = RowList(theme, self.tr("Sentences to begin with"), joined=True)
        full = self.tr("All three places are taken. Empty one first.")
        self._full = Label(theme, full, tone=Tone.CAUTION, weight=Weight.MEDIUM)
        self._keep = Button(theme, self.tr("Keep these sentences"), Look.PRIMARY)
        self._lay_out(theme)
        for text in self._areas:
            text.edit.textChanged.connect(self._follow)
        self._where.currentIndexChanged.connect(self._show_bank)
        self._bank.chosen.connect(self._take)
        self._keep.clicked.connect(self.keep)
        self._show_bank()

    @property
    def texts(self) -> tuple[str, ...]:
        """Give what stands in the places, as it stands."""
        return tuple(area.text for area in self._areas)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Put a text into each place without telling anyone."""
        for area, text in zip(self._areas, texts, strict=True):
            with QSignalBlocker(area.edit):
                area.edit.setPlainText(text)
        self._full.hide()

    def show_area(self, area: MessageArea) -> None:
        """Open the bank at an area."""
        self._where.setCurrentIndex(list(MessageArea).index(area))

    def take_focus(self) -> None:
        """Put the cursor into the first place."""
        self._areas[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def keep(self) -> None:
        """Tell the sentences."""
        self.kept.emit(sentences_in(self.texts))

    @Slot(str)
    def _take(self, message_id: str) -> None:
        empty = [area for area in self._areas if not area.text.strip()]
        if not empty:
            self._full.show()
            announce(self, self._full.text())
            return
        empty[0].edit.setPlainText(self._messages[message_id].text)
        empty[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.keep_in_sight(empty[0])

    @Slot()
    def _follow(self) -> None:
        self._full.hide()
        self.touched.emit()

    @Slot()
    def _show_bank(self) -> None:
        area = MessageArea(str(self._where.currentData()))
        offered = messages_for(self._messages.values(), area)
        self._bank.show_rows([Row(one.id, one.text, "", one.text) for one in offered])

    def _lay_out(self, theme: Theme) -> None:
        column = self._column
        column.add(Label(theme, self.tr("Safety sentences"), Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, self._about(), tone=Tone.MUTED))
        column.space(1)
        places = (self.tr("First sentence"), self.tr("Second sentence"), self.tr("Third sentence"))
        for words, area in zip(places, self._areas, strict=True):
            column.add(Field(theme, words, area))
        column.space(2)
        column.add(Label(theme, self.tr("To begin with"), Size.LEAD, weight=Weight.BOLD))
        column.add(Label(theme, self._about_bank(), tone=Tone.MUTED))
        column.add(Field(theme, self.tr("Where in the body?"), self._where))
        column.add(self._full)
        column.add(self._bank)
        column.body.addStretch(1)
        footer = Footer(theme, column)
        footer.body.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(column, 1)
        rows.addWidget(footer)
        self._full.hide()

    def _about(self) -> str:
        return self.tr(
            "Up to three, in your own words. A practice leaves room for them, and a star on your "
            "evidence sheet puts a point here too. They are company, not a trick to make a "
            "sensation go."
        )

    def _about_bank(self) -> str:
        return self.tr(
            "Choose one, then change it until it is true for you. Take only what your check was "
            "about."
        )
