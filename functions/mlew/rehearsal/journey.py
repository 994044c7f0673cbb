"""Listen: the journey from the customer sheet."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from mlew.domain.base import Locale
from mlew.domain.customer import CustomerSheet
from mlew.domain.journey import ActionDraft, JourneyDraft, ResourceDraft, StageDraft
from mlew.rehearsal.amounts import currency_of
from mlew.rehearsal.asked import Asked
from mlew.rehearsal.chance import Chance
from mlew.rehearsal.journey_comments import taken_up
from mlew.rehearsal.journey_words import insights, segment, stage_name, told, trigger
from mlew.rehearsal.moment import Moment, moment, moments_of
from mlew.rehearsal.resources import resources_of

_MOST_STAGES = 6


def compose_journey(sheets: Sequence[CustomerSheet], locale: Locale, asked: Asked) -> JourneyDraft:
    """Stages in the order of the sheet's behaviour; what people do in between is assumed and marked so.

    Of several sheets the one with most behaviour leads, as its order is known; the others are named.
    """
    main = max(sheets, key=lambda s: len(s.behaviour), default=CustomerSheet())
    chance = Chance(locale, asked.seed("no-summary", "missing-resources", "as-we-do-it", "rarely-done", "our-words"))
    said, left = taken_up(moments_of(main, locale), asked.comments, locale)
    groups = _stages(said, chance, locale, finer=asked.wants("no-summary", "missing-resources"))
    currency = currency_of(" ".join([main.summary, main.extra, *main.behaviour]), locale)
    stages, names = [], list[str]()
    for group in groups:
        names.append(stage_name(group, names, locale))
        stages.append(_stage(names[-1], group, chance, locale, currency))
    return JourneyDraft(
        segment=segment(main, [s for s in sheets if s is not main], locale),
        trigger=trigger(main, said[0], locale),
        stages=stages,
        insights=[*insights(main, [m for g in groups for m in g], stages, locale), *left],
    )


def _stages(said: list[Moment], chance: Chance, locale: Locale, *, finer: bool) -> list[list[Moment]]:
    """Neighbours together; at least three stages of at least two moments each."""
    few = len(said) < 6
    count = len(said) if few else min(_MOST_STAGES if finer else 5, ceil(len(said) / 2))
    cuts = [round(i * len(said) / count) for i in range(count + 1)]
    groups = [said[a:b] for a, b in pairwise(cuts)]
    used = {m.text for m in said}
    result = [_filled(group, chance, locale, used, finer=finer) for group in groups]
    while len(result) < 3:
        edge = result[0][0] if len(result) == 1 else result[-1][-1]
        options = edge.activity.words.before if len(result) == 1 else edge.activity.words.after
        around = [_assumed(text, edge, locale) for text in _unused(options, edge, used, locale, 2)]
        result = [around, *result] if len(result) == 1 else [*result, around]
    return result


def _filled(group: list[Moment], chance: Chance, locale: Locale, used: set[str], *, finer: bool) -> list[Moment]:
    """The group with what people also do before or after, where it is a single moment or should be finer."""
    if len(group) > 1 and not finer:
        return group
    result: list[Moment] = []
    for one in group:
        first = chance.of(one.text).pick("side", (True, False))
        before = _unused(one.activity.words.before, one, used, locale, 1) if finer or first else []
        after = (
            _unused(one.activity.words.after, one, used, locale, 1) if (finer and len(group) == 1) or not before else []
        )
        result += [*(_assumed(t, one, locale) for t in before), one, *(_assumed(t, one, locale) for t in after)]
    return result


def _unused(options: Sequence[str], near: Moment, used: set[str], locale: Locale, number: int) -> list[str]:
    """Companion actions that do not stand in the journey yet; the general ones if a kind's own are used up."""
    general = moment("", locale, said=False).activity.words
    found: list[str] = []
    for option in (*options, *near.activity.words.before, *near.activity.words.after, *general.before, *general.after):
        text = told(option, near, locale)
        if text and text not in used and len(found) < number:
            used.add(text)
            found.append(text)
    while len(found) < number:
        text = told("{x}", near, locale, again=len(used))
        used.add(text)
        found.append(text)
    return found


def _assumed(text: str, near: Moment, locale: Locale) -> Moment:
    return moment(text, locale, said=False, kind=near.activity)


def _stage(name: str, group: list[Moment], chance: Chance, locale: Locale, currency: str) -> StageDraft:
    actions = [
        ActionDraft(text=m.text, resources=resources_of(m, chance.of(m.text), locale, currency), assumed=not m.said)
        for m in group
    ]
    felt = [f for m in group for f in m.activity.words.feelings]
    feelings = [chance.of(name).pick("feeling", felt)]
    feelings += [f for f in chance.of(name).order("more", felt) if f not in feelings][:1]
    return StageDraft(name=name, actions=actions, resources=list[ResourceDraft](), feelings=feelings)
