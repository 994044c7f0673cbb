"""`docs/cli.md`: the reference of all commands, written from the commands themselves.

`python -m mlew.cli.reference` writes it; a test compares it.
"""

from pathlib import Path
from typing import Any

import typer

from mlew.cli.embedded.parts import REPOSITORY
from mlew.cli.help_page import described, names, usage_of
from mlew.cli.localisation import commands_below, localised
from mlew.cli.main import application
from mlew.cli.words import Words
from mlew.errors import MlewError

PAGE = REPOSITORY / "docs" / "cli.md"
HEAD = """# Command line

Written from the commands by `make cli-reference`; `mlew COMMAND -h` shows the same, in Japanese with `--lang ja`.
`mlew --install-completion` completes commands and options in bash, zsh, fish and PowerShell.
"""


def reference() -> str:
    """The page in Markdown."""
    words = Words("en")
    root = localised(typer.main.get_command(application()), words)
    parts = [HEAD, "## Options of every command\n", _table(root.params, words, everywhere=True), _exit_codes(words)]
    for path, command in commands_below(root):
        if path:
            parts.append(_command(path, command, words))
    return "\n".join(parts)


def _command(path: tuple[str, ...], command: Any, words: Words) -> str:
    usage = usage_of(" ".join(["mlew", *path]), command)
    table = _table(command.params, words, everywhere=False)
    return f"## mlew {' '.join(path)}\n\n{command.help}\n\n```\n{usage}\n```\n" + (f"\n{table}" if table else "")


def _table(parameters: list[Any], words: Words, *, everywhere: bool) -> str:
    panel = words("help.panel.everywhere")
    chosen = [p for p in parameters if (p.rich_help_panel == panel) == everywhere]
    if not chosen:
        return ""
    rows = [f"| `{_cell(names(p))}` | {_cell(described(p, words))} |" for p in chosen]
    return "\n".join(["| Option | Meaning |", "| --- | --- |", *rows, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _exit_codes(words: Words) -> str:
    tree: list[type[MlewError]] = [MlewError, *_below(MlewError)]
    titles = {error.exit_code: error.__name__ for error in reversed(tree)}
    rows = [f"| {code} | {words(f'error.{name}')} |" for code, name in sorted(titles.items())]
    fixed = ["| 0 | All went well |", *rows, "| 70 | Unexpected error |", "| 130 | Interrupted |"]
    return "\n".join(["## Exit codes\n", "| Code | Meaning |", "| --- | --- |", *fixed, ""])


def _below(error: type[MlewError]) -> list[type[MlewError]]:
    """The tree of mlew.errors, parents first."""
    direct = [e for e in error.__subclasses__() if e.__module__ == MlewError.__module__]
    return [found for e in direct for found in (e, *_below(e))]


def main(page: Path = PAGE) -> None:
    """Write the page."""
    page.write_text(reference(), encoding="utf-8")


if __name__ == "__main__":
    main()
