"""Voices for the prompt that groups them: one line each, the id first."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mlew.documents.inline import decode, inline
from mlew.domain.base import Locale
from mlew.domain.evidence import Remark

_POPULATIONS = {"internal": ("社内", "inside"), "external": ("社外", "outside"), "open": ("公開", "open address")}
_ORIGINS = {
    "comment": ("モックのコメント", "comment in the mock"),
    "observation": ("観察", "observation"),
    "survey": ("アンケート", "survey"),
    "interview": ("インタビュー", "interview"),
    "note": ("メモ", "note"),
}
_LINE = re.compile(r"^\s*-\s*(?P<id>V\d{1,9})\s*\[(?P<about>[^\]]*)\]\s*(?P<text>.*)$")


class Spoken(NamedTuple):
    """`times`: how many said it in the same words."""

    id: str
    text: str
    times: int = 1


def write_voices(remarks: Iterable[Remark], same: Mapping[str, int], locale: Locale) -> str:
    """`same`: for a voice's id, how many said it in the same words. Names do not matter here and are left out."""
    return "\n".join(f"- {remark.id} [{_about(remark, same, locale)}] {inline(remark.text)}" for remark in remarks)


def read_voices(text: str) -> tuple[Spoken, ...]:
    """Lines of `write_voices` in either language; all else is passed over."""
    found = (_LINE.match(line) for line in text.splitlines())
    return tuple(Spoken(one["id"], decode(one["text"]), _times(one["about"])) for one in found if one)


def _about(remark: Remark, same: Mapping[str, int], locale: Locale) -> str:
    language = 0 if locale == "ja" else 1
    facts = [_POPULATIONS[remark.population][language], _ORIGINS[remark.origin.kind][language]]
    times = same.get(remark.id, 1)
    return ", ".join([*facts, *([f"× {times}"] if times > 1 else [])])


def _times(about: str) -> int:
    found = re.search(r"× (\d{1,6})$", about)
    return int(found[1]) if found else 1
