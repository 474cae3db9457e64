"""What a bare machine is promised: safe pinned packages, and a set-up that is done once."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

CHECKOUT = Path(__file__).resolve().parent.parent
CONSTRAINTS = CHECKOUT / "requirements" / "constraints.txt"

VOID_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(1_000_000):
    thing.setObjectName("x")
"""

CHECK_FROM_THE_WHEEL = """
import sys
sys.path.insert(0, sys.argv[1])
from prt_desktop.cli import main
from prt_desktop.paths import assets
assert assets().is_relative_to(sys.argv[1]), assets()
sys.exit(main(["check"]))
"""


def project() -> dict[str, object]:
    """Read the project's own table."""
    table: dict[str, object] = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))[
        "project"
    ]
    return table


def wanted() -> list[str]:
    """Give every requirement of pyproject.toml, those of the extras too."""
    table = project()
    extras = table["optional-dependencies"]
    assert isinstance(extras, dict)
    return [*of_the_app(), *(line for extra in extras.values() for line in extra)]


def of_the_app() -> list[str]:
    """Give the requirements of pyproject.toml without which the app does not run."""
    dependencies = project()["dependencies"]
    assert isinstance(dependencies, list)
    return dependencies


def name_of(requirement: str) -> str:
    """Name the package that a requirement is about, in the one way in which names compare."""
    return canonical(re.split(r"[<>=!~;\[( ]", requirement, maxsplit=1)[0])


def brought_along(requirements: list[str]) -> set[str]:
    """Name all packages that these requirements bring, on whatever system, extras left out.

    What is not installed here, as it is for another system, is taken to need nothing itself.
    """
    found: set[str] = set()
    left = [name_of(one) for one in requirements]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            lines = [line for one in distributions(name=name) for line in one.requires or ()]
            left += [name_of(line) for line in lines if "extra ==" not in line]
    return found


