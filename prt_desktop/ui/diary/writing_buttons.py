"""What can be done with what is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from prt_desktop.ui.diary.template_menu import TemplateMenu
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prt_desktop.domain.diary import Template
    from prt_desktop.ui.theme import Theme


class WritingButtons(QWidget):
    """Save it, keep it for later, put it away, or begin from a template; go on with parts."""

    def __init__(
        self,
        theme: Theme,
        templates: Callable[[], Sequence[Template]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.save = Button(theme, self.tr("Save the entry"), Look.PRIMARY)
        self.save.setToolTip(self.tr("Ctrl+Enter"))
        self.away = Button(theme, self.tr("Put it away"), Look.PLAIN)
        self.rest = Button(theme, self.tr("Later"), Look.PLAIN)
        self.rest.setToolTip(self.tr("Keep it as a draft (Esc)"))
        self.resume = Button(theme, self.tr("Go on changing it"))
        self.templates = TemplateMenu(theme, templates)
        flow = Flow(theme)
        for button in (self.resume, self.save, self.rest, self.away, self.templates):
            flow.addWidget(button)
        self.setLayout(flow)
