"""The command line: its answers, its exit codes, and what it never does."""

from __future__ import annotations

import contextlib
import getpass
import io
import json
import re
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import soundfile
from fhir.resources.R4B.bundle import Bundle
from icalendar import Calendar

from prt_desktop import cli
from prt_desktop.cli import main
from prt_desktop.domain.csv_sheet import sheet_of
from prt_desktop.domain.diary import EntryKind
from prt_desktop.domain.safety import PageAnswer, PageId
from prt_desktop.domain.scores import Source, scores_of
from prt_desktop.export.csv_import import own_entries
from prt_desktop.export.json_diary import diary_from_json
from prt_desktop.paths import Places
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.people import People
from prt_desktop.storage.settings import Settings, SettingsFile
from prt_desktop.storage.whole import whole_diary
from tests.builders import Clock, a_check, an_entry, write_assets, write_clip, write_files
from tests.storage.journals import files
from tests.storage.vaults import PASSPHRASE, turned_on, unlocked

CHECKOUT = Path(__file__).resolve().parent.parent
ID = re.compile(r"[0-9a-f]{32}\n")


class Prompt:
    """Runs commands on one data folder, as a person at a prompt would."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        code = main(["--data-dir", str(self.folder), *arguments])
        told = self._capsys.readouterr()
        return code, told.out, told.err

    def refused(self, *arguments: str) -> str:
        """Run a command that is wrongly used; give what is told."""
        with pytest.raises(SystemExit) as stopped:
            main(["--data-dir", str(self.folder), *arguments])
        told = self._capsys.readouterr()
        assert stopped.value.code == 2
        assert told.out == ""
        return told.err

    @property
    def journal(self) -> Journal:
        return Journal(self.folder, Clock())


@pytest.fixture
def prompt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Prompt:
    return Prompt(tmp_path / "data", capsys)


@pytest.fixture
def small_assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the commands read a small folder of assets."""
    folder = write_assets(tmp_path / "assets")
    monkeypatch.setattr(cli, "assets", lambda: folder)
    return folder


def is_one_sentence(text: str) -> bool:
    return text.endswith(".\n") and text.count("\n") == 1 and "Traceback" not in text


# check


def test_check_counts_what_the_assets_hold(prompt: Prompt) -> None:
    code, out, err = prompt("check")

    assert code == 0
    assert re.fullmatch(r"\d+ lessons, \d+ exercises, \d+ clips .*: no faults\n", out)
    assert err == ""


def test_check_reads_another_folder(prompt: Prompt, tmp_path: Path) -> None:
    folder = write_assets(tmp_path / "other")

    code, out, _ = prompt("check", str(folder))

    assert code == 0
    assert out.startswith("1 lessons, 1 exercises, 4 clips in 1 voices, 1 soundscapes, 1 sources")


def test_check_tells_every_fault_on_a_line_of_its_own(prompt: Prompt, small_assets: Path) -> None:
    path = small_assets / "audio" / "looking" / "exercise.toml"
    path.write_text(path.read_text("utf-8").replace("weight = 1.0", "weight = 0"), "utf-8")

    code, out, err = prompt("check")

    assert code == 1
    assert [line.partition(": ")[0] for line in out.splitlines()][:3] == [
        f"{path}:{number}" for number in (16, 25, 34)
    ]
    assert err == ""


def test_check_reads_translated_courses_too(prompt: Prompt, small_assets: Path) -> None:
    write_files(small_assets, {"lessons/de/01-first.md": "no lesson"})

    code, out, _ = prompt("check")

    assert code == 1
    assert "lessons/de/01-first.md" in out


def test_check_of_a_folder_that_is_not_there_is_told(prompt: Prompt, tmp_path: Path) -> None:
    code, out, _ = prompt("check", str(tmp_path / "nowhere"))

    assert code == 1
    assert "this file is missing" in out


# lessons, exercises


def test_lessons_are_listed_as_json(prompt: Prompt) -> None:
    code, out, err = prompt("lessons", "--json")

    keys = {"id", "title", "minutes", "part", "objectives", "citations", "exercise", "opens"}
    assert code == 0
    assert err == ""
    assert all(set(row) == keys for row in json.loads(out))


