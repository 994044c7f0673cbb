"""`mlew verdict show`."""

from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import PairOption
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.cli.verdict.asked import RoundOption, WhoseOption, asked
from mlew.cli.verdict.verdict_view import overview, verdict_view
from mlew.documents.verdict_words import said


def show(
    cli: Invocation,
    workshop: WorkshopOption = None,
    pair: PairOption = None,
    round_: RoundOption = None,
    population: WhoseOption = None,
) -> None:
    """All mocks side by side, then each with its criteria; by the evidence as it is now."""
    found = asked(cli, workshop, pair, round_, population)
    verdicts = list(found.verdicts.values())
    shown = [overview(cli, verdicts)] if len(verdicts) > 1 else []
    for one in verdicts:
        shown += verdict_view(cli, one, found)
    if not verdicts:
        shown.append(line(cli.words("verdict.none")))
    shown += [line(cli.words("verdict.no-criteria", pair=one.id), "yellow") for one in found.without]
    if found.workshop.strict:
        shown.append(line(said("strict", cli.words.language), "dim"))
    if found.closed and verdicts:
        shown.append(line(cli.words("verdict.closed"), "dim"))
    cli.out.answer(found.data(), *shown)
