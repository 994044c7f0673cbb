"""The earlier result of a step, which people have read and edited, in the form in which a model writes it."""

import re
from typing import cast, get_args

from mlew.domain.artifact import Body
from mlew.domain.base import Locale
from mlew.domain.invention import InventionDraft, InventionsDraft, InventionSet
from mlew.domain.iteration import (
    SPONSOR_GROUPS,
    CriterionDraft,
    Iteration,
    SceneDraft,
    SponsorMilestoneDraft,
    TestScriptDraft,
)
from mlew.domain.journey import ActionDraft, Journey, JourneyDraft, Resource, ResourceDraft, StageDraft
from mlew.domain.press_release import FaqDraft, PressRelease, PressReleaseDraft
from mlew.domain.quantity import MINUTES
from mlew.domain.question import Effect, EffectDraft, Question, QuestionDraft, QuestionsDraft, QuestionSet
from mlew.domain.solution import RatingDraft, RatingsDraft, SolutionList
from usecases.points_of_view import point_of_view_text

_EFFECT_UNITS = get_args(EffectDraft.model_fields["unit"].annotation)


def journey_draft(body: Body) -> JourneyDraft | None:
    """Of Listen. None, here and below, if the body is none of this step or holds nothing."""
    if not isinstance(body, Journey) or not body.actions:
        return None
    stages = [
        StageDraft(
            name=stage.name,
            actions=[
                ActionDraft(text=a.text, resources=_resources(a.resources), assumed=a.assumed) for a in stage.actions
            ],
            resources=_resources(stage.resources),
            feelings=list(stage.feelings),
        )
        for stage in body.stages
    ]
    return JourneyDraft(segment=body.segment, trigger=body.trigger, stages=stages, insights=list(body.insights))


def questions_draft(body: Body, action_ids: tuple[str, ...]) -> QuestionsDraft | None:
    """Of Define, in the order of their numbers; without actions that the journey has lost meanwhile."""
    if not isinstance(body, QuestionSet):
        return None
    numbered = sorted(body.questions, key=lambda q: int("".join(re.findall(r"\d", q.id)) or 0))
    drafts = [_question(q, [a for a in q.action_ids if a in action_ids]) for q in numbered]
    kept = [q for q in drafts if len(q.action_ids) > int(q.kind == "continuous")]
    return QuestionsDraft(questions=kept) if kept else None


def ratings_draft(body: Body, names: tuple[str, ...]) -> RatingsDraft | None:
    """Of the solutions that are to be rated."""
    if not isinstance(body, SolutionList):
        return None
    ratings = [
        RatingDraft(solution=s.name, difficulty=s.difficulty, reason=s.difficulty_reason, assumed=s.assumed)
        for s in body.solutions
        if s.name in names and s.difficulty is not None
    ]
    return RatingsDraft(ratings=ratings) if ratings else None


def inventions_draft(
    body: Body, question_ids: tuple[str, ...], names: tuple[str, ...], view: str, locale: Locale
) -> InventionsDraft | None:
    """Those of a pair that answer these questions from this point of view, by known solutions."""
    if not isinstance(body, InventionSet):
        return None
    fields = tuple(InventionDraft.model_fields)
    drafts = [
        InventionDraft.model_validate(one.model_dump(include=set(fields)))
        for one in sorted(body.inventions, key=lambda i: (len(i.id), i.id))
        if point_of_view_text(one.point_of_view, locale).strip() == view.strip()
        and {*one.question_ids} <= {*question_ids}
        and {*one.solution_names} <= {*names}
    ]
    return InventionsDraft(inventions=drafts) if drafts else None


def press_release_draft(body: Body, invention: str) -> PressReleaseDraft | None:
    """Of the same invention."""
    if not isinstance(body, PressRelease) or body.invention not in ("", invention):
        return None
    faq = [FaqDraft(topic=f.topic, question=f.question, answer=f.answer) for f in body.faq]
    return PressReleaseDraft(**body.message.model_dump(), steps=[s.text for s in body.steps], faq=faq)


def milestone_draft(body: Body) -> SponsorMilestoneDraft | None:
    """The first milestone of Test/Iterate."""
    if not isinstance(body, Iteration) or not body.milestones or not body.milestones[0].criteria:
        return None
    first = body.milestones[0]
    return SponsorMilestoneDraft(
        measured_by=first.measured_by,
        how_measured=first.how_measured,
        subjects=first.subjects,
        criteria=[
            CriterionDraft.model_validate({**c.model_dump(exclude={"id"}), "checks": list(c.checks)})
            for c in first.criteria
            if c.group in SPONSOR_GROUPS
        ],
    )


def script_draft(body: Body) -> TestScriptDraft | None:
    """The script of Test/Iterate."""
    if not isinstance(body, Iteration) or not body.script.scenes:
        return None
    script = body.script
    return TestScriptDraft(
        purpose=script.purpose,
        scenes=[SceneDraft(words=s.words, task=s.task, watch=list(s.watch), target=s.target) for s in script.scenes],
        sheet=list(script.sheet),
        interview=list(script.interview),
        rule=script.rule,
        follow_up=script.follow_up,
    )


def _resources(found: tuple[Resource, ...]) -> list[ResourceDraft]:
    return [ResourceDraft(kind=r.kind, amount=r.text, per=r.per, note=r.note, assumed=r.assumed) for r in found]


def _question(question: Question, ids: list[str]) -> QuestionDraft:
    often = question.frequency
    return QuestionDraft(
        kind=question.kind,
        text=question.text,
        action_ids=ids,
        effects=[_effect(e) for e in question.effects if e.unit in MINUTES or e.unit in _EFFECT_UNITS],
        frequency_times=often.times,
        frequency_per=often.per,
        frequency_assumed=often.assumed,
    )


def _effect(effect: Effect) -> EffectDraft:
    """In a unit that the form knows: what is longer than a day in days."""
    known = effect.unit in _EFFECT_UNITS
    amount = effect.amount if known else effect.amount * MINUTES[effect.unit] / MINUTES["day"]
    unit = cast("object", effect.unit if known else "day")
    return EffectDraft.model_validate(
        {"direction": effect.direction, "amount": amount, "unit": unit, "assumed": effect.assumed}
    )