def test_exercises_are_listed_as_json(prompt: Prompt) -> None:
    code, out, _ = prompt("exercises", "--json")

    rows = {row["id"]: row for row in json.loads(out)}
    tracking = rows["somatic-tracking"]
    assert code == 0
    assert set(tracking) == {"id", "title", "part", "minutes", "voices", "forms", "gated"}
    assert tracking["minutes"][0] <= 3
    assert tracking["minutes"][1] >= 20
    assert tracking["voices"] == ["heart", "michael"]
    assert tracking["gated"] is False


@pytest.mark.parametrize("command", ["lessons", "exercises"])
def test_a_listing_for_people_has_a_line_each(prompt: Prompt, command: str) -> None:
    _, as_json, _ = prompt(command, "--json")
    code, out, _ = prompt(command)

    assert code == 0
    for line, row in zip(out.splitlines(), json.loads(as_json), strict=True):
        assert line.startswith(f"{row['id']}  {row['title']}  ")
        assert line.endswith("minutes")


# note


def test_a_note_is_in_the_diary_and_its_id_is_the_answer(prompt: Prompt) -> None:
    code, out, err = prompt("note", "Bread, tea, and the first sun.")

    [entry] = prompt.journal.entries()
    assert (code, out, err) == (0, f"{entry.id}\n", "")
    assert entry.text == "Bread, tea, and the first sun."
    assert entry.kind is EntryKind.NOTE
    assert entry.created_at.tzinfo is not None


@pytest.mark.parametrize("kind", ["note", "surprise", "did", "feeling"])
def test_a_note_can_be_of_each_written_kind(prompt: Prompt, kind: str) -> None:
    prompt("note", "Something.", "--kind", kind)

    assert [entry.kind.value for entry in prompt.journal.entries()] == [kind]


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_a_note_that_says_nothing_is_refused(prompt: Prompt, text: str) -> None:
    code, out, err = prompt("note", text)

    assert (code, out) == (1, "")
    assert "no text to keep" in err
    assert not (prompt.folder / "journal.json").exists()


def test_a_note_with_half_a_character_is_refused_in_a_sentence(prompt: Prompt) -> None:
    code, out, err = prompt("note", "half \udcff a character")

    assert (code, out) == (1, "")
    assert "broken character" in err


def test_a_note_into_an_unreadable_diary_changes_nothing(prompt: Prompt) -> None:
    prompt.folder.mkdir()
    (prompt.folder / "journal.json").write_bytes(b"spoilt")

    code, out, err = prompt("note", "Something.")

    assert (code, out) == (1, "")
    assert is_one_sentence(err.replace(". It", ", it"))
    assert (prompt.folder / "journal.json").read_bytes() == b"spoilt"


def test_a_note_into_a_folder_that_is_a_file_is_told(prompt: Prompt) -> None:
    prompt.folder.write_bytes(b"")

    code, _, err = prompt("note", "Something.")

    assert code == 1
    assert "Traceback" not in err


def test_a_note_of_an_unknown_kind_is_wrong_usage(prompt: Prompt) -> None:
    assert "dance" in prompt.refused("note", "Something.", "--kind", "dance")


# export


def test_an_export_holds_every_entry_oldest_first(prompt: Prompt, tmp_path: Path) -> None:
    ids = [prompt("note", f"number {number}")[1].strip() for number in range(3)]

    code, out, err = prompt("export", "--format", "json", "--out", str(tmp_path / "out.json"))

    found = json.loads((tmp_path / "out.json").read_bytes())
    assert (code, out, err) == (0, "", "")
    assert [entry["id"] for entry in found] == ids


def test_an_export_can_be_of_some_days_only(prompt: Prompt, tmp_path: Path) -> None:
    for day in (1, 2, 3):
        written = datetime(2026, 11, day, 12, tzinfo=UTC)
        prompt.journal.add(an_entry(f"day {day}", created_at=written))

    days = ("--from", "2026-11-02", "--to", "2026-11-03")
    code, _, _ = prompt("export", "--format", "json", "--out", str(tmp_path / "o.json"), *days)

    found = json.loads((tmp_path / "o.json").read_bytes())
    assert code == 0
    assert [entry["text"] for entry in found] == ["day 2", "day 3"]


