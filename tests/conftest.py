"""What every test is watched for: silence, no network, its own home, nothing left behind."""

from __future__ import annotations

import gc
import itertools
import logging
import os
import shutil
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

THREAD_GRACE_S = 2.0
QT_IS_WATCHED = "PySide6.QtCore"

# No test may fail because the machine was busy; a failure is printed so that it can be run again.
settings.register_profile("check", deadline=None, print_blob=True)
settings.register_profile("brief", parent=settings.get_profile("check"), max_examples=20)
settings.load_profile(os.environ.get("PRT_HYPOTHESIS", "check"))

_HOMES = pytest.StashKey[Path]()
_home_numbers = itertools.count(1)
_reached: list[str] = []
_timers: WeakSet[Any] = WeakSet()
_threads: WeakSet[Any] = WeakSet()
_shown_alone: list[Any] = []
_flashed: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch of `make shots`."""
    parser.addoption(
        "--rewrite-pictures",
        action="store_true",
        help="take the pictures of this run as the golden ones",
    )


@pytest.hookimpl(trylast=True)  # after pytest-qt has chosen and imported its Qt
def pytest_configure(config: pytest.Config) -> None:
    """Move this process away from the person's home, forbid the network, watch Qt's starts."""
    homes = Path(tempfile.mkdtemp(prefix="prt-test-"))
    config.add_cleanup(lambda: shutil.rmtree(homes, ignore_errors=True))
    config.stash[_HOMES] = homes
    os.environ["XDG_RUNTIME_DIR"] = str(homes)
    _settle_in(homes / "0", os.environ.__setitem__)
    sys.addaudithook(_forbid_network)
    if QT_IS_WATCHED in sys.modules:
        _watch_qt()


def pytest_collection_finish() -> None:
    """Keep the 300,000 objects that the suite itself is made of out of each later collection."""
    # They live as long as the run; going through them again after each test with a window took
    # longer than the test.
    _set_aside()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Keep out, too, what the tests of a file have left for the rest of the run."""
    handled = yield
    if nextitem is not None and nextitem.path != item.path:
        _set_aside()
    return handled


