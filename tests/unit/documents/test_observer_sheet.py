"""Sheets: what is written, and what comes back when people have filled them in."""

import csv
import io
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.documents.filled_sheet import MOST_RECORDS, read_sheet_csv, read_sheet_text
from mlew.documents.observer_sheet import sheet_csv, sheet_markdown
from mlew.documents.observer_sheet_fields import fields, key_of
from mlew.documents.observer_sheet_page import sheet_page
from mlew.domain.base import Locale
from mlew.domain.evidence import Answered, Observation, Reading, SceneRecord, SurveyResponse
from mlew.domain.evidence_collecting import Entry
from mlew.domain.observer_sheet import ObserverSheet, observer_sheet
from mlew.errors import InputError
from tests.unit.documents.sheets import ITERATION, SHEET
from tests.unit.documents.wild import texts

LOCALES: tuple[Locale, ...] = get_args(Locale)
FILLED: dict[str, dict[Locale, str]] = {
    "tester": {"ja": "テスター1", "en": "Tester 1"},
    "population": {"ja": "社外", "en": "outside"},
    "day": {"ja": "2026-04-08", "en": "2026-04-08"},
    "observer": {"ja": "開発", "en": "Development"},
    "scene 1 done": {"ja": "はい", "en": "yes"},
    "scene 1 minutes": {"ja": "1分30秒", "en": "1 min 30 s"},
    "scene 1 notes": {"ja": "窓を見た", "en": "looked out of the window"},
    "scene 2 done": {"ja": "×", "en": "n"},
    "completed": {"ja": "いいえ", "en": "no"},
    "minutes": {"ja": "１２．５", "en": "12,5"},
    "C1": {"ja": "○", "en": "Yes"},
    "C2": {"ja": "8点", "en": "8 points"},
    "C3 before": {"ja": "20 分", "en": "20 min"},
    "C3": {"ja": "12", "en": "12"},
    "C12": {"ja": "0", "en": "0"},
    "item 1": {"ja": "選ぶところ", "en": "at the choice"},
    "question 2": {"ja": "使う", "en": "I would"},
    "quotes": {"ja": "「早い」\n「傘が: ない」", "en": "“quick”\nno umbrella: bad"},
    "notes": {"ja": "静かな人", "en": "a quiet person"},
}


def expected(locale: Locale, line: int, file: str = "s.csv") -> Entry:
    def said(key: str) -> str:
        return FILLED[key][locale]

    return Entry(
        said=Observation(
            id="",
            tester=said("tester"),
            population="external",
            mock="a" * 16,
            day="2026-04-08",
            observer=said("observer"),
            readings=(
                Reading(criterion="C1", value=1),
                Reading(criterion="C2", value=8),
                Reading(criterion="C3", value=12, before=20),
                Reading(criterion="C12", value=0),
            ),
            answers=(
                Answered(question="Where did they stop?", answer=said("item 1")),
                Answered(question="Would you use it tomorrow?", answer=said("question 2")),
            ),
            notes=said("notes"),
            source=f"{file}:{line}",
            completed=False,
            minutes=12.5,
            scenes=(
                SceneRecord(scene=1, done=True, minutes=1.5, notes=said("scene 1 notes")),
                SceneRecord(scene=2, done=False),
            ),
        ),
        quotes=("早い", "傘が: ない") if locale == "ja" else ("quick", "no umbrella: bad"),
    )


def filled_csv(locale: Locale, delimiter: str = ",", header: list[str] | None = None) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(header or [field.label for field in fields(SHEET, locale)])
    writer.writerow([FILLED.get(field.key, {}).get(locale, "") for field in fields(SHEET, locale)])
    return out.getvalue()


