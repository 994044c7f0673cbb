"""Day0: items, risks, and what keeps the practice edition from starting."""

from collections.abc import Callable

import pytest

from mlew.domain.base import Locale
from mlew.domain.customer import CustomerSheet
from mlew.domain.feedback_session import FeedbackSession
from mlew.domain.inputs import Finding, Picture, WorkshopInputs
from mlew.domain.readiness import RISKS, Readiness, ReadinessItem
from mlew.domain.solution import Solution
from mlew.domain.workshop import Day0Facts, Pair, Participant, WorkshopPlan
from mlew.services.feedback_readiness import practice_end
from mlew.services.readiness import readiness

SHEET = CustomerSheet(title="店長", purpose=("残さない",), behaviour=("棚を見る",), attributes=("40 代",))
SOLUTIONS = tuple(Solution(name=n, when_used="x", how_solved="y", difficulty=3) for n in "ab")
SOUND = WorkshopInputs(customers=(SHEET,), solutions=SOLUTIONS)
PICTURE = Picture(name="customer.png", media="png", source="customer.png", width=9, height=9, byte_size=9)
SESSION = FeedbackSession(pair="a", who="店長", place="厨房", starts="2026-10-14T15:00:00")
PLAN = WorkshopPlan(
    sponsor="部長",
    participants=(
        Participant(name="企画A", roles=("プロダクトマネージャー",), tool_answered=True),
        Participant(name="開発A", roles=("developer", "Data Scientist"), tool_answered=True),
        Participant(name="営業A", roles=("sales",), tool_answered=True),
    ),
    pairs=(Pair(id="a"),),
    day0=Day0Facts(
        sponsor_agreed=True, why_now="契約更新の前", real_customer="工場の食堂", decider_present=True,
        team_willing=True, owner_of_number="企画A", budget="150 万円", trial_mock_deployed=True, know_each_other=True,
        room="3 階", equipment="PC", channel="チャット",
    ),
    sessions=(SESSION,),
)  # fmt: skip


def ready(
    plan: WorkshopPlan = PLAN, inputs: WorkshopInputs = SOUND, locale: Locale = "ja", pictures: bool = False
) -> Readiness:
    return readiness(plan, inputs, locale, model_reads_pictures=pictures)


def item(found: Readiness, id_: str) -> ReadinessItem:
    return next(i for i in found.items if i.id == id_)


def with_facts(**facts: object) -> WorkshopPlan:
    return PLAN.model_copy(update={"day0": PLAN.day0.model_copy(update=facts)})


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_team_that_is_ready_has_nothing_open(locale: Locale) -> None:
    found = ready(locale=locale)
    assert {i.state for i in found.items} == {"ok"}
    assert not any(i.remedy for i in found.items)
    assert {r.seen for r in found.risks} == {False}
    assert not found.blocking


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_of_an_empty_plan_every_open_item_has_a_remedy_and_every_risk_a_question(locale: Locale) -> None:
    found = ready(WorkshopPlan(), WorkshopInputs(), locale)
    assert not any(i.state == "ok" for i in found.items)
    assert all(i.title and i.evidence and i.remedy for i in found.items)
    assert tuple(r.id for r in found.risks) == RISKS
    assert all(r.seen is None and r.sign and r.question and r.remedy for r in found.risks)


@pytest.mark.parametrize(
    ("inputs", "pictures", "blocking"),
    [
        (WorkshopInputs(solutions=SOLUTIONS), True, True),
        (WorkshopInputs(customers=(SHEET,)), True, True),
        (WorkshopInputs(pictures=(PICTURE,), solutions=SOLUTIONS), False, True),
        (WorkshopInputs(pictures=(PICTURE,), solutions=SOLUTIONS), True, False),
        (WorkshopInputs(customers=(SHEET,), pictures=(PICTURE,), solutions=SOLUTIONS), False, False),
    ],
)
def test_only_a_missing_customer_or_missing_solutions_block(
    inputs: WorkshopInputs, pictures: bool, blocking: bool
) -> None:
    assert ready(WorkshopPlan(), inputs, pictures=pictures).blocking is blocking


def test_the_first_missing_item_says_why_it_blocks() -> None:
    found = ready(WorkshopPlan(), WorkshopInputs(pictures=(PICTURE,), solutions=SOLUTIONS))
    first = next(i for i in found.items if i.state == "missing")
    assert first.id == "customer"
    assert "customer.png" in first.evidence


@pytest.mark.parametrize(
    ("id_", "facts", "state"),
    [
        ("sponsor", {"sponsor_agreed": None}, "at_risk"),
        ("sponsor", {"sponsor_agreed": False}, "missing"),
        ("trial-mock", {"trial_mock_deployed": None}, "at_risk"),
        ("trial-mock", {"trial_mock_deployed": False}, "missing"),
        ("know-each-other", {"know_each_other": False}, "missing"),
        ("room", {"room": ""}, "at_risk"),
        ("channel", {"channel": "なし"}, "missing"),
    ],
)
def test_what_nobody_said_is_at_risk_and_what_is_denied_is_missing(
    id_: str, facts: dict[str, object], state: str
) -> None:
    assert item(ready(with_facts(**facts)), id_).state == state


