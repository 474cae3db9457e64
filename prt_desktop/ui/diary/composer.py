"""Where an entry is written: a large field, a word for its kind, and how it was beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from prt_desktop.domain.circumstances import NO_CIRCUMSTANCES
from prt_desktop.domain.diary import WRITTEN_KINDS, Draft, EntryKind
from prt_desktop.ui.diary.circumstance_words import circumstances_words
from prt_desktop.ui.diary.circumstances_form import CircumstancesForm
from prt_desktop.ui.diary.parts_form import PartsForm
from prt_desktop.ui.diary.words import kind_word
from prt_desktop.ui.diary.writing_buttons import WritingButtons
from prt_desktop.ui.diary.writing_sheet import WritingSheet
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.fold import Fold
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.tab_order import follow_in_tab_order
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prt_desktop.domain.circumstances import Circumstances
    from prt_desktop.domain.diary import Template
    from prt_desktop.ui.diary.template_menu import TemplateMenu
    from prt_desktop.ui.theme import Theme

_RESTING_LINES = 2
_WRITING_LINES = 5


class Aids(NamedTuple):
    """What helps to write: the tags used so far, whether pain may be asked for, the templates."""

    used_tags: Callable[[], Sequence[str]]
    asks_for_pain: Callable[[], bool]
    templates: Callable[[], Sequence[Template]]


class Composer(QWidget):
    """At rest two lines that invite; while writing a large field with kinds and buttons.

    An entry of several parts, a thought or a movement, has its parts in the field's place. How
    it was is folded away; what was told of it stands in one line.

    Signals: `changed` after every change of what is in it; `save_requested` with the Draft;
    `put_away_requested` when it is to be thrown away; `opened` with True when writing begins
    and False when the field goes back to rest; `shape_changed` when it wants other room.
    """

    changed = Signal()
    save_requested = Signal(Draft)
    put_away_requested = Signal()
    opened = Signal(bool)
    shape_changed = Signal()

    def __init__(self, theme: Theme, aids: Aids, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._aids = aids
        self._entry_id: str | None = None
        self._kind = EntryKind.NOTE
        self._open = False
        self._told_before = NO_CIRCUMSTANCES
        self._form: CircumstancesForm | None = None
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
        self._sheet = WritingSheet(theme)
        self._holder = QWidget()
        self._told_in = QVBoxLayout(self._holder)
        self._fold = Fold(theme, self.tr("How it was"), self._holder)
        self._told = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._buttons = WritingButtons(theme, aids.templates)
        self._lay_out()
        self._connect()
        self._show_parts()

    @property
    def draft(self) -> Draft:
        """Give what is written and told so far."""
        kind = self._kinds.value if self._has_choice else self._kind
        details = self._parts.details
        told = self._circumstances
        return Draft(self._area.text, kind or EntryKind.NOTE, self._entry_id, details, told)

    @property
    def templates(self) -> TemplateMenu:
        """Give the menu of templates."""
        return self._buttons.templates

    @property
    def has_parts(self) -> bool:
        """Say whether an entry of several parts is in it."""
        return self._parts.details is not None

    @property
    def is_open(self) -> bool:
        """Say whether the field is large just now."""
        return self._open

    @property
    def is_unfolded(self) -> bool:
        """Say whether how it was is asked just now."""
        return self._open and self._holder.isVisibleTo(self)

    def show_draft(self, draft: Draft, about: str) -> None:
        """Put words into the field; `about` is one quiet line that says where they come from."""
        self._entry_id = draft.entry_id
        self._kind = draft.kind
        self._kinds.set_value(draft.kind if self._has_choice else EntryKind.NOTE)
        self._parts.show_details(draft.details)
        self._parts.follow_in_tab_order(self._area.edit)
        self._told_before = draft.circumstances
        self._fill_form()
        self._area.edit.setPlainText(draft.text)
        self._area.edit.moveCursor(QTextCursor.MoveOperation.End)
        self._about.setText(about)
        self._show_parts()

    def clear(self) -> None:
        """Empty the field, fold away how it was, and go back to rest."""
        self._fold.set_unfolded(unfolded=False)
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

    @Slot(bool)
    def _unfold(self, unfolded: bool) -> None:
        if unfolded and self._form is None:
            self._form = CircumstancesForm(self._theme, self._holder)
            self._told_in.addWidget(self._form)
            follow_in_tab_order(self._fold.focus_stop, self._form)
            self._form.show()
            self._fill_form()
            self._form.changed.connect(self._follow)
        self._show_parts()
        self.shape_changed.emit()

    @property
    def _circumstances(self) -> Circumstances:
        return self._told_before if self._form is None else self._form.circumstances

    @property
    def _has_choice(self) -> bool:
        return self._kind in WRITTEN_KINDS

    def _fill_form(self) -> None:
        if self._form is not None:
            asks = self._aids.asks_for_pain()
            tags = self._aids.used_tags()
            self._form.show_circumstances(self._told_before, tags, asks_for_pain=asks)

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
        told = circumstances_words(self._circumstances)
        self._told.setText(told)
        for widget, is_shown in (
            (self._parts, self.has_parts and self._open),
            (self._area, not self.has_parts),
            (self._buttons.resume, self.has_parts and not self._open),
            (self._kinds, self._open and self._has_choice),
            (self._fold, self._open),
            (self._told, bool(told) and not self.is_unfolded),
            (self._buttons.save, self._open),
            (self._buttons.rest, self._open),
            (self.templates, self._open and self._has_choice),
            (self._buttons.away, self._open and (written or self._entry_id is not None)),
            (self._about, bool(self._about.text())),
            (self._buttons, self._open or self.has_parts),
        ):
            widget.setVisible(is_shown)
        self._buttons.save.setEnabled(written)
        self.templates.can_keep = written and not self.has_parts
        self.templates.can_start = self._entry_id is None
        self._sheet.set_open(is_open=self._open)
        policy = QSizePolicy.Policy
        self._area.setSizePolicy(policy.Preferred, policy.Expanding if self._open else policy.Fixed)
        self.setSizePolicy(policy.Preferred, policy.Expanding if self._open else policy.Maximum)

    def _lay_out(self) -> None:
        self._told_in.setContentsMargins(0, 0, 0, 0)
        body = self._sheet.body
        body.addWidget(self._about)
        body.addWidget(self._area, 1)
        body.addWidget(self._parts, 1)
        body.addWidget(self._kinds)
        body.addWidget(self._fold)
        body.addWidget(self._told)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._sheet, 1)
        rows.addWidget(self._buttons)

    def _connect(self) -> None:
        self._area.edit.textChanged.connect(self._follow)
        self._area.entered.connect(self._begin)
        self._buttons.away.clicked.connect(self.put_away_requested)
        self._fold.toggled.connect(self._unfold)
        self._kinds.chosen.connect(self._follow)
        self._parts.changed.connect(self._follow)
        self._buttons.rest.clicked.connect(self.rest)
        self._buttons.resume.clicked.connect(self.write)
        self._buttons.save.clicked.connect(self._ask_to_save)
        for keys, slot in (
            ("Ctrl+Return", self._ask_to_save),
            ("Ctrl+Enter", self._ask_to_save),
            ("Esc", self.rest),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
