"""Numbers that led to the decision, and links to where they come from."""

from urllib.parse import quote

from mlew.documents.ears import quoted
from mlew.documents.figures import figure
from mlew.documents.hand_over_requirements import line_of
from mlew.documents.hand_over_source import HandOver
from mlew.documents.inline import cell, inline
from mlew.documents.page import document, section
from mlew.documents.table import table
from mlew.domain.base import Locale
from mlew.domain.verdict import Outcome, Result

_OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "passed": ("達成", "passed"), "failed": ("未達", "failed"),
    "so_far": ("人数がまだ足りない", "too few testers so far"),
    "no_data": ("データがない", "no data"), "unjudged": ("まだ誰も判断していない", "nobody has judged it"),
    "no_metric": ("測るものがない", "nothing measures it"),
}  # fmt: skip
_SCHEMES = ("http://", "https://")


def write_evidence(one: HandOver, locale: Locale) -> str:
    """Who decided what and why, each criterion's value beside its line, then the links."""
    ja, decision = locale == "ja", one.verdict.decision
    taken = ""
    if decision:
        by = (
            f"{inline(decision.by)}（{decision.at:%Y-%m-%d}）"
            if ja
            else f"{inline(decision.by)} ({decision.at:%Y-%m-%d})"
        )
        taken = f"- {'進む' if ja else 'Go'}: {by} {quoted(decision.reason, locale)}"
        if not decision.supported:
            taken += "（観察は支持していません）" if ja else " (not supported by observation)"
    header = ["番号", "基準", "値", "合格ライン", "結果"] if ja else ["Id", "Criterion", "Value", "Line", "Result"]
    rows = [_row(result, locale) for result in one.verdict.results]
    links = "\n".join(f"- [{_label(name)}]({address(link)})" for name, link in one.links.items())
    return document(
        f"# {'数字と声' if ja else 'Evidence'}",
        section("判断" if ja else "Decision", taken),
        section("基準と結果" if ja else "Criteria and results", table(header, rows) if rows else ""),
        section("もとの記録" if ja else "Where it comes from", links),
    )


def address(link: str) -> str:
    """A web address or a path; a scheme that runs something is made a path, and brackets cannot end the link."""
    safe = quote(link, safe="/:?&=#%~+,;@.-_")
    return safe if safe.startswith(_SCHEMES) or ":" not in safe.split("/", 1)[0] else safe.replace(":", "%3A")


def _row(result: Result, locale: Locale) -> list[str]:
    measure = result.measure
    value = "–"
    if measure and measure.value is not None:
        value = f"{figure(round(measure.value, 1))} {cell(result.criterion.unit)}".strip()
        value += f"（n = {measure.of}）" if locale == "ja" else f" (n = {measure.of})"
    outcome = _OUTCOMES[result.outcome][0 if locale == "ja" else 1]
    line = line_of(result.criterion, locale).replace("|", "\\|")
    return [cell(result.criterion.id), cell(result.criterion.statement), value, line, outcome]


def _label(name: str) -> str:
    return inline(name).replace("[", "\\[").replace("]", "\\]")
