"""Both themes are readable, and nothing outside the theme knows a colour."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from prt_desktop.domain.errors import ContentError
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Theme, ThemeChoice, Tone, Weight
from tests.ui.setting import ASSETS

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

UI = Path(__file__).parents[2] / "prt_desktop" / "ui"
ON_GROUNDS = [Tone.TEXT, Tone.MUTED, Tone.ACCENT, Tone.CAUTION, Tone.EMERGENCY]


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("ground", [Tone.SURFACE, Tone.RAISED])
@pytest.mark.parametrize("tone", ON_GROUNDS)
def test_words_stand_out_from_their_ground(
    theme: Theme, choice: ThemeChoice, ground: Tone, tone: Tone
) -> None:
    theme.apply(choice, 100, reduce_motion=True)

    assert contrast(theme.color(tone), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize(
    ("tone", "ground"),
    [
        (Tone.TEXT, Tone.ACCENT_SOFT),
        (Tone.MUTED, Tone.ACCENT_SOFT),
        (Tone.ACCENT, Tone.ACCENT_SOFT),
        (Tone.ON_ACCENT, Tone.ACCENT),
    ],
)
def test_words_stand_out_from_the_accent(
    theme: Theme, choice: ThemeChoice, tone: Tone, ground: Tone
) -> None:
    theme.apply(choice, 100, reduce_motion=True)

    assert contrast(theme.color(tone), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("tone", [Tone.CAUTION, Tone.EMERGENCY])
def test_words_stand_out_from_a_toned_card(theme: Theme, choice: ThemeChoice, tone: Tone) -> None:
    theme.apply(choice, 100, reduce_motion=True)

    wash = theme.mix(tone, Tone.RAISED, 0.07)

    for words in (Tone.TEXT, Tone.MUTED, tone):
        assert contrast(theme.color(words), wash) >= 4.5


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("ground", [Tone.SURFACE, Tone.RAISED])
@pytest.mark.parametrize("tone", [Tone.LINE, Tone.ACCENT])
def test_edges_of_controls_stand_out_from_their_ground(
    theme: Theme, choice: ThemeChoice, ground: Tone, tone: Tone
) -> None:
    theme.apply(choice, 100, reduce_motion=True)

    assert contrast(theme.color(tone), theme.color(ground)) >= 3


def test_dark_theme_is_dark_and_light_theme_is_light(theme: Theme) -> None:
    theme.apply(ThemeChoice.LIGHT, 100, reduce_motion=True)
    light = theme.color(Tone.SURFACE).lightness()
    theme.apply(ThemeChoice.DARK, 100, reduce_motion=True)

    assert theme.color(Tone.SURFACE).lightness() < 64
    assert light > 192


def test_system_theme_follows_the_system_while_the_program_runs(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(ThemeChoice.SYSTEM, 100, reduce_motion=True)
    worn = [theme.dark]

    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        with qtbot.waitSignal(theme.changed):
            qapp.styleHints().colorSchemeChanged.emit(scheme)
        worn.append(theme.dark)

    assert worn == [False, True, False]


def test_chosen_theme_stays_whatever_the_system_does(theme: Theme, qapp: QApplication) -> None:
    theme.apply(ThemeChoice.LIGHT, 100, reduce_motion=True)

    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    assert not theme.dark


def test_text_size_moves_every_size_of_type(theme: Theme) -> None:
    before = {size: theme.font(size).pixelSize() for size in Size}

    theme.apply(ThemeChoice.LIGHT, 200, reduce_motion=True)

    for size in Size:
        assert theme.font(size, Weight.BOLD).pixelSize() == pytest.approx(2 * before[size], abs=1)


@pytest.mark.parametrize(("wanted", "got"), [(50, 1.0), (150, 1.5), (900, 2.0)])
def test_text_size_is_held_within_its_range(theme: Theme, wanted: int, got: float) -> None:
    theme.apply(ThemeChoice.LIGHT, wanted, reduce_motion=True)

    assert theme.scale == got


def test_reduced_motion_leaves_no_time_for_a_fade(theme: Theme) -> None:
    theme.apply(ThemeChoice.LIGHT, 100, reduce_motion=False)
    lively = theme.fade_ms
    theme.apply(ThemeChoice.LIGHT, 100, reduce_motion=True)

    assert (lively, theme.fade_ms) == (180, 0)


@pytest.mark.parametrize("name", ["light.toml", "dark.toml"])
def test_theme_files_are_toml_with_every_token_and_no_other(name: str) -> None:
    table = tomllib.loads((ASSETS / "theme" / name).read_text("utf-8"))

    assert set(table) == {str(tone) for tone in Tone}


def test_theme_file_with_a_word_for_a_colour_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    good = (ASSETS / "theme" / "light.toml").read_text("utf-8")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "light.toml").write_text(good.replace('"#27676a"', '"mist"'), "utf-8")
    theme = Theme(qapp, tmp_path)

    with pytest.raises(ContentError, match="accent is not a colour"):
        theme.apply(ThemeChoice.LIGHT, 100, reduce_motion=True)


def test_every_icon_has_its_file_and_every_file_its_icon() -> None:
    files = {path.stem for path in (ASSETS / "icons").glob("*.svg")}

    assert files == {str(icon) for icon in Icon}


def test_every_icon_is_shown_somewhere() -> None:
    code = "".join(file.read_text("utf-8") for file in UI.rglob("*.py"))

    assert [icon for icon in Icon if not re.search(rf"\bIcon\.{icon.name}\b", code)] == []


@pytest.mark.parametrize("icon", list(Icon))
def test_icon_is_drawn_on_the_one_grid_with_the_one_stroke(icon: Icon) -> None:
    source = (ASSETS / "icons" / f"{icon}.svg").read_text("utf-8")

    assert 'viewBox="0 0 24 24"' in source
    assert re.findall(r'stroke-width="([^"]+)"', source) == ["1.75"]
    assert re.findall(r'stroke="([^"]+)"', source) == ["currentColor"]


@pytest.mark.parametrize(
    "path", sorted(UI.rglob("*.py")), ids=lambda path: str(path.relative_to(UI))
)
def test_only_the_theme_knows_colours_and_style_sheets(path: Path) -> None:
    source = path.read_text("utf-8")

    assert not re.search(r'"#[0-9a-fA-F]{3,8}"', source)
    assert "setStyleSheet" not in source


def contrast(one: QColor, other: QColor) -> float:
    """Give the contrast ratio of WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: QColor) -> float:
    """Give the relative luminance of WCAG 2."""
    parts = [part / 255 for part in (color.red(), color.green(), color.blue())]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
