"""Settings: what does not fit keeps its first value."""

from __future__ import annotations

import dataclasses
import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.left_at import LeftAt
from prt_desktop.domain.timeline import Pace
from prt_desktop.storage.settings import SETTINGS_NAME, UNREADABLE_NAME, Settings, SettingsFile

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
    chosen = dataclasses.replace(chosen, left_at={"looking": LeftAt(2_000, "middle")})

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


def test_places_of_an_earlier_version_are_read_and_what_does_not_fit_is_left_out(
    tmp_path: Path,
) -> None:
    kept = {
        "old": 250_000,
        "new": {"ms": 2_000, "cue_id": "middle"},
        "spoilt": {"ms": "soon"},
        "true": True,
    }
    (tmp_path / SETTINGS_NAME).write_text(json.dumps({"left_at": kept}), "utf-8")

    found = SettingsFile(tmp_path).read()

    assert found.left_at == {"old": LeftAt(250_000), "new": LeftAt(2_000, "middle")}


def test_a_setting_of_another_version_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_NAME).write_text('{"shoe_size": 43, "theme": "light"}', "utf-8")

    assert SettingsFile(tmp_path).read() == Settings(theme="light")


def test_a_file_that_cannot_be_opened_just_now_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = [{"country": "Here", "name": "A friend", "number": "12345", "what": ""}]
    SettingsFile(tmp_path).write(Settings(theme="dark", own_numbers=numbers))
    settings = SettingsFile(tmp_path)

    def held_by_another(_path: Path) -> bytes:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", held_by_another)
        found = settings.read()
        with pytest.raises(StorageError, match="Try again"):
            settings.write(dataclasses.replace(found, window="here"))
    settings.write(dataclasses.replace(settings.read(), window="here"))

    assert found == Settings()
    assert SettingsFile(tmp_path).read() == Settings(
        theme="dark", own_numbers=numbers, window="here"
    )


def test_what_was_read_before_counts_while_the_file_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = SettingsFile(tmp_path)
    settings.write(Settings(theme="dark"))

    def gone_for_a_moment(_path: Path) -> bytes:
        raise OSError

    monkeypatch.setattr(Path, "read_bytes", gone_for_a_moment)

    assert settings.read() == Settings(theme="dark")


def test_a_file_that_holds_no_settings_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_NAME).write_bytes(b'{"theme": "dark", "own_numb')
    settings = SettingsFile(tmp_path)

    settings.write(dataclasses.replace(settings.read(), theme="light"))

    assert (tmp_path / UNREADABLE_NAME).read_bytes() == b'{"theme": "dark", "own_numb'
    assert settings.read().theme == "light"


def test_one_spoilt_number_takes_no_other_along(tmp_path: Path) -> None:
    number = {"country": "Here", "name": "A friend", "number": "12345", "what": ""}
    (tmp_path / SETTINGS_NAME).write_text(json.dumps({"own_numbers": [number, 3]}), "utf-8")

    assert SettingsFile(tmp_path).read().own_numbers == [number]


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
