"""The single letters of a practice, to be changed; all are turned off here (WCAG 2.1.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.stage_keys import StageAct, with_letter
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit
from prt_desktop.ui.widgets.painting import RING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from prt_desktop.ui.theme import Theme


class StageLetters(QWidget):
    """One box for each letter; two acts never share one.

    Signals: `changed` when a person changed a letter, or turned them on or off.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._keys: dict[StageAct, str] = {}
        self._on = CheckRow(theme, self.tr("Let single letters work in practices and lessons"))
        self._boxes = {act: _LetterBox(theme) for act in StageAct}
        self._grid = QWidget()
        flow = Flow(theme)
        for act, words in self._words().items():
            flow.addWidget(_Cell(theme, words, self._boxes[act], self._words().values()))
        inner = QVBoxLayout(self._grid)
        inner.setContentsMargins(0, 0, 0, 0)
        hint = self.tr(
            "An empty box means no letter. Space, the arrows and Escape always work. "
            "In a lesson, L reads it aloud and S its 30-second version."
        )
        inner.addWidget(Label(theme, hint, Size.SMALL, Tone.MUTED))
        inner.addLayout(flow)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(self._on)
        rows.addWidget(self._grid)
        self._on.toggled.connect(self._turn)
        for box in self._boxes.values():
            box.textEdited.connect(self._take)

    @property
    def on(self) -> bool:
        """Say whether single letters work."""
        return self._on.isChecked()

    @property
    def keys(self) -> dict[StageAct, str]:
        """Give the letter of each act, "" for none."""
        return dict(self._keys)

    def show_keys(self, keys: Mapping[StageAct, str], *, on: bool) -> None:
        """Show the letters as they are kept."""
        self._keys = dict(keys)
        with QSignalBlocker(self._on):
            self._on.setChecked(on)
        self._grid.setVisible(on)
        for act, box in self._boxes.items():
            if box.text() != keys.get(act, ""):
                box.setText(keys.get(act, ""))

    @Slot()
    def _turn(self) -> None:
        self._grid.setVisible(self.on)
        self.changed.emit()

    @Slot()
    def _take(self) -> None:
        for act, box in self._boxes.items():
            if box.text().strip().upper() != self._keys.get(act, ""):
                self.show_keys(with_letter(self._keys, act, box.text()), on=self.on)
                box.selectAll()
                self.changed.emit()
                return

    def _words(self) -> dict[StageAct, str]:
        return {
            StageAct.LIGHTER: self.tr("Lighter"),
            StageAct.TOO_MUCH: self.tr("Too much"),
            StageAct.FINE: self.tr("I'm fine"),
            StageAct.ENOUGH: self.tr("Enough for today"),
            StageAct.CAPTIONS: self.tr("Captions"),
            StageAct.TRANSCRIPT: self.tr("Transcript"),
        }


class _Cell(Field):
    """A box under its words; all cells are as wide as the longest words, so that they line up."""

    def __init__(self, theme: Theme, words: str, box: _LetterBox, all_words: Iterable[str]) -> None:
        super().__init__(theme, words, box)
        self._own_theme = theme
        self._all_words = tuple(all_words)
        layout = self.layout()
        if layout is not None:
            layout.setAlignment(box, Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        """Ask for the longest words."""
        metrics = self._own_theme.metrics(Size.BODY, Weight.MEDIUM)
        width = max(metrics.horizontalAdvance(words) for words in self._all_words)
        return QSize(width + 4 * RING, super().sizeHint().height())


class _LetterBox(LineEdit):
    """Room for one letter; what is typed takes the place of what was there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self._own_theme = theme
        self.setMaxLength(1)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def sizeHint(self) -> QSize:
        """Ask for a wide letter and air."""
        return QSize(self._own_theme.px(72), self._own_theme.target + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Ask for the same."""
        return self.sizeHint()
