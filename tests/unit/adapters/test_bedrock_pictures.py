"""A picture of an image model: what is sent, and what may come back."""

import base64
import json
from typing import Any, cast

import boto3
import botocore.session
import pytest
from botocore.validate import validate_parameters

from mlew.adapters.bedrock_pictures import HEIGHT, LONGEST_TEXT, WIDTH, BedrockPictureModel, picture_request
from mlew.adapters.clients import Clients
from mlew.errors import ModelAccessDenied, ModelError, ModelRefused, ModelThrottled
from tests.unit.adapters.test_bedrock_model import Line, answering

MODEL = "amazon.nova-canvas-v1:0"
PNG = b"\x89PNG\r\n\x1a\n picture"


@pytest.fixture
def clients() -> Clients:
    return Clients(boto3.Session("test", "test", region_name="ap-northeast-1"))


def drawn(clients: Clients, body: dict[str, Any], status: int = 200, error: str = "") -> tuple[bytes, Line]:
    """What the adapter makes of an answer."""
    line = Line(clients, read_seconds=60, reply=answering(status, body, error))
    return BedrockPictureModel(clients, MODEL).draw("A lamp", accent="#7a3e0f", timeout_seconds=60), line


def test_a_picture_comes_back_as_it_was_drawn(clients: Clients) -> None:
    png, line = drawn(clients, {"images": [base64.b64encode(PNG).decode()], "error": None})
    assert png == PNG
    assert line.sent[0].url.endswith("/model/amazon.nova-canvas-v1%3A0/invoke")
    sent = json.loads(cast("bytes", line.sent[0].body))
    assert "A lamp" in sent["textToImageParams"]["text"]
    assert "#7a3e0f" in sent["textToImageParams"]["text"]


def test_the_request_fits_bedrock_and_the_limits_of_the_models() -> None:
    body = picture_request("広間の灯り " * 500, "#7a3e0f")
    shape = (
        botocore.session.get_session().get_service_model("bedrock-runtime").operation_model("InvokeModel").input_shape
    )
    assert shape is not None
    validate_parameters({"modelId": MODEL, "body": json.dumps(body).encode(), "accept": "application/json"}, shape)
    config = body["imageGenerationConfig"]
    assert len(body["textToImageParams"]["text"]) == LONGEST_TEXT
    assert 0 <= config["seed"] <= 858_993_459
    assert WIDTH % 16 == HEIGHT % 16 == 0
    assert 320 <= min(WIDTH, HEIGHT) <= max(WIDTH, HEIGHT) <= 4096
    assert picture_request("a", "#000000") == picture_request("a", "#000000")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({"images": [], "error": "blocked by the content filters"}, ModelRefused),
        ({"images": None, "error": None}, ModelError),
        ({"images": ["not base64!"]}, ModelError),
        ({"images": [base64.b64encode(b"<svg onload=alert(1)>").decode()]}, ModelError),
        ({"pictures": []}, ModelError),
        ({"images": [7]}, ModelError),
    ],
)
def test_anything_but_a_picture_is_an_error(clients: Clients, body: dict[str, Any], kind: type[ModelError]) -> None:
    with pytest.raises(kind):
        drawn(clients, body)


@pytest.mark.parametrize(
    ("error", "kind"), [("ThrottlingException", ModelThrottled), ("AccessDeniedException", ModelAccessDenied)]
)
def test_errors_of_bedrock_get_their_names(clients: Clients, error: str, kind: type[ModelError]) -> None:
    with pytest.raises(kind):
        drawn(clients, {"message": "no"}, 400, error)
