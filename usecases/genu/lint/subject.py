"""A use case as the rules look at it: what GenU takes from the file, each part with its place."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from usecases.genu.json_tree import Node
from usecases.genu.lint.finding import Finding
from usecases.genu.lint.rulebook import GenuVersion, rule
from usecases.genu.placeholder import Field, Placeholder, boxes, fields, placeholders
from usecases.genu.source import Position, Source

__all__ = ["Example", "GenuVersion", "Subject", "truthy"]
_SHOWN = 60


@dataclass(frozen=True)
class Example:
    """An example whose values are an object. `keys`: where each key stands."""

    node: Node
    values: dict[str, Node]
    keys: dict[str, Node]


@dataclass(frozen=True)
class Subject:
    """`root`: the object in the file."""

    source: Source
    root: Node
    version: GenuVersion

    def finding(self, identifier: str, node: Node, index: int | None = None, **facts: object) -> Finding:
        """At a node, or at a character of its text. Facts that are long are shortened."""
        return finding(self.source, identifier, self.source.position_in(node, index), node.pointer, **facts)

    def in_template(self, identifier: str, index: int, **facts: object) -> Finding:
        """At a character of the template."""
        return self.finding(identifier, self.root.get("promptTemplate") or self.root, index, **facts)

    def value(self, key: str) -> Any:
        """Of a field, None if it is missing."""
        node = self.root.get(key)
        return None if node is None else node.value

    @cached_property
    def template(self) -> str:
        """ "" if it is missing or no text."""
        value = self.value("promptTemplate")
        return value if isinstance(value, str) else ""

    @property
    def uploads(self) -> bool:
        """Whether GenU switches attachments on."""
        return truthy(self.value("fileUpload"))

    @cached_property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """Of the template."""
        return placeholders(self.template)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Of the template, each once."""
        return fields(self.template)

    @cached_property
    def boxes(self) -> tuple[Field, ...]:
        """What a participant fills in."""
        return boxes(self.template)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Of the boxes, each once."""
        return tuple(dict.fromkeys(box.label for box in self.boxes))

    def first(self, field: Field) -> Placeholder:
        """Where a field comes from."""
        return next(p for p in self.placeholders if p.field == field)

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """Those that GenU can fill boxes with."""
        nodes = self.root.get("inputExamples")
        found = []
        for node in nodes.items if nodes else ():
            values = node.get("examples")
            if values is not None and isinstance(values.value, dict):
                counting = [m for m in values.members if not m.overruled]
                found.append(Example(node, {m.key: m.node for m in counting}, {m.key: m.key_node for m in counting}))
        return tuple(found)


def finding(source: Source, identifier: str, at: Position, pointer: str = "", **facts: object) -> Finding:
    """A finding of a rule. Raises KeyError for a rule that nobody has written."""
    return Finding(
        rule=identifier,
        severity=rule(identifier).severity,
        file=source.name,
        pointer=pointer,
        line=at.line,
        column=at.column,
        facts={name: shortened(str(fact)) for name, fact in facts.items()},
    )


def shortened(text: str) -> str:
    """On one line, at most some words long, and fit to be written anywhere."""
    line = text.replace("\n", "⏎").encode(errors="replace").decode()
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"


def truthy(value: Any) -> bool:
    """As JavaScript sees it: lists and objects are, even empty ones."""
    return isinstance(value, (list, dict)) or bool(value)
