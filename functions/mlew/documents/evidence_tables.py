"""The tables of a pair's evidence: how each row is written and read."""

from collections.abc import Mapping
from typing import Any

from mlew.documents.ids import id_cell, id_list, read_id, read_id_list
from mlew.documents.inline import Encoder
from mlew.documents.values import Choice, Kind, Number, Place, Shape, Text
from mlew.documents.words import Words
from mlew.domain.base import Locale

_POPULATION = Words(
    internal=("社内", "inside", "internal"),
    external=("社外", "outside", "external"),
    open=("公開", "open address", "open"),
)
_ORIGINS = Words(
    comment=("モックのコメント", "comment in the mock", "comment"),
    observation=("観察", "observation"),
    survey=("アンケート", "survey"),
    interview=("インタビュー", "interview"),
    note=("メモ", "note"),
)
_LEANINGS = {
    "for": ("賛成", "for"),
    "against": ("反対", "against"),
    "mixed": ("分かれている", "mixed"),
    "neither": ("どちらでもない", "neither"),
}


class Identifier:
    """An id of ours; a blank gets a new one."""

    def write(self, value: str, locale: Locale, encode: Encoder) -> str:  # noqa: ARG002 - ids are in no language
        """Visible even if it is empty."""
        return id_cell(value)

    def read(self, written: str, place: Place) -> str | None:  # noqa: ARG002
        """None for a blank."""
        return read_id(written) if written.strip() else None


class Identifiers:
    """Ids of other things."""

    def write(self, value: tuple[str, ...], locale: Locale, encode: Encoder) -> str:  # noqa: ARG002
        """`V1, V2`."""
        return id_list(value)

    def read(self, written: str, place: Place) -> tuple[str, ...]:  # noqa: ARG002
        """In order."""
        return read_id_list(written)


class Done:
    """Yes, no, or not seen."""

    _choice = Choice(Words(yes=("はい", "yes"), no=("いいえ", "no"), open=("–", "–", "見ていない", "not seen")), "open")

    def write(self, value: bool | None, locale: Locale, encode: Encoder) -> str:
        """Blank if nobody saw it."""
        return "" if value is None else self._choice.write("yes" if value else "no", locale, encode)

    def read(self, written: str, place: Place) -> bool | None:
        """None for a blank."""
        return {"yes": True, "no": False, "open": None}[self._choice.read(written, place)]


class Yes:
    """Yes; a blank is no."""

    def write(self, value: bool, locale: Locale, encode: Encoder) -> str:
        """Nothing for no: the column is nearly always empty."""
        return Done().write(value or None, locale, encode)

    def read(self, written: str, place: Place) -> bool:
        """As written."""
        return bool(Done().read(written, place))


_LABELS: dict[str, tuple[str, ...]] = {
    "id": ("番号", "Id"),
    "of": ("記録", "Record"),
    "tester": ("テスター", "Tester"),
    "population": ("社内・社外", "Inside or outside"),
    "mock": ("モック", "Mock"),
    "day": ("日時", "Date and time"),
    "observer": ("記録者", "Observer"),
    "completed": ("最後までできた", "Reached the result"),
    "minutes": ("時間（分）", "Minutes"),
    "notes": ("メモ", "Notes"),
    "source": ("出どころ", "From"),
    "simulated": ("模擬", "Simulated"),
    "criterion": ("条件", "Criterion"),
    "value": ("値", "Value"),
    "before": ("前の値", "Before"),
    "question": ("質問", "Question"),
    "answer": ("答え", "Answer"),
    "scene": ("場面", "Scene"),
    "done": ("できた", "Done"),
    "text": ("発言", "Voice"),
    "kind": ("種類", "Kind"),
    "place": ("元の記録", "Original"),
    "at": ("いつ", "When"),
    "name": ("テーマ", "Theme"),
    "leaning": ("向き", "Leaning"),
    "summary": ("まとめ", "Summary"),
    "voices": ("発言の番号", "Voices"),
    "contradicts": ("食い違う行動", "Actions it contradicts"),
    "passed": ("合格", "Passed"),
    "by": ("判断した人", "By"),
    "reason": ("理由", "Reason"),
}
_TEXT, _NUMBER, _ID, _DONE = Text(), Number(), Identifier(), Done()
_INSIDE = Choice(Words(internal=("社内", "inside", "internal"), external=("社外", "outside", "external")), "internal")
_PERSON: dict[str, Kind] = {"id": _ID, "tester": _TEXT, "population": _INSIDE, "mock": _TEXT, "day": _TEXT}
_REST: dict[str, Kind] = {"notes": _TEXT, "source": _TEXT, "simulated": Yes()}


def _shape(kinds: Mapping[str, Kind]) -> Shape:
    return Shape(Words(**{key: _LABELS[key] for key in kinds}), kinds)


SHAPES: dict[str, Shape] = {
    "observations": _shape({**_PERSON, "observer": _TEXT, "completed": _DONE, "minutes": _NUMBER, **_REST}),
    "responses": _shape({**_PERSON, **_REST}),
    "readings": _shape({"of": _ID, "criterion": _TEXT, "value": _NUMBER, "before": _NUMBER}),
    "scenes": _shape({"of": _ID, "scene": _NUMBER, "done": _DONE, "minutes": _NUMBER, "notes": _TEXT}),
    "answers": _shape({"of": _ID, "question": _TEXT, "answer": _TEXT}),
    "remarks": _shape(
        {
            "id": _ID,
            "text": _TEXT,
            "kind": Choice(_ORIGINS, "note"),
            "place": _TEXT,
            "at": _TEXT,
            "tester": _TEXT,
            "population": Choice(_POPULATION, "internal"),
            "mock": _TEXT,
        }
    ),
    "themes": _shape(
        {
            "name": _TEXT,
            "leaning": Choice(Words(**_LEANINGS), "neither"),
            "summary": _TEXT,
            "voices": Identifiers(),
            "contradicts": Identifiers(),
        }
    ),
    "judgements": _shape({"criterion": _TEXT, "passed": _DONE, "by": _TEXT, "reason": _TEXT, "at": _TEXT}),
    "figures": _shape({"criterion": _TEXT, "value": _NUMBER, "by": _TEXT, "source": _TEXT, "at": _TEXT}),
}


def row(name: str, values: Mapping[str, Any], locale: Locale) -> dict[str, str]:
    """Written cells of one row of a table."""
    return SHAPES[name].row(values, locale)
