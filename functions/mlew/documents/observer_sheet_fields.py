"""The places of an observer's sheet: their labels, and which place a label of a filled-in sheet means."""

import re
import unicodedata
from typing import Literal, NamedTuple

from mlew.documents.words import Words
from mlew.domain.base import Locale
from mlew.domain.iteration import Criterion
from mlew.domain.observer_sheet import ObserverSheet

FieldKind = Literal["line", "text", "population", "yes_no", "minutes", "number"]
LABELS = Words(
    tester=("テスター", "Tester", "試した人", "名前", "name", "participant", "回答者", "respondent"),
    population=("社内・社外", "Inside or outside", "population"),
    day=("日時", "Date and time", "日付", "実施日", "date", "day"),
    observer=("記録者", "Observer", "観察者"),
    completed=("最後までできた", "Reached the result", "完了", "completed", "success"),
    minutes=("かかった時間（分）", "Minutes in all", "かかった時間", "所要時間", "minutes", "time"),
    quotes=("発言（そのままの言葉で）", "Quotes (word by word)", "発言", "quotes", "voices", "言葉"),
    notes=("メモ", "Notes", "備考", "気づき"),
    simulated=("模擬", "Simulated", "rehearsed", "リハーサル"),
)
_SCENE = re.compile(r"(?:場面|scene)\s*(\d{1,3})\s*(.*)", re.DOTALL)
_NUMBERED = re.compile(r"(?:(?P<item>記録|item)|質問|question|q)\s*(?P<number>\d{1,3})(?!\d)")
_DONE = re.compile(r"できた|完了|達成|成功|done|success|complet")
_MINUTES = re.compile(r"時間|分|min|time")
_BEFORE = re.compile(r"[\s_:-]*(?:前|before)")
_APART = str.maketrans({":": " ", "：": " ", "\n": " ", "\r": " ", "|": "／"})
"""A label must stay on one line, and end where its colon is."""
_LONGEST_LABEL = 80


class Field(NamedTuple):
    """`key`: "tester", "scene 1 done", "C2", "C3 before", "question 1" …; `label`: as it is written."""

    key: str
    label: str
    kind: FieldKind


def fields(sheet: ObserverSheet, locale: Locale) -> list[Field]:
    """In the order in which a session goes."""
    script = sheet.script
    found = [
        Field("tester", LABELS("tester", locale), "line"),
        Field("population", LABELS("population", locale), "population"),
        Field("day", LABELS("day", locale), "line"),
        Field("observer", LABELS("observer", locale), "line"),
    ]
    for number in range(1, len(script.scenes) + 1):
        found += _scene(number, locale)
    found += [
        Field("completed", LABELS("completed", locale), "yes_no"),
        Field("minutes", LABELS("minutes", locale), "minutes"),
    ]
    for criterion in sheet.criteria:
        found += _criterion(criterion, locale)
    item, question = ("記録", "質問") if locale == "ja" else ("Item", "Question")
    found += [Field(f"item {n}", _label(f"{item} {n}", text), "text") for n, text in enumerate(script.sheet, 1)]
    found += [
        Field(f"question {n}", _label(f"{question} {n}", text), "text") for n, text in enumerate(script.interview, 1)
    ]
    return [
        *found,
        Field("quotes", LABELS("quotes", locale), "text"),
        Field("notes", LABELS("notes", locale), "text"),
    ]


def key_of(label: str, sheet: ObserverSheet) -> str | None:
    """Which place a label means, in either language; None if the sheet has no such place."""
    read = " ".join(unicodedata.normalize("NFKC", label).casefold().strip().strip("*#-・ ").split())
    criterion = _criterion_key(read, sheet)
    if criterion:
        return criterion
    scene = _SCENE.match(read)
    if scene and 1 <= int(scene[1]) <= len(sheet.script.scenes):
        part = "done" if _DONE.search(scene[2]) else "minutes" if _MINUTES.search(scene[2]) else "notes"
        return f"scene {int(scene[1])} {part}"
    numbered = _NUMBERED.match(read)
    if numbered:
        name, texts = ("item", sheet.script.sheet) if numbered["item"] else ("question", sheet.script.interview)
        number = int(numbered["number"])
        return f"{name} {number}" if 1 <= number <= len(texts) else None
    return LABELS.key(read) or _asked_key(read, sheet)


def _criterion_key(read: str, sheet: ObserverSheet) -> str | None:
    for criterion in sorted(sheet.criteria, key=lambda c: -len(c.id)):
        name = unicodedata.normalize("NFKC", criterion.id).casefold().translate(_APART).strip()
        if name and read.startswith(name) and not read[len(name) : len(name) + 1].isalnum():
            before = criterion.kind == "change" and _BEFORE.match(read[len(name) :])
            return f"{criterion.id} before" if before else criterion.id
        if name and criterion.kind == "change" and (read == f"{name}前" or read.startswith(f"{name}前 ")):
            return f"{criterion.id} before"
    return None


def _asked_key(read: str, sheet: ObserverSheet) -> str | None:
    """Tools for surveys head a column with the question itself."""
    questions = {
        " ".join(unicodedata.normalize("NFKC", q).casefold().split()): n
        for n, q in enumerate(sheet.script.interview, 1)
    }
    return f"question {questions[read]}" if read in questions else None


def _scene(number: int, locale: Locale) -> list[Field]:
    name = f"場面 {number}" if locale == "ja" else f"Scene {number}"
    done, minutes, notes = ("できた", "時間（分）", "気づき") if locale == "ja" else ("done", "minutes", "notes")
    return [
        Field(f"scene {number} done", f"{name} {done}", "yes_no"),
        Field(f"scene {number} minutes", f"{name} {minutes}", "minutes"),
        Field(f"scene {number} notes", f"{name} {notes}", "text"),
    ]


def _criterion(criterion: Criterion, locale: Locale) -> list[Field]:
    unit = f" ［{criterion.unit}］" if criterion.unit and criterion.kind != "rate" else ""
    statement = f"{criterion.statement}{unit}"
    if criterion.kind == "rate":
        return [Field(criterion.id, _label(criterion.id, statement), "yes_no")]
    if criterion.kind != "change":
        return [Field(criterion.id, _label(criterion.id, statement), "number")]
    before, after = ("前", "後") if locale == "ja" else ("before", "after")
    return [
        Field(f"{criterion.id} before", _label(f"{criterion.id} {before}", statement), "number"),
        Field(criterion.id, _label(f"{criterion.id} {after}", statement), "number"),
    ]


def _label(name: str, text: str) -> str:
    told = " ".join(f"{name} {text}".translate(_APART).split())
    return told if len(told) <= _LONGEST_LABEL else f"{told[: _LONGEST_LABEL - 1]}…"
