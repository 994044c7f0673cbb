"""Strategies for every kind of body: text as wild as people, programs and copy and paste make it."""

from collections.abc import Iterable
from typing import get_args

from hypothesis import strategies as st

from mlew.domain.artifact import ArtifactKind, Body
from mlew.domain.closing import Closing, ClosingItem
from mlew.domain.course import Course
from mlew.domain.feedback_session import FeedbackSession, Population
from mlew.domain.invention import Invention, InventionSet, Pattern
from mlew.domain.iteration import (
    Comparator,
    Criterion,
    CriterionGroup,
    CriterionKind,
    CriterionSource,
    Iteration,
    Metric,
    Milestone,
    MilestoneName,
    Scene,
    TestScript,
)
from mlew.domain.journey import Action, Journey, Resource, ResourceKind, Stage, read_amount
from mlew.domain.precheck import Precheck, PrecheckItem
from mlew.domain.press_release import SECTIONS, Comment, Faq, FaqTopic, Message, PressRelease, Proof, Step
from mlew.domain.quantity import Period, Unit
from mlew.domain.question import Direction, Earlier, Effect, Frequency, Question, QuestionKind, QuestionSet, impacts_of
from mlew.domain.readiness import ItemState, Readiness, ReadinessItem, Risk
from mlew.domain.solution import Difficulty, RatedSolution, SolutionList, TeamAnswer
from tests.unit.documents.market_bodies import markets
from tests.unit.documents.mock_bodies import mock_specs
from tests.unit.documents.plan_bodies import plans
from tests.unit.documents.wild import amounts, few, one, some, texts


def ids(prefix: str) -> st.SearchStrategy[str]:
    """Mostly A1, A2, …; people and imports bring others too."""
    return st.one_of(st.integers(1, 40).map(lambda n: f"{prefix}{n}"), texts)


resources = st.builds(
    lambda kind, text, **rest: Resource(kind=kind, text=text, quantity=read_amount(kind, text.strip()), **rest),
    kind=one(ResourceKind),
    text=texts,
    per=texts,
    note=texts,
    assumed=st.booleans(),
)
actions = st.builds(Action, id=ids("A"), text=texts, resources=some(resources, 2), assumed=st.booleans())
stages = st.builds(
    Stage,
    name=texts,
    actions=some(actions),
    resources=some(resources, 2),
    feelings=some(texts),
    change_ease=texts,
    evidence=texts,
)
journeys = st.builds(
    Journey, segment=texts, trigger=texts, stages=some(stages), insights=some(texts), extra=texts
).filter(lambda journey: _distinct(action.id for action in journey.actions))

effects = st.builds(Effect, direction=one(Direction), amount=amounts, unit=one(Unit), assumed=st.booleans())
frequencies = st.builds(Frequency, times=amounts, per=one(Period), assumed=st.booleans())


def _with_impact(question: Question) -> Question:
    return question.model_copy(update={"impacts": impacts_of(question.effects, question.frequency)})


_earlier = st.builds(
    Earlier, effects=some(effects), frequency=frequencies, impacts=st.just(()), rank=few, because=texts
)
earlier = st.one_of(
    _earlier, _earlier.map(lambda e: e.model_copy(update={"impacts": impacts_of(e.effects, e.frequency)}))
)
_questions = st.builds(
    Question,
    id=ids("Q"),
    kind=one(QuestionKind),
    text=texts,
    action_ids=some(ids("A")),
    effects=some(effects),
    frequency=frequencies,
    impacts=st.just(()),
    rank=few,
    author=texts,
    earlier=st.none() | earlier,
    grows_out_of=some(ids("Q")),
    let_go=texts,
)
questions = st.one_of(_questions, _questions.map(_with_impact))
question_sets = st.builds(
    QuestionSet,
    questions=st.lists(questions, max_size=3, unique_by=lambda q: q.id).map(tuple),
    hourly_rate=st.none() | amounts,
    extra=texts,
)

solutions = st.builds(
    RatedSolution,
    **dict.fromkeys(("name", "origin", "when_used", "how_solved", "effect", "how_done", "extra"), texts),
    references=some(texts),
    difficulty=st.sampled_from(get_args(Difficulty)),
    difficulty_reason=texts,
    reaches=some(ids("A")),
    joins=some(texts),
    dropped=texts,
    assumed=st.booleans(),
)
solution_lists = st.builds(
    SolutionList,
    team=some(st.builds(TeamAnswer, question=texts, answer=texts)),
    solutions=some(solutions),
    untouched=some(ids("A")),
    prose=texts,
)

