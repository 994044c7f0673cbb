"""What state machines share is put in before anybody gets to read them."""

import json
from pathlib import Path
from typing import Any

import pytest

from infra.state_machines import EDITIONS, WORKFLOWS, definition, main
from mlew.errors import SetupError


def folder(path: Path, states: Any, **beside: Any) -> Path:
    (path / "mock.asl.json").write_text(json.dumps(states), encoding="utf-8")
    for name, content in beside.items():
        (path / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    return path


def test_a_reference_becomes_what_it_names(tmp_path: Path) -> None:
    made = folder(tmp_path, {"Retry": {"$ref": "retries.json#/model"}, "n": 1}, retries={"model": [{"a": 1}]})

    assert definition("mock", made) == {"Retry": [{"a": 1}], "n": 1}


def test_a_reference_in_what_was_referred_to_is_one_of_that_file(tmp_path: Path) -> None:
    made = folder(
        tmp_path, {"all": {"$ref": "retries.json#/all"}}, retries={"all": [{"$ref": "#/one"}], "one": {"b": "c"}}
    )

    assert definition("mock", made) == {"all": [{"b": "c"}]}


def test_pointers_name_items_of_lists_and_names_with_their_signs(tmp_path: Path) -> None:
    states = {"a": {"$ref": "#/kept/1"}, "b": {"$ref": "#/x~1y~0z"}, "kept": [1, 2], "x/y~z": 3}

    assert definition("mock", folder(tmp_path, states)) | {"kept": 0} == {"a": 2, "b": 3, "kept": 0, "x/y~z": 3}


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ({"a": {"$ref": "retries.json#/no"}}, "leads nowhere: there is no 'no'"),
        ({"a": {"$ref": "retries.json#/yes/5"}}, "leads nowhere: there is no '5'"),
        ({"a": {"$ref": "retries.json#/yes/x"}}, "leads nowhere: there is no 'x'"),
        ({"a": {"$ref": "nothing.json#/a"}}, "there is no nothing.json"),
        ({"a": {"$ref": "#/a"}}, "goes in circles"),
        ({"a": {"$ref": "retries.json#/yes", "b": 1}}, "nothing stands beside"),
    ],
)
def test_a_reference_that_cannot_be_followed_is_refused_by_name(tmp_path: Path, states: Any, said: str) -> None:
    with pytest.raises(SetupError, match=said):
        definition("mock", folder(tmp_path, states, retries={"yes": [1]}))


def test_what_is_checked_and_deployed_holds_no_reference(tmp_path: Path) -> None:
    main([str(tmp_path)])

    for name in WORKFLOWS:
        text = (tmp_path / f"{name}.asl.json").read_text(encoding="utf-8")
        assert "$ref" not in text
        assert json.loads(text) == definition(name)


def test_what_both_editions_do_is_the_same_in_both() -> None:
    practice, improvement = (definition(edition)["States"] for edition in EDITIONS)
    own = {"Begin", "Route"}
    assert {n: s for n, s in improvement.items() if n in practice and n not in own} == {
        n: s for n, s in practice.items() if n not in {*own, "RunDay0"}
    }
    assert set(improvement) - set(practice) == {"Voices", "RunPrecheck", "RunMarket", "RunPlan", "RunClosing"}
