"""Texts of broken rules, in both languages."""

import re
from pathlib import Path
from string import Formatter

import pytest

from mlew.domain import violation as module
from mlew.domain.rule_texts import FIELD_NAMES, PLACE_NAMES, RULE_TEXTS
from mlew.domain.violation import place, violation

_SOURCES = [p.read_text(encoding="utf-8") for p in Path(module.__file__).parent.glob("*.py")]
_JAPANESE = re.compile(r"[ぁ-んァ-ン一-龯]")


@pytest.mark.parametrize("rule", RULE_TEXTS)
def test_both_languages_say_the_same_facts(rule: str) -> None:
    ja, en = RULE_TEXTS[rule]
    names = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (ja, en)]
    assert names[0] == names[1]
    assert _JAPANESE.search(ja)
    assert not _JAPANESE.search(en)


def test_every_rule_that_is_told_has_a_text_and_every_text_is_told() -> None:
    told = {
        rule for source in _SOURCES for rule in re.findall(r'(?:violation\(\s*|text = )?"([a-z]+(?:-[a-z]+)+)"', source)
    }
    assert set(RULE_TEXTS) - {"trigger", "feelings", "resources", "insights"} <= told


def test_a_field_is_shown_with_its_name_and_as_the_model_knows_it() -> None:
    ja = violation("message-complete", "headline", "ja", field="headline").message
    en = violation("message-complete", "headline", "en", field="headline").message
    assert FIELD_NAMES["headline"][0] in ja
    assert "headline" in ja
    assert "'headline'" in en


@pytest.mark.parametrize("part", PLACE_NAMES)
def test_a_place_is_named_in_both_languages(part: str) -> None:
    assert _JAPANESE.search(place(part, "ja", 2))
    assert place(part, "en", 2).startswith(part)
    assert ("2" in place(part, "en", 2)) == ("2" in place(part, "ja", 2))