def test_an_export_of_nothing_is_an_empty_list(prompt: Prompt, tmp_path: Path) -> None:
    code, _, _ = prompt("export", "--format", "json", "--out", str(tmp_path / "o.json"))

    assert code == 0
    assert json.loads((tmp_path / "o.json").read_bytes()) == []


def test_a_sample_as_fhir_is_valid_and_holds_one_observation_for_every_score(
    prompt: Prompt, tmp_path: Path
) -> None:
    prompt("sample")

    code, out, err = prompt("export", "--format", "fhir", "--out", str(tmp_path / "o.fhir.json"))

    content = (tmp_path / "o.fhir.json").read_bytes()
    observations = content.count(b'"resourceType": "Observation"')
    assert (code, out, err) == (0, "", "")
    assert len(Bundle.model_validate_json(content).entry or []) > observations
    assert observations == len(scores_of(whole_diary(prompt.journal)))
    assert {score.source for score in scores_of(whole_diary(prompt.journal))} == set(Source)


def test_a_sample_comes_back_from_csv_and_json_as_it_was(prompt: Prompt, tmp_path: Path) -> None:
    prompt("sample")

    prompt("export", "--format", "csv", "--out", str(tmp_path / "o.csv"))
    prompt("export", "--format", "json", "--out", str(tmp_path / "o.json"))

    whole = whole_diary(prompt.journal)
    assert own_entries(sheet_of((tmp_path / "o.csv").read_bytes())).entries == whole.entries
    assert diary_from_json((tmp_path / "o.json").read_bytes()) == whole


@pytest.mark.parametrize("name", ["nowhere/out.json", ".", "/", "data"])
def test_an_export_to_no_file_is_told_in_a_sentence(
    prompt: Prompt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    prompt("note", "Something.")

    code, out, err = prompt("export", "--format", "json", "--out", name)

    assert (code, out) == (1, "")
    assert err.endswith(".\n")
    assert len(prompt.journal.entries()) == 1


@pytest.mark.parametrize("spelling", ["journal.json", "../data/journal.json", "link.json"])
def test_an_export_over_the_diary_itself_is_refused(prompt: Prompt, spelling: str) -> None:
    prompt("note", "Something.")
    (prompt.folder / "link.json").symlink_to(prompt.folder / "journal.json")

    code, _, err = prompt("export", "--format", "json", "--out", str(prompt.folder / spelling))

    assert code == 1
    assert "diary itself" in err
    assert len(prompt.journal.entries()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "--out", "o.json"),
        ("export", "--format", "json"),
        ("export", "--format", "docx", "--out", "o"),
        ("export", "--format", "json", "--out", "o", "--from", "yesterday"),
        ("note",),
        ("render", "somatic-tracking", "--out", "o.wav"),
        ("render", "somatic-tracking", "--minutes", "ten", "--out", "o.wav"),
        ("render", "somatic-tracking", "--minutes", "-1", "--out", "o.wav"),
        ("render", "somatic-tracking", "--minutes", "nan", "--out", "o.wav"),
        ("render", "somatic-tracking", "--minutes", "1e305", "--out", "o.wav"),
        ("render", "somatic-tracking", "--minutes", "5", "--silence", "9", "--out", "o.wav"),
        ("render", "somatic-tracking", "--minutes", "5", "--guidance", "loud", "--out", "o.wav"),
        ("render", "somatic-tracking", "--minutes", "5", "--rate", "1.2", "--out", "o.wav"),
        ("render", "somatic-tracking", "--minutes", "5", "--fade", "21", "--out", "o.wav"),
        ("render", "somatic-tracking", "--minutes", "5", "--delay", "-1", "--out", "o.wav"),
        *(
            ("render", "somatic-tracking", "--minutes", "5", "--background-volume", wrong)
            for wrong in ("101", "loud")
        ),
        ("sample", "--years", "0"),
        ("sample", "--years", "3000"),
        ("fly",),
    ],
)
def test_wrong_usage_ends_with_two_and_writes_nothing(
    prompt: Prompt, arguments: tuple[str, ...]
) -> None:
    assert "usage: prt-desktop" in prompt.refused(*arguments)
    assert not prompt.folder.exists()


