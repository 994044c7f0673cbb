"""What the pages about a plan show, out of a workshop: for executives, of a milestone, of the market estimate."""

from datetime import date, timedelta

from mlew.documents.market_page import MarketPage
from mlew.documents.market_page.content import cost_kinds
from mlew.documents.milestone_report import MilestoneReport
from mlew.documents.milestone_report.content import decider
from mlew.documents.plan_page import ExecutivePage
from mlew.documents.plan_page.key_figures import key_figures
from mlew.domain.artifact import TEAM, Artifact, ArtifactKind
from mlew.domain.base import Locale
from mlew.domain.iteration import MilestoneName
from mlew.domain.market_estimate import Market
from mlew.domain.press_release import PressRelease
from mlew.domain.workshop import Workshop
from mlew.errors import NotFound
from mlew.services.days_off import days_off
from mlew.services.decided import last_decided_on
from mlew.services.plans import plan_of
from mlew.services.priority import top_priority
from mlew.services.work import Stores

_SOON = timedelta(days=7)
"""What a report to executives asks for stands on the page that is made for it, not on one months before."""


def executive_page(stores: Stores, workshop: Workshop, *, today: date, locale: Locale) -> ExecutivePage:
    """Of the invention that goes first: the one of the market estimate, else the top priority. Raises NotFound."""
    plan, ref = plan_of(stores, workshop)
    pair = first_pair(stores, workshop)
    market, release = _latest(stores, workshop, "market"), _latest(stores, workshop, "press_release", pair)
    judged = last_decided_on(stores, workshop, pair)
    decision = judged.decision if judged else None
    body = market.body if market else None
    used = [stores.artifacts.get(workshop.id, ref), *filter(None, [market, release])]
    return ExecutivePage(
        locale=locale,
        company=workshop.plan.company,
        plan=plan,
        today=today,
        promise=_promise(release),
        asks=next((one.asks for one in plan.reports if today <= one.when.date() <= today + _SOON and one.asks), ""),
        decision=decision.decision if decision else "open",
        decided_by=decider(decision.by, locale) if decision else "",
        reason=decision.reason if decision else "",
        figures=key_figures(judged, locale),
        market=body.estimate if isinstance(body, Market) else None,
        market_names=cost_kinds(body, locale) if isinstance(body, Market) else {},
        off=days_off(plan, locale),
        simulated=bool(judged and judged.simulated),
        rehearsed=any(one.provenance.rehearsed for one in used),
    )


def milestone_report(
    stores: Stores, workshop: Workshop, focus: MilestoneName | None, *, today: date, locale: Locale
) -> MilestoneReport:
    """With the verdict that this milestone was decided by, or the estimate where that decides. Raises NotFound."""
    plan, ref = plan_of(stores, workshop)
    if focus and plan.milestone(focus) is None:
        raise NotFound.told(
            "plan.no-milestone", workshop=workshop.id, focus=focus, known=", ".join(one.name for one in plan.milestones)
        )
    judged = last_decided_on(stores, workshop, first_pair(stores, workshop), focus) if focus else None
    market = _latest(stores, workshop, "market") if focus == "share" else None
    body = market.body if market else None
    used = [stores.artifacts.get(workshop.id, ref), *([market] if market else [])]
    return MilestoneReport(
        locale=locale,
        company=workshop.plan.company,
        plan=plan,
        today=today,
        focus=focus,
        figures=key_figures(judged, locale),
        market=body.estimate if isinstance(body, Market) else None,
        off=days_off(plan, locale),
        simulated=bool(judged and judged.simulated),
        rehearsed=any(one.provenance.rehearsed for one in used),
    )


def market_page(stores: Stores, workshop: Workshop, *, today: date, locale: Locale) -> MarketPage | None:
    """None before the market phase has run."""
    found = _latest(stores, workshop, "market")
    if found is None or not isinstance(found.body, Market):
        return None
    release = _latest(stores, workshop, "press_release", found.body.pair)
    service = release.body.message.service if release and isinstance(release.body, PressRelease) else ""
    return MarketPage(
        locale=locale,
        company=workshop.plan.company,
        title=service or workshop.plan.product or workshop.id,
        market=found.body,
        today=today,
        rehearsed=found.provenance.rehearsed,
    )


def first_pair(stores: Stores, workshop: Workshop) -> str:
    """Whose invention goes first: "" without pairs."""
    found = _latest(stores, workshop, "market")
    estimated = found.body.pair if found and isinstance(found.body, Market) else ""
    return estimated or top_priority(stores, workshop)


def _promise(release: Artifact | None) -> str:
    if release is None or not isinstance(release.body, PressRelease):
        return ""
    return release.body.message.headline or release.body.message.now_possible


def _latest(stores: Stores, workshop: Workshop, kind: ArtifactKind, scope: str = TEAM) -> Artifact | None:
    return stores.artifacts.latest(workshop.id, kind, scope)
