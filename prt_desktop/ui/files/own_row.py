"""One recording of one's own, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from prt_desktop.domain.own_audio import LONGEST_TITLE, clean_title
from prt_desktop.ui.files import words
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.ui.theme import Theme

_MINUTE_MS = 60_000


class OwnRow(Card):
    """Its title and length, and three verbs; renaming happens in place.

    Signals: `chosen` and `remove_requested` with the id; `rename_requested` with the id and the
    new title.
    """

    chosen = Signal(str)
    rename_requested = Signal(str, str)
    remove_requested = Signal(str)

    def __init__(self, theme: Theme, exercise: Exercise) -> None:
        super().__init__(theme)
        self._exercise = exercise
        title = exercise.title
        self._title = Label(theme, title, Size.LEAD, weight=Weight.MEDIUM)
        self._line = Label(theme, self._about(), tone=Tone.MUTED)
        self._edit = LineEdit(theme, self.tr("New title of %s") % title)
        self._edit.setMaxLength(LONGEST_TITLE)
        self._play = self._button(self.tr("Practise"), Icon.PLAY, Look.QUIET)
        self._rename = self._button(self.tr("Rename"), Icon.PENCIL)
        self._remove = self._button(self.tr("Remove"), Icon.BIN)
        self._keep = Button(theme, self.tr("Save the title"), Look.QUIET, Icon.CHECK)
        self._drop = Button(theme, self.tr("Cancel"), Look.PLAIN)
        self._lay_out()
        self._connect()
        self._show(renaming=False)

    @property
    def exercise_id(self) -> str:
        """Give the id of the recording."""
        return self._exercise.id

    def take_focus(self) -> None:
        """Put the focus on the first verb."""
        self._play.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.exercise_id)

    @Slot()
    def _ask_to_remove(self) -> None:
        self.remove_requested.emit(self.exercise_id)

    @Slot()
    def _begin_renaming(self) -> None:
        self._edit.setText(self._exercise.title)
        self._show(renaming=True)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.selectAll()

    @Slot()
    def _end_renaming(self) -> None:
        self._show(renaming=False)
        self._rename.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _keep_title(self) -> None:
        title = clean_title(self._edit.text())
        if title and title != self._exercise.title:
            self.rename_requested.emit(self.exercise_id, title)
        elif title:
            self._end_renaming()

    @Slot(str)
    def _look_at_title(self, title: str) -> None:
        self._keep.setEnabled(bool(clean_title(title)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends renaming; elsewhere it is the page's."""
        if event.key() == Qt.Key.Key_Escape and self._edit.isVisibleTo(self):
            self._end_renaming()
        else:
            super().keyPressEvent(event)

    def _show(self, *, renaming: bool) -> None:
        for widget in (self._edit, self._keep, self._drop):
            widget.setVisible(renaming)
        for shown in (self._title, self._play, self._rename, self._remove):
            shown.setVisible(not renaming)

    def _about(self) -> str:
        parts = len(self._exercise.cues)
        length = words.length(round(self._exercise.default_minutes * _MINUTE_MS))
        if parts == 1:
            return self.tr("%s, in one piece") % length
        return self.tr("%s, in %s parts") % (length, parts)

    def _button(self, verb: str, icon: Icon, look: Look = Look.PLAIN) -> Button:
        button = Button(self._theme, verb, look, icon)
        button.setAccessibleName(f"{verb}: {self._exercise.title}")
        return button

    def _lay_out(self) -> None:
        self.body.addWidget(self._title)
        self.body.addWidget(self._edit)
        self.body.addWidget(self._line)
        buttons = Flow(self._theme)
        for button in (self._play, self._rename, self._remove, self._keep, self._drop):
            buttons.addWidget(button)
        self.body.addLayout(buttons)
        QWidget.setTabOrder(self._edit, self._keep)

    def _connect(self) -> None:
        self._drop.clicked.connect(self._end_renaming)
        self._edit.returnPressed.connect(self._keep_title)
        self._edit.textChanged.connect(self._look_at_title)
        self._keep.clicked.connect(self._keep_title)
        self._play.clicked.connect(self._choose)
        self._remove.clicked.connect(self._ask_to_remove)
        self._rename.clicked.connect(self._begin_renaming)
