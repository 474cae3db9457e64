"""A start imports Qt without its toll on later imports, and collects nothing until it is over."""

from __future__ import annotations

import subprocess
import sys

import pytest

from prt_desktop.domain.first_day import Screen
from prt_desktop.ui.first_day.beginning import DONE

BEGIN = "import builtins, gc; plain = builtins.__import__; from prt_desktop.quick_start import *; "


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("begin_quickly(); print(builtins.__import__ is plain)", "True"),
        ("begin_quickly(); print(gc.isenabled())", "False"),
        ("begin_quickly(); end_quickly(); print(gc.isenabled())", "True"),
        ("begin_quickly(); end_quickly(); print(gc.get_freeze_count())", "0"),
        ("import PySide6.QtCore; print(builtins.__import__ is plain)", "False"),
    ],
    ids=[
        "import is as it was",
        "nothing is collected",
        "and then again",
        "also what the start made",
        "Qt does replace it",
    ],
)
def test_start_leaves_python_as_it_was(words: str, said: str) -> None:
    code = BEGIN.replace("*", "begin_quickly, end_quickly") + words

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == said


def test_first_day_that_is_over_is_known_without_its_module() -> None:
    assert DONE == Screen.DONE
