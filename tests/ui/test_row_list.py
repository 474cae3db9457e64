"""The list of rows in a column that is lower than it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.row_list import Row, RowList
from tests.ui.reading import press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.theme import Theme

ROWS = [Row(str(at), f"Row {at}", "", f"Row {at}") for at in range(40)]


def in_sight(rows: RowList, column: Column) -> bool:
    view = column.viewport()
    rect = rows.visualRect(rows.currentIndex())
    middle = rows.viewport().mapTo(view, rect.center())
    return view.rect().contains(middle)


@pytest.mark.parametrize("deep", [False, True])
def test_the_column_follows_the_arrows_to_every_row(
    theme: Theme, qtbot: QtBot, *, deep: bool
) -> None:
    column, rows = Column(theme, "the rows"), RowList(theme, "Rows", joined=True)
    if deep:
        part = QWidget()
        QVBoxLayout(part).addWidget(rows)
        column.add(part)
    else:
        column.add(rows)
    rows.show_rows(ROWS)
    column.resize(600, 300)
    qtbot.addWidget(column)
    with qtbot.waitExposed(column):
        column.show()
    column.activateWindow()
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)

    for at in range(1, len(ROWS)):
        press(Qt.Key.Key_Down)

        assert rows.currentIndex().row() == at
        assert in_sight(rows, column)
