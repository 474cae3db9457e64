"""A pytest plugin for `-p tests.without_qt -p no:pytest-qt`: PySide6 cannot be imported here."""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

QT = ("PySide6", "shiboken6")


class _NoQt(MetaPathFinder):
    """Refuses Qt before any other finder is asked."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - the finder's signature
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in QT:
            raise ModuleNotFoundError(f"{fullname} is blocked here", name=fullname)
        return None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the settings of pytest-qt, which is not there to know them."""
    parser.addini("qt_api", "")
    parser.addini("qt_log_level_fail", "")
    parser.addini("qt_log_ignore", "", type="linelist")


def pytest_configure() -> None:
    """Block Qt before any test module is imported."""
    block_qt()


def block_qt() -> None:
    """Make any import of Qt fail in this process from here on."""
    sys.meta_path.insert(0, _NoQt())


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run if Qt came in all the same."""
    if any(name in sys.modules for name in QT):
        session.exitstatus = pytest.ExitCode.INTERNAL_ERROR
