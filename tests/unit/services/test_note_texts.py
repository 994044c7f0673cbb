"""No line of the progress is written in one language where it is noted."""

import ast
import re
from pathlib import Path

import pytest

from mlew import services
from mlew.domain.base import Locale
from mlew.services.note_texts import _TEXTS, note_text
from tests.unit.services.workbench import Bench

CODE = Path(services.__file__).parent
OTHERS = {"drawing.py"}
"""Only the name of the model's error is told there."""


def test_no_note_has_words_of_its_own() -> None:
    alone = [
        f"{path.name}:{node.lineno}"
        for path in CODE.rglob("*.py")
        if path.name not in OTHERS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "note"
        for argument in node.keywords
        if argument.arg == "detail" and isinstance(argument.value, (ast.Constant, ast.JoinedStr))
    ]

    assert alone == []


@pytest.mark.parametrize("key", list(_TEXTS))
@pytest.mark.parametrize(("locale", "kana"), [("ja", True), ("en", False)])
def test_a_note_is_in_the_workshops_language(key: str, locale: Locale, kana: bool) -> None:
    workshop = Bench().workshop
    workshop = workshop.model_copy(update={"plan": workshop.plan.model_copy(update={"locale": locale})})

    told = note_text(workshop, key, error="StoreUnavailable")

    assert bool(re.search("[ぁ-ん]", told)) is kana
    assert "{" not in told
