"""The corrected journey: numbers stay, nothing changes without evidence, nothing gets lost."""

from hypothesis import given
from hypothesis import strategies as st

from mlew.domain.grounds import Grounds
from mlew.domain.journey import Action, Journey, ResourceDraft, Stage
from mlew.domain.journey_review import (
    JourneyReviewDraft,
    RemovedActionDraft,
    ReviewedActionDraft,
    ReviewedStageDraft,
    journey_reviewed,
)
from mlew.domain.journey_review_rules import journey_review_violations

TIME = ResourceDraft(kind="time", amount="10 min", per="", note="", assumed=True)
BASE = Journey(
    segment="shops",
    trigger="an order",
    stages=tuple(
        Stage(
            name=name,
            actions=tuple(Action(id=f"A{n}", text=f"do {n}") for n in numbers),
            feelings=("fine",),
        )
        for name, numbers in (("one", (1, 2)), ("two", (3, 4)), ("three", (5, 6)))
    ),
    insights=("slow",),
)
HEARD = Grounds(evidence="- V1 (inside, T1): I never do that by hand", people=5)
NOTHING = Grounds()
IDS = [a.id for a in BASE.actions]


def action(number: str, text: str = "", because: str = "", *, assumed: bool = True) -> ReviewedActionDraft:
    known = {a.id: a.text for a in BASE.actions}
    return ReviewedActionDraft(
        number=number, text=text or known.get(number, "new"), resources=[], assumed=assumed, because=because
    )


def stage(name: str, *actions: ReviewedActionDraft, people: int = 0, asked: int = 0) -> ReviewedStageDraft:
    return ReviewedStageDraft(
        name=name,
        actions=list(actions),
        resources=[],
        feelings=["fine"],
        ease="easy" if asked else "unknown",
        ease_reason="habit" if asked else "",
        people=people,
        asked=asked,
        evidence="",
    )


def draft(*stages: ReviewedStageDraft, removed: tuple[RemovedActionDraft, ...] = ()) -> JourneyReviewDraft:
    return JourneyReviewDraft(
        segment="shops",
        trigger="an order",
        because="",
        stages=list(stages),
        removed=list(removed),
        insights=["slow"],
    )


def unchanged() -> tuple[ReviewedStageDraft, ...]:
    return tuple(stage(s.name, *(action(a.id) for a in s.actions)) for s in BASE.stages)


def reviewed(
    written: JourneyReviewDraft, grounds: Grounds = HEARD, *, before: Journey = BASE, taken: tuple[str, ...] = ()
) -> Journey:
    return journey_reviewed(written, before, BASE, grounds, taken=taken, locale="en")


def rules(written: JourneyReviewDraft, grounds: Grounds = HEARD) -> set[str]:
    return {v.rule for v in journey_review_violations(written, BASE, BASE, grounds)}


_text = st.sampled_from(["", "do 1", "do it by hand", "ask the boss"])
_actions = st.builds(
    ReviewedActionDraft,
    number=st.sampled_from(["", *IDS, "A7", "A40", "Z", " A2 "]),
    text=_text,
    resources=st.sampled_from([[], [TIME]]),
    assumed=st.booleans(),
    because=st.sampled_from(["", " ", "V1 says so"]),
)
_stages = st.builds(
    ReviewedStageDraft,
    name=st.sampled_from(["one", "two", "other", ""]),
    actions=st.lists(_actions, max_size=4),
    resources=st.just([]),
    feelings=st.just(["fine"]),
    ease=st.sampled_from(["easy", "conditional", "hard", "unknown"]),
    ease_reason=st.just("habit"),
    people=st.integers(-1, 6),
    asked=st.integers(-1, 6),
    evidence=st.sampled_from(["", "they said so"]),
)
drafts = st.builds(
    JourneyReviewDraft,
    segment=st.sampled_from(["shops", "others"]),
    trigger=st.just("an order"),
    because=st.sampled_from(["", "V1"]),
    stages=st.lists(_stages, max_size=4),
    removed=st.lists(
        st.builds(
            RemovedActionDraft, number=st.sampled_from([*IDS, "A9"]), because=st.sampled_from(["", "V1 never does it"])
        ),
        max_size=2,
    ),
    insights=st.just(["slow"]),
)
_grounds = st.sampled_from([HEARD, NOTHING, Grounds(requests="- we do it before")])


@given(drafts, _grounds, st.lists(st.integers(1, 60).map(lambda n: f"A{n}"), max_size=3))
def test_numbers_stay_once_each_and_new_ones_are_above_all_that_were_ever_used(
    written: JourneyReviewDraft, grounds: Grounds, taken: list[str]
) -> None:
    found = reviewed(written, grounds, taken=tuple(taken))
    ids = [a.id for a in found.actions]
    assert len(set(ids)) == len(ids)
    highest = max(int(i[1:]) for i in (*taken, *IDS))
    assert all(int(i[1:]) > highest for i in ids if i not in IDS)


