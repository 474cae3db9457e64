"""Whether somebody can look at the sensation now: three answers, and no number anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.practise.prelude import PreludePage
from prt_desktop.ui.practise.shelves import SHORT_FORM
from prt_desktop.ui.practise.soothing_list import SoothingList
from prt_desktop.ui.theme import Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.ui.theme import Theme


class WorkabilityPage(PreludePage):
    """Asks; yes goes on, "only just" leads to something smaller, and no to something soothing."""

    def __init__(
        self,
        theme: Theme,
        smaller: Callable[[], PreludePage] | None,
        soothing: Callable[[], PreludePage],
    ) -> None:
        line = self.tr("There is no right answer. It may be another one an hour from now.")
        super().__init__(theme, self.tr("Can I look at this with a little curiosity?"), line)
        self._smaller = smaller
        self._soothing = soothing
        self.first = yes = Button(theme, self.tr("Yes, with a little curiosity"))
        just = Button(theme, self.tr("Only just"))
        no = Button(theme, self.tr("No, it is too much"))
        answers = QWidget()
        rows = QVBoxLayout(answers)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        for button in (yes, just, no):
            rows.addWidget(button)
        self.column.body.addWidget(answers, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.body.addStretch(1)
        yes.clicked.connect(self.passed)
        just.clicked.connect(self._make_smaller)
        no.clicked.connect(self._soothe)

    @Slot()
    def _make_smaller(self) -> None:
        """Turn to the short form, unless it is this one: its words lead to and fro already."""
        if self._smaller is None:
            self.passed.emit()
        else:
            self.turned_to.emit(self._smaller())

    @Slot()
    def _soothe(self) -> None:
        self.turned_to.emit(self._soothing())


class SmallerPage(PreludePage):
    """Offers the short form, which goes to and fro between the sensation and an easier place."""

    def __init__(self, theme: Theme, soothing: Callable[[], PreludePage]) -> None:
        line = self.tr(
            "The short form goes to and fro: a few breaths at the sensation, a few at a place that "
            "is neutral or pleasant. You can stop at any moment."
        )
        super().__init__(theme, self.tr("Then a little is enough"), line)
        self._soothing = soothing
        self.first = start = Button(theme, self.tr("Start the short form"), Look.PRIMARY)
        rather = Button(theme, self.tr("Rather something soothing"))
        buttons = Flow(theme)
        buttons.addWidget(start)
        buttons.addWidget(rather)
        self.column.add(buttons)
        self.column.body.addStretch(1)
        start.clicked.connect(self._start)
        rather.clicked.connect(self._soothe)

    @Slot()
    def _start(self) -> None:
        self.exercise_requested.emit(SHORT_FORM, True)

    @Slot()
    def _soothe(self) -> None:
        self.turned_to.emit(self._soothing())


class SoothingPage(PreludePage):
    """No tracking now: something kind instead."""

    def __init__(self, theme: Theme, soothing: Sequence[Exercise]) -> None:
        line = self.tr(
            "Stepping away when it is too much is part of the method. What usually helps you is "
            "welcome too, and so is taking medicine as it was prescribed, or calling someone."
        )
        super().__init__(theme, self.tr("Then something kind"), line)
        if soothing:
            self.first = rows = SoothingList(theme, soothing)
            self.column.add(Label(theme, self.tr("Something soothing"), weight=Weight.BOLD))
            self.column.add(rows)
            rows.chosen.connect(self._choose)
        self.column.body.addStretch(1)

    @Slot(str)
    def _choose(self, exercise_id: str) -> None:
        self.exercise_requested.emit(exercise_id, False)
