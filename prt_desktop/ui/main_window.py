"""The window: the places, what covers them, and the ways between."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.cover import Cover
from prt_desktop.ui.menu import add_mac_menu
from prt_desktop.ui.preparation import Preparation
from prt_desktop.ui.rooms import Rooms
from prt_desktop.ui.widgets.notice_bar import NoticeBar
from prt_desktop.ui.widgets.pane import Notice, Pane, Place
from prt_desktop.ui.widgets.sidebar import KEYS, Sidebar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.safety.crisis_card import CrisisCard
    from prt_desktop.ui.theme import Theme

_FIRST_SIZE = (1120, 760)
_LEAST_SIZE = (640, 480)
_MARGINS = 128
_OVER = {Place.LOCK, Place.DEMONSTRATION, Place.CRISIS}


class MainWindow(QMainWindow):
    """Holds the places and leads between them; panes know nothing of each other.

    `makers` names how the pane of each place is built: Today right after the first paint, which
    so waits for no journal and no library, and the others in the idle time after that. `reading`
    is what Today's suggestion has to wait for, in parts between which keys are heard. `crisis`
    builds the card that covers everything at F1. `banner` stands above everything, for a window
    that is not like others.

    Signals: `demonstration_requested` for a window of which nothing is kept; `lock_requested` when
    the diary is to be locked; `journal_written` after a pane wrote to it; `filled` when the first
    place shows all it has; `ready` when every pane is built, or none may be, and the window has
    nothing left to prepare.
    """

    demonstration_requested = Signal()
    lock_requested = Signal()
    journal_written = Signal()
    filled = Signal()
    ready = Signal()

    def __init__(
        self,
        theme: Theme,
        makers: Mapping[Place, Callable[[], Pane]],
        crisis: Callable[[], CrisisCard],
        settings: SettingsFile,
        banner: QWidget | None = None,
        reading: Sequence[Callable[[], object]] = (),
    ) -> None:
        super().__init__()
        self._theme = theme
        self._banner = banner
        self._settings = settings
        self._painted = False
        self._actions = QActionGroup(self)
        self._sidebar = Sidebar(theme, makers.keys())
        self._rooms = Rooms(makers)
        self._shell = QWidget()
        self._cover = Cover(self._shell, crisis)
        self._preparation = Preparation(self._rooms, self._cover, reading, self)
        self._notices = NoticeBar(theme)
        self._build()
        self._connect()
        _restore_place(self, settings)
        self.setFocus()  # nobody's ring is asked for before the first paint

    @property
    def place(self) -> Place:
        """Say where the person is."""
        return self._rooms.place

    @property
    def rooms(self) -> Rooms:
        """Give what holds the panes."""
        return self._rooms

    @property
    def sidebar(self) -> Sidebar:
        """Give the names of the places."""
        return self._sidebar

    @property
    def cover(self) -> Cover:
        """Give what lies over the places."""
        return self._cover

    @property
    def preparation(self) -> Preparation:
        """Give what is done in idle time until the window is ready."""
        return self._preparation

    @property
    def notices(self) -> NoticeBar:
        """Give the bar at the foot."""
        return self._notices

    def uncover(self) -> None:
        """Take the lock away; the panes are built again, the one in front at once."""
        self._show(self._rooms.begin(), "")
        self._cover.leave_lock()
        if self._cover.open:
            self._rooms.focus_first()
        self._preparation.begin()

    def pane(self, place: Place) -> Pane:
        """Give the pane of a place, built if it was not yet."""
        return self._rooms.pane(place)

    @Slot(Place, str)
    def go(self, place: Place, target: str = "") -> None:
        """Show a place, open `target` there, and put the focus in it."""
        if place is Place.CRISIS:
            self._cover.open_crisis()
            return
        if place is Place.DEMONSTRATION:
            self.demonstration_requested.emit()
            return
        if place is Place.LOCK:
            self.lock_requested.emit()
            return
        self._show(place, target)
        self._rooms.focus_first()

    @Slot()
    def close_crisis(self) -> None:
        """Take the crisis card away, if it is there."""
        self._cover.close_crisis()

    @Slot(Notice)
    def show_notice(self, notice: Notice) -> None:
        """Say something quietly at the foot of the window."""
        self._notices.show_notice(notice)

    @Slot()
    def journal_changed(self) -> None:
        """Show what another process added to the journal."""
        self._rooms.mark_changed()

    @Slot(Place)
    def _choose(self, place: Place) -> None:
        if place in {Place.CRISIS, Place.LOCK}:
            self.go(place)
        else:
            self._show(place, "")

    @Slot(QAction)
    def _act(self, action: QAction) -> None:
        place, target = action.data()
        if self._cover.open or place == Place.LOCK:
            self.go(Place(place), target)

    @Slot()
    def _stand(self) -> None:
        if self._cover.is_locked:
            self._preparation.read_nothing()
        else:
            self._mark(self._rooms.begin())
            self._rooms.stand()
            if self.focusWidget() in {None, self}:
                self.focusNextChild()
        self._add_actions()
        self._preparation.begin()

    @Slot()
    def _fit_sidebar(self) -> None:
        wide = self._sidebar.wide_hint() + self._theme.column_width + _MARGINS
        self._sidebar.set_narrow(narrow=self.width() < wide)

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint, let Today stand and then use the idle time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._stand)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sidebar its words only where the column has room beside it."""
        super().resizeEvent(event)
        self._fit_sidebar()

    def changeEvent(self, event: QEvent) -> None:
        """Coming back to the window, perhaps on another day, show things as they are now."""
        super().changeEvent(event)
        back = (
            self._painted
            and not self._preparation.is_reading
            and event.type() is event.Type.ActivationChange
        )
        if back and self.isActiveWindow():
            self._rooms.mark_changed()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place; failing that must not keep the window open."""
        place = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        with contextlib.suppress(StorageError):
            self._settings.write(replace(self._settings.read(), window=place))
        super().closeEvent(event)

    def _show(self, place: Place, target: str) -> None:
        self._mark(place)
        self._rooms.show_place(place, target)

    def _mark(self, place: Place) -> None:
        self._sidebar.show_place(place)
        self._sidebar.give_tab_stop()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("PRT Desktop"))
        self.setMinimumSize(*_LEAST_SIZE)
        row = QHBoxLayout(self._shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(self._rooms, 1)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        if self._banner is not None:
            rows.addWidget(self._banner)
        rows.addWidget(self._cover, 1)
        rows.addWidget(self._notices)
        self.setCentralWidget(whole)
        self._sidebar.show_place(Place.TODAY)

    def _add_actions(self) -> None:
        self._actions.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        wanted = (
            (self.tr("Today"), KEYS[Place.TODAY], Place.TODAY, ""),
            (self.tr("Learn"), KEYS[Place.LEARN], Place.LEARN, ""),
            (self.tr("Practise"), KEYS[Place.PRACTISE], Place.PRACTISE, ""),
            (self.tr("Diary"), KEYS[Place.DIARY], Place.DIARY, ""),
            (self.tr("My plan"), KEYS[Place.PLAN], Place.PLAN, ""),
            (self.tr("Safety"), KEYS[Place.SAFETY], Place.SAFETY, ""),
            (self.tr("New entry"), "Ctrl+N", Place.DIARY, "new"),
            (self.tr("Note a surprise"), "Ctrl+J", Place.TODAY, "surprise"),
            (self.tr("A bad day"), "F2", Place.BAD_DAY, ""),
            (self.tr("Settings"), KEYS[Place.SETTINGS], Place.SETTINGS, ""),
            (self.tr("Lock the diary"), KEYS[Place.LOCK], Place.LOCK, ""),
            (self.tr("Demonstrate"), "Ctrl+Shift+D", Place.DEMONSTRATION, ""),
            (self.tr("Crisis help"), KEYS[Place.CRISIS], Place.CRISIS, ""),
        )
        for word, keys, place, target in wanted:
            if place not in _OVER and place not in self._rooms.places:
                continue
            action = QAction(word, self, shortcut=QKeySequence(keys))
            action.setData((place.value, target))
            if place is not Place.CRISIS:
                self._actions.addAction(action)
            self.addAction(action)
        action.setShortcutContext(QtCore.Qt.ShortcutContext.ApplicationShortcut)
        action.triggered.connect(self._cover.open_crisis)
        if sys.platform == "darwin":
            add_mac_menu(self, self.actions())

    def _connect(self) -> None:
        self._actions.triggered.connect(self._act)
        self._preparation.filled.connect(self.filled)
        self._preparation.ready.connect(self.ready)
        self._rooms.changed.connect(self.journal_written)
        self._rooms.notice_requested.connect(self.show_notice)
        self._rooms.place_requested.connect(self.go)
        self._rooms.stage_left.connect(self._cover.leave_stage)
        self._rooms.stage_requested.connect(self._cover.show_stage)
        self._sidebar.place_chosen.connect(self._choose)
        self._theme.changed.connect(self._fit_sidebar)


def _restore_place(window: QMainWindow, settings: SettingsFile) -> None:
    window.resize(*_FIRST_SIZE)
    place = settings.read().window
    if place:
        window.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "ignore")))
