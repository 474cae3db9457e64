"""Write the table of docs/safety-case.md from assets/safety/rules.toml, or say that it is stale.

python tools/safety_case.py            writes it
python tools/safety_case.py --check    changes nothing; 1 when the table is stale
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RULES = ROOT / "assets" / "safety" / "rules.toml"
PAGE = ROOT / "docs" / "safety-case.md"
BEGIN, END = "<!-- table of rules: tools/safety_case.py -->", "<!-- end of the table -->"
KINDS = ("question", "rule", "wording", "convention")
SECTIONS = ("4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the knowledge base: where it is met, and the tests that prove it."""

    id: str
    section: str
    kind: str
    text: str
    met_by: tuple[str, ...]
    tests: tuple[str, ...]


def read_rules(path: Path = RULES) -> tuple[Rule, ...]:
    """Read all rules; KeyError or TypeError for a row that does not fit."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))["rule"]
    return tuple(
        Rule(**{**one, "met_by": tuple(one["met_by"]), "tests": tuple(one["tests"])})
        for one in found
    )


def table(rules: tuple[Rule, ...]) -> str:
    """Give the table in Markdown, one row a rule."""
    rows = [
        f"{len(rules)} rules.",
        "",
        "| Row | § | What binds | Met by | Tests |",
        "|---|---|---|---|---|",
    ]
    rows += [
        f"| `{one.id}` | {one.section} | {one.text} | {_named(one.met_by)} | {_tests(one)} |"
        for one in rules
    ]
    return "\n".join(rows)


def with_table(page: str, rules: tuple[Rule, ...]) -> str:
    """Give the page with the table as it should be; ValueError where its marks are missing."""
    head, _, rest = page.partition(BEGIN)
    _, found, tail = rest.partition(END)
    if not found:
        raise ValueError("docs/safety-case.md has no place for the table")
    return f"{head}{BEGIN}\n\n{table(rules)}\n\n{END}{tail}"


def main(arguments: list[str]) -> int:
    """Write the table, or compare it; 1 when it is stale."""
    page = PAGE.read_text(encoding="utf-8")
    wanted = with_table(page, read_rules())
    if "--check" in arguments:
        return int(page != wanted)
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


def _named(places: tuple[str, ...]) -> str:
    return ", ".join(f"`{place.removeprefix('prt_desktop.')}`" for place in places)


def _tests(rule: Rule) -> str:
    return ", ".join(f"`{test.rpartition('::')[2]}`" for test in rule.tests)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
