"""The catalogue of models, as far as its numbers have to fit each other."""

import pytest

from infra.catalogue import catalogue, in_bedrock
from mlew.domain.model_capability import ModelCapability

BOUGHT = [model for model in catalogue().values() if in_bedrock(model)]


@pytest.mark.parametrize("model", BOUGHT, ids=lambda model: model.id)
def test_no_call_that_costs_is_begun_with_less_time_than_a_long_answer_takes(model: ModelCapability) -> None:
    assert model.shortest_wait(0) >= 240


@pytest.mark.parametrize("model", catalogue().values(), ids=lambda model: model.id)
def test_an_answer_that_was_cut_off_can_be_asked_for_with_more_room(model: ModelCapability) -> None:
    assert model.output_tokens < model.room(1) <= model.largest_output_tokens


def test_a_rehearsal_goes_on_at_once_when_its_function_was_killed() -> None:
    assert catalogue()["mlew.rehearsal-v1"].answer_seconds <= 30
