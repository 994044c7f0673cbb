"""What changed between two versions, as a unified diff of their Markdown."""

from difflib import unified_diff

from rich.text import Text

from mlew.cli.output import Style, line
from mlew.documents import render
from mlew.domain.artifact import Body
from mlew.domain.base import Locale

_STYLES: dict[str, Style] = {"+": "green", "-": "red", "@": "cyan"}


def difference(before: Body, after: Body, locale: Locale, name_before: str, name_after: str) -> list[str]:
    """Lines of the diff, empty if both read the same."""
    old, new = (render(body, locale).splitlines() for body in (before, after))
    return list(unified_diff(old, new, name_before, name_after, lineterm="", n=2))


def coloured(entry: str) -> Text:
    """One line of a diff."""
    return line(entry, "bold" if entry.startswith(("+++", "---")) else _STYLES.get(entry[:1], ""))
