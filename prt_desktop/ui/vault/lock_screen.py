"""The lock screen: one field, nothing of the person, and crisis help one key away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.vault.secret_field import SecretField
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column, Strip
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from prt_desktop.ui.theme import Theme


class LockScreen(QWidget):
    """Asks for the passphrase or for the recovery key.

    `whose` is the name of the one whose diary it is, or "". `lay` puts a page over the field,
    with crisis help still in sight below it.

    Signals: `passphrase_given` and `recovery_key_given` with what was typed; `crisis_requested`;
    `lost_both` when neither of the two is there any more; `other_requested` for another person.
    """

    passphrase_given = Signal(str)
    recovery_key_given = Signal(str)
    crisis_requested = Signal()
    lost_both = Signal()
    other_requested = Signal()

    def __init__(self, theme: Theme, whose: str = "") -> None:
        super().__init__()
        self._whose = whose
        self._by_key = False
        self.setAccessibleName(self.tr("The diary is locked"))
        self._line = Label(theme, tone=Tone.MUTED)
        self._passphrase = SecretField(theme, self.tr("Passphrase"), parent=self)
        hint = self.tr("32 letters and digits; capitals and dashes make no difference")
        self._key = SecretField(theme, self.tr("Recovery key"), hint, hidden=False, parent=self)
        self._told = Label(theme)
        self._unlock = Button(theme, self.tr("Unlock"), Look.PRIMARY, Icon.LOCK)
        self._other = Button(theme, "", Look.PLAIN)
        self._crisis = Button(theme, self.tr("Crisis help"), Look.PLAIN, Icon.HELP)
        self._crisis.setToolTip(self.tr("Crisis help (F1)"))
        self._lost = Button(theme, self.tr("I have lost both"), Look.PLAIN)
        self._someone = Button(theme, self.tr("Someone else"), Look.PLAIN, Icon.PERSON)
        self._column = Column(theme, self.tr("the lock screen"))
        self._stack = PageStack(self._column)
        self._lay_out(theme)
        self._connect()
        self._show_way()

    @property
    def _field(self) -> SecretField:
        return self._key if self._by_key else self._passphrase

    def show_busy(self) -> None:
        """Show calmly that it is being opened."""
        self._set_busy(busy=True)
        self._say(self.tr("Opening …"))

    def show_failure(self, sentence: str) -> None:
        """Say why it did not open; what was typed stays, to be mended."""
        self._set_busy(busy=False)
        self._say(sentence)
        self._field.take_focus()

    def lay(self, page: QWidget) -> None:
        """Lay a page over the field."""
        self._stack.lay(page)

    @Slot()
    def take_off(self) -> None:
        """Take the page on top off, and go on with the field once there is none."""
        self._stack.take_off()
        if self._stack.currentWidget() is self._column:
            self._field.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor where the passphrase is typed."""
        super().showEvent(event)
        if self._field.isEnabled():
            self._field.take_focus()

    @Slot()
    def _give(self) -> None:
        if not self._field.text.strip() or not self._unlock.isEnabled():
            return
        given = self.recovery_key_given if self._by_key else self.passphrase_given
        given.emit(self._field.text)

    @Slot()
    def _change_way(self) -> None:
        self._by_key = not self._by_key
        self._say("")
        self._show_way()
        self._field.take_focus()

    @Slot(str)
    def _follow(self, text: str) -> None:
        self._unlock.setEnabled(bool(text.strip()))

    def _say(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def _set_busy(self, *, busy: bool) -> None:
        if busy:  # so that the focus does not wander to crisis help
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        shut = (self._passphrase, self._key, self._unlock, self._other, self._lost, self._someone)
        for widget in shut:
            widget.setEnabled(not busy)

    def _show_way(self) -> None:
        by_key = self._by_key
        self._passphrase.setVisible(not by_key)
        self._key.setVisible(by_key)
        self._lost.setVisible(by_key)
        self._line.setText(
            self.tr("The recovery key you printed opens it, too.")
            if by_key
            else self.tr("Your passphrase opens it. Nothing of it can be seen until then.")
        )
        self._other.setText(
            self.tr("Use the passphrase") if by_key else self.tr("Use the recovery key")
        )
        self._other.updateGeometry()
        self._follow(self._field.text)

    def _lay_out(self, theme: Theme) -> None:
        column = self._column
        column.see_through()  # or the window, all covered, never learns of its first paint
        body = column.body
        body.addStretch(2)
        title = self.tr("The diary is locked")
        column.add(Label(theme, title, Size.DISPLAY, weight=Weight.BOLD))
        if self._whose:
            column.add(Label(theme, self.tr("This is the diary of %s.") % self._whose))
        column.add(self._line)
        column.space(1)
        column.add(self._passphrase)
        column.add(self._key)
        column.add(self._told)
        self._told.hide()
        buttons = Flow(theme)
        buttons.addWidget(self._unlock)
        buttons.addWidget(self._other)
        buttons.addWidget(self._lost)
        body.addLayout(buttons)
        body.addStretch(3)
        foot = Strip(theme)  # in sight however large the text is
        ways = Flow(theme)
        ways.addWidget(self._crisis)
        ways.addWidget(self._someone)
        foot.body.addLayout(ways)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 12)
        rows.setSpacing(0)
        rows.addWidget(self._stack, 1)
        rows.addWidget(foot)

    def _connect(self) -> None:
        self._crisis.clicked.connect(self.crisis_requested)
        self._lost.clicked.connect(self.lost_both)
        self._other.clicked.connect(self._change_way)
        self._someone.clicked.connect(self.other_requested)
        self._stack.covered.connect(self._someone.setHidden)
        self._unlock.clicked.connect(self._give)
        for field in (self._passphrase, self._key):
            field.changed.connect(self._follow)
            field.entered.connect(self._give)
