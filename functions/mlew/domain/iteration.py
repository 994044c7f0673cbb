"""Test/Iterate: milestones with criteria, the user test script and its appointments (METHOD, Test/Iterate)."""

from typing import Literal

from pydantic import Field

from mlew.domain.base import Draft, Line, Model
from mlew.domain.violation import Violation

MilestoneName = Literal["sponsor", "fan", "share", "release"]
MILESTONES: tuple[MilestoneName, ...] = ("sponsor", "fan", "share", "release")
CriterionGroup = Literal["problem_solved", "behaviour_change", "fan", "share"]
CriterionKind = Literal["rate", "mean", "duration", "count", "change", "business", "qualitative"]
CriterionSource = Literal["mock", "observation", "survey", "business"]
Comparator = Literal["at_least", "at_most", "more_than", "less_than", "judged"]
Metric = Literal["task_success", "intention", "none"]
Population = Literal["internal", "external"]
DEFAULT_TASK_SUCCESS = 80.0
DEFAULT_INTENTION = 50.0
DEFAULT_MINIMUM_SAMPLE = 5
"""METHOD: 80 % succeed, 50 % decide; five tests are taken as enough."""


class CriterionDraft(Draft):
    """A line that must be crossed."""

    group: Literal["problem_solved", "behaviour_change"]
    statement: str = Field(description="What is true when it is passed, with the number")
    kind: CriterionKind
    source: CriterionSource
    comparator: Comparator = Field(description="judged only for kind qualitative")
    threshold: float = Field(description="0 if judged")
    unit: str = Field(description="%, min, times, points …")
    minimum_sample: int = Field(description="How many testers at least")
    metric: Metric = Field(description="The mock's own counter, if it measures this")
    checks: list[str] = Field(description="Ids of the questions or actions that it checks")


class SponsorMilestoneDraft(Draft):
    """Milestone 1 as the practice edition sets it."""

    measured_by: str = Field(description="People inside the company who measure and decide")
    how_measured: str
    subjects: str = Field(description="Who tries the mock, and how many")
    criteria: list[CriterionDraft]


class SceneDraft(Draft):
    """One scene of the user test."""

    words: str = Field(description="What the moderator says")
    task: str = Field(description="What the tester does")
    watch: list[str] = Field(description="What the observer looks for")
    target: str = Field(description="What counts as done")


class TestScriptDraft(Draft):
    """The script of the user test. (Not collected by pytest: it takes arguments.)"""

    __test__ = False

    purpose: str
    scenes: list[SceneDraft]
    sheet: list[str] = Field(description="Columns or questions that the observer fills in")
    interview: list[str] = Field(description="Questions after the mock")
    rule: str = Field(description="How a session is judged")
    follow_up: str = Field(description="What happens with the results, until when")


class Criterion(Model):
    """`id`: "C1", "C2", … within the pair. `unit` as people write it."""

    id: str
    group: CriterionGroup
    statement: Line
    kind: CriterionKind
    source: CriterionSource
    comparator: Comparator
    threshold: float
    unit: Line = ""
    minimum_sample: int = DEFAULT_MINIMUM_SAMPLE
    metric: Metric = "none"
    checks: tuple[str, ...] = ()


class Milestone(Model):
    """One of the four. `planned`, `actual`: ISO dates or ""; `result`, `decision`: filled afterwards."""

    name: MilestoneName
    measured_by: Line = ""
    how_measured: Line = ""
    subjects: Line = ""
    criteria: tuple[Criterion, ...] = ()
    planned: Line = ""
    actual: Line = ""
    result: Line = ""
    decision: Line = ""
    extra: str = ""


class Scene(Model):
    """One scene of the user test."""

    words: Line
    task: Line
    watch: tuple[Line, ...] = ()
    target: Line = ""


class TestScript(Model):
    """What moderator and observer hold in their hands."""

    __test__ = False

    purpose: Line = ""
    scenes: tuple[Scene, ...] = ()
    sheet: tuple[Line, ...] = ()
    interview: tuple[Line, ...] = ()
    rule: Line = ""
    follow_up: Line = ""
    extra: str = ""


