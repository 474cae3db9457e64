"""Beginnings of one's own for entries, in one small menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.widgets.button import Button, Look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from prt_desktop.domain.diary import Template
    from prt_desktop.ui.theme import Theme


class TemplateMenu(Button):
    """A quiet button that opens the menu; `templates` gives those there are when it opens.

    Signals: `start_requested` with the Template to start from; `keep_requested` to keep what is
    written as one; `page_requested` to rename and delete.
    """

    start_requested = Signal(object)
    keep_requested = Signal()
    page_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        templates: Callable[[], Sequence[Template]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", Look.PLAIN, Icon.CHEVRON_DOWN, parent)
        self._templates = templates
        self.can_keep = False
        self.can_start = True
        self.setText(self.tr("Templates"))
        self.setAccessibleDescription(self.tr("Start from a template, or keep this as one"))
        self._menu = QMenu(self)
        self._menu.setAccessibleName(self.tr("Templates"))
        self.clicked.connect(self._open)

    @property
    def menu_shown(self) -> QMenu:
        """Give the menu, filled as it would open now."""
        self._fill()
        return self._menu

    @Slot()
    def _open(self) -> None:
        self._fill()
        at = QPoint(0, -self._menu.sizeHint().height())
        self._menu.popup(self.mapToGlobal(at))
        first = next((one for one in self._menu.actions() if one.isEnabled()), None)
        if first is not None:
            self._menu.setActiveAction(first)

    @Slot()
    def _start(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.start_requested.emit(action.data())

    def _fill(self) -> None:
        self._menu.clear()
        templates = self._templates()
        for template in templates:
            start = self._menu.addAction(self.tr("Start from: %s") % _plain(template.name))
            start.setData(template)
            start.setEnabled(self.can_start)
            start.triggered.connect(self._start)
        if templates:
            self._menu.addSeparator()
        keep = self._menu.addAction(self.tr("&Keep this as a template"))
        keep.setEnabled(self.can_keep)
        keep.triggered.connect(self.keep_requested)
        if templates:
            change = self._menu.addAction(self.tr("&Rename or delete templates"))
            change.triggered.connect(self.page_requested)


def _plain(name: str) -> str:
    """Let an ampersand in a name stand for itself, not for a key."""
    return name.replace("&", "&&")
