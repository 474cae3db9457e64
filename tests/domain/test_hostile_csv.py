"""CSV files that were cut, stirred and poisoned: entries, or one clear sentence, and soon."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime

import pytest

from prt_desktop.domain.csv_mapping import guess, read_with
from prt_desktop.domain.csv_sheet import sheet_of
from prt_desktop.domain.errors import DiaryFileError
from tests.builders import NOON

LONGEST_S = 2.0
SEEDS = (
    "Date,Time,Notes,Pain,Fear,Tags\n" + "2026-11-03,8:30,Slept badly.,4,3,rain; sitting\n" * 6,
    "Datum;Eintrag;Schmerz\r\n" + '3.11.2026;"Zwei\r\nZeilen; ""so""";7/10\r\n' * 6,
    "when\ttext\n" + "11/3/26 8:00 PM\tA walk.\n" * 6,
)
POISON = (
    b"\x00",
    b'"',
    b'"' * 99,
    b"\r",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"," * 300,
    b"9" * 5_000,
    b"=cmd|' /C calc'!A0",
    b"../../../../etc/passwd",
    b"\xf0\x9f\x92\xa9" * 50,
    b"\xed\xa0\x80",
    b"x" * 200_000,
    b"\n" * 500,
    b"0001-01-01",
    b"9999-12-31 23:59:59",
    b"1e309",
)


def mutated(chance: random.Random) -> bytes:
    """Take a good file and do to it what happens to files."""
    encoding = chance.choice(("utf-8", "utf-16", "cp1252", "utf-16-be"))
    content = bytearray(chance.choice(SEEDS).encode(encoding))
    for _ in range(chance.randrange(1, 8)):
        at = chance.randrange(len(content) + 1)
        end = min(len(content), at + chance.randrange(40))
        deed = chance.randrange(5)
        if deed == 0:
            content[at:end] = b""
        elif deed == 1:
            content[at:at] = chance.choice(POISON)
        elif deed == 2:
            content[at:end] = chance.randbytes(end - at)
        elif deed == 3:
            content[at:at] = content[at:end] * chance.randrange(9)
        else:
            content = content[: max(1, at)]
    return bytes(content)


def read(content: bytes) -> str:
    """Read a file as the import does; give the sentence, or "" for entries."""
    try:
        sheet = sheet_of(content)
    except DiaryFileError as error:
        return str(error)
    reading = read_with(guess(sheet), sheet, zoned, NOON).without_double(())
    told = len(reading.entries) + len(reading.unread) + reading.double
    assert told == len(sheet.rows)
    return ""


def zoned(naive: datetime) -> datetime:
    return naive.replace(tzinfo=UTC)


def read_many(count: int, seed: int) -> None:
    """Read so many mutated files; each gives entries or one sentence within two seconds."""
    chance = random.Random(seed)
    for _ in range(count):
        content = mutated(chance)
        began = time.monotonic()
        sentence = read(content)
        took = time.monotonic() - began
        assert took < LONGEST_S, content[:200]
        assert sentence == "" or sentence.endswith("diaries save them."), sentence


def test_a_thousand_mutated_files_give_entries_or_one_sentence() -> None:
    read_many(1_000, seed=36)


@pytest.mark.soak
def test_ten_thousand_mutated_files_give_entries_or_one_sentence() -> None:
    read_many(10_000, seed=39)


@pytest.mark.parametrize(
    "content",
    [
        b"date,text\n" + b"2026-11-03," + b'"' + b"x" * 5_000_000,
        b"date,text\n" + b"2026-11-03,a\n" * 19_900,
        b"date,text\n" + b"," * 3_000_000,
        b"1/2/3" * 400_000,
        (b"date,text\n" + b"a" * 59 + b",b\n") * 5_000,
    ],
    ids=["one-quote", "many-rows", "commas", "no-lines", "nearly-dates"],
)
@pytest.mark.soak
def test_a_large_file_is_read_or_refused_soon(content: bytes) -> None:
    began = time.process_time()

    sentence = read(content)

    assert time.process_time() - began < LONGEST_S
    assert sentence == "" or sentence.startswith("This file ")
