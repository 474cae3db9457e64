"""How a report leaves: on paper, as a PDF, or as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.diary_files import Form
from prt_desktop.ui.paper import paper_of
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme

_A4, _LETTER = QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter


class WaysOut(QWidget):
    """The paper and the buttons.

    Signals: `pdf_requested`, `print_requested`, and `data_requested` with a Form.
    """

    pdf_requested = Signal()
    print_requested = Signal()
    data_requested = Signal(Form)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        usual = paper_of(QLocale()).id()
        self._paper: ChoiceRow[QPageSize.PageSizeId] = ChoiceRow(
            theme, self.tr("Paper"), ((_A4, "A4"), (_LETTER, self.tr("Letter"))), usual
        )
        self._only_told = CheckRow(theme, self.tr("Data files hold only what is on the paper"))
        self._only_told.setChecked(True)
        pdf = Button(theme, self.tr("Save as PDF"), Look.PRIMARY)
        to_print = Button(theme, self.tr("Print"))
        papers = Flow(theme)
        papers.addWidget(pdf)
        papers.addWidget(to_print)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(Field(theme, self.tr("Paper"), self._paper))
        rows.addLayout(papers)
        rows.addSpacing(theme.space)
        self._add_data(theme, rows)
        pdf.clicked.connect(self.pdf_requested)
        to_print.clicked.connect(self.print_requested)

    @property
    def paper(self) -> QPageSize:
        """Give the paper chosen."""
        return QPageSize(self._paper.value or _A4)

    @property
    def only_told(self) -> bool:
        """Say whether data files hold only what is on the paper."""
        return self._only_told.isChecked()

    def _add_data(self, theme: Theme, rows: QVBoxLayout) -> None:
        hint = self.tr(
            "CSV opens in a spreadsheet, JSON keeps everything in a form that programs read, and "
            "FHIR is what a clinic's software can take in. They are files; nothing is sent."
        )
        data = Flow(theme)
        for form in (Form.CSV, Form.JSON, Form.FHIR):
            button = Button(theme, self.tr("Save as %s") % form.value.upper())
            button.setObjectName(form.value)
            button.clicked.connect(self._ask_for_data)
            data.addWidget(button)
        rows.addWidget(Label(theme, self.tr("As data"), Size.LEAD))
        rows.addWidget(Label(theme, hint, Size.SMALL, Tone.MUTED))
        rows.addWidget(self._only_told, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addLayout(data)

    @Slot()
    def _ask_for_data(self) -> None:
        button = self.sender()
        if button is not None:
            self.data_requested.emit(Form(button.objectName()))
