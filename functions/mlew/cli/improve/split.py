"""`mlew improve split`."""

from mlew.cli.improve.pairs_view import pairs_data, pairs_view
from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import workshop_of
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption


def split(cli: Invocation, workshop: WorkshopOption = None) -> None:
    """The pairs are again what they were before `merge`."""
    record = cli.workbench.improvement.split(workshop_of(cli, workshop).id)
    cli.out.answer(pairs_data(record), line(cli.words("improve.split"), "green"), pairs_view(cli, record))
