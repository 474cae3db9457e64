"""`import-diary`: what comes in, what is told before and after, and that nothing comes in twice."""

from __future__ import annotations

import codecs
import getpass
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from prt_desktop.cli import main
from prt_desktop.domain.diary import VoiceMemo
from prt_desktop.domain.safety import PageId, SafetyRecord
from prt_desktop.domain.whole_diary import WholeDiary
from prt_desktop.export.json_diary import diary_json
from prt_desktop.storage.backing_up import back_up
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.memos import Memos
from prt_desktop.storage.whole import whole_diary
from tests.builders import NOON, Clock, a_check, a_memo, an_answer, an_entry, both_pages
from tests.storage.journals import files
from tests.storage.vaults import MARKER, PASSPHRASE, holding, turned_on, unlocked
from tests.whole_diaries import a_whole_diary

if TYPE_CHECKING:
    from pathlib import Path

ONE = b'{"kind": "note", "id": "%s", "created_at": "2026-11-01T10:00:00Z"}' % (b"a" * 32)
TWO_WITH_ONE_ID = b"[%s, %s]" % (ONE, ONE)
FOUR_SENTENCES = b"[%s]" % b", ".join([b'{"kind": "own_sentence", "sentence": "x"}'] * 4)
GOAL = b'{"kind": "goal", "id": "g", "added_at": "2026-11-01T10:00:00", "text": "Walk"}'
WITHOUT_A_ZONE = b"[%s]" % GOAL
TABLE = "Wann;Was;Angst;Wo\n03.11.2025;Tea by the window.;2;kitchen\n21.11.2025;A walk.;eleven;\n"


class Prompt:
    """Runs `import-diary` on one data folder, as a person at a prompt would."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> tuple[int, str, str]:
        words = [str(one) for one in arguments]
        code = main(["--data-dir", str(self.folder), "import-diary", *words])
        told = self._capsys.readouterr()
        return code, told.out, told.err

    @property
    def journal(self) -> Journal:
        return Journal(self.folder, Clock())

    def texts(self) -> list[str]:
        return [entry.text for entry in self.journal.entries()]


@pytest.fixture
def prompt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Prompt:
    return Prompt(tmp_path / "data", capsys)


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


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Give a table from elsewhere."""
    path = tmp_path / "table.csv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.fixture
def theirs(tmp_path: Path) -> Journal:
    """Give another diary with a memo and a note."""
    journal = Journal(tmp_path / "theirs", Clock())
    sound_id = Memos(journal.folder, journal.newest_seal).keep(f"OggS {MARKER}".encode())
    journal.add_all((an_entry("Theirs."), a_memo(details=VoiceMemo(sound_id, 3_000))))
    return journal


def test_a_table_comes_in_by_what_its_columns_are_said_to_be(prompt: Prompt, table: Path) -> None:
    code, out, err = prompt(table, "--mapping", "wann=date", "--mapping", "2=text")

    assert code == 0
    assert out == "Added: 2 entries from 2025-11-03 to 2025-11-21.\n"
    assert err == "Row 3: “eleven” is no whole number from 0 to 10, so it went into the words.\n"
    first, second = prompt.journal.entries()
    assert first.text == "Tea by the window.\nWo: kitchen"
    assert first.circumstances.ratings.fear == 2
    assert second.text == "A walk.\nAngst: eleven"


def test_a_dry_run_tells_counts_dates_and_columns_and_changes_nothing(
    prompt: Prompt, table: Path
) -> None:
    prompt.journal.add(an_entry("Mine."))
    before = files(prompt.folder)

    code, out, _ = prompt(table, "--dry-run", "--mapping", "Wo=leave-out")

    assert code == 0
    assert out.splitlines() == [
        "Wann: date",
        "Was: text",
        "Angst: fear",
        "Wo: leave out",
        "Would be added: 2 entries from 2025-11-03 to 2025-11-21.",
    ]
    assert files(prompt.folder) == before


def test_a_table_taken_in_again_adds_nothing(prompt: Prompt, table: Path) -> None:
    prompt(table)

    code, out, _ = prompt(table)

    assert code == 0
    assert out == "Added: 0 entries. In the diary already: 2.\n"
    assert len(prompt.texts()) == 2


