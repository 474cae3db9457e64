"""One point: its words, its column, its star, and what it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot

from prt_desktop.domain.evidence_sheet import Column, can_be_starred
from prt_desktop.domain.form_draft import FormDraft
from prt_desktop.ui.diary.ledger_list import entry_day
from prt_desktop.ui.diary.section import entry_target
from prt_desktop.ui.evidence.words import column_word, entry_words, rests_on, why_grey
from prt_desktop.ui.form_drafts import DraftedPage
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.row_list import Row, RowList
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from prt_desktop.domain.diary import Entry
    from prt_desktop.domain.evidence_sheet import EvidencePoint
    from prt_desktop.domain.safety import Check
    from prt_desktop.ui.theme import Theme


class PointPage(DraftedPage):
    """A form for one point; `check` says whether a clinician's check is recorded.

    Signals: `saved` with the point and whether it is to be starred; `removed`; `links_wanted`
    to choose the entries; `place_requested` with a Place and what to open there; and those of
    every form with a draft.
    """

    saved = Signal(object, bool)
    removed = Signal()
    links_wanted = Signal()
    place_requested = Signal(Place, str)

    def __init__(self, theme: Theme, point: EvidencePoint, *, starred: bool, is_new: bool) -> None:
        super().__init__(theme, self.tr("A new point") if is_new else self.tr("A point"))
        self._point = self._before = point
        self._is_new = is_new
        self._was_starred = starred
        self._check: Check | None = None
        self._area = TextArea(theme, "", lines=2)
        columns = [(one, column_word(one)) for one in Column]
        where = self.tr("Where it stands")
        self._column: ChoiceRow[Column] = ChoiceRow(theme, where, columns, point.column)
        self._ask = CheckRow(theme, self.tr("Ask my clinician about it"))
        self._star = CheckRow(theme, self.tr("Keep it as one of my own safety sentences"))
        self._why = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._grey = Card(theme, Tone.CAUTION)
        self._record = Button(theme, self.tr("Record a check"))
        self._rests = Label(theme, tone=Tone.MUTED)
        self._entries = RowList(theme, self.tr("Entries it rests on"), joined=True)
        self._link = Button(theme, self.tr("Choose entries"), icon=Icon.PLUS)
        self._fault = Label(theme, tone=Tone.CAUTION, weight=Weight.MEDIUM)
        self._save = Button(theme, self.tr("Save the point"), Look.PRIMARY)
        self._remove = Button(theme, self.tr("Remove it"), Look.PLAIN, Icon.BIN)
        self._area.edit.setPlainText(point.text)
        self._ask.setChecked(point.ask_clinician)
        self._star.setChecked(starred)
        self._lay_out(theme, where)
        self._remove.setVisible(not is_new)
        self._connect()

    @property
    def point(self) -> EvidencePoint:
        """Give the point as it stands in the form."""
        return replace(
            self._point,
            text=self._area.text.strip(),
            column=self._column.value or Column.UNSURE,
            ask_clinician=self._ask.isChecked(),
        )

    @property
    def draft(self) -> FormDraft:
        """Give what stands in the fields; a choice alone is nothing for a new point."""
        point, starred = self.point, self._star.isChecked()
        value_id = None if self._is_new else point.id
        unchanged = (point, starred) == (self._before, self._was_starred)
        if unchanged or (self._is_new and not point.text and not point.entry_ids):
            return FormDraft({}, value_id)
        fields = {
            "text": self._area.text,
            "column": point.column.value,
            "ask": "yes" if point.ask_clinician else "",
            "star": "yes" if starred else "",
            "entries": " ".join(point.entry_ids),
        }
        return FormDraft(fields, value_id)

    def fill(self, draft: FormDraft) -> None:
        """Put what a draft holds into the fields; `show_journal` says what of it may be."""
        column = draft.text("column")
        self._area.edit.setPlainText(draft.text("text"))
        self._column.set_value(Column(column) if column in set(Column) else Column.UNSURE)
        self._ask.setChecked(bool(draft.text("ask")))
        self._star.setChecked(bool(draft.text("star")))
        self._point = replace(self._point, entry_ids=tuple(draft.text("entries").split()))

    def show_journal(
        self, entries: Mapping[str, Entry], check: Check | None, now: datetime
    ) -> None:
        """Show what the point rests on, and what the recorded check allows."""
        self._check = check
        known = [entries[one] for one in self._point.entry_ids if one in entries]
        rows = []
        for entry in known:
            words, day = entry_words(entry), entry_day(entry, now)
            rows.append(Row(entry.id, words, day, self.tr("%s. %s") % (words, day)))
        self._entries.show_rows(rows)
        self._entries.setVisible(bool(rows))
        says = rests_on(len(known)) or self.tr("rests on no entry yet")
        self._rests.setText(f"{says[0].upper()}{says[1:]}.")
        self._follow()

    def set_links(self, entry_ids: tuple[str, ...]) -> None:
        """Let the point rest on these entries; it is saved with the rest."""
        self._point = replace(self._point, entry_ids=entry_ids)
        self.changed.emit()

    def take_focus(self) -> None:
        """Put the cursor into the words."""
        self._area.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _open_entry(self, entry_id: str) -> None:
        self.place_requested.emit(Place.DIARY, entry_target(entry_id))

    @Slot()
    def _ask_for_check(self) -> None:
        self.place_requested.emit(Place.CHECK, "")

    @Slot()
    def _tell(self) -> None:
        point = self.point
        if not point.text:
            self._fault.show()
            announce(self, self._fault.text())
            self.take_focus()
            return
        self.saved.emit(point, self._star.isChecked() and self._star.isEnabled())

    @Slot()
    def _follow(self) -> None:
        self._fault.hide()
        point = self.point
        waits = point.is_grey(self._check) and point.column is Column.TOWARD_ALARM
        may = can_be_starred(point, self._check) or (self._was_starred and waits)
        if not may:
            with QSignalBlocker(self._star):
                self._star.setChecked(False)
        self._star.setEnabled(may)
        self._why.setText("" if may else self._why_not(point))
        self._why.setVisible(bool(self._why.text()))
        self._grey.setVisible(point.is_grey(self._check))

    def _why_not(self, point: EvidencePoint) -> str:
        if not point.text or point.is_grey(self._check):
            return ""
        if point.column is Column.UNSURE:
            return self.tr("A point you are unsure about cannot be a safety sentence yet.")
        return self.tr("It is too long to be said in one breath. A shorter one can have a star.")

    def _lay_out(self, theme: Theme, where: str) -> None:
        column = self.column
        column.add(Field(theme, self.tr("The point, in your words"), self._area))
        self._fault.setText(self.tr("Please write a few words first."))
        column.add(self._fault)
        column.space(1)
        column.add(Field(theme, where, self._column))
        column.space(1)
        column.add(self._ask)
        column.add(self._star)
        column.add(self._why)
        self._grey.body.addWidget(Label(theme, why_grey()))
        self._grey.body.addWidget(self._record, 0, Qt.AlignmentFlag.AlignLeft)
        column.add(self._grey)
        column.space(2)
        column.add(self._rests)
        column.add(self._entries)
        column.body.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_buttons([self._save, self._remove])

    def _connect(self) -> None:
        for changed in (self._area.edit.textChanged, self._ask.toggled, self._star.toggled):
            changed.connect(self.changed)
        self._column.chosen.connect(self.changed)
        self._area.edit.textChanged.connect(self._follow)
        self._column.chosen.connect(self._follow)
        self._entries.chosen.connect(self._open_entry)
        self._link.clicked.connect(self.links_wanted)
        self._record.clicked.connect(self._ask_for_check)
        self._remove.clicked.connect(self.removed)
        self._save.clicked.connect(self._tell)
