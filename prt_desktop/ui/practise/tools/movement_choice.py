"""Which movement is tried: one of the exercise's, or one in a person's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.exercise import Movement
from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.ui.theme import Theme


class MovementChoice(QWidget):
    """A row of movements; below it the chosen one's smallest form and when to stop.

    Signals: `changed` after another choice or other words; `stop_rules_shown` with the widget
    that is to be scrolled into view.
    """

    changed = Signal()
    stop_rules_shown = Signal(QWidget)

    def __init__(
        self, theme: Theme, movements: Sequence[Movement], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._own = Movement("", self.tr("Another one"), self._any_smallest(), any_stop())
        self._movements = (*movements, self._own)
        options = [(movement, movement.name) for movement in self._movements]
        question = self.tr("Which movement?")
        self._row: ChoiceRow[Movement] = ChoiceRow(theme, question, options)
        self._line = LineEdit(theme, "")
        self._words = Field(theme, self.tr("Which one, in your words?"), self._line)
        self._smallest = Label(theme)
        self._stop = Label(theme)
        self._card = Card(theme, Tone.CAUTION)
        self._lay_out(theme, question)
        self._line.textChanged.connect(self.changed)
        self._row.chosen.connect(self._follow)

    @property
    def movement_id(self) -> str | None:
        """Give the id of the chosen movement; None for one's own words or no choice."""
        chosen = self._row.value
        return chosen.id if chosen is not None and chosen is not self._own else None

    @property
    def name(self) -> str:
        """Give the chosen movement's name or the person's words; empty without either."""
        chosen = self._row.value
        if chosen is self._own:
            return self._line.text().strip()
        return chosen.name if chosen is not None else ""

    def show_movement(self, movement_id: str | None, name: str) -> None:
        """Show a choice that was made before; an empty name shows none."""
        found = next((one for one in self._movements if one.id == movement_id), None)
        if found is not None:
            self._row.set_value(found)
        elif name:
            self._row.set_value(self._own)
        else:
            self._row.clear()
        self._line.setText("" if found is not None else name)
        self._show_parts()

    def take_focus(self) -> None:
        """Put the focus on what is still to be chosen or written."""
        where = self._line if self._row.value is self._own else self._row.focus_stop
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _follow(self) -> None:
        self._show_parts()
        if self._row.value is self._own:
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
        QTimer.singleShot(0, self, self._ask_for_sight)

    @Slot()
    def _ask_for_sight(self) -> None:
        self.stop_rules_shown.emit(self._card)

    def _show_parts(self) -> None:
        chosen = self._row.value
        self._words.setVisible(chosen is self._own)
        self._card.setVisible(chosen is not None)
        if chosen is not None:
            self._smallest.setText(chosen.smallest)
            self._stop.setText("\n".join(f"\u2022 {rule}" for rule in chosen.stop))

    def _lay_out(self, theme: Theme, question: str) -> None:
        title = self.tr("The smallest form")
        self._card.body.addWidget(Label(theme, title, weight=Weight.MEDIUM))
        self._card.body.addWidget(self._smallest)
        self._card.body.addSpacing(theme.gap)
        stop = self.tr("Stop when")
        self._card.body.addWidget(Label(theme, stop, weight=Weight.MEDIUM))
        self._card.body.addWidget(self._stop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap * 2)
        rows.addWidget(Field(theme, question, self._row))
        rows.addWidget(self._words)
        rows.addWidget(self._card)
        self._show_parts()

    def _any_smallest(self) -> str:
        return self.tr(
            "Only the first small part of it, slowly, once, with something to hold on to. Limits "
            "that your clinician has given you come before this."
        )


def any_stop() -> tuple[str, ...]:
    """Give the reasons to stop that hold for every movement (techniques.md 3.7)."""
    return (
        _tr("Chest pain or trouble breathing: stop, and get medical help now."),
        _tr(
            "Numbness around the groin, both legs numb or weak, or new bladder or bowel trouble: "
            "stop, and get medical help now."
        ),
        _tr("A feeling of new injury, or of something giving way: stop, and have it looked at."),
        _tr("New numbness or weakness: stop, and have it looked at."),
        _tr("It is too much today: leave it, and do something kind."),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("MovementChoice", text)
