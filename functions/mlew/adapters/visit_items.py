"""Sessions and visitors as items: one attribute of compact JSON, since an item's size is what a write costs."""

import json
from collections.abc import Mapping
from typing import Any

from mlew.adapters.items import Item, as_number, as_text, number, text
from mlew.domain.mock import POPULATIONS, Population
from mlew.domain.tally import Contribution, Entry, Kind, Names, Session, Tally, Visitor

SESSION = "SESSION#"
VISITOR = "VISITOR#"
_KINDS: tuple[Kind, ...] = ("person", "bot", "prefetch", "preview")


def sort_key(tally: Tally) -> str:
    """Of a session or visitor in its mock's partition."""
    return f"{SESSION if isinstance(tally, Session) else VISITOR}{tally.id}"


def tally_item(tally: Tally, version: int) -> Item:
    """Without keys. Fields that are empty are left out; shared ones have one letter."""
    fields: dict[str, Any] = {
        "p": POPULATIONS.index(tally.population),
        "f": tally.first,
        "s": tally.steps,
        "q": tally.answers,
        "w": [[e.shard, str(e.sequence), e.deltas] for e in tally.entries],
    }
    if isinstance(tally, Session):
        fields |= {
            "a": _KINDS.index(tally.kind),
            "t": tally.visitor,
            "l": tally.last - tally.first,
            "h": tally.high,
            "g": tally.gaps,
            "z": tally.given_up,
            "r": tally.tried,
            "i": "".join(tally.seen),
            "n": tally.counts,
            "k": tally.elements,
        }
    kept = {name: value for name, value in fields.items() if value}
    return {"d": text(json.dumps(kept, separators=(",", ":"))), "v": number(version)}


def session_of(item: Item) -> Session:
    """From an item with its keys."""
    fields = json.loads(as_text(item, "d"))
    first, ids = fields.get("f", 0), fields.get("i", "")
    return Session(
        id=as_text(item, "sk").removeprefix(SESSION),
        kind=_KINDS[fields.get("a", 0)],
        population=_population(fields),
        visitor=fields.get("t", ""),
        first=first,
        last=first + fields.get("l", 0),
        high=fields.get("h", 0),
        gaps=[(low, high) for low, high in fields.get("g", ())],
        given_up=fields.get("z", 0),
        tried=fields.get("r", 0),
        seen=[ids[place : place + 8] for place in range(0, len(ids), 8)],
        counts=fields.get("n", {}),
        elements={int(index): clicks for index, clicks in fields.get("k", {}).items()},
        steps=fields.get("s", []),
        answers=_answers(fields),
        entries=_entries(fields),
        version=as_number(item, "v"),
    )


def visitor_of(item: Item) -> Visitor:
    """From an item with its keys."""
    fields = json.loads(as_text(item, "d"))
    return Visitor(
        id=as_text(item, "sk").removeprefix(VISITOR),
        population=_population(fields),
        first=fields.get("f", 0),
        steps=fields.get("s", []),
        answers=_answers(fields),
        entries=_entries(fields),
        version=as_number(item, "v"),
    )


def names_item(names: Names, version: int) -> Item:
    """Without keys. A list as JSON: names may hold any character, and unescaped all of them fit into an item."""
    lists = json.dumps([names.steps, names.elements], separators=(",", ":"), ensure_ascii=False)
    return {"d": text(lists), "v": number(version)}


def names_of(item: Item) -> Names:
    """From an item."""
    steps, elements = json.loads(as_text(item, "d"))
    return Names(steps=tuple(steps), elements=tuple(elements), version=as_number(item, "v"))


def size(pk: str, sk: str, item: Item) -> int:
    """Bytes as DynamoDB counts them: names and values, a number about half its digits."""
    total = len("pksk") + len(pk.encode()) + len(sk.encode())
    for name, value in item.items():
        total += len(name.encode())
        total += len(value["S"].encode()) if "S" in value else (len(value["N"]) + 1) // 2 + 1
    return total


def _population(fields: Mapping[str, Any]) -> Population:
    place: int = fields.get("p", 0)
    return POPULATIONS[place]


def _answers(fields: Mapping[str, Any]) -> dict[str, tuple[int, str]]:
    return {question: (at, value) for question, (at, value) in fields.get("q", {}).items()}


def _entries(fields: Mapping[str, Any]) -> list[Entry]:
    found: list[tuple[str, str, Contribution]] = fields.get("w", [])
    return [Entry(shard, int(sequence), deltas) for shard, sequence, deltas in found]
