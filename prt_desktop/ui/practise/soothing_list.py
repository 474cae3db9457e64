"""The soothing practices, to go to without any question more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.ui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.ui.theme import Theme


class SoothingList(RowList):
    """A few rows on one sheet.

    Signals: `chosen` with the id of an exercise, as every list of rows.
    """

    def __init__(self, theme: Theme, exercises: Sequence[Exercise]) -> None:
        name = QCoreApplication.translate("SoothingList", "Something soothing")
        super().__init__(theme, name, joined=True)
        self.show_rows([_row(one) for one in exercises])


def _row(exercise: Exercise) -> Row:
    short = exercise.purpose.partition(". ")[0].rstrip(".") + "."
    return Row(exercise.id, exercise.title, short, f"{exercise.title}. {short}")