def test_only_what_people_measure_has_a_place() -> None:
    assert [c.id for c in SHEET.criteria] == ["C1", "C2", "C3", "C12"]
    outside = observer_sheet(ITERATION, milestone="fan")
    assert (outside.criteria, outside.population) == ((), "external")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_label_is_known_again_in_both_languages(locale: Locale) -> None:
    for field in fields(SHEET, locale):
        assert key_of(field.label, SHEET) == field.key
        assert key_of(f"**{field.label}**", SHEET) == field.key


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Ｃ１", "C1"), ("c12: lost", "C12"), ("C3前", "C3 before"), ("C3", "C3"), ("C13", None), ("C4", None),
        ("場面３できた", None), ("scene 2", "scene 2 notes"), ("Q2", "question 2"), ("質問 9", None),
        ("What was missing?", "question 1"), ("名前", "tester"), ("unknown", None), ("", None),
    ],
)  # fmt: skip
def test_labels_that_people_changed(label: str, key: str | None) -> None:
    assert key_of(label, SHEET) == key


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_reads_back_whatever_the_spreadsheet_puts_between(locale: Locale, delimiter: str) -> None:
    assert read_sheet_csv(filled_csv(locale, delimiter), SHEET, locale, file="s.csv") == (expected(locale, 2),)


def test_csv_in_the_other_language_with_a_mark_and_a_declared_delimiter() -> None:
    text = "\ufeffsep=;\r\n" + filled_csv("ja", ";")
    assert read_sheet_csv(text, SHEET, "en", file="s.csv") == (expected("ja", 3),)


def test_columns_may_move_and_strange_ones_are_kept_as_notes() -> None:
    text = "weather,C1,tester,C1,\nrain,no,T1,yes,more\n,,,,\n"
    (entry,) = read_sheet_csv(text, SHEET, "en")
    assert entry.said.readings == (Reading(criterion="C1", value=0),)
    assert entry.said.notes == "weather: rain\nC1: yes\nmore"


def test_rows_know_their_lines_though_cells_have_line_breaks() -> None:
    text = 'tester,notes\nT1,"a\nb"\n\nT2,c\n'
    found = read_sheet_csv(text, SHEET, "en", file="f.csv")
    assert [entry.said.source for entry in found] == ["f.csv:2", "f.csv:5"]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_written_sheet_is_filled_in_line_by_line(locale: Locale) -> None:
    lines = sheet_markdown(SHEET, locale, testers=2).split("\n")
    for field in reversed(fields(SHEET, locale)):
        number = lines.index(f"- {field.label}:")
        lines[number] += " " + FILLED.get(field.key, {}).get(locale, "")
    (entry,) = read_sheet_text("\n".join(lines), SHEET, locale, file="s.md")
    assert entry == expected(
        locale,
        next(n for n, line in enumerate(lines, 1) if line.startswith("- ") and FILLED["tester"][locale] in line),
        "s.md",
    )


def test_plain_text_without_any_markdown() -> None:
    one = "Tester: T1\nC1: yes\nquotes:\n- fast\n- but: why?\nweather: rain\n"
    text = f"Notes of today\n\n{one}\nTester: T2\nfell ill\nC2: 3\n"
    first, second = read_sheet_text(text, SHEET, "en")
    assert first.quotes == ("fast", "but: why?", "weather: rain")
    assert (second.said.tester, second.said.readings) == ("T2", (Reading(criterion="C2", value=3),))
    assert second.said.notes == "fell ill"


def test_a_survey_makes_responses() -> None:
    (entry,) = read_sheet_csv("回答者,C2,What was missing?\n1,9,price\n", SHEET, "ja", kind="survey")
    assert entry.said == SurveyResponse(
        id="",
        tester="1",
        mock="a" * 16,
        readings=(Reading(criterion="C2", value=9),),
        answers=(Answered(question="What was missing?", answer="price"),),
    )


def test_what_was_not_seen_is_neither_yes_nor_no() -> None:
    (entry,) = read_sheet_csv("tester,C1,completed,minutes,notes\nT1,△,-,,saw little\n", SHEET, "en")
    assert isinstance(entry.said, Observation)
    assert (entry.said.readings, entry.said.completed, entry.said.minutes) == ((), None, None)


