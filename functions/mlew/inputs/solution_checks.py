"""Warnings on the list of solutions as a whole: one that does everything, difficulties that do not tell apart."""

import re
from collections.abc import Sequence

from mlew.documents.file_defect import FileDefect, defect_at_line
from mlew.documents.solutions_file import SolutionsFile
from mlew.domain.customer import CustomerSheet
from mlew.domain.solution import Solution
from mlew.inputs.coverage import coverage

_EVERYTHING = re.compile(
    r"あらゆる|何でも|なんでも|万能|オールインワン|オールマイティ"
    r"|(?:すべて|全て|全部)(?:の(?:課題|問題|業務|作業|行動|工程))?を?(?:AI|自動|解決|こなす|代行|任せ)"
    r"|(?:すべて|全て|全部)の(?:課題|問題|業務|作業|行動|工程)"
    r"|\b(?:everything|anything|all[- ]in[- ]one)\b"
    r"|\b(?:(?:all|any|every) (?:of )?(?:the )?(?:problems?|tasks?|steps?|jobs?|processes))\b",
    re.IGNORECASE,
)
_DIGIT = r"[\d０-９一二三四五六七八九十百半倍]"
_NUMBER_WORD = r"\b(?:one|two|three|four|five|ten|half|halved|third|quarter|double|doubled|twice)\b"
_FEWEST_BEHAVIOURS = 4
_LARGE_SHARE = 0.6
_HARD = 5
_FEWEST_RATED = 3
_FEWEST_SOLUTIONS = 2


def solution_defects(read: SolutionsFile, sheets: Sequence[CustomerSheet], file: str) -> list[FileDefect]:
    """Everything that is worth a second look before Invent."""
    found: list[FileDefect] = []
    if 0 < len(read.solutions) < _FEWEST_SOLUTIONS:
        found.append(FileDefect(rule="too-few-solutions", file=file))
    found += _all_in_one(read, sheets, file)
    rated = [s.difficulty for s in read.solutions if s.difficulty is not None]
    if len(rated) >= _FEWEST_RATED and len(set(rated)) == 1:
        found.append(FileDefect(rule="difficulty-all-equal", file=file, values={"value": str(rated[0])}))
    elif len(rated) >= _FEWEST_RATED and min(rated) >= _HARD:
        found.append(FileDefect(rule="difficulty-all-hard", file=file))
    without_number = [
        s.name
        for s in read.solutions
        if s.effect and not re.search(f"{_DIGIT}|{_NUMBER_WORD}", s.effect, re.IGNORECASE)
    ]
    if without_number:
        names = ", ".join(without_number)
        found.append(
            FileDefect(rule="effect-without-number", file=file, values={"names": names, "n": str(len(without_number))})
        )
    return found


def _all_in_one(read: SolutionsFile, sheets: Sequence[CustomerSheet], file: str) -> list[FileDefect]:
    rows = coverage(sheets, read.solutions)
    found: list[FileDefect] = []
    for solution, line in zip(read.solutions, read.lines, strict=True):
        wording = _EVERYTHING.search(_claim(solution))
        touched = sum(solution.name in row.solutions for row in rows)
        if wording:
            found.append(defect_at_line("all-in-one-words", file, line, name=solution.name, words=wording.group()))
        elif len(rows) >= _FEWEST_BEHAVIOURS and touched >= _LARGE_SHARE * len(rows):
            found.append(
                defect_at_line(
                    "all-in-one-coverage", file, line, name=solution.name, n=str(touched), total=str(len(rows))
                )
            )
    return found


def _claim(solution: Solution) -> str:
    return "\n".join((solution.name, solution.when_used, solution.how_solved))
