"""Rehearsed mocks: of any press release, in the words of its trade, and every part for some."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlew.domain.base import Locale
from mlew.domain.journey import Action, Journey, Stage
from mlew.domain.mock_conversion import mock_spec_from
from mlew.domain.mock_draft import MockDraft
from mlew.domain.mock_routes import main_way, routes_of
from mlew.domain.mock_rules import mock_violations
from mlew.domain.press_release import Faq, Message, PressRelease, Step
from mlew.domain.screen_parts import PART_KINDS
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.mock import compose_mock
from tests.unit.rehearsal.test_odd_customers import LINES, LOCALES

JOURNEYS: dict[Locale, Journey] = {
    "ja": Journey(
        segment="庭師",
        trigger="雨",
        stages=(Stage(name="手入れ", actions=(Action(id="A1", text="剪定ばさみを研ぐ"),)),),
    ),
    "en": Journey(
        segment="Gardeners",
        trigger="rain",
        stages=(Stage(name="Care", actions=(Action(id="A1", text="Decides how many bulbs to plant"),)),),
    ),
}
MESSAGES: dict[Locale, Message] = {
    "ja": Message(
        service="庭ごよみ",
        headline="庭の手入れが思い出せる",
        release_date="2026年11月3日",
        now_possible="雨の日も計画できます。",
    ),
    "en": Message(
        service="Garden almanac",
        headline="Your garden remembers",
        release_date="3 November 2026",
        now_possible="Plan on wet days.",
    ),
}
STEPS: dict[Locale, tuple[str, ...]] = {
    "ja": (
        "庭の写真を撮ってアップロードします", "日時を選んで予約します", "二つの案を比べます",
        "手入れの時間の推移をグラフで見ます", "頼む文面を確かめます", "気になることを相談します",
        "はじめに順に登録します", "数を直します",
        "候補から選びます", "用件を入力します",
    ),
    "en": (
        "Upload a photo of the garden", "Book an appointment", "Compare two plans", "See the trend in a chart",
        "Read the draft of the letter", "Ask whatever you like", "Register step by step", "Correct the amounts",
        "Choose from the list", "Enter what is needed",
    ),
}  # fmt: skip


def release_of(locale: Locale, *steps: str, **changes: object) -> PressRelease:
    """A press release with these steps."""
    told = PressRelease(pair="a", message=MESSAGES[locale], steps=tuple(Step(text=s) for s in steps))
    return told.model_copy(update=changes)


def mock_of(
    release: PressRelease, locale: Locale, asked: Asked | None = None, *, journey: Journey | None = None
) -> MockDraft:
    """Its mock."""
    return compose_mock(journey or JOURNEYS[locale], release, locale, asked or Asked())


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_every_part_is_used_for_some_step(locale: Locale) -> None:
    release = release_of(locale, *STEPS[locale])
    draft = mock_of(release, locale)
    assert mock_violations(draft, release, locale) == []
    parts = [mock_of(release_of(locale, step, "…"), locale).screens[0].part for step in STEPS[locale]]
    assert parts[:6] == ["upload", "calendar", "compare", "chart", "editor", "chat"]
    assert parts[6] == "wizard"
    assert parts[7] == "table"
    assert parts[8] in ("list_detail", "compare")
    assert parts[9] in ("form", "wizard")
    assert {s.part for s in draft.screens} == set(PART_KINDS)


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_data_and_words_are_those_of_the_trade(locale: Locale) -> None:
    draft = mock_of(release_of(locale, *STEPS[locale]), locale)
    written = draft.model_dump_json()
    assert MESSAGES[locale].service in draft.brand
    assert {"ja": "剪定ばさみ", "en": "bulbs"}[locale] in written
    calendar = next(s for s in draft.screens if s.part == "calendar")
    assert calendar.days[0].day == "2026-11-03"
    assert "{" not in written.replace('{"', "").replace("{}", "")


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_what_is_wrong_is_said_by_each_part_in_words_of_its_own(locale: Locale) -> None:
    """One text cannot head a list of missing entries and answer a question too."""
    draft = mock_of(release_of(locale, *STEPS[locale]), locale)
    assert {screen.error for screen in draft.screens} == {""}


@pytest.mark.parametrize(
    ("locale", "step"),
    [
        ("en", "Give a photo or figure of what is to be checked, and tap “Do it for me”."),
        ("en", "Give the document with the figures."),
        ("ja", "確かめたいものの写真か数値を入れて、「まかせる」を押します。"),
        ("ja", "書類を入れます。"),
    ],
)
def test_whoever_is_asked_for_a_photo_or_document_can_hand_it_over(locale: Locale, step: str) -> None:
    for service in ("One", "Two", "Three", "Four"):
        message = MESSAGES[locale].model_copy(update={"service": service})
        draft = mock_of(release_of(locale, "…", step, "…", message=message), locale)
        assert [s.part for s in draft.screens if s.step == 2] == ["upload"]


def _journey_of(*actions: str) -> Journey:
    told = tuple(Action(id=f"A{n}", text=text) for n, text in enumerate(actions, 1))
    return Journey(segment="x", trigger="y", stages=(Stage(name="z", actions=told),))


def test_rows_of_a_table_are_what_the_customer_handles() -> None:
    journey = _journey_of("Checks invoices", "Calls suppliers", "Repairs machines", "Writes reports")
    draft = mock_of(release_of("en", "Correct the amounts", "…"), "en", journey=journey)
    table = next(s for s in draft.screens if s.part == "table")
    assert {row.cells[0] for row in table.rows} == {"Invoices", "Suppliers", "Machines", "Reports"}


def test_what_people_do_decides_which_parts_they_get() -> None:
    """The same steps for customers who do different things."""
    steps = ("Begin", "Enter what is needed", "Proposals appear", "Change what does not fit", "…")
    found = set()
    for norm in ("Everybody calls three suppliers", "Everybody drives to the depot", "Everybody checks invoices"):
        message = MESSAGES["en"].model_copy(update={"norm_changed": norm, "who_and_when": norm})
        draft = mock_of(release_of("en", *steps, message=message), "en")
        assert all(s.intro for s in draft.screens if s.step)
        found.add(tuple(s.part for s in draft.screens if s.course == "normal"))
    assert len(found) == 3


def test_an_abnormal_step_of_the_press_release_is_shown_as_one() -> None:
    steps = (Step(text="Enter what is needed"), Step(text="It rains", course="abnormal"), Step(text="Done"))
    release = release_of("en", steps=steps)
    draft = mock_of(release, "en")
    assert [(s.step, s.course) for s in draft.screens] == [(1, "normal"), (3, "normal"), (2, "abnormal")]
    assert mock_violations(draft, release) == []


def test_many_abnormal_steps_hang_on_the_normal_ones() -> None:
    normal, abnormal = (tuple(Step(text="…", course=course) for _ in range(5)) for course in ("normal", "abnormal"))
    release = release_of("ja", steps=(Step(text=""), *normal[:3], *abnormal))
    draft = mock_of(release, "ja")
    assert mock_violations(draft, release, "ja") == []
    assert {a.label for s in draft.screens if s.course == "abnormal" for a in s.actions} >= {"今回はやめておく"}


def test_what_the_press_release_costs_stands_among_the_prices() -> None:
    faq = (Faq(topic="cost", question="How much?", answer="Free for a month, then $9 a month."),)
    assert mock_of(release_of("en", faq=faq), "en").landing.prices[-1].price == "$9"
    faq = (Faq(topic="cost", question="料金は？", answer="月額4,980円です。"),)
    assert mock_of(release_of("ja", faq=faq), "ja").landing.prices[-1].price == "4,980円"


def test_the_same_press_release_gives_the_same_mock_and_a_remark_changes_it() -> None:
    release = release_of("en", *STEPS["en"][:3])
    assert mock_of(release, "en") == mock_of(release, "en")
    other = mock_of(release, "en", Asked(comments=("Who sees my data?",)))
    assert any("Who sees my data?" in f.question for f in other.landing.faq)


RELEASES = st.builds(
    PressRelease,
    pair=st.just("a"),
    message=st.builds(Message, **dict.fromkeys(Message.model_fields, LINES)),
    steps=st.lists(st.builds(Step, text=LINES, course=st.sampled_from(["normal", "abnormal"])), max_size=14).map(tuple),
    faq=st.lists(
        st.builds(Faq, topic=st.sampled_from(["cost", "other"]), question=LINES, answer=LINES), max_size=4
    ).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(RELEASES, LOCALES, st.lists(LINES, max_size=4), st.lists(LINES, max_size=2).map(tuple))
def test_any_press_release_becomes_a_mock_that_keeps_the_rules(
    release: PressRelease, locale: Locale, actions: list[str], comments: tuple[str, ...]
) -> None:
    told = tuple(Action(id=f"A{n}", text=text) for n, text in enumerate(actions, 1))
    journey = Journey(segment="", trigger="", stages=(Stage(name="", actions=told),))
    draft = compose_mock(journey, release, locale, Asked(comments=comments))
    assert mock_violations(draft, release, locale) == []
    assert main_way(routes_of(mock_spec_from(draft, pair="a", locale=locale)))[-1] == "finish"