def test_rows_that_cannot_be_read_are_counted_and_told(prompt: Prompt, table: Path) -> None:
    table.write_text("Date,Text\n2025-11-03,Tea.\n,Lost.\n", "utf-8")

    code, out, err = prompt(table)

    assert code == 0
    counted = "Added: 1 entry from 2025-11-03."
    assert out == f"{counted} Rows that cannot be read: 1.\n"
    assert err == "Row 3: There is no date.\n"


@pytest.mark.parametrize(
    ("content", "words", "told"),
    [
        ("Date,Text\n3/11/2025,Tea.\n", [], "Say which with --dates day-first or month-first."),
        ("A,B\none,two\n", [], "Name one of these with --mapping COLUMN=date: A, B."),
        (TABLE, ["--mapping", "When=date"], "There is no column “When”."),
        (TABLE, ["--mapping", "9=date"], "There is no column “9”."),
        ("", [], "is empty"),
    ],
)
def test_what_is_missing_is_told_in_a_sentence_and_nothing_comes_in(
    prompt: Prompt, table: Path, content: str, words: list[str], told: str
) -> None:
    table.write_text(content, "utf-8")

    code, out, err = prompt(table, *words)

    assert (code, out) == (1, "")
    assert told in err
    assert prompt.texts() == []


@pytest.mark.parametrize(("order", "month"), [("day-first", 11), ("month-first", 3)])
def test_the_order_of_a_date_is_taken_on_ones_word(
    prompt: Prompt, table: Path, order: str, month: int
) -> None:
    table.write_text("Date,Text\n3/11/2025,Tea.\n", "utf-8")

    prompt(table, "--dates", order)

    [entry] = prompt.journal.entries()
    assert entry.created_at.month == month


@pytest.mark.parametrize("wrong", ["Was", "=date", "Was=colour"])
def test_a_mapping_that_says_nothing_is_wrong_usage(
    prompt: Prompt, table: Path, wrong: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        prompt(table, "--mapping", wrong)

    assert stopped.value.code == 2
    assert not prompt.folder.exists()


def test_another_journal_comes_in_with_its_memos_and_once(prompt: Prompt, theirs: Journal) -> None:
    prompt.journal.add(an_entry("Mine."))

    told = [prompt(theirs.path, *dry)[1] for dry in (["--dry-run"], [], [])]

    holds = "It holds 2 entries from 2026-11-23."
    assert told == [
        f"{holds}\nWould be added: 2 entries.\n",
        f"{holds}\nAdded: 2 entries.\n",
        f"{holds}\nAdded: 0 entries.\n",
    ]
    assert sorted(prompt.texts()) == ["", "Mine.", "Theirs."]
    assert len(list((prompt.folder / "memos").iterdir())) == 1


def test_a_backup_comes_in_beside_what_is_there(
    prompt: Prompt, theirs: Journal, tmp_path: Path
) -> None:
    prompt.journal.add(an_entry("Mine."))
    file = tmp_path / "theirs.prtbackup"
    back_up(theirs.folder, file, theirs.newest_seal(), NOON)

    code, out, _ = prompt(file)

    assert code == 0
    assert out.endswith("Added: 2 entries.\n")
    assert len(prompt.texts()) == 3
    assert len(list((prompt.folder / "memos").iterdir())) == 1


def test_vaults_on_both_sides_are_asked_for_and_stay_shut(
    prompt: Prompt, theirs: Journal, typed: list[str], tmp_path: Path
) -> None:
    turned_on(theirs)
    prompt.journal.add(an_entry(f"Mine, {MARKER}."))
    turned_on(prompt.journal)

    code, _, _ = prompt(theirs.path)

    assert code == 0
    assert typed == [
        "Passphrase or recovery key of the diary: ",
        "Passphrase or recovery key of that diary: ",
    ]
    assert len(unlocked(prompt.folder).entries()) == 3
    assert holding(tmp_path) == set()


def test_without_anybody_to_ask_a_vault_stays_as_it_is(prompt: Prompt, table: Path) -> None:
    turned_on(prompt.journal)
    before = files(prompt.folder)

    code, out, err = prompt(table)

    assert (code, out) == (1, "")
    assert "Run this in a terminal" in err
    assert files(prompt.folder) == before


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("journal.json", b'{"meta": 3}', "is no diary of PRT Desktop"),
        ("diary.json", b'[{"kind": "recipe"}]', "is not a diary that PRT Desktop wrote"),
        ("diary.json", b'[{"a":' * 100_000, "is not a diary that PRT Desktop wrote"),
        ("diary.json", TWO_WITH_ONE_ID, "is no whole diary of PRT Desktop"),
        ("diary.json", FOUR_SENTENCES, "is no whole diary of PRT Desktop"),
        ("diary.json", WITHOUT_A_ZONE, "is no whole diary of PRT Desktop"),
        ("mine.prtbackup", b"PRTBACK\nabc", "is no backup of PRT Desktop"),
        ("gone.csv", None, "could not be opened"),
    ],
)
def test_a_file_that_is_none_is_told(
    prompt: Prompt, tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)

    code, out, err = prompt(tmp_path / name)

    assert (code, out) == (1, "")
    assert told in err
    assert "Traceback" not in err


