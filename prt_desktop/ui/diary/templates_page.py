"""The templates: renamed where they stand, deleted with undo."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.diary.page import DiaryPage
from prt_desktop.ui.diary.words import kind_word
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit
from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from prt_desktop.domain.diary import Template
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class TemplatesPage(DiaryPage):
    """One row for each template, kept first first."""

    def __init__(self, theme: Theme, journal: Journal) -> None:
        super().__init__(theme, self.tr("Templates"))
        self._journal = journal
        self._shown: tuple[Template, ...] = ()
        self._rows: list[_TemplateRow] = []
        self._column = Column(theme, self.tr("the templates"))
        about = self.tr("A name is changed where it stands. Start from one while you write.")
        none = self.tr("There are none yet. While you write, keep what is there as a template.")
        self._about = Label(theme, about, tone=Tone.MUTED)
        self._none = Label(theme, none, tone=Tone.MUTED)
        self.head.body.addWidget(self._about)
        self.head.body.addWidget(self._none)
        self._column.body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 8)
        rows.addWidget(self.head)
        rows.addWidget(self._column, 1)

    def open(self, target: str) -> None:  # noqa: ARG002 - there is only the page itself
        """Come to the front with the newest name, which may be the one to be changed."""
        if self._rows:
            self._rows[-1].take_focus()
        else:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the templates as they are now."""
        templates = self._journal.templates.all()
        self._none.setVisible(not templates)
        self._about.setVisible(bool(templates))
        if templates == self._shown:
            return
        self._shown = templates
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [_TemplateRow(self.theme, template) for template in templates]
        for place, row in enumerate(self._rows):
            row.renamed.connect(self._rename)
            row.delete_requested.connect(self._delete)
            self._column.body.insertWidget(place, row)
            row.show()

    @Slot(object)
    def _rename(self, template: Template) -> None:
        if is_saved(partial(self._journal.templates.keep, template), self.notice_requested):
            self._shown = self._journal.templates.all()

    @Slot(object)
    def _delete(self, template: Template) -> None:
        try:
            removed = self._journal.templates.remove(template.id)
        except StorageError as error:
            self.notice_requested.emit(Notice(str(error), lasting=True))
            return
        self.refresh()
        self.open("")
        back = partial(self._bring_back, removed)
        words = self.tr("Template deleted.")
        self.notice_requested.emit(Notice(words, self.tr("Undo"), back))

    def _bring_back(self, template: Template) -> None:
        self._rename(template)
        self._shown = ()
        self.refresh()


class _TemplateRow(QWidget):
    """A name to change, what the template begins with, and a way to delete it.

    Signals: `renamed` with the Template under its new name; `delete_requested` with it.
    """

    renamed = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, theme: Theme, template: Template) -> None:
        super().__init__()
        self._template = template
        self._name = LineEdit(theme, self.tr("Name of the template"))
        self._name.setText(template.name)
        delete = Button(theme, self.tr("Delete"), Look.PLAIN, Icon.BIN)
        delete.setAccessibleName(self.tr("Delete the template %s") % template.name)
        first = QHBoxLayout()
        first.addWidget(self._name, 1)
        first.addWidget(delete)
        words = " ".join(template.text.split())
        about = f"{kind_word(template.kind)}: {words}" if words else kind_word(template.kind)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, theme.gap)
        rows.setSpacing(0)
        rows.addLayout(first)
        rows.addWidget(Label(theme, about, Size.SMALL, Tone.MUTED))
        delete.clicked.connect(self._ask_delete)
        self._name.editingFinished.connect(self._take_name)

    def take_focus(self) -> None:
        """Put the cursor in the name, ready to be typed over."""
        self._name.selectAll()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _ask_delete(self) -> None:
        self.delete_requested.emit(self._template)

    @Slot()
    def _take_name(self) -> None:
        name = " ".join(self._name.text().split())
        if not name:
            self._name.setText(self._template.name)
        elif name != self._template.name:
            self._template = replace(self._template, name=name)
            self.renamed.emit(self._template)
