"""What real people showed, in the lines that a press release quotes: voices with their origin, values with n."""

from collections.abc import Iterable

from mlew.documents.criteria import write_line
from mlew.documents.verdict import outcome_text, value_text
from mlew.domain.base import Locale
from mlew.domain.evidence import Evidence, OriginKind, Remark
from mlew.domain.mock import Population
from mlew.domain.press_release import Proof
from mlew.domain.proven_release import Shown, Voice
from mlew.domain.verdict import Result, Verdict

_WHO: dict[Population, tuple[str, str]] = {
    "internal": ("社内で試した人", "tried it inside the company"),
    "external": ("社外で試したお客様", "a customer who tried it"),
    "open": ("公開の場で試した人", "tried it at the open address"),
}
_ORIGINS: dict[OriginKind, tuple[str, str]] = {
    "comment": ("モックのコメント", "comment in the mock"),
    "observation": ("観察", "observation"),
    "survey": ("アンケート", "survey"),
    "interview": ("インタビュー", "interview"),
    "note": ("メモ", "note"),
}
_NOTHING = {
    "ja": "（試した人の記録は、まだありません。）",
    "en": "(There are no records of anybody who tried it yet.)",
}
_RESULTS = {"ja": "基準ごとの結果", "en": "Results by criterion"}
_JUDGED = {"ja": "人の判断", "en": "judged by a person"}
_NOT_SHOWN = ("so_far", "no_data", "unjudged", "no_metric")


def shown(evidence: Evidence, verdict: Verdict | None, locale: Locale) -> Shown:
    """`evidence`: without personal data."""
    return Shown(
        voices=tuple(Voice(id=one.id, line=_line(one, locale)) for one in evidence.remarks if one.text),
        proof=tuple(_proof(one, locale) for one in (verdict.results if verdict else ()) if _is_known(one)),
    )


def results_text(known: Shown, locale: Locale) -> str:
    """For a prompt: one bullet a criterion; "" without any."""
    lines = "\n".join(f"- {p.criterion}: {p.statement} → {p.value} ({p.outcome})" for p in known.proof)
    return f"## {_RESULTS[locale]}\n\n{lines}" if lines else ""


def nothing_shown(locale: Locale) -> str:
    """What stands in a prompt instead of evidence."""
    return _NOTHING[locale]


def _line(remark: Remark, locale: Locale) -> str:
    """Without the place: files are named by people, often after whom they talked to. The evidence has it, by the id."""
    text = " ".join(remark.text.split())
    index = 0 if locale == "ja" else 1
    facts: Iterable[str] = (remark.id, _WHO[remark.population][index], _ORIGINS[remark.origin.kind][index])
    return f"「{text}」（{'、'.join(facts)}）" if locale == "ja" else f"“{text}” ({', '.join(facts)})"


def _is_known(result: Result) -> bool:
    return result.outcome not in _NOT_SHOWN


def _proof(result: Result, locale: Locale) -> Proof:
    return Proof(
        criterion=result.criterion.id,
        statement=result.criterion.statement,
        value=_JUDGED[locale] if result.measure is None else value_text(result.measure, result.criterion),
        line=write_line(result.criterion, locale),
        outcome=outcome_text(result.outcome, result.measure, result.criterion, locale),
    )
