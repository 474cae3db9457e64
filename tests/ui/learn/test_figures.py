"""Figures take the theme's colours and the column's width; without them their words stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage

from prt_desktop.ui.learn.figure import Figure
from prt_desktop.ui.theme import Theme, Tone
from prt_desktop.ui.widgets.pane import Place
from tests.ui.learn.test_reader import page_of
from tests.ui.setting import ASSETS

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.ui.main_window import MainWindow

CLASS = re.compile(r'class="([^"]+)"')


@pytest.mark.parametrize("colors", ["light", "dark"])
def test_figure_is_drawn_in_the_colours_of_the_theme(
    theme: Theme, lessons: Path, colors: str
) -> None:
    theme.apply(colors, 100, reduce_motion=True)
    figure = Figure(theme, lessons / "lessons" / "box.svg")

    image = figure.image(QSize(200, 100), 1.0)

    assert image.pixelColor(100, 50) == theme.color(Tone.ACCENT)
    assert "#123456" not in figure.source()


def test_figure_is_sharp_on_a_dense_screen(theme: Theme, lessons: Path) -> None:
    image = Figure(theme, lessons / "lessons" / "box.svg").image(QSize(200, 100), 2.0)

    assert image.size() == QSize(400, 200)
    assert image.deviceIndependentSize().toSize() == QSize(200, 100)


@pytest.mark.parametrize(
    ("percent", "width", "wide"), [(100, 600, 200), (200, 600, 400), (200, 300, 300)]
)
def test_figure_grows_with_the_text_and_fits_the_column(
    theme: Theme, lessons: Path, percent: int, width: int, wide: int
) -> None:
    theme.apply("light", percent, reduce_motion=True)

    size = Figure(theme, lessons / "lessons" / "box.svg").size_within(width)

    assert size == QSize(wide, wide // 2)


def test_words_stand_for_a_picture_that_is_missing(window: MainWindow) -> None:
    window.go(Place.LEARN, "drawn")

    text = page_of(window).toPlainText()

    assert "A picture that is not there" in text
    assert "A box that stands" not in text


def test_screen_reader_finds_the_words_of_every_picture(window: MainWindow) -> None:
    window.go(Place.LEARN, "drawn")

    told = page_of(window).accessibleDescription()

    assert "Picture: A box that stands for an alarm" in told


def test_page_loads_nothing_but_its_figures(window: MainWindow) -> None:
    window.go(Place.LEARN, "drawn")

    loaded = page_of(window).loadResource(2, QUrl("https://example.org/pixel.png"))

    assert isinstance(loaded, QImage)
    assert loaded.isNull()


@pytest.mark.parametrize(
    "path", sorted((ASSETS / "lessons").glob("*.svg")), ids=lambda one: one.name
)
def test_figure_of_the_course_uses_named_colours_alone(theme: Theme, path: Path) -> None:
    figure = Figure(theme, path)
    names = {f"{use}-{tone}" for use in ("fill", "stroke") for tone in Tone}

    used = {name for found in CLASS.findall(figure.source()) for name in found.split()}

    assert figure.usable
    assert used <= names