@given(drafts, _grounds)
def test_no_action_is_lost_unless_evidence_takes_it_out(written: JourneyReviewDraft, grounds: Grounds) -> None:
    found = reviewed(written, grounds)
    gone = {r.number for r in written.removed if grounds.bear(r.because)}
    assert set(IDS) - {a.id for a in found.actions} <= gone
    assert all(any(i.startswith(f"{n} ") for i in found.insights) for n in set(IDS) - {a.id for a in found.actions})


@given(drafts)
def test_without_evidence_nothing_old_changes_and_nothing_new_is_a_fact(written: JourneyReviewDraft) -> None:
    found = reviewed(written, NOTHING)
    old = {a.id: a for a in BASE.actions}
    assert (found.segment, found.trigger) == (BASE.segment, BASE.trigger)
    for one in found.actions:
        assert one == old[one.id] if one.id in old else one.assumed
    assert {s.change_ease for s in found.stages} <= {"", "Not known yet (no evidence)"}
    assert not any(s.evidence for s in found.stages)


@given(drafts, _grounds)
def test_an_old_action_differs_only_with_a_reason(written: JourneyReviewDraft, grounds: Grounds) -> None:
    old = {a.id: a for a in BASE.actions}
    borne = {a.number.strip() for s in written.stages for a in s.actions if grounds.bear(a.because)}
    for one in reviewed(written, grounds).actions:
        assert one.id not in old or one.id in borne or one == old[one.id]


def test_a_borne_out_action_says_what_it_rests_on_and_what_it_was() -> None:
    first = stage("one", action("A1", "do 1 by phone", "V1 “I never do that by hand”", assumed=False), action("A2"))
    found = reviewed(draft(first, *unchanged()[1:]))
    assert found.stages[0].evidence == "A1: V1 “I never do that by hand” (before: do 1)"
    assert not found.actions[0].assumed


def test_people_are_told_with_of_how_many() -> None:
    one = stage("one", action("A1"), action("A2"), people=4, asked=5)
    found = reviewed(draft(one, *unchanged()[1:]))
    assert (found.stages[0].evidence, found.stages[0].change_ease) == ("4 of 5", "Easy to change: habit")


def test_an_unchanged_journey_breaks_no_rule_whether_or_not_there_is_evidence() -> None:
    base = {v.rule for v in journey_review_violations(draft(*unchanged()), BASE, BASE, NOTHING)}
    assert base == set()
    assert rules(draft(*unchanged())) == set()


def test_what_breaks_a_rule_is_named() -> None:
    one, *others = unchanged()
    assert "action-lost" in rules(draft(*others))
    assert "correction-needs-evidence" in rules(draft(stage("one", action("A1", "else"), action("A2")), *others))
    assert "correction-needs-evidence" in rules(draft(one, stage("n", action("", "new"), action("")), *others))
    assert "action-once" in rules(draft(one, one, *others))
    assert "known-action" in rules(draft(stage("one", action("A1"), action("A2"), action("A9")), *others))
    assert "people-of-how-many" in rules(draft(stage("one", action("A1"), action("A2"), people=3, asked=2), *others))
    assert "people-there-were" in rules(draft(stage("one", action("A1"), action("A2"), people=3, asked=9), *others))
    told = one.model_copy(update={"evidence": "all liked it"})
    assert "evidence-counts-people" in rules(draft(told, *others))
    assert "ease-needs-evidence" in rules(draft(one.model_copy(update={"ease": "easy"}), *others))
    silent = stage("one", action("A1"), action("A2"), people=1, asked=1).model_copy(update={"ease_reason": ""})
    assert "ease-reason" in rules(draft(silent, *others))
    said = stage("one", action("A1", because="somebody said “it takes me hours every day”"), action("A2"))
    assert "words-as-spoken" in rules(draft(said, *others))
    quoted = stage("one", action("A1", because="V1 “I never do that by hand”", assumed=False), action("A2"))
    assert "words-as-spoken" not in rules(draft(quoted, *others))
    assert "nothing-found-out" in rules(draft(quoted, *others), NOTHING)


def test_what_an_earlier_edition_found_out_stays_where_nothing_new_is_heard() -> None:
    one = stage("one", action("A1", because="V1", assumed=False), action("A2"), people=4, asked=5)
    before = reviewed(draft(one, *unchanged()[1:]))
    again = journey_reviewed(draft(*unchanged()), before, before, NOTHING, taken=(), locale="en")
    assert again == before


def test_asked_again_a_correction_can_be_undone_and_otherwise_stays() -> None:
    first = stage("one", action("A1", "by phone", "V1", assumed=False), action("", "check", "V1", assumed=False))
    before = reviewed(draft(first, *unchanged()[1:]))
    again = stage("one", action("A1", "by phone", assumed=False), action("A2"), action("A7", "check", assumed=False))
    kept = reviewed(draft(again, *unchanged()[1:]), before=before)
    assert [a.id for a in kept.stages[0].actions] == ["A1", "A2", "A7"]
    assert kept.actions[0].text == "by phone"
    assert "A1: V1 (before: do 1)" in kept.stages[0].evidence
    undone = reviewed(draft(*unchanged()), before=before)
    assert undone.actions[0] == BASE.actions[0]
