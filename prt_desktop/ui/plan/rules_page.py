"""The rules by which the plan fits itself to a person, to be read and switched off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from prt_desktop.domain.four_weeks import Rule
    from prt_desktop.ui.theme import Theme


class RulesPage(SubPage):
    """One tick a rule.

    Signals: `switched` with the id of a rule and whether it is on; and `left`.
    """

    switched = Signal(str, bool)

    def __init__(self, theme: Theme, rules: Sequence[Rule], off: Collection[str]) -> None:
        line = self.tr(
            "The plan fits itself to what you wrote, by these fixed rules and by nothing else. "
            "Each step says which one brought it. You can switch any of them off. What needs a "
            "check by a clinician waits for it in any case."
        )
        super().__init__(theme, self.tr("The rules of this plan"), line)
        self._ticks: dict[str, CheckRow] = {}
        for rule in rules:
            row = CheckRow(theme, rule.does)
            row.setChecked(rule.id not in off)
            row.toggled.connect(partial(self.switched.emit, rule.id))
            self.column.add(row)
            self._ticks[rule.id] = row
        self.column.space(1)
        words = self.tr("No rule looks at how strong the pain is.")
        self.column.add(Label(theme, words, Size.SMALL, Tone.MUTED))
        self.column.body.addStretch(1)

    def show_off(self, off: Collection[str]) -> None:
        """Show which rules are off, such as after an undo."""
        for rule_id, row in self._ticks.items():
            row.blockSignals(True)
            row.setChecked(rule_id not in off)
            row.blockSignals(False)

    def take_focus(self) -> None:
        """Put the focus on the first rule."""
        first = next(iter(self._ticks.values()), self.back)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
