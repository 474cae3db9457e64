"""What a tick asks for: the action first, calmly, and what stays open beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from prt_desktop.domain.safety import PageId
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.domain.safety import AskedPage
    from prt_desktop.ui.theme import Theme


class ActionPage(QWidget):
    """The action of a ticked page, crisis help, and the way on; `stays_open` says what is left.

    Signals: `crisis_wanted`, `check_wanted`, `left`.
    """

    crisis_wanted = Signal()
    check_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        page: AskedPage,
        ticked: tuple[str, ...],
        way_on: str,
        stays_open: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What to do now"))
        now = page.id is PageId.EMERGENCY
        self._crisis = Button(
            theme, self.tr("Open crisis help"), Look.PRIMARY if now else Look.QUIET, Icon.HELP
        )
        self._on = Button(theme, way_on, Look.QUIET if now else Look.PRIMARY)
        self._first = self._crisis if now else self._on
        self._check = Button(theme, self.tr("Someone has looked at it already"), Look.PLAIN)
        column = Column(theme, self.tr("What to do now"))
        column.add(Label(theme, self.tr("What to do now"), Size.TITLE, weight=Weight.BOLD))
        column.space(1)
        column.add(self._card(theme, page, ticked))
        column.space(2)
        column.add(Label(theme, self.tr("What stays open"), weight=Weight.BOLD))
        column.add(Label(theme, stays_open or self._what_stays_open(now), tone=Tone.MUTED))
        column.space(2)
        buttons = Flow(theme)
        second = self._on if now else self._crisis
        for button in (self._first, second, self._check):
            buttons.addWidget(button)
        column.add(buttons)
        column.body.addStretch(1)
        fill(self, column)
        self._check.clicked.connect(self.check_wanted)
        self._crisis.clicked.connect(self.crisis_wanted)
        self._on.clicked.connect(self.left)

    def take_focus(self) -> None:
        """Put the focus on the first button: crisis help in an emergency, else the way on."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, theme: Theme, page: AskedPage, ticked: tuple[str, ...]) -> Card:
        card = Card(theme, Tone.CAUTION)
        card.body.addWidget(Label(theme, page.action, Size.LEAD))
        card.body.addSpacing(4)
        card.body.addWidget(Label(theme, self.tr("You ticked:"), Size.SMALL, Tone.MUTED))
        for question in page.questions:
            if question.id in ticked:
                card.body.addWidget(Label(theme, question.text, Size.SMALL, Tone.MUTED))
        return card

    def _what_stays_open(self, now: bool) -> str:
        open_ = self.tr(
            "Soothing, lessons and your diary. The other practices wait until a clinician has "
            "looked at this, and you have recorded who it was and when."
        )
        if now:
            end = self.tr("Please get that help first. All of this will still be here.")
        else:
            end = self.tr("Signs like these are rare, and a check is the right next step.")
        return f"{open_} {end}"
