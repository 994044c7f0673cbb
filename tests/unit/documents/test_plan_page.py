"""The page for executives: one file that says what is to be decided, escapes what people wrote, and adds up."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest

from mlew.documents.money import money, rough_money
from mlew.documents.plan_page import ExecutivePage, KeyFigure, render_plan_page
from mlew.documents.plan_page.words import words
from mlew.domain.plan import InvestmentItem, InvestmentRequest, MilestoneDate, OpenPoint, Plan, Task
from mlew.errors import InputError
from tests.unit.documents.executive_pages import PAGES
from tests.unit.documents.plans import CANTEEN, TODAY

JA, EN = PAGES["canteen-ja"], PAGES["tools-en"]
EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(1)> {{ 7*7 }}'


def text_of(html: str) -> str:
    """What is read, without the style sheet."""
    body = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def section(html: str, name: str) -> str:
    return html.split(f'id="{name}"', 1)[1].split("</section>", 1)[0]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_it_loads_nothing_and_runs_nothing(page: ExecutivePage) -> None:
    html = render_plan_page(page)

    assert "default-src 'none'" in unescape(html)
    assert not re.search(r"<script|<link|<img|<iframe|@import|url\(| style=|https?://", html)
    assert html == render_plan_page(page)


def test_the_decision_stands_first_with_the_money_that_waits_for_it() -> None:
    ask = text_of(section(render_plan_page(JA), "ask"))

    assert "社外 5 店での検証に進むこと" in ask
    assert "市場検証投資 95 万円" in ask
    assert "2026 年 11 月 13 日（金）まで" in ask
    assert "2,400" not in ask


def test_without_a_question_the_kind_of_money_is_it_and_without_money_it_is_a_report() -> None:
    decided = tuple(request.model_copy(update={"state": "approved"}) for request in CANTEEN.requests)
    report = JA._replace(asks="", plan=CANTEEN.model_copy(update={"requests": decided}))

    assert "市場検証投資" in text_of(section(render_plan_page(JA._replace(asks="")), "ask"))
    assert "経過の報告です" in text_of(section(render_plan_page(report), "ask"))


def test_figures_say_passed_missed_or_not_known() -> None:
    figures = (KeyFigure("a", "1", "2", False), KeyFigure("b", "–", "2", None), KeyFigure("c", "3", "2", True))
    found = text_of(section(render_plan_page(EN._replace(figures=figures)), "figures"))

    assert re.search(r"a 1 missed .* b – not known yet .* c 3 passed", found)
    nothing = render_plan_page(EN._replace(figures=(), decision="open"))
    assert "not known yet" in text_of(section(nothing, "figures"))
    assert "Decided by" not in nothing


def test_money_adds_up_by_kind_and_small_items_are_one() -> None:
    found = text_of(section(render_plan_page(JA), "money"))
    assert "市場競争投資 2,400 万円 宣伝 400 万円" in found

    many = InvestmentRequest(
        id="R1", kind="validation", items=tuple(InvestmentItem(name=f"n{n}", amount=10_000 * n) for n in range(1, 8))
    )
    page = JA._replace(plan=CANTEEN.model_copy(update={"requests": (many,)}))
    found = text_of(section(render_plan_page(page), "money"))
    assert "28 万円 n7 7 万円 n6 6 万円 n5 5 万円 ほか 4 件 10 万円" in found
    assert "市場競争投資 相談はありません" in found


def test_the_time_line_has_milestones_people_and_today() -> None:
    html = section(render_plan_page(JA), "time")

    assert html.count('class="flag reached"') == 1
    assert html.count('class="flag coming"') == 3
    assert html.count("task critical") == 6
    assert html.count('class="task"') == 2
    assert "企画B" in html
    assert "今日" in html
    assert "マイルストーンまでの余裕：27 営業日" in html
    assert "3 年分の食数で当日の誤差を測る → 献立表を写真で読み取る試作" in html


def test_a_late_milestone_is_told_and_an_early_look_shows_no_today() -> None:
    late = EN._replace(today=date(2027, 2, 1))
    assert "overdue" in text_of(section(render_plan_page(late), "time"))
    assert "② Winning fans – overdue" in text_of(section(render_plan_page(late), "points"))
    assert 'class="today"' not in render_plan_page(EN._replace(today=date(2026, 1, 1)))


def test_the_estimate_says_its_answer_how_sure_it_is_and_what_it_rests_on() -> None:
    found = text_of(section(render_plan_page(JA), "market"))

    # 3,000 x 8 % x 15,000 x 24 = 86.4 million against 24 million
    assert "費用の 3.6 倍。基準の 3 倍に届いています。仮の結論です" in found
    assert "8,640 万円" in found
    assert "7,200 万円" in found
    assert "6.67 %" in found
    assert "シェア 1.8 5.4" in found
    assert "仮定：シェア、単価" in found
    assert 'id="market"' not in render_plan_page(EN)


def test_an_estimate_out_of_reach_or_with_a_changed_n_says_so() -> None:
    market = JA.market
    assert market is not None
    other = market.model_copy(update={"break_even": {**market.break_even, "middle": 130.0}, "n_changed": True})
    found = text_of(section(render_plan_page(JA._replace(market=other)), "market"))

    assert "顧客すべてが使っても届きません" in found
    assert "推計を始めたあとに N が変えられています" in found


def test_open_points_are_counted_where_they_do_not_fit() -> None:
    points = tuple(OpenPoint(text=f"point {n}") for n in range(7))
    found = text_of(
        section(render_plan_page(EN._replace(plan=EN.plan.model_copy(update={"open_points": points}))), "points")
    )

    assert "point 3 and 3 more" in found
    assert "point 4" not in found


def test_simulated_numbers_and_rehearsed_texts_are_marked() -> None:
    assert "模擬の操作" in render_plan_page(JA)
    assert "模擬の操作" not in render_plan_page(JA._replace(simulated=False))
    assert "rehearsal model" in render_plan_page(EN._replace(rehearsed=True))


def test_what_people_wrote_is_text_everywhere() -> None:
    plan = Plan(
        title=EVIL,
        starts=TODAY,
        milestones=(MilestoneDate(name="fan", planned=TODAY, line=EVIL, result=EVIL),),
        tasks=(Task(id="T1", title=EVIL, owner=EVIL, role=EVIL, start=TODAY, due=TODAY),),
        requests=(
            InvestmentRequest(id="R1", kind="validation", approver=EVIL, items=(InvestmentItem(name=EVIL, amount=1),)),
        ),
        open_points=(OpenPoint(text=EVIL),),
    )
    figures = (KeyFigure(EVIL, EVIL, EVIL, True, EVIL),)
    page = EN._replace(
        plan=plan, company=EVIL, promise=EVIL, asks=EVIL, decided_by=EVIL, reason=EVIL, figures=figures,
        market=JA.market, market_names={"share": EVIL},
    )  # fmt: skip
    html = render_plan_page(page)

    assert "<script" not in html
    assert "<img" not in html
    assert "{{ 7*7 }}" in html


def test_a_plan_without_dates_has_no_picture_and_one_that_cannot_be_no_page() -> None:
    bare = EN._replace(plan=Plan(title="x", starts=TODAY, milestones=(MilestoneDate(name="fan"),)))
    assert '<svg class="timeline"' not in render_plan_page(bare)
    assert "no date" in text_of(section(render_plan_page(bare), "time"))

    stuck = Task(id="T1", title="x", start=TODAY, due=TODAY, depends_on=("T1",))
    with pytest.raises(InputError, match="互いに待ち合って"):
        render_plan_page(JA._replace(plan=CANTEEN.model_copy(update={"tasks": (stuck,)})))


@pytest.mark.parametrize(
    ("amount", "locale", "shown"),
    [
        (0, "ja", "0 円"), (950_000, "ja", "95 万円"), (12_345, "ja", "1 万 2,345 円"),
        (240_000_000, "ja", "2 億 4,000 万円"),
        (-5_000, "ja", "-5,000 円"), (950_000, "en", "¥950,000"), (-5, "en", "-¥5"),
    ],
)  # fmt: skip
def test_money_is_exact(amount: float, locale: Any, shown: str) -> None:
    assert money(amount, "JPY", locale) == shown


@pytest.mark.parametrize(
    ("amount", "locale", "shown"),
    [
        (86_432_100, "ja", "8,640 万円"), (86_432_100, "en", "¥86.4m"), (1_234_567_890, "en", "¥1.23bn"),
        (0, "en", "¥0"),
        (1_234, "en", "¥1,230"), (999_999_999, "en", "¥1bn"),
    ],
)  # fmt: skip
def test_estimated_money_has_three_figures(amount: float, locale: Any, shown: str) -> None:
    assert rough_money(amount, "JPY", locale) == shown


def test_both_languages_have_every_word() -> None:
    japanese = re.compile(r"[ぁ-んァ-ン一-龯]")
    ja, en = words("ja"), words("en")

    assert all(japanese.search(text) for text in ja.values())
    assert not any(japanese.search(text) for text in en.values())
    assert all(set(re.findall(r"{\w+}", ja[key])) == set(re.findall(r"{\w+}", en[key])) for key in ja)
