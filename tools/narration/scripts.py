"""Finds the texts that are to be spoken and the voices that speak them."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from narration.recipe import Delivery
from prt_desktop.domain.spoken_text import collapsed, sentences, spoken_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Kind = Literal["exercise", "lesson"]

PAUSES_MS: dict[Kind, tuple[int, int]] = {"exercise": (900, 1200), "lesson": (600, 850)}
"""Between two sentences of a clip: time to follow an instruction; a lesson reads on sooner."""

_FIGURE = re.compile(r"\{([a-z0-9-]+\.[a-z_]+)\}")
_PLAIN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class ScriptError(Exception):
    """A text or the list of voices cannot be used; the message names the file and the fault."""


@dataclass(frozen=True, slots=True)
class Line:
    """One clip's worth of words: its name, the text as written, the sentences as spoken."""

    name: str
    text: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """All lines of one exercise or lesson, in their order.

    `folder` is where its clips go, relative to the folder of all clips.
    """

    identifier: str
    kind: Kind
    folder: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of the app and the model's style vector behind it.

    `lesson_speed` is absent where the voice does not read lessons; for `calm_phonemes` see
    `narration.recipe.Take`.
    """

    identifier: str
    style: str
    speed: float
    lesson_speed: float | None
    calm_phonemes: int = 0

    def delivery(self, kind: Kind) -> Delivery | None:
        """Say how it speaks this kind of text, or None where it does not."""
        speed = self.speed if kind == "exercise" else self.lesson_speed
        if speed is None:
            return None
        return Delivery(self.style, speed, PAUSES_MS[kind], self.calm_phonemes)


def read_voices(path: Path) -> tuple[Voice, ...]:
    """Read voices.toml; raises ScriptError."""
    tables = _table(path, path.read_text("utf-8")).get("voice", [])
    voices = []
    for table in tables:
        maker, _, style = str(table.get("source", "")).partition(" ")
        if maker != "Kokoro" or not style or "id" not in table or "speed" not in table:
            raise ScriptError(f'{path}: a voice needs id, speed and source = "Kokoro <style>"')
        lesson_speed = table.get("lesson_speed")
        voices.append(
            Voice(
                str(table["id"]),
                style,
                float(table["speed"]),
                float(lesson_speed) if lesson_speed is not None else None,
                int(table.get("calm_phonemes", 0)),
            )
        )
    return tuple(voices)


def read_pronunciations(path: Path) -> dict[str, str]:
    """Read our vocabulary: word to phonemes of an American voice; raises ScriptError."""
    words = _table(path, path.read_text("utf-8")).get("us", {})
    return {str(word): str(phonemes) for word, phonemes in words.items()}


def exercise_scripts(audio: Path) -> Iterator[Script]:
    """Read every exercise.toml below the folder of clips; raises ScriptError."""
    for path in sorted(audio.glob("*/exercise.toml")):
        table = _table(path, path.read_text("utf-8"))
        lines = tuple(_cue_lines(path, table))
        yield Script(path.parent.name, "exercise", path.parent.name, lines)


def lesson_scripts(lessons: Path) -> Iterator[Script]:
    """Read every lesson; raises ScriptError.

    A page is a line named by its number, with its figures from the cards of references.json;
    before the pages stands the line "short", the version of thirty seconds.
    """
    figures = _figures(lessons / "references.json")
    for path in sorted(lessons.glob("*.md")):
        parts = re.split(r"^\+\+\+\s*$", path.read_text("utf-8"), maxsplit=2, flags=re.MULTILINE)
        if len(parts) != 3:
            raise ScriptError(f"{path}: the front matter stands between two lines of +++")
        front = _table(path, parts[1])
        identifier = _plain(path, front.get("id"))
        short = collapsed(str(front.get("short", "")))
        lines = [Line("short", short, sentences(short))] if short else []
        lines += _page_lines(path, parts[2], figures)
        yield Script(identifier, "lesson", f"lessons/{identifier}", tuple(lines))


def _page_lines(path: Path, markdown: str, figures: dict[str, str]) -> Iterator[Line]:
    def figure(found: re.Match[str]) -> str:
        if found[1] not in figures:
            raise ScriptError(f"{path}: no card has the figure {found[1]}")
        return figures[found[1]]

    pages = re.split(r"^## +(.+?)\s*$", _FIGURE.sub(figure, markdown), flags=re.MULTILINE)[1:]
    for number, (heading, body) in enumerate(zip(pages[::2], pages[1::2], strict=True), 1):
        yield Line(f"{number:02}", f"{heading}\n{body}", sentences(spoken_page(heading, body)))


def _figures(path: Path) -> dict[str, str]:
    """Read the figures of all cards by "key.name"; none where there are no cards."""
    if not path.is_file():
        return {}
    try:
        cards = {item["id"]: item["custom"] for item in json.loads(path.read_text("utf-8"))}
    except (ValueError, LookupError, TypeError) as error:
        raise ScriptError(f"{path}: sources with their cards are expected: {error}") from error
    return {
        f"{key}.{name}": str(figure["value"])
        for key, card in cards.items()
        for name, figure in card.get("figures", {}).items()
    }


def _cue_lines(path: Path, exercise: dict[str, Any]) -> Iterator[Line]:
    seen: set[str] = set()
    for cue in exercise.get("cue", []):
        name = _plain(path, cue.get("id"))
        if name in seen:
            raise ScriptError(f"{path}: two cues are called {name}")
        seen.add(name)
        for suffix, key in (("", "text"), (".instead", "instead")):
            text = collapsed(str(cue.get(key, "")))
            if text:
                yield Line(f"{name}{suffix}", text, sentences(text))
            elif key == "text":
                raise ScriptError(f"{path}: cue {name} has no text")
        for movement, text in cue.get("movement", {}).items():
            words = collapsed(str(text))
            yield Line(f"{name}.{_plain(path, movement)}", words, sentences(words))


def _plain(path: Path, identifier: object) -> str:
    if not isinstance(identifier, str) or not _PLAIN_ID.fullmatch(identifier):
        raise ScriptError(f"{path}: {identifier!r} is no id: use small letters, digits and hyphens")
    return identifier


def _table(path: Path, toml: str) -> dict[str, Any]:
    try:
        return tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise ScriptError(f"{path}: {error}") from error