def test_the_diary_is_not_taken_into_itself(prompt: Prompt) -> None:
    prompt.journal.add(an_entry("Mine."))

    code, out, err = prompt(prompt.journal.path)

    assert (code, out) == (1, "")
    assert "the diary itself" in err


def test_a_diary_written_as_json_comes_in_whole_and_once(prompt: Prompt, tmp_path: Path) -> None:
    file = tmp_path / "diary.json"
    diary = a_whole_diary()
    file.write_bytes(diary_json(diary))

    code, out, _err = prompt(file)
    again = prompt(file)[1]

    assert (code, "Added: 9 entries." in out) == (0, True)
    assert "Safety answers and checks stay out: they are asked for here." in out
    assert "Added: 0 entries." in again
    assert whole_diary(prompt.journal) == replace(diary, safety=SafetyRecord())


def test_its_own_diary_written_as_json_adds_nothing(prompt: Prompt, tmp_path: Path) -> None:
    for answer in both_pages():
        prompt.journal.add_answer(answer)
    prompt.journal.add(an_entry("Mine."))
    before = whole_diary(prompt.journal)
    file = tmp_path / "diary.json"
    file.write_bytes(diary_json(before))

    _code, out, _err = prompt(file)

    assert "Added: 0 entries." in out
    assert whole_diary(prompt.journal) == before


def test_a_dry_run_with_json_tells_what_it_holds_and_changes_nothing(
    prompt: Prompt, tmp_path: Path
) -> None:
    file = tmp_path / "diary.json"
    file.write_bytes(diary_json(a_whole_diary()))

    _code, out, _err = prompt(file, "--dry-run")

    assert "Would be added: 9 entries." in out
    assert prompt.texts() == []


def test_what_a_file_says_of_safety_closes_no_flag_here(prompt: Prompt, tmp_path: Path) -> None:
    prompt.journal.add_answer(an_answer(PageId.EMERGENCY, "numb"))
    flags = prompt.journal.safety().open_flags()
    file = tmp_path / "diary.json"
    file.write_bytes(diary_json(WholeDiary(safety=SafetyRecord((), (), (a_check(),)))))

    prompt(file)

    assert prompt.journal.safety().open_flags() == flags != ()


def test_json_with_a_mark_of_its_bytes_comes_in(prompt: Prompt, tmp_path: Path) -> None:
    file = tmp_path / "diary.json"
    file.write_bytes(codecs.BOM_UTF8 + diary_json(WholeDiary((an_entry("Marked."),))))

    prompt(file)

    assert prompt.texts() == ["Marked."]


def test_a_table_may_begin_with_a_bracket(prompt: Prompt, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text("[Date],Words\n2025-11-03,Tea\n", "utf-8")

    prompt(file, "--mapping", "[Date]=date", "--mapping", "Words=text")

    assert prompt.texts() == ["Tea"]
