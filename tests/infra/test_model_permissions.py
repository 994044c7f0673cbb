"""A call of a model needs the profile and the models behind it, wherever it may be processed."""

from typing import Any

import pytest

from infra.environments import Environment
from mlew.adapters.doctor_role import requests
from mlew.domain.model_resources import model_resources
from tests.infra.conftest import Synthesis
from tests.infra.settings import example, local
from tests.infra.templates import listed, role_of

JAPAN = ["ap-northeast-1", "ap-northeast-3"]
PROFILE = "arn:aws:bedrock:ap-northeast-1:111122223333:inference-profile/"


def model_statements(synthesis: Synthesis, environment: Environment) -> list[dict[str, Any]]:
    template = synthesis(environment)[environment.name("workshop")]
    return [s for s in role_of(template, "RunListen") if "bedrock:InvokeModel" in listed(s["Action"])]


def test_a_japan_profile_is_allowed_with_its_model_in_tokyo_and_osaka(synthesis: Synthesis) -> None:
    profile, models = model_statements(synthesis, example())
    assert profile["Resource"] == f"{PROFILE}jp.anthropic.claude-sonnet-4-6"
    assert models["Resource"] == [
        f"arn:aws:bedrock:{region}::foundation-model/anthropic.claude-sonnet-4-6" for region in JAPAN
    ]


def test_a_model_behind_a_profile_can_be_reached_through_it_only(synthesis: Synthesis) -> None:
    profile, models = model_statements(synthesis, example())
    assert models["Condition"] == {"StringEquals": {"bedrock:InferenceProfileArn": profile["Resource"]}}


def test_a_global_profile_is_allowed_with_the_model_that_has_no_region(synthesis: Synthesis) -> None:
    chosen = {"id": "global.anthropic.claude-sonnet-5-5", "allowed_regions": ["*"]}
    _, models = model_statements(synthesis, example(model=chosen))
    assert models["Resource"] == [
        f"arn:aws:bedrock:{region}::foundation-model/anthropic.claude-sonnet-5-5" for region in ("ap-northeast-1", "")
    ]


@pytest.mark.parametrize(
    "choice",
    [
        {"id": "jp.anthropic.claude-sonnet-4-6", "allowed_regions": JAPAN},
        {"id": "global.anthropic.claude-sonnet-4-6", "allowed_regions": ["*"]},
    ],
    ids=lambda choice: choice["id"],
)
def test_what_the_doctor_asks_about_is_what_is_granted(synthesis: Synthesis, choice: dict[str, Any]) -> None:
    environment = example(model=choice)
    touched = model_resources(environment.capability, region=environment.region, account=environment.account)
    asked = [arn for request in requests(touched, environment.region) for arn in request.resources]

    granted = [arn for s in model_statements(synthesis, environment) for arn in listed(s["Resource"])]

    assert sorted(asked) == sorted(granted)


def test_the_rehearsal_model_of_the_embedded_aws_is_the_only_one_that_may_be_called(synthesis: Synthesis) -> None:
    (model,) = model_statements(synthesis, local())
    assert model["Resource"] == "arn:aws:bedrock:ap-northeast-1::foundation-model/mlew.rehearsal-v1"


@pytest.fixture(scope="module")
def rehearsing(synthesis: Synthesis) -> dict[str, Any]:
    environment = example(model={"id": "mlew.rehearsal-v1", "runtime": "function"})
    return synthesis(environment)[environment.name("workshop")]


def test_a_rehearsal_in_an_account_calls_its_function_and_no_model(rehearsing: dict[str, Any]) -> None:
    granted = role_of(rehearsing, "RunListen")
    assert not [s for s in granted if "bedrock:InvokeModel" in listed(s["Action"])]
    (invoking,) = [s for s in granted if "lambda:InvokeFunction" in listed(s["Action"])]
    assert invoking["Resource"] == "arn:aws:lambda:ap-northeast-1:111122223333:function:mlew-example-Rehearse"


def test_the_rehearsal_function_sees_no_records_and_no_bodies(rehearsing: dict[str, Any]) -> None:
    services = {action.split(":")[0] for s in role_of(rehearsing, "Rehearse") for action in listed(s["Action"])}
    assert services == {"logs", "xray"}


@pytest.mark.parametrize("name", ["amazon.nova-canvas-v1:0", ""])
def test_only_the_function_that_writes_mocks_may_ask_the_picture_model(synthesis: Synthesis, name: str) -> None:
    environment = example(mocks={"picture_model": name})
    template = synthesis(environment)[environment.name("workshop")]
    drawing = {
        function: [s["Resource"] for s in role_of(template, function) if s.get("Sid") == "PictureModel"]
        for function in ("WriteMock", "RunRefine", "RenderMock")
    }
    model = [f"arn:aws:bedrock:ap-northeast-1::foundation-model/{name}"] if name else []
    assert drawing == {"WriteMock": model, "RunRefine": [], "RenderMock": []}