def test_missing_roles_are_named() -> None:
    plan = PLAN.model_copy(update={"participants": PLAN.participants[1:]})
    roles = item(ready(plan, locale="en"), "roles")
    assert (roles.state, roles.evidence) == ("at_risk", "These roles are not settled: product manager")


def test_each_participant_has_a_tool_check() -> None:
    people = (PLAN.participants[0], Participant(name="開発B", tool_answered=False), Participant(name="開発C"))
    found = ready(PLAN.model_copy(update={"participants": people}))
    checks = [i for i in found.items if i.id.startswith("tool-check")]
    assert [c.state for c in checks] == ["ok", "missing", "at_risk"]
    assert "開発B" in checks[1].title


@pytest.mark.parametrize("count", [1, 2, 7])
def test_too_few_or_many_participants_are_pointed_out(count: int) -> None:
    plan = PLAN.model_copy(update={"participants": (PLAN.participants[0],) * count})
    assert item(ready(plan), "participants").state == "at_risk"


@pytest.mark.parametrize(
    ("sessions", "state", "says"),
    [
        ((), "missing", ""),
        ((FeedbackSession(pair="a", who="店長", place="厨房"),), "at_risk", "a: when"),
        ((FeedbackSession(pair="b", who="x", place="y", starts="2026-10-14"),), "at_risk", "a: no session"),
    ],
)
def test_open_points_of_the_sessions_are_named(sessions: tuple[FeedbackSession, ...], state: str, says: str) -> None:
    found = item(ready(PLAN.model_copy(update={"sessions": sessions}), locale="en"), "sessions")
    assert found.state == state
    assert says in found.evidence


def test_open_boxes_and_doubtful_solutions_put_their_items_at_risk() -> None:
    findings = (
        Finding(severity="warning", rule="box-missing", file="customer.md", place="1 行目", message="空"),
        Finding(severity="warning", rule="all-in-one-words", file="solutions.md", message="何でも解決"),
    )
    found = ready(inputs=SOUND.model_copy(update={"findings": findings}))
    assert item(found, "customer").state == "at_risk"
    assert "何でも解決" in item(found, "solutions").evidence
    assert next(r for r in found.risks if r.id == "invention-too-large").seen is True


@pytest.mark.parametrize(
    ("risk", "facts", "seen"),
    [
        ("no-place-in-roadmap", {"why_now": ""}, None),
        ("no-place-in-roadmap", {"why_now": "未定"}, True),
        ("no-real-customer", {"real_customer": "いない"}, True),
        ("decider-absent", {"decider_present": False}, True),
        ("team-against-method", {"team_willing": False}, True),
        ("team-only-follows", {"owner_of_number": "nobody"}, True),
        ("team-vanishes", {"budget": ""}, None),
        ("team-vanishes", {"budget": "none"}, True),
        ("team-vanishes", {"sponsor_agreed": False}, True),
    ],
)
def test_a_risk_is_seen_unknown_or_absent(risk: str, facts: dict[str, object], seen: bool | None) -> None:
    assert next(r for r in ready(with_facts(**facts)).risks if r.id == risk).seen is seen


def test_all_hard_solutions_are_a_sign_of_too_large_an_invention() -> None:
    hard = tuple(s.model_copy(update={"difficulty": 10}) for s in SOLUTIONS)
    unrated = tuple(s.model_copy(update={"difficulty": None}) for s in SOLUTIONS)
    seen: Callable[[tuple[Solution, ...]], bool | None] = lambda solutions: next(  # noqa: E731
        r.seen
        for r in ready(inputs=SOUND.model_copy(update={"solutions": solutions})).risks
        if r.id == "invention-too-large"
    )
    assert (seen(hard), seen(unrated), seen(SOLUTIONS)) == (True, None, False)


def test_at_the_end_each_pair_has_a_usable_mock_and_fixed_appointments() -> None:
    pairs = (Pair(id="a", name="ペアA"), Pair(id="b"), Pair(id="c"))
    found = practice_end(pairs, (SESSION, FeedbackSession(pair="b")), {"a": True, "b": False}, "ja")
    assert [(i.id, i.state) for i in found] == [
        ("mock-usable-a", "ok"), ("feedback-fixed-a", "ok"),
        ("mock-usable-b", "missing"), ("feedback-fixed-b", "at_risk"),
        ("mock-usable-c", "at_risk"), ("feedback-fixed-c", "missing"),
    ]  # fmt: skip
    assert "ペアA" in found[0].title
