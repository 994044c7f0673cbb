"""What changed between two texts of a document, section by section."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from mlew.documents.block import fenced, heading
from mlew.documents.line import text_lines


def diff(old: str, new: str, *, context: int = 1) -> str:
    """Unified diff whose hunks begin with the section they stand in; empty if nothing changed.

    Lines start with "-" (old), "+" (new) or a blank; `@@ heading @@` names the section. `context`: unchanged
    lines shown around a change. Blank lines do not count as changes.
    """
    before, after = _lines(old), _lines(new)
    matcher = SequenceMatcher(None, [text for _, text in before], [text for _, text in after], autojunk=False)
    shown: list[str] = []
    section: str | None = None
    for group in matcher.get_grouped_opcodes(context):
        for tag, old_start, old_end, new_start, new_end in group:
            removed = [("-", *line) for line in before[old_start:old_end]]
            added = [("+", *line) for line in after[new_start:new_end]]
            same = [(" ", where, text) for _, where, text in added if heading(text) is None]
            hunk = same if tag == "equal" else [*removed, *added]
            for sign, where, text in hunk:
                if where != section:
                    section = where
                    shown.append(f"@@ {where} @@")
                shown.append(f"{sign} {text}")
    return "\n".join(shown) + "\n" if shown else ""


def _lines(text: str) -> list[tuple[str, str]]:
    return list(_with_sections(text))


def _with_sections(text: str) -> Iterator[tuple[str, str]]:
    """(section, line) for each line that is not blank; a heading belongs to its own section."""
    lines = text_lines(text)
    inside = fenced(lines)
    section = ""
    for number, line in enumerate(lines):
        found = None if number in inside else heading(line)
        section = found[1] if found else section
        if line.strip():
            yield section, line
