"""The last page: what was erased, and what nobody can erase from here."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from prt_desktop.domain.errors import StorageError
from prt_desktop.storage.erase import erase_everything, temporary_folders
from prt_desktop.storage.people import People, person_of
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

    from prt_desktop.paths import Places
    from prt_desktop.storage.erase import Erased
    from prt_desktop.ui.main_window import MainWindow
    from prt_desktop.ui.theme import Theme

_SIZE = (820, 640)


class Farewell(QWidget):
    """A window of its own, when the one of the program has closed."""

    def __init__(self, theme: Theme, erased: Erased) -> None:
        super().__init__()
        title = self.tr("Everything was erased") if not erased.left else self.tr("Not all is gone")
        self.setWindowTitle(self.tr("PRT Desktop"))
        self.setAccessibleName(title)
        self.resize(*_SIZE)
        column = Column(theme, title)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, self.tr("Files erased: %s.") % len(erased.gone), tone=Tone.MUTED))
        left, kept = [str(one) for one in erased.left], [str(one) for one in erased.not_ours]
        for heading, lines in (
            (self.tr("These could not be erased. Close other programs, then delete them"), left),
            (self.tr("These were not made by this program, and stayed"), kept),
            (self.tr("What cannot be reached from here"), erased.elsewhere),
        ):
            self._add(theme, column, heading, lines)
        column.body.addStretch(1)
        close = Button(theme, self.tr("Close"), Look.PRIMARY, parent=self)
        close.clicked.connect(self.close)
        column.body.addWidget(close)
        fill(self, column)

    def _add(self, theme: Theme, column: Column, heading: str, lines: Sequence[str]) -> None:
        if lines:
            column.space(1)
            column.add(Label(theme, heading, weight=Weight.BOLD))
            for line in lines:
                column.add(Label(theme, line))


def erase_person(where: Places) -> Erased:
    """Erase everything that is one person's, and their name; what is others' stays.

    Folders of a while are left alone where others are: they may be theirs, and go by themselves.
    """
    people, person = People(where.root or where), person_of(where)
    is_alone = all(one.id == person.id for one in people.all())
    temporary = temporary_folders() if is_alone else ()
    erased = erase_everything(where.data, where.cache, temporary=temporary)
    with contextlib.suppress(StorageError):  # the name of somebody without a diary is left
        people.forget(person)
    return erased


def farewell(application: QApplication, theme: Theme, program: MainWindow, where: Places) -> int:
    """Erase everything, now that the program's window has closed, and say what came of it.

    Its panes go first: they would write once more when this page closes.
    """
    program.rooms.empty()
    window = Farewell(theme, erase_person(where))
    window.show()
    return application.exec()
