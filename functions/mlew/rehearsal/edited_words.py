"""Words that people changed in a mock, put into a mock that is written anew."""

import re
from collections.abc import Iterator
from typing import Any

from mlew.domain.mock_conversion import mock_spec_from
from mlew.domain.mock_draft import MockDraft
from mlew.domain.mock_spec import MockSpec

Json = Any
_CODE = re.compile(r"[a-z0-9_-]*")
"""Kinds and names of screens are no words."""


def with_edited_words(base: MockDraft, mine: MockSpec, new: MockDraft) -> MockDraft:
    """`new`, where each text that people changed after `base` was written stands as they changed it."""
    written = mock_spec_from(base, pair=mine.pair, locale=mine.locale, release=mine.release)
    changed = dict(_changed(written.model_dump(), mine.model_dump()))
    return MockDraft.model_validate(_exchanged(new.model_dump(), changed))


def _changed(old: Json, now: Json) -> Iterator[tuple[str, str]]:
    """Texts before and after, of what stands in the same place."""
    if isinstance(old, str) and isinstance(now, str):
        if old != now and now.strip() and not _CODE.fullmatch(old):
            yield old, now
    elif isinstance(old, dict) and isinstance(now, dict):
        for name in old.keys() & now.keys():
            yield from _changed(old[name], now[name])
    elif isinstance(old, list | tuple) and isinstance(now, list | tuple) and len(old) == len(now):
        for one, other in zip(old, now, strict=True):
            yield from _changed(one, other)


def _exchanged(value: Json, changed: dict[str, str]) -> Json:
    if isinstance(value, str):
        return changed.get(value, value)
    if isinstance(value, dict):
        return {name: _exchanged(inner, changed) for name, inner in value.items()}
    return [_exchanged(inner, changed) for inner in value] if isinstance(value, list) else value