def canonical(name: str) -> str:
    """Write a package's name in the one way in which names compare."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, str]:
    """Give the pinned version of each package by its canonical name."""
    found = re.findall(
        r"^([A-Za-z0-9_.-]+)==([^\s;]+)", CONSTRAINTS.read_text("utf-8"), re.MULTILINE
    )
    return {canonical(name): version for name, version in found}


def pinned_here() -> list[Distribution]:
    """Give the pinned packages that this system has installed."""
    found = [one for one in distributions() if canonical(one.name) in pins()]
    return sorted(found, key=lambda one: canonical(one.name))


def run(*command: str | Path, cwd: Path = CHECKOUT) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, without anything to read."""
    return subprocess.run(
        command, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def test_the_pinned_qt_survives_a_million_void_calls() -> None:
    """Qt calls that return nothing leave the count of references to None as it was.

    It must be a process of its own: pytest itself holds so many references to None that a count
    which sinks by one at each call would not reach zero. On Python 3.11 with PySide6 6.12.0 this
    very script ends by SIGABRT ("none_dealloc: deallocating None") after about 5,000 calls; to see
    it fail, install that version into another environment and run the script there.
    """
    ended = run(sys.executable, "-c", VOID_CALLS)

    assert (ended.returncode, ended.stderr) == (0, "")


def test_qt_is_the_pinned_version() -> None:
    versions = {found.name: found.version for found in pinned_here() if "PySide6" in found.name}

    assert versions == {"PySide6_Addons": "6.11.3", "PySide6_Essentials": "6.11.3"}


def test_the_version_that_aborts_is_refused_below_python_3_12() -> None:
    for name in ("PySide6-Addons", "PySide6-Essentials"):
        lines = [line for line in wanted() if line.startswith(name) and "< '3.12'" in line]

        assert len(lines) == 1
        assert "!=6.12.0" in lines[0]


def test_constraints_name_no_place_to_fetch_from() -> None:
    lines = CONSTRAINTS.read_text("utf-8").splitlines()

    assert [line for line in lines if line.startswith("-") or "://" in line or " @ " in line] == []


@pytest.mark.parametrize("requirement", wanted())
def test_every_requirement_is_pinned(requirement: str) -> None:
    assert name_of(requirement) in pins()


def test_what_is_installed_is_what_is_pinned() -> None:
    found = {canonical(one.name): one.version for one in pinned_here()}

    assert {name: pins()[name] for name in found} == found


def test_every_package_that_came_along_is_pinned() -> None:
    found = {canonical(one.name) for one in distributions()} - {"pip", "setuptools", "prt-desktop"}

    assert found - set(pins()) == set()


def test_every_pinned_package_is_needed_by_something() -> None:
    assert set(pins()) - brought_along(wanted()) == set()


def test_the_build_backend_is_the_pinned_one() -> None:
    build = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["build-system"]

    assert build["requires"] == [f"hatchling=={pins()['hatchling']}"]


@pytest.mark.parametrize("name", sorted(pins()))
def test_every_pinned_package_stands_among_the_licences(name: str) -> None:
    page = (CHECKOUT / "docs" / "licences.md").read_text("utf-8")
    rows = [line.split("|") for line in page.splitlines() if line.startswith("| ")]
    row = {canonical(cells[1].strip()): cells for cells in rows}[name]

    assert row[2].strip() == pins()[name]


def test_the_app_runs_on_the_packages_that_the_licences_page_says() -> None:
    page = (CHECKOUT / "docs" / "licences.md").read_text("utf-8")
    table = page.partition("## Packages the app runs on")[2].partition("\n## ")[0]
    named = re.findall(r"(?m)^\| ([\w.-]+) \| [\d.]+ \|", table)

    assert {canonical(name) for name in named} == brought_along(of_the_app()) & set(pins())


@pytest.mark.parametrize("package", pinned_here(), ids=lambda package: canonical(package.name))
def test_the_licence_text_is_where_the_licences_page_says(package: Distribution) -> None:
    page = (CHECKOUT / "docs" / "licences.md").read_text("utf-8")
    row = re.search(rf"(?im)^\| {re.sub('[-_.]', '[-_.]', package.name)} \|.*$", page)
    assert row
    named = set(re.findall(r"`([^`]+)`", row.group()))

    files = {re.sub(r"^[^/]+\.dist-info", "*", str(file)) for file in package.files or []}
    texts = {file for file in files if re.match(r"\*/(licenses/)?(LICEN[CS]E|COPYING)", file)}

    assert named <= files
    assert bool(named) == bool(texts)


STAND_IN_MAKER = """#!/bin/sh
case "$*" in
    *"-m venv"*) echo "$*" >>"{folder}/made" ;;
    *) exec "{python}" "$@" ;;
esac
"""
STAND_IN_PYTHON = """#!/bin/sh
case "$*" in
    *"-m pip install"*) echo "$*" >>"{folder}/installed" ;;
    *) exec "{python}" "$@" ;;
esac
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Make a checkout whose Python, and that of its environment, write down what would be slow."""
    for name in ("Makefile", "pyproject.toml", "tools/setup.sh", "requirements/constraints.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CHECKOUT / name, tmp_path / name)
    environment = tmp_path / ".venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "pyvenv.cfg").write_text(f"command = python3 -m venv {environment}\n", "utf-8")
    stand_ins = {tmp_path / "maker": STAND_IN_MAKER, environment / "bin/python": STAND_IN_PYTHON}
    for file, text in stand_ins.items():
        file.write_text(text.format(folder=tmp_path, python=sys.executable), "utf-8")
        file.chmod(0o755)
    return tmp_path


def set_up(checkout: Path) -> subprocess.CompletedProcess[str]:
    """Run `make setup` in a checkout of stand-ins."""
    command = ("make", "--no-print-directory", "-C", checkout, "setup")
    ended = run(*command, f"PYTHON={checkout / 'maker'}")
    assert ended.returncode == 0, ended.stderr
    return ended


def times(checkout: Path, what: str) -> int:
    """Count the times that something slow was asked for: `installed` or `made`."""
    file = checkout / what
    return len(file.read_text("utf-8").splitlines()) if file.exists() else 0


def test_the_second_set_up_installs_nothing(checkout: Path) -> None:
    set_up(checkout)
    after_first = times(checkout, "installed")

    second = set_up(checkout)

    assert after_first > 0
    assert times(checkout, "installed") == after_first
    assert second.stdout + second.stderr == ""


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements/constraints.txt"])
def test_a_changed_pin_is_installed(checkout: Path, name: str) -> None:
    set_up(checkout)
    after_first = times(checkout, "installed")
    with (checkout / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")

    set_up(checkout)

    assert times(checkout, "installed") == 2 * after_first


def test_a_good_environment_is_kept(checkout: Path) -> None:
    set_up(checkout)

    assert times(checkout, "made") == 0


def test_an_environment_from_another_folder_is_made_anew(checkout: Path) -> None:
    (checkout / ".venv/pyvenv.cfg").write_text("command = python3 -m venv /gone/.venv\n", "utf-8")

    set_up(checkout)

    assert times(checkout, "made") == 1


STAND_IN_VERSION = """#!/bin/sh
case "$1" in
    -ISc) exec "{python}" -ISc "import sys; sys.version_info = {version}; $2" ;;
    --version) echo "Python {version}" ;;
    -m) exit 1 ;;
esac
"""


@pytest.fixture
def tools(checkout: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Give a function that begins to set the tools up where there are these Pythons alone."""

    def begin(**versions: tuple[int, int]) -> subprocess.CompletedProcess[str]:
        folder = checkout / "pythons"
        folder.mkdir()
        for name in ("python3", "python3.11", "python3.12"):
            version = versions.get(name.replace(".", "_"), (2, 7))
            text = STAND_IN_VERSION.format(python=sys.executable, version=version)
            (folder / name).write_text(text, "utf-8")
            (folder / name).chmod(0o755)
        path = f"PATH={folder}:{os.environ['PATH']}"
        script = checkout / "tools" / "setup.sh"
        return run("env", "-u", "PYTHON", path, script, "tools", ".venv-x", checkout / "Makefile")

    return begin


def test_the_tools_take_a_python_that_their_packages_know(
    tools: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    told = tools(python3=(3, 14), python3_12=(3, 12)).stderr

    assert "Making .venv-x with Python (3, 12)" in told


def test_without_such_a_python_the_tools_say_so_in_a_sentence(
    tools: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    ended = tools(python3=(3, 14))

    assert ended.returncode == 1
    assert ended.stderr == (
        "The tools of the narration need Python 3.11 or 3.12; please install it (python3.11, say) "
        "and run this again.\n"
    )


def test_help_names_every_target() -> None:
    makefile = (CHECKOUT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony

    told = run("make", "--no-print-directory").stdout

    assert set(re.findall(r"^make (\w+)", told, re.MULTILINE)) == set(phony.group(1).split())


def test_ci_runs_the_check() -> None:
    text = (CHECKOUT / ".ci" / "run").read_text("utf-8")

    assert os.access(CHECKOUT / ".ci" / "run", os.X_OK)
    assert "make --no-print-directory check" in text


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as pip would, with the pinned backend that is installed here."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    command += ["--no-build-isolation", "--disable-pip-version-check", "--wheel-dir", str(folder)]
    ended = run(*command, CHECKOUT)
    assert ended.returncode == 0, ended.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_asset(wheel: Path) -> None:
    here = {file.relative_to(CHECKOUT) for file in CHECKOUT.glob("assets/**/*") if file.is_file()}

    inside = {Path(name) for name in zipfile.ZipFile(wheel).namelist()}

    assert {"prt_desktop" / file for file in here} - inside == set()


def test_the_wheel_brings_the_program_into_the_menu_with_its_icon(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    shared = {name.partition(".data/data/")[2]: archive.read(name) for name in archive.namelist()}
    entry = shared["share/applications/prt-desktop.desktop"].decode()
    told = dict(re.findall(r"(?m)^(\w+)=(.*)$", entry))

    assert project()["scripts"] == {told["Exec"]: "prt_desktop.__main__:main"}
    assert f"share/icons/hicolor/scalable/apps/{told['Icon']}.svg" in shared


def test_the_installed_package_checks_its_assets_from_anywhere(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)

    here = run(sys.executable, "-m", "prt_desktop", "check")
    there = run(sys.executable, "-P", "-c", CHECK_FROM_THE_WHEEL, tmp_path, cwd=Path("/"))

    assert (there.returncode, there.stderr) == (0, "")
    assert there.stdout == here.stdout
