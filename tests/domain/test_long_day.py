"""A day is written out in the same words everywhere."""

from __future__ import annotations

from datetime import date

import pytest

from prt_desktop.domain.long_day import long_day


@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_is_said_in_words(month: int) -> None:
    day = date(2026, month, 5)

    said = long_day(day)

    assert said.split()[0::2] == ["5", "2026"]
    assert said.split()[1][:3] == "JanFebMarAprMayJunJulAugSepOctNovDec"[3 * month - 3 : 3 * month]
