"""Test/Iterate of the improvement edition, rehearsed: milestones ② to ④ and the script for customers outside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from mlew.documents import render
from mlew.documents.milestone_facts import render_milestone_facts
from mlew.domain.base import Locale
from mlew.domain.iteration import Iteration, iteration_from
from mlew.domain.milestones_ahead import CustomerScriptDraft, MilestonesDraft, milestones_from
from mlew.domain.milestones_ahead_rules import Bounds, customer_script_violations, milestones_ahead_violations
from mlew.domain.multiple import Multiple
from mlew.domain.proven_release import FirstReleaseDraft
from mlew.domain.proven_release_rules import proven_release_violations
from mlew.domain.violation import Violation
from mlew.rehearsal.broken_drafts import rule_broken
from mlew.rehearsal.converse_errors import ValidationException
from tests.unit.rehearsal.proving import Proven, evidence, prove, verdict
from tests.unit.rehearsal.rehearsing import _NO_SCRIPT, Edition, ask, rehearse, strings
from tests.unit.rehearsal.test_editions import CUSTOMERS
from usecases.definition import load

TODAY = date(2026, 11, 27)


@dataclass(frozen=True)
class Ahead:
    """Both drafts, and which rules they break."""

    milestones: MilestonesDraft
    script: CustomerScriptDraft
    violations: tuple[Violation, ...]


def set_ahead(
    edition: Edition,
    proven: Proven,
    locale: Locale,
    *,
    n: float = 3,
    today: date = TODAY,
    asked: Sequence[str] = (),
    asked_of_script: Sequence[str] = (),
) -> Ahead:
    first = iteration_from(edition.milestone, _NO_SCRIPT, pair="a", sessions=())
    multiples = (Multiple.model_validate({"n": n, "reason": "usual", "set_at": "2026-11-20T10:00:00Z"}),)
    release = render(proven.release, locale)
    inputs = {
        "journey": proven.inputs["journey"],
        "questions": proven.inputs["questions"],
        "press_release": release,
        "milestone": render(first, locale),
        "evidence": proven.inputs["evidence"],
        "market": render_milestone_facts(today, multiples, None, locale),
    }
    draft = ask("market_milestones", locale, MilestonesDraft, inputs, requests="\n".join(f"- {r}" for r in asked))
    known = (*(q.id for q in edition.questions.questions), *(a.id for a in edition.journey.actions))
    found = milestones_ahead_violations(draft, Bounds(today, n, known), locale=locale)
    fan, *_ = milestones_from(draft, first.milestones[0].criteria)
    script = ask(
        "customer_test_script",
        locale,
        CustomerScriptDraft,
        {
            "press_release": release,
            "milestone": render(Iteration(pair="a", milestones=(fan,)), locale),
            "evidence": proven.inputs["evidence"],
        },
        requests="\n".join(f"- {r}" for r in asked_of_script),
    )
    found += customer_script_violations(script, len(proven.release.steps), fan.criteria, locale=locale)
    return Ahead(draft, script, tuple(found))


@pytest.fixture(scope="module", params=CUSTOMERS)
def case(request: pytest.FixtureRequest) -> tuple[Edition, Proven, Locale]:
    sheet, solutions, team, locale = CUSTOMERS[request.param]
    edition = rehearse(sheet, solutions, team, locale)
    return edition, prove(edition, locale, brought=evidence(locale), judged=verdict(edition)), locale


@pytest.mark.parametrize("n", [1, 2.5, 3, 12])
@pytest.mark.parametrize("today", [TODAY, date(2026, 12, 31), date(2027, 2, 28), date(2028, 2, 29)])
def test_they_keep_the_rules_on_any_day_and_for_any_n(
    case: tuple[Edition, Proven, Locale], n: float, today: date
) -> None:
    edition, proven, locale = case
    assert set_ahead(edition, proven, locale, n=n, today=today).violations == ()


def test_without_evidence_they_keep_the_rules_too(case: tuple[Edition, Proven, Locale]) -> None:
    edition, _, locale = case
    found = set_ahead(edition, prove(edition, locale), locale)
    assert found.violations == ()
    assert found.milestones.learned == ""


def test_dates_are_on_weekdays_and_in_order(case: tuple[Edition, Proven, Locale]) -> None:
    found = set_ahead(*case).milestones
    days = [date.fromisoformat(m.planned) for m in (found.fan, found.share, found.release)]
    assert days == sorted(days)
    assert all(day.weekday() < 5 for day in days)


def test_defaults_are_those_of_the_method_and_comments_change_them(case: tuple[Edition, Proven, Locale]) -> None:
    edition, proven, locale = case
    usual = set_ahead(edition, proven, locale).milestones.fan.criteria
    assert [(c.metric, c.threshold) for c in usual if c.metric != "none"] == [("task_success", 80), ("intention", 50)]
    assert {c.minimum_sample for c in usual} == {5}
    wish = "90 % と 60 %、8 人で" if locale == "ja" else "90 % and 60 %, 8 people"
    other = set_ahead(edition, proven, locale, asked=[wish]).milestones.fan.criteria
    assert [c.threshold for c in other if c.metric != "none"] == [90, 60]
    assert {c.minimum_sample for c in other} == {8}


@pytest.mark.parametrize("step", ["market_milestones", "customer_test_script"])
@pytest.mark.parametrize("number", range(6))
def test_every_ready_correction_changes_the_answer(
    case: tuple[Edition, Proven, Locale], step: str, number: int
) -> None:
    edition, proven, locale = case
    ready = load(step).text(locale).corrections
    wish = [ready[number % len(ready)].text]
    before = set_ahead(edition, proven, locale)
    if step == "market_milestones":
        after = set_ahead(edition, proven, locale, asked=wish)
        assert after.milestones != before.milestones
    else:
        after = set_ahead(edition, proven, locale, asked_of_script=wish)
        assert after.script != before.script
    assert after.violations == ()


def test_the_script_begins_with_consent_and_goes_through_what_goes_wrong(
    case: tuple[Edition, Proven, Locale],
) -> None:
    edition, proven, locale = case
    script = set_ahead(edition, proven, locale).script
    abnormal = [s.text for s in proven.release.steps if s.course == "abnormal"]
    tasks = " ".join(scene.task for scene in script.scenes)
    assert ("始めてもよろしいでしょうか" if locale == "ja" else "May we begin?") in script.scenes[0].words
    assert abnormal[0][:20] in tasks
    assert ("今ここで" if locale == "ja" else "here and now") in script.interview[-2]


def test_texts_are_in_one_language_and_without_doubled_signs(case: tuple[Edition, Proven, Locale]) -> None:
    edition, proven, locale = case
    found = set_ahead(edition, proven, locale)
    for text in strings([found.milestones.model_dump(), found.script.model_dump()]):
        if len(text) > 25:
            assert any("ぁ" <= c <= "ん" for c in text) == (locale == "ja"), text
        assert not any(bad in text for bad in ("。。", "、、", "..", " .", "{", "}", "None", "「」", "“”", "  ")), text


def test_broken_drafts_fit_the_schema_and_break_a_rule(case: tuple[Edition, Proven, Locale]) -> None:
    edition, proven, locale = case
    found = set_ahead(edition, proven, locale)
    known = (*(q.id for q in edition.questions.questions), *(a.id for a in edition.journey.actions))
    milestones = MilestonesDraft.model_validate(rule_broken("write_milestones", found.milestones.model_dump()))
    script = CustomerScriptDraft.model_validate(rule_broken("write_customer_script", found.script.model_dump()))
    release = FirstReleaseDraft.model_validate(rule_broken("write_proven_release", proven.draft.model_dump()))
    assert milestones_ahead_violations(milestones, Bounds(TODAY, 3, known))
    assert customer_script_violations(script, 5, ())
    assert proven_release_violations(release, proven.known)


def test_nobody_guesses_what_day_it_is(case: tuple[Edition, Proven, Locale]) -> None:
    edition, proven, locale = case
    first = iteration_from(edition.milestone, _NO_SCRIPT, pair="a", sessions=())
    names = ("journey", "questions", "evidence")
    inputs = {
        **{name: proven.inputs[name] for name in names},
        "press_release": render(proven.release, locale),
        "milestone": render(first, locale),
        "market": "–",
    }
    with pytest.raises(ValidationException, match="market"):
        ask("market_milestones", locale, MilestonesDraft, inputs)
