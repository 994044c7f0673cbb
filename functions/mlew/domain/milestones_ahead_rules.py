"""Quality rules of milestones ② to ④ and of the script for customers outside (METHOD, Test/Iterate)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from mlew.domain.base import Locale
from mlew.domain.iteration import (
    GROUP_NAMES,
    SPONSOR_GROUPS,
    Criterion,
    MilestoneName,
    criterion_violations,
    script_violations,
)
from mlew.domain.milestones_ahead import AHEAD, CustomerScriptDraft, FanDraft, InvestmentDraft, MilestonesDraft
from mlew.domain.plan_errors import milestone_name
from mlew.domain.plan_warnings import months_after
from mlew.domain.violation import Violation, place, violation

FAN_MONTHS, RELEASE_MONTHS = 3, 6
_ABOUT = timedelta(days=14)
_AMOUNTS = ("mean", "duration", "count", "change", "business")
_DEEDS = ("observation", "business")


class Bounds(NamedTuple):
    """What the draft has to keep to. `n`: of the market estimate, set before; `known`: ids that may be checked."""

    today: date
    n: float
    known: tuple[str, ...]


def milestones_ahead_violations(draft: MilestonesDraft, bounds: Bounds, *, locale: Locale = "en") -> list[Violation]:
    """Who, what, how and when of each; deeds and amounts beside shares; N as it was set."""
    drafts: dict[MilestoneName, FanDraft | InvestmentDraft] = {
        "fan": draft.fan,
        "share": draft.share,
        "release": draft.release,
    }
    found: list[Violation] = []
    for name, one in drafts.items():
        where = milestone_name(name, locale)
        texts = one.model_dump(include={"measured_by", "how_measured", "subjects"})
        found += [violation("milestone-complete", where, locale, field=f) for f, t in texts.items() if not t.strip()]
        if not one.if_missed.strip():
            found.append(violation("if-missed", where, locale))
        if not one.criteria:
            found.append(violation("any-criterion", where, locale))
        for criterion in one.criteria:
            found += criterion_violations(criterion, bounds.known, locale)
        if name != "release" and one.criteria and not any(c.kind in _AMOUNTS for c in one.criteria):
            found.append(violation("more-than-rates", where, locale))
    return [
        *found,
        *_fan(draft.fan, locale),
        *_share(draft.share, bounds.n, locale),
        *_dates(draft, bounds.today, locale),
    ]


def customer_script_violations(
    draft: CustomerScriptDraft, step_count: int, fan: Sequence[Criterion], *, locale: Locale = "en"
) -> list[Violation]:
    """Those of any script; the invitation; a field for the value of each criterion of ②."""
    found = script_violations(draft, step_count, locale=locale)
    if not draft.invitation.strip():
        found.append(violation("invitation-written", "invitation", locale))
    sheet = "\n".join(draft.sheet)
    if lacking := [c.id for c in fan if c.id not in sheet]:
        found.append(violation("sheet-criteria", place("sheet", locale), locale, ids=", ".join(lacking)))
    return found


def _fan(fan: FanDraft, locale: Locale) -> Iterator[Violation]:
    where = milestone_name("fan", locale)
    if fan.subjects.strip() and fan.subjects.strip() == fan.measured_by.strip():
        yield violation("outside-subjects", where, locale)
    for group in SPONSOR_GROUPS:
        if not any(c.group == group for c in fan.criteria):
            yield violation("both-groups", where, locale, group=GROUP_NAMES[group] if locale == "ja" else group)
    changes = [c for c in fan.criteria if c.group == "behaviour_change"]
    if changes and not any(c.source in _DEEDS and c.comparator != "judged" for c in changes):
        yield violation("decision-by-deed", where, locale)


def _share(share: InvestmentDraft, n: float, locale: Locale) -> Iterator[Violation]:
    if share.criteria and not any(c.comparator == "at_least" and c.threshold == n for c in share.criteria):
        yield violation("share-multiple", milestone_name("share", locale), locale, n=f"{n:g}")


def _dates(draft: MilestonesDraft, today: date, locale: Locale) -> Iterator[Violation]:
    written = {"fan": draft.fan.planned, "share": draft.share.planned, "release": draft.release.planned}
    latest = {
        "fan": months_after(today, FAN_MONTHS),
        **dict.fromkeys(("share", "release"), months_after(today, RELEASE_MONTHS) + _ABOUT),
    }
    before = today
    for name in AHEAD:
        where = milestone_name(name, locale)
        day = _date(written[name])
        if day is None or day <= today:
            yield violation("planned-date", where, locale, today=today.isoformat())
            continue
        if day > latest[name]:
            rule = "fan-within-months" if name == "fan" else "release-within-months"
            yield violation(rule, where, locale, latest=latest[name].isoformat())
        if day < before:
            yield violation("milestones-in-order", where, locale)
        before = day


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        return None
