"""The six fields, GenU's limits, the file as GenU writes it."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from usecases.genu.format import FIELDS, STORED_BYTES, InputExample, UseCase, imported, stored_bytes

GOOD = UseCase(
    title="聞き取り",
    prompt_template="{{text:顧客}}",
    input_examples=[InputExample(title="例", examples={"顧客": "利用者 😀"})],
)


def test_written_as_genu_writes_it() -> None:
    text = GOOD.to_json()

    assert list(json.loads(text)) == list(FIELDS)
    assert text.startswith('{\n  "title": "聞き取り",\n  "description": "",\n  "promptTemplate"')
    assert "😀" in text
    assert text.endswith("}\n")
    assert UseCase.model_validate_json(text) == GOOD


@pytest.mark.parametrize(
    "change",
    [
        {"title": " 　"},
        {"promptTemplate": ""},
        {"promptTemplate": "no field"},
        {"promptTemplate": "{{text:a}b}}"},
        {"title": 3},
        {"fileUpload": "false"},
        {"inputExamples": [{"title": "", "examples": {}}]},
        {"inputExamples": [{"title": "a", "examples": {"": "x"}}]},
        {"inputExamples": [{"title": "a", "examples": {"x": 1}}]},
        {"description": "\ud83d"},
        {"unknown": 1},
        {"promptTemplate": "{{text}}" + "あ" * (STORED_BYTES // 3)},
    ],
)
def test_what_genu_refuses_or_breaks_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        UseCase.model_validate({**GOOD.content(), **change})


def test_attachments_alone_are_enough() -> None:
    assert UseCase(title="a", prompt_template="要約してください", file_upload=True).file_upload


def test_size_counts_bytes_and_what_genu_adds() -> None:
    small, large = (stored_bytes({"title": text}) for text in ("a", "あ"))

    assert large - small == 2
    assert stored_bytes({"a": [True, None, 1.5, {"b": "c"}]}) > stored_bytes({"a": []})


@pytest.mark.parametrize(
    "empty", [{}, {"description": None, "inputExamples": 0, "fixedModelId": False, "fileUpload": ""}]
)
def test_import_fills_in_defaults_and_drops_the_rest(empty: dict[str, Any]) -> None:
    taken = imported({"title": "a", "promptTemplate": "b", "other": 1, **empty})

    assert taken == {
        "title": "a",
        "description": "",
        "promptTemplate": "b",
        "inputExamples": [],
        "fixedModelId": "",
        "fileUpload": False,
    }
