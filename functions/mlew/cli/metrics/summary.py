"""`mlew metrics summary`."""

from mlew.cli.invocation import Invocation
from mlew.cli.metrics.asked import NumbersOf, asked
from mlew.cli.metrics.numbers_view import Column, filters, no_data, side_by_side
from mlew.cli.output import heading
from mlew.domain.figures import Summary


def summary(cli: Invocation, of: NumbersOf) -> None:
    """Of several mocks side by side; of one, with its populations beside each other."""
    one = asked(cli, of)
    found = one.numbers.summaries(one.mocks, one.period, one.population)
    several = len(found) > 1
    columns = [Column(s.title, s.total) for s in found] if several else _populations(cli, found[0])
    nothing = [] if any(s.total.sessions for s in found) else [no_data(cli, one)]
    title = [] if several else [heading(f"{one.mocks[0].pair}: {found[0].title}")]
    cli.out.answer(
        {**one.data(), "summaries": found},
        *title,
        *(nothing or [side_by_side(cli, columns)]),
        *filters(cli, one, found),
    )


def _populations(cli: Invocation, found: Summary) -> list[Column]:
    parts = [Column(cli.words(f"metrics.population.{p.population}"), p.figures) for p in found.populations]
    return parts if len(parts) == 1 else [Column(cli.words("metrics.everybody"), found.total), *parts]
