"""One resource on one line: `A1 time: 15–30 min [each time] (note: longer in rain) (assumed)`."""

import re

from mlew.documents.ids import SIMPLE, bracketed, read_id
from mlew.documents.inline import Encoder, decode, item, readable
from mlew.documents.marks import ASSUMED, assumed
from mlew.documents.words import Words
from mlew.domain.base import Locale
from mlew.domain.journey import Resource, ResourceKind, read_amount
from mlew.domain.quantity import Quantity, dimension, parse_quantity

_KINDS: dict[str, ResourceKind] = {
    "時間": "time", "time": "time",
    "お金": "money", "費用": "money", "金額": "money", "money": "money", "cost": "money",
    "その他": "other", "ほか": "other", "other": "other",
}  # fmt: skip
_WORDS = Words(time=("時間", "time"), money=("お金", "money"), other=("その他", "other"))
_LINE = re.compile(
    rf"^(?:(?:\[(?P<other>[^\[\]]*)\]|[*`]{{0,2}}(?P<owner>{SIMPLE})[*`]{{0,2}})\s+)?"
    rf"(?:(?P<kind>{'|'.join(_KINDS)})\s*[:：])?\s*(?P<text>.*?)"
    r"(?:\s*[(（](?:数値なし|no figure)[)）])?"
    r"(?:\s*[\[［](?P<per>[^\[\]［］]*)[\]］])?"
    r"(?:\s*[(（](?:メモ|note)\s*[:：]\s*(?P<note>.*?)[)）])?"
    rf"(?P<assumed>\s*{ASSUMED})?$",
    re.IGNORECASE | re.DOTALL,
)


def write_resource(resource: Resource, owner: str | None, locale: Locale) -> str:
    """One item of a cell. `owner`: id of its action, None for the stage as a whole.

    An amount of time or money that could not be read says so, because it counts for nothing then.
    """

    def write(encode: Encoder) -> str:
        parts = [f"{_WORDS(resource.kind, locale)}: {encode(resource.text)}"]
        if resource.quantity is None and resource.kind != "other":
            parts.append("（数値なし）" if locale == "ja" else " (no figure)")
        if resource.per:
            parts.append(f"［{encode(resource.per)}］" if locale == "ja" else f" [{encode(resource.per)}]")
        if resource.note:
            note = encode(resource.note)
            parts.append(f"（メモ: {note}）" if locale == "ja" else f" (note: {note})")
        named = "" if owner is None else f"{bracketed(owner)} "
        return named + assumed("".join(parts), resource.assumed, locale)

    return readable(write, lambda written: read_resource(written) == (owner, resource), item)


def read_resource(written: str) -> tuple[str | None, Resource]:
    """The id that it belongs to (None: the stage), and the resource. Without a kind, the unit tells it."""
    found = next(_LINE.finditer(written))  # every part may be absent, so there is always one
    text = decode(found["text"])
    kind = _KINDS.get((found["kind"] or "").lower()) or _kind(parse_quantity(text))
    owner = read_id(found["owner"]) if found["owner"] else found["other"] and decode(found["other"])
    return owner, Resource(
        kind=kind,
        text=text,
        quantity=read_amount(kind, text),
        per=decode(found["per"] or ""),
        note=decode(found["note"] or ""),
        assumed=found["assumed"] is not None,
    )


def _kind(quantity: Quantity | None) -> ResourceKind:
    found = dimension(quantity.unit) if quantity else "count"
    return found if found in ("time", "money") else "other"
