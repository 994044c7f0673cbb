"""Before the improvement edition, pair by pair: numbers and voices against the threshold that it set (METHOD)."""

from typing import NamedTuple

from mlew.domain.evidence import Evidence, Participation
from mlew.domain.feedback_session import DEFAULT_MINIMUM_SAMPLE
from mlew.domain.iteration import Milestone
from mlew.domain.precheck import PrecheckItem
from mlew.domain.precheck_people import listed, planning
from mlew.domain.precheck_texts import item, outcome_name
from mlew.domain.verdict import Verdict
from mlew.domain.workshop import Pair, Workshop

_OPEN = ("no_data", "unjudged", "no_metric")


class PairFacts(NamedTuple):
    """`milestone`: whose criteria the mocks are judged by; None if the pair has set none. `mocks`: ids → titles."""

    pair: Pair
    evidence: Evidence
    milestone: Milestone | None
    verdicts: tuple[Verdict, ...]
    mocks: dict[str, str]


def items_of_pair(workshop: Workshop, facts: PairFacts) -> tuple[PrecheckItem, ...]:
    """What the pair brings, and what it should still bring."""
    return (
        _numbers(workshop, facts),
        _testers(workshop, facts),
        _voices(workshop, facts),
        _criteria(workshop, facts),
        *_changes(workshop, facts),
    )


def _numbers(workshop: Workshop, facts: PairFacts) -> PrecheckItem:
    locale, pair, who = workshop.plan.locale, facts.pair.id, facts.pair.development or planning(workshop, facts.pair)
    if not facts.mocks:
        return item("numbers", "missing", "numbers.no-mock", locale, pair=pair, who=who)
    taken = {title: facts.evidence.snapshot_of(mock) for mock, title in facts.mocks.items()}
    lacking = listed([title for title, snapshot in taken.items() if snapshot is None], locale)
    if lacking:
        return item("numbers", "missing", "numbers.not-pulled", locale, pair=pair, who=who, mocks=lacking)
    snapshots = {title: snapshot for title, snapshot in taken.items() if snapshot}
    empty = listed([title for title, one in snapshots.items() if not one.summary.total.sessions], locale)
    if empty:
        return item("numbers", "at_risk", "numbers.nobody", locale, pair=pair, who=who, mocks=empty)
    visitors = sum(snapshot.summary.total.visitors for snapshot in snapshots.values())
    if any(snapshot.simulated for snapshot in snapshots.values()):
        return item("numbers", "at_risk", "numbers.simulated", locale, pair=pair, who=who, visitors=visitors)
    return item("numbers", "ok", "numbers.seen", locale, pair=pair, visitors=visitors)


def _testers(workshop: Workshop, facts: PairFacts) -> PrecheckItem:
    """Sheets and surveys, against the largest sample that a criterion needs of them."""
    locale, pair, who = workshop.plan.locale, facts.pair.id, planning(workshop, facts.pair)
    people = [p for p in (*facts.evidence.observations, *facts.evidence.responses) if _is_asked(facts.milestone, p)]
    count, simulated = len({one.tester for one in people}), len({one.tester for one in people if one.simulated})
    criteria = facts.milestone.criteria if facts.milestone else ()
    asked = [c for c in criteria if c.source in ("observation", "survey") and c.comparator != "judged"]
    need = max((c.minimum_sample for c in asked), default=DEFAULT_MINIMUM_SAMPLE)
    if criteria and not asked:
        return item("testers", "ok", "testers.unneeded", locale, pair=pair, count=count)
    if not count:
        return item("testers", "missing", "testers.none", locale, pair=pair, who=who, need=need)
    if simulated:
        return item(
            "testers", "at_risk", "testers.simulated", locale, pair=pair, who=who, count=count, simulated=simulated
        )
    if count < need:
        return item("testers", "at_risk", "testers.few", locale, pair=pair, who=who, count=count, need=need)
    return item("testers", "ok", "testers.enough", locale, pair=pair, count=count, need=need)


def _is_asked(milestone: Milestone | None, tester: Participation) -> bool:
    """Customers outside decide ②, whoever tried the mock ① (METHOD)."""
    return milestone is None or milestone.name != "fan" or tester.population == "external"


def _voices(workshop: Workshop, facts: PairFacts) -> PrecheckItem:
    locale, pair, evidence = workshop.plan.locale, facts.pair.id, facts.evidence
    if not evidence.remarks:
        return item("voices", "missing", "voices.none", locale, pair=pair, who=planning(workshop, facts.pair))
    grouped = {voice for theme in evidence.themes for voice in theme.voices}
    left = sum(remark.id not in grouped for remark in evidence.remarks)
    found = "voices.ungrouped" if left else "voices.some"
    return item(
        "voices", "ok", found, locale, pair=pair, count=len(evidence.remarks), themes=len(evidence.themes), left=left
    )


def _criteria(workshop: Workshop, facts: PairFacts) -> PrecheckItem:
    locale, pair, who = workshop.plan.locale, facts.pair.id, planning(workshop, facts.pair)
    if facts.milestone is None or not facts.milestone.criteria:
        return item("criteria", "missing", "criteria.none", locale, pair=pair, who=who)
    who = facts.milestone.measured_by or who
    outcomes = {r.criterion.id: r.outcome for verdict in facts.verdicts for r in verdict.results}
    lacking = [f"{id_} ({outcome_name(outcome, locale)})" for id_, outcome in outcomes.items() if outcome in _OPEN]
    if lacking:
        counts = {"all": len(outcomes), "open": len(lacking), "ids": listed(lacking, locale)}
        return item("criteria", "missing", "criteria.open", locale, pair=pair, who=who, **counts)
    few = listed([id_ for id_, outcome in outcomes.items() if outcome == "so_far"], locale)
    if few:
        return item("criteria", "at_risk", "criteria.few", locale, pair=pair, who=who, ids=few)
    return item("criteria", "ok", "criteria.settled", locale, pair=pair, all=len(outcomes))


def _changes(workshop: Workshop, facts: PairFacts) -> tuple[PrecheckItem, ...]:
    """Only where there are some."""
    locale = workshop.plan.locale
    changed = dict.fromkeys(change.id for verdict in facts.verdicts for change in verdict.changes)
    if not changed:
        return ()
    ids, who = listed(list(changed), locale), planning(workshop, facts.pair)
    return (item("criteria-changed", "at_risk", "criteria-changed.some", locale, pair=facts.pair.id, who=who, ids=ids),)
