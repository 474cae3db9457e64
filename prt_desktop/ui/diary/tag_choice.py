"""A person's own tags: typed, completed from those used before, and taken away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from prt_desktop.domain.circumstances import tidy_tags
from prt_desktop.domain.tag_use import offered_tags
from prt_desktop.ui.widgets.chip import Chip
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from prt_desktop.ui.theme import Theme

_MOST_OFFERED = 8


class TagChoice(QWidget):
    """A line to type a tag in, those that the entry has, and those that may be meant.

    Enter or a comma takes what was typed; a press on a tag gives it or takes it away.

    Signals: `changed` when a person changed the tags or what is typed.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: tuple[str, ...] = ()
        self._used: tuple[str, ...] = ()
        self._shown: list[tuple[str, bool]] = []
        words = self.tr("Tags of your own")
        self._line = _TagLine(theme, words, self.tr("Poor sleep, a full day, rain"))
        self._model = QStringListModel(self)
        self._line.complete_from(self._model)
        self._holder = QWidget()
        self._flow = Flow(theme)
        self._holder.setLayout(self._flow)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        hint = self.tr("What it went along with, if you like. Enter keeps a tag.")
        rows.addWidget(Field(theme, words, self._line, hint))
        rows.addWidget(self._holder)
        self._line.textChanged.connect(self._follow)
        self._line.taken.connect(self._take_typed)

    @property
    def tags(self) -> tuple[str, ...]:
        """Give the tags, with what is still typed."""
        return tidy_tags((*self._tags, self._line.text()))

    def show_tags(self, tags: Sequence[str], used: Sequence[str]) -> None:
        """Show an entry's tags without telling anyone; `used` may be offered."""
        self._tags, self._used = tuple(tags), tuple(used)
        self._line.blockSignals(True)
        self._line.clear()
        self._line.blockSignals(False)
        self._model.setStringList(list(used))
        self._show_chips()

    @Slot()
    def _follow(self) -> None:
        *whole, typed = self._line.text().split(",")
        if whole:
            self._tags = tidy_tags((*self._tags, *whole))
            self._line.setText(typed.lstrip())
            return
        self._show_chips()
        self.changed.emit()

    @Slot()
    def _take_typed(self) -> None:
        self._tags = self.tags
        self._line.clear()
        self._show_chips()
        self.changed.emit()

    @Slot(bool)
    def _turn(self, on: bool) -> None:
        chip = self.sender()
        if not isinstance(chip, Chip):
            return
        if on:
            self._line.clear()
            self._tags = tidy_tags((*self._tags, chip.text()))
        else:
            self._tags = tuple(tag for tag in self._tags if tag != chip.text())
        self.changed.emit()

    def _show_chips(self) -> None:
        typed = self._line.typed
        offered = offered_tags(typed, self._used, self._tags, _MOST_OFFERED)
        wanted = [*((tag, True) for tag in self._tags), *((tag, False) for tag in offered)]
        if wanted != self._shown:
            self._shown = wanted
            self._fill(wanted)
        self._holder.setVisible(bool(wanted))

    def _fill(self, wanted: Sequence[tuple[str, bool]]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.hide()
                chip.deleteLater()
        before: QWidget = self._line
        for tag, on in wanted:
            chip = Chip(self._theme, tag, self._holder)
            chip.setChecked(on)
            chip.toggled.connect(self._turn)
            self._flow.addWidget(chip)
            chip.show()
            QWidget.setTabOrder(before, chip)
            before = chip
        self._holder.updateGeometry()


class _TagLine(LineEdit):
    """The line; what it completes is marked, and is typed over or taken by Enter.

    Signals: `taken` when Enter takes what stands in it.
    """

    taken = Signal()

    def complete_from(self, model: QStringListModel) -> None:
        """Complete what is typed from a list of tags."""
        completer = QCompleter(model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    @property
    def typed(self) -> str:
        """Give what was typed, without what it was completed by."""
        start = self.selectionStart()
        return self.text()[:start] if start > 0 else self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what stands in the line with Enter."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.text().strip():
                self.taken.emit()
            return
        super().keyPressEvent(event)
