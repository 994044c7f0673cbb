"""`mlew usecases preview`: the prompt that GenU would send."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mlew.cli.invocation import Invocation
from mlew.cli.output import line
from mlew.cli.usecases.files import read
from mlew.errors import InputError
from usecases.genu.source import Source

if TYPE_CHECKING:
    from usecases.genu.placeholder import Field
    from usecases.genu.substitution import Preview

FileArgument = Annotated[Path, typer.Argument(metavar="FILE")]


def preview(
    cli: Invocation,
    file: FileArgument,
    values: Annotated[Path | None, typer.Option("--values", metavar="FILE")] = None,
    example: Annotated[str | None, typer.Option("--example", metavar="TITLE")] = None,
    rag: Annotated[bool, typer.Option("--rag")] = False,
) -> None:
    """Exactly as sent, wrong replacements included. Exit code of InputError if GenU would send nothing."""
    from usecases.genu.placeholder import boxes
    from usecases.genu.substitution import preview as predict

    source = Source(str(file), read(file))
    template = template_of(cli, source)
    given = {**values_of_example(cli, source, example), **values_of_file(cli, values)}
    predicted = predict(template, given, search_result if rag else None)
    labels = {box.label for box in boxes(template)}
    unused = [label for label in given if label not in labels]
    if predicted.prompt is None:
        raise InputError(
            cli.words("genu.preview.hangs", reason=predicted.hangs), hint=cli.words("genu.preview.see-lint", file=file)
        )
    show(cli, predicted, unused)
    if predicted.blocked:
        raise typer.Exit(InputError.exit_code)


def show(cli: Invocation, predicted: "Preview", unused: list[str]) -> None:
    """The prompt on stdout – into a file or a pipe without a change –, everything else on stderr."""
    if unused:
        cli.note("genu.preview.unused", "yellow", labels=" / ".join(unused))
    for block in predicted.blocked:
        reason = cli.words(f"genu.hindrance.{block.hindrance}", label=block.field.label)
        cli.note("genu.preview.blocked", "yellow", reason=reason)
    data = {**predicted.model_dump(mode="json"), "sent": predicted.sent, "unused": unused}
    prompt = predicted.prompt or ""
    if cli.out.as_json or cli.out.console.is_terminal:
        cli.out.answer(data, line(prompt))
    else:
        sys.stdout.write(prompt)


def template_of(cli: Invocation, source: Source) -> str:
    """Raises InputError with the first reason why GenU would not import the file or not show it."""
    from usecases.genu.lint import lint

    template = source.content.get("promptTemplate")
    if isinstance(template, str) and template:
        return template
    first = next(finding for finding in lint(source) if finding.severity == "error")
    text = first.text(cli.words.language)
    raise InputError(f"{source.name}:{first.line}:{first.column}: {text.message}", hint=text.remedy)


def values_of_example(cli: Invocation, source: Source, title: str | None) -> Mapping[str, Any]:
    """What the example's button fills in. Raises InputError if no example has the title."""
    if title is None:
        return {}
    entries = source.content.get("inputExamples")
    known = [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    found = next((entry.get("examples") for entry in known if entry.get("title") == title), None)
    if not isinstance(found, dict):
        titles = " / ".join(str(entry.get("title")) for entry in known)
        raise InputError(cli.words("genu.preview.no-example", title=title), hint=titles)
    return found


def values_of_file(cli: Invocation, path: Path | None) -> Mapping[str, Any]:
    """Label → value. Raises InputError."""
    if path is None:
        return {}
    try:
        given = json.loads(read(path).decode("utf-8-sig"))
    except ValueError as error:
        raise InputError(f"{path}: {error}", hint=cli.words("genu.preview.values-form")) from error
    if not isinstance(given, dict):
        raise InputError(cli.words("genu.preview.values-wrong", file=path), hint=cli.words("genu.preview.values-form"))
    return given


def search_result(field: "Field", query: str) -> str:
    """Stands for what a search would find: what is searched, where."""
    return json.dumps([{field.type: query}], ensure_ascii=False)
