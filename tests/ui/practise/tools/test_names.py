"""Every control of the pages is named, large enough, and reached by Tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.builders import a_trial
from tests.ui.practise.test_names import check_all
from tests.ui.reading import focused, press, spoken_name, tab_stops
from tests.ui.test_accessibility import waits_for_arrows

PAGES = ["sentences", "thought", "prediction", "comparison", "writing"]


@pytest.mark.parametrize("name", PAGES)
def test_every_control_is_named_large_and_reached(
    name: str, request: pytest.FixtureRequest
) -> None:
    page = request.getfixturevalue(name)
    assert isinstance(page, QWidget)
    if name == "comparison":
        request.getfixturevalue(name).open(a_trial())
    wanted = {widget for widget in tab_stops(page) if not waits_for_arrows(widget)}

    reached: set[QWidget] = set()
    for _ in range(len(wanted) + 10):
        reached.add(focused())
        press(Qt.Key.Key_Tab)

    check_all(page)
    assert page.accessibleName()
    assert {spoken_name(widget) for widget in wanted - reached} == set()
