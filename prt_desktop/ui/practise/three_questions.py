"""The three questions of a flare and of movement work, and what a tick asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.diary.area_choice import AreaChoice
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise.prelude import PreludePage
from prt_desktop.ui.practise.soothing_list import SoothingList
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.circumstances import BodyArea
    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.domain.safety import MiniCheck
    from prt_desktop.ui.theme import Theme


Keep = Callable[[tuple[str, ...], tuple["BodyArea", ...]], None]
"""Writes what was ticked, and where it is."""


class ThreeQuestionsPage(PreludePage):
    """Asks three plain questions; a tick means yes or not sure, and then it is asked where.

    `keep` writes the answer; `action` makes the page that a tick leads to.
    """

    def __init__(
        self, theme: Theme, check: MiniCheck, keep: Keep, action: Callable[[], PreludePage]
    ) -> None:
        super().__init__(theme, check.title, check.intro)
        self._keep = keep
        self._action = action
        self._check = check
        self._rows = [CheckRow(theme, question.text) for question in check.questions]
        self._where = Where(theme)
        self._go = Button(theme, self.tr("None of these"), Look.PRIMARY)
        for row in self._rows:
            self.column.add(row)
            row.toggled.connect(self._follow)
        self.column.space(1)
        self.column.add(self._where)
        self.column.space(1)
        self._where.hide()
        self.column.body.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.body.addStretch(1)
        self.first = self._rows[0]
        self._go.clicked.connect(self._answer)

    @Slot()
    def _follow(self) -> None:
        ticked = bool(self._ticked())
        self._where.setVisible(ticked)
        words = self.tr("Go on with what I ticked") if ticked else self.tr("None of these")
        if words != self._go.text():
            self._go.setText(words)
            self._go.updateGeometry()
            announce(self, self.tr("The button below says: %s") % words)

    @Slot()
    def _answer(self) -> None:
        ticked = self._ticked()
        self._keep(ticked, self._where.areas if ticked else ())
        if ticked:
            self.turned_to.emit(self._action())
        else:
            self.passed.emit()

    def _ticked(self) -> tuple[str, ...]:
        pairs = zip(self._check.questions, self._rows, strict=True)
        return tuple(question.id for question, row in pairs if row.isChecked())


class Where(QWidget):
    """Asks which parts of the body it is about; choosing none means anywhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = AreaChoice(theme, by_list=True)
        line = self.tr(
            "Choose the parts it is about. Practices for these rest until a clinician has "
            "looked. If you choose none, all of them rest but the soothing ones."
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(Label(theme, line, tone=Tone.MUTED))
        rows.addWidget(self._choice)

    @property
    def areas(self) -> tuple[BodyArea, ...]:
        """Give the parts that were chosen."""
        return self._choice.areas


class ActionFirstPage(PreludePage):
    """What a tick asks for comes first, and soothing stays open beside it.

    The practice that waited, if any, goes on from here only if it is one of the soothing ones.
    """

    def __init__(
        self, theme: Theme, check: MiniCheck, waits: Exercise | None, soothing: Sequence[Exercise]
    ) -> None:
        super().__init__(theme, self.tr("What to do now"))
        self._waits = waits
        self._pages = Button(theme, self.tr("Open the two safety pages"), Look.PRIMARY)
        self._crisis = Button(theme, self.tr("Open crisis help"), icon=Icon.HELP)
        self._rows = SoothingList(theme, soothing)
        card = Card(theme, Tone.CAUTION)
        card.body.addWidget(Label(theme, check.action, Size.LEAD))
        self.column.add(card)
        self.column.space(1)
        buttons = Flow(theme)
        buttons.addWidget(self._pages)
        buttons.addWidget(self._crisis)
        self.column.add(buttons)
        if soothing:
            self.column.space(3)
            beside = self.tr("Something soothing, meanwhile")
            self.column.add(Label(theme, beside, weight=Weight.BOLD))
            self.column.add(self._rows)
        self.column.body.addStretch(1)
        self._rows.setVisible(bool(soothing))
        self.first = self._pages
        self._crisis.clicked.connect(self._open_crisis)
        self._pages.clicked.connect(self._open_pages)
        self._rows.chosen.connect(self._soothe)

    @Slot()
    def _open_crisis(self) -> None:
        self.place_requested.emit(Place.CRISIS)

    @Slot()
    def _open_pages(self) -> None:
        self.place_requested.emit(Place.SAFETY_PAGES)

    @Slot(str)
    def _soothe(self, exercise_id: str) -> None:
        if self._waits is not None and exercise_id == self._waits.id:
            self.passed.emit()
        else:
            self.exercise_requested.emit(exercise_id, False)


class UnreadableQuestionsPage(PreludePage):
    """Says that the three questions are missing, so that the practice stays closed."""

    def __init__(self, theme: Theme) -> None:
        line = self.tr(
            "Without them this practice stays closed. The soothing ones, your lessons, your diary "
            "and crisis help work, and nothing you wrote is lost. Installing the program again "
            "brings the questions back."
        )
        super().__init__(theme, self.tr("The three questions cannot be read"), line)
        self.column.body.addStretch(1)
