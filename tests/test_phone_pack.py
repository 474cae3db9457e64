"""A folder for the phone: whole or not at all, and never over somebody's files."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import soundfile

from prt_desktop.domain.errors import ContentError, GateClosedError, StorageError
from prt_desktop.paths import Places
from prt_desktop.phone_pack import Pack, usual_wishes, write_pack
from prt_desktop.rendering import Rendering, Wish
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.settings import Settings
from tests.builders import COUNTRY_TOML, Clock, an_answer, write_assets, write_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAMES = ("01 Looking", "02 Resting")


class Packing:
    """Packs sessions of two small exercises, one of them open, as a person with a phone would."""

    def __init__(self, folder: Path) -> None:
        self.assets = write_assets(folder / "assets")
        self.out = folder / "out" / "phone"
        self.out.parent.mkdir()
        self.places = Places(folder / "data", folder / "cache")
        self._copy_exercise()

    def __call__(
        self,
        *exercises: str,
        settings: Settings | None = None,
        minutes: float | None = 0.25,
        country: str = "",
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Pack | None:
        rendering = Rendering(self.assets, self.places, Clock())
        wishes = usual_wishes(rendering, settings or Settings(), exercises, minutes)
        return write_pack(rendering, wishes, country, self.out, progress, cancelled)

    def wish(self, settings: Settings, minutes: float | None = None) -> Wish:
        rendering = Rendering(self.assets, self.places, Clock())
        return usual_wishes(rendering, settings, ["looking"], minutes)[0]

    def text(self, name: str) -> str:
        return (self.out / name).read_text("utf-8-sig")

    def beside(self) -> list[str]:
        return sorted(one.name for one in self.out.parent.iterdir())

    def _copy_exercise(self) -> None:
        looking, resting = (self.assets / "audio" / name for name in ("looking", "resting"))
        for file in [*looking.rglob("*")]:
            if file.is_file():
                write_files(resting, {str(file.relative_to(looking)): file.read_bytes()})
        text = (resting / "exercise.toml").read_text("utf-8")
        for old, new in (('"looking"', '"resting"'), ("Looking", "Resting")):
            text = text.replace(old, new, 1)
        (resting / "exercise.toml").write_text(text.replace("no_open_flag", "open"), "utf-8")


@pytest.fixture
def packing(tmp_path: Path) -> Packing:
    return Packing(tmp_path)


def test_a_pack_holds_each_session_with_its_words_and_crisis_help(packing: Packing) -> None:
    pack = packing()

    files = {file.name for file in packing.out.iterdir()}
    sessions = {f"{name}.{end}" for name in NAMES for end in ("mp3", "vtt", "txt", "html")}
    assert pack == Pack(NAMES, ())
    assert files == sessions | {"Crisis help.txt", "Crisis help.html", "README.txt", "pack.json"}
    assert "Welcome." in packing.text("01 Looking.txt")
    assert "Welcome." in packing.text("01 Looking.html")
    assert packing.text("01 Looking.vtt").startswith("WEBVTT")
    assert packing.beside() == ["phone"]


def test_a_session_of_a_pack_is_an_mp3_that_knows_its_title(packing: Packing) -> None:
    packing()

    sound = packing.out / "01 Looking.mp3"
    assert soundfile.info(sound).duration == 15.0
    assert sound.read_bytes()[:3] == b"ID3"
    assert "Looking".encode("utf-16")[2:] in sound.read_bytes()[:120]


def test_the_page_that_explains_lists_the_sessions(packing: Packing) -> None:
    packing()

    page = packing.text("README.txt")
    assert "01 Looking: 0:15 minutes" in page
    assert "they do not replace a doctor" in page


def test_a_length_is_drawn_in_to_what_an_exercise_can_fill(packing: Packing) -> None:
    packing("looking", minutes=60)

    assert "01 Looking: 0:31 minutes" in packing.text("README.txt")


def test_one_exercise_may_be_chosen(packing: Packing) -> None:
    pack = packing("resting", "resting")

    assert pack == Pack(("01 Resting",), ())
    assert not (packing.out / "02 Looking.mp3").exists()


def test_an_unknown_exercise_is_told(packing: Packing) -> None:
    with pytest.raises(ContentError, match="no exercise 'dancing'"):
        packing("looking", "dancing")

    assert packing.beside() == []


def test_a_closed_exercise_is_left_out_and_told(packing: Packing) -> None:
    answer = replace(an_answer(), ticked=("chest",))
    Journal(packing.places.data, Clock()).add_answer(answer)

    pack = packing()

    assert pack is not None
    assert pack.sessions == ("01 Resting",)
    assert [one.title for one in pack.left_out] == ["Looking"]
    assert "a doctor should look at first" in pack.left_out[0].why
    page = packing.text("README.txt")
    assert "Looking: You ticked something" in page
    assert not list(packing.out.glob("*Looking*"))


def test_an_exercise_without_clips_is_left_out_and_told(packing: Packing) -> None:
    (packing.assets / "audio" / "looking" / "heart" / "close.ogg").unlink()

    pack = packing()

    assert pack is not None
    assert pack.sessions == ("01 Resting",)
    assert "no clip for: close" in pack.left_out[0].why


def test_a_pack_of_closed_exercises_alone_is_refused(packing: Packing) -> None:
    answer = replace(an_answer(), ticked=("chest",))
    Journal(packing.places.data, Clock()).add_answer(answer)

    with pytest.raises(GateClosedError, match="a doctor should look at first"):
        packing("looking")

    assert packing.beside() == []


@pytest.mark.parametrize(("chosen", "shown"), [("Austria", 1), ("", 2), ("Atlantis", 2)])
def test_the_crisis_page_is_of_the_chosen_country_or_of_all(
    packing: Packing, chosen: str, shown: int
) -> None:
    other = COUNTRY_TOML.replace("Austria", "Norway")
    write_files(packing.assets, {"safety/crisis/norway.toml": other})

    packing("looking", country=chosen)

    page = packing.text("Crisis help.txt")
    assert page.count("142") == shown
    assert ("Norway" in page) is (shown == 2)
    assert "last checked on 23 November 2026" in page


def test_progress_goes_once_from_nothing_to_the_whole(packing: Packing) -> None:
    told: list[tuple[int, int]] = []

    packing(progress=lambda done_ms, total_ms: told.append((done_ms, total_ms)))

    assert told == sorted(told)
    assert told[-1] == (30_000, 30_000)
    assert len(told) == len(set(told)) > 1


@pytest.mark.parametrize("asked", [1, 2])
def test_a_cancelled_pack_leaves_nothing_and_an_earlier_one_stays(
    packing: Packing, asked: int
) -> None:
    packing("looking")
    before = packing.text("README.txt")
    answers = iter([False] * (asked - 1) + [True])

    pack = packing(cancelled=lambda: next(answers))

    assert pack is None
    assert packing.beside() == ["phone"]
    assert packing.text("README.txt") == before


def test_an_earlier_pack_is_replaced(packing: Packing) -> None:
    packing()

    packing("resting")

    assert not (packing.out / "01 Looking.mp3").exists()
    assert (packing.out / "01 Resting.mp3").exists()
    assert packing.beside() == ["phone"]


def test_an_empty_folder_is_filled(packing: Packing) -> None:
    packing.out.mkdir()

    assert packing("looking") is not None


@pytest.mark.parametrize("was_pack", [False, True])
def test_a_folder_with_files_of_somebody_is_refused(packing: Packing, was_pack: bool) -> None:
    if was_pack:
        packing("looking")
    write_files(packing.out, {"my letters.txt": "Dear"})
    before = sorted(packing.out.iterdir())

    with pytest.raises(StorageError, match="not a phone pack, so nothing was written"):
        packing("looking")

    assert sorted(packing.out.iterdir()) == before
    assert packing.beside() == ["phone"]


def test_files_that_come_while_a_pack_is_made_are_safe(packing: Packing) -> None:
    def put_a_file(_done_ms: int, _total_ms: int) -> None:
        write_files(packing.out, {"new.txt": "Just now."})

    with pytest.raises(StorageError, match="not a phone pack"):
        packing("looking", progress=put_a_file)

    assert packing.text("new.txt") == "Just now."
    assert packing.beside() == ["phone"]


def test_a_file_in_the_place_of_the_folder_is_refused(packing: Packing) -> None:
    packing.out.write_text("mine", "utf-8")

    with pytest.raises(StorageError, match="not a phone pack"):
        packing("looking")

    assert packing.out.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    "mark", ["", "[]", '{"made_by": "me"}', '{"made_by": "prt-desktop phone-pack", "files": 7}']
)
def test_a_mark_that_is_none_protects_a_folder(packing: Packing, mark: str) -> None:
    write_files(packing.out, {"pack.json": mark, "README.txt": "mine"})

    with pytest.raises(StorageError, match="not a phone pack"):
        packing("looking")

    assert packing.text("README.txt") == "mine"


def test_a_place_that_cannot_be_written_to_is_told(packing: Packing) -> None:
    packing.out = packing.out / "nowhere" / "phone"

    with pytest.raises(StorageError, match="Saving to"):
        packing("looking")


def test_a_pack_sounds_as_the_window_does(packing: Packing) -> None:
    settings = Settings(
        rate=0.9,
        silence=2.0,
        background="rain",
        background_volume=30,
        fade_s=7,
        guidance={"looking": "sparse"},
        minutes={"looking": 0.4},
        bell=True,
        movement="bend",
    )

    wish = packing.wish(settings)

    assert (wish.rate, wish.silence, wish.guidance) == (0.9, 2.0, "sparse")
    assert (wish.soundscape, wish.background_volume, wish.fade_ms) == ("rain", 30, 7_000)
    assert wish.length_ms == 24_000
    assert wish.movement is None  # this exercise has none
    assert not wish.frame.bell  # these assets have none


def test_choices_that_are_no_longer_there_are_passed_over(packing: Packing) -> None:
    wish = packing.wish(Settings(voice="nobody", background="sea", guidance={"looking": "loud"}))

    assert (wish.voice, wish.soundscape, wish.guidance) == (None, None, "full")
    assert wish.length_ms == 18_000


def test_the_mark_names_every_file(packing: Packing) -> None:
    packing()

    mark = json.loads(packing.text("pack.json"))
    assert sorted(mark["files"]) == sorted(file.name for file in packing.out.iterdir())