def test_text_kept_from_becoming_a_formula_comes_back_as_it_was() -> None:
    (entry,) = read_sheet_csv("tester,notes\nT1,'=1+1\n", SHEET, "en")
    assert entry.said.notes == "=1+1"
    assert "'=cmd" in sheet_csv(SHEET, "en", testers=["=cmd"])


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "{tester}"),
        ("a,b\n1,2\n", "1"),
        ("tester,C1\n", "{tester}"),
        ("tester,C1\nT1,\n", "{tester}"),
        ("tester,C1\nT1,yes\n,no\n", "3"),
        ("tester,C1\nT1,perhaps\n", "2"),
        ("tester,C2\nT1,many\n", "2"),
        ("tester,C2\nT1,1e400\n", "2"),
        ("tester,minutes\nT1,1:30\n", "2"),
        ("tester,minutes\nT1,-3\n", "2"),
        ("tester,population\nT1,the moon\n", "2"),
        ('tester,C1\nT1,yes\nT2,"no\n', "3"),
        ("tester,C1\n" + "T,yes\n" * (MOST_RECORDS + 1), str(MOST_RECORDS)),
        ("tester,C1\n" + "x" * 2_000_000, "2000000"),
    ],
)
def test_what_cannot_be_used_is_refused_with_place_and_remedy(text: str, part: str, locale: Locale) -> None:
    with pytest.raises(InputError) as refused:
        read_sheet_csv(text, SHEET, locale)
    wanted = part.format(tester="テスター" if locale == "ja" else "Tester")
    assert wanted in str(refused.value)
    assert refused.value.hint


def test_messages_cannot_steer_a_terminal() -> None:
    with pytest.raises(InputError) as refused:
        read_sheet_csv("tester,C1\nT1,\x1b[31m" + "m" * 500 + "\n", SHEET, "en")
    assert "\x1b" not in str(refused.value)
    assert len(str(refused.value)) < 300


@given(st.one_of(texts, st.text()))
def test_anything_is_read_or_refused(text: str) -> None:
    for prefix in ("", "tester,C1,C3 before,minutes\n", "Tester: x\nC1:"):
        for read in (read_sheet_csv, read_sheet_text):
            try:
                found = read(prefix + text, SHEET, "ja")
            except InputError as refused:
                assert refused.message
            else:
                assert found


@given(texts, texts, st.lists(texts, max_size=2), texts)
def test_any_script_makes_a_sheet_whose_labels_stay_one_cell_and_one_line(
    words: str, statement: str, interview: list[str], title: str
) -> None:
    sheet = SHEET.model_copy(
        update={
            "title": title,
            "script": SHEET.script.model_copy(update={"purpose": words, "interview": tuple(interview)}),
            "criteria": tuple(c.model_copy(update={"statement": statement}) for c in SHEET.criteria),
        }
    )
    _holds_together(sheet)


def _holds_together(sheet: ObserverSheet) -> None:
    for locale in LOCALES:
        labels = [field.label for field in fields(sheet, locale)]
        rows = list(csv.reader(io.StringIO(sheet_csv(sheet, locale).removeprefix("\ufeff"), newline="")))
        assert len(rows) == 1
        assert len(rows[0]) == len(labels)
        forms = sheet_markdown(sheet, locale, testers=1)
        assert all(f"\n- {label}:" in forms for label in labels)
        assert sheet_page(sheet, locale).count("data-column=") == len(labels)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_needs_nothing_from_outside_and_runs_only_its_own_script(locale: Locale) -> None:
    page = sheet_page(SHEET.model_copy(update={"title": "<script>alert(1)</script>"}), locale)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "default-src 'none'" in page
    assert "unsafe-inline" not in page
    assert not any(mark in page for mark in ("http://", "https://", " src=", "style="))


def test_two_sheets_do_not_share_what_a_phone_keeps() -> None:
    def store(sheet: ObserverSheet) -> str:
        return sheet_page(sheet, "en").split('data-store="')[1].split('"')[0]

    assert store(SHEET) == store(SHEET)
    assert store(SHEET) != store(SHEET.model_copy(update={"mock": "b" * 16}))
