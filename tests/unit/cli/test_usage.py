import re

import pytest

from mlew.cli.usage import usage_error
from mlew.cli.words import Words
from tests.unit.cli.terminal import Terminal

WRONG = [
    (("statsu",), "'statsu' というコマンドはありません。'status' のことですか？"),
    (("xyzzy",), "'xyzzy' というコマンドはありません"),
    (("show", "--nope"), "--nope というオプションはありません"),
    (("list", "--limti", "3"), "--limti というオプションはありません。--limit のことですか？"),
    (("run",), "'DIR' がありません"),
    (("market", "n"), "'[WORKSHOP] N' がありません"),
    (("verdict", "decide"), "'go|pivot|cut' がありません。次のどれかを指定してください: go, pivot, cut"),
    (("list", "one", "two"), "余分な引数があります: one two"),
    (("list", "--json=3"), "'--json' に値は付けられません"),
    (("list", "--limit", "x"), "'--limit' / '-n' の値が正しくありません: 整数で書いてください"),
    (("list", "--limit", "0"), "'--limit' / '-n' の値が正しくありません: 1 以上にしてください"),
    (("list", "--limit", "9999"), "'--limit' / '-n' の値が正しくありません: 500 以下にしてください"),
    (("improve", "start", "--budget", "a"), "'--budget' の値が正しくありません: 数で書いてください"),
    (("verdict", "decide", "x"), "'x' は使えません。次のどれかです: 'go', 'pivot', 'cut'"),
]


@pytest.mark.parametrize(("arguments", "told"), WRONG, ids=[" ".join(arguments) for arguments, _ in WRONG])
def test_a_wrong_command_line_is_explained_in_japanese(mlew: Terminal, arguments: tuple[str, ...], told: str) -> None:
    said = mlew(*arguments, "--lang", "ja")

    assert said.code == 2
    assert told in said.err.splitlines()[0]


@pytest.mark.parametrize("arguments", [arguments for arguments, _ in WRONG], ids=" ".join)
def test_what_is_recognised_is_said_in_our_own_english(mlew: Terminal, arguments: tuple[str, ...]) -> None:
    said = mlew(*arguments, "--lang", "en")

    assert said.code == 2
    assert not re.search("No such|Missing|Invalid value|Input should|Value error|unexpected extra", said.err)


def test_an_option_at_the_end_without_its_value_is_explained() -> None:
    assert usage_error("Option '--out' requires an argument.", Words("ja")) == "'--out' には値が必要です"


def test_other_words_are_passed_on_as_they_are() -> None:
    assert usage_error("Something new {that} typer says.", Words("ja")) == "Something new {that} typer says."


def test_names_that_people_type_are_not_taken_for_placeholders(mlew: Terminal) -> None:
    assert "'{name}'" in mlew("{name}", "--lang", "ja").err
