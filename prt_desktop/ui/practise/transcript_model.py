"""All the words of one session, as the list of them and a screen reader ask for them."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, Qt

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from prt_desktop.domain.timeline import Span


class TranscriptRole(IntEnum):
    """What the model knows of a row beside its words."""

    OWN_SENTENCE = Qt.ItemDataRole.UserRole + 1
    IS_NOW = Qt.ItemDataRole.UserRole + 2


class TranscriptModel(QAbstractListModel):
    """One row for each cue; one of them is spoken now, or none before the first word."""

    def __init__(self) -> None:
        super().__init__()
        self._spans: tuple[Span, ...] = ()
        self._now = -1

    @property
    def now(self) -> int:
        """Give the row that is spoken now, or -1."""
        return self._now

    def show_spans(self, spans: tuple[Span, ...]) -> None:
        """Put these words in the place of those before."""
        self.beginResetModel()
        self._spans = spans
        self._now = -1
        self.endResetModel()

    def mark(self, row: int) -> None:
        """Mark the row that is spoken now; -1 marks none."""
        before, self._now = self._now, row
        for changed in {before, row}:
            if 0 <= changed < len(self._spans):
                index = self.index(changed)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Say how many rows there are; rows have no children."""
        return 0 if parent is not None and parent.isValid() else len(self._spans)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Give the words, the person's own sentence after them, and whether they are now."""
        span = self._spans[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return span.text
        if role == TranscriptRole.OWN_SENTENCE:
            return span.own_sentence
        if role == TranscriptRole.IS_NOW:
            return index.row() == self._now
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row())
        return None

    def _spoken(self, row: int) -> str:
        span = self._spans[row]
        words = f"{span.text} {span.own_sentence}".strip()
        return _tr("Now: %s") % words if row == self._now else words


def _tr(text: str) -> str:
    return QCoreApplication.translate("Transcript", text)
