"""Known solutions with their difficulty for this team, one section a solution, and back."""

import re
from collections.abc import Collection, Sequence

from mlew.documents.block import block
from mlew.documents.bullets import Value, labelled, read_labelled, text_of
from mlew.documents.choice import read_number
from mlew.documents.columns import columns, read_columns
from mlew.documents.defect import defect
from mlew.documents.figures import figure
from mlew.documents.ids import id_list, read_id_list
from mlew.documents.inline import EMPTY, Encoder, cell, decode, inline, readable
from mlew.documents.marks import assumed, read_assumed
from mlew.documents.page import Page, Section, cut, document, section
from mlew.documents.solution_names import read_names, write_names
from mlew.documents.words import OTHER, Words
from mlew.domain.base import Locale
from mlew.domain.solution import DIFFICULTIES, RatedSolution, SolutionList, TeamAnswer, nearest_difficulty

TITLES = Words(
    title=("既知の解決策と難易度", "Known solutions and their difficulty", "既知の解決策", "known solutions"),
    team=("チームについて", "About the team", "team"),
    coverage=("カバー範囲", "Coverage"),
    other=OTHER,
)
LABELS = Words(
    when_used=("いつ使う？", "When is it used?", "いつ使うか", "when used"),
    how_solved=("どう課題を解決した？", "How does it solve the problem?", "どう課題を解決する", "how solved"),
    effect=("どんな効果が出た？", "What effect did it have?", "効果", "effect"),
    how_done=("どう実現している？", "How is it done?", "どう実現する", "how done"),
    difficulty=("難易度", "Difficulty"),
    difficulty_reason=("難易度の理由", "Reason for the difficulty", "理由", "reason"),
    reaches=("届く行動", "Actions it reaches"),
    joins=("まとめた解決策", "Solutions it joins"),
    dropped=("外した理由", "Why it is out"),
    references=("参考", "Reference", "references"),
)
_COVERAGE = Words(untouched=("どの解決策も届いていない行動", "Actions that no solution reaches"))
_TEXTS = ("when_used", "how_solved", "effect", "how_done")
_TEAM = Words(question=("質問", "Question"), answer=("答え", "Answer", "回答"))
_ORIGIN = re.compile(r"\s+[:：]\s*|\s*：\s+")
_NOTES = Words(extra=("この解決策のメモ", "Notes on this solution"))


def render(solutions: SolutionList, locale: Locale) -> str:
    """Markdown, solutions in the order of the list."""
    return document(
        f"# {TITLES('title', locale)}",
        render_team(solutions.team, locale),
        *(_write(solution, locale) for solution in solutions.solutions),
        section(TITLES("coverage", locale), _write_coverage(solutions, locale)),
        section(TITLES("other", locale), block(solutions.prose, TITLES)),
    )


def render_team(answers: Sequence[TeamAnswer], locale: Locale) -> str:
    """What was asked about the team, as a section; empty if nothing was."""
    rows = [{"question": cell(a.question) or EMPTY, "answer": cell(a.answer)} for a in answers]
    return section(TITLES("team", locale), columns(_TEAM, ("question", "answer"), rows, locale) if rows else "")


def parse(text: str, locale: Locale, *, taken: Collection[str] = ()) -> SolutionList:  # noqa: ARG001 - names are ids
    """The solutions of an edited document; sections without any label are prose. Raises InputError."""
    page = Page(text, locale, TITLES)
    team = read_columns(page, "team", _TEAM, ("question", "answer"), optional=True)
    page.leave(page.lines("title"))
    coverage, rest = read_labelled(page.lines("coverage"), _COVERAGE)
    page.leave(rest)
    solutions: list[RatedSolution] = []
    for found in page.others():
        before, after = cut(found.lines, _NOTES, "extra")
        values, rest = read_labelled(before, LABELS)
        if values:
            extra = "\n\n".join(filter(None, [page.text(rest), page.text(after)]))
            solutions.append(_read(found, values, extra, locale))
        else:
            page.leave_section(found)
    answers = tuple(TeamAnswer(question=row.text("question"), answer=row.text("answer")) for row in team)
    untouched = [i for value in coverage.get("untouched", []) for i in read_id_list(value.written)]
    return SolutionList(team=answers, solutions=tuple(solutions), untouched=tuple(untouched), prose=page.extra())


def _write_coverage(solutions: SolutionList, locale: Locale) -> str:
    written = {"untouched": id_list(solutions.untouched)} if solutions.untouched else {}
    return labelled(_COVERAGE, locale, written)


def _write(solution: RatedSolution, locale: Locale) -> str:
    def heading(encode: Encoder) -> str:
        return (
            f"{encode(solution.name) or EMPTY} : {encode(solution.origin)}"
            if solution.origin
            else encode(solution.name)
        )

    def reads_back(written: str) -> bool:
        return TITLES.key(written) is None and _heading(written) == (solution.name, solution.origin)

    fields = {key: inline(getattr(solution, key)) for key in _TEXTS}
    fields["difficulty"] = assumed(figure(solution.difficulty), solution.assumed, locale)
    fields["difficulty_reason"] = inline(solution.difficulty_reason)
    if solution.reaches:
        fields["reaches"] = id_list(solution.reaches)
    if solution.joins:
        fields["joins"] = write_names(solution.joins)
    if solution.dropped:
        fields["dropped"] = inline(solution.dropped)
    references = "\n".join(labelled(LABELS, locale, {"references": inline(r)}) for r in solution.references)
    return section(
        readable(heading, reads_back, inline) or EMPTY,
        "\n".join(filter(None, [labelled(LABELS, locale, fields), references])),
        section(_NOTES("extra", locale), block(solution.extra, TITLES), level=3),
    )


def _heading(written: str) -> tuple[str, str]:
    name, *origin = _ORIGIN.split(written, maxsplit=1)
    return decode(name), decode("".join(origin))


def _read(found: Section, values: dict[str, list[Value]], extra: str, locale: Locale) -> RatedSolution:
    name, origin = _heading(found.title)
    difficulty, is_assumed = 5, True
    for value in values.get("difficulty", []):
        field = LABELS("difficulty", locale)
        written, is_assumed = read_assumed(value.written)
        number = read_number(written, locale, line=value.number, field=field, default=5, example="3")
        difficulty = nearest_difficulty(number)
        if difficulty != number:
            choices = ", ".join(map(str, DIFFICULTIES))
            raise defect(locale, "unknown-word", value.number, field=field, text=written, choices=choices)
    return RatedSolution(
        name=name,
        origin=origin,
        **{key: text_of(values, key) for key in _TEXTS},
        difficulty=nearest_difficulty(difficulty),
        difficulty_reason=text_of(values, "difficulty_reason"),
        reaches=tuple(i for value in values.get("reaches", []) for i in read_id_list(value.written)),
        joins=tuple(name for value in values.get("joins", []) for name in read_names(value.written)),
        dropped=text_of(values, "dropped"),
        references=tuple(value.text for value in values.get("references", [])),
        assumed=is_assumed,
        extra=extra,
    )
