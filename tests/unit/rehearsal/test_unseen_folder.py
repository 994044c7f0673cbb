"""What the rehearsal model makes of a folder that nobody has seen: amounts, headings, running text."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlew.documents.customer_file import parse_customer
from mlew.domain.base import Locale
from mlew.domain.journey import Journey, journey_from, journey_violations
from mlew.domain.question import QuestionSet, question_violations, questions_from
from mlew.rehearsal.amounts import how_often, spent
from mlew.rehearsal.amounts_apart import set_apart
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.journey import compose_journey
from mlew.rehearsal.questions import compose_questions

SALON = """# Dog groomer

## Goals
- Spend the evening with her children

## What she does today
- Types invoices on Sunday evening (2 h/week)
- Waits 15 min at a closed door, about 3 times a month; loses 35 € each time
- Calls owners to confirm tomorrow's dogs, 20 min a day

## About her
- 34, self-employed for 6 years
"""
BAKERY = (
    "町の小さなパン屋の店主です。毎朝3時に起きて生地をこね、6時に店を開けます。昼すぎに残ったパンの数を数えて、"
    "翌日の仕込みの量を紙に書きます。売れ残りを減らして、もう少し眠りたいと思っています。\n"
)


def _journey(text: str, locale: Locale) -> Journey:
    draft = compose_journey(parse_customer(text).sheets, locale, Asked())
    assert journey_violations(draft) == []
    return journey_from(draft)


def _questions(journey: Journey, locale: Locale) -> QuestionSet:
    draft = compose_questions(journey, locale, Asked())
    assert question_violations(draft, tuple(a.id for a in journey.actions)) == []
    return questions_from(draft)


def _said(journey: Journey) -> list[str]:
    return [a.text for a in journey.actions if not a.assumed]


def test_headings_in_ones_own_words_are_understood() -> None:
    journey = _journey(SALON, "en")
    assert _said(journey) == [
        "Types invoices on Sunday evening",
        "Waits at a closed door",
        "Calls owners to confirm tomorrow's dogs",
    ]
    assert "Spend the evening with her children".lower() in journey.segment
    assert not any(r.quantity and r.quantity.unit == "year" for a in journey.actions for r in a.resources)


def test_time_by_the_week_is_shared_out_over_the_day_on_which_it_is_spent() -> None:
    journey = _journey(SALON, "en")
    typing = next(a for a in journey.actions if a.text.startswith("Types invoices"))
    assert (typing.resources[0].text, typing.resources[0].per) == ("2 h", "a week")
    found = next(q for q in _questions(journey, "en").questions if q.kind == "optimal" and q.action_ids == (typing.id,))
    assert (found.frequency.times, found.frequency.per) == (1, "week")
    assert found.effects[0].amount <= 2


def test_no_name_holds_an_amount_and_what_follows_is_built_on_the_words() -> None:
    journey = _journey(SALON, "en")
    stage = next(s for s in journey.stages if any(a.text.startswith("Waits") for a in s.actions))
    assert stage.name == "Wait at a closed door"
    wait = next(a for a in journey.actions if a.text.startswith("Waits"))
    assert [(r.kind, r.text) for r in wait.resources] == [("time", "15 min"), ("money", "€35")]
    assert not any("15 min" in q.text or "35 €" in q.text for q in _questions(journey, "en").questions)


@pytest.mark.parametrize(
    ("text", "locale", "bare"),
    [
        ("It takes 15 min to open the door", "en", "Open the door"),
        ("Twice a week drives to the depot", "en", "Drives to the depot"),
        ("Answers 20 calls a day", "en", "Answers calls"),
        ("Loses 35 € each time", "en", "Loses money"),
        ("Loses $1,200 a month because of late orders", "en", "Loses money because of late orders"),
        ("Calls within 3 days", "en", "Calls within 3 days"),
        ("Sorts 200 letters", "en", "Sorts 200 letters"),
        ("15 min", "en", "15 min"),
        ("仕入先に15分電話する", "ja", "仕入先に電話する"),
        ("１件１５分かけて転記する", "ja", "転記する"),
        ("見積もりが返ってくるまで2〜3日かかる", "ja", "見積もりが返ってくるまで待つ"),
        ("見積もりの作成に2時間かかる", "ja", "見積もりの作成"),
        ("1回500円の駐車料金を払う", "ja", "駐車料金を払う"),
        ("月に20件の見積もりを作る", "ja", "20件の見積もりを作る"),
        ("日曜の夜に請求書を打つ、2時間／週", "ja", "日曜の夜に請求書を打つ"),
        ("閉まった扉の前で15分待つ、月に3回ほど、毎回35ユーロ失う", "ja", "閉まった扉の前で待つ"),
        ("毎月25日に締める", "ja", "毎月25日に締める"),
        ("10日前に連絡する", "ja", "10日前に連絡する"),
    ],
)
def test_amounts_are_set_apart_wherever_they_stand(text: str, locale: Locale, bare: str) -> None:
    assert set_apart(text, locale)[0] == bare


@pytest.mark.parametrize(
    ("text", "amount", "unit", "per"),
    [
        ("2 h/week", 2, "hour", "week"),
        ("40 min/wk", 40, "minute", "week"),
        ("30 €/month", 30, "eur", "month"),
        ("2時間/週", 2, "hour", "week"),
        ("2時間／週", 2, "hour", "week"),
        ("週2時間", 2, "hour", "week"),
        ("loses $1,200 a month", 1200, "usd", "month"),
    ],
)
def test_a_stroke_before_a_period_means_in_all_of_it(text: str, amount: float, unit: str, per: str) -> None:
    found = spent(text)[0]
    assert (found.quantity.middle, found.quantity.unit, found.per) == (amount, unit, per)
    assert how_often(text) is None


@pytest.mark.parametrize(
    ("text", "times", "per"),
    [
        ("on Sunday evening", 1, "week"),
        ("on Mondays and Thursdays", 2, "week"),
        ("on the first Monday", 1, "month"),
        ("日曜の夜", 1, "week"),
        ("火曜と金曜に", 2, "week"),
        ("第2月曜に", 1, "month"),
        ("3x/week", 3, "week"),
        ("5回/月", 5, "month"),
    ],
)
def test_days_of_the_week_say_how_often(text: str, times: float, per: str) -> None:
    often = how_often(text)
    assert often is not None
    assert (often.times, often.per) == (times, per)


@pytest.mark.parametrize(
    "text",
    [
        "34, self-employed for 6 years",
        "aged 34",
        "34 years old",
        "seven years of experience",
        "34歳、6年間自営業",
        "創業20年",
        "経理を15年担当",
        "勤続10年",
    ],
)
def test_an_age_and_years_of_doing_something_are_no_resource(text: str) -> None:
    assert spent(text) == []


def test_running_text_becomes_actions_and_its_wish_the_aim() -> None:
    journey = _journey(BAKERY, "ja")
    assert _said(journey) == [
        "毎朝3時に起きて生地をこね、6時に店を開ける",
        "昼すぎに残ったパンの数を数えて、翌日の仕込みの量を紙に書く",
    ]
    assert "眠ることを目指している" in journey.segment
    assert not any(BAKERY[:40] in q.text for q in _questions(journey, "ja").questions)


def test_wrapped_english_text_is_read_by_sentences() -> None:
    text = "She opens the shop and\ncounts the till. At noon she counts what is left. She wants to throw less away.\n"
    journey = _journey(text, "en")
    assert _said(journey) == ["She opens the shop and counts the till", "At noon she counts what is left"]
    assert "throw less away" in journey.segment


_AMOUNTS: dict[Locale, list[str]] = {
    "en": [
        "15 min", "about 3 times a month", "2 h/week", "35 € each time", "$12", "half an hour", "2 to 3 days",
        "twice a week", "1,200 yen a month", "40 minutes a day", "an hour", "1h 30min", "¥500", "10-20 min",
    ],
    "ja": [
        "15分", "週2回", "2時間/週", "1件10分", "500円", "約2時間", "2〜3日", "半日", "月に1万円", "毎日40分",
        "1時間30分", "３０分", "1回500円", "週に約2時間",
    ],
}  # fmt: skip
_DEEDS: dict[Locale, list[str]] = {
    "en": ["Waits {x} at the door", "Types invoices, {x}", "Calls owners {x}", "Cleans the till for {x}; pays {x}"],
    "ja": ["仕入先に{x}電話する", "伝票を書く、{x}", "{x}、棚を調べる", "{x}かけて皿を洗う、{x}かかる"],
}


@settings(deadline=None, max_examples=80)
@given(st.sampled_from(["ja", "en"]), st.data())
def test_no_name_of_an_action_holds_an_amount_and_totals_stay_finite(locale: Locale, data: st.DataObject) -> None:
    deeds = data.draw(st.lists(st.sampled_from(_DEEDS[locale]), min_size=1, max_size=5))
    lines = ["- " + deed.replace("{x}", data.draw(st.sampled_from(_AMOUNTS[locale]))) for deed in deeds]
    text = "## Behaviour\n" + "\n".join(lines)
    journey = _journey(text, locale)
    for action in journey.actions:
        assert spent(action.text) == [], action.text
        assert sum(c.isalpha() for c in action.text) > 3
    for stage in journey.stages:
        assert spent(stage.name) == [], stage.name
    for question in _questions(journey, locale).questions:
        assert spent(question.text) == [], question.text
        assert all(math.isfinite(i.per_year) for i in question.impacts)


def test_sums_in_another_currency_than_the_first_are_not_added_up() -> None:
    journey = _journey("## Behaviour\n- Pays 12 € for the tram\n- Buys a token for $3\n- Walks home\n", "en")
    units = {e.unit for q in _questions(journey, "en").questions for e in q.effects}
    assert "eur" in units
    assert "usd" not in units


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=300), st.sampled_from(["ja", "en"]))
def test_any_text_gives_an_action_or_a_finding(text: str, locale: Locale) -> None:
    read = parse_customer(text)
    if not read.sheets:
        assert read.defects
        return
    journey = _journey(text, locale)
    assert journey.actions
    assert all(a.text.strip() and not a.text.startswith(("#", "＃")) for a in journey.actions)
    assert all(math.isfinite(i.per_year) for q in _questions(journey, locale).questions for i in q.impacts)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=120), st.sampled_from(["ja", "en"]))
def test_setting_amounts_apart_never_leaves_nothing(text: str, locale: Locale) -> None:
    bare, _ = set_apart(text, locale)
    assert bool(bare.strip()) == bool(text.strip())
