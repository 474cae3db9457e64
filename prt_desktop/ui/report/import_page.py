"""A CSV file before it is taken in: what its columns are, and what comes of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from prt_desktop.domain.csv_dates import Order
from prt_desktop.domain.csv_mapping import Field, Mapping, guess, with_order_of
from prt_desktop.ui.report import import_words
from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets import field as named
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.dropdown import Dropdown
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.sub_page import SubPage
from prt_desktop.ui.widgets.word_table import WordTable

if TYPE_CHECKING:
    from prt_desktop.domain.csv_reading import Reading
    from prt_desktop.domain.csv_sheet import Sheet
    from prt_desktop.ui.theme import Theme

_SHOWN_ROWS = 8
_LONGEST = 60
_FIELDS = tuple(Field)


class ImportPage(SubPage):
    """Asks what each column is, shows the first rows as entries, and lists what cannot be read.

    Signals: those of a sub-page; `mapping_changed`, and `taken` when the entries shown are to be
    taken in.
    """

    mapping_changed = Signal()
    taken = Signal()

    def __init__(self, theme: Theme, name: str, sheet: Sheet, *, is_own: bool) -> None:
        super().__init__(theme, name)
        self._sheet = sheet
        self._mapping = guess(sheet)
        self._columns: list[Dropdown] = []
        self._order: ChoiceRow[Order] = ChoiceRow(
            theme,
            self.tr("How dates are written"),
            (
                (Order.DAY_FIRST, self.tr("The day first, as 31/12")),
                (Order.MONTH_FIRST, self.tr("The month first, as 12/31")),
            ),
        )
        ask = self.tr("Both would do for the dates in this file. How are they written?")
        self._order_field = named.Field(theme, ask, self._order)
        self._table = WordTable(theme, self.tr("The first rows as entries"))
        self._counts = Label(theme, weight=Weight.MEDIUM)
        self._remarks = Label(theme, tone=Tone.MUTED)
        self._take = Button(theme, self.tr("Take in"), Look.PRIMARY)
        if is_own:
            self.column.add(Label(theme, self.tr("PRT Desktop wrote this file itself.")))
        else:
            self._add_columns(theme)
        self.column.add(self._order_field)
        self._lay_out(theme)
        self._order.chosen.connect(self._take_order)
        self._take.clicked.connect(self.taken)
        self._show_order()

    @property
    def mapping(self) -> Mapping:
        """What each column is, as it is chosen now."""
        return self._mapping

    def show_reading(self, reading: Reading) -> None:
        """Show what comes of the rows."""
        headings = (self.tr("When"), self.tr("What"))
        rows = [import_words.preview(one) for one in reading.entries[:_SHOWN_ROWS]]
        self._table.show_words(headings, rows)
        ask_first = self.tr(" Say first how the dates are written.")
        asked = self._mapping.order_is_open
        self._counts.setText(import_words.counts(reading) + (ask_first if asked else ""))
        self._remarks.setText(import_words.remarks(reading))
        self._remarks.setVisible(bool(reading.remarks))
        some = len(reading.entries)
        self._take.setText(self.tr("Take in %s") % import_words.entries(some))
        self._take.updateGeometry()
        self._take.setEnabled(some > 0 and not asked)
        announce(self, self._counts.text())

    def show_busy(self) -> None:
        """Say that the rows are being read."""
        self._take.setEnabled(False)
        self._counts.setText(self.tr("Reading the rows …"))

    def _add_columns(self, theme: Theme) -> None:
        self.column.add(Label(theme, self.tr("What each column is"), weight=Weight.MEDIUM))
        for at, name in enumerate(self._sheet.header):
            box = Dropdown(theme, name)
            for field in _FIELDS:
                box.addItem(import_words.field_word(field))
            box.setCurrentIndex(_FIELDS.index(self._mapping.fields[at]))
            box.currentIndexChanged.connect(self._take_column)
            self._columns.append(box)
            cell = next((row[at] for row in self._sheet.rows if row[at].strip()), "")
            hint = self.tr("For example: %s") % " ".join(cell[:_LONGEST].split()) if cell else ""
            self.column.add(named.Field(theme, name[:_LONGEST], box, hint))

    def _lay_out(self, theme: Theme) -> None:
        self.column.space(1)
        self.column.add(Label(theme, self.tr("The first rows as entries"), weight=Weight.MEDIUM))
        self.column.add(self._table)
        self.column.add(self._counts)
        self.column.add(self._remarks)
        self.set_buttons([self._take])

    @Slot()
    def _take_column(self) -> None:
        box = self.sender()
        if not isinstance(box, Dropdown):
            return
        column = self._columns.index(box)
        changed = self._mapping.with_field(column, _FIELDS[box.currentIndex()])
        self._mapping = with_order_of(changed, self._sheet)
        for at, one in enumerate(self._columns):
            one.blockSignals(True)
            one.setCurrentIndex(_FIELDS.index(self._mapping.fields[at]))
            one.blockSignals(False)
        self._order.clear()
        self._show_order()
        self.mapping_changed.emit()

    @Slot(object)
    def _take_order(self, order: Order) -> None:
        self._mapping = self._mapping.with_order(order)
        self.mapping_changed.emit()

    def _show_order(self) -> None:
        self._order_field.setVisible(self._mapping.order_is_open)
