"""Recordings of one's own: adding one, and what was added."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.domain.errors import PrtError
from prt_desktop.ui.files.file_drop import FileDrop
from prt_desktop.ui.files.own_form import OwnForm
from prt_desktop.ui.files.own_list import OwnList
from prt_desktop.ui.files.page import FilesPage
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Notice, Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.sound_files import Cancelled, Progress
    from prt_desktop.storage.own_audio import OwnAudio
    from prt_desktop.ui.files.outlets import Outlets
    from prt_desktop.ui.theme import Theme


class OwnAudioPane(FilesPage):
    """Makes practices of sound files, and lists, renames and removes them.

    Signals: those of every pane; `journal_changed` tells that there are other practices now.
    """

    def __init__(self, theme: Theme, own: OwnAudio, outlets: Outlets) -> None:
        super().__init__(theme, outlets, self.tr("Recordings of your own"), self.tr("Practices"))
        self._own = own
        self._added: Exercise | None = None
        self._form = OwnForm(theme)
        self._list = OwnList(theme)
        self._unreadable = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self.lead.setText(
            self.tr(
                "A guide you already like, your clinician, a friend, yourself: a sound file "
                "becomes a practice here and plays like any other."
            )
        )
        self._drop = FileDrop(self)
        self._lay_out()
        self._connect()

    def open(self, _target: str) -> None:
        """Ask for a file, unless one is being added."""
        if not self.errand.running:
            self.card.hide()
            self.lead.show()
            self._form.clear()

    @Slot()
    def refresh(self) -> None:
        """Show the recordings that there are now."""
        self._list.show_exercises(self._own.exercises())
        self._unreadable.setText("\n".join(self._own.unreadable))
        self._unreadable.setVisible(bool(self._own.unreadable))

    @Slot()
    def _ask_for_file(self) -> None:
        file = self.outlets.dialogs.sound(self)
        if file is not None:
            self._take(file)

    @Slot(object, str, bool)
    def _add(self, file: Path, title: str, cut: bool) -> None:
        engine = self.outlets.engine

        def bring(progress: Progress, cancelled: Cancelled) -> Exercise:
            return engine.bring(file, title, progress, cancelled, cut=cut)

        self._added = None
        self._drop.open = False
        self.begin(self.tr("Adding “%s”") % title, bring)
        self._form.hide()

    @Slot(object)
    def _show_added(self, exercise: Exercise) -> None:
        self._added = exercise
        title = self.tr("“%s” was added") % exercise.title
        line = self.tr("You find it among the practices, in a group of its own.")
        self._drop.open = True
        self._form.clear()
        self._form.show()
        self.end(title, line, self.tr("Practise with it"))
        self._tell_changed()

    @Slot()
    def _show_stopped(self) -> None:
        self.end(self.tr("Stopped. Nothing was added."))
        self._offer_form()

    @Slot(str)
    def _show_failed(self, sentence: str) -> None:
        self._form.clear()
        self.end(self.tr("This file was not added"), sentence)
        self._offer_form()

    @Slot()
    def _practise(self) -> None:
        if self._added is not None:
            self.place_requested.emit(Place.PRACTISE, self._added.id)

    @Slot(str)
    def _open(self, exercise_id: str) -> None:
        self.place_requested.emit(Place.PRACTISE, exercise_id)

    @Slot(str, str)
    def _rename(self, exercise_id: str, title: str) -> None:
        self._change(partial(self._own.rename, exercise_id, title))

    @Slot(str)
    def _remove(self, exercise_id: str) -> None:
        if self._change(partial(self._own.remove, exercise_id)):
            if self._added is not None and self._added.id == exercise_id:
                self.card.hide()
            if not self._list.isVisibleTo(self):
                self._form.take_focus()
            undo = partial(self._restore, exercise_id)
            self.notice_requested.emit(
                Notice(self.tr("The recording was removed."), self.tr("Undo"), undo)
            )

    def _restore(self, exercise_id: str) -> None:
        self._change(partial(self._own.restore, exercise_id))

    @Slot(object)
    def _take(self, file: Path) -> None:
        self.card.hide()
        self.lead.hide()
        self._form.show_file(file)
        self.reveal(self._form)

    def _offer_form(self) -> None:
        self._drop.open = True
        self._form.show()
        self._form.take_focus()

    def _change(self, change: Callable[[], object]) -> bool:
        """Change something among the recordings and show it; tell the sentence if it fails."""
        try:
            change()
        except PrtError as error:
            self.notice_requested.emit(Notice(str(error), lasting=True))
            return False
        self._tell_changed()
        return True

    def _tell_changed(self) -> None:
        self.refresh()
        self.journal_changed.emit()

    def _lay_out(self) -> None:
        self.column.add(self.card)
        self.column.add(self._form)
        self.column.space(2)
        self.column.add(self._list)
        self.column.add(self._unreadable)
        self.column.body.addStretch(1)
        self._unreadable.hide()

    def _connect(self) -> None:
        self._drop.dropped.connect(self._take)
        self._drop.hovered.connect(self._form.show_hover)
        self._form.add_requested.connect(self._add)
        self._form.file_requested.connect(self._ask_for_file)
        self._list.chosen.connect(self._open)
        self._list.remove_requested.connect(self._remove)
        self._list.rename_requested.connect(self._rename)
        self.card.next_requested.connect(self._practise)
        self.errand.cancelled.connect(self._show_stopped)
        self.errand.done.connect(self._show_added)
        self.errand.failed.connect(self._show_failed)
