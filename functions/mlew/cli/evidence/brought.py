"""What the commands about evidence have in common: who brings it, whose it is, what is said afterwards."""

from pathlib import Path
from typing import Annotated, Any

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import chosen
from mlew.cli.output import line
from mlew.domain.artifact import Artifact
from mlew.domain.evidence import Evidence
from mlew.domain.iteration import Iteration, MilestoneName
from mlew.domain.observer_sheet import ObserverSheet, observer_sheet
from mlew.domain.workshop import Workshop
from mlew.errors import InputError
from mlew.services.evidence.bringing import Bringing
from mlew.services.judged_milestone import judged_milestone
from mlew.services.judged_mocks import criteria_of, scopes

MilestoneOption = Annotated[MilestoneName | None, typer.Option("--milestone")]


def bringing(cli: Invocation) -> Bringing:
    """In the name of the person at the terminal."""
    return Bringing(cli.workbench.stores, cli.workbench.clock, by=cli.person, arn=cli.arn)


def evidence_pair(cli: Invocation, workshop: Workshop, pair: str | None) -> str:
    """The pair that was named, or the only one. Raises InputError naming all of them; cut ones still have evidence."""
    working = [one.id for one in workshop.pairs]
    known = [*working, *(one.id for one in workshop.past_pairs)]
    if pair is None and len(working) == 1:
        return working[0]
    if pair is None:
        raise InputError(cli.words("evidence.which"), hint=" / ".join(f"--pair {one}" for one in working))
    if pair not in known:
        raise InputError(cli.words("mocks.no-pair", pair=pair), hint=cli.words("mocks.pairs", pairs=", ".join(known)))
    return pair


def iteration_of(cli: Invocation, workshop: Workshop, pair: str) -> Iteration:
    """Criteria and script of the pair. Raises InputError if Test/Iterate has left none."""
    found = criteria_of(cli.workbench.stores, workshop, pair)
    if found is None:
        raise InputError(cli.words("evidence.no-script", pair=pair), hint=cli.words("evidence.no-script-hint"))
    return found


def sheet_of(
    cli: Invocation, workshop: Workshop, pair: str, mock: str | None, milestone: MilestoneName | None
) -> ObserverSheet:
    """The observer's sheet of a pair, of the milestone that its mocks are judged by unless another one is named.

    With `mock` that of one of its mocks.
    """
    iteration = iteration_of(cli, workshop, pair)
    asked = milestone or judged_milestone(cli.workbench.stores, workshop, pair)
    named = chosen(cli, workshop, pair, mock)[0] if mock else None
    seen = [named] if named else [m for m in scopes(cli.workbench.stores, workshop, pair).values() if m]
    title = seen[0].title if len(seen) == 1 else next((p.name for p in workshop.pairs if p.id == pair), "")
    return observer_sheet(iteration, milestone=asked, mock=named.id if named else "", title=title)


def told(cli: Invocation, workshop: Workshop, pair: str, artifact: Artifact | None, **data: Any) -> None:
    """The answer of a command that brought something."""
    facts = {"workshop": workshop.id, "pair": pair, "version": artifact.version if artifact else None, **data}
    if artifact is None or not isinstance(artifact.body, Evidence):
        cli.out.answer(facts, line(cli.words("evidence.same"), "yellow"))
        return
    body = artifact.body
    counts = {
        "snapshots": len(body.snapshots),
        "observations": len(body.observations),
        "responses": len(body.responses),
        "voices": len(body.remarks),
    }
    said = cli.words("evidence.stored", pair=pair, version=artifact.version, **counts)
    cli.out.answer({**facts, **counts}, line(said, "green"))


def read_bytes(cli: Invocation, file: Path, most: int) -> bytes:
    """Raises InputError for what is no file, cannot be read, or is larger than `most` bytes."""
    try:
        if file.is_dir():
            raise InputError(cli.words("evidence.folder", file=file), hint=cli.words("evidence.file-hint"))
        if file.stat().st_size > most:
            size = cli.words("evidence.too-large", file=file, most=f"{most // 1_000_000}")
            raise InputError(size, hint=cli.words("evidence.too-large-hint"))
        return file.read_bytes()
    except OSError as error:
        raise InputError(cli.words("evidence.unreadable", file=file, reason=error.strerror)) from error
