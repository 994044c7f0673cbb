"""One tester's record as it was filled in, place by place, and the observation or survey response it makes."""

from typing import Any, NamedTuple, TypeVar

from mlew.documents.choice import read_choice
from mlew.documents.defect import defect
from mlew.documents.filled_values import read_minutes, read_reading, read_yes_no
from mlew.documents.observer_sheet_fields import LABELS, Field, fields
from mlew.documents.words import Words
from mlew.domain.base import Locale
from mlew.domain.evidence import Answered, Observation, Reading, SceneRecord, SurveyResponse
from mlew.domain.evidence_collecting import Entry
from mlew.domain.iteration import Criterion
from mlew.domain.observer_sheet import ObserverSheet

_POPULATIONS = Words(
    internal=("社内", "inside", "internal", "社員"),
    external=("社外", "outside", "external", "顧客", "お客様", "customer"),
)
P = TypeVar("P", Observation, SurveyResponse)


class Written(NamedTuple):
    """`line`: where it begins in the file, counted from 1."""

    line: int
    text: str


class Record(NamedTuple):
    """`values`: by key of the place; `others`: under labels of none, which are kept as notes."""

    line: int
    values: dict[str, Written]
    others: list[tuple[str, str]]

    @property
    def blank(self) -> bool:
        """Nobody filled it in."""
        return not any(w.text for key, w in self.values.items() if key != "tester") and not any(
            t for _, t in self.others
        )


def observed(record: Record, sheet: ObserverSheet, locale: Locale, file: str) -> Entry:
    """An observer's record. Raises InputError that names line and place."""
    reader = _Reader(record, sheet, locale)
    scenes = (reader.scene(number) for number in range(1, len(sheet.script.scenes) + 1))
    said = Observation(
        **reader.participation(file),
        observer=reader.text("observer"),
        completed=reader.yes_no("completed"),
        minutes=reader.minutes("minutes"),
        scenes=tuple(scene for scene in scenes if scene != SceneRecord(scene=scene.scene)),
    )
    return Entry(said=said, quotes=reader.quotes())


def responded(record: Record, sheet: ObserverSheet, locale: Locale, file: str) -> Entry:
    """A filled-in survey: the tester's own hand, so what was observed has no place in it."""
    reader = _Reader(record, sheet, locale)
    return Entry(said=SurveyResponse(**reader.participation(file)), quotes=reader.quotes())


class _Reader:
    def __init__(self, record: Record, sheet: ObserverSheet, locale: Locale) -> None:
        self._record = record
        self._sheet = sheet
        self._locale: Locale = locale
        self._fields: dict[str, Field] = {field.key: field for field in fields(sheet, locale)}

    def participation(self, file: str) -> dict[str, Any]:
        """What observation and response have in common."""
        tester = self.text("tester")
        if not tester:
            raise defect(self._locale, "no-tester", self._record.line, field=LABELS("tester", self._locale))
        readings = (self._reading(criterion) for criterion in self._sheet.criteria)
        return {
            "id": "",
            "tester": tester,
            "population": self._population(),
            "mock": self._sheet.mock,
            "day": self.text("day"),
            "readings": tuple(reading for reading in readings if reading),
            "answers": tuple(self._answers()),
            "notes": "\n".join(filter(None, [self.text("notes"), *self._others()])),
            "source": f"{file}:{self._record.line}" if file else "",
            "simulated": self.yes_no("simulated") or False,
        }

    def text(self, key: str) -> str:
        """Blank if it was left out."""
        written = self._record.values.get(key)
        return written.text.strip() if written else ""

    def yes_no(self, key: str) -> bool | None:
        """None if it was left out or is open."""
        return read_yes_no(self.text(key), self._locale, line=self._line(key), field=self._label(key))

    def minutes(self, key: str) -> float | None:
        """None if it was left out."""
        return read_minutes(self.text(key), self._locale, line=self._line(key), field=self._label(key))

    def scene(self, number: int) -> SceneRecord:
        """One scene."""
        return SceneRecord(
            scene=number,
            done=self.yes_no(f"scene {number} done"),
            minutes=self.minutes(f"scene {number} minutes"),
            notes=self.text(f"scene {number} notes"),
        )

    def quotes(self) -> tuple[str, ...]:
        """One a line, without bullets and the quotation marks around the whole."""
        lines = (line.strip().lstrip("-*・•>").strip() for line in self.text("quotes").split("\n"))
        return tuple(dict.fromkeys(filter(None, (_bare(line) for line in lines))))

    def _reading(self, criterion: Criterion) -> Reading | None:
        key, before = criterion.id, None
        if criterion.kind == "rate":
            said = self.yes_no(key)
            return None if said is None else Reading(criterion=key, value=float(said))
        value = self._number(key)
        if criterion.kind == "change":
            before = self._number(f"{key} before")
        return None if value is None else Reading(criterion=key, value=value, before=before)

    def _number(self, key: str) -> float | None:
        return read_reading(self.text(key), self._locale, line=self._line(key), field=self._label(key))

    def _population(self) -> str:
        return read_choice(
            _POPULATIONS,
            self.text("population"),
            self._locale,
            line=self._line("population"),
            field=self._label("population"),
            default=self._sheet.population,
        )

    def _answers(self) -> list[Answered]:
        script = self._sheet.script
        asked = [
            *((f"item {n}", text) for n, text in enumerate(script.sheet, 1)),
            *((f"question {n}", text) for n, text in enumerate(script.interview, 1)),
        ]
        return [Answered(question=text, answer=self.text(key)) for key, text in asked if self.text(key)]

    def _others(self) -> list[str]:
        colon = "：" if self._locale == "ja" else ": "
        return [f"{label}{colon}{text}" if label else text for label, text in self._record.others if text]

    def _line(self, key: str) -> int:
        written = self._record.values.get(key)
        return written.line if written else self._record.line

    def _label(self, key: str) -> str:
        return self._fields[key].label if key in self._fields else LABELS(key, self._locale)


def _bare(line: str) -> str:
    pairs = {"「": "」", "『": "』", '"': '"', "“": "”"}
    closed = (
        len(line) > 1 and pairs.get(line[0]) == line[-1] and line[0] not in line[1:-1] and line[-1] not in line[1:-1]
    )
    return line[1:-1].strip() if closed else line
