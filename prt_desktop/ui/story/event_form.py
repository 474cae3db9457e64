"""One event of the line: what happened, when, and on which side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from prt_desktop.domain.diary import new_entry_id
from prt_desktop.domain.long_day import month_word
from prt_desktop.domain.story import FIRST_YEAR, MONTHS, LifeEvent, Side
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.story.drafted_form import DraftedForm
from prt_desktop.ui.story.words import heavy_words, side_word
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.dropdown import Dropdown
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.line_edit import LineEdit
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.form_draft import FormDraft
    from prt_desktop.ui.theme import Theme

_YES = "yes"


class EventForm(DraftedForm):
    """Asks for the words and the year; the month may be left out.

    Signals: `saved` with the LifeEvent, `removed` with its id, and those of every such form.
    """

    saved = Signal(object)
    removed = Signal(str)

    def __init__(
        self, theme: Theme, clock: Callable[[], datetime], event: LifeEvent | None
    ) -> None:
        title = self.tr("On the line") if event is not None else self.tr("New on the line")
        super().__init__(theme, title, heavy_words(), None if event is None else event.id)
        self._id = new_entry_id() if event is None else event.id
        self._added_at = clock() if event is None else event.added_at
        self._this_year = clock().year
        self._text = TextArea(theme, "", lines=2)
        sides = [(one, side_word(one)) for one in Side]
        self._side: ChoiceRow[Side] = ChoiceRow(theme, "", sides, Side.LIFE)
        self._year = LineEdit(theme, "")
        self._month = Dropdown(theme, "")
        self._month.addItem(self.tr("Not known"), 0)
        for month in range(1, MONTHS + 1):
            self._month.addItem(month_word(month), month)
        self._ask = CheckRow(theme, self.tr("I would rather look at this with my clinician"))
        self._save = Button(theme, self.tr("Put it on the line"), Look.PRIMARY)
        self._remove = Button(theme, self.tr("Remove it"), Look.PLAIN, Icon.BIN)
        self._lay_out(theme)
        self._remove.setVisible(event is not None)
        if event is not None:
            self._show(event)
        self._connect()
        self.begin()

    def fields(self) -> dict[str, str]:
        """Give the fields, or none while neither words nor a year are written."""
        texts = {"text": self._text.text, "year": self._year.text()}
        if not any(text.strip() for text in texts.values()):
            return {}
        side = self._side.value or Side.LIFE
        ask = _YES if self._ask.isChecked() else ""
        return {**texts, "month": str(self._month.currentData()), "side": side.value, "ask": ask}

    def fill(self, draft: FormDraft) -> None:
        """Put what was half-written into the fields."""
        month = draft.text("month")
        self._text.edit.setPlainText(draft.text("text"))
        self._year.setText(draft.text("year"))
        self._month.setCurrentIndex(max(0, self._month.findData(_number(month) or 0)))
        self._side.set_value(Side.PAIN if draft.text("side") == Side.PAIN.value else Side.LIFE)
        self._ask.setChecked(draft.text("ask") == _YES)

    def take_focus(self) -> None:
        """Put the cursor into the words."""
        self._text.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _tell(self) -> None:
        text, year = " ".join(self._text.text.split()), _number(self._year.text())
        if not text:
            self.say(self.tr("Please write a few words first."))
            self.take_focus()
        elif year is None or not FIRST_YEAR <= year <= self._this_year:
            self.say(self.tr("Please write the year, such as %d.") % (self._this_year - 3))
            self._year.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            month = int(self._month.currentData()) or None
            side, ask = self._side.value or Side.LIFE, self._ask.isChecked()
            event = LifeEvent(self._id, self._added_at, year, text, side, month, ask)
            self.saved.emit(event)

    @Slot()
    def _tell_removed(self) -> None:
        self.removed.emit(self._id)

    def _show(self, event: LifeEvent) -> None:
        self._text.edit.setPlainText(event.text)
        self._side.set_value(event.side)
        self._year.setText(str(event.year))
        self._month.setCurrentIndex(event.month or 0)
        self._ask.setChecked(event.with_clinician)

    def _lay_out(self, theme: Theme) -> None:
        column = self.column
        hint = self.tr("For example: a new job, a move, the first bad night, a good month.")
        column.add(Field(theme, self.tr("What happened?"), self._text, hint))
        column.space(1)
        column.add(Field(theme, self.tr("Where does it belong?"), self._side))
        column.space(1)
        when = QWidget()
        row = Flow(theme)
        when.setLayout(row)
        row.addWidget(Field(theme, self.tr("Year"), self._year))
        row.addWidget(Field(theme, self.tr("Month"), self._month))
        column.add(when)
        column.add(self.fault)
        column.space(1)
        column.add(self._ask)
        self.set_buttons([self._save, self._remove])

    def _connect(self) -> None:
        self._text.edit.textChanged.connect(self.changed)
        self._text.edit.textChanged.connect(self.fault.hide)
        self._year.textChanged.connect(self.changed)
        self._year.textChanged.connect(self.fault.hide)
        self._month.activated.connect(self.changed)
        self._side.chosen.connect(self.changed)
        self._ask.toggled.connect(self.changed)
        self._save.clicked.connect(self._tell)
        self._remove.clicked.connect(self._tell_removed)


def _number(text: str) -> int | None:
    """Read a whole number of plain digits; None for anything else."""
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else None
