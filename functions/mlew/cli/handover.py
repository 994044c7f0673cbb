"""`mlew handover`: a spec folder for development, for each pair that goes on."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from mlew.cli.follow import WorkshopId
from mlew.cli.invocation import Invocation
from mlew.cli.options import command
from mlew.cli.output import line
from mlew.cli.written_files import write_files
from mlew.domain.workshop import Workshop
from mlew.errors import Conflict

NOTE = ".mlew-handover.json"
"""What was written, so that a later run knows its own files from those that somebody changed."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "handover")(handover)


def handover(
    cli: Invocation,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR")],
    workshop: WorkshopId = None,
    pair: Annotated[str | None, typer.Option("--pair", metavar="PAIR")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    """Files of an earlier hand-over are renewed; what somebody changed or made is left alone unless forced."""
    from mlew.services.handing_over import hand_over_files

    record = cli.workbench.workshop(workshop)
    cli.speak(record.plan.locale)
    texts = hand_over_files(cli.workbench.stores, record, cli.words.language, pair=pair)
    if not texts:
        raise _nothing_goes_on(cli, record, pair)
    contents = {name: text.encode("utf-8") for name, text in texts.items()}
    earlier = _noted(out)
    ours = {out / name for name, digest in earlier.items() if _digest(out / name) == digest}
    files = {out / name: content for name, content in contents.items()}
    noted = {**earlier, **{name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}}
    note = json.dumps({"workshop": record.id, "files": noted}, indent=2, sort_keys=True).encode() + b"\n"
    write_files(cli, {**files, out / NOTE: note}, force=force, ours={*ours, out / NOTE})
    folders = list(dict.fromkeys(out.joinpath(*Path(name).parts[:2]) for name in texts))
    cli.out.answer(
        {"workshop": record.id, "folders": list(map(str, folders)), "files": list(map(str, files))},
        *(line(cli.words("handover.written", folder=folder), "green") for folder in folders),
        line(cli.words("handover.begin", file=folders[0] / "README.md"), "dim"),
    )
    cli.note("handover.look", "yellow")
    left = sorted(name for name in earlier if name not in texts and (out / name).exists())
    if left and pair is None:
        cli.note("handover.of-before", "yellow", files=", ".join(left))


def _nothing_goes_on(cli: Invocation, workshop: Workshop, pair: str | None) -> Conflict:
    """Says of each pair what was decided instead."""
    from mlew.services.handing_over import standings

    listed = [
        f"{one.pair}: " + cli.words(f"handover.decision.{one.decision or 'none'}")
        for one in standings(cli.workbench.stores, workshop)
        if pair in (None, one.pair)
    ]
    key = "handover.nothing" if pair is None else "handover.not-this-pair"
    message = cli.words(key, workshop=workshop.id, pair=pair or "", pairs=cli.words("handover.and").join(listed))
    return Conflict(message, hint=cli.words("handover.decide"))


def _noted(folder: Path) -> Mapping[str, str]:
    """Name → digest of what an earlier run wrote here; empty if there is no such note, or it is no longer one."""
    try:
        files = json.loads((folder / NOTE).read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {str(name): str(digest) for name, digest in files.items()} if isinstance(files, dict) else {}


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
