"""A workshop's documents on their way through GenU: nothing is replaced, nothing too large, nothing cut in two."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from usecases.genu.harmless import harmless
from usecases.genu.record import Document, beginning, record_of
from usecases.genu.substitution import preview

_SIGNS = (
    "$&",
    "$$",
    "$`",
    "$'",
    "$1",
    "{{",
    "{{text:B}}",
    "{{{{",
    "}}",
    "</input>",
    "\ud800",
    "表",
    "👩‍👧",
    "a\u0301",
    "\n",
)
hostile = st.lists(st.one_of(st.sampled_from(_SIGNS), st.text(max_size=8)), max_size=8).map("".join)
TEMPLATE = "first {{text:A}} then {{text:B}} end"


@settings(deadline=None)
@given(hostile, hostile)
def test_what_is_made_harmless_reaches_the_model_unchanged(one: str, other: str) -> None:
    a, b = harmless(one), harmless(other)

    assert preview(TEMPLATE, {"A": a, "B": b}).prompt == f"first {a} then {b} end"


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="${<＜﹤", exclude_categories=["Cs"])))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("costs $100", "costs $100"),
        ("'^a$'", "'^a＄'"),
        ("$$5", "＄$5"),
        ("{{x}}", "｛｛x}}"),
        ("{x}", "{x}"),
        ("\ud83d", "\ufffd"),
    ],
)
def test_only_what_genu_would_act_on_is_changed(text: str, seen: str) -> None:
    assert harmless(text) == seen


def document(name: str, text: str, section: str = "") -> Document:
    return Document(section=section, name=name, text=text)


def test_documents_stand_under_their_sections_once() -> None:
    found = [document("a", "one"), document("b", "two", "Invent"), document("c", "three", "Invent")]

    assert record_of(found, "en", 1_000) == "one\n\n## Invent\n\ntwo\n\nthree"


@settings(deadline=None)
@given(st.lists(hostile, min_size=1, max_size=4), st.integers(1_500, 4_000))
def test_a_record_never_exceeds_its_limit(texts: list[str], limit: int) -> None:
    found = [document(f"mlew show d{n}", text * 40, "Listen") for n, text in enumerate(texts)]

    assert len(record_of(found, "ja", limit).encode()) <= limit


def test_a_long_document_is_cut_at_a_line_and_says_how_much_is_missing() -> None:
    long = "\n".join(f"行 {n}" for n in range(1_000))

    record = record_of([document("mlew show journey", long), document("mlew show questions", "短い")], "ja", 2_000)

    kept = re.findall(r"^行 \d+$", record, re.MULTILINE)
    assert kept == long.split("\n")[: len(kept)]
    assert len(kept) > 100
    assert f"残り {1_000 - len(kept)} 行" in record
    assert "mlew show journey" in record
    assert record.endswith("短い")


def test_what_small_documents_leave_over_goes_to_the_large_one() -> None:
    long = "\n".join(["x" * 9] * 1_000)

    record = record_of([document("a", "small"), document("b", long), document("c", "small")], "en", 5_000)

    assert record.count("x" * 9) > 450


@settings(deadline=None)
@given(st.text(max_size=40), st.integers(0, 60))
def test_the_beginning_of_a_line_has_whole_characters(line: str, limit: int) -> None:
    kept = beginning(line, limit)

    assert line.startswith(kept)
    assert len(kept.encode()) <= max(0, limit)


@pytest.mark.parametrize("together", ["👩‍👧", "e\u0301", "👍🏽", "🇯🇵", "が"])
def test_what_is_one_sign_on_the_screen_stays_together(together: str) -> None:
    size = len(together.encode())

    assert {beginning("ab" + together, n) for n in range(2, 2 + size)} == {"ab"}
    assert beginning("ab" + together, 2 + size) == "ab" + together
