"""The table of docs/safety-case.md: every row has its question or rule, its tests, and no gap."""

from __future__ import annotations

import ast
from functools import cache
from importlib import import_module

import pytest

from prt_desktop.content.library import Library
from prt_desktop.paths import assets
from safety_case import KINDS, PAGE, ROOT, SECTIONS, Rule, read_rules, with_table

RULES = read_rules()
LIBRARY = Library(assets())

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@cache
def named_in(file: str) -> frozenset[str]:
    """Name the tests of a file."""
    nodes = ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8")))
    return frozenset(node.name for node in nodes if isinstance(node, ast.FunctionDef))


@cache
def question_ids() -> frozenset[str]:
    """Give the id of everything that is asked."""
    check = LIBRARY.mini_check
    assert check is not None
    pages = (*LIBRARY.question_pages, *LIBRARY.fit_pages)
    asked = [*check.questions, *(question for page in pages for question in page.questions)]
    return frozenset(question.id for question in asked)


def is_there(place: str) -> bool:
    """Say whether a place in the code, or a file of the assets, exists."""
    if place.endswith(".toml"):
        return any((assets() / folder / place).is_file() for folder in ("safety", "."))
    module, _, name = place.partition(":")
    found: object = import_module(module)
    for part in filter(None, name.split(".")):
        found = getattr(found, part)
    return True


def missing_tests(rule: Rule) -> list[str]:
    """Name the tests of a rule that do not exist."""
    pairs = [test.split("::") for test in rule.tests]
    return [
        name for file, name in pairs if not (ROOT / file).is_file() or name not in named_in(file)
    ]


def test_table_is_as_the_tool_writes_it() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert page == with_table(page, RULES)


def test_stale_table_is_seen() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert page != with_table(page, RULES[1:])


@each_rule
def test_a_rule_has_tests_that_exist(rule: Rule) -> None:
    assert rule.tests
    assert missing_tests(rule) == []


@each_rule
def test_a_rule_is_met_by_something_that_exists(rule: Rule) -> None:
    assert rule.kind in KINDS
    assert rule.met_by
    if rule.kind == "question":
        assert set(rule.met_by) <= question_ids()
    else:
        assert all(is_there(place) for place in rule.met_by)


def test_test_that_does_not_exist_is_seen() -> None:
    rule = Rule("x", "4.1", "rule", "X.", ("x",), ("tests/domain/test_safety.py::test_gone",))

    assert missing_tests(rule) == ["test_gone"]


def test_every_question_has_its_row() -> None:
    met = {place for rule in RULES if rule.kind == "question" for place in rule.met_by}

    assert met == question_ids()


def test_every_section_of_the_knowledge_base_is_mirrored() -> None:
    rows = {section: [one for one in RULES if one.section == section] for section in SECTIONS}

    assert len({rule.id for rule in RULES}) == len(RULES)
    assert {section: len(those) for section, those in rows.items()} == {
        "4.1": 1,
        "4.2": 20,
        "4.3": 8,
        "4.4": 6,
        "4.5": 18,
        "4.6": 9,
        "4.7": 5,
    }


def test_hazard_log_names_tests_that_exist() -> None:
    named = [
        word.strip("`") for word in PAGE.read_text(encoding="utf-8").split() if "`test_" in word
    ]
    names = {word.strip("`,|;:.") for word in named}
    there = {
        name
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in named_in(str(file.relative_to(ROOT)))
    }

    assert len(names) > 60
    assert names <= there


def test_no_row_of_the_hazard_log_waits_for_its_test() -> None:
    rows = [
        line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| H")
    ]

    assert len(rows) >= 30
    assert not [row for row in rows if "to come" in row]
