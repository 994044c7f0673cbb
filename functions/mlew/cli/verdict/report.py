"""`mlew verdict report`: one HTML file that needs no other."""

from pathlib import Path
from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.cli.verdict.asked import Asked, RoundOption, WhoseOption, asked
from mlew.cli.written_files import write_files
from mlew.decision.report.content import MockVerdict, VerdictReport
from mlew.domain.verdict import Verdict
from mlew.errors import NotFound
from mlew.services.evidence.reading import evidence_of


def report(
    cli: Invocation,
    workshop: WorkshopOption = None,
    round_: RoundOption = None,
    population: WhoseOption = None,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE")] = Path("verdict-report.html"),
    force: Annotated[bool, typer.Option("--force")] = False,
    browser: Annotated[bool, typer.Option("--browser/--no-browser")] = False,
) -> None:
    """All mocks side by side."""
    from mlew.decision.report.page import render_verdicts

    one = asked(cli, workshop, None, round_, population)
    if not one.verdicts and not one.without:
        raise NotFound(cli.words("verdict.none"))
    write_files(cli, {out: render_verdicts(content(cli, one)).encode()}, force=force)
    said = line(cli.words("verdict.report-written", file=out), "green")
    cli.out.answer({**one.data(), "file": str(out)}, said)
    if browser and not cli.around.browse(out.resolve().as_uri()):
        cli.note("mocks.no-browser", "yellow")


def content(cli: Invocation, one: Asked) -> VerdictReport:
    """Everything that the page shows."""
    plan = one.workshop.plan
    return VerdictReport(
        locale=cli.words.language,
        workshop=one.workshop.id,
        subject=" / ".join(part for part in (plan.company, plan.product) if part),
        zone=plan.time_zone,
        made_at=cli.around.now(),
        round=one.round,
        strict=one.workshop.strict,
        mocks=tuple(_mock(cli, one, verdict) for verdict in one.verdicts.values()),
        without=tuple(pair.name or pair.id for pair in one.without),
        population=None if one.population == "all" else one.population,
        closed=one.closed,
    )


def _mock(cli: Invocation, one: Asked, verdict: Verdict) -> MockVerdict:
    evidence = evidence_of(cli.workbench.stores, one.workshop, verdict.pair, one.round)
    snapshot = evidence.snapshot_of(verdict.mock)
    return MockVerdict(
        verdict=verdict,
        pair_name=one.name(verdict.pair),
        aside=verdict.pair not in (pair.id for pair in one.workshop.pairs),
        rehearsed=snapshot is not None and snapshot.rehearsed,
        themes=evidence.themes,
        voices={remark.id: remark for remark in evidence.remarks},
    )
