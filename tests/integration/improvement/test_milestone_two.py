"""Winning fans: after a round that ended in "go", customers outside decide, and what was settled stays."""

from mlew.domain.iteration import Iteration
from mlew.domain.milestones_ahead import milestone_of
from mlew.services.decided import last_decided_on
from mlew.services.plan_pages import milestone_report
from mlew.services.reading import current
from tests.workflow.after_practice import AfterPractice
from tests.workflow.rehearsal import WORKSHOP
from tests.workflow.testers import bring


def test_customers_outside_settle_the_second_milestone_and_leave_the_first(after_practice: AfterPractice) -> None:
    practice = after_practice.again()
    first_round = practice.run_round(WORKSHOP).workshop
    written, _ = current(practice.stores, first_round, Iteration, "a")
    sponsor, fan = milestone_of(written, "sponsor"), milestone_of(written, "fan")
    assert sponsor.actual
    assert not fan.result
    bring(practice, WORKSHOP, {"a": "for"})

    second_round = practice.run_round(WORKSHOP).workshop

    judged = last_decided_on(practice.stores, second_round, "a")
    assert judged is not None
    assert (judged.round, judged.milestone, judged.population) == (2, "fan", "external")
    assert [one.criterion for one in judged.results] == list(fan.criteria)
    assert judged.decision is not None
    assert judged.decision.decision == "go"
    now, _ = current(practice.stores, second_round, Iteration, "a")
    assert milestone_of(now, "sponsor") == sponsor
    won = milestone_of(now, "fan")
    assert (won.criteria, bool(won.result), bool(won.decision), bool(won.actual)) == (fan.criteria, True, True, True)
    assert {session.population for session in now.sessions} == {"external"}
    report = milestone_report(
        practice.stores, second_round, "fan", today=practice.clock.now().date(), locale=second_round.plan.locale
    )
    assert report.figures