def test_days_in_the_wrong_order_are_refused_in_a_sentence(prompt: Prompt, tmp_path: Path) -> None:
    prompt("note", "Tea.")
    out = tmp_path / "o.json"

    told = prompt.refused(
        *("export", "--format", "json", "--out", str(out)),
        *("--from", "2026-11-24", "--to", "2026-11-23"),
    )

    assert "--from is later than --to. Exchange the two days.\n" in told
    assert not out.exists()


def test_one_day_may_be_the_first_and_the_last(prompt: Prompt, tmp_path: Path) -> None:
    today = datetime.now().astimezone().date().isoformat()
    prompt("note", "Tea.")

    code, _, _ = prompt(
        *("export", "--format", "json", "--out", str(tmp_path / "o.json")),
        *("--from", today, "--to", today),
    )

    assert code == 0
    assert "Tea." in (tmp_path / "o.json").read_text("utf-8")


# sample


def test_a_sample_fills_an_empty_diary_with_every_kind(prompt: Prompt) -> None:
    code, out, err = prompt("sample")

    entries = prompt.journal.entries()
    assert (code, out, err) == (0, "", "")
    assert len(entries) == 3 * 28
    assert {entry.kind for entry in entries} == set(EntryKind) - {EntryKind.MEMO}


def test_a_large_sample_fills_the_years_asked_for(prompt: Prompt) -> None:
    prompt("sample", "--years", "2")

    entries = prompt.journal.entries()
    assert entries[-1].created_at - entries[0].created_at > timedelta(days=729)


def test_a_sample_never_touches_a_diary_in_use(prompt: Prompt) -> None:
    prompt("note", "Mine.")

    code, out, err = prompt("sample")

    assert (code, out) == (1, "")
    assert "not empty" in err
    assert [entry.text for entry in prompt.journal.entries()] == ["Mine."]


# render


def test_a_render_is_as_long_as_wanted_with_captions_beside_it(
    prompt: Prompt, small_assets: Path, tmp_path: Path
) -> None:
    out = tmp_path / "session.wav"

    code, told, err = prompt("render", "looking", "--minutes", "0.25", "--out", str(out))

    assert (code, told) == (0, "")
    assert err.endswith("100 %\n")
    assert soundfile.info(out).duration == 15.0
    captions = out.with_suffix(".vtt").read_text("utf-8")
    assert captions.startswith("WEBVTT\n")
    assert "You are here." in captions
    assert small_assets.exists()


@pytest.mark.usefixtures("small_assets")
def test_a_recorded_check_brings_the_words_that_need_one(prompt: Prompt, tmp_path: Path) -> None:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    prompt.journal.add_answer(a_check(on=yesterday.date(), recorded_at=datetime.now(UTC)))

    prompt("render", "looking", "--minutes", "0.25", "--out", str(tmp_path / "s.wav"))

    assert "You are safe." in (tmp_path / "s.vtt").read_text("utf-8")


@pytest.mark.usefixtures("small_assets")
def test_a_render_with_a_background_is_stereo(prompt: Prompt, tmp_path: Path) -> None:
    rain = ("--soundscape", "rain", "--voice", "heart", "--guidance", "cue-only", "--silence", "2")

    code, _, _ = prompt(
        "render", "looking", "--minutes", "0.3", "--out", str(tmp_path / "s.flac"), *rain
    )

    info = soundfile.info(tmp_path / "s.flac")
    assert code == 0
    assert (info.duration, info.channels) == (18.0, 2)


@pytest.mark.usefixtures("small_assets")
def test_a_slower_render_keeps_its_length_and_speaks_longer(prompt: Prompt, tmp_path: Path) -> None:
    arguments = ("render", "looking", "--minutes", "0.25", "--out", str(tmp_path / "s.wav"))
    prompt(*arguments)
    usual = (tmp_path / "s.vtt").read_text("utf-8")

    code, _, _ = prompt(*arguments, "--rate", "0.8")

    assert code == 0
    assert soundfile.info(tmp_path / "s.wav").duration == 15.0
    assert "00:00:00.000 --> 00:00:01.500" in usual
    assert "00:00:00.000 --> 00:00:01.875" in (tmp_path / "s.vtt").read_text("utf-8")


