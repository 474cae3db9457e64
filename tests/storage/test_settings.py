"""Settings: what does not fit keeps its first value."""

from __future__ import annotations

import dataclasses
import json
import stat
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.timeline import Pace
from prt_desktop.storage.settings import SETTINGS_NAME, Settings, SettingsFile

if TYPE_CHECKING:
    from pathlib import Path

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-999, 999) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=4,
)
NAMES = [one.name for one in dataclasses.fields(Settings)]


def test_without_a_file_everything_has_its_first_value(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path).read() == Settings()


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    chosen = Settings(theme="dark", text_percent=150, silence=2.5, minutes={"looking": 12.5})

    SettingsFile(tmp_path / "new").write(chosen)

    assert SettingsFile(tmp_path / "new").read() == chosen


def test_the_settings_file_is_its_owners_alone(tmp_path: Path) -> None:
    SettingsFile(tmp_path).write(Settings())

    assert stat.S_IMODE((tmp_path / SETTINGS_NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", 3),
        ("text_percent", 10),
        ("text_percent", 5_000),
        ("text_percent", "150"),
        ("silence", 0.4),
        ("silence", 1e300),
        ("voice_volume", -1),
        ("voice_volume", 101),
        ("background_volume", 1_000),
        ("minutes", {"looking": "ten"}),
        ("minutes", {"looking": -3}),
        ("minutes", []),
        ("captions", "yes"),
        ("country", None),
    ],
)
def test_a_value_that_does_not_fit_keeps_its_default_and_the_others_stay(
    tmp_path: Path, name: str, value: object
) -> None:
    (tmp_path / SETTINGS_NAME).write_text(json.dumps({name: value, "voice": "michael"}), "utf-8")

    found = SettingsFile(tmp_path).read()

    assert found == Settings(voice="michael")


def test_a_setting_of_another_version_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_NAME).write_text('{"shoe_size": 43, "theme": "light"}', "utf-8")

    assert SettingsFile(tmp_path).read() == Settings(theme="light")


@given(content=st.binary() | st.just(b"[" * 20_000) | st.just(b'{"theme": "\xff"}'))
def test_any_bytes_give_usable_settings(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / SETTINGS_NAME).write_bytes(content)

    assert isinstance(SettingsFile(folder).read(), Settings)


@given(found=st.dictionaries(st.sampled_from(NAMES), JSON))
def test_any_values_give_settings_that_a_session_can_be_made_with(
    tmp_path_factory: pytest.TempPathFactory, found: dict[str, object]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / SETTINGS_NAME).write_text(json.dumps(found), "utf-8", "replace")

    settings = SettingsFile(folder).read()

    assert Pace(silence=settings.silence)
    assert settings.theme in {"system", "light", "dark"}
    assert 0 <= settings.voice_volume <= 100
    assert 0 <= settings.background_volume <= 100
    assert 100 <= settings.text_percent <= 200
    assert all(minutes > 0 for minutes in settings.minutes.values())
