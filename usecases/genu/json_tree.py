"""JSON with the place of every value, as `JSON.parse` of a browser reads it: duplicate keys, the last one counts."""

import json
import re
from dataclasses import dataclass, field
from json.decoder import scanstring  # type: ignore[attr-defined]  # public in the module, missing in the stubs
from typing import Any, cast

DEEPEST = 150
_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None}


class JsonError(ValueError):
    """Not JSON. `at`: offset where it stops being so."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


@dataclass(frozen=True)
class Node:
    """A value. `pointer`: JSON pointer (RFC 6901); `start`, `end`: offsets in the text."""

    pointer: str
    start: int
    end: int
    value: Any
    members: tuple["Member", ...] = ()
    items: tuple["Node", ...] = ()

    def get(self, key: str) -> "Node | None":
        """The member that counts."""
        return next((m.node for m in reversed(self.members) if m.key == key), None)


@dataclass(frozen=True)
class Member:
    """A key and its value. `overruled`: the same key comes again later. `key_node`: where the key stands."""

    key: str
    key_node: Node
    node: Node
    overruled: bool = field(default=False)


def parse_json(text: str) -> Node:
    """Raises JsonError."""
    node, at = _value(text, _skip(text, 0), "", 0)
    at = _skip(text, at)
    if at < len(text):
        raise JsonError("something follows the end of the value", at)
    return node


def offset_in_string(text: str, node: Node, index: int) -> int:
    """Where the character `index` of a string's value stands in the text, escapes counted."""
    at = node.start + 1
    for _ in range(index):
        at += _width(text, at)
    return at


def escape_pointer(key: str) -> str:
    """A key as part of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def _value(text: str, at: int, pointer: str, depth: int) -> tuple[Node, int]:
    if depth > DEEPEST:
        raise JsonError(f"nested deeper than {DEEPEST} levels", at)
    sign = text[at : at + 1]
    if sign == "{":
        return _object(text, at, pointer, depth)
    if sign == "[":
        return _list(text, at, pointer, depth)
    if sign == '"':
        value, end = _string(text, at)
        return Node(pointer, at, end, value), end
    for word, value in _WORDS.items():
        if text.startswith(word, at):
            return Node(pointer, at, at + len(word), value), at + len(word)
    number = _NUMBER.match(text, at)
    if number is None:
        raise JsonError("a value is missing here" if at < len(text) else "the file ends in the middle", at)
    return Node(pointer, at, number.end(), _number(number.group())), number.end()


def _object(text: str, start: int, pointer: str, depth: int) -> tuple[Node, int]:
    found: list[tuple[str, Node, Node]] = []
    at = _skip(text, start + 1)
    if text[at : at + 1] != "}":
        while True:
            if text[at : at + 1] != '"':
                raise JsonError("a key in double quotes is missing here", at)
            key, end = _string(text, at)
            below = f"{pointer}/{escape_pointer(key)}"
            key_node = Node(below, at, end, key)
            at = _expect(text, _skip(text, end), ":")
            node, at = _value(text, at, below, depth + 1)
            found.append((key, key_node, node))
            if text[(at := _skip(text, at)) : at + 1] != ",":
                break
            at = _skip(text, at + 1)
    end = _expect(text, at, "}", skip=False)
    last = {key: number for number, (key, _, _) in enumerate(found)}
    members = tuple(Member(k, kn, n, overruled=last[k] != i) for i, (k, kn, n) in enumerate(found))
    value = {key: node.value for key, _, node in found}
    return Node(pointer, start, end, value, members=members), end


def _list(text: str, start: int, pointer: str, depth: int) -> tuple[Node, int]:
    items: list[Node] = []
    at = _skip(text, start + 1)
    if text[at : at + 1] != "]":
        while True:
            node, at = _value(text, at, f"{pointer}/{len(items)}", depth + 1)
            items.append(node)
            if text[(at := _skip(text, at)) : at + 1] != ",":
                break
            at = _skip(text, at + 1)
    end = _expect(text, at, "]", skip=False)
    return Node(pointer, start, end, [item.value for item in items], items=tuple(items)), end


def _string(text: str, at: int) -> tuple[str, int]:
    try:
        return cast("tuple[str, int]", scanstring(text, at + 1, True))
    except json.JSONDecodeError as error:
        raise JsonError(
            "the text in double quotes has no end, or holds a sign that needs a backslash", error.pos
        ) from None


def _number(digits: str) -> int | float:
    """Whole numbers that JavaScript holds exactly stay whole."""
    number = float(digits)
    return int(number) if number.is_integer() and abs(number) <= 2**53 and str(number) != "-0.0" else number


def _expect(text: str, at: int, sign: str, *, skip: bool = True) -> int:
    if text[at : at + 1] != sign:
        raise JsonError(f"a '{sign}' is missing here" if at < len(text) else "the file ends in the middle", at)
    return _skip(text, at + 1) if skip else at + 1


def _skip(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _width(text: str, at: int) -> int:
    if text[at] != "\\":
        return 1
    if text[at + 1] != "u":
        return 2
    high, low = text[at + 2 : at + 6], text[at + 8 : at + 12]
    pair = high[:1] in "dD" and high[1:2] in "89abAB" and text[at + 6 : at + 8] == "\\u"
    return 12 if pair and low[:1] in "dD" and low[1:2] in "cdefCDEF" else 6
