"""Journeys: their rules, numbering and amounts."""

from mlew.domain.journey import ActionDraft, JourneyDraft, ResourceDraft, StageDraft, journey_from, journey_violations


def resource(amount: str, kind: str = "time") -> ResourceDraft:
    """An assumed resource."""
    return ResourceDraft.model_validate({"kind": kind, "amount": amount, "per": "", "note": "", "assumed": True})


def stage(name: str = "Notice", **changes: object) -> StageDraft:
    """A stage that breaks no rule."""
    actions = [ActionDraft(text=text, resources=[], assumed=False) for text in ("looks out", "asks")]
    fields = {"name": name, "actions": actions, "resources": [resource("5 min")], "feelings": ["annoyed"]}
    return StageDraft.model_validate({**fields, **changes})


def journey(
    *stages: StageDraft, trigger: str = "rain", insights: tuple[str, ...] = ("waiting is worse",)
) -> JourneyDraft:
    """A journey of these stages and two good ones."""
    return JourneyDraft(
        segment="commuters", trigger=trigger, stages=[*stages, stage("Wait"), stage("Run")], insights=list(insights)
    )


def rules(draft: JourneyDraft) -> list[str]:
    """Ids of the rules that it breaks."""
    return [violation.rule for violation in journey_violations(draft)]


def test_each_rule_is_told() -> None:
    assert rules(journey(stage())) == []
    assert rules(journey(stage(), trigger=" ")) == ["trigger"]
    assert rules(journey()) == ["enough-stages"]
    assert rules(journey(stage(" "))) == ["stage-named"]
    assert rules(journey(stage(actions=[ActionDraft(text="x", resources=[], assumed=False)]))) == ["several-actions"]
    assert rules(journey(stage(feelings=[" "]))) == ["feelings"]
    assert rules(journey(stage(resources=[]))) == ["resources"]
    assert rules(journey(stage(resources=[resource("15")]))) == ["unit-present"]
    assert rules(journey(stage(), insights=("",))) == ["insights"]
    blank = [ActionDraft(text=text, resources=[], assumed=False) for text in ("x", " ")]
    assert rules(journey(stage(actions=blank))) == ["action-written"]


def test_words_and_other_resources_need_no_unit() -> None:
    assert rules(journey(stage(resources=[resource("within working hours"), resource("A4 2枚", "other")]))) == []


def test_actions_are_numbered_in_time_order_and_know_their_stage() -> None:
    built = journey_from(journey(stage()))
    assert [a.id for a in built.actions] == ["A1", "A2", "A3", "A4", "A5", "A6"]
    assert (built.stage_of("A3"), built.stage_of("A9")) == ("Wait", "")


def test_an_amount_that_cannot_be_read_stays_as_text() -> None:
    built = journey_from(journey(stage(resources=[resource("within working hours"), resource("15〜30 分")])))
    words, range_ = built.stages[0].resources
    assert (words.text, words.quantity) == ("within working hours", None)
    assert range_.quantity is not None
    assert (range_.quantity.low, range_.quantity.high) == (15, 30)


def test_an_amount_is_of_its_kind_where_a_text_has_several() -> None:
    built = journey_from(journey(stage(resources=[resource("30 分で 500 円"), resource("30 分で 500 円", "money")])))
    assert [r.quantity and r.quantity.unit for r in built.stages[0].resources] == ["minute", "yen"]
