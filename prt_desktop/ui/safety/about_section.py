"""What this program is for, for whom not, what it cannot do, and how to update and erase it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.export.about_page import about_page
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.sectioned import SectionPane

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.ui.theme import Theme


class AboutSection(SectionPane):
    """The sentences of `about_page`, with the ways to erase and to the settings."""

    def __init__(self, theme: Theme, version: str, data_folder: Path) -> None:
        super().__init__()
        self._erase = Button(theme, self.tr("Erase everything"))
        self._settings = Button(theme, self.tr("Open the settings"))
        title = self.tr("About this program")
        self.setAccessibleName(title)
        column = Column(theme, title)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        for section in about_page(version, str(data_folder)):
            column.space(1)
            if section.heading:
                column.add(Label(theme, section.heading, weight=Weight.BOLD))
            for paragraph in section.paragraphs:
                column.add(Label(theme, paragraph.text, tone=Tone.TEXT))
        column.space(2)
        buttons = Flow(theme)
        buttons.addWidget(self._erase)
        buttons.addWidget(self._settings)
        column.add(buttons)
        column.body.addStretch(1)
        fill(self, column)
        self._erase.clicked.connect(self._open_privacy)
        self._settings.clicked.connect(self._open_settings)

    @Slot()
    def _open_privacy(self) -> None:
        self.place_requested.emit(Place.PRIVACY, "")

    @Slot()
    def _open_settings(self) -> None:
        self.place_requested.emit(Place.SETTINGS, "")
