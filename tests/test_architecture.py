"""The rules of the house that a machine can keep."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from prt_desktop.storage.backing_up import back_up
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.seal import PlainSeal
from prt_desktop.storage.settings import Settings, SettingsFile
from tests.builders import NOON, Clock, write_clip

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGE = CHECKOUT / "prt_desktop"
PRODUCT = sorted(PACKAGE.rglob("*.py"))
WRITTEN = [
    file
    for folder in ("prt_desktop", "tools", "tests", "benchmarks")
    for file in sorted((CHECKOUT / folder).rglob("*.py"))
]

LONGEST_FILE = 400
LONGEST_FUNCTION = 30
MOST_METHODS = 20

NETWORK = {"aiohttp", "asyncio", "ftplib", "http", "httpx", "requests", "smtplib", "socket"}
NETWORK |= {"socketserver", "ssl", "telnetlib", "urllib", "urllib3", "xmlrpc"}
NETWORK_LOOKALIKES = {
    # Asks whether our own open files still lead to the sound server; it connects to nothing.
    "prt_desktop/audio/sound_server.py": {"socket"},
    # The message bus of this machine's own desktop; only sockets of the file system are opened.
    "prt_desktop/desktop/bus.py": {"socket"},
    # The socket by which a second window finds the first; it never leaves the machine.
    "prt_desktop/desktop/single_instance.py": {
        "PySide6.QtNetwork.QLocalServer",
        "PySide6.QtNetwork.QLocalSocket",
    },
}
EMPTY_NAMES = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}

COMMANDS_WITHOUT_QT = """
import sys
from tests.without_qt import block_qt
block_qt()
from prt_desktop.cli import main
sys.exit(main(sys.argv[1:]))
"""


def called(file: Path) -> str:
    """Name a file in a test's id as one would name it in talk."""
    return str(file.relative_to(CHECKOUT))


def tree(file: Path) -> ast.Module:
    """Parse a file of ours."""
    return ast.parse(file.read_text("utf-8"), called(file))


def imported(file: Path) -> Iterator[str]:
    """Give every module a file imports, those inside functions too."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef, lines: list[str]) -> int:
    """Count a function's lines without its docstring, blank lines and comments."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    if not body:
        return 0
    inner = lines[body[0].lineno - 1 : function.end_lineno]
    return sum(1 for line in inner if line.strip() and not line.strip().startswith("#"))


def is_method(part: ast.stmt) -> bool:
    """Say whether a part of a class is a method; what is read like a value is none."""
    if not isinstance(part, ast.FunctionDef):
        return False
    named = {ast.unparse(one) for one in part.decorator_list}
    return not named & {"property", "cached_property"}


@pytest.mark.parametrize("file", PRODUCT, ids=called)
def test_a_file_is_small_enough_to_read(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("file", PRODUCT, ids=called)
def test_functions_and_classes_are_small(file: Path) -> None:
    lines = file.read_text("utf-8").splitlines()
    nodes = list(ast.walk(tree(file)))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]

    long = {one.name for one in functions if code_lines(one, lines) > LONGEST_FUNCTION}
    wide = {one.name for one in classes if sum(is_method(part) for part in one.body) > MOST_METHODS}

    assert (long, wide) == (set(), set())


@pytest.mark.parametrize("file", PRODUCT, ids=called)
def test_colours_and_style_sheets_stay_in_the_theme(file: Path) -> None:
    if file == PACKAGE / "ui" / "theme.py":
        return
    nodes = list(ast.walk(tree(file)))
    texts = [node.value for node in nodes if isinstance(node, ast.Constant)]

    colours = [text for text in texts if isinstance(text, str) and is_colour(text)]
    sheets = [
        node for node in nodes if isinstance(node, ast.Attribute) and node.attr == "setStyleSheet"
    ]

    assert (colours, sheets) == ([], [])


