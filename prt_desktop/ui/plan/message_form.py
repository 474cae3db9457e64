"""A message for a bad day, written or spoken: whom it is from, and whether it is the one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.domain.form_draft import FormDraft
from prt_desktop.domain.good_day import Sender
from prt_desktop.ui.diary.memo_listen import MemoListen
from prt_desktop.ui.form_drafts import DraftedPage
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.plan.names import sender_word
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.line_edit import LineEdit
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from prt_desktop.domain.good_day import Message
    from prt_desktop.ui.diary.speaking import MemoTools
    from prt_desktop.ui.theme import Theme


_CHOSEN = "for_bad_days"


class MessageForm(DraftedPage):
    """The form; going back keeps what stands in it as saving does.

    Signals: `removed`; `speak_wanted` to say it; and those of every form with a draft.
    """

    removed = Signal()
    speak_wanted = Signal()

    def __init__(self, theme: Theme, message: Message, tools: MemoTools, *, is_new: bool) -> None:
        line = self.tr(
            "A few kind words from a good day. What helped before? What do you want to be told? "
            "A clinician or a friend can write or say one too."
        )
        super().__init__(theme, self.tr("A message for a bad day"), line)
        self._message = message
        self._senders: ChoiceRow[Sender] = ChoiceRow(
            theme, "", [(one, sender_word(one)) for one in Sender], message.sender
        )
        self._who = LineEdit(theme, "", self.tr("A name, if you like"))
        self._who_field = Field(theme, self.tr("Who it is"), self._who)
        self._area = TextArea(theme, "", lines=5)
        self._speak = Button(theme, self.tr("Say it"), icon=Icon.MIC)
        self.listen = MemoListen(theme, tools)
        self._chosen = CheckRow(theme, self.tr("Show this one on a bad day"))
        self._save = Button(theme, self.tr("Keep it"), Look.PRIMARY)
        self._remove = Button(theme, self.tr("Remove it"), Look.PLAIN, Icon.BIN)
        self._lay_out(theme)
        self._remove.setVisible(not is_new)
        self._fill(message)
        self._connect()

    @property
    def message(self) -> Message:
        """Give the message as it stands in the form."""
        return replace(
            self._message,
            sender=self._senders.value or Sender.MYSELF,
            who=self._who.text().strip(),
            text=self._area.text.strip(),
            for_bad_days=self._chosen.isChecked(),
        )

    @property
    def draft(self) -> FormDraft:
        """Give what stands in the fields, for a draft; a choice alone is none."""
        written = {"who": self._who.text(), "text": self._area.text}
        if not any(text.strip() for text in written.values()):
            return FormDraft({}, self._message.id)
        chosen = _CHOSEN if self._chosen.isChecked() else ""
        sender = self.message.sender.value
        return FormDraft({**written, "sender": sender, _CHOSEN: chosen}, self._message.id)

    def fill(self, draft: FormDraft) -> None:
        """Put what a draft holds into the fields."""
        sender = draft.text("sender")
        self._senders.set_value(Sender(sender) if sender in set(Sender) else Sender.MYSELF)
        self._who.setText(draft.text("who"))
        self._area.edit.setPlainText(draft.text("text"))
        if _CHOSEN in draft.fields:
            self._chosen.setChecked(bool(draft.text(_CHOSEN)))
        self._follow()

    def take_focus(self) -> None:
        """Put the cursor into the words."""
        self._area.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _follow(self) -> None:
        self._who_field.setVisible(self._senders.value is not Sender.MYSELF)
        self.changed.emit()

    def _fill(self, message: Message) -> None:
        self._who.setText(message.who)
        self._area.edit.setPlainText(message.text)
        self._chosen.setChecked(message.for_bad_days)
        self.listen.show_memo(message.memo)
        self.listen.setVisible(message.memo is not None)
        self._speak.setVisible(message.memo is None)
        self._who_field.setVisible(message.sender is not Sender.MYSELF)

    def _lay_out(self, theme: Theme) -> None:
        column = self.column
        column.add(Field(theme, self.tr("From"), self._senders))
        column.add(self._who_field)
        column.space(1)
        column.add(Field(theme, self.tr("The words"), self._area))
        left = Qt.AlignmentFlag.AlignLeft
        column.body.addWidget(self._speak, 0, left)
        column.body.addWidget(self.listen, 0, left)
        column.space(1)
        column.add(self._chosen)
        self.set_buttons([self._save, self._remove])

    def _connect(self) -> None:
        self._area.edit.textChanged.connect(self._follow)
        self._chosen.toggled.connect(self._follow)
        self._remove.clicked.connect(self.removed)
        self._save.clicked.connect(self.leave)
        self._senders.chosen.connect(self._follow)
        self._speak.clicked.connect(self.speak_wanted)
        self._who.textChanged.connect(self._follow)
