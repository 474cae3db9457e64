"""The messages that there are for bad days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from prt_desktop.domain.good_day import for_bad_days
from prt_desktop.ui.bad_day.words import message_title
from prt_desktop.ui.diary.words import length_word
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.good_day import Message
    from prt_desktop.ui.theme import Theme


class MessageList(QWidget):
    """A row a message; the one for bad days says so.

    Signals: `opened` with the id of a message; `write_wanted`; `speak_wanted`.
    """

    opened = Signal(str)
    write_wanted = Signal()
    speak_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        title = self.tr("Messages for a bad day")
        self._column = Column(theme, title)
        about = self.tr(
            "On a bad day it is hard to believe a stranger. It is easier to believe yourself, or "
            "someone you know. Write or say a few words on a good day. One of them comes first "
            "on a bad day."
        )
        self._write = Button(theme, self.tr("Write one"), Look.PRIMARY, Icon.PENCIL)
        self._speak = Button(theme, self.tr("Say one"), icon=Icon.MIC)
        self._rows = RowList(theme, title, joined=True)
        self._column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        self._column.add(Label(theme, about, tone=Tone.MUTED))
        self._column.space(1)
        buttons = Flow(theme)
        buttons.addWidget(self._write)
        buttons.addWidget(self._speak)
        self._column.add(buttons)
        self._column.space(2)
        self._column.add(self._rows)
        self._column.body.addStretch(1)
        fill(self, self._column)
        self._rows.chosen.connect(self.opened)
        self._speak.clicked.connect(self.speak_wanted)
        self._write.clicked.connect(self.write_wanted)

    def show_messages(self, messages: Sequence[Message]) -> None:
        """Show these messages."""
        first = for_bad_days(messages)
        self._rows.show_rows([_row(one, is_first=one == first) for one in messages])
        self._rows.setVisible(bool(messages))

    def take_focus(self, message_id: str = "") -> None:
        """Put the focus on a message, or on writing one."""
        if message_id and self._rows.stand_at(message_id):
            self._rows.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._write.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(message: Message, *, is_first: bool) -> Row:
    lines = " ".join(message.text.split())
    if message.memo is not None:
        spoken = _tr("Spoken, %s") % length_word(message.memo.length_ms)
        lines = _tr("%s. %s") % (spoken, lines) if lines else spoken
    mark, icon = (_tr("For bad days"), Icon.STAR) if is_first else ("", None)
    title = message_title(message)
    said = ". ".join(part.rstrip(".") for part in (title, lines, mark) if part)
    return Row(message.id, title, lines, said, mark, icon, Tone.ACCENT if is_first else Tone.MUTED)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plan", text)
