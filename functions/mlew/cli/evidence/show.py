"""`mlew evidence show`: a pair's evidence of a round, or what a model would see of it."""

from typing import Annotated

import typer

from mlew.cli.document_view import document_view
from mlew.cli.evidence.brought import evidence_pair
from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import PairOption, workshop_of
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.documents import render
from mlew.documents.evidence_brief import brief
from mlew.domain.personal_data import LIMITS
from mlew.domain.workshop import Workshop
from mlew.services.evidence.reading import evidence_for_model, evidence_of


def show(
    cli: Invocation,
    workshop: WorkshopOption = None,
    pair: PairOption = None,
    round_: Annotated[int | None, typer.Option("--round", min=1)] = None,
    masked: Annotated[bool, typer.Option("--masked")] = False,
) -> None:
    """In short, voices by theme; `mlew show evidence/<pair>` has every table, and so has --json."""
    record = workshop_of(cli, workshop)
    whose = evidence_pair(cli, record, pair)
    if masked:
        _show_masked(cli, record, whose)
        return
    found = evidence_of(cli.workbench.stores, record, whose, round_)
    if found.empty:
        nothing = line(cli.words("evidence.nothing", pair=whose, round=found.round), "yellow")
        cli.out.answer({"workshop": record.id, "evidence": found, "markdown": ""}, nothing)
        cli.note("evidence.nothing-hint", "dim", pair=whose)
        return
    locale = record.plan.locale
    records = len(found.observations) + len(found.responses)
    data = {"workshop": record.id, "evidence": found, "markdown": render(found, locale)}
    _answer(cli, data, brief(found, locale, voices=len(found.remarks), records=records))
    cli.note("evidence.whole", "dim", pair=whose)


def _show_masked(cli: Invocation, workshop: Workshop, pair: str) -> None:
    text = evidence_for_model(cli.workbench.stores, workshop, (pair,))
    _answer(cli, {"workshop": workshop.id, "pair": pair, "markdown": text}, text)
    cli.note("evidence.limits", "yellow")
    for limit in LIMITS[workshop.plan.locale]:
        cli.out.note(f"- {limit}", "dim")


def _answer(cli: Invocation, data: dict[str, object], text: str) -> None:
    cli.out.answer(data, *(document_view(text) if cli.out.console.is_terminal else [line(text)]))