class FeedbackSession(Model):
    """Who tries the mock, where, when (ISO date-time or ""), how many. Open fields are to be filled in Day0."""

    pair: str
    mock: Line = ""
    who: Line = ""
    population: Population = "internal"
    place: Line = ""
    starts: Line = ""
    expected: int = DEFAULT_MINIMUM_SAMPLE


class Iteration(Model):
    """Artifact of Test/Iterate, one a pair."""

    pair: str
    milestones: tuple[Milestone, ...]
    script: TestScript = TestScript()
    sessions: tuple[FeedbackSession, ...] = ()
    extra: str = ""


def milestone_violations(draft: SponsorMilestoneDraft, known_ids: tuple[str, ...]) -> list[Violation]:
    """Both columns of milestone 1, measurable, by people inside, with a sample (METHOD, Test/Iterate)."""
    found: list[Violation] = []
    for field in ("measured_by", "how_measured", "subjects"):
        if not getattr(draft, field).strip():
            found.append(Violation(rule="milestone-complete", where=field, message=f"'{field}' is empty."))
    for group in ("problem_solved", "behaviour_change"):
        if not any(c.group == group for c in draft.criteria):
            found.append(
                Violation(rule="both-groups", where=group, message=f"A criterion of the group '{group}' is missing.")
            )
    for criterion in draft.criteria:
        where = criterion.statement[:60]
        if (criterion.kind == "qualitative") != (criterion.comparator == "judged"):
            found.append(
                Violation(
                    rule="judged-only-qualitative",
                    where=where,
                    message="Only a qualitative criterion is judged by a person; all others compare a number.",
                )
            )
        if criterion.kind == "rate" and not 0 < criterion.threshold <= 100:
            found.append(Violation(rule="rate-range", where=where, message="A rate lies above 0 and up to 100 %."))
        if criterion.comparator != "judged" and not criterion.unit.strip():
            found.append(Violation(rule="criterion-unit", where=where, message="Name the unit of the threshold."))
        if criterion.minimum_sample < 1:
            found.append(
                Violation(rule="minimum-sample", where=where, message="Say how many testers at least, 1 or more.")
            )
        for unknown in [c for c in criterion.checks if c not in known_ids]:
            found.append(
                Violation(
                    rule="known-check",
                    where=where,
                    message=f"'{unknown}' is neither a question nor an action of this pair.",
                )
            )
    return found


def script_violations(draft: TestScriptDraft, step_count: int) -> list[Violation]:
    """Words, task and something to watch in every scene; sheet, interview and rule are there (METHOD, Test/Iterate)."""
    found: list[Violation] = []
    if not draft.scenes:
        found.append(
            Violation(
                rule="any-scene",
                where="scenes",
                message=f"Write scenes that lead through the {step_count} steps of the experience.",
            )
        )
    for number, scene in enumerate(draft.scenes, 1):
        if not (scene.words.strip() and scene.task.strip() and scene.watch):
            found.append(
                Violation(
                    rule="scene-complete",
                    where=f"scene {number}",
                    message="A scene has the moderator's words, the task and what to watch.",
                )
            )
    for field in ("purpose", "rule", "follow_up"):
        if not getattr(draft, field).strip():
            found.append(Violation(rule="script-complete", where=field, message=f"'{field}' is empty."))
    for name, entries in (("sheet", draft.sheet), ("interview", draft.interview)):
        if not entries:
            found.append(Violation(rule="script-complete", where=name, message=f"'{name}' is empty."))
    return found


def iteration_from(
    milestone: SponsorMilestoneDraft,
    script: TestScriptDraft,
    *,
    pair: str,
    sessions: tuple[FeedbackSession, ...],
) -> Iteration:
    """All four milestones; the later three are open until the improvement edition."""
    criteria = tuple(
        Criterion(id=f"C{n}", **{**c.model_dump(), "checks": tuple(c.checks)})
        for n, c in enumerate(milestone.criteria, 1)
    )
    first = Milestone(name="sponsor", criteria=criteria, **milestone.model_dump(exclude={"criteria"}))
    return Iteration(
        pair=pair,
        milestones=(first, *(Milestone(name=name) for name in MILESTONES[1:])),
        script=TestScript(
            **{
                **script.model_dump(exclude={"scenes"}),
                "scenes": tuple(Scene(**s.model_dump()) for s in script.scenes),
            }
        ),
        sessions=sessions,
    )
