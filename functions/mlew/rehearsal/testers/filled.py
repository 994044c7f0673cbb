"""Sheet and survey as the simulated testers' observer would hand them in; each row says that it is simulated."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from mlew.documents.observer_sheet_fields import LABELS, Field, fields
from mlew.domain.base import Locale
from mlew.domain.csv_line import BYTE_ORDER_MARK, csv_line
from mlew.domain.iteration import Criterion
from mlew.domain.mock import Population
from mlew.domain.observer_sheet import ObserverSheet
from mlew.rehearsal.testers.comments import OBSERVER
from mlew.rehearsal.testers.tester import Tester

_YES: dict[Locale, tuple[str, str]] = {"ja": ("いいえ", "はい"), "en": ("no", "yes")}
_PLACES: dict[Locale, dict[Population, str]] = {
    "ja": {"internal": "社内", "external": "社外"},
    "en": {"internal": "inside", "external": "outside"},
}
_ALWAYS = ("tester", "population", "day")
_Row = Callable[[Tester, str], str]


def filled_sheet(
    sheet: ObserverSheet, people: Sequence[Tester], population: Population, day: date, locale: Locale
) -> str:
    """CSV: scenes, result, minutes, criteria that observers measure, and what was said."""
    criteria = {c.id: c for c in sheet.criteria if c.source == "observation"}
    scenes = len(sheet.script.scenes)

    def value(tester: Tester, key: str) -> str:
        place, _, rest = key.partition(" ")
        if place == "scene":
            return _scene(tester, rest, scenes, locale)
        match key:
            case "observer":
                return OBSERVER[locale]
            case "completed":
                return _YES[locale][tester.reached]
            case "minutes":
                return _minutes(tester)
            case "quotes":
                return tester.quote
        return _reading(tester, criteria.get(place), before=rest == "before", locale=locale)

    return _csv(fields(sheet, locale), people, _known(population, day, locale), value, locale)


def filled_survey(
    sheet: ObserverSheet, people: Sequence[Tester], population: Population, day: date, locale: Locale
) -> str:
    """CSV: criteria that a survey measures."""
    criteria = {c.id: c for c in sheet.criteria if c.source == "survey"}

    def value(tester: Tester, key: str) -> str:
        place, _, rest = key.partition(" ")
        return _reading(tester, criteria.get(place), before=rest == "before", locale=locale)

    return _csv(fields(sheet, locale), people, _known(population, day, locale), value, locale)


def _known(population: Population, day: date, locale: Locale) -> dict[str, str]:
    return {"population": _PLACES[locale].get(population, ""), "day": day.isoformat()}


def _csv(
    places: Sequence[Field], people: Sequence[Tester], known: Mapping[str, str], value: _Row, locale: Locale
) -> str:
    rows = [
        [tester.name if p.key == "tester" else known.get(p.key) or value(tester, p.key) for p in places]
        for tester in people
    ]
    used = [n for n, place in enumerate(places) if place.key in _ALWAYS or any(row[n] for row in rows)]
    head = [*(places[n].label for n in used), LABELS("simulated", locale)]
    lines = [head, *([*(row[n] for n in used), _YES[locale][True]] for row in rows)]
    return BYTE_ORDER_MARK + "".join(map(csv_line, lines))


def _scene(tester: Tester, place: str, scenes: int, locale: Locale) -> str:
    """Those who stop on the way do so in one of the scenes; what comes after it nobody has seen."""
    number, _, part = place.partition(" ")
    last = scenes if tester.reached else max(1, round(tester.stays * scenes))
    if int(number) > last:
        return ""
    if part == "done":
        return _YES[locale][tester.reached or int(number) < last]
    return f"{tester.seconds * 2 / 60:.1f}" if part == "minutes" else ""


def _minutes(tester: Tester) -> str:
    return f"{_taken(tester):.1f}" if tester.reached else ""


def _taken(tester: Tester) -> float:
    return round(1.5 + tester.seconds / 20, 1)


def _reading(tester: Tester, criterion: Criterion | None, *, before: bool, locale: Locale) -> str:
    """Good where the tester reached the result or wants it, as the criterion's group asks; else bad."""
    if criterion is None:
        return ""
    good = tester.reached if criterion.group == "problem_solved" else tester.use == "yes"
    if criterion.kind == "rate":
        return _YES[locale][good]
    if before:
        return f"{criterion.threshold * 2 + 10:g}"
    low = criterion.comparator in ("at_most", "less_than")
    factor = (0.8 if good else 1.6) if low else (1.1 if good else 0.6)
    value = criterion.threshold * factor
    if criterion.kind == "duration" and low and good:
        value = min(value, _taken(tester))  # no longer than the whole session took
    return f"{value:.3g}"
