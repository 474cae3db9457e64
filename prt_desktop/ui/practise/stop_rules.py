"""When to stop a movement, in sight for as long as it is practised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from prt_desktop.domain.exercise import Tool
from prt_desktop.ui.practise.tools.movement_choice import any_stop
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.scroll_bar import give_scroll_bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.ui.theme import Theme

_NO_FOCUS = 0  # of Qt.FocusPolicy


def stop_rules(exercise: Exercise, movement_id: str | None) -> tuple[str, ...]:
    """Give the rules of the movement that is tried, those of any movement for one's own."""
    if not exercise.movements and exercise.tool is not Tool.PREDICTION:
        return ()
    chosen = next((one for one in exercise.movements if one.id == movement_id), None)
    return chosen.stop if chosen is not None else any_stop()


class StopRules(QScrollArea):
    """A small panel that never fades; it scrolls where the window is too low for all of it."""

    def __init__(self, theme: Theme, rules: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setProperty("focusPolicy", _NO_FOCUS)
        self.viewport().setAutoFillBackground(False)
        title = self.tr("Stop when")
        self.setAccessibleName(title)
        give_scroll_bar(self, theme, self.tr("Scroll the stop rules"))
        self._words = QWidget()
        self._words.setAutoFillBackground(False)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        rows = QVBoxLayout(self._words)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(Label(theme, title, Size.SMALL, Tone.MUTED, Weight.MEDIUM))
        lines = "\n".join(f"\N{BULLET} {rule}" for rule in rules)
        rows.addWidget(Label(theme, lines, Size.SMALL, Tone.MUTED))
        self.setWidget(self._words)
        self.setVisible(bool(rules))

    def height_for(self, width: int) -> int:
        """Give the height in px that shows all of it, 0 where there is nothing to show."""
        layout = self._words.layout()
        return 0 if self.isHidden() or layout is None else layout.heightForWidth(width)
