"""Press releases: their rules and the tokens of the template."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.press_release import (
    FaqDraft,
    PressReleaseDraft,
    press_release_from,
    press_release_violations,
    template_tokens,
)

_FAQ = [
    FaqDraft(topic="cost", question="What does it cost?", answer="100 yen, and it takes a minute."),
    FaqDraft(topic="voices", question="What do people say?", answer="I left on time."),
    FaqDraft(topic="difference", question="What is new?", answer="It unlocks before the rain."),
]


def draft(**changes: object) -> PressReleaseDraft:
    """A press release that breaks no rule."""
    fields: dict[str, object] = {name: "x" for name in PressReleaseDraft.model_fields if name not in ("steps", "faq")}
    return PressReleaseDraft.model_validate({**fields, "steps": ["a", "b", "c"], "faq": _FAQ, **changes})


def rules(**changes: object) -> list[str]:
    """Ids of the rules that it breaks."""
    return [violation.rule for violation in press_release_violations(draft(**changes))]


def test_each_rule_is_told() -> None:
    assert rules() == []
    assert rules(headline=" ") == ["message-complete"]
    assert rules(steps=["a", "b", " "]) == ["enough-steps"]
    assert rules(faq=_FAQ[1:]) == ["faq-cost"]
    assert rules(faq=[*_FAQ[:1], *_FAQ[2:]]) == ["faq-voices"]
    assert rules(faq=_FAQ[:2]) == ["faq-difference"]
    unanswered = FaqDraft(topic="voices", question="?", answer="")
    assert rules(faq=[*_FAQ[:1], unanswered, *_FAQ[2:]]) == ["faq-voices"]
    assert rules(steps=["○○ opens", "b", "○○ closes"]) == ["template-left"]


@pytest.mark.parametrize("answer", ["It is free.", "It takes two minutes.", "お安くなっています。"])
def test_the_answer_on_cost_names_a_price_and_a_time(answer: str) -> None:
    cost = FaqDraft(topic="cost", question="How much?", answer=answer)
    assert rules(faq=[cost, *_FAQ[1:]]) == ["faq-cost-figures"]


@pytest.mark.parametrize(
    "answer", ["月額 500 円、申し込みは 3 分です。", "無料で、1 日で使えます。", "Free, in 5 minutes"]
)
def test_prices_and_times_are_seen_in_both_languages(answer: str) -> None:
    cost = FaqDraft(topic="cost", question="?", answer=answer)
    assert rules(faq=[cost, *_FAQ[1:]]) == []


@pytest.mark.parametrize(
    ("text", "token"),
    [("○○ 株式会社", "○○"), ("△△△", "△△△"), ("□□", "□□"), ("××アプリ", "××"), ("☆☆", "☆☆"), ("♡♡", "♡♡"),
     ("20XX 年 X 月に発売", "20XX 年 X 月"), ("２０ＸＸ年", "２０ＸＸ年"), ("on 1 May 20XX.", "20XX"),
     ("X月Y日", "X月Y日"), ("お客様の声①", "お客様の声①"), ("今後 N 年で", "N 年"), ("within N years", "N years"),
     ("[Listen: 顧客]", "[Listen: 顧客]"), ("price: TBD.", "TBD")],
)  # fmt: skip
def test_tokens_of_the_template_are_found(text: str, token: str) -> None:
    assert template_tokens(text) == [token]


@pytest.mark.parametrize(
    "text",
    ["XXL サイズ", "MAX 月額", "第1○", "評価 ★★★☆☆", "[○○](https://example.com)", "[Listen: the talk](https://example.com/a)",
     "![TBD](picture.png)", "TBDXYZ", "NTBD", "2○3", "EN 年鑑", "10 年", "AXX 20XXL", "お客様の声", "× と △"],
)  # fmt: skip
def test_words_and_links_that_only_look_alike_are_none(text: str) -> None:
    assert template_tokens(text) == []


@given(st.text("○×△XN年月20 TBDあa[]()", max_size=20))
def test_a_token_is_always_a_part_of_the_text(text: str) -> None:
    assert all(token in text for token in template_tokens(text))


def test_all_answers_start_as_assumptions_with_the_model_as_author() -> None:
    release = press_release_from(draft(), pair="web", invention="I1", author="model:x")
    assert all(entry.assumed for entry in release.faq)
    assert release.authors == {"message": ("model:x",), "steps": ("model:x",), "faq": ("model:x",)}
    assert [step.course for step in release.steps] == ["normal"] * 3
