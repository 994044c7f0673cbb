"""Bytes as Excel, phones and editors write them."""

from typing import get_args

import pytest

from mlew.documents.observer_sheet import sheet_csv
from mlew.domain.base import Locale
from mlew.domain.evidence import Origin, Reading, Remark
from mlew.errors import InputError
from mlew.inputs.evidence_file import MOST_BYTES, read_entries_file, read_notes_file
from tests.unit.documents.sheets import SHEET

TABLE = (
    "テスター;社内・社外;C1;C2;発言\r\n"
    "一人目;社外;はい;8,5;とても早いと思いました\r\n"
    "二人目;社内;いいえ;7;選ぶところで迷った\r\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_a_table_of_excel_in_every_encoding_it_saves(encoding: str) -> None:
    first, second = read_entries_file("観察 1.CSV", TABLE.encode(encoding), SHEET, "ja")
    assert (first.said.tester, first.said.population, first.said.source) == ("一人目", "external", "観察 1.CSV:2")
    assert first.said.readings == (Reading(criterion="C1", value=1), Reading(criterion="C2", value=8.5))
    assert second.quotes == ("選ぶところで迷った",)


def test_our_own_csv_filled_in_and_saved_by_a_japanese_excel() -> None:
    header = sheet_csv(SHEET, "ja").removeprefix("\ufeff").strip()
    row = "一人目,社内,2026/4/8,開発" + ",はい" + "," * header.count(",")
    text = f"{header}\r\n{row[: row.rindex(',')]}\r\n"
    (entry,) = read_entries_file("s.csv", text.encode("cp932"), SHEET, "ja")
    assert entry.said.tester == "一人目"


def test_text_and_markdown() -> None:
    data = "# 記録\n\n## 1\n- テスター: 一人目\n- C1: ○\n".encode("cp932")
    for name in ("a.txt", "a.md", "a"):
        (entry,) = read_entries_file(name, data, SHEET, "ja")
        assert entry.said.readings == (Reading(criterion="C1", value=1),)


def test_notes_are_voices_with_their_lines() -> None:
    data = b"# Interview\n\n- quick\n  and easy\n\n> I would not pay\n\n1. no umbrella\n"
    found = read_notes_file("dir/notes.md", data, "en", tester="T1", mock="m")
    assert [(r.text, r.origin.place) for r in found] == [
        ("quick\nand easy", "notes.md:3"),
        ("I would not pay", "notes.md:6"),
        ("no umbrella", "notes.md:8"),
    ]
    assert found[0] == Remark(
        id="", text="quick\nand easy", origin=Origin(kind="interview", place="notes.md:3"), tester="T1", mock="m"
    )


@pytest.mark.parametrize("locale", get_args(Locale))
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("s.xlsx", b"PK\x03\x04rest"),
        ("s.csv", b"PK\x03\x04rest"),
        ("s.pdf", b"%PDF-1.7"),
        ("s.exe", b"text"),
        ("s.csv", bytes(range(128, 256)) * 20),
        ("s.csv", b"x" * (MOST_BYTES + 1)),
        ("s.csv", b""),
        ("s.csv", b"tester,C1\nT1,perhaps\n"),
    ],
)
def test_files_that_cannot_be_used_are_named_with_the_remedy(name: str, data: bytes, locale: Locale) -> None:
    with pytest.raises(InputError) as refused:
        read_entries_file(name, data, SHEET, locale)
    assert name in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize("data", [b"", b"# Only a heading\n\n---\n", b"- x\n" * 2001])
def test_notes_without_a_voice_or_with_far_too_many(data: bytes) -> None:
    with pytest.raises(InputError, match=r"n\.md"):
        read_notes_file("n.md", data, "en")
