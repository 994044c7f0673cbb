"""What changed between two versions, as their Markdown shows it."""

from rich.text import Text

from mlew.cli.output import Style, line
from mlew.documents import render
from mlew.documents.difference import diff
from mlew.domain.artifact import Body
from mlew.domain.base import Locale

_STYLES: dict[str, Style] = {"+": "green", "-": "red", "@": "cyan"}


def difference(before: Body, after: Body, locale: Locale) -> list[str]:
    """Lines of the diff, section by section; empty if both read the same."""
    return diff(render(before, locale), render(after, locale)).splitlines()


def coloured(entry: str) -> Text:
    """One line of a diff."""
    return line(entry, _STYLES.get(entry[:1], ""))
