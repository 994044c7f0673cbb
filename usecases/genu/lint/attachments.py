"""Files that the texts name, in use cases that take attachments."""

import re
from collections.abc import Iterator

from usecases.genu.json_tree import Node
from usecases.genu.lint.finding import Finding
from usecases.genu.lint.subject import Subject

KINDS: dict[str, frozenset[str]] = {
    "document": frozenset(("pdf", "csv", "doc", "docx", "xls", "xlsx", "html", "txt", "md")),
    "image": frozenset(("png", "jpeg", "jpg", "gif", "webp")),
    "video": frozenset(("mkv", "mov", "mp4", "webm", "flv", "mpeg", "mpg", "3gp")),
}
MOST = {"document": 5, "image": 20, "video": 1}
_REFUSED = frozenset(
    ("json", "jsonl", "py", "yaml", "yml", "toml", "ini", "xml", "sql", "tsv", "ipynb", "ppt", "pptx", "rtf", "odt")
) | {"zip", "svg", "bmp", "tiff", "heic", "mp3", "wav", "avi"}
_TAKEN = frozenset().union(*KINDS.values())
_NAME = re.compile(r"""([^\s/\\:*?"'`<>|(),\[\]{}「」『』（）、。,]+)\.([A-Za-z0-9]{2,5})(?![A-Za-z0-9_])""")
_ASCII_END = re.compile(r"[!-~]*$")
_KEPT = re.compile(r"[A-Za-z0-9 \-()\[\]]+")


def check(subject: Subject) -> Iterator[Finding]:
    """Endings that are refused, names that the model sees changed, too many."""
    if not subject.uploads:
        return
    counted: dict[str, dict[str, Finding]] = {kind: {} for kind in KINDS}
    for node in _texts(subject):
        for found in _NAME.finditer(node.value):
            yield from _name(subject, node, found, counted)
    for kind, names in counted.items():
        if len(names) > MOST[kind]:
            beyond = list(names.values())[MOST[kind]]
            yield beyond.model_copy(
                update={"facts": {**beyond.facts, "count": str(len(names)), "most": str(MOST[kind])}}
            )


def _name(
    subject: Subject, node: Node, found: re.Match[str], counted: dict[str, dict[str, Finding]]
) -> Iterator[Finding]:
    stem, ending = found.groups()
    ascii_end = _ASCII_END.search(stem)
    own = ascii_end.group() if ascii_end and ascii_end.group() else stem
    name, lower, at = f"{own}.{ending}", ending.lower(), found.end() - len(own) - len(ending) - 1
    if lower in _REFUSED:
        yield subject.finding("attachment-refused", node, at, name=name)
    if lower not in _TAKEN:
        return
    kind = next(k for k, endings in KINDS.items() if lower in endings)
    counted[kind].setdefault(name, subject.finding("attachments-too-many", node, at, name=name))
    if ending != lower:
        yield subject.finding("attachment-upper-case", node, at, name=name)
    if not _KEPT.fullmatch(own) and kind == "document":
        yield subject.finding("attachment-renamed", node, at, name=name)


def _texts(subject: Subject) -> Iterator[Node]:
    template = subject.root.get("promptTemplate")
    nodes = [template, *(node for example in subject.examples for node in example.values.values())]
    return (node for node in nodes if node is not None and isinstance(node.value, str))
