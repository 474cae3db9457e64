"""Keeping on: the weekly look back, fewer words from the voice, and the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from prt_desktop.domain.exercise import Guidance
from prt_desktop.domain.local_day import local_day
from prt_desktop.domain.long_day import long_day
from prt_desktop.domain.review import newest_first
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from prt_desktop.domain.review import Review
    from prt_desktop.ui.theme import Theme


class KeepingOnPage(QWidget):
    """What is left to do once the four weeks are over: little, and less.

    Signals: `review_wanted`; `review_opened` with an id; `guidance_chosen` with the Guidance;
    `end_wanted`.
    """

    review_wanted = Signal()
    review_opened = Signal(str)
    guidance_chosen = Signal(object)
    end_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        title = self.tr("Keeping on")
        self._column = Column(theme, title)
        self._write = Button(theme, self.tr("Look back on the week"), Look.PRIMARY, Icon.PENCIL)
        self._rows = RowList(theme, self.tr("Weeks looked back on"), joined=True)
        levels = (
            (Guidance.FULL, self.tr("All of it")),
            (Guidance.SPARSE, self.tr("Fewer words")),
            (Guidance.CUE_ONLY, self.tr("A word now and then")),
            (Guidance.SILENT, self.tr("Almost silent")),
        )
        self._guidance: ChoiceRow[Guidance] = ChoiceRow(theme, "", levels, Guidance.FULL)
        self._end = Button(theme, self.tr("When you need this less"))
        self._lay_out(theme, title)
        self._end.clicked.connect(self.end_wanted)
        self._guidance.chosen.connect(self.guidance_chosen)
        self._rows.chosen.connect(self.review_opened)
        self._write.clicked.connect(self.review_wanted)

    def show_reviews(self, reviews: Sequence[Review], guidance: Guidance, now: datetime) -> None:
        """Show the weeks looked back on, and how much the voice says."""
        self._rows.show_rows([_row(one, now) for one in newest_first(reviews)])
        self._rows.setVisible(bool(reviews))
        self._guidance.set_value(guidance)

    def take_focus(self, review_id: str = "") -> None:
        """Put the focus on a week, or on looking back."""
        if review_id and self._rows.stand_at(review_id):
            self._rows.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, theme: Theme, title: str) -> None:
        column = self._column
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        about = self.tr(
            "Ten minutes a week, in your own words: how it went, what surprised you, what you "
            "wisely left out, and the next small step. After a while, less often."
        )
        column.add(Label(theme, about, tone=Tone.MUTED))
        column.space(1)
        left = Qt.AlignmentFlag.AlignLeft
        column.body.addWidget(self._write, 0, left)
        column.space(1)
        column.add(self._rows)
        column.space(2)
        asked = self.tr("How much the voice says when you look at a sensation")
        hint = self.tr("The less it says, the more you do it by yourself. You can go back.")
        column.add(Field(theme, asked, self._guidance, hint))
        column.space(2)
        column.body.addWidget(self._end, 0, left)
        column.body.addStretch(1)
        fill(self, column)


def _row(review: Review, now: datetime) -> Row:
    day = long_day(local_day(review.made_at, now))
    words = " ".join(" ".join(review.texts).split())
    return Row(review.id, day, words, f"{day}. {words}")
