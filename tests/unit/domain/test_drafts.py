"""What a model may write: plain schemas, and nothing that is computed."""

from collections.abc import Iterator
from typing import Any

import pytest

from mlew.domain.base import Draft
from mlew.domain.draft_schema import tool_schema
from mlew.domain.invention import InventionsDraft
from mlew.domain.iteration import SponsorMilestoneDraft, TestScriptDraft
from mlew.domain.journey import JourneyDraft
from mlew.domain.press_release import PressReleaseDraft
from mlew.domain.question import QuestionsDraft
from mlew.domain.solution import RatingsDraft

_DRAFTS: tuple[type[Draft], ...] = (
    JourneyDraft, QuestionsDraft, RatingsDraft, InventionsDraft, PressReleaseDraft, SponsorMilestoneDraft,
    TestScriptDraft,
)  # fmt: skip
_PLAIN = {"type", "enum", "const", "description", "items", "properties", "required", "additionalProperties"}
_COMPUTED = {
    "id", "impact", "impacts", "per_year", "rank", "score", "stated_difficulty", "author", "authors", "version",
    "quantity", "cost", "usage", "chosen", "created_at",
}  # fmt: skip


def schemas(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schema and all inside."""
    yield schema
    for inner in [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]:
        yield from schemas(inner)


@pytest.mark.parametrize("draft", _DRAFTS)
def test_schemas_keep_to_what_several_model_families_take(draft: type[Draft]) -> None:
    for schema in schemas(tool_schema(draft)):
        assert set(schema) <= _PLAIN
        assert isinstance(schema.get("type", ""), str)
        if schema.get("type") == "object":
            assert schema["additionalProperties"] is False
            assert schema["required"] == list(schema["properties"])


@pytest.mark.parametrize("draft", _DRAFTS)
def test_nothing_computed_stands_in_a_draft(draft: type[Draft]) -> None:
    names = {name for schema in schemas(tool_schema(draft)) for name in schema.get("properties", {})}
    assert names.isdisjoint(_COMPUTED)
    assert ("difficulty" in names) == (draft is RatingsDraft)


def test_descriptions_beside_references_are_kept() -> None:
    schema = tool_schema(JourneyDraft)
    assert schema["properties"]["stages"]["description"] == "In time order"
    assert schema["properties"]["stages"]["items"]["properties"]["name"] == {"type": "string"}
