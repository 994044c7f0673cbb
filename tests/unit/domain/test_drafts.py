"""What a model may write: plain schemas, and nothing that is computed."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from mlew.domain.artifact import Usage
from mlew.domain.base import Draft
from mlew.domain.draft_schema import tool_schema
from mlew.domain.impact_review import ImpactReviewDraft
from mlew.domain.invention import InventionsDraft
from mlew.domain.invention_anew import InventionsAnewDraft
from mlew.domain.iteration import SponsorMilestoneDraft, TestScriptDraft
from mlew.domain.journey import JourneyDraft
from mlew.domain.journey_review import JourneyReviewDraft
from mlew.domain.market_draft import MarketDraft
from mlew.domain.milestones_ahead import CustomerScriptDraft, MilestonesDraft
from mlew.domain.mock_draft import MockDraft
from mlew.domain.plan_draft import PlanDraft
from mlew.domain.press_release import PressReleaseDraft
from mlew.domain.proven_release import FirstReleaseDraft, ProvenReleaseDraft
from mlew.domain.question import EffectDraft, QuestionsDraft
from mlew.domain.solution import RatingsDraft
from mlew.domain.solution_widening import SolutionsDraft

_DRAFTS: tuple[type[Draft], ...] = (
    JourneyDraft, QuestionsDraft, RatingsDraft, InventionsDraft, PressReleaseDraft, SponsorMilestoneDraft,
    TestScriptDraft, MockDraft, MarketDraft, PlanDraft, ProvenReleaseDraft, FirstReleaseDraft, MilestonesDraft,
    CustomerScriptDraft, JourneyReviewDraft, ImpactReviewDraft, SolutionsDraft, InventionsAnewDraft,
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
    assert names.isdisjoint(_COMPUTED - ({"id"} if draft is MockDraft else set()))  # ways lead to screens by name
    assert ("difficulty" in names) == (draft in (RatingsDraft, SolutionsDraft))


def test_descriptions_beside_references_are_kept() -> None:
    schema = tool_schema(JourneyDraft)
    assert schema["properties"]["stages"]["description"] == "In time order"
    assert schema["properties"]["stages"]["items"]["properties"]["name"] == {"type": "string"}


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN", "Infinity", "1e300", "-1e16"])
def test_a_number_that_nobody_can_reckon_with_is_a_fault_of_the_draft(number: str) -> None:
    written = f'{{"direction": "saved", "amount": {number}, "unit": "yen", "assumed": true}}'
    with pytest.raises(ValidationError, match="amount"):
        EffectDraft.model_validate_json(written)


def test_no_record_holds_a_number_that_json_does_not_know() -> None:
    with pytest.raises(ValidationError, match="finite"):
        Usage(cost=float("inf"))


@pytest.mark.parametrize("model", [EffectDraft, Usage])
def test_errors_do_not_quote_what_was_written(model: type[EffectDraft] | type[Usage]) -> None:
    with pytest.raises(ValidationError) as raised:
        model.model_validate({"direction": "what the customer told us", "calls": "what the customer told us"})
    assert "customer" not in str(raised.value)
