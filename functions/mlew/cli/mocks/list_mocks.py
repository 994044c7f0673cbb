"""`mlew mocks list`."""

from mlew.cli.invocation import Invocation
from mlew.cli.mock_view import mock_data, mocks_view
from mlew.cli.mocks.chosen import workshop_of
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption


def list_mocks(cli: Invocation, workshop: WorkshopOption = None) -> None:
    """All of a workshop."""
    record = workshop_of(cli, workshop)
    found = cli.workbench.stores.mocks.list(record.id)
    data = {"workshop": record.id, "mocks": [mock_data(cli, mock) for mock in found]}
    if found:
        cli.out.answer(data, *mocks_view(cli, found))
    else:
        cli.out.answer(data, line(cli.words("mocks.none")))
