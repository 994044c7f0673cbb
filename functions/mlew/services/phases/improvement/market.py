"""Market estimate of the invention that goes first: the model brings figures, the domain multiplies them."""

from datetime import datetime

from mlew.documents import render
from mlew.documents.facts import render_facts
from mlew.documents.for_model import render_for_model
from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.iteration import Iteration
from mlew.domain.journey import Journey
from mlew.domain.market_arithmetic import estimate_market as computed
from mlew.domain.market_carry_over import corrected, not_asked_for, with_corrected
from mlew.domain.market_draft import MarketDraft, inputs_from, market_violations
from mlew.domain.market_estimate import Market
from mlew.domain.market_rules import market_warnings
from mlew.domain.press_release import PressRelease
from mlew.domain.workshop import Workshop
from mlew.ports.draft_store import DraftKey
from mlew.services.artifacts import made_in, store_made
from mlew.services.default_multiple import ensure_multiple
from mlew.services.draft_runner import Task, write_draft
from mlew.services.earlier_result import of_earlier_round
from mlew.services.evidence.reading import evidence_for_model
from mlew.services.merging import whole
from mlew.services.phases.improvement.estimated_pair import refined_pair
from mlew.services.product import product_of
from mlew.services.reading import current
from mlew.services.requests import requests_for
from mlew.services.today import today_of
from mlew.services.work import Work


def estimate_market(work: Work, workshop: Workshop, round_: int) -> list[ArtifactRef]:
    """Value against N x cost. N is there before any figure is: the method's default if nobody has set one."""
    made = made_in(work, workshop, "market", TEAM, round_)
    if made:
        return [made]
    workshop = ensure_multiple(work.stores, work.clock, workshop)
    locale, currency = workshop.plan.locale, workshop.plan.currency
    pair = refined_pair(work.stores, workshop)
    journey, _ = current(work.stores, workshop, Journey)
    release, release_ref = current(work.stores, workshop, PressRelease, pair)
    iteration, iteration_ref = current(work.stores, workshop, Iteration, pair)
    former = _former(work, workshop, pair)
    asked = requests_for(work, workshop, "market", round_, step="market_estimate", kind="market", scope=TEAM)
    if former and not asked:
        asked = of_earlier_round(render(former[-1][1], locale), locale)
    today = today_of(work.clock, workshop.plan.time_zone)
    task = Task(
        phase="market",
        step="market_estimate",
        draft=MarketDraft,
        inputs={
            "facts": render_facts(workshop.plan, product_of(work, workshop), today),
            "journey": render(journey, locale),
            "press_release": render_for_model(release, locale),
            "milestone": render(iteration, locale),
            "evidence": evidence_for_model(work.stores, workshop, whole(workshop, pair)),
            **asked,
        },
        violations=lambda draft: market_violations(draft, currency, locale=locale),
    )
    key = DraftKey(step="market_estimate", cell=TEAM, round=round_)
    draft, stored = write_draft(work, workshop, key, task)
    inputs = inputs_from(draft, currency, workshop.multiples, _begun(work, workshop))
    by_hand = _former(work, workshop, pair)  # as it is by now: people go on correcting while a model writes
    if by_hand:
        parts = corrected([(author, market.inputs) for author, market in by_hand])
        inputs = with_corrected(inputs, by_hand[-1][1].inputs, not_asked_for(parts, asked.get("requests", "")))
    return [
        store_made(
            work,
            workshop,
            "market",
            TEAM,
            Market(pair=pair, inputs=inputs, estimate=computed(inputs, locale=locale)),
            round_=round_,
            drafts=(stored,),
            based_on=(release_ref, iteration_ref),
            warnings=tuple(market_warnings(inputs, locale=locale)),
        )
    ]


def _begun(work: Work, workshop: Workshop) -> datetime:
    """When this round's first figure was written down; asked again, an N that was changed does not look early.

    Clocks of machines differ a little: N was there, so its time is not after this one.
    """
    before = work.stores.artifacts.latest(workshop.id, "market", TEAM)
    if before is None or before.provenance.round <= workshop.earlier_rounds.get("market", 0):
        return max(work.clock.now(), workshop.multiples[-1].set_at)
    return Market.model_validate(before.body.model_dump()).inputs.estimated_at


def _former(work: Work, workshop: Workshop, pair: str) -> list[tuple[str, Market]]:
    """Author and body of all versions about this pair since another one was estimated, oldest first."""
    artifacts = work.stores.artifacts
    found: list[tuple[str, Market]] = []
    for ref in reversed(artifacts.versions(workshop.id, "market", TEAM)):
        version = artifacts.get(workshop.id, ref)
        if not isinstance(version.body, Market) or version.body.pair != pair:
            break
        found.append((version.provenance.author, version.body))
    return found[::-1]
