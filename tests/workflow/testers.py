"""What testers leave of a pair's mock, as evidence: numbers, sheets, answers, judgements and voices."""

from collections.abc import Mapping
from typing import Literal

from mlew.domain.base import Locale
from mlew.domain.evidence import Evidence, Judgement, Observation, Origin, Reading, Remark, SurveyResponse
from mlew.domain.evidence_collecting import begun, with_remarks, with_snapshot
from mlew.domain.iteration import Criterion
from mlew.domain.milestones_ahead import milestone_of
from mlew.domain.verdict import deciding_population
from mlew.domain.workshop import Workshop
from mlew.services.evidence.storing import by_person, store_change
from mlew.services.judged_milestone import judged_milestone
from mlew.services.judged_mocks import criteria_of
from tests.unit.decision.cases import clicks, snapshot
from tests.workflow.practice import Practice

Result = Literal["for", "against", "solved"]
"""All criteria are met, none is, or those of the solved problem alone."""
TESTERS = 6
PHONE = "090-1234-5678"
_WORDS: Mapping[Locale, tuple[str, ...]] = {
    "ja": (
        "入力が楽になりました。明日から使いたいです。",
        "最初の画面で何を選べばよいか迷いました。",
        f"連絡は {PHONE} までお願いします。料金が知りたいです。",
    ),
    "en": (
        "Entering things has become easy. I would use it from tomorrow.",
        "I did not know what to choose on the first screen.",
        f"Please call me at {PHONE}. I want to know what it costs.",
    ),
}


def bring(practice: Practice, workshop_id: str, results: Mapping[str, Result]) -> Workshop:
    """Evidence of the mocks that the workshop's last edition has left, by pair; what is there already stays."""
    workshop = practice.stores.workshops.get(workshop_id)
    for pair, result in results.items():
        store_change(
            practice.stores,
            practice.clock,
            workshop,
            pair,
            lambda before, p=pair, r=result: _tried(practice, workshop, before, p, r),  # type: ignore[misc]
            provenance=by_person("Observer 1"),
        )
    return workshop


def _tried(practice: Practice, workshop: Workshop, before: Evidence, pair: str, result: Result) -> Evidence:
    iteration = criteria_of(practice.stores, workshop, pair)
    assert iteration is not None
    milestone = judged_milestone(practice.stores, workshop, pair)
    criteria, who = milestone_of(iteration, milestone).criteria, deciding_population(milestone) or "internal"
    met = {c.id: result == "for" or (result == "solved" and c.group == "problem_solved") for c in criteria}
    by_metric = {c.metric: met[c.id] for c in criteria if c.source == "mock"}
    decided = by_metric.get("intention", False)
    seen = clicks(
        started=TESTERS,
        done=TESTERS if by_metric.get("task_success") else 1,
        yes=TESTERS if decided else 1,
        no=0 if decided else TESTERS - 1,
    )
    mock = next(
        (m.id for m in practice.stores.mocks.list(workshop.id) if m.pair == pair and _of(workshop, m.round)), ""
    )
    taken = snapshot(seen, who, taken_at=practice.clock.now(), round=workshop.evidence_round)
    named = taken.summary.model_copy(update={"mock": mock or taken.summary.mock})
    sheets = [c for c in criteria if c.source == "observation" and c.kind != "qualitative"]
    asked = [c for c in criteria if c.source == "survey" and c.kind != "qualitative"]
    collected = with_snapshot(
        begun(before, iteration.milestones, practice.clock.now()), taken.model_copy(update={"summary": named})
    )
    people = range(1, TESTERS + 1)
    said = _WORDS[workshop.plan.locale]
    return with_remarks(
        collected.model_copy(
            update={
                "observations": tuple(
                    Observation(
                        id=f"O{n}",
                        tester=f"Tester {n}",
                        observer="Observer 1",
                        population=who,
                        readings=_read(sheets, met),
                    )
                    for n in people
                ),
                "responses": tuple(
                    SurveyResponse(id=f"S{n}", tester=f"Tester {n}", population=who, readings=_read(asked, met))
                    for n in people
                ),
                "judgements": tuple(
                    Judgement(criterion=c.id, passed=met[c.id], by="Observer 1")
                    for c in criteria
                    if c.kind == "qualitative"
                ),
            }
        ),
        [
            Remark(id="", text=text, origin=Origin(kind="observation", place=f"O{n}"), tester=f"Tester {n}")
            for n, text in enumerate(said, 1)
        ],
    )


def _of(workshop: Workshop, round_: int) -> bool:
    return round_ == workshop.evidence_round


def _read(criteria: list[Criterion], met: Mapping[str, bool]) -> tuple[Reading, ...]:
    return tuple(Reading(criterion=c.id, value=_value(c, met[c.id])) for c in criteria)


def _value(criterion: Criterion, met: bool) -> float:
    """On one side of the line. A yes is 1, a no is 0."""
    if criterion.kind == "rate":
        return float(met)
    above = criterion.comparator in ("at_least", "more_than")
    return criterion.threshold * (1.2 if met is above else 0.5)
