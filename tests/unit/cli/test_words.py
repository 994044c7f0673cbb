import ast
import re
import string
from pathlib import Path

import pytest

from mlew import cli, errors
from mlew.adapters import doctor_diagnosis
from mlew.cli.words import LANGUAGES, Words, texts

CODE = Path(cli.__file__).parent
USED = re.compile(r'"((?:[a-z][a-zA-Z_-]*\.)+[a-zA-Z_-]+)"')
MADE_OF_DATA = (
    "help.", "error.", "state.", "phase-state.", "kind.", "event.", "impact.", "question-kind.", "review.mode.",
    "review.column.", "show.column.", "status.column.", "list.", "check.column.", "check.risk.", "doctor.check.",
    "doctor.found.", "doctor.fix.", "up.", "genu.severity.", "genu.hindrance.", "genu.push.state.", "genu.push.column.",
    "mocks.column.", "mocks.state.", "mocks.population.", "mocks.page.",
    "sites.finding.",
    "metrics.column.", "metrics.population.", "metrics.kind.", "metrics.apart.", "metrics.measure.", "metrics.step.",
    "metrics.question.", "metrics.answer.", "metrics.verdict.", "metrics.beside.",
    "improve.column.", "improve.pattern.", "improve.pair.",
    "testers.column.", "testers.reception.",
    "plan.milestone.", "plan.column.", "plan.decision.", "plan.kind.", "plan.request-state.", "plan.file.",
    "market.bound.", "market.column.", "market.input.",
    "handover.decision.",
    "verdict.column.",
)  # fmt: skip


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def used_keys() -> set[str]:
    found: set[str] = set()
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


@pytest.mark.parametrize("key", sorted(texts()))
def test_both_languages_say_it_with_the_same_placeholders(key: str) -> None:
    both = texts()[key]

    assert all(both[language].strip() for language in LANGUAGES)
    assert placeholders(both["ja"]) == placeholders(both["en"])


def test_japanese_texts_are_japanese() -> None:
    kana = re.compile("[ぁ-んァ-ヶ一-龠]")
    names = {"doctor.check.python", "doctor.check.node", "doctor.check.uv", "doctor.check.cdk"}
    bare = re.compile(r"^[\W\dA-Za-z]*$")

    foreign = {
        k for k, v in texts().items() if not kana.search(v["ja"]) and bare.match(re.sub(r"\{\w+\}", "", v["ja"]))
    }

    assert {k for k in foreign if re.search("[A-Za-z]{3}", re.sub(r"\{\w+\}", "", texts()[k]["ja"]))} <= names


def test_every_key_in_the_code_is_written_and_every_text_is_used() -> None:
    used = used_keys()
    tables = {key.split(".")[0] for key in texts()}
    asked = {u for u in used if USED.fullmatch(f'"{u}"') and u.split(".")[0] in tables}

    assert asked - set(texts()) - set(errors.error_texts()) <= {"check.toml", "plan.md", "plan.ics", "market.html"}
    assert {k for k in texts() if k not in used and not k.startswith(MADE_OF_DATA)} == set()


def test_every_error_of_the_tree_has_a_title() -> None:
    names = [n for n, value in vars(errors).items() if isinstance(value, type) and issubclass(value, errors.MlewError)]

    assert {f"error.{name}" for name in names} <= set(texts())


def test_every_diagnosis_has_its_text() -> None:
    folder = Path(doctor_diagnosis.__file__).parent
    code = "".join(p.read_text(encoding="utf-8") for p in [*folder.glob("doctor_*.py"), CODE / "doctor.py"])
    reasons = set(re.findall(r'reason="([a-z-]+)"', code)) | set(re.findall(r'reason = "([a-z-]+)"', code))
    checks = set(re.findall(r'check="([a-z-]+)"', code))

    assert {f"doctor.found.{r}" for r in reasons} <= set(texts())
    assert {f"doctor.check.{c}" for c in checks} <= set(texts())


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        Words("en")("no.such.key")


def test_braces_are_shown_once_where_nothing_is_filled_in() -> None:
    assert Words("en")("genu.preview.values-form") == 'Write JSON like {"Label": "what is typed"}.'
