"""What errors say exists in both languages: whoever writes a new error in one language only is told here."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import mlew
from mlew import errors
from mlew.bilingual import LANGUAGES
from mlew.errors import Conflict, InputError, MlewError, NotFound, error_texts

CODE = Path(mlew.__file__).parent
CLASSES = {n for n, value in vars(errors).items() if isinstance(value, type) and issubclass(value, MlewError)}
KANA = re.compile("[ぁ-んァ-ヶ一-龠]")
OPTIONS_ONLY = re.compile(r"--[a-z]|mlew |aws |https?:|\{|\d|Bedrock: ")
"""Commands, options, addresses and names: the same in every language."""
IN_A_GIVEN_LANGUAGE = {"documents/defect.py"}
"""Both languages stand there side by side, as in the files of a workshop, whose language is known."""


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def as_english(text: str) -> str:
    return text.replace("：", ": ").replace("（", " (").replace("）", ")")


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in the library, with `<path>:<line>`."""
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield f"{path.relative_to(CODE)}:{node.lineno}", node


def own_words(call: ast.Call) -> list[str]:
    """Texts that stand in the arguments themselves; not those handed to another call, such as the CLI's words."""
    found: list[str] = []
    left: list[ast.AST] = [*call.args, *(k.value for k in call.keywords)]
    while left:
        node = left.pop()
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.append(node.value)
        if not isinstance(node, ast.Call):
            left.extend(ast.iter_child_nodes(node))
    return found


def keys_raised() -> set[str]:
    """Every text in the library that is a key; keys are chosen and handed on before they are raised."""
    return {
        node.value
        for path in CODE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.mark.parametrize("key", sorted(error_texts()))
def test_both_languages_say_an_error_with_the_same_placeholders(key: str) -> None:
    both = error_texts()[key]

    assert all(both[language].strip() for language in LANGUAGES)
    assert placeholders(both["ja"]) == placeholders(both["en"])
    assert KANA.search(both["ja"]) or (as_english(both["ja"]) == both["en"] and OPTIONS_ONLY.match(both["en"]))
    assert not KANA.search(both["en"].replace("500円", ""))


def test_no_error_is_written_in_one_language_where_it_is_raised() -> None:
    alone = {
        where: words
        for where, call in calls()
        if isinstance(call.func, ast.Name) and call.func.id in CLASSES
        if where.split(":")[0] not in IN_A_GIVEN_LANGUAGE
        if (words := [text for text in own_words(call) if re.search(r"[A-Za-zぁ-ん]{2}", text)])
        if not all(OPTIONS_ONLY.match(text.lstrip(" |")) for text in words)
    }

    assert alone == {}


def test_every_key_that_is_raised_is_written_and_every_text_is_raised() -> None:
    told = {
        (where, call.args[0].value)
        for where, call in calls()
        if isinstance(call.func, ast.Attribute) and call.func.attr == "told"
        if call.args and isinstance(call.args[0], ast.Constant)
    }
    raised = keys_raised()

    assert {(where, key) for where, key in told if key not in error_texts()} == set()
    assert {k for k in error_texts() if k not in raised and k.removesuffix("-hint") not in raised} == set()


def test_every_error_is_told_with_the_values_that_its_words_take() -> None:
    wrong = {}
    for where, call in calls():
        if not (isinstance(call.func, ast.Attribute) and call.func.attr == "told" and call.args):
            continue
        if not isinstance(call.args[0], ast.Constant) or any(k.arg is None for k in call.keywords):
            continue
        key = str(call.args[0].value)
        taken = placeholders(error_texts()[key]["en"] + error_texts().get(f"{key}-hint", {"en": ""})["en"])
        given = {k.arg for k in call.keywords} - {"hint"}
        if not taken <= given:
            wrong[where] = taken - given

    assert wrong == {}


def test_an_error_speaks_the_readers_language_and_english_in_logs() -> None:
    error = NotFound.told("workshop.none", workshop_id="w9")

    assert error.said("ja") == ("ワークショップ w9 はありません。", "mlew list で一覧を表示できます。")
    assert error.said("en") == ("There is no workshop w9.", "mlew list shows those that there are.")
    assert str(error) == "There is no workshop w9. – mlew list shows those that there are."


def test_an_error_that_is_raised_as_another_keeps_both_languages() -> None:
    error = Conflict.like(InputError.told("comment.empty"))

    assert isinstance(error, Conflict)
    assert error.said("ja").message == "コメントが空です"
    assert error.said("en").message == "the comment is empty"


def test_words_that_come_from_elsewhere_are_said_as_they_are() -> None:
    assert {InputError("C1: 数がありません", hint="→").said(language) for language in LANGUAGES} == {
        ("C1: 数がありません", "→")
    }


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        InputError.told("no.such-key")
