"""The statements, each with yes, not sure and no; every answer is kept at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.fit import Reply, Wait
from prt_desktop.ui.fit.words import reply_word, wait_words
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prt_desktop.domain.fit import FitItem
    from prt_desktop.ui.theme import Theme


class AnswersPage(SubPage):
    """One statement below the other; any may be left out.

    Signals: `replied` with the id of a statement and the Reply; `something_new` when what spread
    is new; and `left`.
    """

    replied = Signal(str, object)
    something_new = Signal()

    def __init__(
        self, theme: Theme, items: Sequence[FitItem], replies: Mapping[str, Reply]
    ) -> None:
        about = self.tr(
            "Answer what you like and leave what you like. Each answer is kept at once, and you "
            "can change it at any time."
        )
        super().__init__(theme, self.tr("The statements"), about)
        self._items = {item.id: ItemRow(theme, item, replies.get(item.id)) for item in items}
        for item_id, row in self._items.items():
            self.column.add(row)
            self.column.space(1)
            row.choice.chosen.connect(partial(self.replied.emit, item_id))
            row.new.clicked.connect(self.something_new)
        done = Button(theme, self.tr("See my answers"), Look.PRIMARY)
        self.set_buttons([done])
        done.clicked.connect(self.leave)

    def show_waits(self, waits: Mapping[str, Wait]) -> None:
        """Say under each statement that waits what it waits for, and nothing under the others."""
        for item_id, row in self._items.items():
            row.show_wait(waits.get(item_id))

    def take_focus(self, item_id: str = "") -> None:
        """Put the focus on a statement, or on the first one."""
        found = self._items.get(item_id) or next(iter(self._items.values()), None)
        where = found.choice.focus_stop if found is not None else self.back
        where.setFocus(Qt.FocusReason.OtherFocusReason)


class ItemRow(QWidget):
    """A statement, its three answers, and what it waits for."""

    def __init__(self, theme: Theme, item: FitItem, reply: Reply | None) -> None:
        super().__init__()
        options = [(one, reply_word(one)) for one in Reply]
        self.choice: ChoiceRow[Reply] = ChoiceRow(theme, item.text, options, reply)
        self._waits = Label(theme, size=Size.SMALL, tone=Tone.CAUTION)
        self.new = Button(theme, self.tr("It is new: look at it first"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(Label(theme, item.text))
        for widget in (self.choice, self._waits):
            rows.addWidget(widget)
        rows.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_wait(None)

    @Slot(object)
    def show_wait(self, wait: Wait | None) -> None:
        """Say what the statement waits for; None for nothing."""
        self._waits.setText(wait_words(wait) if wait is not None else "")
        self._waits.setVisible(wait is not None)
        self.new.setVisible(wait is Wait.TWO_WEEKS)
