"""`mlew evidence add`: filled-in sheets, surveys and notes. All files of a call are kept, or none."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from mlew.cli.evidence.brought import MilestoneOption, bringing, evidence_pair, read_bytes, sheet_of, told
from mlew.cli.evidence.incoming import Incoming, incoming_notes, incoming_sheet
from mlew.cli.invocation import Invocation
from mlew.cli.mocks.chosen import MockOption, PairOption, chosen, workshop_of
from mlew.cli.show import WorkshopOption
from mlew.domain.evidence import Evidence, OriginKind
from mlew.domain.evidence_files import free_name
from mlew.domain.feedback_session import Population
from mlew.errors import Conflict, InputError

Kind = Literal["observation", "survey", "interview", "note"]
_MOST_NAMED = 5
_LONGEST_NAMED = 40


class _WouldBeLost(InputError):
    """Raise inside a change: a Conflict would count as a lost race there, and be tried again."""


def add(
    cli: Invocation,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...")],
    workshop: WorkshopOption = None,
    pair: PairOption = None,
    mock: MockOption = None,
    kind: Annotated[Kind, typer.Option("--kind", "-k")] = "observation",
    milestone: MilestoneOption = None,
    tester: Annotated[str, typer.Option("--tester", metavar="NAME")] = "",
    customers: Annotated[bool, typer.Option("--customers")] = False,
    replace: Annotated[bool, typer.Option("--replace")] = False,
    keep_both: Annotated[bool, typer.Option("--keep-both")] = False,
) -> None:
    """Files of one kind for one pair."""
    from mlew.inputs.evidence_file import MOST_BYTES

    if replace and keep_both:
        raise InputError(cli.words("evidence.replace-or-both"), hint=cli.words("evidence.file-known-hint"))
    record = workshop_of(cli, workshop)
    whose = evidence_pair(cli, record, pair)
    if kind in ("observation", "survey"):
        sheet = sheet_of(cli, record, whose, mock, milestone)

        def read(name: str, data: bytes) -> Incoming:
            return incoming_sheet(name, data, sheet, record.plan.locale, survey=kind == "survey")
    else:
        notes: OriginKind = "interview" if kind == "interview" else "note"
        who: Population = "external" if customers else "internal"
        about = chosen(cli, record, pair, mock)[0].id if mock else ""

        def read(name: str, data: bytes) -> Incoming:
            locale = record.plan.locale
            return incoming_notes(name, data, locale, kind=notes, tester=tester, population=who, mock=about)

    found = [(file.name, read_bytes(cli, file, MOST_BYTES)) for file in files]
    taken: list[Incoming] = []

    def change(before: Evidence) -> Evidence:
        taken[:] = _named(cli, before, brought, read, replace=replace, keep_both=keep_both)
        return _put(before, taken)

    try:
        brought = [(read(name, data), data) for name, data in found]
        stored = bringing(cli).change(record, whose, change, note=", ".join(name for name, _ in found))
    except InputError as error:
        cli.note("evidence.none-stored" if kind != "observation" else "evidence.none-stored-kind", "yellow")
        if isinstance(error, _WouldBeLost):
            raise Conflict.like(error) from error
        raise
    told(cli, record, whose, stored, files=[{"name": one.name, "records": one.records} for one in taken])


def _named(
    cli: Invocation,
    evidence: Evidence,
    brought: Sequence[tuple[Incoming, bytes]],
    read: Callable[[str, bytes], Incoming],
    *,
    replace: bool,
    keep_both: bool,
) -> list[Incoming]:
    """Every file under a name that takes nothing away from others, unless the person said so. Raises _WouldBeLost."""
    taken: list[Incoming] = []
    for one, data in brought:
        name, lost = one.name, one.lost(evidence)
        if lost and keep_both:
            kept = read(free_name(evidence, name), data)
        elif lost and not replace:
            named = ", ".join(text[:_LONGEST_NAMED] for text in lost[:_MOST_NAMED])
            more = " …" if len(lost) > _MOST_NAMED else ""
            raise _WouldBeLost(
                cli.words("evidence.file-known", file=name, lost=f"{named}{more}"),
                hint=cli.words("evidence.file-known-hint"),
            )
        else:
            kept = one
        taken.append(kept)
        evidence = kept.put(evidence)
    return taken


def _put(evidence: Evidence, taken: Sequence[Incoming]) -> Evidence:
    for one in taken:
        evidence = one.put(evidence)
    return evidence
