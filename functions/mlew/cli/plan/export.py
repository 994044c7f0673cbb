"""`mlew plan export`: the plan for calendars, task managers, wikis and executives, in one folder."""

from pathlib import Path
from typing import Annotated

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.output import line, table
from mlew.cli.plan.accounts import read_accounts
from mlew.cli.plan.asked import workshop_of
from mlew.cli.plan.exported import EXPORT, Exported, owned_files, read_exported
from mlew.cli.plan.files import OneExport, plan_files
from mlew.cli.show import WorkshopOption
from mlew.cli.written_files import write_files
from mlew.domain.artifact import TEAM, ArtifactRef
from mlew.domain.plan import Plan
from mlew.domain.workshop import Workshop
from mlew.services.plans import plan_of


def export(
    cli: Invocation,
    workshop: WorkshopOption = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="DIR")] = None,
    owner: Annotated[list[str] | None, typer.Option("--owner", metavar="NAME")] = None,
    accounts: Annotated[Path | None, typer.Option("--accounts", metavar="FILE")] = None,
    pdf: Annotated[bool, typer.Option("--pdf/--no-pdf")] = True,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    """Our files of an earlier export are replaced; files that somebody changed or made are left alone."""
    record = workshop_of(cli, workshop)
    plan, ref = plan_of(cli.workbench.stores, record)
    rehearsed = cli.workbench.stores.artifacts.get(record.id, ref).provenance.rehearsed
    folder = out or Path(f"{record.id}-plan")
    earlier = read_exported(folder)
    held = sorted({*earlier.versions, ref.version}) if earlier.workshop == record.id else [ref.version]
    one = OneExport(
        workshop=record,
        plan=_marked(plan, cli.words("plan.rehearsed")) if rehearsed else plan,
        version=ref.version,
        before=_plans(cli, record, [version for version in held if version != ref.version]),
        owners=tuple(owner or ()),
        accounts=read_accounts(cli, accounts) if accounts else {},
        with_pdf=pdf,
    )
    files = {folder / name: content for name, content in plan_files(cli, one).items()}
    ours = owned_files(folder, earlier)
    note = Exported.of(record.id, held, {path.name: content for path, content in files.items()}, earlier)
    written = write_files(cli, {**files, folder / EXPORT: note.content}, force=force, ours={*ours, folder / EXPORT})
    shown = [path for path in written if path.name != EXPORT]
    cli.out.answer(
        {"workshop": record.id, "version": ref.version, "folder": folder, "files": [str(path) for path in shown]},
        line(cli.words("plan.exported", folder=folder, version=ref.version), "green"),
        table(["", ""], [[f"  {path.name}", cli.words(f"plan.file.{_kind(path)}")] for path in shown], narrow=(0,)),
    )
    old = sorted(path.name for path in ours - files.keys())
    if old:
        cli.note("plan.of-before", "yellow", files=cli.words("plan.and").join(old))


def _marked(plan: Plan, mark: str) -> Plan:
    """The rehearsal model wrote some of it: calendars and task managers show it beside every title."""
    tasks = tuple(task.model_copy(update={"title": f"{mark}{task.title}"}) for task in plan.tasks)
    return plan.model_copy(update={"title": f"{mark}{plan.title}", "tasks": tasks})


def _plans(cli: Invocation, workshop: Workshop, versions: list[int]) -> tuple[Plan, ...]:
    """Versions that were exported before."""
    store = cli.workbench.stores.artifacts
    refs = [ArtifactRef(kind="plan", scope=TEAM, version=version) for version in versions]
    found = [store.get(workshop.id, ref).body for ref in refs]
    return tuple(body for body in found if isinstance(body, Plan))


def _kind(path: Path) -> str:
    """Its text: by the name, but calendars of one person share one."""
    return path.name.replace(".", "-") if not path.name.startswith("plan-") else "one-ics"
