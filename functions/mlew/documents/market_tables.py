"""The tables of a market estimate that people edit: N, the four factors, costs and how long they run."""

from datetime import datetime
from typing import Any

from mlew.documents.defect import defect
from mlew.documents.inline import Encoder, decode
from mlew.documents.plan_values import OpenChoice, Spoken
from mlew.documents.values import Choice, Flag, Kind, Number, Place, Shape, Text
from mlew.documents.words import Words
from mlew.domain.base import Locale
from mlew.domain.market_unit import Percent

FACTORS = Words(
    customers=("顧客の数", "Customers"), share=("シェア", "Share"), price=("単価", "Price"),
    periods=("利用が続く期間", "Periods of use", "期間", "periods"),
)  # fmt: skip
CURRENCIES = Words(JPY=("円", "JPY", "￥"), USD=("米ドル", "USD", "ドル", "$"), EUR=("ユーロ", "EUR", "€"))
PERIODS = Words(
    day=("日", "day", "1日"), week=("週", "week", "1週"), month=("月", "month", "1か月", "か月"),
    year=("年", "year", "1年"),
)  # fmt: skip
KINDS = Words(
    advertising=("宣伝", "advertising"), sales=("販売", "sales"), operation=("運用", "operation"),
    improvement=("改善", "improvement"),
)  # fmt: skip


class Needed(Number):
    """A number that must be there."""

    def read(self, written: str, place: Place) -> float:
        """Raises InputError for a blank."""
        number = super().read(written, place)
        if number is None:
            raise defect(place.locale, "no-number", place.line, field=place.field, text=written, example="1,000")
        return number


class Instant:
    """A moment that is the same everywhere."""

    def write(self, value: datetime, locale: Locale, encode: Encoder) -> str:  # noqa: ARG002 - dates are in no language
        """ISO 8601 with offset."""
        return value.isoformat()

    def read(self, written: str, place: Place) -> datetime:
        """With offset. Raises InputError."""
        text = decode(written)
        try:
            moment = datetime.fromisoformat(text)
        except ValueError as error:
            raise defect(place.locale, "no-instant", place.line, field=place.field, text=text) from error
        if moment.tzinfo is None:
            raise defect(place.locale, "no-instant", place.line, field=place.field, text=text)
        return moment


_RANGE: dict[str, Kind] = {"low": Needed(), "middle": Needed(), "high": Needed()}
_SAID: dict[str, Kind] = {"assumed": Flag(), "source": Text(), "check": Text()}
_WORDS: dict[str, tuple[str, ...]] = {
    "low": ("低め", "Low"),
    "middle": ("中央", "Middle"),
    "high": ("高め", "High"),
    "currency": ("通貨", "Currency"),
    "assumed": ("仮定", "Assumed"),
    "source": ("出どころ", "Source"),
    "check": ("誰がどう確かめるか", "Who checks, and how", "確かめ方", "check"),
}
_WHO = Words(default=("既定値", "default"))
"""In the place of a name, if nobody has set N."""
MULTIPLES = Shape(
    Words(
        n=("N", "N"),
        reason=("その N にした理由", "Why", "理由", "reason"),
        set_at=("決めた日時", "Set at"),
        set_by=("決めた人", "Set by"),
    ),
    {"n": Needed(), "reason": Text(), "set_at": Instant(), "set_by": Spoken(_WHO)},
)
INPUTS = Shape(
    Words(
        item=("項目", "Factor"),
        of=("数える単位", "Counted in", "単位", "unit"),
        per=("1 期間", "Period", "期間"),
        **_WORDS,
    ),
    {
        "item": Choice(FACTORS, "customers"),
        **_RANGE,
        "of": Text(),
        "currency": OpenChoice(CURRENCIES),
        "per": OpenChoice(PERIODS),
        **_SAID,
    },
)
COSTS = Shape(
    Words(
        number=("番号", "Number", "費用の番号"),
        kind=("種類", "Kind"),
        name=("何の費用か", "For what"),
        per=("支払い（空欄は一度きり）", "Paid every (blank: once)", "支払い", "paid every", "期間", "period"),
        **_WORDS,
    ),
    {
        "number": Needed(),
        "kind": Choice(KINDS, "operation"),
        "name": Text(),
        **_RANGE,
        "currency": OpenChoice(CURRENCIES),
        "per": OpenChoice(PERIODS),
        **_SAID,
    },
)
TIMES = Shape(
    Words(number=("費用の番号", "Cost", "番号"), per=("1 期間", "Period", "期間"), **_WORDS),
    {"number": Needed(), **_RANGE, "per": Choice(PERIODS, "month"), **_SAID},
)


def row_of(figure: Any, **more: Any) -> dict[str, Any]:
    """Values of a figure's row; what its unit does not have is blank."""
    of = "%" if isinstance(figure.unit, Percent) else ""
    unit = {"of": of, "currency": None, "per": None, **figure.unit.model_dump()}
    return {**figure.model_dump(exclude={"unit"}), **unit, **more}


def figure_of(row: dict[str, Any], *unit: str) -> dict[str, Any]:
    """Fields of a figure from its row; `unit`: what its unit consists of."""
    texts = {key: row[key] for key in ("low", "middle", "high", "assumed", "source", "check")}
    return {**texts, "unit": {key: row[key] for key in unit}}
