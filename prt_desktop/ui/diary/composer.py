"""Where an entry is written: a large field, a word for its kind, and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from prt_desktop.domain.diary import WRITTEN_KINDS, Draft, EntryKind
from prt_desktop.ui.diary.parts_form import PartsForm
from prt_desktop.ui.diary.words import kind_word
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme

_RESTING_LINES = 2
_WRITING_LINES = 5


class Composer(QWidget):
    """At rest two lines that invite; while writing a large field with kinds and buttons.

    An entry of several parts, a thought or a movement, has its parts in the field's place.

    Signals: `changed` after every change of words or kind; `save_requested` with the Draft;
    `put_away_requested` when it is to be thrown away; `opened` with True when writing begins
    and False when the field goes back to rest.
    """

    changed = Signal()
    save_requested = Signal(Draft)
    put_away_requested = Signal()
    opened = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry_id: str | None = None
        self._kind = EntryKind.NOTE
        self._open = False
        self._about = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        kinds = [(kind, kind_word(kind)) for kind in WRITTEN_KINDS]
        self._kinds: ChoiceRow[EntryKind] = ChoiceRow(
            theme, self.tr("Kind of entry"), kinds, EntryKind.NOTE
        )
        self._area = TextArea(
            theme,
            self.tr("What you want to write"),
            self.tr("Write as much or as little as you like"),
            _RESTING_LINES,
        )
        self._parts = PartsForm(theme)
        self._save = Button(theme, self.tr("Save the entry"), Look.PRIMARY)
        self._save.setToolTip(self.tr("Ctrl+Enter"))
        self._away = Button(theme, self.tr("Put it away"), Look.PLAIN)
        self._rest = Button(theme, self.tr("Later"), Look.PLAIN)
        self._rest.setToolTip(self.tr("Keep it as a draft (Esc)"))
        self._resume = Button(theme, self.tr("Go on changing it"))
        self._lay_out()
        self._connect()
        self._show_parts()

    @property
    def draft(self) -> Draft:
        """Give what is written so far."""
        kind = self._kinds.value if self._has_choice else self._kind
        details = self._parts.details
        return Draft(self._area.text, kind or EntryKind.NOTE, self._entry_id, details)

    @property
    def has_parts(self) -> bool:
        """Say whether an entry of several parts is in it."""
        return self._parts.details is not None

    @property
    def is_open(self) -> bool:
        """Say whether the field is large just now."""
        return self._open

    def show_draft(self, draft: Draft, about: str) -> None:
        """Put words into the field; `about` is one quiet line that says where they come from."""
        self._entry_id = draft.entry_id
        self._kind = draft.kind
        self._kinds.set_value(draft.kind if self._has_choice else EntryKind.NOTE)
        self._parts.show_details(draft.details)
        self._parts.follow_in_tab_order(self._area.edit)
        self._area.edit.setPlainText(draft.text)
        self._area.edit.moveCursor(QTextCursor.MoveOperation.End)
        self._about.setText(about)
        self._show_parts()

    def clear(self) -> None:
        """Empty the field and go back to rest."""
        self.show_draft(Draft(""), "")
        self.rest()

    @Slot()
    def write(self) -> None:
        """Make the field large and put the cursor in it."""
        self._set_open(is_open=True)
        if self.has_parts:
            self._parts.take_focus()
        else:
            self._area.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def rest(self) -> None:
        """Go back to two lines; the words stay."""
        self._set_open(is_open=False)

    @Slot()
    def _begin(self) -> None:
        self._set_open(is_open=True)

    @Slot()
    def _ask_to_save(self) -> None:
        if not self.draft.is_empty:
            self.save_requested.emit(self.draft)

    @Slot()
    def _follow(self) -> None:
        if self._area.edit.hasFocus() and self._area.text:
            self._set_open(is_open=True)
        self._show_parts()
        self.changed.emit()

    def _set_open(self, *, is_open: bool) -> None:
        if is_open is self._open:
            return
        self._open = is_open
        if not is_open and self._area.edit.hasFocus():
            self._area.edit.clearFocus()
        self._area.set_lines(_WRITING_LINES if is_open else _RESTING_LINES)
        self._show_parts()
        self.opened.emit(is_open)

    def _show_parts(self) -> None:
        written = not self.draft.is_empty
        parts = self.has_parts and self._open
        self._parts.setVisible(parts)
        self._area.setVisible(not self.has_parts)
        self._resume.setVisible(self.has_parts and not self._open)
        self._kinds.setVisible(self._open and self._has_choice)
        self._save.setVisible(self._open)
        self._save.setEnabled(written)
        self._rest.setVisible(self._open)
        self._away.setVisible(self._open and (written or self._entry_id is not None))
        self._about.setVisible(bool(self._about.text()))
        expanding = QSizePolicy.Policy.Expanding if self._open else QSizePolicy.Policy.Fixed
        self._area.setSizePolicy(QSizePolicy.Policy.Preferred, expanding)
        grows = QSizePolicy.Policy.Expanding if self._open else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, grows)

    @property
    def _has_choice(self) -> bool:
        return self._kind in WRITTEN_KINDS

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._about)
        rows.addWidget(self._area, 1)
        rows.addWidget(self._parts, 1)
        rows.addWidget(self._kinds)
        buttons = Flow(self._theme)
        for button in (self._resume, self._save, self._rest, self._away):
            buttons.addWidget(button)
        rows.addLayout(buttons)

    def _connect(self) -> None:
        self._area.edit.textChanged.connect(self._follow)
        self._area.entered.connect(self._begin)
        self._away.clicked.connect(self.put_away_requested)
        self._kinds.chosen.connect(self._follow)
        self._parts.changed.connect(self._follow)
        self._rest.clicked.connect(self.rest)
        self._resume.clicked.connect(self.write)
        self._save.clicked.connect(self._ask_to_save)
        for keys, slot in (
            ("Ctrl+Return", self._ask_to_save),
            ("Ctrl+Enter", self._ask_to_save),
            ("Esc", self.rest),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
