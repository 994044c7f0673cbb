"""The file itself: name, encoding, JSON."""

from collections.abc import Iterator

from usecases.genu.json_tree import JsonError, Node
from usecases.genu.lint.finding import Finding
from usecases.genu.lint.subject import finding
from usecases.genu.source import Position, Source

_START = Position(1, 1)


def check(source: Source) -> Iterator[Finding]:
    """Whether GenU's import takes it, and what it reads."""
    if not source.name.lower().endswith(".json"):
        yield finding(source, "file-suffix", _START, name=source.name)
    if not source.decodes:
        yield finding(source, "file-undecodable", source.position(max(0, source.text.find("\ufffd"))))
    elif source.mark:
        yield finding(source, "file-encoding", _START, encoding="UTF-8 (BOM)" if source.mark == "utf-8" else "UTF-16")
    parsed = source.parsed
    if isinstance(parsed, JsonError):
        yield finding(source, "json-broken", source.position(parsed.at), reason=parsed)
    elif use_case(source) is None:
        yield finding(source, "json-not-object", source.position(parsed.start))
    else:
        yield from _twice(source, parsed)


def use_case(source: Source) -> Node | None:
    """The object in the file, if there is one."""
    parsed = source.parsed
    return parsed if isinstance(parsed, Node) and isinstance(parsed.value, dict) else None


def _twice(source: Source, node: Node) -> Iterator[Finding]:
    for member in node.members:
        if member.overruled:
            at = source.position(member.key_node.start)
            yield finding(source, "key-twice", at, member.key_node.pointer, key=member.key)
        yield from _twice(source, member.node)
    for item in node.items:
        yield from _twice(source, item)
