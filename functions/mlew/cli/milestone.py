"""`mlew milestone set`: what came of a milestone, and who decided what."""

from typing import Annotated

import typer

from mlew.cli.groups import group
from mlew.cli.invocation import Invocation
from mlew.cli.output import line
from mlew.cli.plan.asked import day, saved, today_in, workshop_and_name
from mlew.cli.plan.milestones_view import milestones_view
from mlew.cli.show import WorkshopOption
from mlew.domain.iteration import MILESTONES, MilestoneName
from mlew.domain.plan import MilestoneDecision
from mlew.errors import InputError, NotFound
from mlew.services.plans import Planning, plan_of

_SIGNS = ("①", "②", "③", "④")


def register(app: typer.Typer) -> None:
    """Add the group and its command."""
    app.add_typer(group("milestone", {"set": set_milestone}))


def set_milestone(
    cli: Invocation,
    given: Annotated[list[str], typer.Argument(metavar="[WORKSHOP] MILESTONE")],
    workshop: WorkshopOption = None,
    actual: Annotated[str | None, typer.Option("--actual", metavar="DAY")] = None,
    result: Annotated[str | None, typer.Option("--result", metavar="TEXT")] = None,
    decision: Annotated[MilestoneDecision | None, typer.Option("--decision")] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT")] = None,
) -> None:
    """What is not named stays as it is; the day is today if none is known."""
    record, text = workshop_and_name(cli, given, workshop)
    name = named(cli, text)
    plan, _ = plan_of(cli.workbench.stores, record)
    known = plan.milestone(name)
    if known is None:
        raise NotFound(cli.words("milestone.not-planned", name=cli.words(f"plan.milestone.{name}")))
    today = today_in(cli, plan.time_zone)
    decided = decision is not None
    artifact = Planning(cli.workbench.stores, cli.workbench.clock).set_milestone(
        record,
        name,
        actual=day(cli, actual, "--actual", today) if actual else known.actual or today,
        result=known.result if result is None else result,
        decision=decision or known.decision,
        by=cli.person if decided or not known.decided_by else known.decided_by,
        arn=cli.arn,
        reason=known.reason if reason is None and not decided else reason or "",
    )
    after, _ = plan_of(cli.workbench.stores, record)
    cli.out.answer(
        {"workshop": record.id, **saved(artifact), "milestone": after.milestone(name)},
        line(cli.words("milestone.set", name=cli.words(f"plan.milestone.{name}"), version=artifact.version), "green"),
        *milestones_view(cli, after, today),
    )


def named(cli: Invocation, text: str) -> MilestoneName:
    """sponsor, fan, share, release – or ① to ④, 1 to 4. Raises InputError."""
    wanted = text.strip().lower()
    for number, name in enumerate(MILESTONES, 1):
        if wanted in (name, str(number), _SIGNS[number - 1]):
            return name
    raise InputError(cli.words("milestone.unknown", given=text), hint=cli.words("milestone.names"))
