"""Difficulties written back into the facilitator's own `solutions.md`: nothing else in the file changes."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from mlew.documents.file_labels import table_cells
from mlew.documents.markdown_lines import bullet_length, read_lines, split_lines
from mlew.documents.solution_sections import FieldText, SolutionSection, cut
from mlew.documents.solutions_file import LABEL_NAMES, read_difficulty
from mlew.domain.base import Locale
from mlew.domain.solution import RatedSolution

_NEWLINES = re.compile(r"\r\n|\r|\n")
_AFTER_LABEL = re.compile(r"^(?P<head>.*?[?？:：](?:[*_]+)?[ \t　]*)(?P<value>.*)$", re.DOTALL)


def write_difficulties(text: str, ratings: Sequence[RatedSolution]) -> str:
    """`text` with difficulty and reason of every rated solution, matched by name.

    An existing value is replaced where it stands, a missing line is added after the section's last label, in the
    language of its labels. Line ends, byte order mark, spelling and everything else stay as they are.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix("\ufeff")
    raw, ends = split_lines(body), _NEWLINES.findall(body)
    newline = ends[0] if ends else "\n"
    by_name = {rating.name: rating for rating in ratings}
    changes: dict[int, list[str]] = {}
    for section in cut(read_lines(body))[0]:
        if rating := by_name.get(section.name):
            changes |= _changes(section, rating, raw)
    out = [mark]
    for number, (line, end) in enumerate(zip_longest(raw, ends, fillvalue=""), 1):
        shown = changes.get(number, [line])
        out += [newline.join(shown), end] if shown else []
    return "".join(out)


def _changes(section: SolutionSection, rating: RatedSolution, raw: list[str]) -> dict[int, list[str]]:
    """What stands in place of a line, by its number: other text, more than one line, or nothing."""
    wanted = {"difficulty": str(rating.difficulty), "difficulty_reason": " ".join(rating.difficulty_reason.split())}
    changes: dict[int, list[str]] = {}
    missing: list[tuple[str, str]] = []
    for name, value in wanted.items():
        place = next((f for f in section.fields if f.name == name), None)
        if place is None:
            missing += [(name, value)] if value and not _said_inline(section, name, rating) else []
        elif not _says(section.text(name), name, rating):
            changes |= {number: [] for number in range(place.line + 1, place.end + 1)}
            changes[place.line] = [_replaced(raw[place.line - 1], value)]
    if missing:
        anchor = _anchor(section)
        model = raw[anchor.line - 1]
        names = LABEL_NAMES[_language(model)]
        last = max(n for n in range(anchor.line, anchor.end + 1) if changes.get(n) != [])
        added = [_new_line(model, names[name], value) for name, value in missing]
        changes[last] = [*changes.get(last, [raw[last - 1]]), *added]
    return changes


def _anchor(section: SolutionSection) -> FieldText:
    """The field that a missing line is put behind: its counterpart, else the last one before the references."""
    for names in (("difficulty", "difficulty_reason"), ("when_used", "how_solved", "effect", "how_done")):
        found = [field for field in section.fields if field.name in names]
        if found:
            return found[-1]
    return section.fields[-1]


def _said_inline(section: SolutionSection, name: str, rating: RatedSolution) -> bool:
    """True if the reason stands behind the difficulty, on its line, and that line stays."""
    inline = read_difficulty(section.text("difficulty"))
    return name == "difficulty_reason" and inline == (rating.difficulty, rating.difficulty_reason)


def _says(text: str, name: str, rating: RatedSolution) -> bool:
    """True if the file already says so, in its own wording ("5 点"), or if there is no reason to put there."""
    if name == "difficulty":
        found, reason = read_difficulty(text)
        return found == rating.difficulty and (not reason or reason == rating.difficulty_reason)
    return not rating.difficulty_reason or " ".join(text.split()) == " ".join(rating.difficulty_reason.split())


def _replaced(line: str, value: str) -> str:
    if table_cells(line):
        cells = line.rstrip().removesuffix("|").split("|")
        return "|".join([*cells[:-1], f" {value} "]) + "|"
    match = _AFTER_LABEL.match(line)
    if match is None:
        return f"{line.rstrip()}: {value}"
    head = match["head"]
    return (head if head[-1] in " \t　：？" else head + " ") + value


def _new_line(model: str, label: str, value: str) -> str:
    if table_cells(model):
        return f"| {label} | {value} |"
    return f"{model[: bullet_length(model)] or '- '}{label}: {value}"


def _language(line: str) -> Locale:
    return "ja" if any(ord(c) > 0x2FFF for c in line[:40]) else "en"
