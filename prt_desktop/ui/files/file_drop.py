"""Files that are dragged from elsewhere and let go over a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QMimeData
    from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Welcomes one file at a time over a widget, while it is `open`.

    Signals: `hovered` with whether a file is over the widget; `dropped` with its Path.
    """

    hovered = Signal(bool)
    dropped = Signal(object)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.open = True
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def eventFilter(self, _over: QObject, event: QEvent) -> bool:
        """Take what concerns dragging, and leave everything else to the widget."""
        if isinstance(event, QDragEnterEvent):  # a kind of drop event, so it is asked first
            if self.open and _file_in(event.mimeData()) is not None:
                event.acceptProposedAction()
                self.hovered.emit(True)
            else:
                event.ignore()
            return True
        if event.type() is event.Type.DragLeave:
            self.hovered.emit(False)
            return True
        if event.type() is event.Type.Drop and isinstance(event, QDropEvent):
            self.hovered.emit(False)
            file = _file_in(event.mimeData())
            if self.open and file is not None:
                event.acceptProposedAction()
                self.dropped.emit(file)
            return True
        return False


def _file_in(dragged: QMimeData) -> Path | None:
    """Give the one file that is dragged, or None."""
    files = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].is_file() else None
