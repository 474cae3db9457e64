"""What is said of patterns: both counts, the bounds, and never why."""

from __future__ import annotations

import pytest

from prt_desktop.domain.patterns import Counts, Difference, Pattern, Verdict, pattern_sentence


def a_pattern(verdict: Verdict, difference: Difference | None, **counts: int) -> Pattern:
    """Build what was found of poor sleep and fear."""
    seen = {"days_with": 23, "days_without": 61, "spells": 15} | counts
    return Pattern("poor sleep", "fear", Counts(**seen), verdict, difference)


def test_a_finding_tells_both_counts_and_the_bounds() -> None:
    found = a_pattern(Verdict.TOGETHER, Difference(1.42, 0.3, 2.6))

    assert pattern_sentence(found) == (
        "On the 23 days with “poor sleep” your fear was about 1.4 points higher (between 0.3 and "
        "2.6) than on the 61 others. That says they go together, not why."
    )


def test_a_finding_downwards_is_told_in_sizes() -> None:
    found = a_pattern(Verdict.TOGETHER, Difference(-1.0, -1.9, -0.02))

    assert "about 1 point lower (between 0.02 and 1.9) than" in pattern_sentence(found)


def test_nothing_clear_tells_how_far_it_could_go_both_ways() -> None:
    found = a_pattern(Verdict.UNCLEAR, Difference(0.31, -0.9, 1.5))

    assert pattern_sentence(found) == (
        "On the 23 days with “poor sleep” your fear was about 0.3 points higher (anything between "
        "0.9 lower and 1.5 higher) than on the 61 others. Nothing clear: they may well be alike."
    )


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"days_with": 9}, "At least 3 days more would be needed, among them 3 with it."),
        ({"days_with": 50, "days_without": 5}, "At least 7 days more would be needed"),
        ({"days_with": 20, "days_without": 35}, "At least 1 day more would be needed."),
        ({"days_with": 0, "days_without": 1, "spells": 0}, "12 with it and 11 without it."),
        ({"days_with": 30, "spells": 1}, "At least 3 days more would be needed, among them 3"),
    ],
)
def test_too_few_days_tell_how_many_more(counts: dict[str, int], told: str) -> None:
    said = pattern_sentence(a_pattern(Verdict.TOO_FEW, None, **counts))

    assert said.startswith("Cannot tell yet: fear was noted on ")
    assert told in said


def test_what_keeps_to_its_weekdays_says_so() -> None:
    said = pattern_sentence(a_pattern(Verdict.ONLY_WEEKDAYS, None))

    assert said.startswith("Cannot tell: “poor sleep” keeps to its weekdays")
