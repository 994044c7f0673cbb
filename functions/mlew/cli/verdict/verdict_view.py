"""Verdicts in the terminal: all side by side, then one after the other with their criteria."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from rich.console import RenderableType
from rich.text import Text

from mlew.cli.invocation import Invocation
from mlew.cli.output import Cell, Style, heading, line, table
from mlew.cli.verdict.asked import Asked
from mlew.cli.verdict.picture import picture
from mlew.documents.criteria import line_text
from mlew.documents.milestones import NAMES
from mlew.documents.verdict import interval_text, old_outcome, outcome_text, reason_text, value_text
from mlew.documents.verdict_cautions import cautions
from mlew.documents.verdict_words import CERTAINTIES, DECISIONS, POPULATIONS, SIGNS, SOURCES, one_of, said
from mlew.domain.base import Locale
from mlew.domain.iteration import SPONSOR_GROUPS, CriterionGroup
from mlew.domain.verdict import CriterionChange, Decision, Outcome, Proposal, Result, Verdict, deciding_population
from mlew.domain.workshop import phase_name
from mlew.metrics.wording import NOTHING

_STYLES: dict[Outcome, Style] = {"passed": "green", "failed": "red"}


def overview(cli: Invocation, verdicts: Sequence[Verdict]) -> RenderableType:
    """A row a mock."""
    locale = cli.words.language
    rows: list[list[Cell]] = [
        [
            f"{one.pair}  {one.title}".strip(),
            *(_group(one, group, locale) for group in SPONSOR_GROUPS),
            _short(one.proposal, locale) if one.proposal.decision else cli.words("verdict.nothing-yet"),
            decision_text(one.decision, locale) if one.decision else NOTHING,
        ]
        for one in verdicts
    ]
    columns = [cli.words("verdict.column.mock"), said("solved", locale), said("decided", locale)]
    return table([*columns, cli.words("verdict.column.proposed"), cli.words("verdict.column.decided")], rows)


def verdict_view(cli: Invocation, one: Verdict, asked: Asked) -> list[RenderableType]:
    """Proposal and decision first, then criterion by criterion, then what it cannot know."""
    locale, zone = cli.words.language, ZoneInfo(asked.workshop.plan.time_zone)
    name = asked.name(one.pair)
    shown: list[RenderableType] = [heading(f"{one.pair}  {' – '.join(filter(None, (name, one.title)))}")]
    people = f" – {said('population', locale, name=one_of(POPULATIONS[one.population], locale))}"
    everybody = one.population == deciding_population(one.milestone) is None
    shown.append(line(NAMES(one.milestone, locale) + ("" if everybody else people)))
    if one.evidence_at:
        shown.append(line(said("taken", locale, at=f"{one.evidence_at.astimezone(zone):%Y-%m-%d %H:%M}"), "dim"))
    shown.append(_proposal(cli, one.proposal))
    shown += _decided(cli, one, asked, zone)
    rows = [_row(result, locale) for result in one.results]
    if rows:
        shown += [line(""), table(["", "", "", "", ""], rows, narrow=(0, 2))]
    else:
        shown.append(line(cli.words("verdict.no-criteria", pair=one.pair), "yellow"))
    shown += _beside(one.results, locale)
    shown += [_changed(cli, change) for change in one.changes]
    at = one.destroyed_at.astimezone(zone) if one.destroyed_at else None
    told = cautions(one.model_copy(update={"destroyed_at": at}), locale)
    return [*shown, *(line(f"! {caution}", "yellow") for caution in told)]


def decision_text(taken: Decision, locale: Locale) -> str:
    """`pivot → Define`."""
    back = f" → {phase_name(taken.back_to, locale)}" if taken.back_to else ""
    return one_of(DECISIONS[taken.decision], locale) + back


def _row(result: Result, locale: Locale) -> list[Cell]:
    criterion = result.criterion
    outcome = outcome_text(result.outcome, result.measure, criterion, locale)
    by = f"\n{result.judgement.by}" if result.judgement else ""
    value = "" if criterion.comparator == "judged" else value_text(result.measure, criterion)
    interval = interval_text(result.measure)
    return [
        criterion.id,
        f"{criterion.statement}\n{line_text(criterion, locale)}",
        picture(result),
        value if interval == NOTHING else f"{value}\n{interval}",
        Text.assemble(
            (f"{SIGNS[result.outcome]} {outcome}", _STYLES.get(result.outcome, "")), f"{by}{_sure(result, locale)}"
        ),
    ]


def _sure(result: Result, locale: Locale) -> str:
    """How sure, and what would make it so; only of what was passed or failed."""
    if result.certainty is None or result.outcome not in ("passed", "failed"):
        return ""
    settling = result.settling
    open_ = settling is not None and settling.outlook != "settled"
    more = f" ({said(settling.outlook, locale, n=settling.testers)})" if settling and open_ else ""
    return f"\n{one_of(CERTAINTIES[result.certainty], locale)}{more}"


def _group(one: Verdict, group: CriterionGroup, locale: Locale) -> Cell:
    theirs = [result for result in one.results if result.criterion.group == group]
    if not theirs:
        return said("no_criterion", locale)
    parts = [(f"{SIGNS[r.outcome]} {r.criterion.id}", _STYLES.get(r.outcome, "")) for r in theirs]
    return Text("  ").join(Text(text, style=style) for text, style in parts)


def _short(proposal: Proposal, locale: Locale) -> str:
    if proposal.decision is None:
        return NOTHING
    back = f" → {'/'.join(phase_name(phase, locale) for phase in proposal.back_to)}" if proposal.back_to else ""
    return f"{one_of(DECISIONS[proposal.decision], locale)}{back} ({one_of(CERTAINTIES[proposal.certainty], locale)})"


def _proposal(cli: Invocation, proposal: Proposal) -> Text:
    locale = cli.words.language
    said_ = [_short(proposal, locale)] if proposal.decision else []
    said_.append(reason_text(proposal, locale))
    if proposal.otherwise:
        said_.append(said("otherwise", locale, decision=one_of(DECISIONS[proposal.otherwise], locale)))
    if proposal.waiting_for:
        said_.append(said("waiting", locale, ids=", ".join(proposal.waiting_for)))
    return line(cli.words("verdict.proposed", text=" – ".join(said_)))


def _decided(cli: Invocation, one: Verdict, asked: Asked, zone: ZoneInfo) -> list[RenderableType]:
    taken, locale = one.decision, cli.words.language
    if taken is None:
        return [line(cli.words("verdict.undecided" if asked.closed else "verdict.decide", pair=one.pair), "dim")]
    at = f"{taken.at.astimezone(zone):%Y-%m-%d %H:%M}"
    text = cli.words("verdict.decided", decision=decision_text(taken, locale), by=taken.by, at=at, reason=taken.reason)
    shown: list[RenderableType] = [line(text, "bold")]
    if not taken.supported:
        shown.append(line(said("unsupported", locale), "yellow"))
    if len(one.decisions) > 1:
        shown.append(line(cli.words("verdict.earlier", count=len(one.decisions) - 1), "dim"))
    return shown


def _beside(results: Sequence[Result], locale: Locale) -> list[RenderableType]:
    return [
        line(
            f"{r.criterion.id}  {one_of(SOURCES[b.measure.source], locale)}: {value_text(b.measure, r.criterion)} "
            f"{SIGNS[b.outcome]} {outcome_text(b.outcome, b.measure, r.criterion, locale)}",
            "dim",
        )
        for r in results
        for b in r.beside
    ]


def _changed(cli: Invocation, change: CriterionChange) -> Text:
    locale = cli.words.language
    before = line_text(change.before, locale) if change.before else said("added", locale)
    after = line_text(change.after, locale) if change.after else said("removed", locale)
    old = old_outcome(change, locale)
    by_old = "" if old == NOTHING else cli.words("verdict.by-old", outcome=old)
    return line(cli.words("verdict.changed", id=change.id, before=before, after=after) + by_old, "yellow")
