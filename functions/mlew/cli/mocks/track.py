"""`mlew mocks track`."""

from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.mock_view import mock_data, mocks_view
from mlew.cli.mocks.chosen import PairOption, pair_of, workshop_of
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption
from mlew.services.mocks.hosting import hosted
from mlew.services.mocks.tracking_page import page_tags, track_page


def track(
    cli: Invocation,
    url: Annotated[str, typer.Option("--url", metavar="URL")],
    workshop: WorkshopOption = None,
    pair: PairOption = None,
) -> None:
    """Count a page that stays where it is hosted; the tag goes to the output, to be put into it."""
    record = workshop_of(cli, workshop)
    work = cli.workbench.work
    mock = track_page(work, record, pair_of(cli, record, pair), url, by=cli.person)
    tags = page_tags(work, mock)
    cli.out.answer(
        {**mock_data(cli, mock), "script": tags._asdict()},
        *mocks_view(cli, [mock]),
        line(cli.words("sites.tag"), "bold"),
        line(tags.plain),
        line(cli.words("sites.tag-sdk"), "bold"),
        line(tags.sdk),
    )
    cli.note("sites.tag-policy", "dim", host=hosted(work.hosting).addresses().ours)
    cli.note("sites.closing", "dim")
