"""`mlew usecases lint` and `preview` as people and programs see them."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.terminal import Terminal
from tests.unit.usecases.genu.lint.cases import source, template, values


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A label with parentheses, and a model that is fixed."""
    path = tmp_path / "files" / "broken.json"
    path.parent.mkdir()
    path.write_bytes(template("時間は{{text:時間(分)}}です", **{"時間(分)": "30"}).raw.replace(b'Id": ""', b'Id": "m"'))
    return path


def test_says_where_what_and_what_to_do(mlew: Terminal, broken: Path) -> None:
    said = mlew("usecases", "lint", str(broken))

    assert said.code == 2
    assert f"{broken}:4:25  error  label-lost" in said.out
    assert "Effect: " in said.out
    assert "Fix: " in said.out
    assert "2 errors and 0 warnings in 1 files" in said.out
    assert "--fix may mend 2" in said.out


def test_warnings_do_not_count(mlew: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(values(役割="x").raw)

    said = mlew("usecases", "lint", str(path))

    assert said.code == 0
    assert "example-key-unknown" in said.out


def test_mends_and_says_so(mlew: Terminal, broken: Path) -> None:
    said = mlew("usecases", "lint", str(broken.parent), "--fix")

    assert said.code == 0
    assert "label-lost (1), model-ignored (1)" in said.out
    assert json.loads(broken.read_text(encoding="utf-8"))["inputExamples"][0]["examples"] == {"時間（分）": "30"}
    assert mlew("usecases", "lint", str(broken)).out == "Nothing wrong in 1 files.\n"


def test_what_needs_no_fix_is_not_written(mlew: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(source().content), encoding="utf-8")
    before = path.read_bytes()

    assert mlew("usecases", "lint", str(path), "--fix").code == 0
    assert path.read_bytes() == before


def test_for_programs(mlew: Terminal, broken: Path) -> None:
    said = mlew("usecases", "lint", str(broken), "--json", "--genu-version", "5")

    assert said.code == 2
    assert (said.data["errors"], said.data["warnings"]) == (1, 1)
    first = said.data["results"][0]["findings"][0]
    assert first["rule"] == "label-lost"
    assert first["pointer"] == "/promptTemplate"
    assert first["remedy"]


def test_for_code_hosts(mlew: Terminal, broken: Path) -> None:
    said = mlew("usecases", "lint", str(broken), "--sarif")

    assert said.code == 2
    assert [r["ruleId"] for r in said.data["runs"][0]["results"]] == ["label-lost", "model-ignored"]


def test_a_folder_without_files_and_a_missing_file(mlew: Terminal, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert mlew("usecases", "lint", str(tmp_path / "empty")).code == 2
    assert mlew("usecases", "lint", str(tmp_path / "none.json")).code == 2


def test_the_prompt_goes_out_unchanged(mlew: Terminal, tmp_path: Path) -> None:
    file, given = tmp_path / "a.json", tmp_path / "values.json"
    file.write_bytes(template("A: {{text:A}}  \n{{text:B(x)}}\n\n", A="1").raw)
    given.write_text('{"A": "$& \\u001b[1m", "C": "x"}', encoding="utf-8-sig")

    said = mlew("usecases", "preview", str(file), "--values", str(given))

    assert said.code == 0
    assert said.out == "A: {{text:A}} \x1b[1m  \n{{text:B(x)}}\n\n"
    assert "C" in said.err


def test_values_from_an_example(mlew: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(source().raw)

    assert mlew("usecases", "preview", str(file), "--example", "図書館").out.startswith("図書館の利用者について")
    said = mlew("usecases", "preview", str(file), "--example", "駅")
    assert said.code == 2
    assert "食堂 / 図書館" in said.err


def test_says_why_nothing_is_sent(mlew: Terminal, tmp_path: Path) -> None:
    hanging, blocked = tmp_path / "a.json", tmp_path / "b.json"
    hanging.write_bytes(template("{{text:C++}}").raw)
    blocked.write_bytes(template("{{form:A}}[{{retrieveKendra:A}}]").raw)
    given = tmp_path / "values.json"
    given.write_text('{"A": "顧客"}', encoding="utf-8")

    said = mlew("usecases", "preview", str(hanging))
    assert (said.code, said.out) == (2, "")
    assert "SyntaxError: Nothing to repeat" in said.err
    said = mlew("usecases", "preview", str(blocked), "--values", str(given))
    assert (said.code, said.out) == (2, "[]")
    assert "RAG" in said.err
    said = mlew("usecases", "preview", str(blocked), "--values", str(given), "--rag")
    assert (said.code, said.out) == (0, '[[{"retrieveKendra": "顧客"}]]')


def test_preview_for_programs(mlew: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(template("{{select:A:a,,b}}").raw)

    said = mlew("usecases", "preview", str(file), "--json")

    assert said.data["prompt"] == "a"
    assert said.data["sent"] is False
    assert said.data["blocked"][0]["hindrance"] == "option-empty"


@pytest.mark.parametrize("content", ["{", "[]", '{"promptTemplate": 3}', '{"title": "a"}'])
def test_files_that_cannot_be_previewed(mlew: Terminal, tmp_path: Path, content: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(content, encoding="utf-8")

    assert mlew("usecases", "preview", str(file)).code == 2


@pytest.mark.parametrize("content", ["{", "[]"])
def test_values_that_are_none(mlew: Terminal, tmp_path: Path, content: str) -> None:
    file, given = tmp_path / "a.json", tmp_path / "values.json"
    file.write_bytes(source().raw)
    given.write_text(content, encoding="utf-8")

    assert mlew("usecases", "preview", str(file), "--values", str(given)).code == 2
