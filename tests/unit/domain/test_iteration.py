"""Milestones and the test script: their rules."""

from mlew.domain.feedback_session import FeedbackSession
from mlew.domain.iteration import (
    MILESTONES,
    CriterionDraft,
    SceneDraft,
    SponsorMilestoneDraft,
    TestScriptDraft,
    iteration_from,
    milestone_violations,
    script_violations,
)


def criterion(group: str = "problem_solved", **changes: object) -> CriterionDraft:
    """A criterion that breaks no rule."""
    fields: dict[str, object] = {
        "group": group, "statement": "four of five", "kind": "rate", "source": "mock", "comparator": "at_least",
        "threshold": 80, "unit": "%", "minimum_sample": 5, "metric": "task_success", "checks": ["Q1"],
    }  # fmt: skip
    return CriterionDraft.model_validate({**fields, **changes})


def milestone(*criteria: CriterionDraft, **changes: object) -> SponsorMilestoneDraft:
    """Milestone 1 with these criteria; both groups if none are given."""
    fields: dict[str, object] = {"measured_by": "Planning", "how_measured": "with the mock", "subjects": "colleagues"}
    chosen = list(criteria) or [criterion(), criterion("behaviour_change")]
    return SponsorMilestoneDraft.model_validate({**fields, "criteria": chosen, **changes})


def script(**changes: object) -> TestScriptDraft:
    """A script that breaks no rule."""
    fields: dict[str, object] = {
        "purpose": "x", "scenes": [SceneDraft(words="w", task="t", watch=["x"], target="")], "sheet": ["done"],
        "interview": ["?"], "rule": "x", "follow_up": "x",
    }  # fmt: skip
    return TestScriptDraft.model_validate({**fields, **changes})


def rules(draft: SponsorMilestoneDraft) -> list[str]:
    """Ids of the rules that it breaks."""
    return [violation.rule for violation in milestone_violations(draft, ("Q1", "A1"))]


def script_rules(draft: TestScriptDraft) -> list[str]:
    """Ids of the rules that it breaks."""
    return [violation.rule for violation in script_violations(draft, 4)]


def test_each_rule_of_the_milestone_is_told() -> None:
    other = criterion("behaviour_change")
    assert rules(milestone()) == []
    assert rules(milestone(how_measured="")) == ["milestone-complete"]
    assert rules(milestone(measured_by="colleagues ")) == ["measured-inside"]
    assert rules(milestone(other)) == ["both-groups"]
    assert rules(milestone(criterion(kind="qualitative"), other)) == ["judged-only-qualitative"]
    assert rules(milestone(criterion(comparator="judged"), other)) == ["judged-only-qualitative"]
    assert rules(milestone(criterion(threshold=120), other)) == ["rate-range"]
    assert rules(milestone(criterion(unit=" "), other)) == ["criterion-unit"]
    assert rules(milestone(criterion(minimum_sample=0), other)) == ["minimum-sample"]
    assert rules(milestone(criterion(checks=["Q7"]), other)) == ["known-check"]


def test_a_qualitative_criterion_is_judged_by_a_person() -> None:
    judged = criterion(kind="qualitative", comparator="judged", threshold=0, unit="")
    assert rules(milestone(judged, criterion("behaviour_change"))) == []


def test_each_rule_of_the_script_is_told() -> None:
    assert script_rules(script()) == []
    assert script_rules(script(scenes=[])) == ["any-scene"]
    assert script_rules(script(scenes=[SceneDraft(words="w", task="t", watch=[" "], target="")])) == ["scene-complete"]
    assert script_rules(script(rule="")) == ["script-complete"]
    assert script_rules(script(sheet=[])) == ["script-complete"]
    assert script_rules(script(interview=[""])) == ["script-complete"]


def test_the_later_milestones_are_open() -> None:
    session = FeedbackSession(pair="web")
    built = iteration_from(milestone(), script(), pair="web", sessions=(session,))
    assert tuple(m.name for m in built.milestones) == MILESTONES
    assert [c.id for c in built.milestones[0].criteria] == ["C1", "C2"]
    assert all(not m.criteria for m in built.milestones[1:])
    assert built.sessions == (session,)
