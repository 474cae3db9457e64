"""Everybody else with a diary here, and a line for somebody new."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.storage.people import LONGEST_NAME
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.people.outlets import called
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.storage.people import Person
    from prt_desktop.ui.theme import Theme


class PeopleChoice(QWidget):
    """Signals: `chosen` with a Person, `added` with the name of somebody new."""

    chosen = Signal(object)
    added = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._nobody = Label(theme, self.tr("Nobody else has a diary here yet."), tone=Tone.MUTED)
        self._holder = QWidget()
        self._buttons = Flow(theme)
        self._holder.setLayout(self._buttons)
        self._name = LineEdit(theme, "")
        self._name.setMaxLength(LONGEST_NAME)
        self._told = Label(theme)
        self._begin = Button(theme, self.tr("Begin a diary"), icon=Icon.PERSON)
        self._lay_out()
        self._name.returnPressed.connect(self._add)
        self._name.textChanged.connect(self._follow)
        self._begin.clicked.connect(self._add)
        self._follow("")

    def show_people(self, others: Sequence[Person]) -> None:
        """Show a button for each of them."""
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for person in others:
            words = self.tr("Change to %s") % called(person)
            button = Button(self._theme, words, icon=Icon.PERSON, parent=self._holder)
            button.clicked.connect(partial(self.chosen.emit, person))
            self._buttons.addWidget(button)
        self._holder.setVisible(bool(others))
        self._nobody.setVisible(not others)

    def show_failure(self, sentence: str) -> None:
        """Say why it was not done."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    @Slot()
    def _add(self) -> None:
        if self._begin.isEnabled():
            self.added.emit(self._name.text())

    @Slot(str)
    def _follow(self, text: str) -> None:
        self._begin.setEnabled(bool(text.strip()))

    def _lay_out(self) -> None:
        theme = self._theme
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(Label(theme, self.tr("Somebody else"), Size.LEAD, weight=Weight.BOLD))
        rows.addWidget(self._nobody)
        rows.addWidget(self._holder)
        rows.addSpacing(24)
        rows.addWidget(Label(theme, self.tr("Somebody new"), Size.LEAD, weight=Weight.BOLD))
        rows.addWidget(Label(theme, self._about_names(), tone=Tone.MUTED))
        rows.addWidget(Field(theme, self.tr("Name, or anything you like"), self._name))
        rows.addWidget(self._told)
        self._told.hide()
        rows.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)

    def _about_names(self) -> str:
        return self.tr(
            "A name is not protected: whoever opens this program can read it. One letter, or a "
            "name you make up, is enough. Nothing else of a diary stands beside it."
        )
