"""Test/Iterate: milestones with criteria, the user test script and its appointments (METHOD, Test/Iterate)."""

from typing import Literal

from pydantic import Field

from mlew.domain.base import Draft, Line, Locale, Model
from mlew.domain.feedback_session import DEFAULT_MINIMUM_SAMPLE, FeedbackSession
from mlew.domain.violation import Violation, place, violation

MilestoneName = Literal["sponsor", "fan", "share", "release"]
MILESTONES: tuple[MilestoneName, ...] = ("sponsor", "fan", "share", "release")
CriterionGroup = Literal["problem_solved", "behaviour_change", "fan", "share"]
SPONSOR_GROUPS: tuple[CriterionGroup, ...] = ("problem_solved", "behaviour_change")
"""The two columns of milestone 1; they are independent."""
CriterionKind = Literal["rate", "mean", "duration", "count", "change", "business", "qualitative"]
CriterionSource = Literal["mock", "observation", "survey", "business"]
Comparator = Literal["at_least", "at_most", "more_than", "less_than", "judged"]
Metric = Literal["task_success", "intention", "none"]
DEFAULT_TASK_SUCCESS = 80.0
DEFAULT_INTENTION = 50.0
"""METHOD: 80 % succeed, 50 % decide."""


class MeasureDraft(Draft):
    """A line that must be crossed, and how it is measured."""

    statement: str = Field(description="What is true when it is passed, with the number")
    kind: CriterionKind
    source: CriterionSource
    comparator: Comparator = Field(description="judged only for kind qualitative")
    threshold: float = Field(description="0 if judged")
    unit: str = Field(description="%, min, times, points …")
    minimum_sample: int = Field(description="How many testers at least")
    checks: list[str] = Field(description="Ids of the questions or actions that it checks")


class CriterionDraft(MeasureDraft):
    """A line that people who try the mock must cross."""

    group: Literal["problem_solved", "behaviour_change"]
    metric: Metric = Field(description="The mock's own counter, if it measures this")


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


class Iteration(Model):
    """Artifact of Test/Iterate, one a pair."""

    pair: str
    milestones: tuple[Milestone, ...]
    script: TestScript = TestScript()
    sessions: tuple[FeedbackSession, ...] = ()
    extra: str = ""


GROUP_NAMES: dict[CriterionGroup, str] = {
    "problem_solved": "課題解決", "behaviour_change": "行動変化", "fan": "ファン", "share": "シェア",
}  # fmt: skip
"""What participants call the groups."""


def milestone_violations(
    draft: SponsorMilestoneDraft, known_ids: tuple[str, ...], *, locale: Locale = "en"
) -> list[Violation]:
    """Both columns of milestone 1, measurable, by people inside, with a sample (METHOD, Test/Iterate)."""
    texts = draft.model_dump(include={"measured_by", "how_measured", "subjects"})
    found = [violation("milestone-complete", f, locale, field=f) for f, text in texts.items() if not text.strip()]
    if draft.measured_by.strip() and draft.measured_by.strip() == draft.subjects.strip():
        found.append(violation("measured-inside", "measured_by", locale))
    for group in SPONSOR_GROUPS:
        if not any(c.group == group for c in draft.criteria):
            name = GROUP_NAMES[group] if locale == "ja" else group
            found.append(violation("both-groups", group, locale, group=name))
    for criterion in draft.criteria:
        found += criterion_violations(criterion, known_ids, locale)
    return found


def criterion_violations(criterion: MeasureDraft, known_ids: tuple[str, ...], locale: Locale) -> list[Violation]:
    """Of one criterion by itself."""
    where = criterion.statement[:60]
    judged = criterion.comparator == "judged"
    broken = {
        "judged-only-qualitative": (criterion.kind == "qualitative") != judged,
        "rate-range": criterion.kind == "rate" and not 0 < criterion.threshold <= 100,
        "criterion-unit": not judged and not criterion.unit.strip(),
        "minimum-sample": criterion.minimum_sample < 1,
    }
    unknown = [check for check in criterion.checks if check not in known_ids]
    return [
        *(violation(rule, where, locale) for rule, is_broken in broken.items() if is_broken),
        *(violation("known-check", where, locale, unknown=check) for check in unknown),
    ]


def script_violations(draft: TestScriptDraft, step_count: int, *, locale: Locale = "en") -> list[Violation]:
    """Words, task and something to watch in every scene; sheet, interview and rule are there (METHOD, Test/Iterate)."""
    found: list[Violation] = []
    if not draft.scenes:
        found.append(violation("any-scene", place("scenes", locale), locale, count=step_count))
    for number, scene in enumerate(draft.scenes, 1):
        if not (scene.words.strip() and scene.task.strip() and any(w.strip() for w in scene.watch)):
            found.append(violation("scene-complete", place("scene", locale, number), locale))
    texts = draft.model_dump(include={"purpose", "rule", "follow_up"})
    lists = {"sheet": "".join(draft.sheet), "interview": "".join(draft.interview)}
    for field, text in {**texts, **lists}.items():
        if not text.strip():
            found.append(violation("script-complete", field, locale, field=field))
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
