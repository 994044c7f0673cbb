"""Constraints, and what is not to be built."""

from collections.abc import Iterator

from mlew.documents.bullets import bullets
from mlew.documents.ears import quoted
from mlew.documents.hand_over_requirements import line_of
from mlew.documents.hand_over_source import HandOver
from mlew.documents.money import money
from mlew.documents.page import document, section
from mlew.domain.base import Locale
from mlew.domain.plan_errors import milestone_name


def write_scope(one: HandOver, locale: Locale) -> str:
    """Dates, money, what was promised on price and time; then what is out."""
    ja = locale == "ja"
    return document(
        f"# {'制約と範囲' if ja else 'Constraints and scope'}",
        section("制約" if ja else "Constraints", "\n".join(f"- {text}" for text in _constraints(one, locale))),
        section("この先の判断" if ja else "Decisions ahead", "\n".join(f"- {text}" for text in _ahead(one, locale))),
        section("作らないもの" if ja else "Out of scope", bullets(_out(one, locale))),
    )


def _constraints(one: HandOver, locale: Locale) -> Iterator[str]:
    ja = locale == "ja"
    for faq in one.release.faq:
        if faq.topic == "cost":
            yield f"{quoted(faq.question, locale)} → {quoted(faq.answer, locale)}"
    if one.invention:
        yield f"{'実現のしかた' if ja else 'How it is done'}: {quoted(one.invention.how_done, locale)}"
        if one.invention.data_loop:
            yield f"{'データの循環' if ja else 'Data loop'}: {quoted(one.invention.data_loop, locale)}"
    if one.plan is None:
        return
    for milestone in one.plan.milestones:
        if milestone.planned and milestone.actual is None:
            yield f"{milestone_name(milestone.name, locale)}: {milestone.planned.isoformat()}"
    asked = money(one.plan.asked("validation"), one.plan.currency, locale)
    approved = all(r.state == "approved" for r in one.plan.requests if r.kind == "validation")
    state = ("承認済み" if approved else "未承認") if ja else ("approved" if approved else "not approved yet")
    if one.plan.asked("validation"):
        yield f"市場検証投資：{asked}（{state}）" if ja else f"Market validation: {asked} ({state})"


def _ahead(one: HandOver, locale: Locale) -> Iterator[str]:
    """③ and ④ are decided by people: what is built must not make it harder to stop there."""
    for milestone in one.iteration.milestones:
        for criterion in milestone.criteria if milestone.name in ("share", "release") else ():
            name, line = milestone_name(milestone.name, locale), line_of(criterion, locale)
            statement = f"{criterion.id} {quoted(criterion.statement, locale)}"
            yield (
                f"{name}: {statement}（合格ライン：{line}）"
                if locale == "ja"
                else f"{name}: {statement} (line: {line})"
            )


def _out(one: HandOver, locale: Locale) -> Iterator[str]:
    ja = locale == "ja"
    yield from one.out_of_scope
    chosen = one.invention.id if one.invention else ""
    for invention in one.inventions.inventions if one.inventions else ():
        if invention.id != chosen:
            yield f"{'選ばなかった発明：' if ja else 'An invention that was not chosen: '}{invention.name}"
    yield "モックのコードとダミーの答え" if ja else "Code and dummy answers of the mock"
    yield (
        "市場競争投資（宣伝、販売、運用、改善）にあたる作り込み。③ の判断のあとで決める。"
        if ja
        else "Whatever belongs to market competition (advertising, sales, operation, improvement): settled after ③."
    )
