"""What is said about a site made elsewhere: why it cannot be published, or what to know about it."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Weight = Literal["refused", "rebuild", "note"]
"""It cannot be published; only if it is built for its address; or it can, and this is good to know."""

RULES: Mapping[str, Weight] = {
    "no-start": "refused",
    "not-built": "refused",
    "too-many": "refused",
    "too-large": "refused",
    "all-too-large": "refused",
    "name-hostile": "refused",
    "name-twice": "refused",
    "link-outside": "refused",
    "unreadable": "refused",
    "content-wrong": "refused",
    "secret-inside": "refused",
    "encoding-unknown": "refused",
    "other-base": "rebuild",
    "root-file": "rebuild",
    "root-loader": "rebuild",
    "root-location": "rebuild",
    "root-worker": "rebuild",
    "root-router": "rebuild",
    "secret-left-out": "note",
    "hidden-left-out": "note",
    "map-left-out": "note",
    "type-left-out": "note",
    "link-left-out": "note",
    "converted": "note",
    "missing": "note",
    "outside": "note",
    "asks-server": "note",
    "data-paths": "note",
    "reads-path": "note",
    "worker": "note",
    "framed": "note",
    "sdk": "note",
}


class Finding(NamedTuple):
    """`rule`: one of RULES. `where`: file, or host. `line`: from 1, 0 if it is about all of it. `what`: found there."""

    rule: str
    where: str = ""
    line: int = 0
    what: str = ""

    @property
    def weight(self) -> Weight:
        """How bad it is."""
        return RULES[self.rule]
