"""Reading the window as a person or a screen reader would."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from prt_desktop.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prt_desktop.ui.widgets.sectioned import SectionPane

Kind = TypeVar("Kind", bound=QWidget)


def words_on(widget: QWidget) -> str:
    """Give all words that are to be seen on a widget."""
    seen = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    seen += [b.text() for b in widget.findChildren(QAbstractButton) if b.isVisible()]
    return "\n".join(seen)


def button(widget: QWidget, words: str) -> QAbstractButton:
    """Find the visible button with these words or this accessible name."""
    for one in widget.findChildren(QAbstractButton):
        if one.isVisible() and words in {one.text(), one.accessibleName()}:
            return one
    raise AssertionError(f"no button says {words!r}; there is: {words_on(widget)}")


def named(widget: QWidget, kind: type[Kind], name: str) -> Kind:
    """Find the visible widget of a kind with this accessible name."""
    for one in widget.findChildren(kind):
        if one.isVisible() and one.accessibleName() == name:
            return one
    raise AssertionError(f"no {kind.__name__} is named {name!r}")


def focused() -> QWidget:
    """Give the widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, modifiers)


def write(text: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(focused(), text)


def tab_to(words: str) -> QWidget:
    """Press Tab until the control with these words or this name has the focus."""
    for _ in range(80):
        here = focused()
        text = here.text() if isinstance(here, QAbstractButton) else ""
        if words in {text, spoken_name(here)}:
            return here
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {words!r}")


def spoken_name(widget: QWidget) -> str:
    """Give the name that a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Give every control in sight that can take the focus by Tab and does not hand it on."""
    for one in widget.findChildren(QWidget):
        takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
        if one.isVisible() and one.isEnabled() and takes:
            yield one


WAYS_OUT = ("Escape", "lock", "close")


def leave(section: SectionPane, way: str) -> None:
    """Leave a section by one of the ways out."""
    if way == "Escape":
        press(Qt.Key.Key_Escape)
    elif way == "lock":
        section.put_down()
    else:
        section.shut()


def spoken_rows(widget: QWidget, name: str) -> list[str]:
    """Give what a screen reader says of the rows of a list."""
    rows = named(widget, RowList, name).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(rows.index(at, 0).data(role)) for at in range(rows.rowCount())]


def open_row(widget: QWidget, name: str, at: int = 0) -> None:
    """Choose a row of a list by keys."""
    rows = named(widget, RowList, name)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(at):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
