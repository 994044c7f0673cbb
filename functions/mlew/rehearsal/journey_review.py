"""Listen again: the journey corrected by what people said, action by action."""

import re
from collections.abc import Mapping, Sequence

from mlew.domain.base import Locale
from mlew.domain.journey import Action, Journey, Resource, ResourceDraft, ResourceKind, Stage
from mlew.domain.journey_review import (
    Ease,
    JourneyReviewDraft,
    RemovedActionDraft,
    ReviewedActionDraft,
    ReviewedStageDraft,
)
from mlew.domain.quantity import dimension
from mlew.rehearsal.amounts import minutes, spent, write_minutes, write_period
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.journey_comments import is_rare, stands_beside
from mlew.rehearsal.journey_review_words import differs, ease_reason, nothing_yet, of_the_whole
from mlew.rehearsal.language import action_phrase
from mlew.rehearsal.reception import Reception, Said, people_of
from mlew.rehearsal.similarity import likeness

_NEAR = 0.12
_BESIDE = 0.25
"""So alike have a voice and an action to be that the voice may add another action beside it."""
_FEWEST_ACTIONS = 2
_MASKED = re.compile(r"\[[^\[\]]*\]")
"""What stands in the place of personal data."""
Heard = Mapping[str, Sequence[Said]]
"""Id of an action → voices that speak of it."""


def compose_journey_review(
    journey: Journey, previous: Journey | None, told: Reception, locale: Locale, asked: Asked
) -> JourneyReviewDraft:
    """Voices go to the action that they speak of; what nobody speaks of stays. Comments of participants count too."""
    comments = tuple(Said(f"R{n}", "", "", c, None, ()) for n, c in enumerate(asked.comments, 1))
    heard, rest = _spread((*told.voices, *comments), journey)
    old = {a.id for a in journey.actions}
    numbers = {a.text: a.id for a in (previous.actions if previous else ()) if a.id not in old}
    removed = _removed(journey, heard, locale)
    gone = {one.number for one in removed}
    stages = [
        _stage(stage, heard, gone=gone, asked=told.asked, numbers=numbers, locale=locale) for stage in journey.stages
    ]
    return JourneyReviewDraft(
        segment=journey.segment,
        trigger=journey.trigger,
        because="",
        stages=stages,
        removed=removed,
        insights=_insights(journey, stages, rest, told, locale),
    )


def _spread(voices: Sequence[Said], journey: Journey) -> tuple[dict[str, list[Said]], list[Said]]:
    heard: dict[str, list[Said]] = {}
    rest: list[Said] = []
    ids = {a.id for a in journey.actions}
    for voice in voices:
        named = next((i for i in voice.contradicts if i in ids), None)
        said = _MASKED.sub(" ", voice.text)
        best = max(journey.actions, key=lambda a: likeness(said, a.text), default=None)
        near = best is not None and likeness(said, best.text) >= _NEAR
        place = named or (best.id if best is not None and near else None)
        heard.setdefault(place, []).append(voice) if place else rest.append(voice)
    return heard, rest


def _removed(journey: Journey, heard: Heard, locale: Locale) -> list[RemovedActionDraft]:
    """Assumed actions of which people say that hardly anybody takes them, as long as their stage keeps two."""
    found: list[RemovedActionDraft] = []
    for stage in journey.stages:
        left = len(stage.actions)
        for action in stage.actions:
            rare = [v for v in heard.get(action.id, ()) if is_rare(v.text, locale)]
            if rare and action.assumed and left > _FEWEST_ACTIONS and _close(rare[0], action):
                left -= 1
                found.append(RemovedActionDraft(number=action.id, because=rare[0].quoted(locale)))
    return found


def _stage(
    stage: Stage, heard: Heard, *, gone: set[str], asked: int, numbers: Mapping[str, str], locale: Locale
) -> ReviewedStageDraft:
    actions: list[ReviewedActionDraft] = []
    for action in stage.actions:
        voices = heard.get(action.id, ())
        borne = [v for v in voices if not is_rare(v.text, locale)]
        own = [] if action.id in gone else [_action(action, borne, locale)]
        before, behind = _new(action, voices, numbers, locale)
        actions += [*before, *own, *behind]
    voices = [v for a in stage.actions for v in heard.get(a.id, ()) if v.pair]
    ease = _ease(voices)
    return ReviewedStageDraft(
        name=stage.name,
        actions=actions,
        resources=[_resource(r) for r in stage.resources],
        feelings=list(stage.feelings),
        ease=ease,
        ease_reason=ease_reason(ease, voices, action_phrase(stage.actions[0].text, locale), locale)
        if stage.actions
        else "",
        people=people_of(voices),
        asked=asked if voices else 0,
        evidence=_told(voices, actions, locale),
    )


