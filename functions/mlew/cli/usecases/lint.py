"""`mlew usecases lint`: what GenU would do with use case files, any of them."""

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from mlew.cli.invocation import Invocation
from mlew.cli.output import Output, Style, line
from mlew.cli.usecases.files import FilesArgument, GenuVersionOption, sources, write
from mlew.errors import InputError
from usecases.genu.source import Source

if TYPE_CHECKING:
    from usecases.genu.lint import Finding, GenuVersion, Severity

_STYLES: "dict[Severity, Style]" = {"error": "red", "warning": "yellow"}


def lint(
    cli: Invocation,
    files: FilesArgument,
    fix: Annotated[bool, typer.Option("--fix")] = False,
    genu_version: GenuVersionOption = 4,
    sarif: Annotated[bool, typer.Option("--sarif")] = False,
) -> None:
    """Leaves with the exit code of InputError if a file has an error; warnings do not count."""
    from usecases.genu.lint import lint as check
    from usecases.genu.lint.sarif import sarif as as_sarif

    chosen: GenuVersion = 5 if genu_version == 5 else 4
    found = sources(cli, files)
    fixed: dict[str, dict[str, int]] = {}
    if fix:
        mended = [mend(source, chosen) for source in found]
        fixed = {source.name: done for source, done in mended if done}
        found = [source for source, _ in mended]
    findings = {source.name: check(source, chosen) for source in found}
    if sarif:
        flat = [finding for part in findings.values() for finding in part]
        Output(as_json=True).answer(as_sarif(flat, cli.words.language, version=version("mlew")))
    else:
        answer(cli, findings, fixed)
    if any(finding.severity == "error" for part in findings.values() for finding in part):
        raise typer.Exit(InputError.exit_code)


def mend(source: Source, version: "GenuVersion") -> tuple[Source, dict[str, int]]:
    """Write the file anew if something can be mended. Returns it as it is then, and rule → how many are gone."""
    from usecases.genu.lint import repair

    repaired = repair(source, version)
    if repaired is None:
        return source, {}
    write(Path(source.name), repaired.text)
    return Source(source.name, repaired.text.encode()), repaired.fixed


def answer(cli: Invocation, findings: dict[str, "tuple[Finding, ...]"], fixed: dict[str, dict[str, int]]) -> None:
    """File by file: place, rule, what is wrong, what GenU does, what to do."""
    from usecases.genu.lint import rule

    flat = [finding for part in findings.values() for finding in part]
    errors = sum(finding.severity == "error" for finding in flat)
    counts = {"files": len(findings), "errors": errors, "warnings": len(flat) - errors}
    data = [
        {"file": name, "fixed": fixed.get(name, {}), "findings": [as_data(cli, finding) for finding in part]}
        for name, part in findings.items()
    ]
    shown = [entry for name, part in findings.items() for entry in view(cli, name, part, fixed.get(name, {}))]
    key = "genu.lint.clean" if not flat else "genu.lint.counted"
    shown.append(line(cli.words(key, **counts), "green" if not flat else "bold"))
    mendable = sum(rule(finding.rule).fix for finding in flat)
    if mendable and not fixed:
        shown.append(line(cli.words("genu.lint.mendable", count=mendable)))
    cli.out.answer({**counts, "results": data}, *shown)


def as_data(cli: Invocation, finding: "Finding") -> dict[str, object]:
    """For programs: the finding and its texts."""
    return {**finding.model_dump(mode="json"), **finding.text(cli.words.language).model_dump()}


def view(cli: Invocation, name: str, part: "tuple[Finding, ...]", fixed: dict[str, int]) -> list[Text]:
    """Nothing for a file without findings that was left alone."""
    shown = []
    if fixed:
        rules = ", ".join(f"{rule} ({count})" for rule, count in fixed.items())
        shown.append(line(cli.words("genu.lint.fixed", file=name, rules=rules), "green"))
    for finding in part:
        text = finding.text(cli.words.language)
        severity = cli.words(f"genu.severity.{finding.severity}")
        place = f"{name}:{finding.line}:{finding.column}"
        shown += [
            line(f"{place}  {severity}  {finding.rule}", _STYLES[finding.severity]),
            line(f"    {text.message}"),
            line(f"    {cli.words('genu.lint.effect', text=text.effect)}"),
            line(f"    {cli.words('genu.lint.remedy', text=text.remedy)}"),
            line(""),
        ]
    return shown