def test_a_render_waits_and_rings_before_the_first_word(
    prompt: Prompt, small_assets: Path, tmp_path: Path
) -> None:
    write_clip(small_assets / "audio" / "sounds" / "bell.ogg", 2_000)
    out = tmp_path / "s.wav"

    code, _, _ = prompt(
        *("render", "looking", "--minutes", "0.45", "--out", str(out), "--bell", "--delay", "2.5")
    )

    samples, _ = soundfile.read(out, dtype="int16")
    assert code == 0
    assert len(samples) == 29_500 * 24
    assert not samples[: 2_500 * 24].any()
    assert samples[2_500 * 24 : 3_000 * 24].any()
    assert "00:00:08.500 -->" in out.with_suffix(".vtt").read_text("utf-8")


@pytest.mark.usefixtures("small_assets")
def test_a_quieter_background_with_a_fade_of_its_own(prompt: Prompt, tmp_path: Path) -> None:
    rain = ("--soundscape", "rain", "--fade", "0", "--background-volume", "40")

    code, _, _ = prompt(
        "render", "looking", "--minutes", "0.3", "--out", str(tmp_path / "s.wav"), *rain
    )

    samples, _ = soundfile.read(tmp_path / "s.wav", dtype="int16")
    assert code == 0
    assert 90 <= abs(samples[-48_000:]).max() <= 115  # -19 dB below the loop's 1,000


