"""`mlew verdict decide`."""

from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import MockOption, PairOption, pair_of, workshop_of
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.cli.verdict.verdict_view import decision_text
from mlew.documents.verdict_words import DECISIONS, one_of, said
from mlew.domain.verdict import DecisionKind
from mlew.domain.workshop import Phase
from mlew.services.returning_pairs import Remake, to_remake
from mlew.services.verdicts import Deciding, all_cut

_RELEASE: dict[Remake, str] = {"ask_again": "verdict.release-again", "by_hand": "verdict.release-by-hand"}


def decide(
    cli: Invocation,
    decision: Annotated[DecisionKind, typer.Argument(metavar="go|pivot|cut")],
    reason: Annotated[str, typer.Option("--reason", "-r", metavar="TEXT")],
    workshop: WorkshopOption = None,
    pair: PairOption = None,
    back_to: Annotated[Phase | None, typer.Option("--back-to", metavar="PHASE")] = None,
    mock: MockOption = None,
) -> None:
    """Take a decision on a mock, in your name."""
    record = workshop_of(cli, workshop)
    bench, locale = cli.workbench, cli.words.language
    whose = pair_of(cli, record, pair)
    verdict = Deciding(bench.stores, bench.clock).decide(
        record, whose, decision, by=cli.person, arn=cli.arn, reason=reason, back_to=back_to, mock=mock or ""
    )
    after = bench.stores.workshops.get(record.id)
    taken = verdict.decisions[-1]
    shown = [line(cli.words("verdict.taken", pair=whose, decision=decision_text(taken, locale), by=taken.by), "green")]
    if not taken.supported:
        proposed = one_of(DECISIONS[taken.proposed], locale) if taken.proposed else cli.words("verdict.nothing-yet")
        shown.append(line(cli.words("verdict.against", note=said("unsupported", locale), proposed=proposed), "yellow"))
    aside = [one.id for one in after.past_pairs if one.id not in (before.id for before in record.past_pairs)]
    back = [one.id for one in after.pairs if one.id not in (before.id for before in record.pairs)]
    if aside:
        shown.append(line(cli.words("verdict.aside", pairs=", ".join(aside))))
    if back:
        shown.append(line(cli.words("verdict.back", pairs=", ".join(back))))
    remake = {one: how for one in back if (how := to_remake(bench.stores, after, one))}
    shown += [line(cli.words(_RELEASE[how], pair=one), "yellow") for one, how in remake.items()]
    if decision == "cut" and all_cut(bench.stores, after):
        shown.append(line(cli.words("verdict.all-cut", pair=whose), "yellow"))
    data = {"workshop": record.id, "pair": whose, "mock": verdict.mock, "decision": taken}
    pairs = {"pairs": [one.id for one in after.pairs], "past_pairs": [one.id for one in after.past_pairs]}
    cli.out.answer({**data, **pairs, "earlier_press_release": remake}, *shown)
