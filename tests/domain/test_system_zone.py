"""The machine's own zone tells every clock as the zone's published rules do."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from prt_desktop.domain.system_zone import SystemZone

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(
    not hasattr(time, "tzset"), reason="this system has one zone for all programs"
)
NAMES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe")


@pytest.fixture(params=NAMES)
def machine(request: pytest.FixtureRequest) -> Iterator[ZoneInfo]:
    """Let the machine's clock be that of a zone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield ZoneInfo(request.param)
    time.tzset()


def test_every_wall_clock_of_a_year_is_the_same_moment(machine: ZoneInfo) -> None:
    zone = SystemZone()
    walls = [datetime(2026, 1, 1) + n * timedelta(minutes=30) for n in range(365 * 48)]  # noqa: DTZ001

    told = [
        (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC), fold, wall)
        for wall in walls
        for fold in (0, 1)
    ]

    for moment, fold, wall in told:
        assert moment == wall.replace(tzinfo=machine, fold=fold).astimezone(UTC)


def test_every_moment_of_a_year_is_the_same_wall_clock(machine: ZoneInfo) -> None:
    zone = SystemZone()
    moments = [datetime(2026, 1, 1, tzinfo=UTC) + n * timedelta(minutes=30) for n in range(17_520)]

    for moment in moments:
        here, there = moment.astimezone(zone), moment.astimezone(machine)

        assert here.replace(tzinfo=None) == there.replace(tzinfo=None)
        assert here.fold == there.fold


def test_it_says_nothing_that_it_does_not_know(machine: ZoneInfo) -> None:
    here = datetime.now(SystemZone())

    assert here.tzname() == "local"
    assert here.dst() is None
    assert SystemZone().utcoffset(None) is None
    assert here.utcoffset() == datetime.now(machine).utcoffset()
