"""`mlew testers run`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import PairOption, chosen, workshop_of
from mlew.cli.output import line, table
from mlew.cli.show import WorkshopOption
from mlew.cli.testers.sheets import write_sheets
from mlew.domain.artifact import Artifact
from mlew.domain.mock import Mock
from mlew.domain.mock_spec import MockSpec
from mlew.domain.workshop import Workshop
from mlew.errors import InputError, NotFound, SetupError
from mlew.rehearsal.testers import MOST_TESTERS, RECEPTIONS, Reception, Tester, dealt, simulated_testers
from mlew.services.mocks.hosting import hosted
from mlew.services.mocks.links import personal_links
from mlew.services.trying_mocks import Walk, walk, way_of

_PATIENCE = 60  # seconds until the numbers have everybody
_APART = 7 * 60_000  # ms between two testers


class Tried(NamedTuple):
    """What simulated testers did in one mock. `due`: events that the numbers will have, with those of before."""

    mock: Mock
    reception: Reception
    people: Sequence[Tester]
    events: int
    due: int


def run(
    cli: Invocation,
    workshop: WorkshopOption = None,
    pair: PairOption = None,
    count: Annotated[int, typer.Option("--testers", min=1, max=MOST_TESTERS)] = 6,
    population: Annotated[Literal["internal", "external"], typer.Option("--population")] = "internal",
    reception: Annotated[list[str] | None, typer.Option("--reception", metavar="PAIR=KIND")] = None,
    seed: Annotated[str, typer.Option("--seed")] = "1",
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="DIR")] = None,
) -> None:
    """Through the mocks' own pages and their event endpoint; seeded, and marked as simulated everywhere."""
    if not cli.workbench.deployment.embedded:
        raise SetupError(cli.words("testers.embedded-only"), hint=cli.words("testers.embedded-hint"))
    record = workshop_of(cli, workshop)
    mocks = {m.pair: m for m in chosen(cli, record, pair, None) if _walkable(m, record)}
    if not mocks:
        raise NotFound(cli.words("testers.none"), hint=cli.words("testers.none-hint", workshop=record.id))
    receptions = dealt(list(mocks), seed, _asked(cli, reception or ()))
    tried = [
        _try(cli, record, mock, receptions[pair], count, population, seed, before)
        for before, (pair, mock) in enumerate(mocks.items())
    ]
    _await_numbers(cli, tried)
    files = write_sheets(cli, record, [(one.mock, one.people) for one in tried], population, out) if out else []
    rows = [_row(cli, one) for one in tried]
    names = ("pair", "reception", "testers", "solved", "wanted", "events")
    shown = [table([cli.words(f"testers.column.{name}") for name in names], rows)]
    notes = [line(cli.words("testers.notice"), "yellow")]
    if out:
        notes.append(line(cli.words("testers.written", folder=out)))
    notes += [line(cli.words("testers.add", **one._asdict(), workshop=record.id), "dim") for one in files]
    data = [
        {"pair": one.mock.pair, "mock": one.mock.id, "reception": one.reception, "testers": one.people} for one in tried
    ]
    told = {"workshop": record.id, "simulated": True, "tried": data, "files": [one.file for one in files]}
    cli.out.answer(told, *shown, *notes)


def _walkable(mock: Mock, workshop: Workshop) -> bool:
    """Sites made elsewhere have ways of their own."""
    return mock.state == "live" and mock.origin == "spec" and mock.round == workshop.edition_round


def _asked(cli: Invocation, given: Sequence[str]) -> Mapping[str, Reception]:
    found: dict[str, Reception] = {}
    for one in given:
        pair, _, kind = one.partition("=")
        if not pair or kind not in RECEPTIONS:
            hint = cli.words("testers.odd-reception-hint", known=" / ".join(RECEPTIONS))
            raise InputError(cli.words("testers.odd-reception", given=one), hint=hint)
        found[pair] = kind
    return found


def _try(
    cli: Invocation,
    workshop: Workshop,
    mock: Mock,
    reception: Reception,
    count: int,
    population: Literal["internal", "external"],
    seed: str,
    before: int,
) -> Tried:
    """One mock, one tester after the other, as if they had come over the last hours."""
    work = cli.workbench.work
    hosting = hosted(work.hosting)
    spec = _spec(work.stores.artifacts.latest(workshop.id, "mock_spec", mock.pair))
    people = simulated_testers(count, reception, workshop.plan.locale, f"{seed} {mock.pair}")
    links = personal_links(work, workshop, mock, population, [one.name for one in people])
    numbers = cli.workbench.numbers
    known = numbers.summary(mock).total.events if numbers else 0
    cli.note("testers.begin", pair=mock.pair, count=count, title=mock.title)
    now = int(work.clock.now().timestamp() * 1000)
    events = 0
    for place, (one, link) in enumerate(zip(people, links, strict=True)):
        pages = way_of(spec, one.stays)
        answers = {question: said for question, said in (("solved", one.solved), ("use", one.use)) if said}
        session = f"simulated-{now}-{before}-{place}"
        taken = Walk(
            session=session, code=link.code, pages=pages, seconds=one.seconds, answers=answers, comment=one.comment
        )
        events += walk(hosting.visitor, hosting.address(mock), taken, now - place * _APART)
        outcome = cli.words("testers.reached" if one.reached else "testers.left")
        cli.note("testers.walked", "dim", name=one.name, pages=len(pages), outcome=outcome)
    return Tried(mock, reception, people, events, known + events)


def _spec(artifact: Artifact | None) -> MockSpec:
    if artifact is None or not isinstance(artifact.body, MockSpec):
        raise NotFound.told("mock.no-spec")
    return artifact.body


def _await_numbers(cli: Invocation, tried: Sequence[Tried]) -> None:
    """Until everybody is counted; numbers come through the stream, some seconds later."""
    numbers = cli.workbench.numbers
    if numbers is None:
        return
    cli.note("testers.counting")
    begun = cli.around.elapsed()
    for one in tried:
        while numbers.summary(one.mock).total.events < one.due:
            if cli.around.elapsed() - begun > _PATIENCE:
                cli.note("testers.late", "yellow", pair=one.mock.pair)
                break
            cli.around.pause(1)


def _row(cli: Invocation, one: Tried) -> list[str]:
    solved = sum(person.reached for person in one.people)
    wanted = sum(person.use == "yes" for person in one.people)
    reception = cli.words(f"testers.reception.{one.reception}")
    return [one.mock.pair, reception, str(len(one.people)), str(solved), str(wanted), str(one.events)]