def _told(voices: Sequence[Said], actions: Sequence[ReviewedActionDraft], locale: Locale) -> str:
    """Voices of the stage: word for word those that no action quotes, the others by their numbers."""
    quoted = " ".join(a.because for a in actions)
    return _joined([v.id if v.quoted(locale) in quoted else v.quoted(locale) for v in voices[:3]], locale)


def _ease(voices: Sequence[Said]) -> Ease:
    if not voices:
        return "unknown"
    warm, cold = sum(v.favours is True for v in voices), sum(v.favours is False for v in voices)
    if warm and not cold:
        return "easy"
    return "hard" if cold and not warm else "conditional"


def _action(action: Action, voices: Sequence[Said], locale: Locale) -> ReviewedActionDraft:
    """Borne out by whoever speaks of it; a time or sum that they name takes the place of the old one."""
    resources = [_resource(r) for r in action.resources]
    for voice in voices[:1]:
        resources = _corrected(resources, action.resources, voice, locale)
    return ReviewedActionDraft(
        number=action.id,
        text=action.text,
        resources=resources,
        assumed=action.assumed and not voices,
        because=_joined([v.quoted(locale) for v in voices[:2]], locale),
    )


def _new(
    action: Action, voices: Sequence[Said], numbers: Mapping[str, str], locale: Locale
) -> tuple[list[ReviewedActionDraft], list[ReviewedActionDraft]]:
    """Actions that people say they take before or after this one."""
    found: tuple[list[ReviewedActionDraft], list[ReviewedActionDraft]] = ([], [])
    if stands_beside(action.text, locale) is not None:
        return found  # it is the action itself that speaks of a before or after
    for voice in voices:
        beside = stands_beside(voice.text, locale)
        if beside is None or not _close(voice, action) or not action_phrase(beside.new, locale).is_action:
            continue
        text = action_phrase(beside.new, locale).plain_text
        draft = ReviewedActionDraft(
            number=numbers.get(text, ""),
            text=text,
            resources=_corrected([], (), voice, locale),
            assumed=False,
            because=voice.quoted(locale),
        )
        found[beside.behind].append(draft)
    return found


def _close(voice: Said, action: Action) -> bool:
    return likeness(voice.text, action.text) >= _BESIDE


def _corrected(
    drafts: list[ResourceDraft], before: Sequence[Resource], voice: Said, locale: Locale
) -> list[ResourceDraft]:
    """With the time that the voice names, in the place of the time that stood there."""
    heard = next((s for s in spent(voice.text) if dimension(s.quantity.unit) == "time"), None)
    if heard is None:
        return drafts
    size = minutes(heard.quantity) / heard.quantity.middle
    amount = write_minutes(heard.quantity.low * size, heard.quantity.high * size, locale)
    kind: ResourceKind = "time"
    new = ResourceDraft(kind=kind, amount=amount, per=write_period(heard.per, locale), note="", assumed=False)
    at = next((n for n, r in enumerate(before) if r.kind == "time"), len(drafts))
    return [*drafts[:at], new, *drafts[at + 1 :]]


def _insights(
    journey: Journey, stages: Sequence[ReviewedStageDraft], rest: Sequence[Said], told: Reception, locale: Locale
) -> list[str]:
    """What was thought before, what turned out otherwise, and voices on the whole."""
    found = list(journey.insights)
    now = {a.number: a for s in stages for a in s.actions}
    for action in journey.actions:
        new = now.get(action.id)
        if new is None or not action.resources or not new.resources:
            continue
        if new.resources[0].amount != action.resources[0].text:
            found.append(differs(action, new.resources[0].amount, locale))
    found += [of_the_whole(voice.quoted(locale), locale) for voice in rest[:3]]
    if not told.voices and nothing_yet(locale) not in found:
        found.append(nothing_yet(locale))
    return list(dict.fromkeys(found))


def _resource(resource: Resource) -> ResourceDraft:
    return ResourceDraft(
        kind=resource.kind, amount=resource.text, per=resource.per, note=resource.note, assumed=resource.assumed
    )


def _joined(texts: Sequence[str], locale: Locale) -> str:
    return ("、" if locale == "ja" else "; ").join(dict.fromkeys(texts))