def test_a_render_speaks_of_the_movement_that_was_chosen(
    prompt: Prompt, small_assets: Path, tmp_path: Path
) -> None:
    folder = small_assets / "audio" / "looking"
    text = (folder / "exercise.toml").read_text("utf-8")
    bend = (
        '[[movement]]\nid = "bend"\nname = "Bending"\nsmallest = "A little."\nstop = ["Stop."]\n\n'
    )
    text = text.replace("[[cue]]", f'tool = "prediction"\n\n{bend}[[cue]]', 1)
    (folder / "exercise.toml").write_text(text + '[cue.movement]\nbend = "Up again."\n', "utf-8")
    manifest = json.loads((folder / "manifest.json").read_bytes())
    clips = manifest["clips"]["heart"]
    clips["close.bend"] = clips["close"]
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    arguments = ("render", "looking", "--minutes", "0.25", "--out", str(tmp_path / "s.wav"))

    code, _, _ = prompt(*arguments, "--movement", "bend")
    refused, _, err = prompt(*arguments, "--movement", "fly")

    assert (code, refused) == (0, 1)
    assert "Up again." in (tmp_path / "s.vtt").read_text("utf-8")
    assert "no movement 'fly'. There are: bend" in err


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("dancing",), "no exercise 'dancing'. There are: looking"),
        (("looking", "--voice", "nobody"), "no voice 'nobody'. There are: heart"),
        (("looking", "--soundscape", "sea"), "no soundscape 'sea'. There are: rain"),
        (("looking", "--minutes", "99"), "choose between 0.1 and 0.5 minutes"),
        (("looking", "--out", "s.m4a"), "ends in .wav, .flac, .ogg or .mp3"),
        (("looking", "--out", "nowhere/s.wav"), "could not be written"),
    ],
)
@pytest.mark.usefixtures("small_assets")
def test_what_cannot_be_rendered_is_told_and_nothing_is_written(
    prompt: Prompt,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: tuple[str, ...],
    words: str,
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")

    code, out, err = prompt("render", "--minutes", "0.25", "--out", "s.wav", *change)

    assert (code, out) == (1, "")
    assert words in err
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_gated_exercise_without_a_check_is_refused_naming_the_check(
    prompt: Prompt, small_assets: Path, tmp_path: Path
) -> None:
    path = small_assets / "audio" / "looking" / "exercise.toml"
    path.write_text(path.read_text("utf-8").replace("no_open_flag", "checked"), "utf-8")
    arguments = ("render", "looking", "--minutes", "0.25", "--out", str(tmp_path / "s.wav"))

    code, _, err = prompt(*arguments)
    prompt.journal.add_answer(a_check(on=datetime.now(UTC).date(), recorded_at=datetime.now(UTC)))
    after, _, _ = prompt(*arguments)

    assert (code, after) == (1, 0)
    assert "waits for a clinician's check" in err


def test_an_open_red_flag_closes_a_render_as_it_closes_the_window(
    prompt: Prompt, small_assets: Path, tmp_path: Path
) -> None:
    assert small_assets.is_dir()
    prompt.journal.add_answer(PageAnswer(PageId.EMERGENCY, ("both-legs",), datetime.now(UTC)))

    code, _, err = prompt(
        "render", "looking", "--minutes", "0.25", "--out", str(tmp_path / "s.wav")
    )

    assert code == 1
    assert "a doctor should look at first" in err
    assert not (tmp_path / "s.wav").exists()


@pytest.mark.parametrize(
    ("in_vault", "copies_gone", "words"),
    [
        (False, False, "is gone, but good copies of it are there."),
        (True, False, "The diary is locked."),
        (True, True, "is gone, but the keys of its vault are there."),
    ],
    ids=["copies", "copies-in-the-vault", "keys"],
)
@pytest.mark.usefixtures("small_assets")
def test_a_flag_in_a_journal_that_is_gone_lets_nothing_be_rendered(
    prompt: Prompt, tmp_path: Path, *, in_vault: bool, copies_gone: bool, words: str
) -> None:
    journal = prompt.journal
    journal.add_answer(PageAnswer(PageId.EMERGENCY, ("both-legs",), datetime.now(UTC)))
    if in_vault:
        turned_on(journal)
    journal.path.unlink()
    if copies_gone:
        shutil.rmtree(prompt.folder / "copies")
    left = files(prompt.folder)

    code, out, err = prompt(
        "render", "looking", "--minutes", "0.25", "--out", str(tmp_path / "s.wav")
    )

    assert (code, out) == (1, "")
    assert words in err
    assert "Traceback" not in err
    assert not (tmp_path / "s.wav").exists()
    assert files(prompt.folder) == left


@pytest.mark.usefixtures("small_assets")
def test_a_render_where_nobody_has_a_diary_makes_none(prompt: Prompt, tmp_path: Path) -> None:
    code, _, _ = prompt("render", "looking", "--minutes", "0.25", "--out", str(tmp_path / "s.wav"))

    assert code == 0
    assert not prompt.folder.exists()


def test_a_missing_clip_is_named_and_nothing_is_rendered(
    prompt: Prompt, small_assets: Path, tmp_path: Path
) -> None:
    (small_assets / "audio" / "looking" / "heart" / "close.ogg").unlink()

    code, _, err = prompt(
        "render", "looking", "--minutes", "0.25", "--out", str(tmp_path / "s.wav")
    )

    assert code == 1
    assert "The voice heart has no clip for: close." in err
    assert not (tmp_path / "s.wav").exists()


def test_a_phone_pack_tells_its_sessions_and_what_is_left_out(
    prompt: Prompt, small_assets: Path, tmp_path: Path
) -> None:
    path = small_assets / "audio" / "looking" / "exercise.toml"
    write_files(small_assets / "audio" / "closed", {"exercise.toml": path.read_bytes()})
    closed = small_assets / "audio" / "closed" / "exercise.toml"
    text = (
        path.read_text("utf-8").replace('"looking"', '"closed"').replace("no_open_flag", "checked")
    )
    closed.write_text(text, "utf-8")

    code, out, err = prompt("phone-pack", "--minutes", "0.25", "--out", str(tmp_path / "phone"))

    assert (code, out) == (0, "01 Looking\n")
    assert "Looking: Looking waits for a clinician's check" in err
    assert soundfile.info(tmp_path / "phone" / "01 Looking.mp3").duration == 15.0


@pytest.mark.usefixtures("small_assets")
def test_a_phone_pack_into_a_folder_of_other_files_is_refused(
    prompt: Prompt, tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")

    code, out, err = prompt("phone-pack", "--exercise", "looking", "--out", str(tmp_path))

    assert (code, out) == (1, "")
    assert "not a phone pack" in err
    assert (tmp_path / "mine.txt").exists()


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])

    assert stopped.value.code == 0
    told = capsys.readouterr().out
    for command in (
        "check",
        "lessons",
        "exercises",
        "render",
        "phone-pack",
        "note",
        "export",
        "import-diary",
        "sample",
        "tour",
    ):
        assert f"    {command} " in told


