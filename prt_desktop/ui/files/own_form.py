"""Choosing a recording of one's own, and how it is to be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.domain.own_audio import LONGEST_TITLE, clean_title
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.ui.theme import Theme


class OwnForm(Card):
    """First asks for a file, then for its title and whether it is cut at its silences.

    Signals: `file_requested`; `add_requested` with the file, the title, and whether to cut.
    """

    file_requested = Signal()
    add_requested = Signal(object, str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._file: Path | None = None
        self._name = Label(theme, size=Size.LEAD, weight=Weight.MEDIUM)
        self._kinds = Label(theme, self._taken(), Size.SMALL, Tone.MUTED)
        title = self.tr("Title")
        self._title = LineEdit(theme, title)
        self._title.setMaxLength(LONGEST_TITLE)
        self._title_field = Field(theme, title, self._title)
        self._cut = CheckRow(theme, self.tr("Cut it into parts at its silences"))
        self._about_cut = Label(theme, self._cutting(), Size.SMALL, Tone.MUTED)
        self._add = Button(theme, self.tr("Add this recording"), Look.PRIMARY, Icon.PLUS)
        self._choose = Button(theme, "", icon=Icon.FOLDER)
        self._lay_out()
        self._cut.setAccessibleDescription(self._about_cut.text())
        self._add.clicked.connect(self._ask_to_add)
        self._choose.clicked.connect(self.file_requested)
        self._title.returnPressed.connect(self._ask_to_add)
        self._title.textChanged.connect(self._look_at_title)
        self.clear()

    def show_file(self, file: Path) -> None:
        """Take a file, under its own name until another title is written."""
        self._file = file
        self._title.setText(clean_title(file.stem))
        self._cut.setChecked(False)
        self._show()
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.selectAll()

    @Slot()
    def clear(self) -> None:
        """Ask for a file again."""
        self._file = None
        self._show()

    @Slot(bool)
    def show_hover(self, hovering: bool) -> None:
        """Say that a file may be let go here, while one hovers over the page."""
        if hovering:
            self._name.setText(self.tr("Let go to take this file"))
        else:
            self._show()

    def take_focus(self) -> None:
        """Put the focus on the one thing to do: to choose a file, or to add the chosen one."""
        button = self._choose if self._file is None else self._add
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _ask_to_add(self) -> None:
        if self._file is not None and self._add.isEnabled():
            self.add_requested.emit(self._file, self._title.text(), self._cut.isChecked())

    @Slot(str)
    def _look_at_title(self, title: str) -> None:
        self._add.setEnabled(bool(clean_title(title)))

    def _show(self) -> None:
        file = self._file
        asks = file is None
        self._name.setText(self.tr("Drop a sound file here, or choose one") if asks else _of(file))
        self._choose.setText(self.tr("Choose a file") if asks else self.tr("Choose another file"))
        self._choose.set_look(Look.PRIMARY if asks else Look.QUIET)
        self._choose.updateGeometry()
        self._kinds.setVisible(asks)
        for widget in (self._title_field, self._cut, self._about_cut, self._add):
            widget.setVisible(not asks)

    def _lay_out(self) -> None:
        self.body.addWidget(self._name)
        self.body.addWidget(self._kinds)
        self.body.addWidget(self._title_field)
        self.body.addWidget(self._cut)
        self.body.addWidget(self._about_cut)
        buttons = Flow(self._theme)
        buttons.addWidget(self._add)
        buttons.addWidget(self._choose)
        self.body.addLayout(buttons)

    def _taken(self) -> str:
        return self.tr(
            "WAV, FLAC, Ogg, MP3 or M4A, up to three hours. It is copied; your file stays as it is."
        )

    def _cutting(self) -> str:
        return self.tr(
            "A new part begins after every silence of two seconds or more. Then you can choose how "
            "long the practice lasts: only its silences shrink and stretch. Leave this off for "
            "music, or to keep the recording just as it is."
        )


def _of(file: Path | None) -> str:
    return file.name if file is not None else ""
