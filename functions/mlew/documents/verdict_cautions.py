"""What a reader of a verdict has to know before deciding by it."""

from collections.abc import Iterable

from mlew.documents.evidence_numbers import moment
from mlew.documents.verdict_words import POPULATIONS, one_of, said
from mlew.domain.base import Locale
from mlew.domain.verdict import Outcome, Result, Verdict, deciding_population

_SILENT: tuple[Outcome, ...] = ("no_data", "unjudged", "no_metric")


def cautions(verdict: Verdict, locale: Locale) -> list[str]:
    """Sentences, the gravest first."""
    found: list[str] = []
    decides = deciding_population(verdict.milestone)
    if verdict.population != decides:
        found.append(said("only_looked_at", locale, who=one_of(POPULATIONS[decides], locale)))
    if verdict.simulated:
        found.append(said("simulated", locale))
    if verdict.destroyed_at:
        found.append(said("destroyed", locale, at=moment(verdict.destroyed_at)))
    elif verdict.destroyed:
        found.append(said("destroyed_once", locale))
    if verdict.destroyed:
        found += _about("out_of_reach", (r for r in verdict.results if _lost_with_the_mock(r)), locale)
    unsure = (r for r in verdict.results if r.certainty == "provisional" and r.outcome in ("passed", "failed"))
    found += _about("few", unsure, locale)
    for outcome in _SILENT:
        found += _about(outcome, (r for r in verdict.results if r.outcome == outcome), locale)
    found += _about("contradicted", (r for r in verdict.results if r.contradicted), locale)
    if verdict.divided:
        found.append(said("divided", locale))
    if verdict.contradicts:
        found.append(said("contradicts", locale, ids=", ".join(verdict.contradicts)))
    found += _about("lessened", (r for r in verdict.results if r.measure and r.measure.lessened), locale)
    for result in verdict.results:
        found += _of_measure(result, locale)
    return found


def _lost_with_the_mock(result: Result) -> bool:
    return result.criterion.source == "mock" and result.outcome in ("so_far", "no_data")


def _of_measure(result: Result, locale: Locale) -> list[str]:
    measure, found = result.measure, []
    if measure and measure.unusable:
        found.append(said("unusable", locale, id=result.criterion.id, n=measure.unusable))
    if measure and measure.answered and measure.answered.hits < measure.answered.of:
        found.append(said("answered", locale, id=result.criterion.id, n=measure.answered.hits, of=measure.answered.of))
    return found


def _about(key: str, results: Iterable[Result], locale: Locale) -> list[str]:
    ids = ", ".join(result.criterion.id for result in results)
    return [said(key, locale, ids=ids)] if ids else []
