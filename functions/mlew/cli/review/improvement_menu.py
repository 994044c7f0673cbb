"""What the menu offers in the improvement edition beside approving: decide on a mock, spread the time, merge pairs."""

from collections.abc import Sequence
from typing import TypeVar, get_args

from mlew.cli.improve.merge import merge
from mlew.cli.improve.minutes import minutes
from mlew.cli.invocation import Invocation
from mlew.cli.review.waiting import Waiting
from mlew.cli.verdict.decide import decide
from mlew.domain.verdict import DecisionKind
from mlew.errors import InputError
from mlew.services.verdicts import BACK_TO

N = TypeVar("N", bound=str)
_KINDS: tuple[DecisionKind, ...] = get_args(DecisionKind)


def decide_on_mock(cli: Invocation, found: Waiting) -> bool:
    """Asks for pair, decision, phase to turn back to, and reason. The gate stays open."""
    pair = cli.ask(cli.words("menu.pair") + " ", instead="mlew verdict decide").strip()
    if not pair:
        return False
    kind = _one(cli.ask(cli.words("menu.decision") + " ", instead="mlew verdict decide"), _KINDS)
    wanted = cli.ask(cli.words("menu.back-to") + " ", instead="--back-to").strip() if kind == "pivot" else ""
    reason = cli.ask(cli.words("menu.decision-reason") + " ", instead="--reason").strip()
    decide(cli, kind, reason, found.workshop.id, pair, _one(wanted, BACK_TO) if wanted else None)
    return False


def spread_time(cli: Invocation, found: Waiting) -> bool:
    """Asks for the minutes; the gate stays open."""
    given = cli.ask(cli.words("menu.minutes") + " ", instead="mlew improve minutes").strip()
    if given:
        minutes(cli, given, workshop=found.workshop.id)
    return False


def merge_pairs(cli: Invocation, found: Waiting) -> bool:
    """Asks as which pair all go on; the gate stays open."""
    pair = cli.ask(cli.words("menu.into") + " ", instead="mlew improve merge").strip()
    if pair:
        merge(cli, pair, found.workshop.id)
    return False


def _one(given: str, known: Sequence[N]) -> N:
    for name in known:
        if name == given.strip().lower():
            return name
    raise InputError.told("choice.none-of", given=given.strip(), known=", ".join(known))
