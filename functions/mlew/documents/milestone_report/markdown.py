"""The report as Markdown, for a wiki or a mail."""

from collections.abc import Iterator

from mlew.documents.bullets import bullets
from mlew.documents.inline import cell, inline
from mlew.documents.long_day import days, long_day
from mlew.documents.milestone_report.content import (
    MilestoneReport,
    decider,
    focused,
    late,
    name_of,
    reports,
    spoken,
    state,
    tasks,
    timing,
    title,
)
from mlew.documents.milestone_report.words import Words, words
from mlew.documents.money import money
from mlew.documents.page import document, section
from mlew.documents.plan_page.content import KeyFigure
from mlew.documents.table import table
from mlew.domain.market_estimate import MarketEstimate
from mlew.domain.plan import MilestoneDate


def render_milestone_markdown(report: MilestoneReport) -> str:
    """The milestone that is reported first, then the four, what is overdue, tasks, reports, money."""
    said = words(report.locale)
    milestone = focused(report)
    day = said["of"].format(day=long_day(report.today, report.locale))
    return document(
        f"# {said['title']}: {inline(title(report))}",
        " · ".join(filter(None, [inline(report.company), day])),
        bullets([said[key] for key in ("simulated", "rehearsed") if getattr(report, key)]),
        section(name_of(milestone, report.locale), bullets(_focus(milestone, report, said))) if milestone else "",
        section(said["figures"], _figures(report.figures, said)),
        section(said["market"], market_line(report.market, said)) if report.market else "",
        section(said["milestones"], _four(report, said)),
        section(said["overdue"], _overdue(report, said)),
        section(said["tasks"], _tasks(report, said)),
        section(said["reports"], bullets(_reports(report, said))),
        section(said["money"], _money(report, said)),
    )


def market_line(market: MarketEstimate, said: Words) -> str:
    """The answer of the estimate, in a sentence or two."""
    answer = said["reached" if market.middle.reached else "not_reached"]
    sure = said["market_sure" if market.sure else "market_provisional"]
    return f"{answer.format(ratio=f'{market.middle.ratio:.3g}', n=f'{market.n:g}')} {sure}"


def _focus(milestone: MilestoneDate, report: MilestoneReport, said: Words) -> Iterator[str]:
    yield f"{said['state']}: {said[state(milestone, report.today)]}"
    if milestone.planned:
        yield f"{said['planned']}: {long_day(milestone.planned, report.locale)}"
    if milestone.actual:
        yield f"{said['actual']}: {long_day(milestone.actual, report.locale)}"
    if how := timing(milestone, report.today, report.locale):
        yield how
    if milestone.line:
        yield f"{said['line']}: {milestone.line}"
    yield f"{said['result']}: {milestone.result or said['no_result']}"
    yield f"{said['decision']}: {_decision(milestone, report) or said['undecided_long']}"
    if milestone.reason:
        yield f"{said['reason']}: {milestone.reason}"


def _decision(milestone: MilestoneDate, report: MilestoneReport) -> str:
    if milestone.decision == "open":
        return ""
    by = decider(milestone.decided_by, report.locale)
    return words(report.locale)[milestone.decision] + (f" ({by})" if by else "")


def _figures(figures: tuple[KeyFigure, ...], said: Words) -> str:
    head = [said[key] for key in ("figure", "value", "line_short", "outcome", "note")]
    outcome = {True: "passed", False: "missed", None: "unknown"}
    rows = [[cell(f.label), cell(f.value), cell(f.line), said[outcome[f.passed]], cell(f.note)] for f in figures]
    return table(head, rows) if rows else ""


def _four(report: MilestoneReport, said: Words) -> str:
    head = [said[key] for key in ("name", "planned", "actual", "state", "result", "decision")]
    none = said["none"]
    rows = [
        [
            cell(name_of(one, report.locale)),
            one.planned.isoformat() if one.planned else none,
            one.actual.isoformat() if one.actual else none,
            cell(timing(one, report.today, report.locale) or said[state(one, report.today)]),
            cell(one.result) or none,
            cell(_decision(one, report)) or none,
        ]
        for one in report.plan.milestones
    ]
    return table(head, rows) if rows else ""


def _overdue(report: MilestoneReport, said: Words) -> str:
    head = [said[key] for key in ("what", "due", "days_over", "owner")]
    rows = [
        [
            cell(one.what),
            one.due.isoformat(),
            days(one.days, report.locale),
            cell(spoken(one.owner, report.locale)) or said["none"],
        ]
        for one in late(report)
    ]
    return table(head, rows) if rows else said["nothing_overdue"]


def _tasks(report: MilestoneReport, said: Words) -> str:
    found = tasks(report)
    if not found:
        return ""
    left = [one for one in found if one.finished is None]
    done = said["progress"].format(all=len(found), done=len(found) - len(left))
    rows = [
        [
            cell(f"{one.id} {one.title}"),
            cell(spoken(one.owner or one.role, report.locale)) or said["nobody"],
            one.due.isoformat(),
        ]
        for one in left
    ]
    listed = table([said[key] for key in ("what", "owner", "due")], rows) if rows else said["all_done"]
    return f"{done}\n\n{listed}"


def _who(owner: str, report: MilestoneReport, nobody: str) -> str:
    return cell(spoken(owner, report.locale)) or nobody


def _reports(report: MilestoneReport, said: Words) -> Iterator[str]:
    for one in reports(report):
        when = f"{long_day(one.when.date(), report.locale)} {one.when:%H:%M}"
        yield f"{when} – {said['asks']}: {one.asks}" if one.asks else when


def _money(report: MilestoneReport, said: Words) -> str:
    head = [said[key] for key in ("id", "asked", "state", "due", "who_approves")]
    rows = [
        [
            cell(one.id),
            f"{said[one.kind]} {money(one.amount, report.plan.currency, report.locale)}",
            said[f"state_{one.state}"],
            one.needed_by.isoformat() if one.needed_by else said["none"],
            cell(one.approver) or said["none"],
        ]
        for one in report.plan.requests
    ]
    return table(head, rows) if rows else ""
