"""The report of the milestones: what it says, and that nothing of what people wrote becomes markup."""

import re
from datetime import date, timedelta
from html import unescape

import pytest

from mlew.documents.milestone_report import MilestoneReport, render_milestone_markdown, render_milestone_page
from mlew.documents.milestone_report.content import state, timing
from mlew.documents.milestone_report.words import words
from mlew.domain.base import Locale
from mlew.domain.plan import MilestoneDate, Plan
from tests.unit.documents.milestone_reports import REACHED, REPORTS
from tests.unit.documents.plans import TODAY, TOOLS

EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(1)> {{ 7*7 }} | a\n# b'


def text_of(html: str) -> str:
    body = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split()))


@pytest.mark.parametrize(
    ("planned", "actual", "found", "how"),
    [
        (0, 0, "done", "on the planned date"),
        (0, 3, "done", "3 days after the planned date"),
        (0, -1, "done", "1 day before the planned date"),
        (-5, None, "late", "5 days overdue"),
        (0, None, "coming", "due today"),
        (12, None, "coming", "in 12 days"),
        (None, None, "open", "no date yet"),
        (None, 0, "done", ""),
    ],
)
def test_how_a_milestone_lies_to_its_day(planned: int | None, actual: int | None, found: str, how: str) -> None:
    def day(apart: int | None) -> date | None:
        return None if apart is None else TODAY + timedelta(days=apart)

    milestone = MilestoneDate(name="fan", planned=day(planned), actual=day(actual))

    assert state(milestone, TODAY) == found
    assert timing(milestone, TODAY, "en") == how


def test_the_milestone_that_is_reported_comes_first_with_its_decision() -> None:
    text = render_milestone_markdown(REPORTS["reached-ja"])

    assert text.index("## ② ファンの獲得") < text.index("## 4 つのマイルストーン")
    assert "- 判断: 進む (給食事業部長)" in text
    assert "予定より 3 日遅れ" in text
    assert "| 残食の重さ | – | 2 割減 | まだ分からない |" in text
    assert "8 件のうち 6 件が完了" in text


@pytest.mark.parametrize("name", REPORTS)
def test_both_forms_say_the_same(name: str) -> None:
    report = REPORTS[name]
    said, page = words(report.locale), text_of(render_milestone_page(report))
    text = render_milestone_markdown(report)

    for milestone in report.plan.milestones:
        for found in (page, text):
            assert (milestone.result or said["milestones"]) in found
            assert (timing(milestone, report.today, report.locale) or said["milestones"]) in found
    assert (said["simulated"] in page) == (said["simulated"] in text) == report.simulated
    assert (said["nothing_overdue"] in page) == (said["nothing_overdue"] in text)


def test_what_is_overdue_has_its_name_and_its_amount() -> None:
    page = text_of(render_milestone_page(REPORTS["reached-ja"]))

    assert "R1 市場検証投資 95 万円" in page
    assert "74 日超過" in page
    assert "T1" not in page.split("期限を過ぎているもの")[1].split("仕事")[0]


def test_the_estimate_says_how_sure_it_is() -> None:
    text = render_milestone_markdown(REPORTS["share-ja"])

    assert "中央の値で費用の 3.6 倍。基準の 3 倍に届いています。" in text
    assert "仮の結論です" in text


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_plan_without_anything_is_a_report(locale: Locale) -> None:
    report = MilestoneReport(locale, "", Plan(starts=TODAY), TODAY)

    assert words(locale)["nothing_overdue"] in render_milestone_markdown(report)
    assert words(locale)["nothing_overdue"] in text_of(render_milestone_page(report))


def test_nothing_of_what_people_wrote_is_markup() -> None:
    plan = REACHED.model_copy(
        update={
            "title": EVIL,
            "milestones": tuple(
                m.model_copy(update={"result": EVIL, "decided_by": EVIL, "reason": EVIL, "line": EVIL})
                for m in REACHED.milestones
            ),
            "tasks": tuple(t.model_copy(update={"title": EVIL, "owner": EVIL}) for t in REACHED.tasks),
        }
    )
    report = MilestoneReport("en", EVIL, plan, date(2027, 2, 1), focus="fan")
    page, text = render_milestone_page(report), render_milestone_markdown(report)

    assert "<script" not in page
    assert "<img" not in page
    assert "{{ 7*7 }}" in text_of(page)
    assert "\n# b" not in text


def test_the_page_loads_nothing_and_is_the_same_text_each_time() -> None:
    page = render_milestone_page(REPORTS["late-en"])

    assert page == render_milestone_page(REPORTS["late-en"])
    assert "default-src 'none'" in unescape(page)
    assert not re.findall(r'(?:src|href)="', page)


def test_a_role_that_nobody_has_taken_on_is_named_in_the_language() -> None:
    plan = TOOLS.model_copy(
        update={"tasks": (TOOLS.tasks[0].model_copy(update={"owner": "", "role": "product_manager"}),)}
    )

    assert "プロダクトマネージャー" in render_milestone_markdown(MilestoneReport("ja", "", plan, date(2027, 1, 1)))
