"""The customers that a pair works for."""

from mlew.domain.base import Locale
from mlew.domain.journey import Journey
from mlew.domain.workshop import Workshop

_NARROWED = {"ja": "{all}（このペアが取り組む顧客：{own}）", "en": "{all} (this pair works for: {own})"}


def journey_of(journey: Journey, workshop: Workshop, pair: str) -> Journey:
    """The team's journey, for prompts of one pair: with the pair's segment, if the plan gives it one.

    METHOD: pairs differ by part of the journey or by customer segment, so that they do not overlap.
    """
    own = next((one.segment for one in workshop.pairs if one.id == pair), "")
    if not own:
        return journey
    locale: Locale = workshop.plan.locale
    return journey.model_copy(update={"segment": _NARROWED[locale].format(all=journey.segment, own=own)})
