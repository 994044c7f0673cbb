"""Which verdicts a command is about."""

from dataclasses import dataclass
from typing import Annotated, Any

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import workshop_of
from mlew.domain.verdict import Verdict, Whose
from mlew.domain.workshop import Pair, Workshop
from mlew.errors import InputError
from mlew.services.verdicts import plan_closed, shown_round, verdicts_of_round

RoundOption = Annotated[int | None, typer.Option("--round", min=1)]
WhoseOption = Annotated[Whose | None, typer.Option("--population")]


@dataclass(frozen=True)
class Asked:
    """`verdicts`: by scope. `without`: pairs that have set no criteria. `closed`: decisions of this round stand."""

    workshop: Workshop
    round: int
    population: Whose | None
    verdicts: dict[str, Verdict]
    without: tuple[Pair, ...]
    closed: bool

    def data(self) -> dict[str, Any]:
        """For --json."""
        return {
            "workshop": self.workshop.id,
            "round": self.round,
            "population": self.population,
            "strict": self.workshop.strict,
            "closed": self.closed,
            "verdicts": self.verdicts,
            "without_criteria": [pair.id for pair in self.without],
        }

    def name(self, pair: str) -> str:
        """As the team calls it."""
        return next((one.name for one in _all_pairs(self.workshop) if one.id == pair), "")


def asked(
    cli: Invocation,
    workshop: str | None,
    pair: str | None = None,
    round_: int | None = None,
    population: Whose | None = None,
) -> Asked:
    """Raises InputError for a pair that is not there, and for a population of a round that is over."""
    record, stores = workshop_of(cli, workshop), cli.workbench.stores
    known = [one.id for one in _all_pairs(record)]
    if pair is not None and pair not in known:
        raise InputError(cli.words("mocks.no-pair", pair=pair), hint=cli.words("mocks.pairs", pairs=", ".join(known)))
    wanted = shown_round(stores, record) if round_ is None else round_
    past = wanted != record.evidence_round
    if past and population is not None:
        raise InputError(cli.words("verdict.past-population"))
    found = verdicts_of_round(stores, record, wanted, population)
    judged = {one.pair for one in found.values()}
    return Asked(
        workshop=record,
        round=wanted,
        population=population,
        verdicts={scope: one for scope, one in found.items() if pair in (None, one.pair)},
        without=() if past else tuple(p for p in record.pairs if p.id not in judged and pair in (None, p.id)),
        closed=past or plan_closed(stores, record),
    )


def _all_pairs(workshop: Workshop) -> tuple[Pair, ...]:
    return (*workshop.pairs, *workshop.past_pairs)
