"""`solutions.md`: known solutions, one a section (METHOD, Invent), read leniently and written back."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from mlew.documents.file_defect import FileDefect, defect_at_line
from mlew.documents.file_labels import SOLUTION_LABELS, protected, table_cells
from mlew.documents.markdown_lines import SourceLine, bullet_length, protect_comments, read_lines, split_lines
from mlew.documents.solution_sections import SolutionSection, cut, split_name
from mlew.domain.base import Locale
from mlew.domain.solution import DIFFICULTIES, Difficulty, Solution

LABEL_NAMES: dict[Locale, dict[str, str]] = {
    "ja": {
        "when_used": "いつ使う?", "how_solved": "どう課題を解決した?", "effect": "どんな効果が出た?",
        "how_done": "どう実現している?", "difficulty": "難易度", "difficulty_reason": "理由", "references": "参考",
    },
    "en": {
        "when_used": "When is it used?", "how_solved": "How does it solve the problem?",
        "effect": "What effect did it have?", "how_done": "How is it done?", "difficulty": "Difficulty",
        "difficulty_reason": "Reason", "references": "References",
    },
}  # fmt: skip
TEXT_FIELDS = ("when_used", "how_solved", "effect", "how_done")
_NOTHING = {"", "-", "–", "—", "なし", "無し", "無", "未定", "none", "n/a", "tbd"}
_SCORE = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)")
_ASIDE = re.compile(r"^[ 　]*(?:点|pt)?[ 　]*[（(](.+)[）)][ 　]*$", re.DOTALL)
_INLINE_REASON = re.compile(r"[\s　,、，。;（(]*(?:理由|reason)[ 　]*[:：][ 　]*", re.IGNORECASE)
_BETWEEN_LINKS = re.compile(r"[\s　,、，;]+(?=https?://)")


@dataclass(frozen=True)
class SolutionsFile:
    """What `solutions.md` says. `prose`: its text outside the solutions; `lines`: where each solution starts."""

    solutions: tuple[Solution, ...]
    prose: str = ""
    defects: tuple[FileDefect, ...] = ()
    lines: tuple[int, ...] = ()


def parse_solutions(text: str, *, file: str = "solutions.md") -> SolutionsFile:
    """Read every section with a label as a solution. Defects name the line; nothing written is dropped."""
    lines = read_lines(text)
    sections, prose = cut(lines)
    solutions: list[Solution] = []
    defects: list[FileDefect] = []
    for section in sections:
        solution, found = _solution(section, file)
        solutions.append(solution)
        defects += found
    defects += _duplicates(sections, file)
    if not solutions:
        defects.append(_nothing_found(lines, file))
    runs = ("\n".join(line.text for line in run).strip("\n") for run in prose)
    return SolutionsFile(
        solutions=tuple(solutions),
        prose="\n\n".join(run for run in runs if run.strip()),
        defects=tuple(defects),
        lines=tuple(s.line for s in sections),
    )


def render_solutions(solutions: Sequence[Solution], prose: str, locale: Locale) -> str:
    """Markdown that `parse_solutions` reads back: prose up to its first section, solutions, the rest of the prose."""
    opening, rest = _split_prose(prose)
    parts = [opening, *(_rendered(solution, locale) for solution in solutions), rest]
    return protect_comments("\n\n".join(part for part in parts if part.strip()) + "\n")


def read_difficulty(text: str) -> tuple[Difficulty | None, str]:
    """A difficulty and the reason given on the same line. None if there is no number of the scale 1, 3, 5, 10."""
    value, *reasons = _INLINE_REASON.split(text, maxsplit=1)
    match = _SCORE.search(unicodedata.normalize("NFKC", value))
    if match is None:
        return None, ""
    found = next((d for d in DIFFICULTIES if float(match.group()) == d), None)
    after = unicodedata.normalize("NFKC", value)[match.end() :]
    aside = _ASIDE.match(after)
    reason = reasons[0].strip().removesuffix("）").removesuffix(")") if reasons else aside.group(1) if aside else ""
    return found, reason.strip()


def _solution(section: SolutionSection, file: str) -> tuple[Solution, list[FileDefect]]:
    written = section.text("difficulty")
    difficulty, inline_reason = read_difficulty(written)
    solution = Solution(
        name=section.name,
        origin=section.origin,
        difficulty=difficulty,
        difficulty_reason=section.text("difficulty_reason") or inline_reason,
        references=_references(section.text("references")),
        extra=section.extra,
        **{name: section.text(name) for name in TEXT_FIELDS},
    )
    defects: list[FileDefect] = []
    if not solution.name:
        defects.append(defect_at_line("solution-without-name", file, section.line))
    missing = [name for name in TEXT_FIELDS if not getattr(solution, name)]
    if missing:
        labels = {
            lang: ("・" if lang == "ja" else "', '").join(names[m] for m in missing)
            for lang, names in LABEL_NAMES.items()
        }
        defects.append(defect_at_line("solution-incomplete", file, section.line, name=solution.name, **labels))
    if difficulty is None and written.strip().lower() not in _NOTHING:
        line = next(f.line for f in section.fields if f.name == "difficulty")
        defects.append(defect_at_line("difficulty-scale", file, line, name=solution.name, value=written))
    return solution, defects


def _references(text: str) -> tuple[str, ...]:
    entries = [line[bullet_length(line) :].strip() for line in split_lines(text)]
    links = [link.strip() for entry in entries for link in _BETWEEN_LINKS.split(entry)]
    return tuple(link for link in links if link.lower() not in _NOTHING)


def _duplicates(sections: list[SolutionSection], file: str) -> list[FileDefect]:
    first: dict[str, int] = {}
    found: list[FileDefect] = []
    for section in sections:
        key = "".join(unicodedata.normalize("NFKC", section.name).lower().split())
        if key and key in first:
            found.append(defect_at_line("solution-twice", file, section.line, name=section.name, first=str(first[key])))
        first.setdefault(key, section.line)
    return found


def _nothing_found(lines: list[SourceLine], file: str) -> FileDefect:
    for line in lines:
        cells = table_cells(line.text)
        if sum(_names_field(cell) for cell in cells) >= 2:
            return defect_at_line("solutions-in-table", file, line.number)
    return FileDefect(rule="no-solutions", file=file)


def _names_field(cell: str) -> bool:
    return bool(cut(read_lines(f"## x\n{cell}"))[0])


def _split_prose(prose: str) -> tuple[str, str]:
    lines = read_lines(prose)
    start = next((i for i, line in enumerate(lines) if 0 < line.level <= 2 and i > 0), len(lines))
    start = 0 if lines[0].level == 2 else start
    return "\n".join(x.text for x in lines[:start]).strip("\n"), "\n".join(x.text for x in lines[start:]).strip("\n")


def _rendered(solution: Solution, locale: Locale) -> str:
    names = LABEL_NAMES[locale]
    lines = [f"## {_heading(solution)}", ""]
    for field in TEXT_FIELDS:
        if value := getattr(solution, field):
            lines += _item(names[field], value)
    if solution.difficulty is not None:
        lines += _item(names["difficulty"], str(solution.difficulty))
    if solution.difficulty_reason:
        lines += _item(names["difficulty_reason"], solution.difficulty_reason)
    if len(solution.references) == 1:
        lines += _item(names["references"], solution.references[0])
    elif solution.references:
        lines += [f"- {names['references']}:", *(f"  - {' '.join(r.split())}" for r in solution.references)]
    if solution.extra.strip():
        lines += ["", *(protected(x, SOLUTION_LABELS) if x.strip() else x for x in split_lines(solution.extra))]
    return "\n".join(lines)


def _heading(solution: Solution) -> str:
    name, origin = " ".join(solution.name.split("\n")), " ".join(solution.origin.split("\n"))
    plain = f"{name} : {origin}" if origin else name
    if split_name(plain) == (name, origin):
        return protected(plain, SOLUTION_LABELS)
    escaped = name.replace(":", "\\:").replace("：", "\\：").replace("#", "\\#")
    return protected(f"{escaped} : {origin}" if origin else escaped, SOLUTION_LABELS)


def _item(label: str, value: str) -> list[str]:
    first, *rest = split_lines(value)
    if rest and bullet_length(first):
        first, rest = "", [first, *rest]
    return [f"- {label}: {first}".rstrip(), *("  " + protected(line, SOLUTION_LABELS) for line in rest)]