@pytest.mark.parametrize("spelling", ["cue-only", "cue_only"])
@pytest.mark.usefixtures("small_assets")
def test_guidance_may_be_spelt_both_ways(prompt: Prompt, tmp_path: Path, spelling: str) -> None:
    out = str(tmp_path / "s.wav")

    code, _, _ = prompt(
        "render", "looking", "--minutes", "0.25", "--guidance", spelling, "--out", out
    )

    assert code == 0


# backup, restore


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Sit at a terminal and type the passphrase; gives the prompts that were shown."""
    prompts: list[str] = []

    def type_it(prompt: str) -> str:
        prompts.append(prompt)
        return PASSPHRASE

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(getpass, "getpass", type_it)
    return prompts


def test_a_backup_is_written_and_brought_back(prompt: Prompt, tmp_path: Path) -> None:
    prompt("note", "Tea.")
    file = str(tmp_path / "mine.prtbackup")

    written = prompt("backup", file)
    prompt("note", "Later.")
    back = prompt("restore", file)

    assert written[0] == back[0] == 0
    assert re.fullmatch(r"1 entry from [0-9-]{10}\.\n", written[1])
    assert "What was there before is in" in back[1]
    assert [entry.text for entry in prompt.journal.entries()] == ["Tea."]


def test_a_backup_of_a_vault_asks_for_the_passphrase(
    prompt: Prompt, tmp_path: Path, typed: list[str]
) -> None:
    prompt("note", "Tea.")
    turned_on(prompt.journal)
    file = str(tmp_path / "mine.prtbackup")

    codes = [prompt("backup", file)[0], prompt("restore", file)[0]]
    elsewhere = main(["--data-dir", str(tmp_path / "other"), "restore", file])

    assert [*codes, elsewhere] == [0, 0, 0]
    assert typed == [
        *["Passphrase or recovery key of the diary: "] * 2,
        "Passphrase or recovery key of the backup: ",
    ]
    assert [one.text for one in unlocked(tmp_path / "other").entries()] == ["Tea."]


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_vault_is_not_opened_where_nobody_can_be_asked(
    prompt: Prompt, tmp_path: Path, command: str
) -> None:
    prompt("note", "Tea.")
    prompt("backup", str(tmp_path / "plain"))
    turned_on(prompt.journal)

    code, out, err = prompt(command, str(tmp_path / "plain"))

    assert (code, out) == (1, "")
    assert "Run this in a terminal" in err


@pytest.mark.parametrize(
    "command", [["note", "Tea."], ["sample"], ["export", "--format", "json", "--out", "OUT"]]
)
def test_a_locked_diary_is_neither_read_nor_written(
    prompt: Prompt, tmp_path: Path, command: list[str]
) -> None:
    turned_on(prompt.journal)
    before = files(prompt.folder)

    code, out, err = prompt(*[str(tmp_path / "out") if one == "OUT" else one for one in command])

    assert (code, out) == (1, "")
    assert "locked" in err
    assert "Traceback" not in err
    assert files(prompt.folder) == before
    assert not (tmp_path / "out").exists()


def test_what_is_no_backup_is_told(prompt: Prompt, tmp_path: Path) -> None:
    (tmp_path / "song.ogg").write_bytes(b"OggS")

    code, out, err = prompt("restore", str(tmp_path / "song.ogg"))

    assert (code, out) == (1, "")
    assert "no backup" in err


# output that is not UTF-8


def told_to_an_old_console(*arguments: str) -> tuple[int, bytes]:
    """Run a command whose output goes through a pipe in Windows-1252; give what came out."""
    raw = io.BytesIO()
    with (
        io.TextIOWrapper(raw, encoding="cp1252", write_through=True) as pipe,
        contextlib.redirect_stdout(pipe),
    ):
        return main(arguments), raw.getvalue()


def test_a_person_with_any_name_is_listed(tmp_path: Path) -> None:
    People(Places(tmp_path, tmp_path)).add("Zoë Łucja")

    code, out = told_to_an_old_console("--data-dir", str(tmp_path), "people")

    assert code == 0
    assert "Zoë \\u0141ucja" in out.decode("cp1252")


def test_an_exercise_with_any_title_is_listed(tmp_path: Path, small_assets: Path) -> None:
    retitle(small_assets, "Zoë 🌷 Łucja")

    code, out = told_to_an_old_console("--data-dir", str(tmp_path), "exercises")

    assert code == 0
    assert "Zoë \\U0001f337 \\u0141ucja" in out.decode("cp1252")


def test_json_is_ascii_whatever_it_is_written_to(tmp_path: Path, small_assets: Path) -> None:
    retitle(small_assets, "Zoë 🌷 Łucja")

    code, out = told_to_an_old_console("--data-dir", str(tmp_path), "exercises", "--json")

    assert code == 0
    assert json.loads(out.decode("ascii"))[0]["title"] == "Zoë 🌷 Łucja"


def test_a_backup_that_was_brought_back_is_told_wherever_the_diary_lies(tmp_path: Path) -> None:
    where, file = ("--data-dir", str(tmp_path / "Łucja")), str(tmp_path / "mine.prtbackup")
    Journal(tmp_path / "Łucja", Clock()).add(an_entry("Tea."))
    main([*where, "backup", file])

    code, out = told_to_an_old_console(*where, "restore", file)

    assert code == 0
    assert "\\u0141ucja" in out.decode("cp1252")


def retitle(assets: Path, title: str) -> None:
    path = assets / "audio" / "looking" / "exercise.toml"
    path.write_text(path.read_text("utf-8").replace('"Looking"', f'"{title}"'), "utf-8")


# reminders


def test_the_reminders_are_written_for_a_calendar(prompt: Prompt, tmp_path: Path) -> None:
    settings = SettingsFile(prompt.folder)
    nine = {"at": "09:00", "days": "1234567"}
    settings.write(Settings(reminders_on=True, reminder_times=[nine]))
    first, second = tmp_path / "first.ics", tmp_path / "second.ics"

    code, out, err = prompt("reminders", "--ics", str(first))
    prompt("reminders", "--ics", str(second))

    (event,), (again,) = (Calendar.from_ical(one.read_bytes()).events for one in (first, second))
    assert (code, out, err) == (0, "", "")
    assert event["SUMMARY"] == "Time for yourself"
    assert event["UID"] == again["UID"]  # a calendar takes the second for the first


def test_no_reminders_are_said_in_a_sentence(prompt: Prompt, tmp_path: Path) -> None:
    code, out, err = prompt("reminders", "--ics", str(tmp_path / "none.ics"))

    assert (code, out) == (1, "")
    assert "There is no reminder to write into a calendar" in err
    assert not (tmp_path / "none.ics").exists()


# people


def test_people_are_listed_and_each_has_a_diary_of_their_own(prompt: Prompt) -> None:
    ann = People(Places(prompt.folder, prompt.folder / "cache")).add("Ann")

    prompt("note", "Mine.")
    code, _, _ = prompt("--person", "ann", "note", "Ann's.")
    _, out, _ = prompt("people")

    theirs = Journal(prompt.folder / "people" / ann.id, Clock())
    assert code == 0
    assert out == f"first  -  (opened last)\n{ann.id}  Ann\n"
    assert [entry.text for entry in prompt.journal.entries()] == ["Mine."]
    assert [entry.text for entry in theirs.entries()] == ["Ann's."]


def test_a_person_who_is_not_here_is_told(prompt: Prompt) -> None:
    code, out, err = prompt("--person", "Bob", "note", "Tea.")

    assert (code, out) == (1, "")
    assert "Nobody here is called “Bob”" in err
    assert not prompt.folder.exists()