def is_colour(text: str) -> bool:
    """Say whether a text holds a colour in hex."""
    return bool(re.search(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b", text))


@pytest.mark.parametrize("file", PRODUCT, ids=called)
def test_nothing_reaches_for_a_network(file: Path) -> None:
    reached = {
        name
        for name in imported(file)
        if name.partition(".")[0] in NETWORK or name.startswith("PySide6.QtNetwork")
    }

    assert reached <= NETWORK_LOOKALIKES.get(called(file), set())


@pytest.mark.parametrize("file", sorted((PACKAGE / "domain").glob("*.py")), ids=called)
def test_the_domain_knows_the_standard_library_alone(file: Path) -> None:
    tops = {name.partition(".")[0] for name in imported(file)}
    ours = {name for name in imported(file) if name.startswith("prt_desktop.")}

    assert tops - set(sys.stdlib_module_names) <= {"prt_desktop"}
    assert {name for name in ours if not name.startswith("prt_desktop.domain")} == set()


@pytest.mark.parametrize("file", sorted((PACKAGE / "audio").glob("*.py")), ids=called)
def test_sound_knows_qt_only_where_the_name_says_so(file: Path) -> None:
    with_qt = any(name.startswith("PySide6") for name in imported(file))

    assert not with_qt or file.name.startswith("qt_")


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("__init__.py")), ids=called)
def test_importing_a_folder_loads_nothing(file: Path) -> None:
    assert [node for node in tree(file).body if not isinstance(node, ast.Expr)] == []


@pytest.mark.parametrize("file", WRITTEN, ids=called)
def test_nothing_is_put_off_or_excused(file: Path) -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "type: " + "ignore")

    assert [mark for mark in marks if mark in file.read_text("utf-8")] == []


@pytest.mark.parametrize("file", PRODUCT, ids=called)
def test_a_module_is_a_noun_of_the_field(file: Path) -> None:
    assert file.stem.split("_")[-1] not in EMPTY_NAMES


def test_every_folder_of_code_is_on_the_architecture_page() -> None:
    page = (CHECKOUT / "docs" / "architecture.md").read_text("utf-8")
    folders = {called(file.parent) for file in PRODUCT} - {"prt_desktop"}
    beside = {file.name for file in PACKAGE.glob("*.py")} - {"__init__.py"}

    assert {name for name in folders if f"\n| `{name}` |" not in page} == set()
    assert {name for name in beside if f"`{name}`" not in page} == set()


def test_the_domain_passes_its_tests_without_qt() -> None:
    command = [sys.executable, "-m", "pytest", "-p", "no:pytest-qt", "-p", "tests.without_qt", "-q"]

    ended = subprocess.run(
        [*command, "-p", "no:cacheprovider", "tests/domain"],
        cwd=CHECKOUT,
        env={**os.environ, "PYTEST_ADDOPTS": "", "PRT_HYPOTHESIS": "brief"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize(
    "command",
    [
        ["lessons", "--json"],
        ["exercises", "--json"],
        ["check"],
        ["note", "a line"],
        ["sample"],
        ["export", "--format", "json", "--out", "OUT"],
        ["import", "SOUND"],
        ["import-diary", "BACKUP"],
        ["backup", "OUT"],
        ["restore", "BACKUP"],
        ["reminders", "--ics", "OUT"],
        ["people"],
        ["render", "somatic-tracking", "--minutes", "5", "--out", "OUT"],
        ["phone-pack", "--exercise", "looking-around", "--minutes", "3", "--out", "PACK"],
    ],
    ids=lambda command: command[0],
)
def test_the_command_line_works_without_qt(command: list[str], tmp_path: Path) -> None:
    names = {"OUT": "out.wav", "SOUND": "sound.ogg", "BACKUP": "diary.prtbackup", "PACK": "pack"}
    files = {part: str(tmp_path / name) for part, name in names.items()}
    arguments = [files.get(part, part) for part in command]
    data = tmp_path / "data"
    write_clip(tmp_path / "sound.ogg", 2_000)
    back_up(Journal(tmp_path / "other", Clock()).folder, Path(files["BACKUP"]), PlainSeal(), NOON)
    nine = {"at": "09:00", "days": "1234567"}
    SettingsFile(data).write(Settings(reminders_on=True, reminder_times=[nine]))

    ended = subprocess.run(
        [sys.executable, "-c", COMMANDS_WITHOUT_QT, "--data-dir", str(data), *arguments],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "blocked here" not in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.returncode == 0, ended.stderr
