"""`mlew usecases push`: use case files into an installation of GenU."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from mlew.cli.invocation import Invocation
from mlew.cli.output import Cell, Style, line, table
from mlew.cli.usecases.files import FilesArgument, GenuVersionOption, sources
from mlew.errors import InputError
from usecases.genu.source import Source

if TYPE_CHECKING:
    from mlew.adapters.genu_installation import Installation
    from mlew.services.genu_push import Candidate, Pushed, State
    from usecases.genu.lint import GenuVersion

_STYLES: "dict[State, Style]" = {
    "created": "green",
    "updated": "green",
    "unchanged": "dim",
    "kept": "yellow",
    "failed": "red",
}


def push(
    cli: Invocation,
    files: FilesArgument,
    genu_url: Annotated[str, typer.Option("--genu-url", metavar="URL")],
    update: Annotated[bool, typer.Option("--update")] = False,
    share: Annotated[bool, typer.Option("--share")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    user: Annotated[str | None, typer.Option("--user", metavar="E-MAIL")] = None,
    token_stdin: Annotated[bool, typer.Option("--token-stdin")] = False,
    api_url: Annotated[str, typer.Option("--api-url", metavar="URL")] = "",
    user_pool: Annotated[str, typer.Option("--user-pool", metavar="ID")] = "",
    client_id: Annotated[str, typer.Option("--client-id", metavar="ID")] = "",
    genu_version: GenuVersionOption = 4,
) -> None:
    """What fails does not stop the rest; leaves with the exit code of the first failure."""
    from mlew.adapters.genu_http import HttpGenuSite
    from mlew.adapters.genu_installation import Installation, find_installation
    from mlew.services.genu_push import GenuPush

    chosen: GenuVersion = 5 if genu_version == 5 else 4
    candidates = [candidate(cli, source, chosen) for source in sources(cli, files)]
    with cli.step(cli.words("genu.push.looking", url=genu_url)):
        given = Installation(api_url=api_url, user_pool=user_pool, client_id=client_id)
        installation = find_installation(genu_url, given=given, sign_in=not token_stdin)
    token = handed_over(cli) if token_stdin else signed_in(cli, installation, user)
    site = HttpGenuSite(installation.api_url, token, pause=cli.around.pause)
    work = GenuPush(
        site, update=update, share=share, rehearse=dry_run, pause=cli.around.pause, language=cli.words.language
    )
    results = []
    for number, result in enumerate(work.push(candidates), start=1):
        results.append(result)
        state = cli.words(f"genu.push.state.{result.state}")
        cli.note("genu.push.progress", number=number, total=len(candidates), title=result.title, state=state)
    answer(cli, results, genu_url.rstrip("/"), dry_run=dry_run)
    failed = next((result for result in results if result.state == "failed"), None)
    if failed is not None:
        raise typer.Exit(failed.exit_code)


def candidate(cli: Invocation, source: Source, version: "GenuVersion") -> "Candidate":
    """A file with errors is not pushed: GenU would store it, and it would not work."""
    from pydantic import ValidationError

    from mlew.services.genu_push import Candidate
    from usecases.genu.format import UseCase, imported
    from usecases.genu.lint import lint

    first = next((finding for finding in lint(source, version) if finding.severity == "error"), None)
    if first is not None:
        text = first.text(cli.words.language).message
        refused = cli.words("genu.push.refused", place=f"{first.line}:{first.column}", rule=first.rule, message=text)
        return Candidate(file=source.name, refused=refused)
    try:
        content = UseCase.model_validate(imported(source.content)).content()
    except ValidationError as error:
        return Candidate(file=source.name, refused=f"{error.errors()[0]['loc']}: {error.errors()[0]['msg']}")
    return Candidate(file=source.name, content=content)


def handed_over(cli: Invocation) -> str:
    """The ID token from stdin. Raises InputError if it is none."""
    text = cli.ask("", instead="--user").strip().strip("\"'").removeprefix("Bearer ").strip()
    parts = text.split(".")
    if len(parts) != 3 or not all(part and part.isascii() and part.isprintable() for part in parts):
        raise InputError(cli.words("genu.push.no-token"), hint=cli.words("genu.push.token-where"))
    return text


def signed_in(cli: Invocation, installation: "Installation", user: str | None) -> str:
    """With user and password; the token lives as long as this command. Raises SetupError."""
    from mlew.adapters.cognito_sign_in import sign_in

    name = user or cli.ask(cli.words("genu.push.ask-user"), instead="--user")
    password = cli.ask_secret(cli.words("genu.push.ask-password", user=name), instead="--token-stdin")
    with cli.step(cli.words("genu.push.signing-in", user=name)):
        return sign_in(
            name, password, pool=installation.user_pool, client_id=installation.client_id, now=cli.around.now()
        )


def answer(cli: Invocation, results: "list[Pushed]", url: str, *, dry_run: bool) -> None:
    """A table of the files, where each use case is or what went wrong, how many of each."""
    data = [{**result.model_dump(mode="json"), "url": link(result, url)} for result in results]
    columns = [cli.words(f"genu.push.column.{c}") for c in ("title", "result", "shared", "file")]
    rows: list[list[Cell]] = [row(cli, result) for result in results]
    counts = {state: sum(result.state == state for result in results) for state in _STYLES}
    total = cli.words("genu.push.would" if dry_run else "genu.push.done", **counts)
    remarks = [remark for result in results for remark in below(cli, result, url)]
    cli.out.answer(
        {"dry_run": dry_run, "counts": counts, "results": data},
        table(columns, rows, narrow=(1, 2)),
        line(""),
        *remarks,
        line(total, "bold"),
    )


def link(result: "Pushed", url: str) -> str:
    """Where the use case is run, "" if there is none."""
    return f"{url}/use-case-builder/execute/{result.id}" if result.id else ""


def row(cli: Invocation, result: "Pushed") -> list[Cell]:
    """Title, what became of it, whether it is shared, from which file."""
    state = cli.words(f"genu.push.state.{result.state}")
    shared = {True: "genu.push.yes", False: "genu.push.no", None: ""}[result.shared]
    said = cli.words(shared) if shared else ""
    return [result.title, line(state, _STYLES[result.state]), said, Path(result.file).name]


def below(cli: Invocation, result: "Pushed", url: str) -> list[Text]:
    """What is too long for a table."""
    remarks = []
    if result.state == "failed":
        remarks.append(line(f"✗ {result.file}: {result.message}", "red"))
        remarks += [line(f"  → {result.hint}")] if result.hint else []
    if result.id:
        remarks.append(line(f"{result.title}: {link(result, url)}"))
    if result.same_title > 1:
        remarks.append(line("  " + cli.words("genu.push.same-title", count=result.same_title), "yellow"))
    return remarks