def _set_aside() -> None:
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_home(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a home that no other test has written to."""
    _settle_in(pytestconfig.stash[_HOMES] / str(next(_home_numbers)), monkeypatch.setenv)


@pytest.fixture(autouse=True)
def stays_off_the_network() -> Iterator[None]:
    """Fail a test that reached for the network, even where the code swallowed the refusal."""
    _reached.clear()

    yield

    if _reached:
        pytest.fail(f"reached for the network: {_reached}")


@pytest.fixture(autouse=True)
def stays_quiet(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning it did not announce by `@pytest.mark.logs("its words")`."""
    heard = _Heard()
    logging.getLogger().addHandler(heard)

    yield

    logging.getLogger().removeHandler(heard)
    texts = [text for marker in request.node.iter_markers("logs") for text in marker.args]
    unannounced = [line for line in heard.lines if not any(text in line for text in texts)]
    unheard = [text for text in texts if not any(text in line for line in heard.lines)]
    if unannounced or unheard:
        pytest.fail(f"logged unannounced: {unannounced}; announced but not logged: {unheard}")


@pytest.fixture(autouse=True)
def leaves_no_thread() -> Iterator[None]:
    """Fail a test after which a thread of Python or Qt is still at work."""
    before = set(threading.enumerate())

    yield

    for thread in set(threading.enumerate()) - before:
        thread.join(THREAD_GRACE_S)
        if thread.is_alive():
            pytest.fail(f"left a thread: {thread}")
    started = list(_threads)
    _threads.clear()
    for thread in started:
        if _is_alive(thread) and not thread.wait(int(THREAD_GRACE_S * 1000)):
            pytest.fail(f"left a Qt thread: {thread}")
    if QT_IS_WATCHED in sys.modules:
        from PySide6.QtCore import QThreadPool  # noqa: PLC0415 - domain tests run without Qt

        if not QThreadPool.globalInstance().waitForDone(int(THREAD_GRACE_S * 1000)):
            pytest.fail("left a task in Qt's thread pool")


@pytest.fixture(autouse=True)
def leaves_no_window_or_timer() -> Iterator[None]:
    """Fail a test after which a window or a running timer of its own is still there."""
    windows, ticking = _windows(), _ticking()

    yield

    left = _settled(lambda: _windows() - windows) | _settled(lambda: _ticking() - ticking)
    if left:
        pytest.fail(f"left a window or a running timer: {sorted(map(repr, left))}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Iterator[None]:
    """Fail a test in which a widget was a window on the screen before it got its place."""
    _shown_alone.clear()
    _flashed.clear()

    yield

    _note_flashes()
    if _flashed:
        pytest.fail(f"flashed as a window of its own: {_flashed}")


class _Heard(logging.Handler):
    """Keeps the text of every record of WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def _settle_in(home: Path, set_variable: Callable[[str, str], None]) -> None:
    home.mkdir()
    set_variable("HOME", str(home))
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        set_variable(f"XDG_{kind}_HOME", str(home / kind.lower()))
    # Nor may a test show itself on this person's desktop: there is no bus at these addresses.
    for bus in ("SESSION", "SYSTEM"):
        set_variable(f"DBUS_{bus}_BUS_ADDRESS", f"unix:path={home}/no-bus")


def _forbid_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple):
        wanted = f"{event} {arguments[1]}"
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        wanted = f"{event} {arguments[0]}"
    else:
        return
    _reached.append(wanted)
    raise ConnectionRefusedError(f"tests have no network: {wanted}")


def _watch_qt() -> None:
    from PySide6.QtCore import QThread, QTimer  # noqa: PLC0415 - domain tests run without Qt

    for kind, started in ((QTimer, _timers), (QThread, _threads)):
        setattr(kind, "start", _noting(kind.start, started))  # noqa: B010 - mypy knows no assignment

    if "PySide6.QtWidgets" in sys.modules:
        _watch_windows()


def _watch_windows() -> None:
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415 - domain tests run without Qt

    set_visible = QWidget.setVisible

    def set_visible_and_note(self: QWidget, visible: bool) -> None:
        set_visible(self, visible)
        if visible:
            _note_flashes()
            if self.isWindow():
                _shown_alone.append(self)

    setattr(QWidget, "setVisible", set_visible_and_note)  # noqa: B010 - mypy knows no assignment
    setattr(QWidget, "show", lambda self: self.setVisible(True))  # noqa: B010 - as above


def _note_flashes() -> None:
    for widget in [one for one in _shown_alone if not _is_alive(one) or not one.isWindow()]:
        _shown_alone.remove(widget)
        if _is_alive(widget):
            _flashed.append(repr(widget))


def _noting(start: Callable[..., None], started: WeakSet[Any]) -> Callable[..., None]:
    def start_and_note(self: object, *arguments: object) -> None:
        started.add(self)
        start(self, *arguments)

    return start_and_note


def _is_alive(thing: object) -> bool:
    from shiboken6 import isValid  # noqa: PLC0415 - domain tests run without Qt

    return bool(isValid(thing))


def _windows() -> set[Any]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return set()
    return set(widgets.QApplication.topLevelWidgets())


def _ticking() -> set[Any]:
    return {timer for timer in _timers if _is_alive(timer) and timer.isActive()}


def _settled(look: Callable[[], set[Any]]) -> set[Any]:
    if not look():
        return set()
    # What was only waiting for its deletion, by Qt or by Python's collector, is not left behind.
    gc.collect()
    if QT_IS_WATCHED in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415 - see above

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return look()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start Qt as the program does: in the style that our own painting stands on."""
    return ["prt-desktop", "-style", "fusion"]
