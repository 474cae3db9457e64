"""What is remembered of an exercise beside its choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.left_at import LeftAt
from prt_desktop.storage.settings import SettingsFile
from prt_desktop.ui.practise.choice_keeper import ChoiceKeeper

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    """Give an empty settings file."""
    return SettingsFile(tmp_path)


def test_place_is_kept_for_each_exercise(file: SettingsFile) -> None:
    keeper = ChoiceKeeper(file)

    keeper.keep_place("looking", LeftAt(2_000, "middle"))
    keeper.keep_place("warmth", LeftAt(10_000, "open"))

    assert file.read().left_at == {
        "looking": LeftAt(2_000, "middle"),
        "warmth": LeftAt(10_000, "open"),
    }


def test_place_of_a_finished_exercise_is_forgotten(file: SettingsFile) -> None:
    keeper = ChoiceKeeper(file)
    keeper.keep_place("looking", LeftAt(2_000, "middle"))

    keeper.keep_place("looking", None)

    assert file.read().left_at == {}


def test_the_fold_is_kept(file: SettingsFile) -> None:
    keeper = ChoiceKeeper(file)

    keeper.keep_unfolded(True)

    assert file.read().sound_unfolded


def test_what_cannot_be_written_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "taken").write_text("a file, no folder", "utf-8")
    keeper = ChoiceKeeper(SettingsFile(tmp_path / "taken"))

    with qtbot.waitSignal(keeper.failed) as told:
        keeper.keep_place("looking", LeftAt(1_000, "open"))

    assert told.args is not None
    assert "What was saved before is safe" in told.args[0]