inventions = st.builds(
    Invention,
    id=ids("I"),
    **dict.fromkeys(("name", "when_used", "how_solved", "effect", "how_done", "data_loop", "author"), texts),
    question_ids=some(ids("Q")),
    solution_names=some(texts),
    point_of_view=st.one_of(texts, st.sampled_from(["family", "consultant", "child", "innovator"])),
    pattern=one(Pattern),
    resolution_percent=amounts,
    difficulty=few,
    stated_difficulty=st.none() | few,
    score=amounts,
    grows_from=st.one_of(st.just(""), ids("I")),
    kept=texts,
    left_out=texts,
)
invention_sets = st.builds(
    InventionSet,
    pair=texts,
    inventions=st.lists(inventions, max_size=3, unique_by=lambda i: i.id).map(tuple),
    chosen=st.one_of(st.just(""), ids("I")),
    reason=texts,
    extra=texts,
)

faqs = st.builds(Faq, topic=one(FaqTopic), question=texts, answer=texts, assumed=st.booleans())
press_releases = st.builds(
    PressRelease,
    pair=texts,
    invention=ids("I"),
    message=st.builds(Message, **dict.fromkeys(Message.model_fields, texts)),
    steps=some(st.builds(Step, course=one(Course), text=texts)),
    faq=some(faqs),
    proof=some(st.builds(Proof, **dict.fromkeys(Proof.model_fields, texts)), 1),
    provider=texts,
    internal_faq=some(faqs, 1),
    comments=some(
        st.builds(
            Comment,
            section=st.one_of(texts, st.sampled_from(SECTIONS)),
            author=texts,
            text=texts,
            becomes_faq=st.booleans(),
        )
    ),
    authors=st.dictionaries(st.one_of(st.sampled_from(SECTIONS), texts), some(texts), max_size=3),
    extra=texts,
)

criteria = st.builds(
    Criterion,
    id=ids("C"),
    group=one(CriterionGroup),
    statement=texts,
    kind=one(CriterionKind),
    source=one(CriterionSource),
    comparator=one(Comparator),
    threshold=amounts,
    unit=texts,
    minimum_sample=few,
    metric=one(Metric),
    checks=some(ids("Q")),
)
_MILESTONE_TEXTS = ("measured_by", "how_measured", "subjects", "planned", "actual", "result", "decision", "extra")
milestones = st.builds(
    Milestone, name=one(MilestoneName), criteria=some(criteria), **dict.fromkeys(_MILESTONE_TEXTS, texts)
)
scripts = st.one_of(
    st.just(TestScript()),
    st.builds(
        TestScript,
        scenes=some(st.builds(Scene, words=texts, task=texts, watch=some(texts), target=texts)),
        sheet=some(texts),
        interview=some(texts),
        **dict.fromkeys(("purpose", "rule", "follow_up", "extra"), texts),
    ),
)
sessions = st.builds(
    FeedbackSession,
    population=one(Population),
    expected=few,
    **dict.fromkeys(("pair", "mock", "who", "place", "starts"), texts),
)
iterations = st.builds(
    Iteration,
    pair=texts,
    milestones=some(milestones),
    script=scripts,
    sessions=some(sessions),
    extra=texts,
).filter(lambda iteration: _distinct(c.id for m in iteration.milestones for c in m.criteria))

readinesses = st.builds(
    Readiness,
    items=some(
        st.builds(ReadinessItem, state=one(ItemState), **dict.fromkeys(("id", "title", "evidence", "remedy"), texts))
    ),
    risks=some(
        st.builds(
            Risk,
            seen=st.sampled_from([True, False, None]),
            **dict.fromkeys(("id", "title", "sign", "question", "remedy"), texts),
        )
    ),
    blocking=st.booleans(),
    extra=texts,
)

prechecks = st.builds(
    Precheck,
    round=st.integers(1, 9),
    items=some(
        st.builds(
            PrecheckItem,
            state=one(ItemState),
            **dict.fromkeys(("id", "pair", "title", "found", "who", "remedy"), texts),
        )
    ),
    extra=texts,
)

closings = st.builds(
    Closing,
    round=st.integers(1, 99),
    items=some(
        st.builds(ClosingItem, state=one(ItemState), **dict.fromkeys(("id", "title", "found", "remedy"), texts))
    ),
    survey=some(texts),
    extra=texts,
)

BODIES: dict[ArtifactKind, st.SearchStrategy[Body]] = {
    "readiness": readinesses,
    "precheck": prechecks,
    "journey": journeys,
    "questions": question_sets,
    "solutions": solution_lists,
    "inventions": invention_sets,
    "press_release": press_releases,
    "mock_spec": mock_specs,
    "iteration": iterations,
    "market": markets(),
    "plan": plans,
    "closing": closings,
}


def _distinct(found: Iterable[str]) -> bool:
    every = list(found)
    return len(every) == len(set(every))
