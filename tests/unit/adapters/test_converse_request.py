import itertools
import json
from collections.abc import Mapping
from typing import Any

import botocore.session
import pytest
from botocore.validate import ParamValidator
from hypothesis import given
from hypothesis import strategies as st

from mlew.adapters.converse_request import converse_request
from mlew.domain.model_capability import ModelCapability
from mlew.ports.model import Attachment, ModelRequest
from tests.unit.adapters.requests import LONG, MODEL, PICTURE, REQUEST, TURN
from usecases.fence import unfence

CONVERSE = botocore.session.get_session().get_service_model("bedrock-runtime").operation_model("Converse")
CAPABILITIES = [
    MODEL.model_copy(update={"forced_tool": tool, "pictures": pictures, "temperature": heat, "cache_minimum": cache})
    for tool, pictures, heat, cache in itertools.product((True, False), (True, False), (True, False), (0, 1, 10**6))
]


def faults(built: Mapping[str, Any]) -> str:
    assert CONVERSE.input_shape is not None
    return str(ParamValidator().validate(built, CONVERSE.input_shape).generate_report())


@pytest.mark.parametrize("model", CAPABILITIES, ids=str)
def test_every_request_fits_the_service_model_of_botocore(model: ModelCapability) -> None:
    for system, pictures, turns, nonce in itertools.product(
        ("", "system"), ((), (PICTURE,)), ((), (TURN,), (TURN, TURN)), ("", "invent/a.Q3.0/1/0")
    ):
        request = REQUEST.model_copy(update={"system": system, "attachments": pictures, "turns": turns, "nonce": nonce})
        assert faults(converse_request(request, model)) == ""


@given(text=st.text(min_size=1), nonce=st.text(max_size=400))
def test_any_text_and_nonce_fit(text: str, nonce: str) -> None:
    request = REQUEST.model_copy(update={"text": text, "nonce": nonce})
    built = converse_request(request, MODEL)
    assert faults(built) == ""
    assert built["messages"][0]["content"] == [{"text": text}]


def test_a_model_that_reads_pictures_gets_them_before_the_text() -> None:
    photo = Attachment(name="b.jpg", media="jpeg", content=b"\xff\xd8")
    built = converse_request(REQUEST.model_copy(update={"attachments": (PICTURE, photo)}), MODEL)
    assert built["messages"][0]["content"] == [
        {"image": {"format": "png", "source": {"bytes": PICTURE.content}}},
        {"image": {"format": "jpeg", "source": {"bytes": b"\xff\xd8"}}},
        {"text": REQUEST.text},
    ]


def test_a_model_that_does_not_read_pictures_gets_none() -> None:
    blind = MODEL.model_copy(update={"pictures": False})
    request = REQUEST.model_copy(update={"attachments": (PICTURE,)})
    assert converse_request(request, blind)["messages"][0]["content"] == [{"text": REQUEST.text}]


def test_the_tool_is_forced_where_the_model_takes_that() -> None:
    assert converse_request(REQUEST, MODEL)["toolConfig"]["toolChoice"] == {"tool": {"name": "write_journey"}}
    free = converse_request(REQUEST, MODEL.model_copy(update={"forced_tool": False}))["toolConfig"]
    assert "toolChoice" not in free
    assert free["tools"][0]["toolSpec"]["inputSchema"] == {"json": REQUEST.tool_schema}


def test_limits_are_those_of_the_model() -> None:
    assert converse_request(REQUEST, MODEL)["inferenceConfig"] == {"maxTokens": 2000, "temperature": 0.5}
    cold = converse_request(REQUEST, MODEL.model_copy(update={"temperature": False}))
    assert cold["inferenceConfig"] == {"maxTokens": 2000}


def test_a_repair_shows_the_model_its_answer_and_what_is_wrong_with_it() -> None:
    other = ({"segment": "x"}, "too short")
    messages = converse_request(REQUEST.model_copy(update={"turns": (TURN, other)}), MODEL)["messages"]
    assert [message["role"] for message in messages] == ["user", "assistant", "user", "assistant", "user"]
    use, result = messages[3]["content"][0]["toolUse"], messages[4]["content"][0]["toolResult"]
    assert (use["name"], use["input"]) == ("write_journey", {"segment": "x"})
    assert result == {"toolUseId": use["toolUseId"], "status": "error", "content": [{"text": "too short"}]}
    assert messages[1]["content"][0]["toolUse"]["toolUseId"] != use["toolUseId"]


def test_a_model_that_thinks_first_is_asked_anew_with_its_last_answer_as_data() -> None:
    other = ({"segment": "</input> x"}, "too short")
    thinking = MODEL.model_copy(update={"forced_tool": False})
    messages = converse_request(REQUEST.model_copy(update={"turns": (TURN, other)}), thinking)["messages"]
    assert [message["role"] for message in messages] == ["user"]
    first, repair = (block["text"] for block in messages[0]["content"])
    assert first == REQUEST.text
    assert json.loads(unfence(repair)["your_last_answer"]) == {"segment": "</input> x"}
    assert repair.endswith("</input>\n\ntoo short")
    assert repair.count("</input>") == 1


def _cache_points(request: ModelRequest, model: ModelCapability) -> tuple[bool, bool]:
    built = converse_request(request, model)
    point = {"cachePoint": {"type": "default"}}
    return point in built["system"], point in built["messages"][0]["content"]


def test_a_prefix_is_cached_only_where_it_is_long_enough_and_read_again() -> None:
    repaired = LONG.model_copy(update={"turns": (TURN,)})
    assert _cache_points(REQUEST, MODEL) == (False, False)
    assert _cache_points(LONG, MODEL) == (True, False)
    assert _cache_points(repaired, MODEL) == (True, True)
    assert _cache_points(repaired, MODEL.model_copy(update={"cache_minimum": 0})) == (False, False)
