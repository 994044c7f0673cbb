"""`mlew review comment`."""

from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.output import line
from mlew.cli.show import WorkshopOption


def comment(
    cli: Invocation,
    pair: Annotated[str, typer.Argument(metavar="PAIR")],
    section: Annotated[str, typer.Argument(metavar="SECTION")],
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    workshop: WorkshopOption = None,
    faq: Annotated[bool, typer.Option("--faq")] = False,
) -> None:
    """A reviewer's remark; any time, not only at a gate."""
    record = cli.workbench.workshop(workshop)
    cli.speak(record.plan.locale)
    saved = cli.workbench.editing.comment(record, pair, section, text, by=cli.person, arn=cli.arn, as_faq=faq)
    cli.out.answer(
        {"workshop": record.id, **saved.ref.model_dump(), "section": section},
        line(cli.words("review.commented", section=section, version=saved.version), "green"),
    )
