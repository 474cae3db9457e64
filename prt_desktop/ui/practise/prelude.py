"""What is asked between the press of Start and the first sound, one page after another.

A page of another tool comes in by one more Step: who is asked, and the page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise.offers import Offer
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Notice, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from prt_desktop.ui.theme import Theme


class PreludeStop(QWidget):
    """Something that stands between Start and the sound.

    Signals: `passed` when nothing more is to be asked here; `left` back to the page before;
    `turned_to` with another PreludeStop that comes in this one's place; `exercise_requested`
    with the id of a practice to open instead and whether it is to begin without another press;
    `notice_requested` with a Notice; `place_requested` with a Place.
    """

    passed = Signal()
    left = Signal()
    turned_to = Signal(object)
    exercise_requested = Signal(str, bool)
    notice_requested = Signal(Notice)
    place_requested = Signal(Place)

    def take_focus(self) -> None:
        """Put the focus where an answer is wanted."""


class PreludePage(PreludeStop):
    """One page before the sound, with the way back at its top; add to `column`."""

    def __init__(self, theme: Theme, title: str, line: str = "") -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.first: QWidget = Button(theme, self.tr("Back"), Look.PLAIN, Icon.CHEVRON_LEFT)
        self._back = self.first
        self.column = Column(theme, title)
        self.column.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.space(1)
        self.column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        self._line = line
        if line:
            self.column.add(Label(theme, line, tone=Tone.MUTED))
        self.column.space(1)
        layout = QStackedLayout(self)
        layout.addWidget(self.column)
        self.first.clicked.connect(self.left)

    def take_focus(self) -> None:
        """Put the focus on what is to be pressed first, and have the page's title said."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.accessibleName()} {self._line}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to ask: `asks` says for an offer whether, `page` makes the page."""

    id: str
    asks: Callable[[Offer], bool]
    page: Callable[[Offer], PreludeStop]


class Prelude(QWidget):
    """Leads through the steps that an exercise asks for, in their order.

    A step passed is not asked again until `forget`. Signals: `passed` when all are; the rest are
    those of the page in front.
    """

    passed = Signal()
    left = Signal()
    exercise_requested = Signal(str, bool)
    notice_requested = Signal(Notice)
    place_requested = Signal(Place)

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self._steps = tuple(steps)
        self._done: set[str] = set()
        self._offer: Offer | None = None
        self._step = ""
        self._pages = QStackedLayout(self)

    def waits(self, offer: Offer) -> bool:
        """Say whether anything is still to be asked before this exercise."""
        return self._next(offer) is not None

    def begin(self, offer: Offer) -> None:
        """Ask the first step, or tell at once that all are passed."""
        self._offer = offer
        step = self._next(offer)
        if step is None:
            self._clear()
            self.passed.emit()
            return
        self._step = step.id
        self._show(step.page(offer))

    def forget(self, but: str = "") -> None:
        """Ask everything again next time, `but` the step of this id."""
        self._done = {but} if but else set()
        self._clear()

    def take_focus(self) -> None:
        """Put the focus into the page in front."""
        page = self._pages.currentWidget()
        if isinstance(page, PreludeStop):
            page.take_focus()

    @Slot()
    def _pass(self) -> None:
        self._done.add(self._step)
        if self._offer is not None:
            self.begin(self._offer)

    @Slot(object)
    def _show(self, page: PreludeStop) -> None:
        self._clear()
        page.passed.connect(self._pass)
        page.left.connect(self.left)
        page.turned_to.connect(self._show)
        page.exercise_requested.connect(self._lead_to)
        page.notice_requested.connect(self.notice_requested)
        page.place_requested.connect(self.place_requested)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if self.isVisible():
            page.take_focus()

    @Slot(str, bool)
    def _lead_to(self, exercise_id: str, begins: bool) -> None:
        """Let what was answered hold for the other practice too: nobody is asked twice in a row."""
        self._done.add(self._step)
        self._clear()
        self.exercise_requested.emit(exercise_id, begins)

    def _next(self, offer: Offer) -> Step | None:
        steps = (one for one in self._steps if one.id not in self._done)
        return next((step for step in steps if step.asks(offer)), None)

    def _clear(self) -> None:
        while (old := self._pages.currentWidget()) is not None:
            self._pages.removeWidget(old)
            old.hide()
            old.deleteLater()
